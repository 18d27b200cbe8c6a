/* The drawings as data: their nodes and edges, and which of them the filters and the slider leave. */
"use strict";

orgmap.state = {
  view: "whole",
  focus: null,
  selected: null,
  atLeast: orgmap.data.atLeast,
  off: new Map(),
  lit: null,
  light: null,
  fitted: true,
  opened: new Set(),
};

orgmap.views = (() => {
  const { data, things, state, painted, count } = orgmap;
  const STRENGTH = ["chair", "seat", "attends", "open"];
  const edges = [];
  const edgesOf = things.map(() => []);

  const add = (from, to, line, more) => {
    const edge = { id: `e${edges.length}`, order: edges.length, from: `n${from}`, to: `n${to}`, line, ...more };
    edges.push(edge);
    edgesOf[from].push(edge);
    if (to !== from) edgesOf[to].push(edge);
    return edge;
  };

  /** The lines from organisations to the bodies where people sit for them: they show where those people do not. */
  const throughPeople = () => {
    const found = new Map();
    for (const seat of orgmap.seats) {
      if (seat.organisation === undefined || things[seat.holder].mode !== "person") continue;
      const key = seat.organisation * things.length + seat.body;
      const one = found.get(key) || { ...seat, roles: [], people: [] };
      if (STRENGTH.indexOf(seat.line) < STRENGTH.indexOf(one.line)) one.line = seat.line;
      one.roles.push(seat.role ?? "");
      one.people.push(`n${seat.holder}`);
      found.set(key, one);
    }
    for (const { organisation, body, line, roles, people } of found.values()) add(organisation, body, line, { via: true, organisation, body, roles, people });
  };

  /** Bend apart the edges that join the same two nodes. */
  const bendApart = () => {
    const seen = new Map();
    for (const edge of edges) {
      const pair = [edge.from, edge.to].sort();
      const before = seen.get(pair.join()) || 0;
      const side = edge.from === pair[0] ? 1 : -1;
      if (before) edge.bend = side * (-1) ** before * 0.12 * Math.floor((before + 1) / 2);
      if (!edge.via) seen.set(pair.join(), before + 1);
    }
  };

  for (const { from, to } of orgmap.represents) add(from, to, "represents");
  for (const seat of orgmap.seats) add(seat.holder, seat.body, seat.line, { seat, roles: [seat.role ?? ""] });
  for (const relation of orgmap.related) add(relation.from, relation.to, relation.kind, { relation });
  throughPeople();
  bendApart();

  const peopleOn = (body) => new Set(orgmap.seatsOn[body].map((seat) => seat.holder).filter((holder) => things[holder].mode === "person"));

  /** A thing as it is drawn at a place. */
  const nodeOf = (thing, x, y, folded = false) => {
    const { name, short_name: brief, mode, tier, sector } = things[thing];
    const [shape, size] = data.shapes[mode];
    const [fill, ink, mark] = data.styles[mode][(mode === "body" ? tier : mode === "person" ? "" : sector) || ""];
    const people = folded && mode === "body" ? peopleOn(thing).size : 0;
    const text = painted(name) + (people ? ` (${count(people, "person", "people")})`.replace(/ (?=p)/, "\u00a0") : "");
    return { id: `n${thing}`, thing, mode, text, short: painted(brief || ""), shape, size, x, y, fill, ink, mark };
  };

  /** Give a view its nodes, and of all edges those between them. */
  const assemble = (view, nodes) => {
    view.nodes = nodes;
    view.at = new Map(nodes.map((node) => [node.id, node]));
    view.by = new Map(nodes.map((node) => [node.thing, node]));
    view.ends = new Map(nodes.map((node) => [node.id, []]));
    view.edges = view.name === "interlocks" ? tieEdges() : edgesAmong(view);
    for (const edge of view.edges) {
      view.ends.get(edge.from).push(edge);
      view.ends.get(edge.to).push(edge);
    }
    for (const node of nodes) node.crowdOf = crowdOf(view, node);
    for (const node of nodes) node.reach = reachOf(view, node);
    const crowded = nodes.some((node) => node.reach > node.size);
    for (const node of nodes) node.crowded = crowded;
    return view;
  };

  /** Of one body or organisation only its own ties and those of the members: how bodies are related otherwise is elsewhere. */
  const edgesAmong = (view) =>
    view.nodes
      .flatMap((node) => edgesOf[node.thing].filter((edge) => edge.from === node.id && view.at.has(edge.to) && !isAside(view, edge)))
      .sort((a, b) => a.order - b.order);

  const isAside = ({ focus, at }, { from, to }) => {
    const [a, b] = [at.get(from), at.get(to)];
    return focus !== null && a.mode === "body" && b.mode === "body" && a.thing !== focus && b.thing !== focus;
  };

  /** The ties of the interlocks: what shares most stands out from the rest. */
  const tieEdges = () => {
    const most = orgmap.ties.reduce((found, tie) => Math.max(found, tie.shared), 1);
    return orgmap.ties.map((tie, index) => ({
      id: `t${index}`, tie, from: `n${tie.from}`, to: `n${tie.to}`, shared: tie.shared,
      line: tie.part_of ? "interlock_part_of" : "interlock",
      base: Math.min(0.8 + 0.9 * tie.shared ** 0.7, 12), opacity: 0.4 + (0.6 * tie.shared) / most,
    }));
  };

  const has = (name) => Object.hasOwn(data.views, name) || name === "body" || name === "organisation";

  /** The view of that name; of one body or organisation, with that in the middle. */
  const makeView = (name, focus = null) => {
    const view = { name, focus, bands: [] };
    if (!(name in data.views)) return orgmap.around.make(view);
    assemble(view, orgmap.rowsOf(data.views[name]).map(({ id, x, y }) => nodeOf(id, x, y, data.folded && name !== "interlocks")));
    if (name === "two-tier") {
      orgmap.around.fill(view);
      view.bands = tierBands(view);
    }
    return view;
  };

  const tierBands = (view) => {
    const bandOf = ({ thing, mode }) => (mode !== "body" ? 1 : data.wide.includes(things[thing].tier) ? 0 : 2);
    const texts = ["County and wider", "Sit at both", "Local"];
    const left = Math.min(...view.nodes.map((node) => node.x));
    return texts.flatMap((text, band) => {
      const found = view.nodes.filter((node) => bandOf(node) === band);
      return found.length ? [{ text, x: left, y: Math.min(...found.map((node) => node.y)) }] : [];
    });
  };

  const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);

  /** On the whole map the only body of a person, who then stands close around it. */
  const crowdOf = (view, node) => {
    if (view.name !== "whole" || node.mode !== "person") return null;
    const ties = bodyTies(view, node);
    return ties.length === 1 ? otherEnd(ties[0], node.id) : null;
  };

  /** How far the people around a body stretch, so that its name can stand outside them. */
  const reachOf = (view, node) => {
    const far = view.ends
      .get(node.id)
      .map((edge) => view.at.get(otherEnd(edge, node.id)))
      .filter((other) => other.crowdOf === node.id)
      .map((other) => Math.hypot(other.x - node.x, other.y - node.y) + other.size);
    return Math.max(node.size, ...far);
  };

  const bodyTies = (view, node) =>
    view.ends.get(node.id).filter((edge) => view.at.get(otherEnd(edge, node.id)).mode === "body");

  const passes = (thing) => {
    for (const [key, found] of state.off) {
      const [mode, fact] = key.split("/");
      if ((!mode || thing.mode === mode) && found.has(String(thing[fact] ?? ""))) return false;
    }
    return true;
  };

  /** Nodes and edges that the filters, the slider and each other leave standing. */
  const reveal = (view) => {
    const nodes = new Set(view.nodes.filter((node) => passes(things[node.thing])).map((node) => node.id));
    const closed = state.off.get("seat/role");
    const open = (edge) => !closed || !edge.roles || edge.roles.some((role) => !closed.has(role));
    const stranded = (node) => {
      const ties = bodyTies(view, node);
      return ties.length && !ties.some((edge) => open(edge) && passes(things[view.at.get(otherEnd(edge, node.id)).thing]));
    };
    if (!state.off.get("/mode")?.has("body") && state.off.size)
      for (const node of view.nodes) if (node.mode !== "body" && stranded(node)) nodes.delete(node.id);
    const shown = (edge) =>
      nodes.has(edge.from) && nodes.has(edge.to) && open(edge) &&
      !(edge.via && edge.people.some((person) => nodes.has(person))) &&
      !(edge.shared < state.atLeast);
    const left = new Set(view.edges.filter(shown).map((edge) => edge.id));
    return { nodes, edges: left, haze: Math.min(1, Math.max(0.12, 800 / Math.max(1, left.size))) };
  };

  /** A node with all that it is tied to; an organisation also with the bodies where people sit for it. */
  const neighbourhood = (view, id) => {
    const found = new Set([id]);
    for (const edge of view.ends.get(id)) {
      const other = otherEnd(edge, id);
      if (view.shown.edges.has(edge.id) || (edge.via && edge.from === id && view.shown.nodes.has(other))) found.add(other);
    }
    return found;
  };

  return { has, makeView, assemble, nodeOf, otherEnd, reveal, neighbourhood, peopleOn, edgesOf };
})();
