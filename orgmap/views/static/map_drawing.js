/* How the two drawings look: colours, sizes, lines, names, the legend that goes with them, and the words beneath. */
"use strict";

orgmap.drawing = (() => {
  const { data, things, count, state } = orgmap;
  const { reveal } = orgmap.views;
  const byId = (id) => document.getElementById(id);
  const holder = byId("map");
  const LEAST = { body: [6, 40], organisation: [4, 17], sector: [4, 17], person: [2.4, 6.5], post: [2.4, 6.5] };
  const PLURALS = { body: "bodies", person: "people" };
  const FADED = 0.12;

  const palette = () => {
    const style = getComputedStyle(byId("drawing"));
    const read = (name) => style.getPropertyValue(name).trim();
    return {
      paper: read("--paper"), text: read("--ink"), focus: read("--focus"),
      ink: read("--strong"), line: read("--middle"), faint: read("--weak"),
    };
  };
  let colours = palette();

  const nodeLook = (view, node) => {
    const faded = state.lit && !state.lit.has(node.id);
    const chosen = state.selected === node.id;
    const [least, most] = LEAST[node.mode];
    const roomy = node.reach > node.size ? Math.min(most, 18) : most;
    const usual = node.size / Math.sqrt(Math.max(1, view.step));
    const size = Math.min(Math.max(usual, least / view.step), Math.max(roomy, node.size));
    return {
      id: node.id,
      hidden: !view.shown.nodes.has(node.id),
      size: chosen ? size * 1.25 : size,
      opacity: faded ? FADED : 1,
      borderWidth: chosen ? 4 : node.mode === "person" ? 0.6 : 1,
      color: { background: node.fill, border: chosen ? colours.focus : colours.text },
    };
  };

  const edgeLook = (view, edge) => {
    const line = data.lines[edge.line];
    const lit = state.selected && (edge.from === state.selected || edge.to === state.selected || isOwnSeat(view, edge));
    const strength = lit && line.strength === "faint" ? "line" : line.strength;
    const usual = (edge.opacity || 1) * (line.strength === "ink" ? 1 : view.shown.haze);
    const opacity = lit ? 1 : state.lit ? 0.07 : usual;
    return {
      id: edge.id,
      hidden: !view.shown.edges.has(edge.id),
      color: { color: colours[strength], opacity, inherit: false },
      width: (edge.base || line.width) / (view.step < 1 ? Math.sqrt(view.step) : view.step),
    };
  };

  /** Whether an edge is a seat that somebody holds for the organisation selected. */
  const isOwnSeat = (view, edge) =>
    view.at.get(state.selected).mode === "organisation" &&
    ["chair", "seat", "attends", "open"].includes(edge.line) && state.lit.has(edge.from) && state.lit.has(edge.to);

  /** Make the drawing of a view, and say what to do when a node, or nothing, is clicked, or the zoom changes. */
  const start = (view, onClick, onZoom) => {
    view.step = 1;
    view.shown = reveal(view);
    const nodes = new vis.DataSet(
      view.nodes.map((node) => ({
        ...nodeLook(view, node), x: node.x, y: node.y, shape: node.shape, title: node.text, labelHighlightBold: false,
      }))
    );
    const edges = new vis.DataSet(
      view.edges.map((edge) => {
        const { dashes, arrows } = data.lines[edge.line];
        return { ...edgeLook(view, edge), from: edge.from, to: edge.to, dashes, arrows, smooth: bent(edge) };
      })
    );
    view.sets = { nodes, edges };
    view.frame = document.createElement("div");
    view.frame.className = "vis-holder";
    view.frame.style.cssText = "position:absolute;inset:0";
    holder.append(view.frame);
    const network = new vis.Network(view.frame, { nodes, edges }, optionsOf(view));
    view.network = network;
    view.frame.firstElementChild.removeAttribute("tabindex");
    network.on("click", (event) => onClick(event.nodes[0]));
    network.on("afterDrawing", (context) => painted(view, context));
    network.on("zoom", () => { state.fitted = false; onZoom(view); });
    network.on("dragEnd", () => { state.fitted = false; });
    network.on("hoverNode", () => { holder.style.cursor = "pointer"; });
    network.on("blurNode", () => { holder.style.cursor = ""; });
  };

  /** Edges that join the same two nodes are bent away from each other. */
  const bent = ({ bend }) =>
    bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false;

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
      .filter((edge) => view.shown.edges.has(edge.id))
      .filter((edge) => !state.selected || edge.from === state.selected || edge.to === state.selected)
      .sort((a, b) => b.shared - a.shared)
      .map((edge) => {
        const [from, to] = [view.at.get(edge.from), view.at.get(edge.to)];
        return { shared: edge.shared, x: ((from.x + to.x) / 2) * scale, y: ((from.y + to.y) / 2) * scale };
      });
  };

  const tell = (view, drawn, left) => {
    const kinds = new Map();
    for (const id of view.shown.nodes) {
      const { mode } = view.at.get(id);
      kinds.set(mode, (kinds.get(mode) || 0) + 1);
    }
    const parts = [...kinds].map(([mode, number]) => count(number, mode, PLURALS[mode]));
    const all = view.nodes.length === drawn ? "" : ` of ${count(view.nodes.length, "node")}`;
    const ties = view.name === "interlocks" ? `, ${tieWords(view)}` : "";
    const names = left
      ? ` ${count(left, "name is", "names are")} left out where there is no room: zoom in to see ${left === 1 ? "it" : "them"}.`
      : "";
    const text = `Drawn: ${orgmap.listed(parts) || "nothing"}${all}${ties}.${names}`;
    if (byId("shown").textContent !== text) byId("shown").textContent = text;
  };

  /** "41 of 232 ties, those with at least 3 shared", or how many ties where all are drawn. */
  const tieWords = (view) => {
    const [drawn, all] = [view.shown.edges.size, view.edges.length];
    if (state.atLeast < 2) return count(drawn, "tie");
    return `${drawn.toLocaleString("en-GB")} of ${count(all, "tie")}, those with at least ${state.atLeast} shared`;
  };

  /** Show those entries of the legend that are drawn now, and only those. */
  const legend = (view) => {
    const drawn = new Set();
    for (const id of view.shown.nodes) {
      const thing = things[view.at.get(id).thing];
      drawn.add(`${thing.mode}/${(thing.mode === "body" ? thing.tier : thing.sector) || ""}`);
    }
    const lines = new Set(view.edges.filter((edge) => view.shown.edges.has(edge.id)).map((edge) => edge.line));
    for (const entry of document.querySelectorAll("[data-node]")) entry.hidden = !drawn.has(entry.dataset.node);
    for (const entry of document.querySelectorAll("[data-line]")) entry.hidden = !lines.has(entry.dataset.line);
    for (const group of document.querySelectorAll(".legend .entries"))
      group.hidden = ![...group.querySelectorAll("li")].some((entry) => !entry.hidden);
  };

  /** Give every node and edge of a view the look that the selection, the filters and the zoom ask for. */
  const repaint = (view) => {
    const nodes = view.nodes.map((node) => nodeLook(view, node));
    view.sizes = new Map(nodes.map((node) => [node.id, node.size]));
    view.sets.nodes.update(nodes);
    view.sets.edges.update(view.edges.map((edge) => edgeLook(view, edge)));
    legend(view);
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
  };

  return { start, repaint, fit, tieWords, recolour: () => { colours = palette(); } };
})();
