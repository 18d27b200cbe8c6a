/* What the browser keeps of what was entered, for this pack and for older packs of the same map. */
"use strict";

const checklistKept = (() => {
  const { data, byKey } = checklistForms;
  const family = `orgmap checklist: ${data.map}: `;
  const store = family + data.fingerprint;
  const size = (changed) => Object.values(changed).reduce((sum, one) => sum + Object.keys(one).length, 0);

  function read(name = store) {
    try {
      const found = JSON.parse(localStorage.getItem(name) ?? "{}");
      return found && typeof found === "object" && !Array.isArray(found) ? found : {};
    } catch {
      return {};
    }
  }

  /* Keeps these changes; returns false where the browser keeps nothing. */
  function write(changed) {
    try {
      if (size(changed)) localStorage.setItem(store, JSON.stringify(changed));
      else localStorage.removeItem(store);
      return true;
    } catch {
      return false;
    }
  }

  function older() {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(family) && name !== store).sort();
    } catch {
      return [];
    }
  }

  /* What was kept for older packs of this map and is not said here, and how many of its sheets are not here. */
  function left() {
    const fits = {};
    const gone = new Set();
    for (const name of older()) {
      for (const [key, cells] of Object.entries(read(name))) {
        const form = byKey.get(key);
        if (!form) gone.add(key);
        else for (const [cell, text] of Object.entries(cells ?? {})) {
          const field = form.fields.get(cell);
          if (field && typeof text === "string" && text !== field.get()) fits[key] = { ...fits[key], [cell]: text };
        }
      }
    }
    return { fits, gone: gone.size };
  }

  function forget() {
    for (const name of older()) localStorage.removeItem(name);
  }

  return { store, size, read, write, left, forget };
})();
