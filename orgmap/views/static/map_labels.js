/* Names, marks and counts painted on the drawing: the same size on the screen at every zoom, never over each other. */
"use strict";

orgmap.painter = (() => {
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
  const PIXELS = { body: 12, organisation: 11, person: 10.5 };
  const RANK = { body: 0, organisation: 1, sector: 1, person: 2, post: 2 };
  const NAMED_FROM = { body: 0, organisation: 0.28, sector: 0.28, person: 0.75, post: 0.75 };
  const CELL = 90;
  const measures = new Map();
  const ruler = document.createElement("canvas").getContext("2d");

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

  const measured = (text, most) => {
    const key = `${most} ${text}`;
    if (!measures.has(key)) {
      const lines = wrapped(text, most);
      ruler.font = `600 100px ${FONT}`;
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
    for (const item of items) {
      const small = item.mode === "person" || (item.mode !== "body" && item.radius < 5);
      if (!item.faded) boxes.add(boxAround(item.x, item.y, 2 * item.radius, 2 * item.radius, item.node.id, small));
    }
    const order = items
      .filter((item) => !item.faded)
      .sort((a, b) => b.urgent - a.urgent || RANK[a.mode] - RANK[b.mode] || b.degree - a.degree || a.node.thing - b.node.thing);
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

  /** The place of the name of a node where there is room for it, else of its short name. */
  const name = (item, boxes) => {
    for (const words of [item.node.text, item.node.short]) {
      const found = words && place(item, words, boxes);
      if (found) return found;
    }
    return null;
  };

  const place = (item, words, boxes) => {
    const narrow = boxes.sight.right - boxes.sight.left < 500;
    const size = (PIXELS[item.mode] || 11) - (narrow ? 1.5 : 0);
    const { lines, width } = measured(words, narrow ? 13 : 19);
    const wide = width * size + 4;
    const high = lines.length * size * 1.15 + 2;
    const places = spots(item, wide, high);
    const fits = (mayCoverSmall) => ([x, y]) => {
      const box = boxAround(x, y, wide, high, item.node.id);
      return within(box, boxes.sight) && !boxes.hit(box, mayCoverSmall);
    };
    const free = places.find(fits(false)) || (item.mode === "body" ? places.find(fits(true)) : null);
    const spot = free || (item.urgent > 1 ? places[0] : null);
    if (!spot) return null;
    const [x, y] = spot;
    boxes.add(boxAround(x, y, wide, high, item.node.id));
    return { lines, x, y, size, weight: item.mode === "body" ? 600 : 400 };
  };

  return { paint, placed, isMarked, markSize, font: FONT };
})();
