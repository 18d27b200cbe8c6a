/* The drawing as an SVG of its own, on white: title, day, nodes, lines, names where there is room, and the legend. */
"use strict";

orgmap.picture = (() => {
  const { data, things, state, drawing, painter, bends } = orgmap;
  const byId = (id) => document.getElementById(id);
  const { made, round, textOf, paragraph, legendOf, PAPER, EDGE } = orgmap.svg;

  /* ---- What is shown, and how large ---- */

  const windowShown = (view) => {
    const { x, y } = view.network.getViewPosition();
    return { scale: view.network.getScale(), x, y, wide: byId("map").clientWidth, high: byId("map").clientHeight };
  };

  /** A sheet for all that is drawn, larger the more there is, with room for the names at its rim. */
  const everythingShown = (view) => {
    const nodes = view.nodes.filter((node) => view.shown.nodes.has(node.id));
    if (!nodes.length) return { ...windowShown(view), scale: 1 };
    const ends = (list) => [Math.min(...list), Math.max(...list)];
    const [[left, right], [top, bottom]] = [ends(nodes.map((node) => node.x)), ends(nodes.map((node) => node.y))];
    const side = Math.min(3600, Math.max(1200, 75 * Math.sqrt(nodes.length)));
    const scale = Math.min(1.8, (side - 200) / Math.max(1, right - left), (side * 1.3 - 140) / Math.max(1, bottom - top));
    return {
      scale, x: (left + right) / 2, y: (top + bottom) / 2,
      wide: Math.max(900, (right - left) * scale + 200), high: Math.max(300, (bottom - top) * scale + 140),
    };
  };

  /* ---- Lines ---- */

  const pathOf = (bend, from, to) => {
    if (!bend) return { d: `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`, before: from };
    const middle = bends.pull(from, to, bend);
    return { d: `M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(to.x)} ${round(to.y)}`, before: middle };
  };

  const arrowHead = (before, tip, radius, colour, opacity) => {
    const far = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
    const [dx, dy] = [(tip.x - before.x) / far, (tip.y - before.y) / far];
    const at = (back, side) => `${round(tip.x - dx * (radius + back) - dy * side)},${round(tip.y - dy * (radius + back) + dx * side)}`;
    return made("polygon", { points: [at(0, 0), at(9, 4), at(9, -4)].join(" "), fill: colour, "fill-opacity": opacity < 1 ? opacity : undefined });
  };

  const lineOf = (view, edge, ends, scale) => {
    const line = data.lines[edge.line];
    const { width, strength, opacity } = drawing.lineAt(view, edge, drawing.stepOf(scale));
    const [from, to] = [ends.get(edge.from), ends.get(edge.to)];
    const { d, before } = pathOf(bends.of(view, edge), from, to);
    const stroke = PAPER[strength];
    const drawn = made("path", {
      d, stroke, fill: "none", "stroke-width": Math.max(0.4, width * scale), "stroke-opacity": opacity < 1 ? opacity : undefined,
      "stroke-dasharray": line.dashes ? line.dashes.join(" ") : undefined,
    });
    return line.arrows ? [drawn, arrowHead(before, to, to.radius, stroke, opacity)] : [drawn];
  };

  /* ---- Nodes and names ---- */

  const SHAPES = {
    square: (x, y, r) => made("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r }),
    hexagon: (x, y, r) => made("polygon", { points: corners(x, y, r, 6, 0) }),
    triangle: (x, y, r) => made("polygon", { points: corners(x, y, r * 1.2, 3, -Math.PI / 2) }),
    dot: (x, y, r) => made("circle", { cx: x, cy: y, r }),
  };
  const corners = (x, y, r, number, turn) =>
    Array.from({ length: number }, (_, corner) => turn + (2 * Math.PI * corner) / number)
      .map((angle) => `${round(x + r * Math.cos(angle))},${round(y + r * Math.sin(angle))}`)
      .join(" ");

  const nodeOf = (item) => {
    const { node, x, y, radius, faded } = item;
    const chosen = state.selected === node.id;
    const shape = (SHAPES[node.shape] ?? SHAPES.dot)(x, y, radius);
    shape.setAttribute("fill", node.fill);
    shape.setAttribute("stroke", chosen ? PAPER.focus : PAPER.text);
    shape.setAttribute("stroke-width", chosen ? 4 : node.mode === "person" ? 0.6 : 1);
    const parts = [made("title", {}, things[node.thing].name), shape];
    if (painter.isMarked(item)) parts.push(textOf([node.mark], x, y, painter.markSize(item), 700, node.ink));
    return made("g", faded ? { opacity: 0.15 } : {}, ...parts);
  };

  /** A name with a rim of paper: twice, since not every program knows which to paint first. */
  const nameOf = ({ lines, x, y, size, weight }) => [
    textOf(lines, x, y, size, weight, PAPER.paper, { stroke: PAPER.paper, "stroke-width": size * 0.3, "stroke-linejoin": "round", "aria-hidden": "true" }),
    textOf(lines, x, y, size, weight, PAPER.text),
  ];

  const mapOf = (view, at) => {
    const items = drawing.itemsAt(view, at.scale, drawing.stepOf(at.scale));
    const half = { x: at.wide / 2 - 2, y: at.high / 2 - 2 };
    const middle = { x: at.x * at.scale, y: at.y * at.scale };
    const sight = { left: middle.x - half.x, right: middle.x + half.x, top: middle.y - half.y, bottom: middle.y + half.y };
    const { names, counts } = painter.placed(items, drawing.countsOf(view, at.scale), at.scale, sight);
    const ends = new Map(items.map((item) => [item.node.id, item]));
    const bands = view.bands.map(({ text, x, y }) => textOf([text], x * at.scale, y * at.scale, 13, 700, PAPER.quiet, { "text-anchor": "start" }));
    return made(
      "g",
      { transform: `translate(${round(at.wide / 2 - middle.x)} ${round(at.high / 2 - middle.y)})` },
      ...view.edges.filter((edge) => view.shown.edges.has(edge.id)).flatMap((edge) => lineOf(view, edge, ends, at.scale)),
      ...items.map(nodeOf),
      ...bands,
      ...[...names, ...counts].flatMap(nameOf)
    );
  };

  /* ---- The sheet ---- */

  /** The SVG of the view shown: all that is drawn, or only what the window shows. */
  const make = (what, told) => {
    const view = orgmap.map.current();
    const at = what === "window" ? windowShown(view) : everythingShown(view);
    const wide = Math.ceil(at.wide + 2 * EDGE);
    const title = paragraph(told.title, EDGE, 22, 700, PAPER.text, wide);
    const day = paragraph(told.words, title.below, 13, 400, PAPER.quiet, wide);
    const top = day.below + 8;
    const legend = legendOf(top + at.high + 26, wide);
    const foot = paragraph("Made with orgmap.", legend.below - 6, 11, 400, PAPER.quiet, wide);
    const high = Math.ceil(foot.below + EDGE / 2);
    const frame = { width: at.wide, height: at.high };
    return made(
      "svg",
      { width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-labelledby": "title desc", "font-family": painter.font },
      made("title", { id: "title" }, told.title),
      made("desc", { id: "desc" }, told.words),
      made("clipPath", { id: "frame" }, made("rect", frame)),
      made("rect", { width: wide, height: high, fill: PAPER.paper }),
      title.element,
      day.element,
      made(
        "g",
        { transform: `translate(${EDGE} ${round(top)})` },
        made("g", { "clip-path": "url(#frame)" }, mapOf(view, at)),
        made("rect", { ...frame, fill: "none", stroke: PAPER.faint })
      ),
      ...legend.found,
      foot.element
    );
  };

  return { make };
})();
