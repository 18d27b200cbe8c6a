/* The names of the files that the map hands over. */
"use strict";

orgmap.files = (() => {
  const { state } = orgmap;
  const LONGEST = 60;

  const slug = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST).replace(/^-+|-+$/g, "");

  const title = () => document.getElementById("export").dataset.title;

  /** A safe file name of the title of the map, the view and what it holds. */
  const named = (what, suffix) => `${[slug(title()) || "map", slug(state.view), slug(what)].filter(Boolean).join("-")}.${suffix}`;

  return { named };
})();
