"""The checklist made from the map: a section for each pair, set of bodies or protocol, and each agreement."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from orgmap.model.dates import in_words
from orgmap.model.wording import both
from orgmap.network import PREFIX
from orgmap.views.checklist.records import Agreement, Asked, Checklist, Contents, Point, Row, Section
from orgmap.views.html import count
from orgmap.vocabulary import AGREEMENT_POINTS, MODE_QUESTIONS, PROTOCOL_POINTS
from orgmap.vocabulary.ticked import NOT_SAID, TICKED_FACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from orgmap.model import Answer, OrgMap
    from orgmap.vocabulary import Column

Pair = tuple[str, str]
Answered = tuple[tuple[str, str], ...]
_EXISTS = ("draft", "agreed", "under review")
_REASONS = {
    "organisations": "shared organisations",
    "chair": "the same chair or vice-chair",
    "people": "people on both",
    "cross-representation": "a seat of one on the other",
    "issue": "business of both",
    "tiers": "neighbouring tiers",
    "link": "a declared link",
}
_PAIR_POINTS = tuple(column.name for column in PROTOCOL_POINTS)
_OWN_POINTS = tuple(column.name for column in AGREEMENT_POINTS)
_ALIKE = frozenset(("protocol", "issue", "state", *TICKED_FACTS, *_PAIR_POINTS, "note"))
"""What two rows must say alike to be one protocol."""
_SAYS = frozenset(("agreed", "review_by", "owner", *_PAIR_POINTS, *_OWN_POINTS, "note"))
"""What says that there is something, though its status may not."""
_WHO = ("kind", "body_a", "body_b", "set", "reasons", "reason_kinds", "reason_count", "state", "trouble")
_USED = frozenset((*_WHO, *_ALIKE, *_OWN_POINTS, "id_a", "id_b"))


class Record(dict[str, Any]):
    """A row of the answer, in which what is unknown is an empty text."""

    def __missing__(self, key: str) -> str:
        """Return an empty text for a column in which nothing is known."""
        return ""


def checklist(orgmap: OrgMap, answer: Answer, answered: Mapping[str, Answered]) -> Checklist:
    """Return the checklist of a map and its answer to the question of protocols.

    `answered` are the five questions with their answers by body id, in the order in which they are shown.
    """
    _, register = orgmap.once(f"checklist {id(answer)}", lambda: (answer, _register(orgmap, answer)))
    return replace(register, asked=tuple(_asked(orgmap, body, told) for body, told in answered.items()))


def _register(orgmap: OrgMap, answer: Answer) -> Checklist:
    rows = _records(answer.table, _closed(orgmap))
    modes = orgmap.bodies["governance_mode"].fillna("")
    return Checklist(
        _sections([row for row in rows if row["kind"] == "pair"]),
        _agreements([row for row in rows if row["kind"] == "agreement"], dict(modes)),
        (),
    )


def _asked(orgmap: OrgMap, body: str, answers: Answered) -> Asked:
    facts = orgmap.bodies.loc[[body], ["name", "governance_mode"]].iloc[0]
    mode = facts["governance_mode"]
    known = mode if isinstance(mode, str) else ""
    return Asked(str(facts["name"]), PREFIX["body"] + body, known, MODE_QUESTIONS.get(known, ()), answers)


def _closed(orgmap: OrgMap) -> dict[str, str]:
    """Return the ids of the bodies that are not in force by their names, which is how the answer has them."""
    if "name" not in orgmap.closed_bodies.columns:
        return {}
    return {str(name): str(body) for body, name in orgmap.closed_bodies["name"].items()}


def _records(table: pd.DataFrame, closed: Mapping[str, str]) -> list[Record]:
    """Return the rows as records of what is known, with the ids of both bodies as `own_a` and `own_b`."""
    told = [name for name in table.columns if name in _USED and table[name].notna().any()]
    cells = zip(*(table[name].fillna("").tolist() for name in told), strict=True)
    rows = [Record(zip(told, line, strict=True)) for line in cells]
    prefix = PREFIX["body"]
    for row in rows:
        for side in ("a", "b"):
            name = row[f"body_{side}"]
            row[f"own_{side}"] = row[f"id_{side}"].removeprefix(prefix) or closed.get(name, name)
    return rows


def _sections(rows: Sequence[Record]) -> tuple[Section, ...]:
    sides: dict[str, set[Pair]] = defaultdict(set)
    for row in rows:
        sides[row["protocol"]].add(_pair(row))
    grouped: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for row in rows:
        grouped[_key(row, len(sides[row["protocol"]]))].append(row)
    return tuple(_section(kind, group) for (kind, *_), group in grouped.items())


def _pair(row: Record) -> Pair:
    return row["own_a"], row["own_b"]


def _key(row: Record, sides: int) -> tuple[str, ...]:
    """Return what the rows of a section have in common: a set, a protocol of many sides, or the pair."""
    if row["set"]:
        return "set", row["set"]
    if row["protocol"] and sides > 1:
        return "protocol", row["protocol"]
    return "pair", *_pair(row)


def _section(kind: str, rows: Sequence[Record]) -> Section:
    first = rows[0]
    pairs = {_pair(row): row for row in rows}
    titles = {"set": first["set"], "protocol": first["protocol"]}
    exists = any(map(_says, rows))
    return Section(
        kind=kind,
        title=titles.get(kind, both(first["body_a"], first["body_b"])),
        why=_why([row["reason_kinds"] for row in pairs.values()]),
        state=_tally(rows, len(pairs)),
        agreed=_each(_day(row["agreed"]) for row in rows),
        review_by=_each(_day(row["review_by"]) for row in rows),
        owner=_each(row["owner"] for row in rows),
        trouble=_each(row["trouble"] for row in rows),
        pairs=len(pairs),
        rows=tuple(_row(row) for row in rows),
        contents=_contents(rows),
        wanted=exists or any(row["reason_count"] for row in rows),
        exists=exists,
    )


def _says(row: Record) -> bool:
    """Tell whether there is a protocol or an agreement, or anything is said of one."""
    return row["status"] in _EXISTS or any(row[name] for name in _SAYS & row.keys())


def _row(row: Record) -> Row:
    why, nodes = _why([row["reason_kinds"]]), (row["id_a"], row["id_b"])
    return Row(row["body_a"], row["body_b"], why, row["reasons"], row["state"], row["trouble"], nodes)


def _why(kinds: Sequence[str]) -> str:
    """Return the kinds of reasons in words; of several pairs, with how many have each."""
    found = Counter(kind for text in kinds for kind in text.split("; ") if kind)
    if len(kinds) == 1:
        return "; ".join(_REASONS.get(kind, kind) for kind in found)
    return "; ".join(f"{_REASONS.get(kind, kind)} ({count(pairs, 'pair')})" for kind, pairs in found.items())


def _tally(rows: Sequence[Record], pairs: int) -> str:
    """Return the state; of several pairs, with how many are in each."""
    if pairs == 1:
        return _each(row["state"] for row in rows)
    states = Counter(state for _, state in dict.fromkeys((_pair(row), row["state"]) for row in rows))
    return "; ".join(f"{state} ({count(number, 'pair')})" for state, number in states.items())


def _each(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _day(text: str) -> str:
    return in_words(text) if text else ""


def _contents(rows: Sequence[Record]) -> tuple[Contents, ...]:
    """Return what each protocol among the rows says, then a blank one for the pairs that have none."""
    alike: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for row in rows:
        if _says(row):
            alike[_alike(row)].append(row)
    have = {_pair(row) for group in alike.values() for row in group}
    found = [_read(group[0], PROTOCOL_POINTS, _sides(group), exists=True) for group in alike.values()]
    rest = [row for row in rows if _pair(row) not in have and (row["reason_count"] or not have)]
    return (*found, _blank(rest)) if rest else tuple(found)


def _alike(row: Record) -> tuple[str, ...]:
    return tuple(cell for name, cell in row.items() if name in _ALIKE)


def _sides(rows: Iterable[Record]) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys(map(_pair, rows)))


def _blank(rows: Sequence[Record]) -> Contents:
    """Return contents to work from: what all of the rows say alike, and else only their states."""
    if len(set(map(_alike, rows))) == 1:
        return _read(rows[0], PROTOCOL_POINTS, _sides(rows), exists=False)
    states = _each(row["state"] for row in rows)
    statuses = {row["status"] for row in rows}
    status = statuses.pop() if len(statuses) == 1 else ""
    return _read(Record(state=states, status=status), PROTOCOL_POINTS, _sides(rows), exists=False)


def _read(
    row: Record, points: Sequence[Column], sides: tuple[tuple[str, ...], ...], *, exists: bool
) -> Contents:
    return Contents(
        name=row["protocol"],
        issue=row["issue"],
        state=row["state"],
        status=row["status"],
        agreed=row["agreed"],
        review_by=row["review_by"],
        owner=row["owner"],
        document=row["document"],
        note=row["note"],
        sides=sides,
        exists=exists,
        points=_points(tuple(points), tuple(row[column.name] or NOT_SAID for column in points)),
    )


@lru_cache(maxsize=1000)
def _points(columns: tuple[Column, ...], now: tuple[str, ...]) -> tuple[Point, ...]:
    both = enumerate(zip(columns, now, strict=True), start=1)
    return tuple(Point(number, column.name, column.meaning, text) for number, (column, text) in both)


def _agreements(rows: Sequence[Record], modes: Mapping[str, str]) -> tuple[Agreement, ...]:
    """Return the agreements of which anything is known, by the name of the body."""
    made = [
        Agreement(
            row["body_a"],
            row["id_a"],
            modes.get(row["own_a"], ""),
            row["trouble"],
            _read(row, AGREEMENT_POINTS, ((row["own_a"],),), exists=_says(row)),
        )
        for row in rows
        if row["status"] or row["document"] or _says(row)
    ]
    return tuple(sorted(made, key=lambda one: (one.body.casefold(), one.body)))
