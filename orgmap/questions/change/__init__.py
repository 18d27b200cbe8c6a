"""What changed between two states of a map: who joined, left or took over, and what is shared now."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.dates import in_words
from orgmap.model.records import Weight
from orgmap.model.wording import both, counted, joined, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.change.rows import change_rows, common
from orgmap.vocabulary import COMPARISONS

TITLE = COMPARISONS.meaning_of("change")
TOLD = 5
SEVERAL = 3
"""A body that lost what it shared with so many others is told once."""


def change(older: OrgMap, newer: OrgMap) -> Answer:
    """Return what differs between an older and a newer state of a map whose ids stand for the same things.

    Only seats that make a tie are compared, and open seats by their number. Table, a row for each difference:
    `what` (new body, body gone, new on the map, gone from the map, organisation joined, organisation left,
    holder changed, more sent, fewer sent, person joined, person left, chair changed, vice-chair
    changed, open seats, shares more, shares fewer), `body`, `other_body`, `member`, `mode` (of the member;
    body where there is none), `before`, `after` (names or counts, empty where there are none), `difference`
    (after less before, NA where nothing is counted), `id_body`, `id_other_body`, `id_member`. Index 0, 1 ...
    """
    table = change_rows(older, newer)
    findings = [
        *_bodies(table),
        *_chairs(table),
        *_map(table),
        *_members(table, "organisation"),
        *_members(table, "person"),
        *_holders(table),
        *_shared(table),
        *_open_seats(table),
        *_partial(older, newer, table),
        *_same(older, newer, table),
    ]
    return answer("change", TITLE, findings, table)


def period(older: OrgMap, newer: OrgMap) -> str:
    """Return between which two days the maps lie, in words; empty where one has no date or both the same."""
    was, now = older.as_at, newer.as_at
    return f"From {in_words(was)} to {in_words(now)}" if was and now and was != now else ""


def _bodies(table: pd.DataFrame) -> Iterator[Finding]:
    for what, says in (("new body", "new"), ("body gone", "no longer on the map")):
        rows = table[table["what"] == what]
        if len(rows):
            yield _finding("look", f"{listing(rows['body'].tolist())} {verb('is', len(rows))} {says}.", rows)


def _chairs(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[table["what"] == "chair changed"]
    for number, row in rows.head(TOLD).to_dict("index").items():
        now = f"is now chaired by {_names(row['after'])}" if row["after"] else "has no known chair now"
        was = f"before it was {_names(row['before'])}" if row["before"] else "none was known before"
        yield _finding("look", f"{row['body']} {now}; {was}.", table.loc[[number]])
    rest = rows.iloc[TOLD:]
    if len(rest):
        has = f"{counted(len(rest), 'more body')} {verb('has', len(rest))}"
        yield _finding("look", f"{has} another chair now: {listing(rest['body'].tolist())}.", rest)


def _names(cell: str) -> str:
    return joined(cell.split("; "))


def _map(table: pd.DataFrame) -> Iterator[Finding]:
    """Organisations that sit on nothing any more, and those that sat on nothing before."""
    gone, new = (table[table["what"] == what] for what in ("gone from the map", "new on the map"))
    if len(gone):
        sits = f"{counted(len(gone), 'organisation')} no longer {verb('sits', len(gone))} on any body"
        yield _finding("look", f"{sits}: {listing(gone['member'].tolist())}.", gone)
    if len(new):
        sits = (
            f"{counted(len(new), 'organisation')} {verb('sits', len(new))} on a body now and did not before"
        )
        yield _finding("know", f"{sits}: {listing(new['member'].tolist())}.", new)


def _members(table: pd.DataFrame, mode: str) -> Iterator[Finding]:
    """Say body by body who joined and who left, the bodies with most of it first."""
    rows = table[table["what"].isin([f"{mode} joined", f"{mode} left"])]
    sizes = rows.groupby("id_body", sort=False).size().sort_values(ascending=False, kind="stable")
    for node in sizes.index[:TOLD]:
        own = rows[rows["id_body"] == node]
        said = [
            f"{counted(len(part), mode)} {word}: {listing(part['member'].tolist())}"
            for word in ("joined", "left")
            if len(part := own[own["what"] == f"{mode} {word}"])
        ]
        yield _finding("know", f"{own['body'].iloc[0]}: {'. '.join(said)}.", own)
    rest = rows[rows["id_body"].isin(sizes.index[TOLD:])]
    if len(rest):
        counts = {word: int((rest["what"] == f"{mode} {word}").sum()) for word in ("joined", "left")}
        moved = joined([f"{counted(number, mode)} {word}" for word, number in counts.items() if number])
        yield _finding("know", f"On {counted(len(sizes) - TOLD, 'more body')}, {moved}.", rest)


def _holders(table: pd.DataFrame) -> Iterator[Finding]:
    """Say where an organisation sends others now, or more or fewer people than before."""
    for what, noun, says in (
        ("holder changed", "seat", "another holder for the same organisation"),
        ("more sent", "organisation", "more people on a body than before"),
        ("fewer sent", "organisation", "fewer people on a body than before"),
    ):
        rows = table[table["what"] == what]
        if len(rows):
            names = listing([f"{row.member} on {row.body}" for row in rows.itertuples()])
            count = len(rows) if noun == "seat" else rows["id_member"].nunique()
            has = f"{counted(count, noun)} {verb('has', count)}"
            yield _finding("know", f"{has} {says}: {names}.", rows)


def _shared(table: pd.DataFrame) -> Iterator[Finding]:
    """Say which pairs of bodies share most more or fewer, and which share nobody any more."""
    lost = table[(table["what"] == "shares fewer") & (table["after"] == "0")]
    yield from _lost(lost)
    fewer = table[table["what"] == "shares fewer"].drop(lost.index)
    yield from _shifted(fewer, "fewer")
    yield from _shifted(table[table["what"] == "shares more"], "more")


def _lost(rows: pd.DataFrame) -> Iterator[Finding]:
    """Say who shares nobody any more: once of a body that lost several others, then pair by pair."""
    sides = pd.concat([rows["id_body"], rows["id_other_body"]])
    most = sides.value_counts().sort_index().sort_values(ascending=False, kind="stable")
    if len(most) and most.iloc[0] >= SEVERAL:
        own = rows[(rows["id_body"] == most.index[0]) | (rows["id_other_body"] == most.index[0])]
        here = own["id_body"] == most.index[0]
        name = own["body"].where(here, own["other_body"]).iloc[0]
        others = own["other_body"].where(here, own["body"]).tolist()
        shares = f"{name} no longer shares any organisation with {counted(len(own), 'body')}"
        yield _finding("look", f"{shares}: {listing(others)}.", own)
        yield from _lost(rows.drop(own.index))
    elif len(rows):
        names = [both(str(row.body), str(row.other_body)) for row in rows.itertuples()]
        what = "no longer share any organisation"
        pairs = f"{len(rows):,} pairs of bodies {what}: {listing(names)}."
        yield _finding("look", pairs if len(names) > 1 else f"{names[0]} {what}.", rows)


def _shifted(rows: pd.DataFrame, word: str) -> Iterator[Finding]:
    """Say how many pairs share more or fewer than before, and where the difference is greatest."""
    if len(rows):
        ranked = rows.sort_values("difference", key=lambda column: -column.abs(), kind="stable")
        names = [
            f"{both(str(row.body), str(row.other_body))} ({row.before}, now {row.after})"
            for row in ranked.itertuples()
        ]
        share = f"{counted(len(rows), 'pair')} of bodies {verb('shares', len(rows))}"
        sentence = f"{share} {word} organisations than before: {listing(names, TOLD)}."
        yield _finding("know", sentence, rows)


def _open_seats(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[table["what"] == "open seats"]
    more, fewer = rows[rows["difference"] > 0], rows[rows["difference"] < 0]
    if len(more):
        yield _finding("look", _open("more", more), more)
    if len(fewer):
        yield _finding("know", _open("fewer", fewer), fewer)


def _open(word: str, rows: pd.DataFrame) -> str:
    names = listing([f"{row.body} ({row.before}, now {row.after})" for row in rows.itertuples()])
    has = f"{counted(len(rows), 'body')} {verb('has', len(rows))}"
    return f"{has} {word} open seats than before: {names}."


def _partial(older: OrgMap, newer: OrgMap, table: pd.DataFrame) -> Iterator[Finding]:
    """Say which bodies' comings and goings are in doubt, because one of the two lists is partial."""
    partial = older.partial_bodies() | newer.partial_bodies()
    seen = set(table["id_body"])
    bodies = [body for body in common(older, newer) if body in partial and PREFIX["body"] + body in seen]
    if bodies:
        names = listing([str(newer.bodies.at[body, "name"]) for body in bodies])
        sentence = f"One of the two lists of {names} is partial, so who joined or left there is not certain."
        rows = table[table["id_body"].isin([PREFIX["body"] + body for body in bodies])]
        yield _finding("know", sentence, rows)


def _same(older: OrgMap, newer: OrgMap, table: pd.DataFrame) -> Iterator[Finding]:
    if table.empty:
        when = period(older, newer)
        sentence = (
            "Nothing that orgmap compares has changed: the same bodies, members, chairs and open seats."
        )
        yield Finding("change", "know", f"{when}: {sentence[0].lower()}{sentence[1:]}" if when else sentence)


def _finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    ids = [*rows["id_body"], *rows["id_other_body"], *rows["id_member"]]
    subjects = tuple(dict.fromkeys(node for node in ids if node))
    return Finding("change", weight, sentence, subjects, tuple(int(number) for number in rows.index))
