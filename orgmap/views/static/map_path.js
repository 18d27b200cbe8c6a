/* "How is the college linked to the police?": asks for two, tells each step, and lights the way on the map. */
"use strict";

(() => {
  const { things, byKey, state, linked, route } = orgmap;
  const byId = (id) => document.getElementById(id);
  const MOST_TOLD = 5;
  const ends = [null, null];
  let found = null;
  let way = 0;
  let filters = "";

  const say = (words) => { byId("path-said").textContent = words; };
  const counted = (words) => { byId("path-found").textContent = words; };

  /** The name of a thing as a button that selects it on the map. */
  const named = (index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "name";
    const name = document.createElement("bdi");
    name.textContent = orgmap.short(things[index].name, 120);
    button.append(name);
    button.addEventListener("click", () => orgmap.map.goTo(things[index].key));
    return button;
  };

  const line = ({ parts }) => {
    const item = document.createElement("li");
    item.append(...parts.map((part) => (typeof part === "number" ? named(part) : part)));
    return item;
  };

  /* ---- Ask, tell and show ---- */

  const told = () => Math.min(found.ways.length, MOST_TOLD);

  const which = () => {
    if (found.ways.length === 1) return found.more ? "" : " No other way is as short.";
    const all = found.more ? `More than ${found.ways.length}` : found.ways.length.toLocaleString("en-GB");
    const rest = told() < found.ways.length || found.more ? ` ${all} ways are as short; the first ${told()} are told.` : "";
    return ` Way ${way + 1} of ${told()}.${rest}`;
  };

  const words = () => {
    const declared = found.declared ? " No seat links them: declared links and groups that are part of a body were taken too." : "";
    return `${linked.summary(...ends, found.ways[way])}${declared}${which()}`;
  };

  const tell = () => {
    const taken = linked.steps(found.ties, found.ways[way]);
    say(words());
    byId("path-steps").replaceChildren(...taken.map(line));
    byId("path-before").hidden = byId("path-after").hidden = told() < 2;
    byId("path-way").hidden = false;
  };

  const light = () => {
    if (orgmap.map.current().name !== "whole") orgmap.map.show("whole");
    const view = orgmap.map.current();
    const taken = linked.steps(found.ties, found.ways[way]);
    const ids = [...found.ways[way], ...linked.holders(taken)].map((index) => view.by.get(index)?.id);
    orgmap.map.light(ids.filter((id) => id !== undefined && view.shown.nodes.has(id)), words());
    route.set("path", route.joined(ends.map((index) => things[index].key)));
  };

  const forget = () => {
    found = null;
    byId("path-way").hidden = true;
    byId("path-steps").replaceChildren();
    route.set("path", null);
  };

  /** Why there is no way to show between the two that are chosen; nothing where `found` has one. */
  const trouble = () => {
    if (ends.includes(null)) return "Choose both from the lists: type part of a name, then press Enter.";
    if (ends[0] === ends[1]) return "Choose two that are not the same.";
    filters = filtersNow();
    const answer = linked.between(...ends);
    if (!answer.ways.length) return linked.whyNot(...ends, answer.why);
    found = answer;
    return "";
  };

  const find = () => {
    const wasLit = found !== null && route.get("path");
    forget();
    const wrong = trouble();
    if (wrong) {
      if (wasLit) orgmap.map.goTo(null);
      return say(wrong);
    }
    way = 0;
    tell();
    light();
  };

  const turn = (by) => {
    way = (way + by + told()) % told();
    tell();
    light();
  };

  const filtersNow = () => JSON.stringify([...state.off].map(([key, values]) => [key, [...values].sort()]).sort());

  /** Ask again where the filters have changed since. */
  const changed = () => {
    if (!route.get("path") || filters === filtersNow()) return;
    filters = filtersNow();
    window.setTimeout(find);
  };

  /* ---- From the panel ---- */

  const from = document.createElement("button");
  from.type = "button";
  from.textContent = "How is it linked to another?";
  from.addEventListener("click", () => {
    boxes[0].set(byKey.get(orgmap.map.selected()));
    byId("path-to").focus();
  });
  byId("panel-body").after(from);

  /* ---- Connect everything ---- */

  const boxes = ["from", "to"].map((end, place) =>
    orgmap.combobox.connect(byId(`path-${end}`), byId(`path-${end}-hits`), { say: counted, chosen: (index) => { ends[place] = index; } })
  );

  const empty = () => {
    forget();
    boxes.forEach((box) => box.set(null));
    say("");
  };

  const fromAddress = () => {
    const indexes = route.split(route.get("path")).map((key) => byKey.get(key));
    if (indexes.length !== 2 || indexes.includes(undefined)) {
      if (found) empty();
      return;
    }
    indexes.forEach((index, place) => boxes[place].set(index));
    find();
  };

  byId("path-form").addEventListener("submit", (event) => { event.preventDefault(); route.step(find); });
  byId("path-before").addEventListener("click", () => turn(-1));
  byId("path-after").addEventListener("click", () => turn(1));
  byId("path-light").addEventListener("click", light);
  byId("path-clear").addEventListener("click", () => {
    empty();
    orgmap.map.goTo(null);
    byId("path-from").focus();
  });
  orgmap.map.on("change", changed);
  orgmap.map.on("address", fromAddress);
  fromAddress();
})();
