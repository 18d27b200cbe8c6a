"""What the files of ModernGov gave so far: committees, people, their places, and which body met when."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgmap.errors import Problem, Severity
from orgmap.matching import normal, person_name
from orgmap.read.records import stands_for_nobody

Cells = dict[str, str | None]


@dataclass
class Committee:
    """A committee: its titles, one for each language, and its category; whether it has ended."""

    code: str | None
    titles: dict[str, None] = field(default_factory=dict)
    category: str | None = None
    ended: bool = False
    used: bool = False
    file: str = ""
    row: int = 0


@dataclass
class Place:
    """Somebody's place on a committee, put together from all files."""

    committee: Committee
    person: str
    cells: Cells = field(default_factory=dict)
    extra: Cells = field(default_factory=dict)
    invited: int = 0
    attended: int = 0
    files: dict[str, None] = field(default_factory=dict)


@dataclass
class Collected:
    """What all files gave so far, and what is wrong with them."""

    committees: dict[str, Committee] = field(default_factory=dict)
    people: dict[str, tuple[str, Cells, Cells]] = field(default_factory=dict)
    places: dict[tuple[int, str], Place] = field(default_factory=dict)
    meetings: dict[str, Committee] = field(default_factory=dict)
    namesakes: dict[str, dict[str, None]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def committee(self, code: str | None, title: str | None, file: str) -> Committee | None:
        """Return the committee of a code, or of a title where there is none; new ones are kept."""
        if code is None and title is None:
            return None
        found = self.committees.get(code) if code else self._titled(title)
        if found is None:
            found = Committee(code, file=file, row=len(self.committees) + 1)
            self.committees[code or f"title {normal(title or '')}"] = found
        if title:
            found.titles.setdefault(title)
        return found

    def _titled(self, title: str | None) -> Committee | None:
        marks = {normal(title or "")}
        alike = (one for one in self.committees.values() if marks & {normal(other) for other in one.titles})
        return next(alike, None)

    def person(self, code: str | None, name: str) -> str:
        """Return the code of a person: ModernGov's, else that of a namesake, else the name."""
        if code and code.strip("0"):
            self.namesakes.setdefault(person_name(name).key, {})[code] = None
            return code
        known = list(self.namesakes.get(person_name(name).key, ()))
        return known[0] if len(known) == 1 else name

    def say(self, file: str, message: str, severity: Severity = "note", hint: str = "") -> None:
        """Add what a file gave, or what is wrong with it."""
        self.problems.append(Problem(file, None, None, None, message, hint, severity))


def sit(collected: Collected, file: str, committee: Committee, person: str, name: str) -> Place:
    """Return somebody's place on a committee; a new one is kept."""
    committee.used = True
    nobody = stands_for_nobody(name)
    if not nobody:
        know(collected, person, name, {}, {})
    key = f"{person} {len(collected.places)}" if nobody else person
    place = collected.places.setdefault((id(committee), key), Place(committee, name if nobody else person))
    place.files.setdefault(file)
    return place


def know(collected: Collected, code: str, name: str, cells: Cells, extra: Cells) -> None:
    """Keep what is told of a person beside what is known already."""
    known = collected.people.setdefault(code, (name, {}, {}))
    for there, new in ((known[1], cells), (known[2], extra)):
        for column, text in new.items():
            if text and not there.get(column):
                there[column] = text
