/* The keyboard on the drawing: arrows go along the ties, Page Up and Page Down through all names. */
"use strict";

orgmap.keys = (() => {
  const { things } = orgmap;
  const { neighbourhood } = orgmap.views;
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const RANK = { body: 0, organisation: 1, person: 2 };

  /** The nearest in a direction, of those that lie within 60 degrees of it. */
  const nearest = (view, ids, here, way) => {
    let found = null;
    for (const id of ids) {
      const node = view.at.get(id);
      const [dx, dy] = [node.x - here.x, node.y - here.y];
      const far = Math.hypot(dx, dy);
      const cosine = far ? (dx * way[0] + dy * way[1]) / far : 0;
      if (id === here.id || cosine < 0.5) continue;
      const cost = far * (2 - cosine);
      if (!found || cost < found.cost) found = { id, cost };
    }
    return found?.id;
  };

  /** The best node in a direction: among the tied ones first, else among all. */
  const step = (view, id, key) => {
    const here = view.at.get(id);
    return nearest(view, neighbourhood(view, id), here, WAYS[key]) ?? nearest(view, view.shown.nodes, here, WAYS[key]);
  };

  const shown = (view) => view.nodes.filter((node) => view.shown.nodes.has(node.id));

  /** Where the keyboard starts: the body with the most ties. */
  const first = (view) =>
    shown(view).sort((a, b) => RANK[a.mode] - RANK[b.mode] || view.ends.get(b.id).length - view.ends.get(a.id).length)[0]?.id;

  /** The next by name, bodies first, then organisations, then people; after the last comes the first. */
  const along = (view, id, by) => {
    const order = shown(view).sort(
      (a, b) => RANK[a.mode] - RANK[b.mode] || things[a.thing].name.localeCompare(things[b.thing].name, "en-GB") || a.thing - b.thing
    );
    const place = order.findIndex((node) => node.id === id);
    return order[(place + by + order.length) % order.length]?.id;
  };

  const listen = (holder, { current, select, say }) => {
    const { zoom, fitted } = orgmap.camera;
    const selected = () => orgmap.state.selected;

    const move = (key) => {
      const view = current();
      const arrow = key in WAYS ? () => (selected() ? step(view, selected(), key) : first(view)) : null;
      const next = arrow ? arrow() : along(view, selected(), key === "PageUp" ? -1 : 1);
      if (next) select(next, false);
      else say("Nothing further that way.");
    };

    const open = () => {
      const id = selected() ?? first(current());
      if (!id) return;
      select(id);
      document.getElementById("panel").focus();
    };

    const does = {
      Enter: open,
      PageUp: () => move("PageUp"),
      PageDown: () => move("PageDown"),
      "+": () => zoom(current(), 1.3),
      "=": () => zoom(current(), 1.3),
      "-": () => zoom(current(), 1 / 1.3),
      0: () => fitted(current()),
    };
    for (const key of Object.keys(WAYS)) does[key] = () => move(key);

    holder.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(does, event.key)) return;
      does[event.key]();
      event.preventDefault();
    });
  };

  return { listen };
})();
