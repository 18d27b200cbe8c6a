/* The lists of points of the page: what stands in each cell, what the source has there, and how far it is. */
"use strict";

const checklistForms = (() => {
  const NOT_SAID = "not said";
  const DATES = ["agreed", "review_by"];
  const data = JSON.parse(document.getElementById("checklist-data").textContent);
  const forms = data.forms.map(made);
  const byKey = new Map(forms.map((form) => [form.key, form]));
  const bySide = new Map();
  for (const form of forms) for (const side of form.ids) {
    const at = sideKey(form.kind, side, form.protocol, form.issue);
    if (!bySide.has(at)) bySide.set(at, form);
  }

  function made(about) {
    const element = document.getElementById(about.id);
    const fields = new Map();
    for (const group of element.querySelectorAll("[data-point]")) fields.set(group.dataset.point, point(group));
    for (const control of element.querySelectorAll("[data-name]")) fields.set(control.dataset.name, written(control));
    const ids = about.sides.map((side) => side.map((place) => data.bodies[place]));
    return { ...about, ids, element, fields, sheet: element.closest("[data-sheet]").dataset.sheet };
  }

  function point(group) {
    const boxes = [...group.querySelectorAll("input")];
    const source = boxes.find((box) => box.defaultChecked).value;
    const item = group.closest("li");
    return {
      source: source === NOT_SAID ? "" : source,
      isPoint: true,
      choices: boxes.map((box) => box.value),
      get: () => boxes.find((box) => box.checked).value.replace(NOT_SAID, ""),
      set: (value) => {
        for (const box of boxes) box.checked = box.value === (value || NOT_SAID);
      },
      mark: (changed) => item.classList.toggle("changed", changed),
    };
  }

  function written(control) {
    const paper = document.createElement("span");
    paper.className = "paper";
    paper.setAttribute("aria-hidden", "true");
    control.after(paper);
    const options = control.options ? [...control.options].map((option) => option.value) : null;
    const source = control.options
      ? ([...control.options].find((option) => option.defaultSelected) ?? control.options[0]).value
      : control.defaultValue.trim();
    const check = DATES.includes(control.dataset.name) ? dated(control) : () => {};
    return {
      source,
      isPoint: false,
      choices: options,
      isDate: DATES.includes(control.dataset.name),
      get: () => control.value.trim(),
      set: (value) => {
        control.value = value;
      },
      mark: (changed) => {
        control.parentElement.classList.toggle("changed", changed);
        paper.textContent = control.value;
        check();
      },
    };
  }

  /* Says under a field when what is written in it is no date, once it is left. */
  function dated(control) {
    const fault = document.createElement("p");
    fault.className = "fault";
    fault.id = `${control.id}-fault`;
    fault.setAttribute("aria-live", "assertive");
    control.parentElement.append(fault);
    const hint = control.getAttribute("aria-describedby");
    return () => {
      const text = document.activeElement === control ? "" : control.value.trim();
      const wrong = text && checklistDates.fault(text);
      fault.textContent = wrong ? `This ${wrong}: write 2005-03-31, 2005-03 or 2005.` : "";
      control.setAttribute("aria-invalid", String(Boolean(wrong)));
      control.setAttribute("aria-describedby", fault.textContent ? `${fault.id} ${hint}` : hint);
    };
  }

  function sideKey(kind, side, protocol, issue) {
    return JSON.stringify([kind === "agreement", [...side].sort(), protocol ?? "", issue ?? ""]);
  }

  /* What differs from the source: key of the form, name of the cell, and what stands there now. */
  function changes() {
    const found = {};
    for (const form of forms) {
      const changed = [...form.fields].filter(([, field]) => field.get() !== field.source).map(([name, field]) => [name, field.get()]);
      if (changed.length) found[form.key] = Object.fromEntries(changed);
    }
    return found;
  }

  /* Puts every cell back to the source, then writes these changes; returns the keys that no form has. */
  function restore(changed) {
    for (const form of forms) for (const [name, field] of form.fields) {
      const kept = changed[form.key]?.[name];
      field.set(typeof kept === "string" && allowed(field, kept) ? kept : field.source);
    }
    return Object.keys(changed).filter((key) => !byKey.has(key));
  }

  const allowed = (field, value) => value === "" || !field.choices || field.choices.includes(value);

  /* Returns what the sheet is called where a row stands for one pair of it, or undefined. */
  function formOf(cells) {
    const listed = (name) => (cells.get(name) ?? "").split(";").map((text) => text.trim()).filter(Boolean);
    const [a, b] = [listed("body_a"), listed("body_b")];
    const agreement = (cells.get("kind") ?? "").toLowerCase() === "agreement" || !b.length;
    const side = agreement ? a.slice(0, 1) : [a[0] ?? "", b[0] ?? ""];
    return bySide.get(sideKey(agreement ? "agreement" : "", side, cells.get("protocol"), cells.get("issue")));
  }

  /* Writes a cell as a file has it; returns what is wrong with it, or an empty text. */
  function take(field, text) {
    const value = text.toLowerCase() === NOT_SAID ? "" : field.choices ? text.toLowerCase() : text;
    if (!allowed(field, value)) return `“${text}” is none of ${field.choices.filter(Boolean).join(", ")}`;
    const wrong = field.isDate && value ? checklistDates.fault(value) : "";
    if (wrong) return `“${text}” ${wrong}`;
    field.set(value);
    return "";
  }

  /* Returns a form as the row of a file: an emptied cell says so, an empty one says nothing. */
  function row(form) {
    const cells = [...form.fields].map(([name, field]) => [name, field.get() || (field.source ? NOT_SAID : "")]);
    const { kind, bodies, why, trouble, protocol, issue, ids } = form;
    const of = { kind, bodies, pairs: kind === "agreement" ? "" : ids.length, why, trouble, protocol, issue };
    const both = { body_a: ids.map((side) => side[0]), body_b: kind === "agreement" ? "" : ids.map((side) => side[1]) };
    return { ...of, ...Object.fromEntries(cells), ...both, map: data.map };
  }

  function progress(form) {
    const points = [...form.fields.values()].filter((field) => field.isPoint);
    const settled = points.filter((field) => ["yes", "not needed"].includes(field.get()));
    return { settled: settled.length, points: points.length };
  }

  /* On how many sheets of the page these forms stand: a sheet of a set has several. */
  const sheets = (some) => new Set(some.map((form) => form.sheet)).size;

  return { data, forms, byKey, sheets, changes, restore, formOf, take, row, progress };
})();
