"""One column of a sheet that may be a matrix: its header, its cells, and what they are."""

from __future__ import annotations

from dataclasses import dataclass

from orgmap.matching import normal
from orgmap.read.grid import Row, clean
from orgmap.read.guesses import share
from orgmap.read.marks import Mark, mark_of, says_unknown
from orgmap.read.ties import number
from orgmap.vocabulary import TABLE, TABLES, TITLES, normal_header

MOSTLY = 0.8
"""Cells of which at least this part is of one kind are taken for that kind."""
TOTALS = frozenset(
    (
        "total", "totals", "sum", "sums", "subtotal", "sub total", "grand total", "overall total", "count",
        "number of members", "no of members", "number of bodies", "no of bodies", "number of seats",
        "no of seats", "overall",
    )
)  # fmt: skip
"""Headings of sums, beside all that begin with "total"."""
WEAK = frozenset(("name", "names", "full name", "member", "members", "member name"))
"""Headers that stand over people and over organisations alike."""
ABOUT_MEMBERS = frozenset(
    (
        "e mail", "email", "e mail address", "email address", "mail", "telephone", "phone", "tel", "mobile",
        "fax", "telephone number", "phone number", "address", "postcode", "post code", "ward", "division",
        "party", "gender", "political party", "directorate", "department", "team", "salutation", "no",
        "number", "row", "term", "expiry",
    )
)  # fmt: skip
"""Headers of what is said of members, which no column of the vocabulary is called by and no body either."""
_TABLES = ("seats", "people", "organisations", "bodies")


@dataclass(frozen=True)
class Column:
    """A column beneath a row of headings: its place from 0, its heading, and its cells that hold anything."""

    place: int
    header: str
    cells: tuple[str, ...]

    @property
    def known(self) -> set[str]:
        """The columns of the vocabulary that the header is a name of."""
        header = normal_header(self.header)
        found = (TABLE[table].headers().get(header) for table in _TABLES)
        return {column for column in found if column}

    @property
    def named_by(self) -> str | None:
        """What the header says that the column names: person, organisation or body; else None."""
        seats = TABLE["seats"].headers().get(normal_header(self.header))
        return seats if seats in ("person", "organisation", "body") else None

    @property
    def says_more(self) -> bool:
        """Whether the header is that of something said of a row, rather than a name of its own."""
        header = normal_header(self.header)
        return header in ABOUT_MEMBERS or bool(self.known - {"body", "area", "seat", "family"})

    @property
    def marks(self) -> list[Mark | None]:
        """What the cells beneath say."""
        return [mark_of(cell) for cell in self.cells]

    @property
    def marked(self) -> bool:
        """Whether nearly all of its cells are marks, or may be such of the file's own."""
        return not self.cells or share(self.cells, _may_mark) >= MOSTLY

    @property
    def weight(self) -> int:
        """How many seats its cells mark."""
        return sum(bool(mark and mark.seats) for mark in self.marks)

    @property
    def holds_titles(self) -> bool:
        """Whether its cells are what stands before a name: Mr, Cllr, Dr."""
        return bool(self.cells) and share(self.cells, _is_title) >= MOSTLY

    @property
    def counts_rows(self) -> bool:
        """Whether its cells are the rows' own numbers: 1, 2, 3."""
        values = [number(cell) for cell in self.cells]
        return len(values) > 2 and None not in values and len(set(values)) == len(values)


def cell_of(row: Row, place: int) -> str:
    """Return the text of a cell, empty where there is none."""
    return _clean(row[place]) if place < len(row) else ""


def is_total(text: str) -> bool:
    """Tell whether a heading is that of sums."""
    heading = normal(text)
    return heading in TOTALS or (heading.startswith("total ") and len(heading.split()) < 5)


def takes_choices(header: str) -> bool:
    """Tell whether a header is that of a column which takes one of a few values, such as yes or no."""
    found = ((table, table.headers().get(normal_header(header))) for table in TABLES)
    return any(table.by_name[column].closed_list for table, column in found if column)


def is_mark(cell: str) -> bool:
    """Tell whether a cell is a mark, or one of no seat."""
    return mark_of(cell) is not None


def _may_mark(cell: str) -> bool:
    return len(cell) < 3 or is_mark(cell) or says_unknown(cell)


def _is_title(cell: str) -> bool:
    return set(normal(cell).split()) <= TITLES


def _clean(cell: str | None) -> str:
    return (clean(cell) or "") if cell else ""
