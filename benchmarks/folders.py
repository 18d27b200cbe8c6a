"""The files of a made-up network: the tables of an area as CSV, or a list of seats as a workbook."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import xlsxwriter
from drawing import SECTORS, IntArray, Seats, Size, seats, tiers

BODY_KINDS = (
    "council committee",
    "health and wellbeing board",
    "community safety partnership",
    "theme group",
    "forum",
    "board",
    "neighbourhood forum",
    "panel",
)
ORGANISATION_KINDS = (
    "local authority",
    "NHS trust",
    "police",
    "college",
    "charity",
    "company",
    "other",
    "faith group",
)
"""The usual kind of a body of each theme, and of an organisation of each sector."""
BUSINESS = ("Housing", "Care at home", "Safe streets", "Skills", "Volunteering", "Jobs", "Parks", "Welcome")
EXPECTED = (
    ("partnership", "local government", "member"),
    ("partnership", "health", "usual"),
    ("partnership", "police and justice", "usual"),
    ("partnership", "voluntary", "invited"),
    ("health and wellbeing board", "health", "member"),
    ("health and wellbeing board", "local government", "member"),
    ("community safety partnership", "police and justice", "member"),
)
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu")


def write(folder: Path, size: Size, seed: int = 1) -> None:
    """Write an area of this size as a folder of CSV files, the same for the same seed."""
    made = seats(size, seed)
    lead = np.unique(made.place, return_index=True)[1]
    _write(folder, "areas", ["area", "type", "within"], _areas(size))
    _write(folder, "organisations", ["organisation", "kind", "sector", "tier", "area"], _organisations(made))
    header = ["body", "kind", "part_of", "tier", "area", "list", "meetings_per_year", "hours_per_meeting"]
    _write(folder, "bodies", header, _bodies(made, lead))
    _write(folder, "seats", ["body", "person", "organisation", "role", "since"], _seats(made))
    _write(folder, "links", ["from_body", "to_body", "kind"], _links(lead, size))
    _write(folder, "issues", ["issue", "body", "part"], _issues(made))
    _write(folder, "expected", ["body_kind", "sector", "strength"], EXPECTED)


def _write(folder: Path, table: str, header: list[str], rows: Iterable[Iterable[object]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def _places(size: Size) -> list[str]:
    """Return the name of each place: a county, then its districts."""
    in_each = size.districts // size.counties + 1
    return [
        f"District {number}" if number % in_each else _county(number // in_each, size)
        for number in range(size.counties + size.districts)
    ]


def _county(number: int, size: Size) -> str:
    return "County" if size.counties == 1 else f"County {number}"


def _areas(size: Size) -> Iterable[list[str]]:
    in_each = size.districts // size.counties + 1
    for number, place in enumerate(_places(size)):
        inside = number % in_each
        yield [place, *(("district", _county(number // in_each, size)) if inside else ("county", ""))]


def _bodies(made: Seats, lead: IntArray) -> Iterable[list[object]]:
    """Yield the bodies: the first of each place is its partnership, of which each third other is a part."""
    places = _places(made.size)
    for number, (place, theme) in enumerate(zip(made.place.tolist(), made.theme.tolist(), strict=True)):
        first = int(lead[place])
        kind = "partnership" if number == first else BODY_KINDS[theme]
        whole = body_name(first) if number != first and number % 3 == 0 else ""
        meetings, hours = 2 + number % 5 * 2, 2 + number % 2
        row = [kind, whole, made.tiers[number], places[place], "complete", meetings, hours]
        yield [body_name(number), *row]


def _organisations(made: Seats) -> Iterable[list[str]]:
    places = _places(made.size)
    facts = zip(made.sector_of.tolist(), tiers(made.seat_of, made.size), made.seat_of.tolist(), strict=True)
    for number, (sector, tier, place) in enumerate(facts):
        yield [organisation_name(number), ORGANISATION_KINDS[sector], SECTORS[sector], tier, places[place]]


def _seats(made: Seats) -> Iterable[list[str]]:
    """Yield the seats, body by body; the first on each body chairs it."""
    first = np.diff(made.body, prepend=-1) > 0
    columns = (made.body.tolist(), made.person.tolist(), made.organisation.tolist(), first.tolist())
    for row, (body, person, organisation, chairs) in enumerate(zip(*columns, strict=True)):
        speaks = organisation_name(organisation) if organisation >= 0 else ""
        role = "chair" if chairs else "member"
        yield [body_name(body), person_name(person), speaks, role, str(2015 + row % 10)]


def _links(lead: IntArray, size: Size) -> Iterable[list[str]]:
    """Yield what the partnership of each district does for that of its county."""
    in_each = size.districts // size.counties + 1
    for number, body in enumerate(lead.tolist()):
        if number % in_each:
            county = body_name(int(lead[number - number % in_each]))
            yield [body_name(body), county, "reports to" if number % 2 else "advises"]


def _issues(made: Seats) -> Iterable[list[str]]:
    """Yield what business goes to each tenth body: of its theme, in its place."""
    places = _places(made.size)
    led = set()
    for number in range(0, made.size.bodies, 10):
        issue = f"{BUSINESS[made.theme[number]]} in {places[made.place[number]]}"
        yield [issue, body_name(number), "contributes" if issue in led else "lead"]
        led.add(issue)


def workbook(path: Path, size: Size) -> None:
    """Write the seats of an area as a workbook of one sheet, with the columns that staff keep."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Members")
    sheet.write_row(0, 0, ["Partnership", "Name", "Organisation", "Role", "E-mail", "From", "To", "Notes"])
    for row, (*cells, since) in enumerate(_seats(seats(size)), start=1):
        more = [f"desk{row}@example.org", f"{since}-04-01", "", "" if row % 7 else "by letter"]
        sheet.write_row(row, 0, [*cells, *more])
    book.close()


def body_name(number: int) -> str:
    """Return what a body is called."""
    return f"Body {number}"


def organisation_name(number: int) -> str:
    """Return what an organisation is called."""
    return f"Organisation {number}"


def person_name(number: int) -> str:
    """Return a name that is plainly made up, another for each number."""
    surname = "".join(SYLLABLES[int(digit)] for digit in str(number)).title()
    return f"Ann{SYLLABLES[number % 10]} {surname}"
