/* The filters: what they leave out, in the state, in words and in the address. */
"use strict";

orgmap.filters = (() => {
  const { state, route } = orgmap;
  const form = document.getElementById("filters");
  const boxes = [...form.querySelectorAll("input[data-fact]")];
  const keyOf = (box) => `${box.dataset.mode}/${box.dataset.fact}`;

  /** Take from the boxes what is left out. */
  const read = () => {
    state.off.clear();
    for (const box of boxes) {
      if (box.checked) continue;
      if (!state.off.has(keyOf(box))) state.off.set(keyOf(box), new Set());
      state.off.get(keyOf(box)).add(box.value);
    }
  };

  const everything = () => {
    for (const box of boxes) box.checked = true;
    read();
  };

  /** "Left out: tier of body: district; role of seat: observer and adviser." Nothing where nothing is. */
  const words = () => {
    const groups = new Map();
    for (const box of boxes) {
      if (box.checked || box.closest("[data-group]").hidden) continue;
      const heading = box.closest("fieldset").querySelector("legend").textContent;
      groups.set(heading, [...(groups.get(heading) || []), box.parentElement.querySelector("bdi").textContent]);
    }
    const parts = [...groups].map(([heading, names]) => `${heading === "Show" ? "" : `${heading.toLowerCase()}: `}${orgmap.listed(names)}`);
    return parts.length ? `Left out: ${orgmap.short(parts.join("; "), 400)}.` : "";
  };

  const toAddress = () =>
    route.joined([...state.off].flatMap(([key, values]) => [...values].map((value) => `${key}:${value}`)));

  const fromAddress = () => {
    const off = new Set(route.split(route.get("off")));
    for (const box of boxes) box.checked = !off.has(`${keyOf(box)}:${box.value}`);
    read();
  };

  /** Show those groups of boxes that change something in a view. */
  const fit = (view) => {
    const groups = [...form.querySelectorAll("[data-group]")];
    for (const group of groups) group.hidden = view === "interlocks" && group.dataset.group !== "body";
    form.closest(".filters").hidden = groups.every((group) => group.hidden);
  };

  return { read, everything, words, toAddress, fromAddress, fit };
})();
