/* One body with its neighbours, one organisation with its tables, and the people of a folded body: placed without chance. */
"use strict";

orgmap.around = (() => {
  const { data, things, state, capital } = orgmap;
  const holder = document.getElementById("map");
  const MOST_BODIES = 40;
  const [RIM, MOST_APART] = [90, 2.5];
  const unique = (list) => [...new Set(list)];
  const byName = (a, b) => things[a].name.localeCompare(things[b].name, "en-GB") || a - b;
  const other = (tie, thing) => (tie.ends[0] === thing ? tie.ends[1] : tie.ends[0]);
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;

  /** How much wider than high the rings are: as the window is. */
  const wide = () => (holder.clientWidth < holder.clientHeight ? 0.85 : 1.3);

  const at = (angle, radius) => [Math.sin(angle) * radius * wide(), -Math.cos(angle) * radius];

  /** The middle of some angles on the circle. */
  const middle = (angles) => Math.atan2(mean(angles.map(Math.sin)), mean(angles.map(Math.cos)));
  const turn = (angle) => (angle + 2 * Math.PI) % (2 * Math.PI);

  /** Angles on a ring for these, in this order, each as wide as its weight. */
  const spread = (order, weight) => {
    const total = order.reduce((sum, one) => sum + weight(one), 0);
    let done = 0;
    return new Map(order.map((one) => {
      const angle = (2 * Math.PI * (done + weight(one) / 2)) / total;
      done += weight(one);
      return [one, angle];
    }));
  };

  /** Members and bodies on two rings, so turned that what is tied lies on one side. */
  const facing = (members, bodies, tied, weight) => {
    let inner = spread(members, weight);
    let outer = new Map();
    const sorted = (list, near, angles, own) => {
      const goal = new Map(list.map((one) => {
        const found = near(one).map((end) => angles.get(end)).filter((angle) => angle !== undefined);
        return [one, found.length ? turn(middle(found)) : own.get(one) ?? 0];
      }));
      return [...list].sort((a, b) => goal.get(a) - goal.get(b) || byName(a, b));
    };
    const back = new Map(bodies.map((body) => [body, members.filter((member) => tied(member).includes(body))]));
    for (let round = 0; round < 8; round += 1) {
      outer = spread(sorted(bodies, (body) => back.get(body), inner, outer), () => 1);
      inner = spread(sorted(members, tied, outer, inner), weight);
    }
    return { inner, outer };
  };

  /** The bodies that share members with one, and at least as many as the slider says. */
  const sharing = (body) =>
    orgmap.interlocks[body].filter((tie) => tie.shared >= state.atLeast).map((tie) => other(tie, body));

  /** The least number shared at which the bodies around one can be read. */
  const legible = (body) => {
    const shared = orgmap.interlocks[body].map((tie) => tie.shared).sort((a, b) => b - a);
    return shared.length <= MOST_BODIES ? 1 : Math.min(shared[MOST_BODIES] + 1, shared[0]);
  };

  const tiedTo = (member, bodies) => {
    const wanted = new Set(bodies);
    const seats = [...orgmap.seatsFor[member], ...orgmap.seatsOf[member]];
    return unique(seats.map((seat) => seat.body).filter((body) => wanted.has(body)));
  };

  const aroundBody = (body) => {
    const { nodeOf, peopleOn } = orgmap.views;
    const bodies = sharing(body).sort(byName);
    const people = [...peopleOn(body)].sort(byName);
    const speaksFor = new Map(people.map((person) => {
      const seat = orgmap.seatsOn[body].find((one) => one.holder === person && one.organisation !== undefined);
      return [person, seat ? seat.organisation : person];
    }));
    const holders = orgmap.seatsOn[body].map((seat) => seat.holder).filter((holder) => things[holder].mode !== "person");
    const members = unique([...speaksFor.values(), ...holders]).sort(byName);
    const crowd = (member) => people.filter((person) => speaksFor.get(person) === member);
    const ties = new Map(members.map((member) => [member, tiedTo(member, bodies)]));
    const { inner, outer } = facing(members, bodies, (member) => ties.get(member), (member) => Math.max(1, crowd(member).length));
    const reach = Math.max(90, (people.length * 26) / (2 * Math.PI));
    const beyond = Math.max(reach + 90, (members.length * 62) / (2 * Math.PI));
    const rim = Math.max(beyond + 130, (bodies.length * 100) / (2 * Math.PI));
    const share = (2 * Math.PI) / Math.max(1, members.reduce((sum, member) => sum + Math.max(1, crowd(member).length), 0));
    const placed = [nodeOf(body, 0, 0)];
    for (const member of members) {
      const angle = inner.get(member);
      const found = crowd(member);
      found.forEach((person, index) => placed.push(nodeOf(person, ...at(angle + (index - (found.length - 1) / 2) * share, reach))));
      if (things[member].mode !== "person") placed.push(nodeOf(member, ...at(angle, beyond)));
    }
    for (const one of bodies) placed.push(nodeOf(one, ...at(outer.get(one), rim)));
    return { nodes: placed, bands: [] };
  };

  /** Places in rows, centred: `wide` apart, `high` from row to row, no more in a row than `columns`. */
  const rows = (list, columns, wide, high, top) =>
    list.map((one, index) => {
      const inRow = Math.min(columns, list.length - Math.floor(index / columns) * columns);
      return [one, ((index % columns) - (inRow - 1) / 2) * wide, top + Math.floor(index / columns) * high];
    });

  /** Where so many stand in a row, from the middle out, away from the lines that cross it. */
  const gaps = (number, wide, crossing) => {
    const found = [];
    const isFree = (x) => found.every((other) => Math.abs(other - x) >= wide) && crossing.every((line) => Math.abs(line - x) >= 0.75 * wide);
    for (let far = number % 2 ? 0 : wide / 2; found.length < number; far += wide / 4)
      for (const x of [-far, far]) if (found.length < number && isFree(x)) found.push(x);
    return found.sort((a, b) => a - b);
  };

  /** People in rows beneath their organisation, each row clear of the lines of the seats that name nobody. */
  const peopleRows = (people, columns, wide, unnamed) => {
    const found = [];
    for (let first = 0, y = 110; first < people.length; first += columns, y += 62) {
      const here = people.slice(first, first + columns);
      const across = gaps(here.length, wide, unnamed.map((body) => (body.x * y) / body.y));
      found.push(...here.map((person, place) => [person, across[place], y]));
    }
    return found;
  };

  const aroundOrganisation = (organisation) => {
    const { nodeOf } = orgmap.views;
    const seats = [...orgmap.seatsFor[organisation], ...orgmap.seatsOf[organisation]];
    const people = unique(seats.map((seat) => seat.holder).filter((holder) => things[holder].mode === "person"));
    const bodies = unique(seats.map((seat) => seat.body)).sort(byName);
    const columns = Math.min(12, Math.max(wide() > 1 ? 4 : 2, Math.ceil(Math.sqrt(bodies.length * 1.2 * wide()))));
    const many = Math.max(columns * 2, Math.ceil(Math.sqrt(people.length * 5)));
    let top = 110 + Math.ceil(people.length / many) * 62 + (people.length ? 70 : 40);
    const bands = [];
    const placed = [];
    for (const tier of Object.keys(data.styles.body)) {
      const found = bodies.filter((body) => (things[body].tier || "") === tier);
      if (!found.length) continue;
      bands.push({ text: tier ? capital(tier) : "Tier not known", x: -((columns - 1) / 2) * 165, y: top });
      placed.push(...rows(found, columns, 165, 100, top));
      top += Math.ceil(found.length / columns) * 100 + 50;
    }
    const across = new Map(placed.map(([body, x]) => [body, x]));
    const goal = new Map(people.map((person) => [person, mean(orgmap.seatsOf[person].map((seat) => across.get(seat.body) ?? 0))]));
    people.sort((a, b) => goal.get(a) - goal.get(b) || byName(a, b));
    const silent = new Set(orgmap.seatsOf[organisation].map((seat) => seat.body));
    const unnamed = placed.filter(([body]) => silent.has(body)).map(([, x, y]) => ({ x, y }));
    const all = [[organisation, 0, 0], ...peopleRows(people, many, (columns * 165) / many, unnamed), ...placed];
    return { nodes: all.map(([thing, x, y]) => nodeOf(thing, x, y)), bands };
  };

  /** Fill a view of one body or of one organisation. */
  const make = (view) => {
    const ofOrganisation = view.name === "organisation";
    const { nodes, bands } = ofOrganisation ? aroundOrganisation(view.focus) : aroundBody(view.focus);
    view.bands = bands;
    orgmap.views.assemble(view, nodes);
    if (ofOrganisation) orgmap.bends.clear(view);
    return view;
  };

  /** The people of bodies that are opened on a folded map, in rings around each. */
  const opened = (view, bodies) => {
    const taken = new Set();
    return [...bodies].filter((body) => view.by.has(body)).flatMap((body) => {
      const { x, y, size } = view.by.get(body);
      const people = [...orgmap.views.peopleOn(body)].filter((person) => !taken.has(person)).sort(byName);
      for (const person of people) taken.add(person);
      let [ring, first] = [0, 0];
      return people.map((person, index) => {
        const radius = size + 22 + ring * 18;
        const room = Math.floor((2 * Math.PI * radius) / 18);
        const here = Math.min(room, people.length - first);
        const angle = (2 * Math.PI * (index - first)) / here;
        if (index - first === here - 1) [ring, first] = [ring + 1, index + 1];
        return { ...orgmap.views.nodeOf(person, x + Math.sin(angle) * radius, y - Math.cos(angle) * radius), opened: body };
      });
    });
  };

  /** Move the rows of a view so far apart that they fill the window, within reason. */
  const fill = ({ nodes }) => {
    const span = (list) => list.reduce((a, b) => Math.max(a, b)) - list.reduce((a, b) => Math.min(a, b));
    if (!nodes.length) return;
    const [across, down] = [span(nodes.map((node) => node.x)), span(nodes.map((node) => node.y))];
    const room = (holder.clientHeight - RIM) / Math.max(1, holder.clientWidth - RIM);
    const apart = Math.min(MOST_APART, Math.max(1, (room * across) / Math.max(1, down)));
    for (const node of nodes) node.y *= apart;
  };

  return { make, opened, legible, fill };
})();
