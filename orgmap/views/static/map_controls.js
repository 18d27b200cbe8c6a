/* The controls: selection, the switch between the drawings, filters, keyboard and zoom. */
"use strict";

(() => {
  const { data, things, count, described, state, drawing } = orgmap;
  const { makeView, neighbourhood, reveal } = orgmap.views;
  const byId = (id) => document.getElementById(id);
  const holder = byId("map");
  const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
  const views = {};

  /** Draw again after a change of filters, selection or colours. */
  const refresh = () => {
    const view = views[state.view];
    view.shown = reveal(view);
    if (state.selected && !view.shown.nodes.has(state.selected)) clear(false);
    state.lit = state.selected ? neighbourhood(view, state.selected) : null;
    drawing.repaint(view);
  };

  /** Keep nodes large enough to see, in steps, so that zooming stays quick. */
  const resized = (view) => {
    const step = Math.pow(1.3, Math.round(Math.log(view.network.getScale()) / Math.log(1.3)));
    if (Math.abs(step - view.step) < 1e-6) return;
    view.step = step;
    refresh();
  };

  /* ---- Selection ---- */

  const say = (text) => { byId("said").textContent = text; };

  const spoken = (view, id) => {
    const thing = things[view.at.get(id).thing];
    const near = neighbourhood(view, id).size - 1;
    return `${thing.name}, ${described(thing)}, ${near ? `tied to ${count(near, "other")}` : "tied to nothing here"}.`;
  };

  const select = (id, open = true) => {
    const view = views[state.view];
    if (!view.shown.nodes.has(id)) return;
    state.selected = id;
    byId("clear").disabled = false;
    refresh();
    inSight(view, id);
    if (open) openPanel(view, id);
    else byId("panel").hidden = true;
    say(spoken(view, id) + (open ? " Details are open." : " Press Enter for details."));
  };

  const openPanel = (view, id) => {
    orgmap.panel.fill(view.at.get(id).thing);
    byId("panel").hidden = false;
    byId("panel").parentElement.scrollTop = 0;
  };

  const clear = (redraw = true) => {
    const had = state.selected !== null;
    state.selected = null;
    state.lit = null;
    byId("panel").hidden = true;
    byId("clear").disabled = true;
    if (!redraw) return;
    refresh();
    if (had) say("Selection cleared.");
  };

  /** Move the drawing where a node is outside the window. */
  const inSight = (view, id) => {
    const { x, y } = view.at.get(id);
    const at = view.network.canvasToDOM({ x, y });
    const margin = 40;
    if (at.x > margin && at.y > margin && at.x < holder.clientWidth - margin && at.y < holder.clientHeight - margin) return;
    view.network.moveTo({ position: { x, y }, animation: moving() });
  };
  const moving = () => (reducedMotion.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" });

  const jumpTo = (thing) => {
    for (const name of [state.view, "whole", "interlocks"]) {
      const node = data.views[name].nodes.find((found) => found.thing === thing);
      if (!node) continue;
      if (name !== state.view) show(name);
      if (!views[name].shown.nodes.has(node.id)) { byId("filters").reset(); everything(); }
      select(node.id);
      return;
    }
  };

  /* ---- Views, zoom, filters, slider ---- */

  const show = (name) => {
    if (views[state.view]?.frame) views[state.view].frame.hidden = true;
    const wanted = state.selected && views[state.view].at.get(state.selected).thing;
    const open = !byId("panel").hidden;
    state.view = name;
    state.selected = null;
    state.lit = null;
    if (!views[name]) {
      views[name] = makeView(name);
      drawing.start(views[name], (id) => (id === undefined ? clear() : select(id)), resized);
    }
    views[name].frame.hidden = false;
    byId("view-whole").setAttribute("aria-pressed", String(name === "whole"));
    byId("view-interlocks").setAttribute("aria-pressed", String(name === "interlocks"));
    byId("threshold").hidden = name !== "interlocks";
    const groups = [...document.querySelectorAll("[data-group]")];
    for (const group of groups) group.hidden = name === "interlocks" && group.dataset.group !== "body";
    document.querySelector(".filters").hidden = groups.every((group) => group.hidden);
    fitted(views[name]);
    refresh();
    views[name].network.redraw();
    const node = wanted === null || wanted === undefined ? null : views[name].by.get(wanted);
    if (node && views[name].shown.nodes.has(node.id)) select(node.id, open);
    else clear();
  };

  const fitted = (view) => {
    drawing.fit(view);
    resized(view);
  };

  const zoom = (factor) => {
    const view = views[state.view];
    const scale = Math.min(8, Math.max(0.02, view.network.getScale() * factor));
    const { x, y } = view.at.get(state.selected) ?? view.network.getViewPosition();
    view.network.moveTo({ scale, position: { x, y } });
    state.fitted = false;
    resized(view);
  };

  const everything = () => {
    state.off.clear();
    refresh();
  };

  const filtered = () => {
    state.off.clear();
    for (const box of byId("filters").querySelectorAll("input:not(:checked)")) {
      const key = `${box.dataset.mode}/${box.dataset.fact}`;
      if (!state.off.has(key)) state.off.set(key, new Set());
      state.off.get(key).add(box.value);
    }
    refresh();
    say(byId("shown").textContent);
  };

  /* ---- Keyboard on the drawing ---- */

  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /** The best node in a direction: among the tied ones first, else among all. */
  const step = (view, way) => {
    const here = view.at.get(state.selected);
    const near = neighbourhood(view, here.id);
    near.delete(here.id);
    const best = (ids, widest) => {
      let found = null;
      for (const id of ids) {
        const node = view.at.get(id);
        const [dx, dy] = [node.x - here.x, node.y - here.y];
        const far = Math.hypot(dx, dy);
        const cosine = far ? (dx * way[0] + dy * way[1]) / far : 0;
        if (id === here.id || cosine < widest) continue;
        const cost = far * (2 - cosine);
        if (!found || cost < found.cost) found = { id, cost };
      }
      return found?.id;
    };
    return best(near, 0.5) ?? best(view.shown.nodes, 0.5);
  };

  const first = (view) =>
    view.nodes
      .filter((node) => view.shown.nodes.has(node.id))
      .sort((a, b) => (a.mode === "body" ? 0 : 1) - (b.mode === "body" ? 0 : 1) || view.ends.get(b.id).length - view.ends.get(a.id).length)[0]?.id;

  const onMapKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const view = views[state.view];
    if (WAYS[event.key]) {
      const next = state.selected ? step(view, WAYS[event.key]) : first(view);
      if (next) select(next, false);
      else say("Nothing further that way.");
    } else if (event.key === "Enter" && (state.selected || first(view))) {
      select(state.selected || first(view));
      byId("panel").focus();
    } else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") fitted(view);
    else return;
    event.preventDefault();
  };

  /* ---- Connect everything ---- */

  const fromAddress = () => {
    let key;
    try { key = decodeURIComponent(window.location.hash.slice(1)); } catch { return; }
    const index = things.findIndex((thing) => thing.key === key);
    if (index >= 0 && orgmap.search.isDrawn(index)) jumpTo(index);
  };

  orgmap.panel.connect(jumpTo, orgmap.search.isDrawn);
  orgmap.search.connect(jumpTo, say);
  holder.addEventListener("keydown", onMapKey);
  byId("drawing").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !state.selected) return;
    clear();
    holder.focus();
  });
  byId("view-whole").addEventListener("click", () => show("whole"));
  byId("view-interlocks").addEventListener("click", () => show("interlocks"));
  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("fit").addEventListener("click", () => fitted(views[state.view]));
  byId("clear").addEventListener("click", () => { clear(); holder.focus(); });
  byId("panel-close").addEventListener("click", () => { clear(); holder.focus(); });
  byId("filters").addEventListener("change", filtered);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => window.setTimeout(filtered));
  byId("at-least").addEventListener("input", (event) => {
    state.atLeast = Number(event.target.value);
    byId("at-least-value").textContent = event.target.value;
    refresh();
    say(`${drawing.tieWords(views.interlocks)}.`);
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    drawing.recolour();
    refresh();
  });
  new ResizeObserver(() => { if (state.fitted) fitted(views[state.view]); }).observe(holder);
  window.addEventListener("hashchange", fromAddress);

  const keyed = (key) => views[state.view].by.get(things.findIndex((thing) => thing.key === key));

  /* What can be asked of the map from outside, by the id of a node. */
  orgmap.map = {
    goTo: (key) => (key === null ? clear() : jumpTo(things.findIndex((thing) => thing.key === key))),
    selected: () => (state.selected ? things[views[state.view].at.get(state.selected).thing].key : null),
    scale: () => views[state.view].network.getScale(),
    onScreen: (key) => views[state.view].network.canvasToDOM({ x: keyed(key).x, y: keyed(key).y }),
    opacity: (key) => views[state.view].sets.nodes.get(keyed(key).id).opacity,
    lines: () => [...new Set(views[state.view].edges.filter((edge) => views[state.view].shown.edges.has(edge.id)).map((edge) => edge.line))],
  };

  byId("drawing").hidden = false;
  show("whole");
  fromAddress();
})();
