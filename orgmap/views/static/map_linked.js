/* How two things are linked: the shortest ways over the seats that the filters leave, and each step in words. */
"use strict";

orgmap.linked = (() => {
  const { data, things, state, count, capital } = orgmap;
  const MEMBERS = ["chair", "vice-chair", "member", "co-opted"];
  const MOST_WAYS = 200;
  const MOST_NAMED = 3;

  /* ---- Who is tied to whom ---- */

  const makeTies = () => {
    const ties = new Map();
    const into = (from, to) => {
      if (!ties.has(from)) ties.set(from, new Map());
      const found = ties.get(from);
      if (!found.has(to)) found.set(to, { seats: [], facts: [] });
      return found.get(to);
    };
    const add = (a, b, key, fact) => {
      if (a === b) return;
      into(a, b)[key].push(fact);
      into(b, a)[key].push(fact);
    };
    return { ties, add };
  };

  /** What the filters leave of the whole map, or all of it; people who are folded into their bodies are there too. */
  const leftStanding = (all) => {
    if (all) return { has: () => true, seat: () => true };
    const current = orgmap.map.current();
    const view = current.name === "whole" ? current : orgmap.views.makeView("whole");
    const { nodes } = current.name === "whole" ? current.shown : orgmap.views.reveal(view);
    const closed = state.off.get("seat/role");
    const isFolded = (index) => data.folded && !view.by.has(index) && !state.off.get("/mode")?.has(things[index].mode);
    const has = (index) => nodes.has(view.by.get(index)?.id) || isFolded(index);
    return { has, seat: (seat) => !closed?.has(seat.role ?? "") };
  };

  const tied = (left, withDeclared) => {
    const { ties, add } = makeTies();
    const both = (a, b) => left.has(a) && left.has(b);
    for (const seat of orgmap.seats) {
      if (seat.status !== "filled" || !left.seat(seat)) continue;
      for (const member of new Set([seat.holder, seat.organisation]))
        if (member !== undefined && both(member, seat.body)) add(member, seat.body, "seats", seat);
    }
    for (const { from, to } of orgmap.represents) if (both(from, to)) add(from, to, "facts", { from, to, kind: "represents" });
    for (const relation of orgmap.related)
      if ((withDeclared || relation.kind === "cross_representation") && both(relation.from, relation.to)) add(relation.from, relation.to, "facts", relation);
    return ties;
  };

  /* ---- The shortest ways ---- */

  const distances = (ties, start) => {
    const far = new Map([[start, 0]]);
    const waiting = [start];
    for (const here of waiting)
      for (const next of ties.get(here)?.keys() ?? [])
        if (!far.has(next)) { far.set(next, far.get(here) + 1); waiting.push(next); }
    return far;
  };

  /** Every shortest way from one to the other, at most so many. */
  const waysBetween = (ties, from, to) => {
    const far = distances(ties, from);
    if (!far.has(to)) return [];
    const ways = [];
    const back = (way) => {
      if (ways.length >= MOST_WAYS) return;
      if (way[0] === from) { ways.push(way); return; }
      const before = [...ties.get(way[0]).keys()].filter((other) => far.get(other) === far.get(way[0]) - 1);
      for (const other of before.sort((a, b) => a - b)) back([other, ...way]);
    };
    back([to]);
    return ways;
  };

  const isMember = (seat) => MEMBERS.includes(seat.role);

  /** How loosely a way holds together: the steps that rest on an observer, adviser, substitute or officer alone. */
  const looseness = (ties, way) =>
    way.slice(1).filter((to, place) => {
      const { seats, facts } = ties.get(way[place]).get(to);
      return !facts.length && !seats.some(isMember);
    }).length;

  /** Whether an organisation stands between two bodies where one of its own people sits on both: told by that person. */
  const isSaidByAPerson = (ties, way) =>
    way.some((middle, place) => {
      const [before, after] = [way[place - 1], way[place + 1]];
      if (before === undefined || after === undefined || things[middle].mode !== "organisation") return false;
      const holders = (body) => (ties.get(body)?.get(middle)?.seats ?? []).map((seat) => seat.holder).filter((holder) => holder !== middle && ties.get(body).has(holder));
      const others = new Set(holders(after));
      return holders(before).some((holder) => others.has(holder));
    });

  const ordered = (ties, ways) => {
    const plain = ways.filter((way) => !isSaidByAPerson(ties, way));
    const people = (way) => way.filter((index) => things[index].mode === "person").length;
    const names = (way) => way.map((index) => things[index].name).join("\n");
    return (plain.length ? plain : ways).sort(
      (a, b) => looseness(ties, a) - looseness(ties, b) || people(b) - people(a) || names(a).localeCompare(names(b), "en-GB")
    );
  };

  /**
   * The shortest ways between two things: { ties, ways, declared, more }. `declared` says that no seats link them and links
   * or part-of were taken too, `more` that there are more ways than were looked at. Without ways, `why` is the reason.
   */
  const between = (from, to) => {
    const left = leftStanding(false);
    const hidden = [from, to].filter((index) => !left.has(index));
    for (const declared of hidden.length ? [] : [false, true]) {
      const ties = tied(left, declared);
      const ways = waysBetween(ties, from, to);
      if (ways.length) return { ties, declared, ways: ordered(ties, ways), more: ways.length >= MOST_WAYS };
    }
    return { ways: [], why: hidden.length ? { hidden } : apart(left, from, to) };
  };

  const apart = (left, from, to) => {
    const ties = tied(left, true);
    const everything = waysBetween(tied(leftStanding(true), true), from, to);
    return { parts: [from, to].map((index) => [...distances(ties, index).keys()]), without: everything[0]?.length - 1 || 0 };
  };

  /* ---- In words ---- */

  /** Who sits for an organisation, without its name where the label of a post ends with it. */
  const holderName = (seat, member) => {
    const [name, ending] = [things[seat.holder].name, ` (${things[member].name})`];
    return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
  };
  const roleOf = (seat, member) => (seat.holder === member ? seat.role : `${holderName(seat, member)}, ${seat.role}`);

  const inBrackets = (seats, member) => {
    const order = [...seats].sort((a, b) => Number(isMember(b)) - Number(isMember(a)));
    const said = [...new Set(order.map((seat) => roleOf(seat, member)))];
    const more = said.length > MOST_NAMED ? [count(said.length - MOST_NAMED, "other")] : [];
    return ` (${[...said.slice(0, MOST_NAMED), ...more].join("; ")})`;
  };

  /** A tie as { member, body, parts }: parts are words, and numbers of things where a name stands. */
  const step = (ties, from, to, last) => {
    const { seats, facts } = ties.get(from).get(to);
    if (!seats.length) return factStep(facts[0]);
    const [member, body] = things[from].mode === "body" ? [to, from] : [from, to];
    const verb = seats.some(isMember) ? "sits on" : "attends";
    const also = last?.member === member ? "also " : "";
    const too = last?.body === body ? " too" : "";
    return { member, body, seats, parts: [member, ` ${also}${verb} `, body, too, inBrackets(seats, member), "."] };
  };

  const factStep = (fact) => {
    const said = {
      represents: () => " speaks for ",
      part_of: () => " is part of ",
      cross_representation: () => " has a seat of its own on ",
      link: () => ` ${fact.link || "is linked to"} `,
    }[fact.kind]();
    return { seats: [], parts: [fact.from, said, fact.to, "."] };
  };

  /** Each step of a way, in words. */
  const steps = (ties, way) => {
    const found = [];
    way.slice(1).forEach((to, place) => found.push(step(ties, way[place], to, found[place - 1])));
    return found;
  };

  /** All that a way is drawn by: those on it, and those who sit for an organisation on it. */
  const holders = (found) => [...new Set(found.flatMap(({ seats, member }) => seats.filter((seat) => seat.holder !== member).map((seat) => seat.holder)))];

  const summary = (from, to, way) => {
    const names = [things[from].name, things[to].name];
    const far = way.length - 1;
    if (far === 1) return `${names[0]} and ${names[1]} are linked directly.`;
    return `${names[0]} is linked to ${names[1]} in ${count(far, "step")}.`;
  };

  const sizes = (indexes) => {
    const number = (mode) => indexes.filter((index) => things[index].mode === mode).length;
    const parts = [["body", "bodies"], ["organisation", "organisations"], ["person", "people"]].map(([mode, many]) => [number(mode), mode, many]);
    return orgmap.listed(parts.filter(([found]) => found).map(([found, one, many]) => count(found, one, many)));
  };

  /** That nobody holds the seats of a thing, where it has no others: they are drawn, but link nobody. */
  const openWords = (index) => {
    const seats = [...orgmap.seatsOf[index], ...orgmap.seatsFor[index], ...orgmap.seatsOn[index]];
    if (!seats.length || seats.some((seat) => seat.status === "filled")) return "";
    const those = seats.length === 1 ? "The only seat" : `All ${count(seats.length, "seat")}`;
    return ` ${those} of ${things[index].name} ${seats.length === 1 ? "is" : "are"} open, and an open seat links nobody.`;
  };

  /** Why there is no way, in words. */
  const whyNot = (from, to, { hidden, parts, without }) => {
    if (hidden) return `${capital(orgmap.listed(hidden.map((index) => things[index].name)))} ${hidden.length > 1 ? "are" : "is"} not drawn: the filters hide ${hidden.length > 1 ? "them" : "it"}.`;
    const [one, other] = [from, to].map((index, place) => `${things[index].name} is in a part with ${sizes(parts[place])}`);
    const end = without ? ` Without the filters they are linked in ${count(without, "step")}.` : "";
    const open = [from, to].map(openWords).join("");
    return `Not linked: they lie in different parts of the map. ${one}; ${other}.${open}${end}`;
  };

  return { between, steps, holders, summary, whyNot };
})();
