/* What of a view the window shows: fitted, zoomed, and moved to what is selected. */
"use strict";

orgmap.camera = (() => {
  const { state, drawing } = orgmap;
  const holder = document.getElementById("map");
  const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");
  const MARGIN = 40;
  const NEAREST = 1.2;
  const [LEAST, MOST] = [0.02, 8];

  const moving = () => (reducedMotion.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" });

  /** Give the nodes sizes that suit the zoom. */
  const resized = (view) => {
    const step = drawing.stepOf(view.network.getScale());
    if (Math.abs(step - view.step) < 1e-6) return;
    view.step = step;
    drawing.repaint(view);
  };

  const fitted = (view) => {
    drawing.fit(view);
    resized(view);
  };

  const zoom = (view, factor) => {
    const scale = Math.min(MOST, Math.max(LEAST, view.network.getScale() * factor));
    const { x, y } = view.at.get(state.selected) ?? view.network.getViewPosition();
    view.network.moveTo({ scale, position: { x, y } });
    drawing.setFitted(false);
    resized(view);
  };

  /** Move the window by a third of itself, so many times across and down. */
  const pan = (view, across, down) => {
    const scale = view.network.getScale();
    const { x, y } = view.network.getViewPosition();
    const third = { x: holder.clientWidth / 3 / scale, y: holder.clientHeight / 3 / scale };
    view.network.moveTo({ scale, position: { x: x + across * third.x, y: y + down * third.y } });
    drawing.setFitted(false);
  };

  /** Move to some nodes, no nearer than so. */
  const lookAt = (view, ids, closest = NEAREST) => {
    const { position, scale: wide } = drawing.windowOn(view, ids);
    const scale = Math.min(wide, closest);
    view.network.moveTo({ position, scale, animation: moving() });
    drawing.setFitted(false);
    view.step = drawing.stepOf(scale);
    drawing.repaint(view);
  };

  /** Move where some of these nodes are outside the window. */
  const inSight = (view, ids) => {
    const away = [...ids].filter((id) => view.at.has(id)).some((id) => {
      const at = view.network.canvasToDOM(view.at.get(id));
      return at.x < MARGIN || at.y < MARGIN || at.x > holder.clientWidth - MARGIN || at.y > holder.clientHeight - MARGIN;
    });
    if (away && !state.fitted) lookAt(view, ids, view.network.getScale());
  };

  return { resized, fitted, zoom, pan, lookAt, inSight };
})();
