/* The search box: finds by name and short name, lists what it found, and goes there. */
"use strict";

orgmap.search = (() => {
  const { data, things, described } = orgmap;
  const byId = (id) => document.getElementById(id);
  let goTo = () => {};
  let say = () => {};

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-GB");
  const drawnSomewhere = new Set(Object.values(data.views).flatMap((view) => view.nodes.map((node) => node.thing)));
  const searchable = things
    .map((thing, index) => ({ index, text: fold([thing.name, thing.short_name].filter(Boolean).join(" ")) }))
    .filter((entry) => drawnSomewhere.has(entry.index));
  const MOST_HITS = 30;
  let hits = [];
  let current = -1;

  const found = (words) => {
    const parts = fold(words).split(/\s+/).filter(Boolean);
    if (!parts.length) return [];
    const ranked = searchable
      .filter((entry) => parts.every((part) => entry.text.includes(part)))
      .map((entry) => ({ ...entry, rank: (entry.text.startsWith(parts[0]) ? 0 : 2) + (things[entry.index].mode === "body" ? 0 : 1) }));
    return ranked.sort((a, b) => a.rank - b.rank || a.text.localeCompare(b.text, "en-GB"));
  };

  const listHits = () => {
    const all = found(byId("search").value);
    hits = all.slice(0, MOST_HITS).map((entry) => entry.index);
    current = hits.length ? 0 : -1;
    const items = hits.map((index, place) => {
      const item = document.createElement("li");
      item.id = `hit-${place}`;
      item.setAttribute("role", "option");
      const name = document.createElement("bdi");
      name.textContent = orgmap.short(things[index].name, 90);
      const what = document.createElement("span");
      what.className = "quiet";
      what.textContent = ` ${described(things[index])}`;
      item.append(name, what);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(place); });
      return item;
    });
    byId("hits").replaceChildren(...items);
    const open = byId("search").value.trim() !== "";
    if (open && !all.length) {
      const none = document.createElement("li");
      none.className = "none";
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      none.textContent = "Nothing found.";
      byId("hits").append(none);
    }
    byId("hits").hidden = !open;
    byId("search").setAttribute("aria-expanded", String(open));
    mark();
    if (open) say(all.length > MOST_HITS ? `${all.length} found, the first ${MOST_HITS} are listed.` : `${all.length} found.`);
  };

  const mark = () => {
    const items = [...byId("hits").children];
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === current)));
    if (current >= 0) {
      byId("search").setAttribute("aria-activedescendant", `hit-${current}`);
      items[current].scrollIntoView({ block: "nearest" });
    } else byId("search").removeAttribute("aria-activedescendant");
  };

  const closeHits = () => {
    byId("hits").hidden = true;
    byId("search").setAttribute("aria-expanded", "false");
    byId("search").removeAttribute("aria-activedescendant");
  };

  const choose = (place) => {
    if (hits[place] === undefined) return;
    byId("search").value = things[hits[place]].name.slice(0, 200);
    closeHits();
    goTo(hits[place]);
  };

  const onSearchKey = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!hits.length) return;
      current = (current + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
      mark();
    } else if (event.key === "Enter") choose(current);
    else if (event.key === "Escape") { byId("search").value = ""; closeHits(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const connect = (onChoice, onNews) => {
    goTo = onChoice;
    say = onNews;
    byId("search").addEventListener("input", listHits);
    byId("search").addEventListener("keydown", onSearchKey);
    byId("search").addEventListener("blur", closeHits);
  };

  return { connect, isDrawn: (index) => drawnSomewhere.has(index) };
})();
