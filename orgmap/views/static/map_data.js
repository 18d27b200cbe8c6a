/* The data of the page, looked up by number, and the words that tell about them. */
"use strict";

const orgmap = (() => {
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const things = data.things;
  const seatsOf = things.map(() => []);
  const seatsOn = things.map(() => []);
  const seatsFor = things.map(() => []);
  const relations = things.map(() => []);
  const interlocks = things.map(() => []);
  const employers = things.map(() => []);
  const staff = things.map(() => []);

  for (const seat of data.seats) {
    seatsOf[seat.holder].push(seat);
    seatsOn[seat.body].push(seat);
    if (seat.organisation !== undefined && seat.organisation !== seat.holder) seatsFor[seat.organisation].push(seat);
  }
  for (const relation of data.relations) {
    relations[relation.from].push(relation);
    if (relation.to !== relation.from) relations[relation.to].push(relation);
  }
  for (const tie of data.interlocks) {
    interlocks[tie.ends[0]].push(tie);
    interlocks[tie.ends[1]].push(tie);
  }
  for (const [person, organisation] of data.represents) {
    employers[person].push(organisation);
    staff[organisation].push(person);
  }

  const count = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many || one + "s"}`;
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const listed = (words) =>
    words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
  const short = (text, most) => {
    const signs = Array.from(text);
    return signs.length > most ? signs.slice(0, most - 1).join("") + "…" : text;
  };

  /** What kind of thing it is, in a few words: "partnership, district". */
  const described = (thing) => {
    if (thing.mode === "person") return "person";
    const fact = thing.mode === "body" ? thing.tier : thing.sector;
    return [thing.kind || thing.mode, fact].filter(Boolean).join(", ");
  };

  return {
    data, things, seatsOf, seatsOn, seatsFor, relations, interlocks, employers, staff,
    count, capital, listed, short, described,
  };
})();
