"""Where in a grid the two columns of a list of ties stand, and what is written in the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from orgmap.read.column import ABOUT_MEMBERS, cell_of, takes_choices
from orgmap.read.grid import Grid, Row, column_letter
from orgmap.read.guesses import share
from orgmap.read.headers import column_of
from orgmap.read.marks import mark_of
from orgmap.read.ties import name_in, number, one_line
from orgmap.vocabulary import TABLE, normal_header

LONGEST = 120
HEADERS = frozenset(
    (
        "source", "target", "from", "to", "node", "node1", "node2", "node 1", "node 2", "vertex 1",
        "vertex 2", "actor", "ego", "alter", "who", "what", "on", "on what", "sits on", "weight", "value",
        "seats", "affiliation",
    )
)  # fmt: skip
"""Headers of lists of ties, beside those of seats."""
NAMES = ("person", "organisation", "body")
_COMMENT = ("#", "%", "//")
_WORDS = re.compile(r"\"([^\"]*)\"|'([^']*)'(?=\s|$)|(\S+)")
_FACTS = re.compile(r"\s*\{[^{}]*\}\s*$")
_ADDRESS = re.compile(r"\S@\S|://|^www\.", re.IGNORECASE)


@dataclass(frozen=True)
class Pairs:
    """A list of ties: its rows as place and cells, the headers, the two columns of names, and the others."""

    grid: Grid
    rows: tuple[tuple[int, Row], ...]
    headers: tuple[str, ...]
    names: tuple[int, int]
    others: tuple[int, ...]

    def header(self, place: int) -> str:
        """Return the header of a column, empty where there is none."""
        return self.headers[place] if place < len(self.headers) else ""

    def label(self, place: int) -> str:
        """Return a column as it is shown: its letter, and its header in brackets."""
        header = self.header(place)
        return column_letter(self.grid.first_column + place) + (f" ({header})" if header else "")

    def told(self, place: int) -> str | None:
        """Return what the header of a column says that it names: person, organisation or body; else None."""
        column = column_of(self.header(place), "seats")
        return column if column in NAMES else None

    def names_in(self, place: int) -> list[str]:
        """Return the names that stand in a column, each once."""
        return list(dict.fromkeys(name for _, row in self.rows if (name := name_in(cell_of(row, place)))))


def pairs_of(grid: Grid) -> Pairs | None:
    """Return where the parts of a list of ties stand, or None where there are no two columns of names."""
    rows = tuple((place, row) for place, row in enumerate(grid.rows) if _holds_anything(row))
    rows = _split_rows(rows)
    if not rows:
        return None
    width = max(len(row) for _, row in rows)
    headed = _is_header(rows)
    headers = tuple(one_line(cell_of(rows[0][1], place)) for place in range(width)) if headed else ()
    below = rows[1:] if headed else rows
    names = [place for place in range(width) if _holds_names(below, headers, place)]
    if len(names) < 2:
        return None
    others = tuple(place for place in range(width) if place not in names[:2] and _filled(below, place))
    return Pairs(grid, below, headers, (names[0], names[1]), others)


def _holds_anything(row: Row) -> bool:
    first = next((cell for place in range(len(row)) if (cell := cell_of(row, place))), "")
    return bool(first) and not first.startswith(_COMMENT)


def _split_rows(rows: tuple[tuple[int, Row], ...]) -> tuple[tuple[int, Row], ...]:
    """Return rows of one cell as rows of the words in it, where the words come again as those of ties do."""
    if any(len([cell for cell in row if cell]) > 1 for _, row in rows):
        return rows
    split = tuple((place, _words(row)) for place, row in rows)
    pairs = [words for _, words in split if len(words) in (2, 3)]
    numbers = all(number(words[2] or "") is not None for words in pairs if len(words) > 2)
    again = len({words[1] for words in pairs}) <= 0.7 * len(pairs)
    return split if len(pairs) == len(split) and numbers and again else rows


def _words(row: Row) -> list[str | None]:
    text = next((cell for place in range(len(row)) if (cell := cell_of(row, place))), "")
    found = _WORDS.findall(_FACTS.sub("", text))
    return [next((part for part in parts if part), "") for parts in found]


def _is_header(rows: Sequence[tuple[int, Row]]) -> bool:
    """Tell whether the first row is one of headers: one that is known, one over numbers, or bare words."""
    first = [cell_of(rows[0][1], place) for place in range(len(rows[0][1]))]
    if any(_known(text) for text in first if text):
        return True
    below = [[cell_of(row, place) for _, row in rows[1:]] for place in range(len(first))]
    if any(
        text and number(text) is None and cells and share(filter(None, cells), _is_number) == 1
        for text, cells in zip(first, below, strict=True)
    ):
        return True
    written = {cell for cells in below for cell in cells}
    return all(text.isidentifier() and text.islower() and text not in written for text in first if text)


def _known(text: str) -> bool:
    header = normal_header(text)
    return header in HEADERS | ABOUT_MEMBERS or any(
        header in TABLE[name].headers() for name in ("seats", "bodies")
    )


def _is_number(text: str) -> bool:
    return number(text) is not None


def _filled(rows: Sequence[tuple[int, Row]], place: int) -> bool:
    return any(cell_of(row, place) for _, row in rows)


def _holds_names(rows: Sequence[tuple[int, Row]], headers: Sequence[str], place: int) -> bool:
    """Tell whether a column names things: text, and no header of anything but a name."""
    header = headers[place] if place < len(headers) else ""
    if normal_header(header) not in HEADERS and _says_more(header):
        return False
    cells = [cell for _, row in rows if (cell := cell_of(row, place))]
    return bool(cells) and (place < 2 or share(cells, _is_no_name) < 0.5)


def _says_more(header: str) -> bool:
    """Tell whether a header is that of something said of a name or a seat."""
    if normal_header(header) in ABOUT_MEMBERS or takes_choices(header):
        return True
    return column_of(header, "seats") not in (None, *NAMES) if header else False


def _is_no_name(text: str) -> bool:
    return _is_number(text) or mark_of(text) is not None or len(text) > LONGEST or bool(_ADDRESS.search(text))
