"""Made-up areas of a stated size: few people on many bodies, most on one, seats mostly in one district."""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import xlsxwriter

TIERS = ("county", "district", "district", "district", "neighbourhood")
SECTORS = (
    "local government",
    "health",
    "police and justice",
    "fire",
    "voluntary",
    "business",
    "community",
    "faith",
)


@dataclass(frozen=True)
class Size:
    """How much an area holds."""

    people: int
    organisations: int
    bodies: int
    seats: int


SIZES = {
    "S": Size(150, 60, 25, 400),
    "M": Size(3_000, 800, 400, 8_000),
    "L": Size(120_000, 15_000, 12_000, 300_000),
}
"""S one area, M one county, L all England."""
WORKBOOK = Size(40_000, 5_000, 2_000, 100_000)
"""What one workbook may hold: a list of every seat in a region."""


def write(folder: Path, size: Size, seed: int = 1) -> None:
    """Write an area of this size as a folder of CSV files, the same for the same seed."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = np.random.default_rng(seed)
    districts = max(2, size.bodies // 20)
    home = draw.integers(0, districts, size.people)
    employer = (
        draw.integers(0, max(1, size.organisations // districts), size.people) * districts + home
    ) % size.organisations
    _write(
        folder / "areas.csv",
        ["area", "within"],
        [["County", ""], *([f"District {number}", "County"] for number in range(districts))],
    )
    _write(
        folder / "organisations.csv",
        ["organisation", "sector", "area"],
        (_organisation(number, districts, draw) for number in range(size.organisations)),
    )
    of = draw.integers(0, districts, size.bodies)
    tiers = draw.choice(TIERS, size.bodies)
    _write(
        folder / "bodies.csv",
        ["body", "kind", "tier", "area"],
        (
            [f"Body {number}", "partnership", tier, "County" if tier == "county" else f"District {district}"]
            for number, (tier, district) in enumerate(zip(tiers, of, strict=True))
        ),
    )
    _write(
        folder / "seats.csv",
        ["body", "person", "organisation", "role"],
        _seats(size, home, employer, of, draw),
    )


def _organisation(number: int, districts: int, draw: np.random.Generator) -> list[str]:
    area = "County" if draw.random() < 0.2 else f"District {draw.integers(0, districts)}"
    return [f"Organisation {number}", SECTORS[number % len(SECTORS)], area]


def _seats(
    size: Size, home: np.ndarray, employer: np.ndarray, of: np.ndarray, draw: np.random.Generator
) -> list[list[str]]:
    """Return the seats: everybody has one, the rest fall to few by a heavy-tailed draw."""
    near = {district: np.flatnonzero(of == district) for district in range(int(of.max()) + 1)}
    chance = 1 / (draw.permutation(size.people) + 20.0) ** 0.7
    chance /= chance.sum()
    roles = {}
    while len(roles) < size.seats:
        missing = size.seats - len(roles)
        extra = draw.choice(size.people, missing, p=chance)
        holders = np.concatenate([np.arange(size.people), extra])[:missing] if not roles else extra
        for person in holders.tolist():
            here = near.get(int(home[person]), ())
            local = len(here) and draw.random() < 0.9
            body = int(here[draw.integers(len(here))]) if local else int(draw.integers(0, size.bodies))
            roles.setdefault((person, body), "chair" if draw.random() < 0.04 else "member")
    return [
        [f"Body {body}", f"Forename{person} Surname{person}", f"Organisation {employer[person]}", role]
        for (person, body), role in roles.items()
    ]


def _write(path: Path, header: list[str], rows: object) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def workbook(path: Path, size: Size) -> None:
    """Write the seats of an area as a workbook of one sheet, with the columns that staff keep."""
    draw = np.random.default_rng(1)
    districts = max(2, size.bodies // 20)
    home = draw.integers(0, districts, size.people)
    employer = draw.integers(0, size.organisations, size.people)
    seats = _seats(size, home, employer, draw.integers(0, districts, size.bodies), draw)
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Members")
    sheet.write_row(0, 0, ["Partnership", "Name", "Organisation", "Role", "E-mail", "From", "To", "Notes"])
    for row, cells in enumerate(seats, start=1):
        cells[1] = _name(int(cells[1].rpartition("Surname")[2]))
        more = [f"desk{row}@example.org", f"{2015 + row % 10}-04-01", "", "" if row % 7 else "by letter"]
        sheet.write_row(row, 0, [*cells, *more])
    book.close()


def _name(number: int) -> str:
    """Return a name that is plainly made up, another for each number."""
    syllables = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu")
    return f"Ann{syllables[number % 10]} {''.join(syllables[int(digit)] for digit in str(number)).title()}"


if __name__ == "__main__":
    if sys.argv[1] == "workbook":
        workbook(Path(sys.argv[2]), WORKBOOK)
    else:
        write(Path(sys.argv[2]), SIZES[sys.argv[1]])
