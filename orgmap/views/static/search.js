"use strict";
(() => {
  const index = JSON.parse(document.getElementById("search-index").textContent);
  const form = document.getElementById("search");
  const input = document.getElementById("search-words");
  const status = document.getElementById("search-count");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const heading = document.title;
  const AT_ONCE = 50;
  const PLACES = new Set(["body", "organisation", "person", "post"]);
  const KINDS = {
    body: ["Body", "bodies"],
    organisation: ["Organisation", "organisations"],
    person: ["Person", "people"],
    post: ["Post", "posts"],
    answer: ["Answer", "answers"],
    word: ["Word of the glossary", "words"],
    measure: ["Measure", "measures"],
  };

  function folded(text) {
    return text
      .normalize("NFKD")
      .replace(/\p{M}|['’]/gu, "")
      .toLowerCase()
      .replace(/&/g, " and ")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  }

  function plain(name) {
    const letters = name.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
    const trimmed = (text) => text.replace(/^-+|-+$/g, "");
    return trimmed(trimmed(letters.replace(/[^a-z0-9]+/g, "-")).slice(0, 60));
  }

  const things = index.entries.map(([name, other, order, detail, where]) => {
    const [kind, before, after] = index.kinds[order];
    const names = [name, ...other.split("; ")].map(folded).filter(Boolean);
    const middles = Array.isArray(where) ? where : [where || plain(name)];
    return {
      name, other, order, kind, names,
      detail: index.details[detail],
      addresses: middles.map((middle) => before + middle + after),
      all: ` ${names.join(" | ")}`,
      about: ` ${folded(index.details[detail])}`,
    };
  });
  const byAddress = new Map(things.filter((one) => one.kind === "body").map((one) => [one.addresses[0], one]));

  function rank(thing, whole, words) {
    if (!words.every((word) => thing.all.includes(word))) return told(thing, words);
    if (thing.names.includes(whole)) return 0;
    if (thing.names[0] && thing.names[0].startsWith(whole)) return 1;
    if (thing.names.some((name) => name.startsWith(whole))) return 2;
    return words.every((word) => thing.all.includes(` ${word}`)) ? 3 : 4;
  }

  function told(thing, words) {
    const both = thing.all + thing.about;
    return PLACES.has(thing.kind) && words.every((word) => both.includes(` ${word}`)) ? 5 : -1;
  }

  function placed(thing, found) {
    return found >= 0 && !PLACES.has(thing.kind) ? found + 6 : found;
  }

  function search(text) {
    const whole = folded(text);
    if (!whole) return [];
    const words = whole.split(" ");
    return things
      .map((thing) => ({ thing, rank: placed(thing, rank(thing, whole, words)) }))
      .filter((one) => one.rank >= 0)
      .sort((a, b) => a.rank - b.rank || a.thing.order - b.thing.order || a.thing.name.localeCompare(b.thing.name, "en-GB", { numeric: true }))
      .map((one) => one.thing);
  }

  function made(tag, text, className) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  }

  function link(address, text) {
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.append(made("bdi", text));
    return anchor;
  }

  function line(thing) {
    const item = document.createElement("li");
    const about = made("span", KINDS[thing.kind][0] + (thing.detail ? `: ${thing.detail}` : ""), "quiet");
    item.append(link(thing.addresses[0], thing.name), " ", about);
    if (thing.other && thing.other !== thing.detail) item.append(" ", made("bdi", `(${thing.other})`, "quiet"));
    if (thing.kind === "post") item.append(seats(thing));
    return item;
  }

  function seats(thing) {
    const where = made("span", "sits on ", "where");
    thing.addresses.forEach((address, place) => {
      const body = byAddress.get(address);
      if (place) where.append(", ");
      const name = body ? body.name : thing.name;
      where.append(thing.addresses.length > 1 ? link(address, name) : made("bdi", name));
    });
    return where;
  }

  function counts(found) {
    const kinds = Object.keys(KINDS)
      .map((kind) => [kind, found.filter((one) => one.kind === kind).length])
      .filter(([, number]) => number)
      .map(([kind, number]) => `${number} ${number === 1 ? KINDS[kind][0].toLowerCase() : KINDS[kind][1]}`);
    return kinds.length > 1 ? `: ${kinds.join(", ")}` : "";
  }

  let found = [];

  function show(from) {
    const first = found.slice(from, from + AT_ONCE).map(line);
    if (from) list.append(...first);
    else list.replaceChildren(...first);
    const left = found.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${found.length}`;
    if (from) first[0].querySelector("a").focus();
  }

  function run() {
    const text = input.value.trim();
    found = search(text);
    if (!text) status.textContent = "";
    else if (found.length) status.textContent = `${found.length.toLocaleString("en-GB")} found${counts(found)}.`;
    else status.textContent = `Nothing found for “${text}”. Try fewer letters or another word of the name.`;
    document.title = text ? `${text}: ${heading}` : heading;
    show(0);
  }

  function asked() {
    const said = new URLSearchParams(window.location.hash.slice(1).replace(/\+/g, "%2B")).get("q");
    return said || "";
  }

  function fromAddress() {
    input.value = asked();
    run();
  }

  function keep() {
    const text = input.value.trim();
    const address = text ? `#q=${encodeURIComponent(text)}` : window.location.pathname;
    window.history.replaceState(null, "", address);
  }

  function step(event) {
    const links = [...list.querySelectorAll("li > a")];
    const here = links.indexOf(document.activeElement);
    if (event.key === "Escape" && here >= 0) input.focus();
    else if (event.key === "ArrowDown" && here + 1 < links.length) links[here + 1].focus();
    else if (event.key === "ArrowUp" && here > 0) links[here - 1].focus();
    else if (event.key === "ArrowUp" && here === 0) input.focus();
    else return;
    event.preventDefault();
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.focus();
  });
  input.addEventListener("input", () => {
    run();
    keep();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") step(event);
  });
  list.addEventListener("keydown", step);
  more.addEventListener("click", () => show(list.children.length));
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
  if (!window.matchMedia("(pointer: coarse)").matches) input.focus();
})();
