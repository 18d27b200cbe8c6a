/* Names, marks and counts painted on the drawing: the same size on the screen at every zoom, never over each other. */
"use strict";

orgmap.painter = (() => {
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
  const PIXELS = { body: 12, organisation: 11, person: 10.5 };
  const RANK = { body: 0, organisation: 1, sector: 1, person: 2, post: 2 };
  const NAMED_FROM = { body: 0, organisation: 0.28, sector: 0.28, person: 0.75, post: 0.75 };
  const CELL = 90;
  const measures = new Map();

  /** Cut a name into at most three lines that are short enough for a map. */
  const wrapped = (text, most) => {
    const lines = [];
    for (const word of text.split(" ")) {
      const last = lines[lines.length - 1];
      if (last !== undefined && (last + " " + word).length <= most) lines[lines.length - 1] = last + " " + word;
      else lines.push(orgmap.short(word, most + 5));
    }
    return lines.length > 3 ? [lines[0], lines[1], orgmap.short(lines[2] + " …", most + 1)] : lines;
  };

  const measured = (context, text, most) => {
    const key = `${most} ${text}`;
    if (!measures.has(key)) {
      const lines = wrapped(text, most);
      context.save();
      context.font = `600 100px ${FONT}`;
      const width = Math.max(...lines.map((line) => context.measureText(line).width)) / 100;
      context.restore();
      measures.set(key, { lines, width });
    }
    return measures.get(key);
  };

  /** Boxes on the screen, kept in a coarse grid so that thousands can be asked about quickly. */
  const makeBoxes = () => {
    const cells = new Map();
    const cover = (box, visit) => {
      for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1)
        for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) {
          const key = `${x},${y}`;
          if (visit(key)) return true;
        }
      return false;
    };
    return {
      add: (box) => cover(box, (key) => { (cells.get(key) || cells.set(key, []).get(key)).push(box); return false; }),
      hit: (box, mayCoverSmall) =>
        cover(box, (key) =>
          (cells.get(key) || []).some(
            (other) =>
              other.owner !== box.owner && !(mayCoverSmall && other.soft) && other.left < box.right && other.right > box.left &&
              other.top < box.bottom && other.bottom > box.top
          )
        ),
    };
  };

  const boxAround = (x, y, width, height, owner, soft = false) => ({
    left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2, owner, soft,
  });

  const within = (box, outer) =>
    box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;

  /** Where a name may stand, best first: below its node, above, beside; then the same outside those around it. */
  const spots = (item, width, height) => {
    const { x, y, radius, reach } = item;
    const around = (far) => [
      [x, y + far + height / 2 + 2],
      [x, y - far - height / 2 - 2],
      [x + far + width / 2 + 4, y],
      [x - far - width / 2 - 4, y],
      [x + far * 0.8 + width / 2, y + far * 0.8 + height / 2],
      [x - far * 0.8 - width / 2, y + far * 0.8 + height / 2],
      [x + far * 0.8 + width / 2, y - far * 0.8 - height / 2],
      [x - far * 0.8 - width / 2, y - far * 0.8 - height / 2],
    ];
    return reach > radius + 4 ? [...around(radius), ...around(reach)] : around(radius);
  };

  const text = (context, lines, x, y, size, colours, weight) => {
    context.font = `${weight} ${size}px ${FONT}`;
    context.lineWidth = size * 0.3;
    context.strokeStyle = colours.paper;
    context.fillStyle = colours.text;
    lines.forEach((line, index) => {
      const down = y + (index - (lines.length - 1) / 2) * size * 1.15;
      context.strokeText(line, x, down);
      context.fillText(line, x, down);
    });
  };

  const marks = (context, items, scale) => {
    for (const item of items) {
      if (!item.node.mark || item.radius < 6.5 || item.faded) continue;
      const size = (item.radius / scale) * (item.node.mark.length > 1 ? 0.85 : 1.15);
      context.font = `700 ${size}px ${FONT}`;
      context.fillStyle = item.node.ink;
      context.fillText(item.node.mark, item.node.x, item.node.y + size * 0.06);
    }
  };

  const counts = (context, edges, boxes, scale, colours) => {
    const size = 11 / scale;
    for (const edge of edges) {
      const words = String(edge.shared);
      const box = boxAround(edge.x, edge.y, 8 + words.length * 6, 14, edge);
      if (boxes.hit(box)) continue;
      boxes.add(box);
      text(context, [words], edge.x / scale, edge.y / scale, size, colours, 600);
    }
  };

  /**
   * Paint marks, counts and as many names as fit. Items and edges carry places in pixels of the unmoved drawing
   * (world place times scale), `sight` is what the window shows of it. Returns how many names were left out.
   */
  const paint = (context, items, edges, scale, colours, sight) => {
    const boxes = makeBoxes();
    boxes.sight = sight;
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    marks(context, items, scale);
    for (const item of items) {
      const small = item.mode === "person" || (item.mode !== "body" && item.radius < 5);
      if (!item.faded) boxes.add(boxAround(item.x, item.y, 2 * item.radius, 2 * item.radius, item.node.id, small));
    }
    const order = items
      .filter((item) => !item.faded)
      .sort((a, b) => b.urgent - a.urgent || RANK[a.mode] - RANK[b.mode] || b.degree - a.degree || a.node.thing - b.node.thing);
    let left = 0;
    for (const item of order) {
      const seen = within(boxAround(item.x, item.y, 0, 0), sight);
      const wanted = item.urgent || scale >= NAMED_FROM[item.mode];
      if (seen && !(wanted && name(context, item, boxes, scale, colours))) left += 1;
    }
    counts(context, edges, boxes, scale, colours);
    context.restore();
    return left;
  };

  /** Paint the name of a node where there is room for it, else its short name; return whether there was. */
  const name = (context, item, boxes, scale, colours) =>
    [item.node.text, item.node.short].some((words) => words && place(context, item, words, boxes, scale, colours));

  const place = (context, item, words, boxes, scale, colours) => {
    const narrow = boxes.sight.right - boxes.sight.left < 500;
    const pixels = (PIXELS[item.mode] || 11) - (narrow ? 1.5 : 0);
    const { lines, width } = measured(context, words, narrow ? 13 : 19);
    const wide = width * pixels + 4;
    const high = lines.length * pixels * 1.15 + 2;
    const places = spots(item, wide, high);
    const fits = (mayCoverSmall) => ([x, y]) => {
      const box = boxAround(x, y, wide, high, item.node.id);
      return within(box, boxes.sight) && !boxes.hit(box, mayCoverSmall);
    };
    const free = places.find(fits(false)) || (item.mode === "body" ? places.find(fits(true)) : null);
    const spot = free || (item.urgent > 1 ? places[0] : null);
    if (!spot) return false;
    boxes.add(boxAround(spot[0], spot[1], wide, high, item.node.id));
    text(context, lines, spot[0] / scale, spot[1] / scale, pixels / scale, colours, item.mode === "body" ? 600 : 400);
    return true;
  };

  return { paint };
})();
