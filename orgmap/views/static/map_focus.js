/* Of which body or organisation a view of one is, and what the views are in words. */
"use strict";

orgmap.focus = (() => {
  const { data, things, described, count } = orgmap;
  const { neighbourhood } = orgmap.views;

  const WORDS = {
    whole: () => `Every body with those who sit on it. ${"two-tier" in data.views ? "Wide tiers are in the middle, families are together." : "What shares members is near each other."}`,
    interlocks: () => `Bodies tied by the ${data.shared} that they share: the wider the line, the more.`,
    "two-tier": () => "County and wider bodies are above, local bodies below, and those who sit at both are between them.",
    body: (name) => `${name} is in the middle. Around it are those who sit there, then whom they speak for, and outside the bodies that share members with it.`,
    organisation: (name) => `${name} is at the top. Below it are those who sit for it, then the bodies where they sit, by tier.`,
  };

  /** What a view shows, in a sentence or two. */
  const words = ({ name, focus, by, shown }) => {
    if (focus === null || focus === undefined) return WORDS[name]("");
    if (!shown.nodes.has(by.get(focus)?.id)) return `${things[focus].name} is hidden by the filters, with its ties.`;
    return WORDS[name](things[focus].name);
  };

  /** What is said of a node that is selected. */
  const spoken = (view, id) => {
    const thing = things[view.at.get(id).thing];
    const near = neighbourhood(view, id).size - 1;
    return `${thing.name}, ${described(thing)}, ${near ? `tied to ${count(near, "other")}` : "tied to nothing here"}.`;
  };

  /** The thing of a mode with the most seats. */
  const largest = (mode, seats) => {
    let best = null;
    things.forEach((thing, index) => {
      if (thing.mode === mode && (best === null || seats[index].length > seats[best].length)) best = index;
    });
    return best;
  };

  /** The body, or organisation, that a thing is or sits with; where there is none the home body or the largest. */
  const nearest = (mode, thing) => {
    if (thing !== null && things[thing].mode === mode) return thing;
    const seats = thing === null ? [] : [...orgmap.seatsOf[thing], ...orgmap.seatsFor[thing], ...orgmap.seatsOn[thing]];
    const found = seats.map((seat) => (mode === "body" ? seat.body : seat.organisation)).find((one) => one !== undefined);
    if (found !== undefined) return found;
    return mode === "body" ? data.home ?? largest("body", orgmap.seatsOn) : largest("organisation", orgmap.seatsFor);
  };

  return { words, spoken, nearest };
})();
