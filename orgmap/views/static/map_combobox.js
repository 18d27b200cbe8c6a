/* A box to find a node by name: what is typed lists what it finds, arrow keys move, Enter chooses. */
"use strict";

orgmap.combobox = (() => {
  const { things, described } = orgmap;
  const MOST_HITS = 30;
  const MODES = ["body", "organisation", "person"];

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-GB");
  let every = null;

  /** All things with the text to look in, made when first asked for. */
  const searchable = () => {
    every ??= things.map((thing, index) => {
      const names = [thing.name, thing.short_name].filter(Boolean).map(fold);
      const text = names.join(" ");
      return { index, text, names, all: `${text} ${fold(described(thing))}` };
    });
    return every;
  };

  /**
   * How far down a thing is listed: first one of just that name; then those whose names hold the words, bodies before
   * organisations before people, and of each those whose names begin with them; last those of that kind or sector.
   */
  const rank = ({ index, text, names }, parts, words) => {
    if (names.includes(words)) return 0;
    const held = parts.every((part) => text.includes(part));
    return 1 + (held ? 0 : 2 * MODES.length) + 2 * MODES.indexOf(things[index].mode) + (text.startsWith(parts[0]) ? 0 : 1);
  };

  /** The numbers of the things whose names, kinds or sectors hold every word. */
  const found = (words) => {
    const parts = fold(words).split(/\s+/).filter(Boolean);
    if (!parts.length) return [];
    return searchable()
      .filter((entry) => parts.every((part) => entry.all.includes(part)))
      .map((entry) => ({ ...entry, rank: rank(entry, parts, parts.join(" ")) }))
      .sort((a, b) => a.rank - b.rank || a.text.localeCompare(b.text, "en-GB"))
      .map((entry) => entry.index);
  };

  const optionOf = (index) => {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    const name = document.createElement("bdi");
    name.textContent = orgmap.short(things[index].name, 90);
    const what = document.createElement("span");
    what.className = "quiet";
    what.textContent = ` ${described(things[index])}`;
    item.append(name, what);
    return item;
  };

  const noneFound = () => {
    const none = document.createElement("li");
    none.className = "none";
    none.setAttribute("role", "option");
    none.setAttribute("aria-disabled", "true");
    none.textContent = "Nothing found.";
    return none;
  };

  /**
   * Make an input with a list beneath into a box to find by name. `chosen` is told the number of the thing chosen,
   * or null when the words change after a choice; `say` is told how many were found. Returns how to set it from outside.
   */
  const connect = (input, list, { chosen, say }) => {
    let hits = [];
    let current = -1;
    let choice = null;

    const decide = (index) => {
      if (choice === index) return;
      choice = index;
      chosen(index);
    };

    const listHits = () => {
      const all = found(input.value);
      hits = all.slice(0, MOST_HITS);
      current = hits.length ? 0 : -1;
      const open = input.value.trim() !== "";
      const items = hits.map(optionOf);
      items.forEach((item, place) => {
        item.id = `${list.id}-${place}`;
        item.addEventListener("mousedown", (event) => { event.preventDefault(); take(place); });
      });
      list.replaceChildren(...(open && !hits.length ? [noneFound()] : items));
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      mark();
      if (open) say(all.length > MOST_HITS ? `${all.length} found, the first ${MOST_HITS} are listed.` : `${all.length} found.`);
    };

    const mark = () => {
      const items = [...list.children];
      items.forEach((item, place) => item.setAttribute("aria-selected", String(place === current)));
      if (current >= 0) {
        input.setAttribute("aria-activedescendant", items[current].id);
        items[current].scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    };

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const show = (index) => {
      input.value = index === null ? "" : things[index].name.slice(0, 200);
      close();
    };

    const take = (place) => {
      if (hits[place] === undefined) return;
      show(hits[place]);
      choice = null;
      decide(hits[place]);
    };

    const onKey = (event) => {
      const open = !list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!open) listHits();
        else if (hits.length) {
          current = (current + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
          mark();
        }
      } else if (event.key === "Enter" && (open || !input.form)) take(current);
      else if (event.key === "Escape" && input.value) { show(null); decide(null); }
      else return;
      event.preventDefault();
      event.stopPropagation();
    };

    input.addEventListener("input", () => { decide(null); listHits(); });
    input.addEventListener("keydown", onKey);
    input.addEventListener("blur", close);
    return { set: (index) => { show(index); decide(index); } };
  };

  return { connect };
})();
