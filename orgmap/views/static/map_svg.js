/* Parts of a picture for paper: elements of SVG, lines of text, and the legend in the colours of the light page. */
"use strict";

orgmap.svg = (() => {
  const { painter } = orgmap;
  const SVG = "http://www.w3.org/2000/svg";
  const PAPER = { paper: "#ffffff", text: "#16202a", quiet: "#4a5763", focus: "#b3400f", ink: "#16202a", line: "#7d8994", faint: "#c5ccd2" };
  const EDGE = 20;
  const ruler = document.createElement("canvas").getContext("2d");
  const round = (number) => Math.round(number * 100) / 100;
  const clean = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ");

  const made = (tag, attributes = {}, ...content) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes))
      if (value !== undefined && value !== "") element.setAttribute(name, typeof value === "number" ? round(value) : value);
    element.append(...content.map((one) => (typeof one === "string" ? clean(one) : one)));
    return element;
  };

  const textOf = (lines, x, y, size, weight, fill, more = {}) =>
    made(
      "text",
      { "font-size": size, "font-weight": weight, fill, "text-anchor": "middle", ...more },
      ...lines.map((line, index) => made("tspan", { x, y: y + (index - (lines.length - 1) / 2) * size * 1.15 + size * 0.35 }, line))
    );

  /* ---- The words around it ---- */

  const wrapped = (text, size, weight, wide) => {
    ruler.font = `${weight} ${size}px ${painter.font}`;
    const lines = [""];
    for (const word of text.split(/\s+/).map((one) => orgmap.short(one, 60))) {
      const longer = `${lines[lines.length - 1]} ${word}`.trim();
      if (ruler.measureText(longer).width <= wide) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.slice(0, 3);
  };

  /** Lines of text from a height down, with the height beneath them. */
  const paragraph = (text, top, size, weight, fill, wide) => {
    const lines = wrapped(text, size, weight, wide - 2 * EDGE);
    const tspans = lines.map((line, index) => made("tspan", { x: EDGE, y: top + size * (1 + index * 1.25) }, line));
    return { element: made("text", { "font-size": size, "font-weight": weight, fill }, ...tspans), below: top + size * 1.25 * lines.length + 4 };
  };

  const COPIED = ["x", "y", "x1", "x2", "y1", "y2", "r", "cx", "cy", "width", "height", "points", "d", "fill", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor"];
  const STROKES = { shape: PAPER.text, ink: PAPER.ink, line: PAPER.line, faint: PAPER.faint };

  /** A sign of the legend of the page, with the colours of paper. */
  const signOf = (swatch, x, y) => {
    const parts = [...swatch.querySelectorAll("rect, polygon, circle, path, line, text")].map((part) => {
      const copied = COPIED.filter((name) => part.hasAttribute(name)).map((name) => [name, part.getAttribute(name)]);
      const look = part.getAttribute("class") === "head" ? { fill: PAPER.ink } : { stroke: STROKES[part.getAttribute("class")] };
      return made(part.localName, { ...Object.fromEntries(copied), ...look }, part.localName === "text" ? part.textContent : "");
    });
    return made("g", { transform: `translate(${x} ${y})` }, ...parts);
  };

  const entries = () =>
    [...document.querySelectorAll(".legend .entries")]
      .map((group) => ({
        heading: group.querySelector("h3").textContent,
        items: [...group.querySelectorAll("li")].filter((item) => !item.hidden && !group.hidden),
      }))
      .filter(({ items }) => items.length);

  const legendOf = (top, wide) => {
    const found = [];
    let [x, y] = [EDGE, top];
    for (const { heading, items } of entries()) {
      found.push(textOf([heading], EDGE, y + 6, 12, 700, PAPER.text, { "text-anchor": "start" }));
      [x, y] = [EDGE, y + 27];
      for (const item of items) {
        const words = item.querySelector(":scope > span").textContent.trim();
        const swatch = item.querySelector("svg");
        const across = Number(swatch.getAttribute("width"));
        ruler.font = `400 12px ${painter.font}`;
        const needed = across + 10 + ruler.measureText(words).width + 24;
        if (x > EDGE && x + needed > wide - EDGE) [x, y] = [EDGE, y + 24];
        const middle = Number(swatch.getAttribute("viewBox").split(" ")[0]);
        found.push(signOf(swatch, x - middle, y), textOf([words], x + across + 8, y, 12, 400, PAPER.text, { "text-anchor": "start" }));
        x += needed;
      }
      y += 26;
    }
    return { found, below: y };
  };

  return { made, round, textOf, paragraph, legendOf, PAPER, EDGE };
})();
