/* A finding on the map: what it is about is lit, its sentence stands above, and the address says which it is. */
"use strict";

(() => {
  const { data, route, evidence } = orgmap;
  const byId = (id) => document.getElementById(id);
  const NONE = "There is no such finding in this map.";
  const chooser = byId("finding");

  const keyOf = (group, item) => `${group.question}:${item.number}`;
  const found = new Map(data.findings.flatMap((group) => group.items.map((item) => [keyOf(group, item), { group, item }])));

  const optionOf = (group, item) => {
    const option = document.createElement("option");
    option.value = keyOf(group, item);
    option.textContent = orgmap.short(item.sentence, 100);
    return option;
  };

  for (const group of data.findings) {
    const options = document.createElement("optgroup");
    options.label = group.title;
    options.append(...group.items.map((item) => optionOf(group, item)));
    chooser.append(options);
  }

  /** What is drawn of the subjects; of people that are folded the bodies where they sit. */
  const drawnOf = (view, subjects) => {
    const here = subjects.filter((thing) => view.by.has(thing));
    if (here.length) return here;
    return subjects.flatMap((thing) => orgmap.seatsOf[thing].map((seat) => seat.body)).filter((body) => view.by.has(body));
  };

  const tell = ({ group, item }) => {
    const words = document.createElement("bdi");
    words.textContent = `${item.sentence} `;
    byId("finding-told").replaceChildren(words);
    if (group.page) {
      const link = document.createElement("a");
      link.href = `${group.page}#finding-${item.number}`;
      link.textContent = "The rows behind it";
      byId("finding-told").append(link);
    }
    byId("finding-told").hidden = false;
  };

  const untold = () => {
    if (chooser) chooser.value = "";
    byId("finding-told").hidden = true;
  };

  /** Light a finding, and go on from there with its sentence above the drawing. */
  const put = (key) => {
    const { group, item } = found.get(key);
    const here = orgmap.map.current();
    if (here.name !== "whole" && !item.subjects.every((thing) => here.by.has(thing))) orgmap.map.show("whole");
    const view = orgmap.map.current();
    const { lit, shows } = evidence.of(group.question, item.subjects);
    const ids = [...drawnOf(view, item.subjects), ...lit].map((thing) => view.by.get(thing)?.id);
    orgmap.map.light(ids.filter((id) => view.shown.nodes.has(id)), item.sentence, shows);
    route.set("finding", key);
    chooser.value = key;
    tell(found.get(key));
  };

  /** Say that the address asks for a finding that is not here; any change of the map takes the words away. */
  const missing = () => {
    route.set("finding", null);
    byId("finding-told").textContent = NONE;
    byId("finding-told").hidden = false;
    orgmap.map.say(NONE, false);
  };

  const fromAddress = () => {
    const key = route.get("finding");
    if (found.has(key)) put(key);
    else if (key !== null) missing();
  };

  /** Away with the sentence when what was lit is not lit any more. */
  const changed = () => {
    if (!route.get("finding") && !byId("finding-told").hidden) untold();
  };

  chooser?.addEventListener("change", () => {
    route.step(() => (chooser.value ? put(chooser.value) : orgmap.map.goTo(null)));
  });
  orgmap.map.on("change", changed);
  orgmap.map.on("address", fromAddress);
  fromAddress();
})();
