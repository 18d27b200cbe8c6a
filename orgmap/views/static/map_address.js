/* The view in the address of the page: written after every change, read when the page opens, and copied. */
"use strict";

orgmap.address = (() => {
  const { data, things, byKey, state, route, filters } = orgmap;
  const byId = (id) => document.getElementById(id);
  const keyOf = (thing) => (thing === null || thing === undefined ? null : things[thing].key);

  /** Say in the address what is shown; `chosen` is the thing selected, `slides` whether the slider is there. */
  const write = (chosen, slides) => {
    const [focus, thing] = [keyOf(state.focus), keyOf(chosen)];
    route.put({
      view: state.view === "whole" ? null : state.view,
      node: focus ?? thing,
      selected: focus && thing !== focus ? thing : null,
      "at-least": slides && state.atLeast !== data.atLeast ? state.atLeast : null,
      off: filters.toAddress(),
      open: route.joined([...state.opened].map(keyOf)),
    });
  };

  /** What the address asks for, as numbers of things. */
  const read = () => ({
    view: route.get("view"),
    node: byKey.get(route.get("node")),
    selected: byKey.get(route.get("selected")),
    atLeast: Number(route.get("at-least")) || null,
    opened: data.folded ? route.split(route.get("open")).map((key) => byKey.get(key)).filter((one) => one !== undefined) : [],
    lit: { finding: route.get("finding"), path: route.get("path") },
  });

  const copy = async (say) => {
    const field = byId("link");
    field.value = window.location.href;
    byId("link-field").hidden = false;
    field.focus();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      say("The link to this view is copied.");
    } catch {
      say("The link to this view is selected: copy it from here.");
    }
  };

  return { write, read, copy };
})();
