/* Names, marks and counts painted on the drawing: the same size on the screen at every zoom, never over each other. */
"use strict";

orgmap.painter = (() => {
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
  const PIXELS = { body: 12, organisation: 11, person: 10.5 };
  const RANK = { body: 0, organisation: 1, sector: 1, person: 2, post: 2 };
  const NAMED_FROM = { body: 0, organisation: 0.28, sector: 0.28, person: 0.75, post: 0.75 };
  const [LINES, NARROW, APART] = [3, 500, 4];
  const CELL = 90;
  const measures = new Map();
  const ruler = document.createElement("canvas").getContext("2d");

  /** A name in lines of about so many signs. */
  const linesOf = (text, most) => {
    const lines = [];
    for (const word of text.split(" ")) {
      const last = lines[lines.length - 1];
      if (last !== undefined && (last + " " + word).length <= most) lines[lines.length - 1] = last + " " + word;
      else lines.push(orgmap.short(word, most + 5));
    }
    return lines;
  };

  /** A name in at most three lines, cut where it needs more. */
  const wrapped = (text, most) => {
    const lines = linesOf(text, most);
    return lines.length > LINES ? [lines[0], lines[1], orgmap.short(lines[2] + " …", most + 1)] : lines;
  };

  /** How many signs a line of a name may have, best first: wider where that says it whole, then as wide as usual. */
  const widths = (text, usual) => {
    const whole = [usual, Math.ceil(usual * 1.4), usual * 2].find((most) => linesOf(text, most).length <= LINES);
    return [...new Set([whole ?? usual, usual])];
  };

  const weightOf = (mode) => (mode === "body" ? 600 : 400);

  const measured = (text, most, weight) => {
    const key = `${most} ${weight} ${text}`;
    if (!measures.has(key)) {
      const lines = wrapped(text, most);
      ruler.font = `${weight} 100px ${FONT}`;
      const width = Math.max(...lines.map((line) => ruler.measureText(line).width)) / 100;
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
    const overlapping = (box, matters) =>
      cover(box, (key) =>
        (cells.get(key) || []).some(
          (other) => other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top && matters(other)
        )
      );
    return {
      add: (box) => cover(box, (key) => { (cells.get(key) || cells.set(key, []).get(key)).push(box); return false; }),
      hit: (box) => overlapping(box, (other) => other.owner !== box.owner),
      /** Whether some other shape, of those that matter, is as near to a name as its own; a body's own crowd counts as the body. */
      isNearAnother: (box, far, item, matters) =>
        overlapping(grown(box, far), (other) => other.shape && other.owner !== box.owner && other.crowdOf !== item.node.id && matters(other)) ||
        overlapping(grown(box, far + (item.urgent ? 0 : APART)), (other) => other.shape && !other.small && other.owner !== box.owner && matters(other)),
    };
  };

  const boxAround = (x, y, width, height, owner) => ({
    left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2, owner,
  });

  const shapeOf = (item) => ({
    ...boxAround(item.x, item.y, 2 * item.radius, 2 * item.radius, item.node.id),
    shape: true, small: item.mode === "person", isBody: item.mode === "body", crowdOf: item.node.crowdOf,
  });

  const grown = (box, by) => ({ left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by });

  /** How far a name is from its own shape, or from the rim of the crowd around it. */
  const farFrom = (box, { x, y, radius, reach }) => {
    const [aside, down] = [Math.max(box.left - x, x - box.right, 0), Math.max(box.top - y, y - box.bottom, 0)];
    return Math.max(0, Math.min(Math.max(aside, down) - radius, Math.hypot(aside, down) - reach));
  };

  const within = (box, outer) =>
    box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;

  /** Where a name may stand, best first: below its node, above, beside, at its corners; then outside those around it. */
  const spots = (item, width, height) => {
    const { x, y, radius, reach } = item;
    const around = (far) => {
      const [down, across, shifted] = [far + height / 2 + 2, far + width / 2 + 4, width / 2 - radius];
      const [corner, lower] = [far * 0.8 + width / 2, far * 0.8 + height / 2];
      return [
        [x, y + down], [x, y - down], [x + across, y], [x - across, y],
        [x + shifted, y + down], [x - shifted, y + down], [x + shifted, y - down], [x - shifted, y - down],
        [x + corner, y + lower], [x - corner, y + lower], [x + corner, y - lower], [x - corner, y - lower],
      ];
    };
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
      if (!isMarked(item)) continue;
      context.font = `700 ${markSize(item) / scale}px ${FONT}`;
      context.fillStyle = item.node.ink;
      context.fillText(item.node.mark, item.node.x, item.node.y + (markSize(item) / scale) * 0.06);
    }
  };

  const isMarked = (item) => item.node.mark && item.radius >= 6.5 && !item.faded;
  const markSize = (item) => item.radius * (item.node.mark.length > 1 ? 0.85 : 1.15);

  const counts = (edges, boxes) =>
    edges.flatMap((edge) => {
      const words = String(edge.shared);
      const box = boxAround(edge.x, edge.y, 8 + words.length * 6, 14, edge);
      if (boxes.hit(box)) return [];
      boxes.add(box);
      return [{ lines: [words], x: edge.x, y: edge.y, size: 11, weight: 600 }];
    });

  /**
   * Where names and counts stand that fit, none over another. Items and edges carry places in pixels of the unmoved
   * drawing (world place times scale), `sight` is what the window shows of it; `left` is how many names were left out.
   */
  const placed = (items, edges, scale, sight) => {
    const boxes = makeBoxes();
    boxes.sight = sight;
    for (const box of sight.taken ?? []) boxes.add(box);
    for (const item of items) if (!item.faded) boxes.add(shapeOf(item));
    const order = items
      .filter((item) => !item.faded)
      .sort((a, b) => b.urgent - a.urgent || b.tied - a.tied || RANK[a.mode] - RANK[b.mode] || b.degree - a.degree || a.node.thing - b.node.thing);
    const names = [];
    let left = 0;
    for (const item of order) {
      const seen = within(boxAround(item.x, item.y, 0, 0), sight);
      const wanted = item.urgent || scale >= NAMED_FROM[item.mode];
      const found = seen && wanted && name(item, boxes);
      if (found) names.push(found);
      else if (seen) left += 1;
    }
    return { names, counts: counts(edges, boxes), left };
  };

  /** Paint marks, counts and as many names as fit; return how many names were left out. */
  const paint = (context, items, edges, scale, colours, sight) => {
    const found = placed(items, edges, scale, sight);
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    marks(context, items, scale);
    for (const one of [...found.names, ...found.counts])
      text(context, one.lines, one.x / scale, one.y / scale, one.size / scale, colours, one.weight);
    context.restore();
    return found.left;
  };

  const anything = () => true;

  /**
   * The place of the name of a node where there is room for it, else of its short name; of what is asked for in any case.
   * The name of a body, which is bold, may be as near to people and organisations as to its own shape.
   */
  const name = (item, boxes) => {
    const narrow = boxes.sight.right - boxes.sight.left < NARROW;
    const usual = narrow ? 13 : 19;
    const texts = [item.node.text, item.node.short].filter(Boolean);
    const size = (PIXELS[item.mode] || 11) - (narrow ? 1.5 : 0);
    const weight = weightOf(item.mode);
    for (const matters of item.mode === "body" ? [anything, (shape) => shape.isBody] : [anything])
      for (const words of texts)
        for (const most of widths(words, usual)) {
          const found = place(item, measured(words, most, weight), size, boxes, matters);
          if (found) return found;
        }
    return item.urgent > 1 && texts.length ? forced(item, measured(texts[0], usual, weight), size, boxes) : null;
  };

  const put = (item, { lines, width }, size, [x, y], boxes) => {
    boxes.add(boxAround(x, y, width * size + 4, lines.length * size * 1.15 + 2, item.node.id));
    return { node: item.node, lines, x, y, size, weight: weightOf(item.mode) };
  };

  const place = (item, found, size, boxes, matters) => {
    const [wide, high] = [found.width * size + 4, found.lines.length * size * 1.15 + 2];
    const fits = ([x, y]) => {
      const box = boxAround(x, y, wide, high, item.node.id);
      return within(box, boxes.sight) && !boxes.hit(box) && !boxes.isNearAnother(box, farFrom(box, item), item, matters);
    };
    const spot = spots(item, wide, high).find(fits);
    return spot ? put(item, found, size, spot, boxes) : null;
  };

  /** Where nothing is free: the first spot that covers nothing, or the first at all, moved into the window. */
  const forced = (item, found, size, boxes) => {
    const [wide, high] = [found.width * size + 4, found.lines.length * size * 1.15 + 2];
    const { left, right, top, bottom } = boxes.sight;
    const inside = ([x, y]) => [
      Math.min(Math.max(x, left + wide / 2), right - wide / 2), Math.min(Math.max(y, top + high / 2), bottom - high / 2),
    ];
    const all = spots(item, wide, high).map(inside);
    const spot = all.find(([x, y]) => !boxes.hit(boxAround(x, y, wide, high, item.node.id))) ?? all[0];
    return put(item, found, size, spot, boxes);
  };

  return { paint, placed, isMarked, markSize, font: FONT };
})();
