"""Whether the map can be trusted: what is missing, unknown, doubtful or out of date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.candidates import KINDS, Candidate, candidates
from orgmap.model.dates import first_day, in_words, last_day
from orgmap.model.records import Weight
from orgmap.model.wording import counted, listing, plural, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.vocabulary import QUESTIONS

TITLE = QUESTIONS.meaning_of("data_quality")
Item = tuple[str, str, str, str, object]
"""What a check found: its mode, node id, name, a detail, and the row of the source."""
_TABLES = {"body": "bodies", "organisation": "organisations", "person": "people", "seat": "seats"}
WHOLE_LIST, LEAST = 0.9, 5
"""What lacks in so great a part of a list, and of so many, is how the list is kept, not a slip in it."""
COLUMNS = ["check", "mode", "name", "detail", "sheet", "row", "id"]


@dataclass(frozen=True)
class _Check:
    """One check: its name, how much it asks, what it found, and the sentence that says so.

    `text` has {what} (how many of `noun`), {names}, and the verbs {has}, {be} and {appears} in the right
    number. `of` is how many were looked at, where what all of them lack is only good to know.
    """

    name: str
    asks: Weight
    items: list[Item]
    noun: str
    text: str
    of: int = 0

    @property
    def weight(self) -> Weight:
        """Return how much it asks; what the whole list lacks asks nothing of anybody."""
        return "know" if self._of_whole_list() else self.asks

    def _of_whole_list(self) -> bool:
        return self.of >= LEAST and len(self.items) >= WHOLE_LIST * self.of

    def _what(self) -> str:
        count = len(self.items)
        if not self._of_whole_list():
            return counted(count, self.noun)
        every = counted(self.of, self.noun)
        return f"all {every}" if count == self.of else f"{count:,} of the {every}"

    def sentence(self) -> str:
        """Return what is said of what was found."""
        count = len(self.items)
        said = self.text.format(
            what=self._what(),
            names=listing([name for _, _, name, _, _ in self.items if name]),
            has=verb("has", count),
            be=verb("is", count),
            appears=verb("appears", count),
        )
        return said[:1].upper() + said[1:]


def data_quality(orgmap: OrgMap) -> Answer:
    """Return what is missing, unknown, doubtful or out of date in the map.

    Table, a row for each thing found: `check`, `mode` (body, organisation, person or seat), `name`, `detail`,
    `row` (the row of the source, NA where it has none), `sheet` (the sheet or file of that row, empty where
    there is but one) and `id`.
    """
    rows: list[tuple[object, ...]] = []
    findings: list[Finding] = []
    for check in _checks(orgmap):
        if check.items:
            numbers = tuple(range(len(rows), len(rows) + len(check.items)))
            rows += [
                (check.name, mode, name, detail, *orgmap.origin(_TABLES[mode], row), node)
                for mode, node, name, detail, row in check.items
            ]
            subjects = tuple(dict.fromkeys(node for _, node, _, _, _ in check.items if node))
            findings.append(Finding("data_quality", check.weight, check.sentence(), subjects, numbers))
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"row": "Int64"})
    return answer("data_quality", TITLE, [*findings, *_notes(orgmap)], table)


def _checks(orgmap: OrgMap) -> Iterator[_Check]:
    yield from _seats(orgmap)
    yield from _doubles(orgmap)
    yield _Check(
        "one name, several organisations", "look", _several_organisations(orgmap), "person",
        "{what} {appears} for more than one organisation, and {be} read as one: {names}.",
    )  # fmt: skip
    yield _Check(
        "ended but listed", "act", _ended(orgmap), "seat",
        f"{{what}} had ended by {in_words(orgmap.as_at or '')} but {{be}} still listed: {{names}}.",
    )  # fmt: skip
    yield from _unknowns(orgmap)
    partial = [_item("body", orgmap.bodies, body, "") for body in sorted(orgmap.partial_bodies())]
    yield _Check(
        "partial list",
        "know",
        partial,
        "body",
        "The list of members of {what} is known to be partial: {names}.",
    )
    yield from _not_listed(orgmap)


def _seats(orgmap: OrgMap) -> Iterator[_Check]:
    """Bodies where nobody sits, seats of nobody known, people of no organisation."""
    yield _Check(
        "body without seats", "act", _bodies_without_members(orgmap, offered=False), "body",
        "{what} {has} no seats in the file: {names}.",
    )  # fmt: skip
    yield _Check(
        "body without members", "look", _bodies_without_members(orgmap, offered=True), "body",
        "{what} {has} open seats only and no members: {names}.",
    )  # fmt: skip
    yield _Check(
        "seat of nobody known", "look", _unnamed(orgmap), "filled seat",
        "{what} {has} neither a name nor a post, so people cannot be counted there.",
        of=int((orgmap.seats["status"] == "filled").sum()),
    )  # fmt: skip
    yield _Check(
        "member without organisation", "look", _without_organisation(orgmap), "person",
        "{what} {be} listed without an organisation: {names}.", of=len(orgmap.people),
    )  # fmt: skip


def _item(mode: str, table: pd.DataFrame, entity: str, detail: str) -> Item:
    name = table.at[entity, "label" if mode == "person" else "name"]
    return mode, PREFIX[mode] + entity, str(name), detail, table.at[entity, "row"]


def _bodies_without_members(orgmap: OrgMap, *, offered: bool) -> list[Item]:
    """Return the bodies where nobody sits: those whose seats are all open, or those that have none."""
    seats = orgmap.seats
    seated = set(seats.loc[seats["status"] == "filled", "body"])
    open_seats = seats.loc[seats["status"] != "filled", "body"].value_counts()
    return [
        _item("body", orgmap.bodies, body, counted(int(open_seats.get(body, 0)), "open seat"))
        for body in orgmap.bodies.index
        if body not in seated and (body in open_seats) == offered
    ]


def _unnamed(orgmap: OrgMap) -> list[Item]:
    seats = orgmap.seats[(orgmap.seats["status"] == "filled") & orgmap.seats["person"].isna()]
    bodies, organisations = orgmap.bodies["name"], orgmap.organisations["name"]
    return [
        ("seat", PREFIX["body"] + body, bodies[body], organisations.get(organisation, ""), row)
        for body, organisation, row in zip(seats["body"], seats["represents"], seats["row"], strict=True)
    ]


def _without_organisation(orgmap: OrgMap) -> list[Item]:
    filled = orgmap.seats[orgmap.seats["status"] == "filled"].dropna(subset="person")
    known = filled.groupby("person")["represents"].count()
    return [_item("person", orgmap.people, str(person), "") for person in known.index[known == 0]]


def _several_organisations(orgmap: OrgMap) -> list[Item]:
    employers = _employers(orgmap.seats.dropna(subset=["person", "organisation"]))
    names = orgmap.organisations["name"].to_dict()
    return [
        _item("person", orgmap.people, str(person), "; ".join(sorted(names[one] for one in of)))
        for person, of in sorted(employers.items())
        if len(of) > 1
    ]


def _employers(seats: pd.DataFrame) -> dict[str, set[str]]:
    """Return for whom each person works."""
    found: dict[str, set[str]] = defaultdict(set)
    for person, organisation in zip(seats["person"].tolist(), seats["organisation"].tolist(), strict=True):
        found[person].add(organisation)
    return found


def _doubles(orgmap: OrgMap) -> Iterator[_Check]:
    """Names so alike that they may be one."""
    found = candidates(orgmap)
    for kind in ("body", "organisation", "person"):
        yield _alike(kind, getattr(orgmap, KINDS[kind]), [one for one in found if one.kind == kind])


def _names_of(table: pd.DataFrame, labels: pd.Series[str], pair: Candidate) -> str:
    """Return the names of a pair; where they are the same, with the ids that tell the two apart."""
    a, b = labels[pair.a], labels[pair.b]
    if a != b:
        return f"{a} / {b}"
    one, other = (table["source_id"].fillna(pd.Series(table.index, table.index))[[pair.a, pair.b]]).tolist()
    return f"{a} ({one}) / {b} ({other})"


def _alike(mode: str, table: pd.DataFrame, pairs: Sequence[Candidate]) -> _Check:
    labels, rows = table["label" if mode == "person" else "name"], table["row"]
    items: list[Item] = [
        (
            mode,
            PREFIX[mode] + pair.a,
            _names_of(table, labels, pair),
            f"{pair.how}: {pair.reason}",
            rows[pair.a],
        )
        for pair in pairs
    ]
    how = "the same or nearly" if any(labels[pair.a] == labels[pair.b] for pair in pairs) else "nearly"
    text = f"{{what}} of {plural(mode, 2)} {{has}} {how} the same name and may be one: {{names}}."
    return _Check("nearly the same name", "look", items, "pair", text)


def _ended(orgmap: OrgMap) -> list[Item]:
    day, seats = orgmap.as_at, orgmap.not_in_force
    if day is None or seats.empty:
        return []
    over = seats[seats["until"].map(last_day, na_action="ignore").astype("str") < first_day(day)]
    names = pd.concat([orgmap.bodies, orgmap.closed_bodies])["name"]
    return [
        ("seat", PREFIX["body"] + body, f"{names[body]} ({in_words(until)})", f"until {in_words(until)}", row)
        for body, until, row in zip(over["body"], over["until"], over["row"], strict=True)
    ]


def _unknowns(orgmap: OrgMap) -> Iterator[_Check]:
    """What a column leaves empty that a question needs."""
    seated = set(orgmap.seats["represents"].dropna())
    organisations = orgmap.organisations[orgmap.organisations.index.isin(list(seated))]
    which = _which_seats(orgmap, seated)
    for mode, table, column, needs in (
        ("organisation", organisations, "sector", "the balance of sectors"),
        ("organisation", organisations, "area", "who misses which body"),
        ("body", orgmap.bodies, "tier", "comparing the tiers"),
    ):
        missing = table.index[table[column].isna()]
        those = f"{{what}}{which if mode == 'organisation' else ''}"
        yield _Check(
            f"unknown {column}", "look", [_item(mode, table, entity, "") for entity in missing], mode,
            f"The {column} of {those} is not known: {{names}}. It is needed for {needs}.",
            of=len(table),
        )  # fmt: skip


def _which_seats(orgmap: OrgMap, seated: set[str]) -> str:
    """Return which organisations are looked at, where that are not all, or not only those of members."""
    if seated - set(orgmap.ties()["represents"].dropna()):
        return " that {has} a seat of any role, filled or open,"
    return " that {has} seats" if len(seated) < len(orgmap.organisations) else ""


def _not_listed(orgmap: OrgMap) -> Iterator[_Check]:
    """What other tables mention and its own table does not list, where there is such a table."""
    for mode, table in (("body", orgmap.bodies), ("organisation", orgmap.organisations)):
        listed = table["listed"].astype(bool)
        new = table.index[~listed] if listed.any() else table.index[:0]
        yield _Check(
            "not in its table", "look", [_item(mode, table, entity, "") for entity in new], mode,
            "{what} {be} named by other tables but not listed in its own: {names}.",
        )  # fmt: skip


def _notes(orgmap: OrgMap) -> Iterator[Finding]:
    if orgmap.as_at is None:
        yield Finding(
            "data_quality",
            "know",
            "The map has no date, so nothing can be said about ended terms or reviews that are due.",
        )
    hidden = orgmap.withheld
    if hidden.similar:
        pairs = f"{counted(hidden.similar, 'pair')} of people {verb('has', hidden.similar)}"
        sentence = f"{pairs} nearly the same name; names are withheld here."
        yield Finding("data_quality", "look", sentence)
