"""Sentences on seats that one body has, asks for or lacks on another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from orgmap.model import Finding
from orgmap.model.records import Weight
from orgmap.model.wording import both, counted, listing, plural, verb
from orgmap.questions.cross_representation.pairs import MUTUAL, NOT_SAID, ONE_WAY, OVERLAP


@dataclass(frozen=True)
class _State:
    """How open seats in one state are told: one of them, and many."""

    status: str
    one: str
    many: str


_STATES = (
    _State(
        "requested",
        "{on} has asked for a member of {of}, and the seat is not filled.",
        "In {count} cases a body has asked for a member of another, and the seat is not filled",
    ),
    _State(
        "applied",
        "{of} has asked for a seat on {on}, and does not hold it yet.",
        "In {count} cases a body has asked for a seat on another, and does not hold it yet",
    ),
    _State(
        "invited",
        "{on} has offered {of} a seat, and no answer is known.",
        "In {count} cases a body has offered another a seat, and no answer is known",
    ),
    _State(
        "declined",
        "{of} was offered a seat on {on}, and it was declined.",
        "In {count} cases a body was offered a seat on another, and it was declined",
    ),
    _State(
        "vacant",
        "A seat that {of} has on {on} is vacant.",
        "In {count} cases a seat that a body has on another is vacant",
    ),
)


def finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    """Return a finding of cross-representation about the bodies of its rows."""
    ids = pd.concat([rows["id_for_body"], rows["id_on_body"]])
    subjects = tuple(dict.fromkeys(one for one in ids if one))
    return Finding("cross_representation", weight, sentence, subjects, tuple(int(row) for row in rows.index))


def _about(rows: pd.DataFrame, home: str) -> pd.Series[bool]:
    """Tell which rows are about the home body."""
    return (rows["id_for_body"].eq(home) | rows["id_on_body"].eq(home)) & (home != "")


def open_findings(table: pd.DataFrame, home: str) -> Iterator[Finding]:
    """Tell the seats that a body asks of another, or has there and nobody holds: the home body's first."""
    waiting = table[table["open_seats"].fillna(0).gt(0) & ~table["closed"]]
    for state in _STATES:
        there = pd.Series([state.status in told.split("; ") for told in waiting["status"]], waiting.index)
        rows = waiting[there.astype("bool") & (waiting["kind"] != NOT_SAID)]
        mine = rows[_about(rows, home)]
        for number in mine.index:
            asked = state.status == "requested" and rows.at[number, "id_for_body"] == home
            yield finding("act" if asked else "look", _open(mine.loc[[number]], state), mine.loc[[number]])
        if len(others := rows.drop(mine.index)):
            yield finding("look", _open(others, state), others)
    if len(rows := table[table["kind"] == NOT_SAID]):
        yield finding("look", _not_said(rows), rows)


def _open(rows: pd.DataFrame, state: _State) -> str:
    if len(rows) == 1:
        return state.one.format(of=rows["for_body"].iloc[0], on=rows["on_body"].iloc[0])
    return f"{state.many.format(count=f'{len(rows):,}')}: {listing(_seats_on(rows))}."


def _seats_on(rows: pd.DataFrame) -> list[str]:
    return [f"{of} on {on}" for of, on in zip(rows["for_body"], rows["on_body"], strict=True)]


def _not_said(rows: pd.DataFrame) -> str:
    seats = int(rows["open_seats"].sum())
    names = [f"{body} ({number})" for body, number in zip(rows["on_body"], rows["open_seats"], strict=True)]
    what = f"{counted(seats, 'seat')} on {counted(len(rows), 'body')} {verb('is', seats)} on offer"
    return f"{what}, but to whom is not in the column on_behalf_of of the list: {listing(names)}."


def seat_findings(table: pd.DataFrame, home: str) -> Iterator[Finding]:
    """Tell which bodies have filled seats on others: the home body, then both ways, then one way."""
    filled = table[table["seats"].fillna(0).gt(0)]
    closed = filled[filled["closed"]]
    apart = filled[~filled["part_of"] & ~filled["closed"]]
    if home:
        yield from _of_home(apart, home)
    rest = apart[~_about(apart, home)]
    yield from _both_ways(rest[rest["kind"] == MUTUAL])
    yield from _one_way(rest[rest["kind"] == ONE_WAY])
    yield from _family(filled[filled["part_of"]])
    if len(closed):
        seats = int(closed["seats"].sum())
        what = f"{counted(seats, 'seat')} {verb('is', seats)} still held for"
        which = "a body that has" if closed["for_body"].nunique() == 1 else "bodies that have"
        yield finding("look", f"{what} {which} closed: {listing(_seats_on(closed))}.", closed)


