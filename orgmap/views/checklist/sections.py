"""The checklist made from the map: a section for each pair, set of bodies or protocol, and each agreement."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from orgmap.model.dates import in_words
from orgmap.network import PREFIX
from orgmap.views.checklist.records import Agreement, Asked, Checklist, Contents, Point, Row, Section
from orgmap.views.html import count
from orgmap.vocabulary import AGREEMENT_POINTS, MODE_QUESTIONS, PROTOCOL_POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from orgmap.model import Answer, OrgMap
    from orgmap.vocabulary import Column

Record = dict[str, Any]
Pair = tuple[str, str]
Answered = tuple[tuple[str, str], ...]
NOT_SAID = "not said"
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
_SAID = (
    "protocol",
    "issue",
    "state",
    "agreed",
    "review_by",
    "owner",
    "document",
    *(column.name for column in PROTOCOL_POINTS),
)
"""What two rows must say alike to be one protocol."""
_KNOWN = ("status", "agreed", "review_by", "document", *(column.name for column in AGREEMENT_POINTS))
"""What must not all be empty for an agreement to have a sheet."""


def checklist(orgmap: OrgMap, answer: Answer, answered: Mapping[str, Answered]) -> Checklist:
    """Return the checklist of a map and its answer to the question of protocols.

    `answered` are the five questions with their answers by body id, in the order in which they are shown.
    """
    rows = _records(answer.table)
    modes = orgmap.bodies["governance_mode"].fillna("")
    return Checklist(
        _sections([row for row in rows if row["kind"] == "pair"]),
        _agreements([row for row in rows if row["kind"] == "agreement"], dict(modes)),
        tuple(_asked(orgmap, body, answers) for body, answers in answered.items()),
    )


def _asked(orgmap: OrgMap, body: str, answers: Answered) -> Asked:
    facts = orgmap.bodies.loc[[body], ["name", "governance_mode"]].iloc[0]
    mode = facts["governance_mode"]
    known = mode if isinstance(mode, str) else ""
    return Asked(str(facts["name"]), known, MODE_QUESTIONS.get(known, ()), answers)


def _records(table: pd.DataFrame) -> list[Record]:
    """Return the rows as records in which what is unknown is an empty text."""
    return [
        {str(name): value if isinstance(value, str | int) else "" for name, value in row.items()}
        for row in table.to_dict("records")
    ]


def _sections(rows: Sequence[Record]) -> tuple[Section, ...]:
    sides: dict[str, set[Pair]] = defaultdict(set)
    for row in rows:
        sides[row["protocol"]].add(_pair(row))
    grouped: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for row in rows:
        grouped[_key(row, len(sides[row["protocol"]]))].append(row)
    return tuple(_section(kind, group) for (kind, *_), group in grouped.items())


def _pair(row: Record) -> Pair:
    """Return what tells a pair from all others; a body that is not in force has no id, only a name."""
    return row["id_a"] or row["body_a"], row["id_b"] or row["body_b"]


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
    exists = any(row["status"] in _EXISTS for row in rows)
    return Section(
        kind=kind,
        title=titles.get(kind, f"{first['body_a']} and {first['body_b']}"),
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


def _row(row: Record) -> Row:
    why = _why([row["reason_kinds"]])
    return Row(row["body_a"], row["body_b"], why, row["reasons"], row["state"], row["trouble"])


def _why(kinds: Sequence[str]) -> str:
    """Return the kinds of reasons in words; of several pairs, with how many have each."""
    found = Counter(kind for text in kinds for kind in text.split("; ") if kind)
    words = {_REASONS.get(kind, kind): count(number, "pair") for kind, number in found.items()}
    return "; ".join(word if len(kinds) == 1 else f"{word} ({pairs})" for word, pairs in words.items())


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
    """Return what each protocol among the rows says; where there is none, one that is blank to work from."""
    alike: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for row in rows:
        if row["status"] in _EXISTS:
            alike[tuple(row[name] for name in _SAID)].append(row)
    if not alike:
        return (_read({"state": _each(row["state"] for row in rows)}, PROTOCOL_POINTS, 0),)
    return tuple(
        _read(group[0], PROTOCOL_POINTS, len({_pair(row) for row in group})) for group in alike.values()
    )


def _read(row: Record, points: Sequence[Column], pairs: int) -> Contents:
    return Contents(
        name=row.get("protocol", ""),
        issue=row.get("issue", ""),
        state=row["state"],
        agreed=_day(row.get("agreed", "")),
        review_by=_day(row.get("review_by", "")),
        owner=row.get("owner", ""),
        document=row.get("document", ""),
        pairs=pairs,
        points=tuple(
            Point(number, column.name, column.meaning, row.get(column.name) or NOT_SAID)
            for number, column in enumerate(points, start=1)
        ),
    )


def _agreements(rows: Sequence[Record], modes: Mapping[str, str]) -> tuple[Agreement, ...]:
    """Return the agreements of which anything is known, by the name of the body."""
    made = [
        Agreement(
            row["body_a"],
            modes.get(row["id_a"].removeprefix(PREFIX["body"]), ""),
            row["trouble"],
            _read(row, AGREEMENT_POINTS, 0),
        )
        for row in rows
        if any(row[name] for name in _KNOWN)
    ]
    return tuple(sorted(made, key=lambda one: (one.body.casefold(), one.body)))
