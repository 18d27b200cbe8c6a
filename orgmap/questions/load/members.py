"""What is said of the load of people and organisations: over capacity, most, and carried by one person."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding
from orgmap.model.records import Weight
from orgmap.model.wording import counted, listing, plural, verb
from orgmap.questions.load.words import Row, apart, figure, hours, yearly

TOLD = 5
"""No more than this are told one by one; the others are counted."""
WIDE = 4
"""Who sits on more bodies than this is told, where nobody has said what time there is."""
CARRIED = 3
"""An organisation with fewer seats than this is no worry where one person holds them all."""


def member_findings(table: pd.DataFrame) -> Iterator[Finding]:
    """Say who is asked for more than there is; of those of whom that is not known, who is asked for most."""
    yield from _over(table)
    people, organisations = (table[table["mode"] == mode] for mode in ("person", "organisation"))
    settled = people["over"].notna() & ((people["over"] > 0) | (people["hours_unknown_seats"] == 0))
    wide = people[~settled & (people["bodies"] > WIDE)]
    yield from _wide(wide)
    yield from _most(organisations)
    if wide.empty:
        yield from _most(people)
    yield from _carried(organisations)


def _over(table: pd.DataFrame) -> Iterator[Finding]:
    given = table[table["over"].notna()]
    over = given[given["over"] > 0].sort_values("over", ascending=False, kind="stable")
    for number, row in over.head(TOLD).to_dict("index").items():
        seats, unknown = int(row["seats"]), int(row["hours_unknown_seats"])
        whose = "it" if row["mode"] == "organisation" else "this person"
        more = f"{hours(row['over'])} more than the {figure(row['capacity_hours'])} that {whose} can give"
        take = f"The {plural('seat', seats)} of {row['member']} {verb('takes', seats)} {yearly(row)}"
        sentence = "; ".join(filter(None, [f"{take}, {more}", apart(unknown, seats)]))
        yield finding("act", f"{sentence}.", table.loc[[int(str(number))]])
    rest = over.iloc[TOLD:]
    if len(rest):
        names = [f"{row.member} ({hours(float(str(row.over)))} too many)" for row in rest.itertuples()]
        asked = f"{len(rest):,} more {verb('is', len(rest))} asked for more hours than there are"
        yield finding("act", f"{asked}: {listing(names)}.", rest)
    if len(given) and over.empty:
        yield _within(given)


def _within(given: pd.DataFrame) -> Finding:
    unknown = ", as far as the hours are known" if given["hours_unknown_seats"].sum() else ""
    who = "The one" if len(given) == 1 else f"None of the {len(given):,}"
    asked = "is asked for no more" if len(given) == 1 else "is asked for more"
    sentence = f"{who} whose capacity is given {asked} hours than that{unknown}."
    return finding("know", sentence, given)


def _wide(wide: pd.DataFrame) -> Iterator[Finding]:
    """Say once who sits on more than four bodies."""
    ranked = wide.sort_values(["bodies", "hours"], ascending=False, kind="stable")
    if len(ranked) == 1:
        row = ranked.to_dict("records")[0]
        takes = f", which takes {yearly(row)}" if pd.notna(row["hours"]) else ""
        yield finding("look", f"{row['member']} sits on {row['bodies']} bodies{takes}.", ranked)
    elif len(ranked):
        names = [f"{row['member']} ({_of_wide(row)})" for row in ranked.to_dict("records")]
        sentence = f"{counted(len(ranked), 'person')} sit on more than {WIDE} bodies: {listing(names)}."
        yield finding("look", sentence, ranked)


def _of_wide(row: Row) -> str:
    bodies = f"{row['bodies']} bodies"
    return f"{bodies}, {yearly(row)}" if pd.notna(row["hours"]) else bodies


def _most(rows: pd.DataFrame) -> Iterator[Finding]:
    """Name the top tenth by hours, or by seats where no hours are known; nobody from among equals."""
    unlimited = rows[rows["capacity_hours"].isna()]
    column = "hours" if unlimited["hours"].notna().any() else "seats"
    ranked = unlimited[unlimited[column] > 0].sort_values(column, ascending=False, kind="stable")
    most = max(1, len(ranked) // 10)
    if len(ranked) <= most:
        return
    top = ranked.head(most)
    top = top[top[column] > ranked[column].iloc[most]]
    if len(top):
        yield finding("know", _most_of(top, column, open_only=len(unlimited) < len(rows)), top)


def _most_of(top: pd.DataFrame, column: str, *, open_only: bool) -> str:
    records = top.to_dict("records")
    amounts = [yearly(row) if column == "hours" else counted(int(row["seats"]), "seat") for row in records]
    names = [f"{row['member']} ({amount})" for row, amount in zip(records, amounts, strict=True)]
    noun = plural(str(top["mode"].iloc[0]), 2)
    among = f"{noun} whose capacity is not known" if open_only else noun
    what = "hours are asked of" if column == "hours" else "seats are held for"
    if column == "seats" and noun == "people":
        what = "seats are held by"
    return f"Of the {among}, most {what} {listing(names)}."


def _carried(organisations: pd.DataFrame) -> Iterator[Finding]:
    """Say which organisations have one person for all their seats."""
    alone = organisations[(organisations["concentration"] == 1) & (organisations["seats"] >= CARRIED)]
    ranked = alone.sort_values("seats", ascending=False, kind="stable")
    if len(ranked) == 1:
        row = ranked.to_dict("records")[0]
        held = f"{_who(row)} holds all {row['seats']} seats of {row['member']}"
        sentence = f"{held}: if this person leaves, it has nobody at any of those tables."
        yield finding("look", sentence, ranked)
    elif len(ranked):
        names = [
            f"{_who(row)} for {row['member']} ({row['seats']} seats)" for row in ranked.to_dict("records")
        ]
        held = f"In {len(ranked):,} organisations with {CARRIED} seats or more one person holds them all"
        sentence = f"{held}, so that nobody is there when that person leaves: {listing(names)}."
        yield finding("look", sentence, ranked)


def _who(row: Row) -> str:
    """Return the busiest person of an organisation, whose name is not said twice."""
    return str(row["busiest"]).removesuffix(f" ({row['member']})")


def finding(weight: Weight, sentence: str, rows: pd.DataFrame, named: bool = True) -> Finding:
    """Return a finding about the members of some rows; about none in particular where they are not named."""
    subjects = tuple(dict.fromkeys(rows["id"])) if named else ()
    return Finding("load", weight, sentence, subjects, tuple(int(number) for number in rows.index))
