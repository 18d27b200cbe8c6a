"""What the checklist holds: one section for each pair, set of bodies or protocol, and one for each agreement."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from orgmap.model.dates import in_words, last_day
from orgmap.views.html import count
from orgmap.vocabulary import AGREEMENT_POINTS, PROTOCOL_POINTS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from orgmap.model import Answer, OrgMap
    from orgmap.vocabulary import Column

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


@dataclass(frozen=True)
class Point:
    """One point: its number, its column, what is said on it, and whether it is covered (yes, no, not needed, not said)."""

    number: int
    name: str
    says: str
    now: str


@dataclass(frozen=True)
class Contents:
    """What one protocol or agreement says on each point, with what is known of the document; a blank one has no name."""

    name: str
    issue: str
    state: str
    agreed: str
    review_by: str
    owner: str
    document: str
    pairs: int
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Row:
    """One pair of bodies: why it may need a protocol (in short, and in full), and what state its protocol is in."""

    body_a: str
    body_b: str
    why: str
    reasons: str
    state: str
    trouble: str


@dataclass(frozen=True)
class Section:
    """One pair, one set of bodies alike, or one protocol of many sides; the texts are those of the register."""

    kind: str
    title: str
    why: str
    state: str
    agreed: str
    review_by: str
    owner: str
    trouble: str
    pairs: int
    rows: tuple[Row, ...]
    contents: tuple[Contents, ...]
    wanted: bool
    """Whether there is a protocol or a reason for one."""
    exists: bool

    @property
    def alone(self) -> bool:
        """Return whether it is about one pair."""
        return self.pairs == 1


@dataclass(frozen=True)
class Agreement:
    """One body's partnership agreement, with the body's mode of governance."""

    body: str
    mode: str
    contents: Contents


@dataclass(frozen=True)
class Checklist:
    """The whole checklist: the sections in the order of the register, the agreements by body, and the home body's name."""

    sections: tuple[Section, ...]
    agreements: tuple[Agreement, ...]
    home: str

    def chosen(self, most: int) -> tuple[Section, ...]:
        """Return at most that many sections to work through, in order; sets and protocols that exist go first."""
        wanted = [section for section in self.sections if section.wanted]
        first = sorted(range(len(wanted)), key=lambda place: wanted[place].alone and not wanted[place].exists)
        return tuple(wanted[place] for place in sorted(first[:most]))


def checklist(orgmap: OrgMap, answer: Answer) -> Checklist:
    """Return the checklist of a map and its answer to the question of protocols."""
    home = orgmap.about.home_body
    names = pd.concat([orgmap.bodies, orgmap.closed_bodies])["name"]
    return Checklist(
        _sections(answer.table),
        _agreements(orgmap, names),
        str(names[home]) if home in names.index else "",
    )


def _sections(table: pd.DataFrame) -> tuple[Section, ...]:
    sides = table.dropna(subset="protocol").groupby("protocol")[["id_a", "id_b"]].nunique().max(axis=1)
    keys = [_key(row, sides) for row in table.to_dict("records")]
    places: dict[Hashable, list[int]] = {}
    for place, key in enumerate(keys):
        places.setdefault(key, []).append(place)
    return tuple(_section(key[0], table.iloc[rows]) for key, rows in places.items())


def _key(row: dict[str, Any], sides: pd.Series[int]) -> tuple[str, ...]:
    if row["set"]:
        return "set", row["set"]
    if sides.get(row["protocol"], 1) > 1:
        return "protocol", row["protocol"]
    return "pair", row["id_a"], row["id_b"]


