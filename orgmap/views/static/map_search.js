/* The search box of the map: what it finds, it goes to. */
"use strict";

orgmap.search = (() => {
  const byId = (id) => document.getElementById(id);

  const connect = (goTo, say) =>
    orgmap.combobox.connect(byId("search"), byId("hits"), { say, chosen: (index) => { if (index !== null) goTo(index); } });

  return { connect };
})();
