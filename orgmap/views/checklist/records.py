"""What a checklist holds: sections with their pairs and protocols, and agreements, point by point."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

Sides = tuple[tuple[str, ...], ...]
SETTLED = ("yes", "not needed")
"""What a point is that nothing more has to be done about."""


@dataclass(frozen=True)
class Point:
    """One point: its number, column and text, and what is known: yes, no, not needed or not said."""

    number: int
    name: str
    says: str
    now: str


@dataclass(frozen=True)
class Contents:
    """What is known of one protocol or agreement, point by point.

    `sides` are the ids of the bodies of each pair that it is of, or of the one body of an agreement; `state`
    is in words, `status` as declared; dates are as declared. One that `exists` says something; a blank one is
    to work from.
    """

    name: str
    issue: str
    state: str
    status: str
    agreed: str
    review_by: str
    owner: str
    document: str
    note: str
    sides: Sides
    exists: bool
    points: tuple[Point, ...]

    @property
    def settled(self) -> int:
        """Return how many points are covered or not needed."""
        return sum(point.now in SETTLED for point in self.points)

    @property
    def key(self) -> str:
        """Return what tells it from all others of a map, whatever it says."""
        told = "\n".join([self.name, self.issue, *(" ".join(side) for side in sorted(self.sides))])
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True)
class Row:
    """One pair of bodies: why it may need a protocol, in short and in full, and the state of what it has."""

    body_a: str
    body_b: str
    why: str
    reasons: str
    state: str
    trouble: str
    nodes: tuple[str, str]


@dataclass(frozen=True)
class Section:
    """One pair, set of bodies alike, or protocol of many sides; the texts are those of the register."""

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

    @property
    def remarks(self) -> tuple[str, ...]:
        """Return the reasons and the trouble of one pair, a sentence each."""
        reasons = (f"Reasons: {row.reasons}." for row in self.rows if row.reasons)
        trouble = (f"Trouble: {self.trouble}.",) if self.trouble else ()
        return (*dict.fromkeys(reasons), *trouble)


@dataclass(frozen=True)
class Agreement:
    """One body's partnership agreement, with the body's mode of governance."""

    body: str
    node: str
    mode: str
    trouble: str
    contents: Contents


@dataclass(frozen=True)
class Asked:
    """One body with the five questions answered, its mode of governance, and what that mode asks."""

    body: str
    node: str
    mode: str
    mode_questions: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Checklist:
    """The whole checklist: sections as in the register, agreements by body, the bodies that are asked."""

    sections: tuple[Section, ...]
    agreements: tuple[Agreement, ...]
    asked: tuple[Asked, ...]

    def chosen(self, most: int) -> tuple[Section, ...]:
        """Return at most that many sections to work on, in order; pairs with no protocol yield to others."""
        wanted = [section for section in self.sections if section.wanted]
        first = sorted(range(len(wanted)), key=lambda place: wanted[place].alone and not wanted[place].exists)
        return tuple(wanted[place] for place in sorted(first[:most]))