def _of_home(filled: pd.DataFrame, home: str) -> Iterator[Finding]:
    out, inward = filled[filled["id_for_body"] == home], filled[filled["id_on_body"] == home]
    if out.empty and inward.empty:
        return
    rows = pd.concat([out, inward])
    name = (out["for_body"] if len(out) else inward["on_body"]).iloc[0]
    where = (
        f"seats of its own on {_bodies(out, 'on_body')}"
        if len(out)
        else "no seat of its own on any other body"
    )
    sentence = f"{name} has {where}."
    if len(inward):
        bodies = _bodies(inward, "for_body")
        sentence += f" {bodies[0].upper()}{bodies[1:]} {verb('has', len(inward))} seats on it."
    else:
        sentence += " No other body has one on it."
    yield finding("know" if len(out) else "look", sentence, rows)


def _bodies(rows: pd.DataFrame, column: str) -> str:
    """Return the bodies in words, with the number of seats where it is more than one."""
    names = [
        f"{name} ({seats})" if seats > 1 else str(name)
        for name, seats in zip(rows[column], rows["seats"], strict=True)
    ]
    return listing(names)


def _both_ways(rows: pd.DataFrame) -> Iterator[Finding]:
    once = rows[rows["id_for_body"] < rows["id_on_body"]]
    pairs = list(zip(once["for_body"], once["on_body"], strict=True))
    if len(pairs) == 1:
        yield finding("know", f"{both(*pairs[0])} have seats on each other.", rows)
    elif pairs:
        names = listing([f"{a} with {b}" for a, b in pairs])
        yield finding("know", f"{len(pairs):,} pairs of bodies have seats on each other: {names}.", rows)


def _one_way(rows: pd.DataFrame) -> Iterator[Finding]:
    if len(rows) == 1:
        row = rows.iloc[0]
        has = f"{row['for_body']} has {counted(row['seats'], 'seat')} of its own on {row['on_body']}"
        yield finding("know", f"{has}, which has none on it.", rows)
    elif len(rows):
        what = f"In {len(rows):,} pairs of bodies one has seats on the other and not the other way round"
        yield finding("know", f"{what}: {listing(_seats_on(rows))}.", rows)


def _family(rows: pd.DataFrame) -> Iterator[Finding]:
    if len(rows):
        seats = int(rows["seats"].sum())
        what = f"{counted(seats, 'seat')} {verb('joins', seats)} a body to one that it is part of"
        yield finding("know", f"{what}, and {verb('is', seats)} set apart: {listing(_seats_on(rows))}.", rows)


def overlaps(table: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs that share many members and have no seat of their own, parents and parts set apart."""
    return table[(table["kind"] == OVERLAP) & ~table["part_of"]]


def sharing(rows: pd.DataFrame, noun: str) -> str:
    """Return in words how many pairs of bodies share how many members."""
    least, most = int(rows["shared"].min()), int(rows["shared"].max())
    what = counted(most, noun) if least == most else f"{least} to {most} {plural(noun, 2)}"
    return f"{counted(len(rows), 'pair')} of bodies {verb('shares', len(rows))} {what}"


def overlap_findings(table: pd.DataFrame, noun: str) -> Iterator[Finding]:
    """Tell which bodies share many members and have no seat of their own on one another."""
    rows = overlaps(table)
    if len(rows) == 1:
        row = rows.iloc[0]
        what = f"{both(row['for_body'], row['on_body'])} share {counted(row['shared'], noun)}"
        yield finding("look", f"{what}, and neither has a seat of its own on the other.", rows)
    elif len(rows):
        columns = zip(rows["for_body"], rows["on_body"], rows["shared"], strict=True)
        names = listing([f"{a} with {b} ({shared})" for a, b, shared in columns], 5)
        what = f"{sharing(rows, noun)} and have no seat of their own either way"
        yield finding("look", f"{what}: {names}.", rows)
