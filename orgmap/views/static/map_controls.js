/* The drawing and its controls: views, filters, search, selection, keyboard and zoom. */
"use strict";

(() => {
  const { data, things, count, described } = orgmap;
  const byId = (id) => document.getElementById(id);
  const holder = byId("map");
  const darkMode = window.matchMedia("(prefers-color-scheme: dark)");
  const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
  const LEAST = { body: [6, 40], organisation: [4, 17], sector: [4, 17], person: [2.4, 6.5], post: [2.4, 6.5] };
  const FADED = 0.12;

  const state = { view: "whole", selected: null, atLeast: 1, off: new Map(), lit: null, fitted: true };
  const views = {};

  byId("drawing").hidden = false;

  const palette = () => {
    const style = getComputedStyle(byId("drawing"));
    const read = (name) => style.getPropertyValue(name).trim();
    return {
      paper: read("--paper"), ink: read("--ink"), focus: read("--focus"),
      strong: read("--strong"), line: read("--middle"), faint: read("--weak"),
    };
  };
  let colours = palette();

  /* ---- Views: nodes and edges with their neighbours ---- */

  const makeView = (name) => {
    const { nodes, edges, options } = data.views[name];
    const view = { name, nodes, edges, options, at: new Map(), by: new Map(), ends: new Map() };
    for (const node of nodes) {
      node.mode = things[node.thing].mode;
      view.at.set(node.id, node);
      view.by.set(node.thing, node);
      view.ends.set(node.id, []);
    }
    for (const edge of edges) {
      edge.base = edge.width;
      view.ends.get(edge.from).push(edge);
      view.ends.get(edge.to).push(edge);
    }
    for (const node of nodes) node.reach = reachOf(view, node);
    view.haze = Math.min(1, Math.max(0.25, Math.sqrt(800 / Math.max(1, edges.length))));
    return view;
  };

  const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);

  /** How far the people around a body stretch, so that its name can stand outside them. */
  const reachOf = (view, node) => {
    if (node.mode !== "body") return node.size;
    const far = view.ends
      .get(node.id)
      .filter((edge) => !edge.via)
      .map((edge) => view.at.get(otherEnd(edge, node.id)))
      .filter((other) => other.mode === "person" && seatCount(view, other) === 1)
      .map((other) => Math.hypot(other.x - node.x, other.y - node.y) + other.size);
    return Math.max(node.size, ...far);
  };
  const seatCount = (view, node) => view.ends.get(node.id).filter((edge) => view.at.get(otherEnd(edge, node.id)).mode === "body").length;

  /* ---- What is shown ---- */

  const passes = (thing) => {
    for (const [key, values] of state.off) {
      const [mode, fact] = key.split("/");
      if ((!mode || thing.mode === mode) && values.has(String(thing[fact] ?? ""))) return false;
    }
    return true;
  };

  /** Nodes and edges that the filters, the slider and each other leave standing. */
  const reveal = (view) => {
    const nodes = new Set(view.nodes.filter((node) => passes(things[node.thing])).map((node) => node.id));
    const noPeople = state.off.get("/mode")?.has("person") ?? false;
    const bodyTies = (node) => view.ends.get(node.id).filter((edge) => view.at.get(otherEnd(edge, node.id)).mode === "body");
    for (const node of view.nodes) {
      if (node.mode === "body" || !nodes.has(node.id)) continue;
      const ties = bodyTies(node);
      if (ties.length && !ties.some((edge) => passes(things[view.at.get(otherEnd(edge, node.id)).thing]) )) {
        if (!(state.off.get("/mode")?.has("body"))) nodes.delete(node.id);
      }
    }
    const edges = new Set();
    for (const edge of view.edges) {
      if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
      if (edge.via && !noPeople && !data.folded) continue;
      if (edge.shared !== undefined && edge.shared < state.atLeast) continue;
      edges.add(edge.id);
    }
    return { nodes, edges };
  };

  const neighbourhood = (view, id) => {
    const found = new Set([id]);
    for (const edge of view.ends.get(id)) if (view.shown.edges.has(edge.id)) found.add(otherEnd(edge, id));
    const thing = things[view.at.get(id).thing];
    if (thing.mode === "organisation" && view.name === "whole")
      for (const seat of orgmap.seatsFor[view.at.get(id).thing]) {
        const body = view.by.get(seat.body);
        if (body && view.shown.nodes.has(body.id)) found.add(body.id);
      }
    return found;
  };

  /* ---- Drawing ---- */

  const nodeLook = (view, node) => {
    const faded = state.lit && !state.lit.has(node.id);
    const chosen = state.selected === node.id;
    const [least, most] = LEAST[node.mode];
    const roomy = node.reach > node.size ? Math.min(most, 18) : most;
    const size = Math.min(Math.max(node.size, least / view.step), Math.max(roomy, node.size));
    return {
      id: node.id,
      hidden: !view.shown.nodes.has(node.id),
      size: chosen ? size * 1.25 : size,
      opacity: faded ? FADED : 1,
      borderWidth: chosen ? 4 : 1,
      color: { background: node.fill, border: chosen ? colours.focus : colours.ink },
    };
  };

  const edgeLook = (view, edge) => {
    const line = data.lines[edge.line];
    const lit = state.selected && (edge.from === state.selected || edge.to === state.selected || isOwnSeat(view, edge));
    const strength = state.lit && lit && line.strength === "faint" ? "line" : line.strength;
    return {
      id: edge.id,
      hidden: !view.shown.edges.has(edge.id),
      color: { color: colours[strength === "ink" ? "strong" : strength], opacity: state.lit && !lit ? 0.07 : lit ? 1 : edge.opacity || (line.strength === "ink" ? 1 : view.haze), inherit: false },
      width: (edge.base || line.width) / Math.sqrt(view.step),
    };
  };

  /** Whether an edge is a seat that somebody holds for the organisation selected. */
  const isOwnSeat = (view, edge) =>
    view.at.get(state.selected).mode === "organisation" &&
    ["chair", "seat", "attends", "open"].includes(edge.line) && state.lit.has(edge.from) && state.lit.has(edge.to);

  const start = (view) => {
    view.step = 1;
    view.shown = reveal(view);
    const nodes = new vis.DataSet(
      view.nodes.map((node) => ({
        ...nodeLook(view, node), x: node.x, y: node.y, shape: node.shape, title: node.text, labelHighlightBold: false,
      }))
    );
    const edges = new vis.DataSet(
      view.edges.map((edge) => {
        const line = data.lines[edge.line];
        const smooth = edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false;
        return { ...edgeLook(view, edge), from: edge.from, to: edge.to, dashes: line.dashes, arrows: line.arrows, smooth };
      })
    );
    view.sets = { nodes, edges };
    view.frame = document.createElement("div");
    view.frame.className = "vis-holder";
    view.frame.style.cssText = "position:absolute;inset:0";
    holder.append(view.frame);
    const network = new vis.Network(view.frame, { nodes, edges }, optionsOf(view));
    view.network = network;
    network.on("click", (event) => (event.nodes.length ? select(event.nodes[0]) : clear()));
    network.on("afterDrawing", (context) => painted(view, context));
    network.on("zoom", () => { state.fitted = false; resized(view); });
    network.on("dragEnd", () => { state.fitted = false; });
    network.on("hoverNode", () => { holder.style.cursor = "pointer"; });
    network.on("blurNode", () => { holder.style.cursor = ""; });
  };

  const optionsOf = (view) => ({
    ...view.options,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: {
      ...view.options.interaction, hover: view.nodes.length < 1500, selectConnectedEdges: false, keyboard: false,
      tooltipDelay: 250, zoomSpeed: 0.7, selectable: true, multiselect: false,
    },
    nodes: { font: { size: 0 }, chosen: false, shapeProperties: { interpolation: false } },
    edges: {
      ...view.options.edges, chosen: false, hoverWidth: 0, selectionWidth: 0,
      arrows: { to: { scaleFactor: 0.5 } }, arrowStrikethrough: false,
    },
  });

  /** Give the painter what is drawn, in pixels; tell the reader how many names did not fit. */
  const painted = (view, context) => {
    const scale = view.network.getScale();
    const items = [];
    for (const node of view.nodes) {
      if (!view.shown.nodes.has(node.id)) continue;
      const lit = state.lit?.has(node.id);
      items.push({
        node, mode: node.mode, x: node.x * scale, y: node.y * scale,
        radius: (view.sizes?.get(node.id) ?? node.size) * scale, reach: node.reach * scale,
        degree: view.ends.get(node.id).length, faded: Boolean(state.lit) && !lit,
        urgent: state.selected === node.id ? 2 : lit ? 1 : 0,
      });
    }
    const middle = view.network.getViewPosition();
    const [wide, high] = [holder.clientWidth / 2 - 2, holder.clientHeight / 2 - 2];
    const sight = {
      left: middle.x * scale - wide, right: middle.x * scale + wide,
      top: middle.y * scale - high, bottom: middle.y * scale + high,
    };
    const left = orgmap.painter.paint(context, items, countsOf(view, scale), scale, colours, sight);
    tell(view, items.length, left);
  };

  const countsOf = (view, scale) => {
    if (view.name !== "interlocks") return [];
    return view.edges
      .filter((edge) => view.shown.edges.has(edge.id) && (!state.selected || edge.from === state.selected || edge.to === state.selected))
      .sort((a, b) => b.shared - a.shared)
      .map((edge) => {
        const [from, to] = [view.at.get(edge.from), view.at.get(edge.to)];
        return { shared: edge.shared, x: ((from.x + to.x) / 2) * scale, y: ((from.y + to.y) / 2) * scale };
      });
  };

  const tell = (view, drawn, left) => {
    const kinds = new Map();
    for (const id of view.shown.nodes) kinds.set(view.at.get(id).mode, (kinds.get(view.at.get(id).mode) || 0) + 1);
    const words = { body: ["body", "bodies"], organisation: ["organisation"], person: ["person", "people"], sector: ["sector"], post: ["post"] };
    const parts = [...kinds].map(([mode, number]) => count(number, ...words[mode]));
    const all = view.nodes.length === drawn ? "" : ` of ${count(view.nodes.length, "node")}`;
    const ties = view.name === "interlocks" ? `, ${count(view.shown.edges.size, "tie")}` : "";
    const names = left ? ` ${count(left, "name is", "names are")} left out where there is no room: zoom in to see ${left === 1 ? "it" : "them"}.` : "";
    const text = `Drawn: ${orgmap.listed(parts) || "nothing"}${all}${ties}.${names}`;
    if (byId("shown").textContent !== text) byId("shown").textContent = text;
  };

  /** Draw again after a change of filters, selection or colours. */
  const refresh = () => {
    const view = views[state.view];
    view.shown = reveal(view);
    if (state.selected && !view.shown.nodes.has(state.selected)) clear(false);
    state.lit = state.selected ? neighbourhood(view, state.selected) : null;
    const nodes = view.nodes.map((node) => nodeLook(view, node));
    view.sizes = new Map(nodes.map((node) => [node.id, node.size]));
    view.sets.nodes.update(nodes);
    view.sets.edges.update(view.edges.map((edge) => edgeLook(view, edge)));
    legend(view);
  };

  /** Keep nodes large enough to see, in steps, so that zooming stays quick. */
  const resized = (view) => {
    const step = Math.pow(1.3, Math.round(Math.log(view.network.getScale()) / Math.log(1.3)));
    if (Math.abs(step - view.step) < 1e-6) return;
    view.step = step;
    refresh();
  };

  /** Show those entries of the legend that are drawn now, and only those. */
  const legend = (view) => {
    const drawn = new Set();
    for (const id of view.shown.nodes) {
      const thing = things[view.at.get(id).thing];
      drawn.add(`${thing.mode}/${thing.mode === "body" ? thing.tier || "" : thing.mode === "person" ? "" : thing.sector || ""}`);
    }
    const lines = new Set(view.edges.filter((edge) => view.shown.edges.has(edge.id)).map((edge) => edge.line));
    for (const entry of document.querySelectorAll("[data-node]")) entry.hidden = !drawn.has(entry.dataset.node);
    for (const entry of document.querySelectorAll("[data-line]")) entry.hidden = !lines.has(entry.dataset.line);
    for (const group of document.querySelectorAll(".legend .entries"))
      group.hidden = ![...group.querySelectorAll("li")].some((entry) => !entry.hidden);
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
    say(spoken(view, id) + (open ? " Details are open beside the map." : " Press Enter for details."));
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
      start(views[name]);
    }
    views[name].frame.hidden = false;
    byId("view-whole").setAttribute("aria-pressed", String(name === "whole"));
    byId("view-interlocks").setAttribute("aria-pressed", String(name === "interlocks"));
    byId("threshold").hidden = name !== "interlocks";
    for (const group of document.querySelectorAll("[data-group]")) group.hidden = name === "interlocks" && group.dataset.group !== "body";
    fit(views[name]);
    refresh();
    const node = wanted === null || wanted === undefined ? null : views[name].by.get(wanted);
    if (node && views[name].shown.nodes.has(node.id)) select(node.id, open);
    else clear();
  };

  /** Show all that is drawn, with room for the names at the rim. */
  const fit = (view) => {
    const shown = view.nodes.filter((node) => view.shown.nodes.has(node.id));
    if (!shown.length) return;
    const [xs, ys] = [shown.map((node) => node.x), shown.map((node) => node.y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const room = { x: Math.max(80, holder.clientWidth * 0.98 - 90), y: Math.max(80, holder.clientHeight - 90) };
    const scale = Math.min(1.6, room.x / Math.max(1, right - left), room.y / Math.max(1, bottom - top));
    view.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
    state.fitted = true;
    resized(view);
  };

  const zoom = (factor) => {
    const view = views[state.view];
    const scale = Math.min(8, Math.max(0.02, view.network.getScale() * factor));
    const position = state.selected ? { x: view.at.get(state.selected).x, y: view.at.get(state.selected).y } : view.network.getViewPosition();
    view.network.moveTo({ scale, position });
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
    else if (event.key === "0") fit(view);
    else return;
    event.preventDefault();
  };

  /* ---- Search ---- */

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
    jumpTo(hits[place]);
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

  /* ---- Connect everything ---- */

  const fromAddress = () => {
    let key;
    try { key = decodeURIComponent(window.location.hash.slice(1)); } catch { return; }
    const index = things.findIndex((thing) => thing.key === key);
    if (index >= 0 && drawnSomewhere.has(index)) jumpTo(index);
  };

  orgmap.panel.connect(jumpTo, (index) => drawnSomewhere.has(index));
  holder.addEventListener("keydown", onMapKey);
  byId("drawing").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !state.selected) return;
    clear();
    holder.focus();
  });
  byId("search").addEventListener("input", listHits);
  byId("search").addEventListener("keydown", onSearchKey);
  byId("search").addEventListener("blur", closeHits);
  byId("view-whole").addEventListener("click", () => show("whole"));
  byId("view-interlocks").addEventListener("click", () => show("interlocks"));
  byId("zoom-in").addEventListener("click", () => zoom(1.4));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  byId("fit").addEventListener("click", () => fit(views[state.view]));
  byId("clear").addEventListener("click", () => { clear(); holder.focus(); });
  byId("panel-close").addEventListener("click", () => { clear(); holder.focus(); });
  byId("filters").addEventListener("change", filtered);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => window.setTimeout(filtered));
  byId("at-least").addEventListener("input", (event) => {
    state.atLeast = Number(event.target.value);
    byId("at-least-value").textContent = event.target.value;
    refresh();
    const view = views.interlocks;
    say(`${count(view.shown.edges.size, "tie")} of ${view.edges.length} with at least ${state.atLeast} shared.`);
  });
  darkMode.addEventListener("change", () => { colours = palette(); refresh(); });
  new ResizeObserver(() => { if (state.fitted) fit(views[state.view]); }).observe(holder);
  window.addEventListener("hashchange", fromAddress);

  show("whole");
  fromAddress();
})();