def _section(kind: str, rows: pd.DataFrame) -> Section:
    pairs = rows.drop_duplicates(["id_a", "id_b"])
    first = rows.iloc[0]
    titles = {"set": first["set"], "protocol": first["protocol"]}
    return Section(
        kind=kind,
        title=str(titles.get(kind, f"{first['body_a']} and {first['body_b']}")),
        why=_why(pairs["reason_kinds"]),
        state=_tally(rows, len(pairs)),
        agreed=_each(in_words(day) for day in rows["agreed"].dropna()),
        review_by=_each(in_words(day) for day in rows["review_by"].dropna()),
        owner=_each(rows["owner"].dropna()),
        trouble=_each(rows.loc[rows["trouble"] != "", "trouble"]),
        pairs=len(pairs),
        rows=tuple(_row(row) for row in rows.to_dict("records")),
        contents=_contents(rows),
        wanted=bool((rows["reason_count"] > 0).any() or rows["status"].isin(_EXISTS).any()),
        exists=bool(rows["status"].isin(_EXISTS).any()),
    )


def _row(row: dict[str, Any]) -> Row:
    why = _why(pd.Series([row["reason_kinds"]]))
    return Row(row["body_a"], row["body_b"], why, row["reasons"], row["state"], row["trouble"])


def _why(kinds: pd.Series[str]) -> str:
    """Return the kinds of reasons in words; of several pairs, with how many have each."""
    found = Counter(kind for text in kinds for kind in text.split("; ") if kind)
    words = ((_REASONS.get(kind, kind), number) for kind, number in found.items())
    return "; ".join(
        word if len(kinds) == 1 else f"{word} ({count(number, 'pair')})" for word, number in words
    )


def _tally(rows: pd.DataFrame, pairs: int) -> str:
    """Return the state; of several pairs, with how many are in each."""
    if pairs == 1:
        return _each(rows["state"])
    states = rows.drop_duplicates(["id_a", "id_b", "state"])["state"].value_counts(sort=False)
    return "; ".join(f"{state} ({count(int(number), 'pair')})" for state, number in states.items())


def _each(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(str(text) for text in texts))


def _contents(rows: pd.DataFrame) -> tuple[Contents, ...]:
    """Return what each protocol among the rows says; where there is none, one that is blank to work from."""
    existing = rows[rows["status"].isin(_EXISTS)]
    if existing.empty:
        return (_read({"state": "; ".join(dict.fromkeys(rows["state"]))}, PROTOCOL_POINTS, 0),)
    same = ["protocol", "issue", "state", "agreed", "review_by", "owner", "document"]
    same += [column.name for column in PROTOCOL_POINTS]
    return tuple(
        _read(group.iloc[0].to_dict(), PROTOCOL_POINTS, len(group.drop_duplicates(["id_a", "id_b"])))
        for _, group in existing.groupby(same, sort=False, dropna=False)
    )


def _read(row: dict[str, Any], points: Sequence[Column], pairs: int) -> Contents:
    texts = {name: str(value) for name, value in row.items() if isinstance(value, str)}
    dates = {name: in_words(texts[name]) if name in texts else "" for name in ("agreed", "review_by")}
    return Contents(
        name=texts.get("protocol", ""),
        issue=texts.get("issue", ""),
        state=texts.get("state", ""),
        agreed=dates["agreed"],
        review_by=dates["review_by"],
        owner=texts.get("owner", ""),
        document=texts.get("document", ""),
        pairs=pairs,
        points=tuple(
            Point(number, column.name, column.meaning, texts.get(column.name, NOT_SAID))
            for number, column in enumerate(points, start=1)
        ),
    )


def _agreements(orgmap: OrgMap, names: pd.Series[str]) -> tuple[Agreement, ...]:
    modes = pd.concat([orgmap.bodies, orgmap.closed_bodies])["governance_mode"]
    made = [
        Agreement(
            str(names[row["body"]]),
            _text(modes[row["body"]]),
            _read({**row, "state": _state(row, orgmap.as_at)}, AGREEMENT_POINTS, 0),
        )
        for row in orgmap.agreements.to_dict("records")
    ]
    return tuple(sorted(made, key=lambda one: (one.body.casefold(), one.body)))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _state(row: dict[Hashable, Any], as_at: str | None) -> str:
    status, due = _text(row["status"]), _text(row["review_by"])
    if as_at and due and status in ("agreed", "under review") and last_day(due) < last_day(as_at):
        return "review overdue"
    return status or "nothing known"
