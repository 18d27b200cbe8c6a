"""What if bodies merge, close or swap: what it would save, who would lose a seat, which ties would go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.records import Weight
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.load.words import figure, hours, pounds
from orgmap.questions.scenario.table import LOST, scenario_table
from orgmap.vocabulary import COMPARISONS

TITLE = COMPARISONS.meaning_of("scenario")
TOLD = 5


def scenario(
    before: OrgMap,
    after: OrgMap,
    said: Sequence[str] = (),
    lost: Sequence[str] = (),
    hourly_cost: float | None = None,
) -> Answer:
    """Return what differs between a map and the same map after edits, as `orgmap.model.scenario` makes them.

    `said` are sentences on what was done, `lost` in words what fell away with it, `hourly_cost` is in pounds.
    Subjects are nodes of the map before.

    Table: a row for each fact of the whole map, then for each fact of an organisation, a person or a body
    that differs, for each pair of bodies (there before and after) that shares more or fewer members, and for
    each thing that falls away. `mode` (map, organisation, person, body, pair or falls away), `name`, `fact`
    (in words: seats, hours ...), `before`, `after` (numbers; NaN where not known; of what is not on one of
    the two maps nought), `change` (after less before), `id`, `id_other` (the second body of a pair). Hours
    are those of the seats whose hours are known. Index 0, 1, 2 ...
    """
    table = scenario_table(before, after, lost)
    known = {PREFIX[mode] + str(one) for mode, one in _entities(before)}
    findings = [
        *(Finding("scenario", "know", sentence) for sentence in said),
        *_whole(table, hourly_cost),
        *_new(table),
        *_seatless(table, after),
        *_ties(table),
        *_groups(table),
        *_more(table),
        *_chairs(table),
        *_several(table),
        *_fallen(table),
        *_less(table),
    ]
    own = [_of(finding, known) for finding in findings]
    return answer("scenario", TITLE, own, table)


def _entities(orgmap: OrgMap) -> Iterator[tuple[str, object]]:
    for mode, table in (
        ("body", orgmap.bodies),
        ("organisation", orgmap.organisations),
        ("person", orgmap.people),
    ):
        yield from ((mode, one) for one in table.index)


def _of(finding: Finding, known: set[str]) -> Finding:
    subjects = tuple(node for node in finding.subjects if node in known)
    return Finding(finding.question, finding.weight, finding.sentence, subjects, finding.rows)


def _rows(table: pd.DataFrame, mode: str, fact: str) -> pd.DataFrame:
    return table[(table["mode"] == mode) & (table["fact"] == fact)]


def _finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    ids = pd.concat([rows["id"], rows["id_other"]]).dropna()
    return Finding(
        "scenario", weight, sentence, tuple(dict.fromkeys(ids)), tuple(int(row) for row in rows.index)
    )


def _whole(table: pd.DataFrame, hourly_cost: float | None) -> Iterator[Finding]:
    """Say how many seats and hours there would be, in place of how many."""
    facts = ["seats that take time", "hours a year", "seats whose hours are not known"]
    rows = pd.concat([_rows(table, "map", fact) for fact in facts])
    seats, time, unknown = rows[["before", "after", "change"]].to_dict("records")
    if not seats["change"] and not time["change"] > 0 and not time["change"] < 0:
        yield _finding(
            "know", f"The number of seats would not change: {figure(seats['after'])}.", rows.head(1)
        )
        return
    told = f"There would be {counted(int(seats['after']), 'seat')} in place of {figure(seats['before'])}"
    if pd.isna(time["change"]) or unknown["change"] > 0:
        needs = "that needs meetings_per_year and hours_per_meeting of the bodies"
        told = f"{told}; how many hours fewer is not known"
        yield _finding("know", f"{told}: {needs}.", rows)
        return
    takes = f"they would take {hours(time['after'])} a year in place of {figure(time['before'])}"
    doubt = ", as far as the hours are known" if unknown["before"] or unknown["after"] else ""
    yield _finding("know", f"{told}, and {takes}{_difference(time['change'], hourly_cost)}{doubt}.", rows)


def _difference(change: float, hourly_cost: float | None) -> str:
    if not change:
        return ""
    rate = (
        "" if hourly_cost is None else f"{pounds(abs(change) * hourly_cost)} at {pounds(hourly_cost)} an hour"
    )
    money = f" ({rate})" if rate else ""
    return f", {hours(abs(change))} {'fewer' if change < 0 else 'more'}{money}"


def _new(table: pd.DataFrame) -> Iterator[Finding]:
    """Say of organisations that would be new on the map how much they would hold."""
    own = table[(table["mode"] == "organisation") & (table["before"] == 0)]
    held = own.pivot(index="id", columns="fact", values="after").reindex(columns=["seats", "bodies", "hours"])
    for node, (seats, bodies, time) in zip(held.index, held.to_numpy(), strict=True):
        rows = own[own["id"] == node]
        if seats > 0:
            told = f"{counted(int(seats), 'seat')} on {counted(int(bodies), 'body')}"
            takes = f", which take {hours(time)} a year as far as is known" if time > 0 else ""
            yield _finding("know", f"{rows['name'].iloc[0]} would hold {told}{takes}.", rows)


def _seatless(table: pd.DataFrame, after: OrgMap) -> Iterator[Finding]:
    """Say who would lose the only seat: organisations that are still there, and people."""
    for mode, says in (("organisation", "would sit nowhere"), ("person", "would hold no seat")):
        rows = _rows(table, mode, "seats")
        rows = rows[rows["after"] == 0]
        if mode == "organisation":
            rows = rows[rows["id"].str.removeprefix(PREFIX[mode]).isin(after.organisations.index)]
        if len(rows) == 1:
            yield _finding("look", f"{rows['name'].iloc[0]} {says} any more.", rows)
        elif len(rows):
            sentence = f"{counted(len(rows), mode)} {says} any more: {listing(rows['name'].tolist())}."
            yield _finding("look", sentence, rows)


def _ties(table: pd.DataFrame) -> Iterator[Finding]:
    rows = _rows(table, "pair", "members shared")
    rows = rows[rows["after"] == 0]
    if len(rows):
        pairs = f"{counted(len(rows), 'pair')} of bodies would share nobody any more"
        yield _finding("look", f"{pairs}: {listing(rows['name'].tolist())}.", rows)


def _groups(table: pd.DataFrame) -> Iterator[Finding]:
    rows = _rows(table, "map", "groups of bodies that share nobody")
    if len(rows) and rows["change"].iloc[0] > 0:
        now, was = int(rows["after"].iloc[0]), int(rows["before"].iloc[0])
        apart = f"The bodies would fall into {counted(now, 'group')} that share nobody with one another"
        yield _finding("look", f"{apart}, in place of {was}.", rows)


def _members(table: pd.DataFrame, mode: str) -> pd.DataFrame:
    """Return who was there before and is after, with what changes: hours where they are known, else seats."""
    there = _rows(table, mode, "hours")
    rows = there if there["change"].notna().any() else _rows(table, mode, "seats")
    return rows[(rows["before"] > 0) & (rows["after"] > 0)]


def _more(table: pd.DataFrame) -> Iterator[Finding]:
    """Say who would carry more."""
    for mode in ("organisation", "person"):
        rows = _members(table, mode)
        rows = rows[rows["change"] > 0]
        if len(rows):
            who = f"{counted(len(rows), mode)} would carry more"
            yield _finding("look", f"{who}: {listing(_amounts(rows))}.", rows)


def _less(table: pd.DataFrame) -> Iterator[Finding]:
    """Say which organisations would carry less."""
    rows = _members(table, "organisation")
    rows = rows[rows["change"] < 0]
    if len(rows):
        who = f"{counted(len(rows), 'organisation')} would carry less"
        yield _finding("know", f"{who}: {listing(_amounts(rows))}.", rows)


def _amounts(rows: pd.DataFrame) -> list[str]:
    unit = "hours a year" if rows["fact"].iloc[0] == "hours" else "seats"
    amounts = zip(rows["name"], rows["before"], rows["after"], strict=True)
    first, *rest = [f"{name} ({figure(was)} to {figure(now)}" for name, was, now in amounts]
    return [f"{first} {unit})", *(f"{one})" for one in rest)]


def _chairs(table: pd.DataFrame) -> Iterator[Finding]:
    """Say which bodies would come to have several chairs, and which that have several would have more."""
    rows = _rows(table, "body", "chairs")
    rows = rows[(rows["after"] > 1) & (rows["change"] > 0)]
    for own, says in (
        (rows[rows["before"] < 2], "would come to have more than one chair"),
        (rows[rows["before"] > 1], "would have more chairs than the several of today"),
    ):
        if len(own):
            names = [f"{name} ({int(now)})" for name, now in zip(own["name"], own["after"], strict=True)]
            yield _finding("look", f"{counted(len(own), 'body')} {says}: {joined(names)}.", own)


def _several(table: pd.DataFrame) -> Iterator[Finding]:
    """Say where organisations would come to have several people on a body, who sat apart or for others."""
    rows = _rows(table, "body", "organisations with several people")
    rows = rows[rows["change"] > 0]
    for number, row in rows.head(TOLD).to_dict("index").items():
        many = int(row["change"])
        who = f"{counted(many, 'organisation')} would come to have more than one person"
        each = "one for each" if many > 1 else "one alone"
        yield _finding(
            "look", f"On {row['name']} {who}; {each} would save more.", table.loc[[int(str(number))]]
        )
    rest = rows.iloc[TOLD:]
    if len(rest):
        sentence = f"So it would be on {counted(len(rest), 'more body')}: {listing(rest['name'].tolist())}."
        yield _finding("look", sentence, rest)


def _fallen(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[table["mode"] == LOST]
    if len(rows):
        what = f"{counted(len(rows), 'thing')} {verb('falls', len(rows))} away with it"
        yield _finding("look", f"{what}: {listing(rows['name'].tolist())}.", rows)
