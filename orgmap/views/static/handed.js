/* Files that a page hands over: the text of a CSV, and how a file is saved. */
"use strict";

const handed = (() => {
  const guarded = (text) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const unguarded = (text) => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
  const quoted = (text) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cellText = (cell) => (typeof cell === "number" ? cell : quoted(guarded(cell)));

  /* Returns rows of cells as CSV that every spreadsheet reads as data and none as a formula. */
  function csv(rows) {
    return ["\ufeff", ...rows.map((row) => `${row.map(cellText).join(",")}\r\n`)].join("");
  }

  function save(name, type, content) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  return { csv, unguarded, save };
})();
