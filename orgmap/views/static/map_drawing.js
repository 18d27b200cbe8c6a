/* How a view looks: colours, sizes, lines, names, the legend that goes with it, and the words beneath. */
"use strict";

orgmap.drawing = (() => {
  const { data, things, count, figure, state } = orgmap;
  const { reveal } = orgmap.views;
  const byId = (id) => document.getElementById(id);
  const holder = byId("map");
  const LEAST = { body: [7.5, 40], organisation: [4, 17], sector: [4, 17], person: [2.4, 6.5], post: [2.4, 6.5] };
  const PLURALS = { body: "bodies", person: "people" };
  const SEATS = ["chair", "seat", "attends", "open"];
  const FADED = 0.12;
  const MOST_HOVERED = 1500;
  const HEADING = 120;
  const NARROW = 500;
  const CROWDED = 20;

  /** The colours of the page as the canvas takes them, those of the system where it forces its own. */
  const palette = () => {
    const style = getComputedStyle(byId("drawing"));
    const probe = document.createElement("span");
    byId("drawing").append(probe);
    const read = (name) => {
      probe.style.color = style.getPropertyValue(name).trim();
      return getComputedStyle(probe).color;
    };
    const found = {
      paper: read("--paper"), text: read("--ink"), quiet: read("--quiet"), focus: read("--focus"),
      ink: read("--strong"), line: read("--middle"), faint: read("--weak"),
    };
    probe.remove();
    return found;
  };
  let colours = palette();

  /* ---- The look of each node and edge ---- */

  /** How large a node is at a step of the zoom: never too small to see, nor larger than what is around it allows. */
  const sizeOf = (node, step) => {
    const [least, most] = LEAST[node.mode];
    const roomy = node.crowded ? Math.min(most, CROWDED) : most;
    const usual = node.size / Math.sqrt(Math.max(1, step));
    const size = Math.min(Math.max(usual, least / step), Math.max(roomy, node.size));
    return state.selected === node.id ? size * 1.25 : size;
  };

  const nodeLook = (view, node) => {
    const faded = state.lit && !state.lit.has(node.id);
    const chosen = state.selected === node.id;
    return {
      size: sizeOf(node, view.step),
      opacity: faded ? FADED : 1,
      borderWidth: chosen ? 4 : node.mode === "person" ? 0.6 : 1,
      color: { background: node.fill, border: chosen ? colours.focus : colours.text },
    };
  };

  const isLit = (view, edge) => {
    if (state.light) return state.light.ids.has(edge.from) && state.light.ids.has(edge.to) && state.light.shows(edge);
    return state.lit && (edge.from === state.selected || edge.to === state.selected || isOwnSeat(view, edge));
  };

  /** Whether an edge is a seat that somebody holds for the organisation selected. */
  const isOwnSeat = (view, edge) =>
    SEATS.includes(edge.line) && view.at.get(state.selected).mode === "organisation" && state.lit.has(edge.from) && state.lit.has(edge.to);

  /** How strong a line is (which of the colours), how clear, and how wide at a step of the zoom. */
  const lineAt = (view, edge, step) => {
    const line = data.lines[edge.line];
    const lit = isLit(view, edge);
    const strength = lit && line.strength === "faint" ? "line" : line.strength;
    const usual = (edge.opacity || 1) * (line.strength === "ink" ? 1 : view.shown.haze);
    return {
      strength: lit && state.light ? "ink" : strength,
      opacity: lit ? 1 : state.lit ? 0.07 * Math.max(0.3, view.shown.haze) : usual,
      width: (edge.base || line.width) / (step < 1 ? Math.sqrt(step) : step),
    };
  };

  const edgeLook = (view, edge) => {
    const { strength, opacity, width } = lineAt(view, edge, view.step);
    return { color: { color: colours[strength], opacity, inherit: false }, width };
  };

  const wholeNode = (view, node) => ({
    id: node.id, x: node.x, y: node.y, shape: node.shape, title: node.text, labelHighlightBold: false, ...nodeLook(view, node),
  });

  const wholeEdge = (view, edge) => {
    const { dashes, arrows } = data.lines[edge.line];
    return { id: edge.id, from: edge.from, to: edge.to, dashes, arrows, smooth: bent(view, edge), ...edgeLook(view, edge) };
  };

  const bent = (view, edge) => {
    const bend = orgmap.bends.of(view, edge);
    return bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false;
  };

  /** Bring a set of vis up to what is shown: only what came, went or changed is touched. */
  const bring = (view, kind, all, whole, look) => {
    const [set, before, now] = [view.sets[kind], view.looks[kind], new Map()];
    const [came, changed] = [[], []];
    for (const one of all) {
      if (!view.shown[kind].has(one.id)) continue;
      const found = look(view, one);
      const text = JSON.stringify(found);
      now.set(one.id, text);
      if (!before.has(one.id)) came.push(whole(view, one));
      else if (before.get(one.id) !== text) changed.push({ id: one.id, ...found });
    }
    const gone = [...before.keys()].filter((id) => !now.has(id));
    view.looks[kind] = now;
    if (gone.length) set.remove(gone);
    if (came.length) set.add(came);
    if (changed.length) set.update(changed);
  };

  /** Give every node and edge of a view the look that the selection, the filters and the zoom ask for. */
  const repaint = (view) => {
    bring(view, "nodes", view.nodes, wholeNode, nodeLook);
    bring(view, "edges", view.edges, wholeEdge, edgeLook);
    legend(view);
    tell(view);
  };

  /* ---- The drawing itself ---- */

  /** Make the drawing of a view, and say what to do when a node, or nothing, is clicked, or the zoom changes. */
  const start = (view, onClick, onZoom) => {
    view.shown = reveal(view);
    view.step = stepOf(windowOn(view).scale);
    view.sets = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    view.looks = { nodes: new Map(), edges: new Map() };
    repaint(view);
    view.frame = document.createElement("div");
    view.frame.className = "vis-holder";
    holder.append(view.frame);
    const network = new vis.Network(view.frame, view.sets, optionsOf(view));
    view.network = network;
    view.frame.firstElementChild.removeAttribute("tabindex");
    network.on("click", (event) => onClick(event.nodes[0]));
    network.on("afterDrawing", (context) => painted(view, context));
    network.once("afterDrawing", () => window.performance.mark("orgmap-usable"));
    network.on("zoom", () => { setFitted(false); onZoom(view); });
    network.on("dragEnd", () => setFitted(false));
    network.on("hoverNode", () => holder.classList.add("over"));
    network.on("blurNode", () => holder.classList.remove("over"));
  };

  /** Put away the name beside the pointer, until it is over another node. */
  const untip = (view) => view.network.interactionHandler.popup?.hide();

  const stop = (view) => {
    view.network.destroy();
    view.frame.remove();
  };

  const optionsOf = (view) => ({
    ...data.options,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: {
      ...data.options.interaction, hover: view.nodes.length < MOST_HOVERED, selectConnectedEdges: false, keyboard: false,
      tooltipDelay: 250, zoomSpeed: 0.7, selectable: true, multiselect: false,
    },
    nodes: { font: { size: 0 }, chosen: false, shapeProperties: { interpolation: false } },
    edges: {
      ...data.options.edges, chosen: false, hoverWidth: 0, selectionWidth: 0,
      arrows: { to: { scaleFactor: 0.5 } }, arrowStrikethrough: false,
    },
  });

  /** Nodes stay large enough to see; their sizes change in steps, so that zooming stays quick. */
  const stepOf = (scale) => Math.pow(1.3, Math.round(Math.log(scale) / Math.log(1.3)));

  const isNarrow = () => holder.clientWidth < NARROW;

  /** Where to look so that these nodes are all seen, with room for the names at the rim. */
  const windowOn = (view, ids = view.shown.nodes) => {
    const seen = view.nodes.filter((node) => ids.has(node.id));
    const [xs, ys] = [seen.map((node) => node.x), seen.map((node) => node.y)];
    const rim = ids === view.shown.nodes && view.bands.length && !isNarrow() ? HEADING : 0;
    if (!xs.length) return { position: { x: 0, y: 0 }, scale: 1 };
    const reduced = (list, way) => list.reduce((a, b) => way(a, b));
    const [left, right, top, bottom] = [reduced(xs, Math.min), reduced(xs, Math.max), reduced(ys, Math.min), reduced(ys, Math.max)];
    const room = { x: Math.max(80, holder.clientWidth * 0.98 - 90 - rim), y: Math.max(80, holder.clientHeight - 90) };
    const scale = Math.min(1.6, room.x / Math.max(1, right - left), room.y / Math.max(1, bottom - top));
    return { position: { x: (left + right) / 2 - rim / 2 / scale, y: (top + bottom) / 2 }, scale };
  };

  /** Show all that is drawn; a finger then scrolls the page past it, and moves it once it is zoomed. */
  const fit = (view) => {
    view.network.moveTo(windowOn(view));
    setFitted(true);
  };

  const setFitted = (fitted) => {
    state.fitted = fitted;
    holder.classList.toggle("fitted", fitted);
  };

  /* ---- Names, counts and words ---- */

  /** What the painter must know of each node shown, in pixels at a scale. */
  const itemsAt = (view, scale, step) =>
    view.nodes
      .filter((node) => view.shown.nodes.has(node.id))
      .map((node) => {
        const lit = state.lit?.has(node.id);
        const ties = view.ends.get(node.id);
        return {
          node, mode: node.mode, x: node.x * scale, y: node.y * scale,
          radius: sizeOf(node, step) * scale, reach: node.reach * scale,
          degree: ties.length, tied: lit ? ties.filter((edge) => isLit(view, edge)).length : 0, faded: Boolean(state.lit) && !lit,
          urgent: state.selected === node.id || state.focus === node.thing ? 2 : lit ? 1 : 0,
        };
      });

  /** Give the painter what is drawn, in pixels; keep how many names did not fit. */
  const painted = (view, context) => {
    const scale = view.network.getScale();
    const items = itemsAt(view, scale, view.step);
    const centre = view.network.getViewPosition();
    const [wide, high] = [holder.clientWidth / 2 - 2, holder.clientHeight / 2 - 2];
    const sight = {
      left: centre.x * scale - wide, right: centre.x * scale + wide,
      top: centre.y * scale - high, bottom: centre.y * scale + high,
    };
    sight.taken = headings(view, context, scale);
    view.left = orgmap.painter.paint(context, items, countsOf(view, scale), scale, colours, sight);
    tell(view);
  };

  /** Paint the headings of the bands of a view, left of them, or above where it is narrow; return the boxes that they take. */
  const headings = (view, context, scale) => {
    const narrow = isNarrow();
    const [aside, up] = narrow ? [-8, 17] : [-22, 0];
    context.save();
    context.textAlign = narrow ? "left" : "right";
    context.textBaseline = "middle";
    context.font = `italic 600 ${13 / scale}px ${orgmap.painter.font}`;
    context.fillStyle = colours.quiet;
    for (const { text, x, y } of view.bands) context.fillText(text, x + aside / scale, y - up / scale);
    context.restore();
    const [left, right] = narrow ? [aside, aside + HEADING] : [-HEADING, -14];
    return view.bands.map(({ x, y }) => ({
      left: x * scale + left, right: x * scale + right, top: y * scale - up - 8, bottom: y * scale - up + 8, owner: "band",
    }));
  };

  const countsOf = (view, scale) => {
    if (view.name !== "interlocks") return [];
    return view.edges
      .filter((edge) => view.shown.edges.has(edge.id) && (!state.lit || isLit(view, edge)))
      .sort((a, b) => b.shared - a.shared)
      .map((edge) => {
        const [from, to] = [view.at.get(edge.from), view.at.get(edge.to)];
        return { shared: edge.shared, x: ((from.x + to.x) / 2) * scale, y: ((from.y + to.y) / 2) * scale };
      });
  };

  /** Say what is drawn; a view that is hidden, or that is painted once more as it goes, says nothing. */
  const tell = (view) => {
    if (view.name !== state.view) return;
    const left = view.left ?? 0;
    const ties = view.name === "interlocks" ? `, ${tieWords(view)}` : "";
    const filters = orgmap.filters?.words() ?? "";
    const text = [`Drawn: ${shownWords(view)}${ties}.`, least(view), filters].filter(Boolean).join(" ");
    const names = left ? ` ${count(left, "name is", "names are")} left out where there is no room` : "";
    const zoom = left ? `: zoom in to see ${left === 1 ? "it" : "them"}.` : "";
    if (byId("shown").textContent === text + names + zoom) return;
    const onScreen = document.createElement("span");
    onScreen.className = "screen";
    onScreen.textContent = names + zoom;
    byId("shown").replaceChildren(text, onScreen);
  };

  /** "12 of 34 bodies and 67 organisations": of each mode how many are drawn, and of how many where some are left out. */
  const shownWords = (view) => {
    const [all, drawn] = [new Map(), new Map()];
    for (const { id, mode } of view.nodes) {
      all.set(mode, (all.get(mode) || 0) + 1);
      if (view.shown.nodes.has(id)) drawn.set(mode, (drawn.get(mode) || 0) + 1);
    }
    const words = ([mode, number]) => {
      const found = drawn.get(mode) || 0;
      return `${found < number ? `${figure(found)} of ` : ""}${count(number, mode, PLURALS[mode])}`;
    };
    return view.shown.nodes.size ? orgmap.listed([...all].map(words)) : "nothing";
  };

  /** "41 of 232 ties, those with at least 3 shared", or how many ties where all are drawn. */
  const tieWords = (view) => {
    const [drawn, all] = [view.shown.edges.size, view.edges.length];
    if (state.atLeast < 2) return count(drawn, "tie");
    return `${figure(drawn)} of ${count(all, "tie")}, those with at least ${state.atLeast} shared`;
  };

  /** Around one body, how many bodies the slider leaves out. */
  const least = (view) => {
    if (view.name !== "body") return "";
    const away = orgmap.interlocks[view.focus].filter((tie) => tie.shared < state.atLeast).length;
    return away ? `${count(away, "body shares", "bodies share")} fewer than ${state.atLeast} members with it and ${away === 1 ? "is" : "are"} left out.` : "";
  };

  /** Show those entries of the legend that are drawn now, and only those. */
  const legend = (view) => {
    const drawn = new Set();
    for (const id of view.shown.nodes) {
      const thing = things[view.at.get(id).thing];
      drawn.add(`${thing.mode}/${(thing.mode === "body" ? thing.tier : thing.mode === "person" ? "" : thing.sector) || ""}`);
    }
    const lines = new Set(view.edges.filter((edge) => view.shown.edges.has(edge.id)).map((edge) => edge.line));
    for (const entry of document.querySelectorAll("[data-node]")) entry.hidden = !drawn.has(entry.dataset.node);
    for (const entry of document.querySelectorAll("[data-line]")) entry.hidden = !lines.has(entry.dataset.line);
    for (const group of document.querySelectorAll(".legend .entries"))
      group.hidden = ![...group.querySelectorAll("li")].some((entry) => !entry.hidden);
  };

  return {
    start, stop, untip, repaint, fit, setFitted, stepOf, windowOn, tieWords, itemsAt, lineAt, countsOf,
    recolour: () => { colours = palette(); },
  };
})();
