/* The data of the page, unpacked and looked up by number, and the words that tell about them. */
"use strict";

const orgmap = (() => {
  const data = JSON.parse(document.getElementById("map-data").textContent);

  /** The values of a packed column, with their rows. */
  const eachValue = (column, tell) => {
    if (Array.isArray(column)) column.forEach(tell);
    else if (column.few) for (const [index, value] of Object.entries(column.few)) tell(value, Number(index));
    else column.at.forEach((place, index) => tell(column.of[place], index));
  };

  /** Rows from packed columns: what is not known is not there. */
  const rows = ({ count: number, ...columns }) => {
    const found = Array.from({ length: number }, () => ({}));
    for (const [name, column] of Object.entries(columns))
      eachValue(column, (value, index) => { if (value !== null) found[index][name] = value; });
    return found;
  };

  const things = rows(data.things);
  const seats = rows(data.seats);
  const byKey = new Map(things.map((thing, index) => [thing.key, index]));
  for (const thing of things)
    if (thing.page === 1) thing.page = `${data.folders[thing.mode]}/${thing.key.slice(thing.key.indexOf(":") + 1)}.html`;

  const lists = () => things.map(() => []);
  const [seatsOf, seatsOn, seatsFor, relations, interlocks, employers, staff] = [
    lists(), lists(), lists(), lists(), lists(), lists(), lists(),
  ];

  for (const seat of seats) {
    seatsOf[seat.holder].push(seat);
    seatsOn[seat.body].push(seat);
    if (seat.organisation !== undefined && seat.organisation !== seat.holder) seatsFor[seat.organisation].push(seat);
  }
  const related = rows(data.relations);
  for (const relation of related) {
    relations[relation.from].push(relation);
    if (relation.to !== relation.from) relations[relation.to].push(relation);
  }
  const { members, ...tied } = data.ties;
  const ties = rows(tied);
  ties.forEach((tie, index) => {
    tie.ends = [tie.from, tie.to];
    tie.members = members[index];
    tie.shared ??= tie.members.length;
    interlocks[tie.from].push(tie);
    interlocks[tie.to].push(tie);
  });
  const represents = rows(data.represents);
  for (const { from, to } of represents) {
    employers[from].push(to);
    staff[to].push(from);
  }

  /** The names of the members that make an interlock. */
  const namesOf = (tie) => tie.members.map((member) => (typeof member === "number" ? things[member].name : member));

  /** A number with commas; the browser's own way takes it half a tenth of a second to learn. */
  const figure = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  const count = (number, one, many) => `${figure(number)} ${number === 1 ? one : many || one + "s"}`;
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const listed = (words) =>
    words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
  const short = (text, most) => {
    const signs = Array.from(text);
    return signs.length > most ? signs.slice(0, most - 1).join("") + "…" : text;
  };

  /** A name as it is painted: one line without control or direction marks, at most 60 characters. */
  const painted = (name) =>
    short(name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim(), 60);

  /** What kind of thing it is, in a few words: "partnership, district". */
  const described = (thing) => {
    if (thing.mode === "person") return "person";
    const fact = thing.mode === "body" ? thing.tier : thing.sector;
    return [thing.kind || thing.mode, fact].filter(Boolean).join(", ");
  };

  return {
    data, things, byKey, rowsOf: rows, seats, related, represents, ties, namesOf,
    seatsOf, seatsOn, seatsFor, relations, interlocks, employers, staff,
    count, figure, capital, listed, short, painted, described,
  };
})();
