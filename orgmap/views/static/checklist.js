/* Ticks and notes are counted, kept in the browser, saved as files and loaded again. */
"use strict";
(() => {
  const { data, forms, byKey } = checklistForms;
  const { size } = checklistKept;
  if (!forms.length) return;
  const at = (id) => document.getElementById(id);
  const CLEAR = at("ticks-clear").textContent;
  const MOST_TOLD = 20;
  let keeps = true;
  let before = null;
  let sure = false;

  const many = (number, one, more = `${one}s`) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : more}`;
  const tell = (text) => {
    at("ticks-status").textContent = text;
  };
  const kept = () => (keeps ? "Kept in this browser only." : "This browser keeps nothing of this page: save it as CSV or JSON before you close it.");

  function save() {
    const changed = checklistForms.changes();
    keeps = checklistKept.write(changed);
    return size(changed);
  }

  function count() {
    let [settled, points] = [0, 0];
    const sheets = new Map([...document.querySelectorAll("[data-sheet]")].map((sheet) => [sheet.dataset.sheet, { settled: 0, points: 0 }]));
    for (const form of forms) {
      const found = checklistForms.progress(form);
      const sheet = sheets.get(form.sheet);
      const line = form.element.querySelector(".covered");
      line.textContent = `${found.settled} of ${found.points} points covered or not needed`;
      line.classList.toggle("done", found.settled === found.points);
      sheet.points += found.points;
      sheet.settled += found.settled;
      settled += found.settled;
      points += found.points;
    }
    for (const [id, sheet] of sheets) {
      const item = document.querySelector(`[data-of="${id}"]`);
      item.lastElementChild.textContent = `${sheet.settled} of ${sheet.points}`;
      item.classList.toggle("done", sheet.settled === sheet.points);
    }
    const done = [...sheets.values()].filter((sheet) => sheet.settled === sheet.points).length;
    at("ticks-progress").textContent = `${settled.toLocaleString("en-GB")} of ${many(points, "point")} covered or not needed; ${done} of ${many(sheets.size, "sheet")} finished`;
  }

  function marks() {
    for (const form of forms) for (const field of form.fields.values()) field.mark(field.get() !== field.source);
  }

  function show() {
    marks();
    count();
    filter();
  }

  function filter() {
    const only = at("ticks-open").checked;
    let hidden = 0;
    for (const item of document.querySelectorAll("[data-of]")) {
      const hide = only && item.classList.contains("done");
      hidden += hide;
      item.hidden = hide;
      document.querySelector(`[data-sheet="${item.dataset.of}"]`).hidden = hide;
    }
    return hidden;
  }

  function entered(event) {
    const element = event.target.closest(".ticking");
    const form = forms.find((one) => one.element === element);
    if (!form) return;
    unsure();
    before = null;
    at("ticks-undo").hidden = true;
    for (const field of form.fields.values()) field.mark(field.get() !== field.source);
    count();
    save();
    const { settled, points } = checklistForms.progress(form);
    if (event.type === "change") tell(`${settled} of ${points} points covered or not needed on this sheet. ${kept()}`);
  }

  /* Does something that changes many cells, and offers to undo it. */
  function undoable(change) {
    const was = checklistForms.changes();
    const told = change();
    before = was;
    at("ticks-undo").hidden = false;
    show();
    save();
    tell(`${told} ${kept()}`);
  }

  function undo() {
    checklistForms.restore(before ?? {});
    before = null;
    show();
    save();
    tell(`What you had entered is back. ${kept()}`);
    at("ticks-clear").focus();
    at("ticks-undo").hidden = true;
  }

  function unsure() {
    sure = false;
    at("ticks-clear").textContent = CLEAR;
  }

  function clear() {
    const number = size(checklistForms.changes());
    if (!number) {
      tell("You have entered nothing that the lists do not say.");
      return;
    }
    if (!sure) {
      sure = true;
      at("ticks-clear").textContent = `Press again to clear ${many(number, "change")}`;
      tell(`This takes back ${many(number, "change")}. Press the button again to do so.`);
      return;
    }
    unsure();
    undoable(() => {
      checklistForms.restore({});
      return `${many(number, "change")} cleared; the lists are shown as they are.`;
    });
  }

  function saveAs(form) {
    const rows = forms.map(checklistForms.row);
    const text = form === "csv" ? checklistFiles.csv(data.columns, rows) : checklistFiles.json(data.map, data.fingerprint, rows);
    handed.save(`checklist-ticked.${form}`, form === "csv" ? "text/csv" : "application/json", text);
    tell(`Saved as checklist-ticked.${form}, with ${many(checklistForms.sheets(forms), "sheet")} and ${many(size(checklistForms.changes()), "change")}.`);
  }

  async function load() {
    const [file] = at("ticks-load").files;
    if (!file) return;
    report([]);
    try {
      if (file.size > 20000000) throw new Error("it is too large for a checklist");
      taken(file.name, checklistFiles.read(await file.text()));
    } catch (fault) {
      tell(`${file.name} is not loaded: ${fault.message}.`);
    }
    at("ticks-load").value = "";
  }

  function taken(name, { title, rows }) {
    const found = rows.map(({ row, cells }) => ({ row, cells, form: checklistForms.formOf(cells) }));
    const known = found.filter(({ form }) => form);
    if (title && title !== data.map && known.length * 2 < rows.length) {
      throw new Error(`it was saved from the checklist of “${title}”, and this is that of “${data.map}”`);
    }
    const faults = [];
    undoable(() => {
      const was = checklistForms.changes();
      for (const one of known) faults.push(...takeRow(one));
      for (const { row, cells } of found.filter(({ form, cells: held }) => !form && says(held))) {
        faults.push(`Row ${row}: “${cells.get("bodies") || cells.get("body_a") || "no body"}” has no such sheet on this page.`);
      }
      const sheets = checklistForms.sheets(known.map(({ form }) => form));
      const lost = faults.length ? ` ${many(faults.length, "thing")} could not be taken: see below.` : "";
      return `Loaded ${many(sheets, "sheet")} of ${name}. ${difference(was, checklistForms.changes())}${lost}`;
    });
    report(faults);
  }

  /* Says what a loaded file changed, and how much of what was entered before it left alone. */
  function difference(was, now) {
    const kept = Object.entries(was).flatMap(([key, cells]) => Object.entries(cells).filter(([name, text]) => now[key]?.[name] === text)).length;
    const only = "a loaded file changes only the cells that it fills in";
    if (kept === size(was) && kept === size(now)) {
      return `Nothing is different now${kept ? `, and ${many(kept, "entry", "entries")} of yours ${kept === 1 ? "stays" : "stay"}: ${only}` : ""}.`;
    }
    const stay = kept ? `; ${kept.toLocaleString("en-GB")} of them ${kept === 1 ? "was" : "were"} entered before and ${kept === 1 ? "stays" : "stay"}: ${only}` : "";
    return `${many(size(now), "cell")} now say${size(now) === 1 ? "s" : ""} other than the lists${stay}.`;
  }

  const says = (cells) => data.said.some((name) => cells.get(name));

  function takeRow({ row, cells, form }) {
    const faults = [];
    for (const [name, field] of form.fields) {
      const fault = cells.get(name) ? checklistForms.take(field, cells.get(name)) : "";
      if (fault) faults.push(`Row ${row}, ${name.replaceAll("_", " ")}: ${fault}.`);
    }
    return faults;
  }

  function report(faults) {
    const list = at("ticks-report");
    const told = faults.slice(0, MOST_TOLD);
    if (faults.length > told.length) told.push(`And ${faults.length - told.length} more.`);
    list.replaceChildren(
      ...told.map((text) => {
        const item = document.createElement("li");
        item.textContent = text;
        return item;
      }),
    );
    list.hidden = !told.length;
  }

  function offerOlder() {
    const { fits, gone } = checklistKept.left();
    const number = size(fits);
    at("ticks-older").hidden = !number && !gone;
    const fit = number ? `${many(number, "change")} on ${many(checklistForms.sheets(Object.keys(fits).map((key) => byKey.get(key))), "sheet")} can be taken over.` : "None of it fits this one.";
    const lost = gone ? ` ${many(gone, "sheet")} of it ${gone === 1 ? "is" : "are"} not on this page.` : "";
    at("ticks-older-text").textContent = `This browser also keeps what you entered in an older pack of this map. ${fit}${lost}`;
    at("ticks-older-take").hidden = !number;
  }

  function takeOlder() {
    const { fits } = checklistKept.left();
    undoable(() => {
      const now = checklistForms.changes();
      for (const [key, cells] of Object.entries(fits)) now[key] = { ...now[key], ...cells };
      checklistForms.restore(now);
      return `${many(size(fits), "change")} taken over from an older pack.`;
    });
    closeOlder();
  }

  function closeOlder() {
    checklistKept.forget();
    at("ticks-older").hidden = true;
    at("ticks-csv").focus();
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[data-sheet][hidden]")) return;
    at("ticks-open").checked = false;
    filter();
    target.scrollIntoView();
  }

  checklistForms.restore(checklistKept.read());
  document.getElementById("main").classList.add("js");
  at("ticks").hidden = false;
  show();
  const number = save();
  tell(!keeps ? kept() : number ? `${many(number, "change")} that you entered before ${number === 1 ? "is" : "are"} here again. ${kept()}` : `What you enter is kept in this browser only.`);
  offerOlder();
  reveal();

  const main = document.getElementById("main");
  main.addEventListener("change", entered);
  main.addEventListener("input", entered);
  main.addEventListener("focusout", (event) => {
    if (event.target === at("ticks-clear")) unsure();
    if (event.target.dataset?.name) setTimeout(marks);
  });
  at("ticks-clear").addEventListener("keydown", (event) => {
    if (event.key === "Escape") unsure();
  });
  at("ticks-csv").addEventListener("click", () => saveAs("csv"));
  at("ticks-json").addEventListener("click", () => saveAs("json"));
  at("ticks-load").addEventListener("change", load);
  at("ticks-clear").addEventListener("click", clear);
  at("ticks-undo").addEventListener("click", undo);
  at("ticks-older-take").addEventListener("click", takeOlder);
  at("ticks-older-drop").addEventListener("click", () => {
    closeOlder();
    tell("What was kept for an older pack is forgotten.");
  });
  at("ticks-open").addEventListener("change", () => {
    const hidden = filter();
    tell(at("ticks-open").checked ? `${many(hidden, "finished sheet")} ${hidden === 1 ? "is" : "are"} hidden.` : "All sheets are shown.");
  });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("storage", (event) => {
    if (event.key !== checklistKept.store) return;
    checklistForms.restore(checklistKept.read());
    show();
    tell("What was entered in another window is here now.");
  });
})();
