/* Files that the page hands over: their names, and how they are saved. */
"use strict";

orgmap.files = (() => {
  const { state } = orgmap;
  const LONGEST = 60;

  const slug = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST).replace(/^-+|-+$/g, "");

  const title = () => document.getElementById("export").dataset.title;

  /** A safe file name of the title of the map, the view and what it holds. */
  const named = (what, suffix) => `${[slug(title()) || "map", slug(state.view), slug(what)].filter(Boolean).join("-")}.${suffix}`;

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const guarded = (text) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  /** Rows of cells as CSV that every spreadsheet reads as data and none as a formula. */
  const csv = (rows) =>
    new Blob(
      ["\ufeff", ...rows.map((row) => `${row.map((cell) => (typeof cell === "number" ? cell : quoted(guarded(cell)))).join(",")}\n`)],
      { type: "text/csv" }
    );

  return { named, save, csv };
})();
