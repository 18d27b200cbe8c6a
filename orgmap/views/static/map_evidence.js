/* What a finding lights: its bodies and members, those through whom they sit there, and the lines that say so. */
"use strict";

orgmap.evidence = (() => {
  const { things } = orgmap;
  const FEW = 4;
  const DECLARED = { protocols: ["part_of", "link", "cross_representation"], cross_representation: ["cross_representation"] };
  const isBody = (thing) => things[thing].mode === "body";
  const seatsBy = (member) => [...orgmap.seatsOf[member], ...orgmap.seatsFor[member]];

  /** Those who sit on two of a few bodies, or on each of many: where only bodies are named it is about them. */
  const joining = (bodies) => {
    const sits = new Map();
    for (const body of bodies)
      for (const { holder, organisation, status } of orgmap.seatsOn[body])
        for (const member of new Set([holder, organisation]))
          if (member !== undefined && status === "filled") sits.set(member, (sits.get(member) || new Set()).add(body));
    const least = bodies.size > FEW ? bodies.size : 2;
    return [...sits].filter(([, found]) => found.size >= least).map(([member]) => member);
  };

  /** The seats that a finding is about: those of its members on its bodies, or wherever they sit if it names no body. */
  const seatsOf = (subjects) => {
    const bodies = new Set(subjects.filter(isBody));
    const named = subjects.filter((thing) => !isBody(thing));
    const members = new Set(named.length ? named : joining(bodies));
    const found = [...members].flatMap(seatsBy).filter((seat) => !bodies.size || bodies.has(seat.body));
    return { members, seats: new Set(found) };
  };

  /** The things that a finding lights, and which lines between them: declared links only where it is about these. */
  const of = (question, subjects) => {
    const { members, seats } = seatsOf(subjects);
    const lit = new Set([...subjects, ...members, ...[...seats].flatMap(({ holder, body }) => [holder, body])]);
    const through = new Set([...seats].map(({ organisation, body }) => `${organisation} ${body}`));
    const shows = (edge) => {
      if (edge.seat) return seats.has(edge.seat);
      if (edge.via) return through.has(`${edge.organisation} ${edge.body}`);
      return !edge.relation || (DECLARED[question] ?? []).includes(edge.line);
    };
    return { lit, shows };
  };

  return { of };
})();
