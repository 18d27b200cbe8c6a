/* How far lines are bent: apart where they join the same two, and round what they would run through without tying it. */
"use strict";

orgmap.bends = (() => {
  const TRIED = [0.08, 0.14, 0.2, 0.28, 0.38].flatMap((bend) => [bend, -bend]);
  const CLEAR = 10;
  const PIECES = 12;

  /** The bend of a line in a view; nothing where it is straight. */
  const of = (view, edge) => view.bends?.get(edge.id) ?? edge.bend;

  /** The point that pulls a bent line aside, where vis-network has it. */
  const pull = (from, to, bend) => {
    const [dx, dy, turn, far] = [to.x - from.x, to.y - from.y, (bend * Math.PI) / 2, (1 + Math.abs(bend)) / 2];
    return {
      x: from.x + far * (dx * Math.cos(turn) + dy * Math.sin(turn)),
      y: from.y + far * (dy * Math.cos(turn) - dx * Math.sin(turn)),
    };
  };

  /** The points of a line from end to end: two where it is straight. */
  const pointsOf = (from, to, bend) => {
    if (!bend) return [from, to];
    const by = pull(from, to, bend);
    return Array.from({ length: PIECES + 1 }, (_, piece) => {
      const [after, before] = [piece / PIECES, 1 - piece / PIECES];
      const along = (key) => before * before * from[key] + 2 * before * after * by[key] + after * after * to[key];
      return { x: along("x"), y: along("y") };
    });
  };

  /** How far a point is from the line between two others. */
  const apart = (point, a, b) => {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
    const near = Math.min(1, Math.max(0, along));
    return Math.hypot(point.x - a.x - near * dx, point.y - a.y - near * dy);
  };

  /** How many nodes a line runs through, its own ends aside. */
  const struck = (view, from, to, bend) => {
    const points = pointsOf(from, to, bend);
    const runsInto = (node) =>
      node !== from && node !== to && points.some((point, place) => place && apart(node, points[place - 1], point) < node.size + CLEAR);
    return view.nodes.filter(runsInto).length;
  };

  /** Bend the straight lines of a view that run through a node, each the least that runs through fewest. */
  const clear = (view) => {
    view.bends = new Map();
    for (const edge of view.edges) {
      const [from, to] = [view.at.get(edge.from), view.at.get(edge.to)];
      let fewest = edge.bend ? 0 : struck(view, from, to, 0);
      for (const bend of TRIED) {
        if (!fewest) break;
        const found = struck(view, from, to, bend);
        if (found < fewest) {
          fewest = found;
          view.bends.set(edge.id, bend);
        }
      }
    }
    return view;
  };

  return { of, pull, clear };
})();
