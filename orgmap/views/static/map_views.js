/* The two drawings as data: their nodes with neighbours, and which of them the filters and the slider leave. */
"use strict";

orgmap.state = {
  view: "whole",
  selected: null,
  atLeast: Number(document.getElementById("at-least").value),
  off: new Map(),
  lit: null,
  fitted: true,
};

orgmap.views = (() => {
  const { data, things, state } = orgmap;

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
      .filter((other) => other.mode === "person" && bodyTies(view, other).length === 1)
      .map((other) => Math.hypot(other.x - node.x, other.y - node.y) + other.size);
    return Math.max(node.size, ...far);
  };

  const bodyTies = (view, node) =>
    view.ends.get(node.id).filter((edge) => view.at.get(otherEnd(edge, node.id)).mode === "body");

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
    const hidden = (mode) => state.off.get("/mode")?.has(mode) ?? false;
    const stranded = (node) => {
      const ties = bodyTies(view, node);
      return ties.length && !ties.some((edge) => passes(things[view.at.get(otherEnd(edge, node.id)).thing]));
    };
    if (!hidden("body"))
      for (const node of view.nodes) if (node.mode !== "body" && stranded(node)) nodes.delete(node.id);
    const edges = new Set();
    for (const edge of view.edges) {
      if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
      if (edge.via && !hidden("person") && !data.folded) continue;
      if (edge.shared !== undefined && edge.shared < state.atLeast) continue;
      edges.add(edge.id);
    }
    return { nodes, edges, haze: Math.min(1, Math.max(0.25, Math.sqrt(800 / Math.max(1, edges.size)))) };
  };

  /** A node with all that it is tied to; an organisation also with the bodies where people sit for it. */
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

  return { makeView, otherEnd, reveal, neighbourhood };
})();
