/* Save the picture: the view as SVG, or as PNG at twice its size. */
"use strict";

(() => {
  const { things, state, files, picture } = orgmap;
  const byId = (id) => document.getElementById(id);
  const MOST_POINTS = 16e6;

  const say = (words) => { byId("export-said").textContent = words; };

  const chosen = () => document.querySelector('input[name="export-what"]:checked').value;

  /** What is drawn, what is left out, and what is selected, in words. */
  const viewWords = () => {
    const shown = byId("shown").textContent.replace(/ [\d,]+ names? (is|are) left out where .*$/, "");
    const selected = state.selected ? `Selected: ${things[orgmap.map.current().at.get(state.selected).thing].name}.` : "";
    return [shown, selected].filter(Boolean).join(" ");
  };

  const drawn = () => {
    const { title, day } = byId("export").dataset;
    return picture.make(chosen(), { title, words: [day && `${day}.`, viewWords()].filter(Boolean).join(" ") });
  };

  const textOf = (svg) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;

  const handOver = (type, content, suffix) => {
    const name = files.named(chosen() === "window" ? "window" : "", suffix);
    handed.save(name, type, content);
    say(`Saved as ${name}.`);
  };

  const saveSvg = () => handOver("image/svg+xml", textOf(drawn()), "svg");

  const paint = (image, wide, high) => {
    const canvas = document.createElement("canvas");
    const times = Math.min(2, Math.sqrt(MOST_POINTS / (wide * high)));
    [canvas.width, canvas.height] = [Math.round(wide * times), Math.round(high * times)];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  };

  const failed = () => say("This browser cannot make a PNG of it. Save it as SVG.");

  const savePng = () => {
    say("Making the picture …");
    const svg = drawn();
    const image = new Image();
    image.onerror = failed;
    image.onload = () =>
      paint(image, Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))).toBlob(
        (blob) => (blob ? handOver(blob.type, blob, "png") : failed()), "image/png"
      );
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(svg))}`;
  };

  byId("export-svg").addEventListener("click", saveSvg);
  byId("export-png").addEventListener("click", savePng);
  byId("export-form").addEventListener("submit", (event) => event.preventDefault());
})();
