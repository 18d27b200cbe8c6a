/* What is drawn now, as rows: the nodes with what they are tied to, and the ties with what they say. */
"use strict";

orgmap.rows = (() => {
  const { things, state, described, capital, listed } = orgmap;
  const { otherEnd } = orgmap.views;
  const RANK = { body: 0, organisation: 1, sector: 1, person: 2, post: 2 };
  const SEATS = ["chair", "seat", "attends", "open"];
  const SAID = {
    chair: "chairs", seat: "sits on", attends: "attends", open: "has a seat not filled on", represents: "speaks for",
    part_of: "is part of", cross_representation: "has a seat of its own on", link: "is linked to",
    interlock: "shares members with", interlock_part_of: "shares members with",
  };
  const collator = new Intl.Collator("en-GB", { numeric: true });
  const named = (index) => ({ thing: index, text: things[index].name });
  const byName = (a, b) => RANK[things[a].mode] - RANK[things[b].mode] || collator.compare(things[a].name, things[b].name) || a - b;

  /* ---- What is lit, where a selection or a way is ---- */

  const isLit = (id) => !state.lit || state.lit.has(id);

  const touches = (view, edge) =>
    state.light?.shows(edge) || edge.from === state.selected || edge.to === state.selected ||
    (view.at.get(state.selected)?.mode === "organisation" && SEATS.includes(edge.line));

  const drawnNodes = (view, onlyLit) => view.nodes.filter((node) => view.shown.nodes.has(node.id) && !(onlyLit && !isLit(node.id)));

  const drawnEdges = (view, onlyLit) =>
    view.edges.filter((edge) => view.shown.edges.has(edge.id) && !(onlyLit && !(isLit(edge.from) && isLit(edge.to) && touches(view, edge))));

  /* ---- Nodes ---- */

  const around = (view, node) => {
    const others = new Map();
    for (const edge of view.ends.get(node.id)) {
      if (!view.shown.edges.has(edge.id)) continue;
      const { thing } = view.at.get(otherEnd(edge, node.id));
      if (thing !== node.thing) others.set(thing, Math.max(edge.shared || 0, others.get(thing) || 0));
    }
    return [...others].sort((a, b) => b[1] - a[1] || byName(a[0], b[0]));
  };

  const nodeRow = (view, node) => {
    const others = around(view, node);
    return {
      id: node.id,
      thing: node.thing,
      name: named(node.thing),
      what: capital(described(things[node.thing])),
      ties: others.length,
      others: others.map(([index, number]) => (number ? `${things[index].name} (${number} shared)` : things[index].name)),
    };
  };

  const nodes = (view, onlyLit) => ({
    columns: [
      { key: "name", heading: "Name" },
      { key: "what", heading: "What it is" },
      { key: "ties", heading: "Tied to", number: true },
      { key: "others", heading: "Which" },
    ],
    rows: drawnNodes(view, onlyLit).map((node) => nodeRow(view, node)).sort((a, b) => byName(a.thing, b.thing)),
  });

  /* ---- Ties ---- */

  const status = (seat) => (seat.status === "filled" ? "" : seat.status);

  const seatRow = (seat, from) => ({
    from: named(from), tie: SAID[seat.line], to: named(seat.body), role: seat.role, status: status(seat),
    forWhom: [seat.organisation, seat.behalf]
      .filter((index, place, all) => index !== undefined && index !== from && all.indexOf(index) === place)
      .map((index) => things[index].name),
    since: seat.since || "", until: seat.until || "", seats: seat.seats || 1,
  });

  /** The seats that people hold for an organisation on a body, in one row: they are one line on the drawing. */
  const throughPeople = (from, to, line) => {
    const held = orgmap.seatsFor[from].filter((seat) => seat.body === to && things[seat.holder].mode === "person");
    return {
      from: named(from), tie: SAID[line], to: named(to),
      role: listed([...new Set(held.map((seat) => seat.role))]), status: listed([...new Set(held.map(status))].filter(Boolean)),
      seats: held.reduce((sum, seat) => sum + (seat.seats || 1), 0),
    };
  };

  const relationRow = (from, to, { line, relation }) => ({
    from: named(from), tie: relation?.link || SAID[line], to: named(to), seats: relation?.seats,
  });

  const sharedRow = (ends, { line, tie }) => {
    const [from, to] = [...ends].sort(byName);
    return { from: named(from), tie: SAID[line], to: named(to), shared: tie.shared, which: orgmap.namesOf(tie), part: tie.part_of ? "yes" : "no" };
  };

  const rowOf = (view, edge) => {
    const [from, to] = [edge.from, edge.to].map((id) => view.at.get(id).thing);
    if (edge.tie) return sharedRow([from, to], edge);
    if (edge.via) return throughPeople(from, to, edge.line);
    return edge.seat ? seatRow(edge.seat, from) : relationRow(from, to, edge);
  };

  const TIES = [
    { key: "from", heading: "From" },
    { key: "tie", heading: "Tie" },
    { key: "to", heading: "To" },
    { key: "role", heading: "Role" },
    { key: "status", heading: "Not filled" },
    { key: "forWhom", heading: "For" },
    { key: "since", heading: "Since" },
    { key: "until", heading: "Until" },
    { key: "seats", heading: "Seats", number: true },
    { key: "shared", heading: "Shared", number: true },
    { key: "which", heading: "Which" },
    { key: "part", heading: "Part of the other" },
  ];
  const says = (cell) => cell !== undefined && cell !== null && cell.length !== 0;

  const ties = (view, onlyLit) => {
    const rows = drawnEdges(view, onlyLit).map((edge) => rowOf(view, edge));
    rows.sort((a, b) => (b.shared || 0) - (a.shared || 0) || byName(a.to.thing, b.to.thing) || byName(a.from.thing, b.from.thing));
    rows.forEach((row, place) => { row.id = `${place} ${row.from.thing} ${row.tie} ${row.to.thing}`; });
    return { columns: TIES.filter(({ key }) => rows.some((row) => says(row[key]))), rows };
  };

  /** What a cell says in full, as text or as a number. */
  const said = (cell) => {
    if (!says(cell)) return "";
    if (Array.isArray(cell)) return cell.join("; ");
    return typeof cell === "object" ? cell.text : cell;
  };

  const sorted = (rows, key, down) => {
    const number = (cell) => (typeof cell === "number" ? cell : undefined);
    const compare = (a, b) => {
      const [one, other] = [said(a[key]), said(b[key])];
      if (one === "" || other === "") return (one === "") - (other === "");
      const way = number(one) !== undefined && number(other) !== undefined ? one - other : collator.compare(one, other);
      return down ? -way : way;
    };
    return [...rows].sort(compare);
  };

  return { nodes, ties, sorted, said };
})();
