/* What is shown, kept in the address of the page, so that it can be sent: `#view=interlocks&node=body:x`. */
"use strict";

orgmap.route = (() => {
  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  const encoded = (text) =>
    encodeURIComponent(text).replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%2F/g, "/").replace(/'/g, "%27");

  const NAMED = /^[a-z-]+=/;
  const ORDER = ["view", "node", "selected", "at-least", "off", "open", "finding", "path"];

  /** Whether the address is about the map, not about a place on the page. */
  const isOurs = (hash = window.location.hash.slice(1)) => !hash || NAMED.test(hash) || decoded(hash).includes(":");

  /** The parts of an address; one without names is the id of a node, as in `#body:x`. */
  const read = () => {
    const hash = window.location.hash.slice(1);
    if (!isOurs(hash)) return new Map();
    if (hash && !NAMED.test(hash)) return new Map([["node", decoded(hash)]]);
    const pairs = hash.split("&").filter(Boolean).map((pair) => pair.split(/=(.*)/s));
    return new Map(pairs.map(([key, value]) => [key, decoded(value || "")]));
  };
  let parts = read();
  let stepping = false;

  const write = () => {
    const place = ([key]) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
    const hash = [...parts].sort((a, b) => place(a) - place(b)).map(([key, value]) => `${key}=${encoded(value)}`).join("&");
    if (hash === window.location.hash.slice(1)) return;
    const here = window.location.href.split("#")[0];
    const how = stepping ? "pushState" : "replaceState";
    stepping = false;
    try { window.history[how](null, "", hash ? `${here}#${hash}` : here); } catch { /* Too often: the next one says it. */ }
  };

  /** Do what the browser's way back should take back: the first change of the address in it is a new entry. */
  const step = (act) => {
    stepping = true;
    try { act(); } finally { stepping = false; }
  };

  /** Say several things in the address; what is nothing or an empty text is taken out. */
  const put = (entries) => {
    for (const [key, value] of Object.entries(entries)) {
      if (value === null || value === undefined || value === "") parts.delete(key);
      else parts.set(key, String(value));
    }
    write();
  };

  /** A list as one value, whose items may hold commas, and back. */
  const joined = (items) => items.map((item) => item.replace(/[%,]/g, (sign) => encodeURIComponent(sign))).join(",");
  const split = (value) => (value || "").split(",").filter(Boolean).map(decoded);

  return {
    get: (key) => parts.get(key) ?? null,
    set: (key, value) => put({ [key]: value }),
    put, step, joined, split, isOurs,
    reload: () => { parts = read(); },
  };
})();
