/* The controls: which view is shown, what is selected or lit in it, the keyboard, and the address. */
"use strict";

(() => {
  const { data, things, byKey, count, state, drawing, route, filters, keys, address } = orgmap;
  const { has, makeView, assemble, neighbourhood, reveal, peopleOn } = orgmap.views;
  const { words, spoken, nearest } = orgmap.focus;
  const { resized, fitted, zoom, pan, lookAt, inSight } = orgmap.camera;
  const byId = (id) => document.getElementById(id);
  const holder = byId("map");
  const NAMES = ["whole", "interlocks", "two-tier", "body", "organisation"];
  const OF_ONE = { body: "body", organisation: "organisation" };
  const views = {};
  const listeners = { change: [], address: [] };
  let before = "whole";

  const current = () => views[state.view];
  const chosen = () => (state.selected ? current().at.get(state.selected).thing : null);

  /** Tell a reader of the screen what happened; it is seen too unless the page says it elsewhere. */
  const say = (text, seen = true) => {
    byId("said").textContent = text;
    byId("said").classList.toggle("unseen", !seen);
  };
  const tellAll = (what) => { for (const told of listeners[what]) told(current()); };

  /* ---- What is drawn, after any change ---- */

  const refresh = () => {
    const view = current();
    view.shown = reveal(view);
    if (state.selected && !view.shown.nodes.has(state.selected)) unselect();
    state.lit = litNow(view);
    byId("clear").disabled = !state.selected && !state.light;
    drawing.repaint(view);
    byId("what").textContent = words(view);
    address.write(chosen(), !byId("threshold").hidden);
    tellAll("change");
  };

  /** What stands out: what a finding or a path is about, or the selection with its ties; in its own view it stands out anyway. */
  const litNow = (view) => {
    if (state.light) return state.light.ids;
    const own = state.selected && view.at.get(state.selected).thing === state.focus;
    return state.selected && !own ? neighbourhood(view, state.selected) : null;
  };

  /* ---- Selection and light ---- */

  const unselect = () => {
    state.selected = null;
    byId("panel").hidden = true;
  };

  const unlight = () => {
    state.light = null;
    route.put({ finding: null, path: null });
  };

  const select = (id, open = true) => {
    const view = current();
    if (!view.shown.nodes.has(id)) return;
    if (state.light) unlight();
    state.selected = id;
    if (open) openPanel(view.at.get(id).thing);
    else byId("panel").hidden = true;
    refresh();
    inSight(view, new Set([id]));
    say(spoken(view, id) + (open ? " Details are open." : " Press Enter for details."));
  };

  const openPanel = (thing) => {
    orgmap.panel.fill(thing);
    byId("panel").hidden = false;
    byId("panel").parentElement.scrollTop = 0;
  };

  const clear = () => {
    const had = state.selected !== null || state.light !== null;
    if (state.light) unlight();
    unselect();
    refresh();
    if (had) say("Selection cleared.");
  };

  /** Highlight some nodes of the view shown with those lines among them that `shows` takes; say what they are. */
  const light = (ids, text, shows = () => true) => {
    unselect();
    state.light = { ids: new Set(ids), shows };
    refresh();
    if (state.light.ids.size) inSight(current(), state.light.ids);
    say(text, false);
  };

  /** Take back one thing: what is lit, the details, the selection, the view of one body or organisation. */
  const stepBack = () => {
    const panelOpen = !byId("panel").hidden;
    if (state.light) clear();
    else if (panelOpen) {
      byId("panel").hidden = true;
      say(`Details are closed. ${spoken(current(), state.selected)}`);
    } else if (state.selected) clear();
    else if (state.focus !== null) route.step(() => show(before));
    else return false;
    holder.focus();
    return true;
  };

  /* ---- Going to a thing ---- */

  /** Show a thing where it is drawn: in this view, or in the whole map, its body opened where people are folded. */
  const jumpTo = (thing) => {
    if (thing === undefined || !things[thing]) return;
    if (!current().by.has(thing)) show("whole");
    if (!current().by.has(thing)) {
      const body = orgmap.seatsOf[thing][0]?.body;
      if (body === undefined) return say(`${things[thing].name} is not drawn here.`);
      unfold(body, true);
    }
    const { id } = current().by.get(thing);
    if (!current().shown.nodes.has(id)) {
      filters.everything();
      refresh();
    }
    select(id);
  };

  const goneTo = (thing) => route.step(() => jumpTo(thing));

  /** What is searched for comes into the middle where the view is of one such thing. */
  const searched = (thing) => {
    if (OF_ONE[state.view] === things[thing].mode) shownNow(state.view, thing);
    else goneTo(thing);
  };

  /** What else the map can show of a thing, as buttons of its panel. */
  const actionsOf = (thing) => {
    const { mode } = things[thing];
    const found = [];
    if (OF_ONE[mode] && !(state.view === mode && state.focus === thing))
      found.push({ words: mode === "body" ? "Show it with its neighbours" : "Show its tables", run: () => shownNow(mode, thing) });
    if (data.folded && mode === "body" && state.view === "whole") {
      const open = state.opened.has(thing);
      const number = count(peopleOn(thing).size, "person", "people");
      found.push({ words: open ? `Fold its ${number}` : `Show its ${number}`, run: () => unfold(thing, !open) });
    }
    return found;
  };

  /* ---- Folding ---- */

  const unfold = (body, open) => {
    if (open) state.opened.add(body);
    else state.opened.delete(body);
    redo(views.whole);
    select(views.whole.by.get(body).id);
    if (open) lookAt(views.whole, new Set(views.whole.nodes.filter((node) => node.opened === body || node.thing === body).map((node) => node.id)));
    say(`${things[body].name}: ${count(peopleOn(body).size, "person is", "people are")} ${open ? "shown around it" : "folded into it"}.`);
  };

  const redo = (view) => {
    const usual = view.nodes.filter((node) => node.opened === undefined);
    assemble(view, usual);
    assemble(view, [...usual, ...orgmap.around.opened(view, state.opened)]);
  };

  /* ---- Views ---- */

  /** Show a view; one of a body or an organisation is made anew. */
  const show = (name, focus = OF_ONE[name] ? nearest(name, chosen() ?? state.focus) : null, keep = true) => {
    if (!has(name) || (OF_ONE[name] && focus === null)) return;
    const old = current();
    const wanted = keep ? chosen() : null;
    const open = !byId("panel").hidden;
    if (old) leave(old);
    if (state.light) unlight();
    unselect();
    if (!OF_ONE[name]) before = name;
    Object.assign(state, { view: name, focus, lit: null });
    if (name === "body" && keep) setLeast(Math.max(state.atLeast, orgmap.around.legible(focus)));
    if (views[name]) views[name].shown = reveal(views[name]);
    else {
      views[name] = makeView(name, focus);
      drawing.start(views[name], clicked, resized);
    }
    controlsFor(name);
    current().frame.hidden = false;
    fitted(current());
    const node = wanted === null ? null : current().by.get(wanted);
    if (node && current().shown.nodes.has(node.id)) select(node.id, open && keep);
    else refresh();
    if (old) say(words(current()), false);
  };

  /** Show a view because somebody asked for it: the way back leads to the one before. */
  const shownNow = (name, focus) => route.step(() => show(name, focus));

  const leave = (view) => {
    view.frame.hidden = true;
    if (!OF_ONE[view.name]) return;
    drawing.stop(view);
    delete views[view.name];
  };

  const controlsFor = (name) => {
    for (const one of NAMES) byId(`view-${one}`)?.setAttribute("aria-pressed", String(one === name));
    byId("threshold").hidden = !["interlocks", "body"].includes(name);
    filters.fit(name);
  };

  const clicked = (id) => {
    if (id === undefined) clear();
    else select(id);
  };

  const filtered = () => {
    filters.read();
    refresh();
    say(byId("shown").textContent, false);
  };

  const setLeast = (number) => {
    state.atLeast = Math.min(Math.max(1, number || 1), Number(byId("at-least").max));
    byId("at-least").value = state.atLeast;
    byId("at-least-value").textContent = state.atLeast;
  };

  const slid = (event) => {
    setLeast(Number(event.target.value));
    if (state.view === "body") {
      show("body", state.focus, false);
      return say(`${count(current().nodes.filter((node) => node.mode === "body").length - 1, "other body", "other bodies")} with at least ${state.atLeast} shared.`, false);
    }
    refresh();
    return say(`${drawing.tieWords(current())}.`, false);
  };

  /** Give the drawing the size of its box before it is fitted: vis would do so afterwards, and zoom. */
  const resizedTo = () => {
    current().network.setSize();
    if (state.fitted) fitted(current());
  };

  /* ---- The address ---- */

  const fromAddress = () => {
    const asked = address.read();
    const focus = OF_ONE[asked.view] ? nearest(asked.view, asked.node ?? null) : null;
    const name = has(asked.view ?? "") && (focus !== null || !OF_ONE[asked.view]) ? asked.view : "whole";
    filters.fromAddress();
    setLeast(asked.atLeast ?? data.atLeast);
    state.opened = new Set(asked.opened);
    if (OF_ONE[name]) show(name, focus, asked.atLeast === null);
    else show(name, null, false);
    if (name === "whole" && data.folded) redo(current());
    refresh();
    if (!OF_ONE[name] && asked.node !== undefined) jumpTo(asked.node);
    if (asked.selected !== undefined) jumpTo(asked.selected);
    route.put(asked.lit);
  };

  /* ---- Connect everything ---- */

  orgmap.panel.connect(goneTo, actionsOf);
  orgmap.search.connect(searched, say);
  keys.listen(holder, { current, select, say });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") drawing.untip(current());
  });
  byId("drawing").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && stepBack()) event.preventDefault();
  });
  for (const name of NAMES) byId(`view-${name}`)?.addEventListener("click", () => shownNow(name));
  byId("zoom-in").addEventListener("click", () => zoom(current(), 1.4));
  byId("zoom-out").addEventListener("click", () => zoom(current(), 1 / 1.4));
  byId("fit").addEventListener("click", () => fitted(current()));
  for (const button of document.querySelectorAll("[data-move]"))
    button.addEventListener("click", () => pan(current(), ...button.dataset.move.split(" ").map(Number)));
  byId("clear").addEventListener("click", () => { clear(); holder.focus(); });
  byId("panel-close").addEventListener("click", stepBack);
  byId("copy-link").addEventListener("click", () => address.copy(say));
  byId("filters").addEventListener("change", filtered);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => window.setTimeout(filtered));
  byId("at-least").addEventListener("input", slid);
  for (const asked of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)", "print"])
    window.matchMedia(asked).addEventListener("change", () => {
      drawing.recolour();
      resizedTo();
      drawing.repaint(current());
      current().network.redraw();
    });
  new ResizeObserver(resizedTo).observe(holder);
  window.addEventListener("hashchange", () => {
    if (!route.isOurs()) return;
    route.reload();
    fromAddress();
    tellAll("address");
  });

  const keyed = (key) => current().by.get(byKey.get(key));

  /* What other scripts ask of the map. `light` takes ids of nodes of the view shown; `on` listens to "change" or "address". */
  orgmap.map = {
    current, show, light, say,
    on: (what, told) => listeners[what].push(told),
    goTo: (key) => (key === null ? clear() : goneTo(byKey.get(key))),
    selected: () => things[chosen()]?.key ?? null,
    scale: () => current().network.getScale(),
    onScreen: (key) => current().network.canvasToDOM({ x: keyed(key).x, y: keyed(key).y }),
    opacity: (key) => current().sets.nodes.get(keyed(key).id).opacity,
    lines: () => [...new Set(current().edges.filter((edge) => current().shown.edges.has(edge.id)).map((edge) => edge.line))],
  };

  byId("drawing").hidden = false;
  fromAddress();
})();
