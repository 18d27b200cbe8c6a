"use strict";
(() => {
  const HEADINGS = ["bodies", "protocol", "number", "says", "covered"];
  const bar = document.getElementById("ticks");
  const status = document.getElementById("ticks-status");
  const store = `orgmap checklist: ${document.title}`;
  let kept = {};

  const tables = [...document.querySelectorAll("table.points")];
  const rowsOf = (table) => [...table.tBodies[0].rows];
  const boxesOf = (row) => [...row.querySelectorAll("td.box input")];
  const keyOf = (table, row) => [table.dataset.bodies, table.dataset.protocol, table.dataset.issue, row.cells[0].textContent].join("\n");
  const ticked = (row) => boxesOf(row).find((box) => box.checked)?.value ?? "not said";

  function load() {
    try {
      const found = JSON.parse(localStorage.getItem(store) ?? "{}");
      if (found && typeof found === "object") kept = found;
    } catch {
      kept = {};
    }
  }

  function save() {
    try {
      localStorage.setItem(store, JSON.stringify(kept));
      status.textContent = "Your ticks are kept in this browser.";
    } catch {
      status.textContent = "This browser does not keep ticks: save them as CSV before you close the page.";
    }
  }

  function show(row, value) {
    for (const box of boxesOf(row)) box.checked = box.value === value;
  }

  function tick(table, row, box) {
    for (const other of boxesOf(row)) if (other !== box) other.checked = false;
    kept[keyOf(table, row)] = ticked(row);
    save();
  }

  function makeBoxes(table, row) {
    const says = row.querySelector("th").textContent;
    for (const cell of row.querySelectorAll("td.box")) {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.value = cell.dataset.choice;
      box.setAttribute("aria-label", `${cell.dataset.choice}: ${says}`);
      box.addEventListener("change", () => tick(table, row, box));
      cell.replaceChildren(box);
    }
    row.dataset.source = row.cells[row.cells.length - 1].textContent;
    show(row, kept[keyOf(table, row)] ?? row.dataset.source);
  }

  const guarded = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  function csv() {
    const lines = [HEADINGS];
    for (const table of tables) {
      for (const row of rowsOf(table)) {
        lines.push([table.dataset.bodies, table.dataset.protocol, row.cells[0].textContent, row.querySelector("th").textContent, ticked(row)]);
      }
    }
    return lines.map((line) => `${line.map((cell) => quoted(guarded(cell))).join(",")}\n`).join("");
  }

  function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", csv()], { type: "text/csv" }));
    link.download = "checklist-ticked.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    status.textContent = "Saved as checklist-ticked.csv.";
  }

  function clear() {
    kept = {};
    for (const table of tables) for (const row of rowsOf(table)) show(row, row.dataset.source);
    save();
    status.textContent = "Your ticks are cleared; those of the source are back.";
  }

  if (!tables.length) return;
  load();
  for (const table of tables) for (const row of rowsOf(table)) makeBoxes(table, row);
  document.getElementById("ticks-save").addEventListener("click", download);
  document.getElementById("ticks-clear").addEventListener("click", clear);
  bar.hidden = false;
})();
