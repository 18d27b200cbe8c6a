/* A finding on the map: what it is about is lit, its sentence stands above, and the address says which it is. */
"use strict";

(() => {
  const { data, things, route } = orgmap;
  const byId = (id) => document.getElementById(id);
  const MOST_PAIRED = 4;
  const chooser = byId("finding");
  if (!chooser) return;

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

  /** With few bodies also those who sit on two of them: they are what the finding is about. */
  const between = (view, drawn) => {
    const bodies = drawn.filter((thing) => things[thing].mode === "body");
    if (bodies.length < 2 || bodies.length > MOST_PAIRED) return [];
    const seen = new Map();
    for (const body of bodies)
      for (const edge of view.ends.get(view.by.get(body).id)) {
        const other = orgmap.views.otherEnd(edge, view.by.get(body).id);
        if (view.at.get(other).mode !== "body") seen.set(other, new Set([...(seen.get(other) || []), body]));
      }
    return [...seen].filter(([id, tied]) => tied.size > 1 && view.shown.nodes.has(id)).map(([id]) => id);
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

  const put = (key) => {
    const one = found.get(key);
    chooser.value = one ? key : "";
    if (!one) {
      byId("finding-told").hidden = true;
      return;
    }
    if (!one.item.subjects.some((thing) => orgmap.map.current().by.has(thing))) orgmap.map.show("whole");
    const view = orgmap.map.current();
    const drawn = drawnOf(view, one.item.subjects);
    const ids = drawn.map((thing) => view.by.get(thing).id).filter((id) => view.shown.nodes.has(id));
    orgmap.map.light([...ids, ...between(view, drawn)], one.item.sentence);
    route.set("finding", key);
    tell(one);
  };

  /** Away with the sentence when what was lit is not lit any more. */
  const changed = () => {
    if (!route.get("finding") && !byId("finding-told").hidden) put("");
  };

  chooser.addEventListener("change", () => {
    if (chooser.value) put(chooser.value);
    else orgmap.map.goTo(null);
  });
  orgmap.map.on("change", changed);
  orgmap.map.on("address", () => { if (found.has(route.get("finding"))) put(route.get("finding")); });
  if (found.has(route.get("finding"))) put(route.get("finding"));
})();
