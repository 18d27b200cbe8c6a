"""What the register says of the protocols and agreements there are: overdue, due, in trouble, or in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from orgmap.model import Finding
from orgmap.model.agreements import DUE, IN_FORCE, OVERDUE
from orgmap.model.dates import in_words
from orgmap.model.records import Weight
from orgmap.model.wording import both, counted, listing, plural, verb
from orgmap.questions.pair_findings import of_pairs
from orgmap.questions.protocols.register import AGREEMENT, PAIR, POINTS

TOLD = 5
WORD = {PAIR: "protocol", AGREEMENT: "agreement"}
Unit = pd.DataFrame
"""The rows of one protocol or agreement: one for each pair of bodies that it joins."""


def state_findings(table: pd.DataFrame) -> Iterator[Finding]:
    """Say what is to be done about each protocol and agreement there is; `table` is the register."""
    yield from _troubles(table)
    yield from _overdue(table)
    yield from _due(table)
    yield from _without_review(table)
    yield from _points(table)
    yield from _in_order(table)


def units(rows: pd.DataFrame, *alike: str) -> list[Unit]:
    """Return the rows of each protocol or agreement; rows of one name are one where `alike` is alike too."""
    keys: dict[tuple[object, ...], list[int]] = {}
    cells = zip(rows.index, *(rows[column] for column in ("protocol", *alike)), strict=True)
    for number, protocol, *others in cells:
        key = (protocol, *map(str, others)) if isinstance(protocol, str) else (number,)
        keys.setdefault(key, []).append(number)
    return [rows.loc[numbers] for numbers in keys.values()]


def named(unit: Unit) -> str:
    """Return what a protocol or an agreement is called where a sentence begins with it."""
    first = unit.iloc[0]
    if first["kind"] == AGREEMENT:
        return f"The agreement of {first['body_a']}"
    if len(unit) > 1:
        return f"The protocol {first['protocol']} ({counted(len(unit), 'pair')} of bodies)"
    return f"The protocol of {both(first['body_a'], first['body_b'])}{_on_issue(first)}"


def briefly(unit: Unit) -> str:
    """Return what a protocol or an agreement is called in a list."""
    first = unit.iloc[0]
    if first["kind"] == AGREEMENT:
        return str(first["body_a"])
    if len(unit) > 1:
        return str(first["protocol"])
    return f"{first['body_a']} with {first['body_b']}{_on_issue(first)}"


def _on_issue(row: pd.Series[Any]) -> str:
    return f" on {row['issue']}" if isinstance(row["issue"], str) else ""


def how_many(found: list[Unit], more: str = "") -> str:
    """Return a count with its noun: 3 protocols, 2 more agreements, 4 protocols and agreements."""
    kinds = {unit["kind"].iloc[0] for unit in found}
    nouns = [plural(WORD[kind], len(found)) for kind in WORD if kind in kinds]
    return f"{len(found):,}{more} {' and '.join(nouns)}"


def _one_by_one(
    found: list[Unit], weight: Weight, sentence: Callable[[Unit], str], rest: tuple[str, str]
) -> Iterator[Finding]:
    """Tell the first few one by one and count the rest; `rest` is its verb and what follows it."""
    for unit in found[:TOLD]:
        yield of_pairs("protocols", weight, sentence(unit), unit)
    if more := found[TOLD:]:
        names = listing([briefly(unit) for unit in more])
        told = f"{how_many(more, ' more')} {verb(rest[0], len(more))} {rest[1]}: {names}."
        yield of_pairs("protocols", weight, told, pd.concat(more))


def _troubles(table: pd.DataFrame) -> Iterator[Finding]:
    """Tell what is wrong; what names a closed body comes first, and asks to act."""
    wrong = table[table["trouble"] != ""]
    closed = wrong["trouble"].str.contains("has closed")
    parts: tuple[tuple[Weight, pd.DataFrame], ...] = (("act", wrong[closed]), ("look", wrong[~closed]))
    for weight, rows in parts:
        yield from _one_by_one(
            units(rows, "trouble"),
            weight,
            lambda unit: f"{named(unit)} needs a look: {unit['trouble'].iloc[0]}.",
            ("needs", "a look"),
        )


def _overdue(table: pd.DataFrame) -> Iterator[Finding]:
    found = units(table[table["state"] == OVERDUE], "review_by")
    yield from _one_by_one(
        found,
        "act",
        lambda unit: f"{named(unit)} was due for review by {in_words(unit['review_by'].iloc[0])}.",
        ("was", "due for review before the day of this map"),
    )


def _due(table: pd.DataFrame) -> Iterator[Finding]:
    if found := units(table[table["state"] == DUE], "review_by"):
        names = listing([f"{briefly(unit)} (by {in_words(unit['review_by'].iloc[0])})" for unit in found])
        sentence = f"{how_many(found)} {verb('is', len(found))} due for review within six months: {names}."
        yield of_pairs("protocols", "look", sentence, pd.concat(found))


def _without_review(table: pd.DataFrame) -> Iterator[Finding]:
    in_force = table[table["status"].isin(IN_FORCE)]
    if found := units(in_force[in_force["review_by"].isna()]):
        names = listing([briefly(unit) for unit in found])
        sentence = f"{how_many(found)} in force {verb('has', len(found))} no review date: {names}."
        yield of_pairs("protocols", "look", sentence, pd.concat(found))


def _points(table: pd.DataFrame) -> Iterator[Finding]:
    """Say which points those in force leave out, and of which nothing is said."""
    in_force = table[table["status"].isin(IN_FORCE)]
    open_points = in_force["points_left_out"] + in_force["points_not_said"]
    found = units(in_force[open_points > 0], *POINTS[PAIR], *POINTS[AGREEMENT])
    if len(found) == 1:
        yield of_pairs("protocols", "look", _open_points(found[0]), found[0])
    elif found:
        names = listing([f"{briefly(unit)} ({_open_count(unit)} of {_whole(unit)})" for unit in found])
        sentence = f"{how_many(found)} in force leave points open (left out or not recorded): {names}."
        yield of_pairs("protocols", "look", sentence, pd.concat(found))


def _open_count(unit: Unit) -> int:
    return int(unit["points_left_out"].iloc[0] + unit["points_not_said"].iloc[0])


def _whole(unit: Unit) -> int:
    return len(POINTS[unit["kind"].iloc[0]])


def _open_points(unit: Unit) -> str:
    """Return in words which points one protocol or agreement leaves out and which are not recorded."""
    first, whole = unit.iloc[0], _whole(unit)
    if first["points_not_said"] == whole:
        return f"{named(unit)} is in force, but which of the {whole} points it covers is not recorded."
    unsaid = listing(_unsaid(first))
    if not first["points_left_out"]:
        return f"{named(unit)} says nothing of {first['points_not_said']} of the {whole} points: {unsaid}."
    out = listing(first["left_out"].split("; "))
    sentence = f"{named(unit)} leaves out {first['points_left_out']} of the {whole} points: {out}."
    return f"{sentence} Whether it covers {unsaid} is not recorded." if unsaid else sentence


def _unsaid(row: pd.Series[Any]) -> list[str]:
    return [name.replace("_", " ") for name in POINTS[row["kind"]] if not isinstance(row[name], str)]


def _in_order(table: pd.DataFrame) -> Iterator[Finding]:
    """Count what is agreed and in date, and what is under review, and name it."""
    for state, words in (("agreed", "agreed and in date as far as is known"), ("under review",) * 2):
        if found := units(table[table["state"] == state]):
            names = listing([briefly(unit) for unit in found])
            sentence = f"{how_many(found)} {verb('is', len(found))} {words}: {names}."
            yield of_pairs("protocols", "know", sentence, pd.concat(found))
