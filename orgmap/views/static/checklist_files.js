/* A checklist as a file: written as CSV and JSON, and read again. Nothing here touches the page. */
"use strict";

const checklistFiles = (() => {
  const MARK = "checklist";
  const LISTS = ["body_a", "body_b"];

  function csv(columns, rows) {
    return handed.csv([columns, ...rows.map((row) => columns.map((name) => cell(row[name])))]);
  }

  const cell = (value) => (Array.isArray(value) ? value.join("; ") : String(value ?? ""));

  function json(title, fingerprint, rows) {
    const sheets = rows.map(({ map, ...sheet }) => Object.fromEntries(Object.entries(sheet).filter(([, value]) => value !== "")));
    return `${JSON.stringify({ orgmap: MARK, map: title, fingerprint, sheets }, null, 1)}\n`;
  }

  /* Returns the rows of a saved file as records of text, each with its number; throws an Error in words. */
  function read(text) {
    const plain = text.replace(/^\ufeff/, "");
    if (!plain.trim()) throw new Error("the file is empty");
    return /^\s*[{[]/.test(plain) ? readJson(plain) : readCsv(plain);
  }

  function readJson(text) {
    let content;
    try {
      content = JSON.parse(text);
    } catch {
      throw new Error("it is not well-formed JSON");
    }
    if (!content || !Array.isArray(content.sheets)) throw new Error("it holds no sheets of a checklist");
    const title = typeof content.map === "string" ? content.map : "";
    const rows = content.sheets.map((sheet, place) => ({ row: place + 1, cells: texts(sheet) }));
    return { title, rows };
  }

  function texts(sheet) {
    const found = sheet && typeof sheet === "object" ? Object.entries(sheet) : [];
    return new Map(found.map(([name, value]) => [name, cell(value).trim()]));
  }

  function readCsv(text) {
    const separator = separatorOf(text);
    const lines = parsed(text, separator);
    const start = lines.findIndex((line) => line.cells.map(plain).includes(LISTS[0]));
    if (start < 0) throw new Error("it has no column body_a, so it is no checklist that was saved here or in a pack");
    const names = lines[start].cells.map(plain);
    const rows = lines.slice(start + 1).map(({ row, cells }) => ({
      row,
      cells: new Map(names.map((name, place) => [name, handed.unguarded(cells[place] ?? "").trim()])),
    }));
    const title = rows.map(({ cells }) => cells.get("map")).find(Boolean) ?? "";
    return { title, rows: rows.filter(({ cells }) => [...cells.values()].some(Boolean)) };
  }

  const plain = (text) => text.trim().toLowerCase().replace(/\s+/g, "_");

  function separatorOf(text) {
    const first = text.split(/\r?\n/).find((line) => line.trim()) ?? "";
    const count = (mark) => first.split(mark).length;
    return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  }

  /* Returns the records of a CSV text, each with its number as a spreadsheet counts it. */
  function parsed(text, separator) {
    const lines = [];
    const found = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}][^\\r\\n${separator}]*|))(${separator}|\\r\\n|\\n|\\r|$)`, "gy");
    let cells = [];
    for (let match = found.exec(text); match; match = found.exec(text)) {
      cells.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
      if (match[3] !== separator) {
        lines.push({ row: lines.length + 1, cells });
        cells = [];
        if (found.lastIndex >= text.length) return lines;
      }
    }
    throw new Error(`row ${lines.length + 1} is not well-formed CSV`);
  }

  return { csv, json, read };
})();
