/* The panel beside the drawing: what there is to say about one node, in words. Text only, never markup. */
"use strict";

orgmap.panel = (() => {
  const { things, count, capital, listed, described } = orgmap;
  const ROLES = ["chair", "vice-chair", "member", "co-opted", "observer", "adviser", "substitute", "officer"];
  const LINK_BACK = {
    "reports to": "is reported to by", commissions: "is commissioned by", advises: "is advised by",
    consults: "is consulted by", "stands beside": "stands beside",
    "shares information with": "is given information by",
    "provides the secretariat of": "has its secretariat provided by",
  };
  const OPEN = { vacant: "vacant", requested: "requested", applied: "applied for", invited: "invited", declined: "declined" };
  let jump = () => {};
  let actionsOf = () => [];

  const element = (tag, ...content) => {
    const made = document.createElement(tag);
    made.append(...content);
    return made;
  };
  const plain = (text) => element("bdi", text);

  /** A thing's name: a link that goes to it on the map. */
  const named = (index) => {
    const link = element("a", plain(things[index].name));
    link.href = `#node=${encodeURIComponent(things[index].key)}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      jump(index);
    });
    return link;
  };

  const list = (items) => element("ul", ...items.map((content) => element("li", ...content)));
  const section = (heading, items) => (items.length ? [element("h3", heading), list(items)] : []);

  /** The tail of a seat: since, until, and what state it is in where it is not filled. */
  const terms = (seat) => {
    const parts = [];
    if (seat.since) parts.push(`since ${seat.since}`);
    if (seat.until) parts.push(`until ${seat.until}`);
    if (seat.status !== "filled") parts.push(`not filled: ${OPEN[seat.status] || seat.status}`);
    if ((seat.seats || 1) > 1) parts.push(count(seat.seats, "seat"));
    return parts.length ? `, ${parts.join(", ")}` : "";
  };

  const forWhom = (seat, holder) => {
    const parts = [];
    if (seat.organisation !== undefined && seat.organisation !== holder) parts.push(", for ", named(seat.organisation));
    if (seat.behalf !== undefined && seat.behalf !== seat.organisation) parts.push(", on behalf of ", named(seat.behalf));
    return parts;
  };

  const byRole = (a, b) =>
    ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || things[a.holder].name.localeCompare(things[b.holder].name, "en-GB");
  const byBody = (a, b) => things[a.body].name.localeCompare(things[b.body].name, "en-GB") || byRole(a, b);

  const numberOf = (seats) => seats.reduce((sum, seat) => sum + (seat.seats || 1), 0);

  /** "12 seats: 10 filled and 2 vacant." */
  const seatSentence = (seats) => {
    const states = ["filled", ...Object.keys(OPEN)]
      .map((status) => [status, numberOf(seats.filter((seat) => seat.status === status))])
      .filter(([, number]) => number);
    const total = count(numberOf(seats), "seat");
    if (states.length === 1) return `${capital(total)}, ${states[0][1] === 1 ? "" : "all "}${OPEN[states[0][0]] || "filled"}.`;
    return `${capital(total)}: ${listed(states.map(([status, number]) => `${number} ${OPEN[status] || status}`))}.`;
  };

  const aboutBody = (index) => {
    const thing = things[index];
    const seats = [...orgmap.seatsOn[index]].sort(byRole);
    const said = [];
    said.push(seats.length ? seatSentence(seats) : "No named seats are listed.");
    if (thing.open_seats) said.push(`${capital(count(thing.open_seats, "more seat"))} ${thing.open_seats === 1 ? "is not filled and names" : "are not filled and name"} nobody.`);
    if (thing.list === "partial") said.push("The list of its members is partial.");
    if (!thing.list) said.push("It is not said whether the list of its members is complete.");
    if (thing.statutory === true) said.push("It is required by law.");
    const sits = seats.map((seat) => [named(seat.holder), `, ${seat.role}`, ...forWhom(seat, seat.holder), terms(seat)]);
    return [
      element("p", said.join(" ")),
      ...webLink(thing),
      ...section("Who sits here", sits),
      ...relationSections(index),
      ...sharedSection(index),
    ];
  };

  const webLink = (thing) => {
    let address;
    try { address = new URL(thing.url); } catch { return []; }
    if (!["http:", "https:"].includes(address.protocol)) return [];
    const link = element("a", "Its web page");
    link.href = address.href;
    link.rel = "noreferrer noopener";
    return [element("p", link)];
  };

  const relationSections = (index) => {
    const found = orgmap.relations[index];
    const out = (kind) => found.filter((relation) => relation.kind === kind && relation.from === index);
    const into = (kind) => found.filter((relation) => relation.kind === kind && relation.to === index);
    const seatsOf = (relation) => count(relation.seats || 1, "seat");
    return [
      ...section("Part of", out("part_of").map((relation) => [named(relation.to)])),
      ...section("Its groups", into("part_of").map((relation) => [named(relation.from)])),
      ...section("Links", [
        ...out("link").map((relation) => [`${capital(relation.link || "linked to")} `, named(relation.to)]),
        ...into("link").map((relation) => [`${capital(LINK_BACK[relation.link] || "linked from")} `, named(relation.from)]),
      ]),
      ...section("Bodies represented on each other", [
        ...out("cross_representation").map((relation) => [`Is represented on `, named(relation.to), ` (${seatsOf(relation)})`]),
        ...into("cross_representation").map((relation) => [named(relation.from), ` is represented here (${seatsOf(relation)})`]),
      ]),
    ];
  };

  const sharedSection = (index) => {
    const ties = [...orgmap.interlocks[index]].sort((a, b) => b.shared - a.shared);
    const most = 12;
    const items = ties.slice(0, most).map((tie) => {
      const other = tie.ends[0] === index ? tie.ends[1] : tie.ends[0];
      const members = orgmap.namesOf(tie);
      const names = members.slice(0, 8).join("; ") + (members.length > 8 ? "; …" : "");
      return [named(other), `: ${tie.shared} shared`, ...(names ? [" (", plain(names), ")"] : [])];
    });
    if (ties.length > most) items.push([`and ${count(ties.length - most, "other body", "other bodies")}: see the table of interlocks.`]);
    return section("Shares members with", items);
  };

  const bodiesOf = (seats) => new Set(seats.map((seat) => seat.body)).size;

  const aboutPerson = (index) => {
    const seats = [...orgmap.seatsOf[index]].sort(byBody);
    const where = seats.map((seat) => [named(seat.body), `, ${seat.role}`, ...forWhom(seat, index), terms(seat)]);
    const said = seats.length ? `Has ${count(numberOf(seats), "seat")} on ${count(bodiesOf(seats), "body", "bodies")}.` : "Sits on no body.";
    return [
      element("p", said),
      ...section("Where", where),
      ...section("Speaks for", orgmap.employers[index].map((organisation) => [named(organisation)])),
    ];
  };

  const aboutOrganisation = (index) => {
    const seats = [...orgmap.seatsFor[index], ...orgmap.seatsOf[index]].sort(byBody);
    const people = new Set(seats.map((seat) => seat.holder).filter((holder) => things[holder].mode === "person"));
    const through = people.size ? `, through ${count(people.size, "person", "people")}` : "";
    const said = seats.length
      ? `Has ${count(numberOf(seats), "seat")} on ${count(bodiesOf(seats), "body", "bodies")}${through}.`
      : "Has no seat on any body.";
    const where = seats.map((seat) => [
      named(seat.body), ": ",
      ...(seat.holder === index ? ["nobody named"] : [named(seat.holder)]),
      `, ${seat.role}`, terms(seat),
    ]);
    const silent = orgmap.staff[index].filter((person) => !people.has(person));
    return [
      element("p", said),
      ...section("Where, and through whom", where),
      ...section("Others who speak for it", silent.map((person) => [named(person)])),
    ];
  };

  /** What leads on from a thing: its page, and what else the map can show of it. */
  const leads = (index) => {
    const { page } = things[index];
    const buttons = actionsOf(index).map(({ words, run }) => {
      const button = element("button", words);
      button.type = "button";
      button.addEventListener("click", run);
      return button;
    });
    if (!page && !buttons.length) return [];
    const row = element("div", ...buttons);
    row.className = "leads";
    if (page) {
      const link = element("a", "Its page in full");
      link.href = page;
      row.prepend(link);
    }
    return [row];
  };

  const about = { body: aboutBody, person: aboutPerson };

  /** Fill the panel with what is known of a thing. */
  const fill = (index) => {
    const thing = things[index];
    document.getElementById("panel-title").replaceChildren(plain(thing.name));
    const what = [described(thing)];
    if (thing.short_name && thing.short_name !== thing.name) what.push(`also called ${thing.short_name}`);
    if (thing.post && thing.post !== thing.name) what.push(thing.post);
    const intro = element("p", plain(`${capital(what.join("; "))}.`));
    intro.className = "quiet";
    document.getElementById("panel-body").replaceChildren(intro, ...leads(index), ...(about[thing.mode] || aboutOrganisation)(index));
  };

  return {
    fill,
    seatSentence,
    numberOf,
    connect: (onJump, actions) => { jump = onJump; actionsOf = actions; },
  };
})();
