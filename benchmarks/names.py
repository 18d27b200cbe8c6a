"""Measure how well orgmap finds names that are one person's or organisation's, and write benchmarks/names.md.

python benchmarks/names.py [--data FOLDER]
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pandas as pd

from orgmap.matching import LIKELY, organisation_pairs
from orgmap.model import OrgMap, check
from orgmap.model.candidates import candidates
from orgmap.model.raw import RawTable, Source

HERE = Path(__file__).resolve().parent
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass(frozen=True)
class Seat:
    """A seat as a list gives it, and whose it truly is."""

    who: str
    name: str
    organisation: str
    body: str
    works_for: str = ""


@dataclass(frozen=True)
class Figure:
    """How many of the pairs that are one were found, and how many of those put forward are one."""

    list: str
    kind: str
    level: str
    true: int
    put_forward: int
    right: int

    @property
    def row(self) -> str:
        """The figure as a row of a table."""
        precision = f"{self.right / self.put_forward:.2f}" if self.put_forward else "none"
        recall = f"{self.right / self.true:.2f}" if self.true else "none"
        told = (self.list, self.kind, self.level, self.true, self.put_forward, precision, recall)
        return f"| {' | '.join(map(str, told))} |"


def tuned() -> list[Seat]:
    """Return the list on which the rules were tried while they were written: hard cases, all invented."""
    rows = csv.DictReader((HERE / "names_tuned.csv").read_text("utf-8").splitlines())
    return [Seat(row["who"], row["name"], row["organisation"], row["body"], row["works_for"]) for row in rows]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FORENAMES = _words(
    """
    Margaret William Susan Christopher Elizabeth Andrew Patricia Michael Deborah Anthony Catherine
    Stephen Jacqueline Nicholas Rebecca Daniel Gillian Peter Sandra Philip Amanda Geoffrey Imran
    Priya Yusuf Siân Gareth Fiona Hamish Eilidh Roisin Declan Oluwaseun Agnieszka Tomasz Mei
    Rhiannon Joan Jean John Jane Paul Paula
    """
)
SURNAMES = _words(
    """
    Smith Jones Taylor Patel Khan Brown O'Brien MacDonald Example Fernleigh Quillfeather Ashgrove
    Thornbury-Vale Greenslade Pemberwick Oakhanger Dunmore Lathwell Netherby Swanwick Burridge
    Hambleford Coldeast Warblington Titchmarsh Yarborough Evans Davies Wilson Green Clarke Stewart
    """
)
SHORT = {
    "Margaret": "Maggie", "William": "Bill", "Susan": "Sue", "Christopher": "Chris", "Elizabeth": "Liz",
    "Andrew": "Andy", "Patricia": "Pat",
    "Michael": "Mike", "Deborah": "Debbie", "Anthony": "Tony", "Catherine": "Kate", "Stephen": "Steve",
    "Jacqueline": "Jackie",
    "Nicholas": "Nick", "Rebecca": "Becky", "Daniel": "Dan", "Gillian": "Gill", "Peter": "Pete",
    "Philip": "Phil", "Geoffrey": "Geoff",
    "Tomasz": "Tom", "Yusuf": "Joe",
}  # fmt: skip
PLACES = _words(
    """
    Fernshire Oakhampton Wexbridge Coldmere Ashford-on-Test Netherwick Stourmouth Hexley Brackenford
    Marlsea Upper Dene Saltmarsh
    """
)
KINDS = (
    "County Council", "Borough Council", "District Council", "City Council", "Constabulary",
    "Fire and Rescue Service",
    "Primary Care Trust", "Hospitals NHS Trust", "Council for Voluntary Service", "Citizens Advice Bureau",
    "Chamber of Commerce", "Housing Association", "University", "Learning and Skills Council",
)  # fmt: skip
SHORTENED = {
    "County Council": "CC", "Borough Council": "BC", "District Council": "DC", "Primary Care Trust": "PCT",
    "Council for Voluntary Service": "CVS", "Citizens Advice Bureau": "CAB", "Housing Association": "HA",
    "Fire and Rescue Service": "Fire & Rescue", "Constabulary": "Police", "University": "Univ.",
    "Learning and Skills Council": "LSC",
}  # fmt: skip


def slipped(text: str, draw: random.Random) -> str:
    """Return a text with one slip of the keys: a letter left out, doubled, changed or swapped."""
    place = draw.randrange(1, max(2, len(text) - 1))
    how = draw.randrange(4)
    if how == 0:
        return text[:place] + text[place + 1 :]
    if how == 1:
        return text[:place] + text[place] + text[place:]
    if how == 2:
        return text[:place] + draw.choice("aeiorstln") + text[place + 1 :]
    return text[:place] + text[place + 1 : place + 2] + text[place] + text[place + 2 :]


def person_written(first: str, last: str, draw: random.Random) -> str:
    """Return a name as another hand would write it."""
    middle = draw.choice("ABDEGHJLMPRS")
    return draw.choice(
        [
            f"{first[0]} {last}", f"{first[0]}. {middle}. {last}", f"{SHORT.get(first, first)} {last}",
            f"{SHORT.get(first, first)} {last}", f"{last}, {first}", f"Cllr {first} {middle} {last}",
            slipped(f"{first} {last}", draw), slipped(f"{first} {last}", draw),
            f"{first} {last.replace('-', ' ')}",
            f"{first.replace('â', 'a')} {last.replace(chr(39), '')}", f"Mrs {last}",
        ]
    )  # fmt: skip


def organisation_written(place: str, kind: str, draw: random.Random) -> str:
    """Return the name of an organisation as another hand would write it."""
    full = f"{place} {kind}"
    return draw.choice(
        [
            f"{place} {SHORTENED.get(kind, kind)}", f"{place} {SHORTENED.get(kind, kind)}", slipped(full,
            draw),
            "".join(word[0] for word in full.split() if word[0].isupper()), f"{kind}, {place}", f"The {full}",
            f"{full} Ltd", full.replace(" and ", " & "), f"{kind} of {place}",
            place if "Council" in kind else full.upper(),
        ]
    )  # fmt: skip


def held_out(seed: int, people: int = 250) -> list[Seat]:
    """Return a list made by chance and by rules of its own, not looked at while the matching was written.

    About one in seven has the surname and the organisation of the one before: relatives at one firm.
    """
    draw = random.Random(seed)
    known = [(place, kind) for place in PLACES for kind in draw.sample(KINDS, 7)]
    seats: list[Seat] = []
    former = draw.choice(SURNAMES), draw.choice(known)
    for number in range(people):
        first, last, (place, kind) = draw.choice(FORENAMES), draw.choice(SURNAMES), draw.choice(known)
        if draw.random() < 0.15:
            last, (place, kind) = former
        former = last, (place, kind)
        full, works = f"{place} {kind}", f"{place} {kind}"
        bodies = draw.sample(range(40), 2)
        seats.append(Seat(str(number), f"{first} {last}", full, f"Body {bodies[0]}", works))
        if draw.random() < 0.5:
            name = person_written(first, last, draw)
            employer = organisation_written(place, kind, draw) if draw.random() < 0.3 else full
            told = "" if draw.random() < 0.15 else employer
            seats.append(Seat(str(number), name, told, f"Body {bodies[1]}", works))
    return seats


def map_of(seats: Sequence[Seat]) -> OrgMap:
    """Return the map of a list."""
    frame = pd.DataFrame(
        [{"body": one.body, "person": one.name, "organisation": one.organisation or None} for one in seats],
        index=pd.RangeIndex(2, len(seats) + 2, name="row"),
        dtype="object",
    )
    frame = frame.where(frame.notna(), None)
    return check(
        Source("list", {"seats": RawTable("seats", "list", frame, {column: column for column in frame})})
    )


def measured(title: str, seats: Sequence[Seat]) -> list[Figure]:
    """Return the figures for people and for organisations of a list."""
    made = map_of(seats)
    found = candidates(made, ("person", "organisation"))
    truths = {
        "person": _truth(made.seats["person"], [one.who for one in seats]),
        "organisation": _truth(
            made.seats["organisation"], [one.works_for or one.organisation for one in seats]
        ),
    }
    figures = []
    for kind, truth in truths.items():
        pairs = [(one.counts, frozenset((one.a, one.b))) for one in found if one.kind == kind]
        figures += _figures(title, kind, pairs, _same(truth))
    return figures


def _truth(ids: Iterable[object], who: Iterable[str]) -> dict[str, set[str]]:
    truth: dict[str, set[str]] = defaultdict(set)
    for entity, one in zip(ids, who, strict=True):
        if isinstance(entity, str) and one:
            truth[entity].add(one)
    return truth


def _same(truth: dict[str, set[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in combinations(truth, 2) if truth[pair[0]] & truth[pair[1]]}


def _figures(
    title: str, kind: str, pairs: list[tuple[float, frozenset[str]]], true: set[frozenset[str]]
) -> list[Figure]:
    return [
        Figure(title, kind, level, len(true), len(there), len(there & true))
        for level, least in (("likely", LIKELY), ("likely and possible", 0.0))
        if (there := {pair for counts, pair in pairs if counts >= least}) is not None
    ]


def scotland(folder: Path) -> list[Figure]:
    """Return the figures for the real members of cross-party groups, every third name written otherwise."""
    rows = list(csv.DictReader((folder / "cpg_scotland_memberships.csv").read_text("utf-8").splitlines()))
    draw = random.Random(7)
    seats = []
    for row in rows:
        first, _, last = row["member"].partition(" ")
        name = person_written(first, last, draw) if last and draw.random() < 0.33 else row["member"]
        seats.append(Seat(row["person_id"], name, "", row["group_slug"]))
    return measured("cross-party groups, a third of the names changed", seats)[:2]


def districts(folder: Path) -> list[Figure]:
    """Return the figures for councils of real English districts, half of them written twice."""
    file = folder / "district_county_2005_old_ons_codes.csv"
    places = sorted({row["district"] for row in csv.DictReader(file.read_text("utf-8-sig").splitlines())})
    draw = random.Random(7)
    names: dict[str, set[str]] = defaultdict(set)
    for place in places:
        names[f"{place} District Council"].add(place)
        if draw.random() < 0.5:
            names[organisation_written(place, "District Council", draw)].add(place)
    pairs = organisation_pairs({name: (name,) for name in names})
    found = [(pair.likeness.counts, frozenset((pair.a, pair.b))) for pair in pairs]
    return _figures("councils of real districts", "organisation", found, _same(dict(names)))


def table(figures: Iterable[Figure]) -> str:
    """Return figures as Markdown."""
    head = "| list | kind | put forward as | pairs that are one | put forward | precision | recall |"
    return "\n".join([head, "| --- | --- | --- | --- | --- | --- | --- |", *(one.row for one in figures)])


def main() -> None:
    """Measure and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, help="a folder with lists of real people and districts")
    asked.add_argument("--seed", type=int, default=2024)
    chosen = asked.parse_args()
    figures = [*measured("tuned on", tuned()), *measured("held out", held_out(chosen.seed))]
    real: dict[str, Callable[[Path], list[Figure]]] = {
        "scotland_cross_party_groups": scotland,
        "england_two_tier": districts,
    }
    if chosen.data:
        figures += [one for folder, measure in real.items() for one in measure(chosen.data / folder)]
    made = table(figures)
    page = HERE / "names.md"
    if chosen.data:
        before, rest = page.read_text("utf-8").split(BEGIN)
        page.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{rest.split(END)[1]}", "utf-8", newline="\n")
    print(made)


if __name__ == "__main__":
    main()
