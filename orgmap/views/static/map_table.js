/* The table beside the drawing: what is drawn now, row by row, to sort, to select from and to save. */
"use strict";

(() => {
  const { state, rows, files, count } = orgmap;
  const byId = (id) => document.getElementById(id);
  const STEP = 200;
  const MOST_NAMES = 6;
  const PAUSE = 120;
  const sort = {};
  let tab = "nodes";
  let most = STEP;
  let shown = null;
  let waiting = 0;

  /* ---- Cells, rows, headings ---- */

  const nameButton = ({ thing, text }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "name";
    button.dataset.thing = thing;
    const name = document.createElement("bdi");
    name.textContent = orgmap.short(text, 120);
    button.append(name);
    button.addEventListener("click", () => orgmap.map.goTo(orgmap.things[thing].key));
    return button;
  };

  const words = (cell) => {
    if (!Array.isArray(cell)) return String(rows.said(cell).toLocaleString("en-GB"));
    const more = cell.length > MOST_NAMES ? ` and ${count(cell.length - MOST_NAMES, "other")}` : "";
    return `${cell.slice(0, MOST_NAMES).join("; ")}${more}`;
  };

  const cellOf = (row, { key, number }, place) => {
    const cell = document.createElement(place ? "td" : "th");
    if (!place) cell.scope = "row";
    if (number) cell.className = "number";
    if (Array.isArray(row[key])) cell.className = "long";
    const text = document.createElement("bdi");
    text.textContent = words(row[key]);
    cell.append(row[key]?.thing === undefined ? text : nameButton(row[key]));
    return cell;
  };

  const rowOf = (row) => {
    const made = document.createElement("tr");
    made.append(...shown.columns.map((column, place) => cellOf(row, column, place)));
    return made;
  };

  const headingOf = ({ key, heading, number }) => {
    const cell = document.createElement("th");
    cell.scope = "col";
    if (number) cell.className = "number";
    const { key: by, down } = sort[tab] ?? {};
    if (by === key) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.dataset.key = key;
    const mark = document.createElement("span");
    mark.setAttribute("aria-hidden", "true");
    mark.textContent = by === key ? (down ? " ▼" : " ▲") : " ↕";
    button.append(heading, mark);
    button.addEventListener("click", () => sortBy(key, number));
    cell.append(button);
    return cell;
  };

  const sortBy = (key, number) => {
    const now = sort[tab];
    sort[tab] = { key, down: now?.key === key ? !now.down : Boolean(number) };
    most = STEP;
    update();
    byId("view-table-head").querySelector(`[data-key="${key}"]`).focus();
  };

  /* ---- The table as it should be now ---- */

  const caption = () => {
    const what = { nodes: ["name", "names"], ties: ["tie", "ties"] }[tab];
    const which = onlyLit() ? "Selected, and tied to it" : "Drawn now";
    const all = count(shown.rows.length, ...what);
    const cut = shown.rows.length > most ? `; the first ${most.toLocaleString("en-GB")} are shown` : "";
    return `${which}: ${all}${cut}`;
  };

  const onlyLit = () => byId("view-table-lit").checked && Boolean(state.lit);

  const current = () => {
    const found = rows[tab](orgmap.map.current(), onlyLit());
    const by = sort[tab];
    return by && found.columns.some(({ key }) => key === by.key) ? { ...found, rows: rows.sorted(found.rows, by.key, by.down) } : found;
  };

  const signature = ({ columns, rows: found }) => [tab, most, JSON.stringify(sort[tab]), columns.map(({ key }) => key), ...found.map((row) => `${row.id} ${row.ties ?? ""}`)].join("\n");

  const update = () => {
    waiting = 0;
    const next = current();
    const changed = !shown || signature(next) !== shown.signature;
    shown = { ...next, signature: signature(next) };
    byId("view-table-lit").disabled = !state.lit;
    if (changed) fill();
    const text = caption();
    if (byId("view-table-caption").textContent !== text) byId("view-table-caption").textContent = text;
    mark();
  };

  const fill = () => {
    const held = byId("view-table-body").contains(document.activeElement) ? document.activeElement.dataset.thing : null;
    const heading = document.createElement("tr");
    heading.append(...shown.columns.map(headingOf));
    byId("view-table-head").replaceChildren(heading);
    byId("view-table-body").replaceChildren(...shown.rows.slice(0, most).map(rowOf));
    byId("view-table-more").hidden = shown.rows.length <= most;
    if (held !== null) byId("view-table-body").querySelector(`[data-thing="${held}"]`)?.focus();
  };

  /** Mark the row of what is selected, in words too. */
  const mark = () => {
    const chosen = state.selected ? orgmap.map.current().at.get(state.selected)?.thing : undefined;
    for (const button of byId("view-table-body").querySelectorAll("[data-thing]"))
      if (Number(button.dataset.thing) === chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
  };

  /** Bring the table up to date, a moment after the last of several changes. */
  const changed = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(update, PAUSE);
  };

  const turnTo = (name) => {
    tab = name;
    most = STEP;
    for (const one of ["nodes", "ties"]) byId(`view-table-${one}`).setAttribute("aria-pressed", String(one === name));
    update();
  };

  const saved = () => {
    update();
    const heading = shown.columns.map((column) => column.heading);
    const cells = shown.rows.map((row) => shown.columns.map(({ key }) => rows.said(row[key])));
    handed.save(files.named(tab === "nodes" ? "names" : "ties", "csv"), "text/csv", handed.csv([heading, ...cells]));
  };

  const beside = () => {
    const on = byId("drawing").classList.toggle("beside");
    byId("view-table-beside").setAttribute("aria-pressed", String(on));
  };

  /* ---- The tables of everything, which stand open where there is no script ---- */

  /** Put them behind a button; the style opens them on paper. */
  const putAway = () => {
    const first = byId("seats");
    const rest = document.createElement("div");
    rest.id = "everything";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "everything screen";
    button.textContent = "All seats and interlocks";
    button.setAttribute("aria-controls", rest.id);
    const turn = (open) => {
      button.setAttribute("aria-expanded", String(open));
      rest.classList.toggle("away", !open);
    };
    button.addEventListener("click", () => turn(button.getAttribute("aria-expanded") !== "true"));
    first.before(button, rest);
    while (rest.nextElementSibling) rest.append(rest.nextElementSibling);
    turn(false);
  };

  byId("view-table-nodes").addEventListener("click", () => turnTo("nodes"));
  byId("view-table-ties").addEventListener("click", () => turnTo("ties"));
  byId("view-table-lit").addEventListener("change", update);
  byId("view-table-save").addEventListener("click", saved);
  byId("view-table-beside").addEventListener("click", beside);
  byId("view-table-more").addEventListener("click", () => {
    const from = most;
    most += STEP;
    update();
    byId("view-table-body").rows[from]?.querySelector("button")?.focus();
  });
  orgmap.map.on("change", changed);
  putAway();
  changed();
})();
