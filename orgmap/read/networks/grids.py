"""Sheets and CSV files of Kumu and of Gephi: one kind of grid for what there is, one for what joins it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from orgmap.errors import Problem, SourceInvalid
from orgmap.matching import normal
from orgmap.model.raw import Source
from orgmap.read.grid import Grid, Row, clean
from orgmap.read.networks.elements import Elements
from orgmap.read.networks.network import Facts, Network, Tie, filled
from orgmap.read.networks.spans import date_of, interval
from orgmap.vocabulary import TABLE, normal_header

Form = Literal["kumu", "gephi"]
ENDS: dict[Form, tuple[tuple[str, str], ...]] = {
    "kumu": (("from", "to"),),
    "gephi": (("source", "target"), ("vertex 1", "vertex 2")),
}
_TITLES: dict[Form, str] = {"kumu": "a Kumu map", "gephi": "a Gephi network"}
_DIRECTIONS = ("directed", "undirected", "mutual", "mixed")
_PIPED = ("also known as", "tags", "aliases")
_CODES = ("id", "node id", "vertex")
_LABELS = ("label", "name")
_INTERVALS = ("time interval", "interval", "timeset")


@dataclass(frozen=True)
class _Section:
    """Rows under one header: `first` is the place of the row after it, in the grid."""

    grid: Grid
    header: tuple[str, ...]
    first: int
    last: int

    @property
    def headers(self) -> dict[str, int]:
        """The place of each header, in its normal form; the first of several."""
        places: dict[str, int] = {}
        for place, text in enumerate(self.header):
            places.setdefault(normal_header(text), place)
        return {header: place for header, place in places.items() if header}

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Yield each row with its number in the file."""
        for place in range(self.first, self.last):
            if any(cell and cell.strip() for cell in self.grid.rows[place]):
                yield self.grid.first_row + place, self.grid.rows[place]


def form_of(grids: Sequence[Grid]) -> Form | None:
    """Return whether grids are of Kumu or of Gephi, told by their headers, or None."""
    sections = [section for grid in grids for section in _sections(grid)]
    if any(_is_seats(section) for section in sections):
        return None
    for form in _TITLES:
        if any(_ends(section, form) is not None for section in sections):
            return form
    return None


def source(name: str, grids: Sequence[Grid], form: Form) -> Source:
    """Return the raw tables of the grids of Kumu or Gephi.

    Raises:
        SourceInvalid: they hold no ties, or do not tell who sits on what.
    """
    from orgmap.read.networks.tables import source_of

    sections = [section for grid in grids for section in _sections(grid)]
    joining = [section for section in sections if _ends(section, form) is not None]
    listing = [section for section in sections if section not in joining and _is_list(section)]
    if not joining:
        first, second = ENDS[form][0]
        message = f"there is no table of ties, with the columns {first.title()} and {second.title()}."
        raise SourceInvalid([Problem(name, None, None, None, message, "Export both tables again.")])
    known = Elements()
    for section in listing:
        for row, cells in section.rows():
            _add(known, section, form, (row, cells))
    ties = [tie for section in joining for tie in _ties(section, form, known)]
    bare = Network(
        name,
        form,
        _TITLES[form],
        problems=tuple(_unused(section) for section in sections if section not in [*joining, *listing]),
        vertices_at=(listing or joining)[0].grid.place,
        ties_at=joining[0].grid.place,
    )
    return source_of(filled(bare, known.vertices(), ties))


def _sections(grid: Grid) -> list[_Section]:
    """Return the sections of a grid: two blank rows end one, and the next row is again a header."""
    starts: list[int] = []
    blank = 2
    for place, row in enumerate(grid.rows):
        if not (row and row[0] and row[0].strip()) and not any(cell and cell.strip() for cell in row):
            blank += 1
            continue
        if blank >= 2:
            starts.append(place)
        blank = 0
    ends = [*starts[1:], len(grid.rows)] if starts else []
    return [
        _Section(grid, tuple(clean(cell or "") or "" for cell in grid.rows[start]), start + 1, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _ends(section: _Section, form: Form) -> tuple[int, int] | None:
    """Return the places of both ends, where the header has them as the form does."""
    places = section.headers
    for first, second in ENDS[form]:
        if first in places and second in places:
            ends = (places[first], places[second])
            return ends if form == "gephi" or _as_kumu_has_them(section, ends) else None
    return None


def _as_kumu_has_them(section: _Section, ends: tuple[int, int]) -> bool:
    """Tell of columns From and To that they stand first, after an ID at most, and hold no dates."""
    if ends != (0, 1) and not (ends == (1, 2) and section.headers.get("id") == 0):
        return False
    row = next((cells for _, cells in section.rows()), ())
    return not all(date_of(_cell(row, place) or "") for place in ends)


def _is_list(section: _Section) -> bool:
    return any(header in section.headers for header in (*_CODES, *_LABELS))


def _is_seats(section: _Section) -> bool:
    """Tell whether a section is a table of seats, so that its From and To are dates."""
    known = TABLE["seats"].headers()
    columns = {known.get(header) for header in section.headers}
    return "body" in columns and bool(columns & {"person", "organisation", "post"})


def _unused(section: _Section) -> Problem:
    row = section.grid.first_row + section.first - 1
    message = "this is neither a table of nodes nor one of ties, so it is not used."
    hint = "A table of nodes has a column Label or Id."
    return Problem(section.grid.place, row, None, None, message, hint, "warning")


def _cell(cells: Row, place: int | None) -> str | None:
    return None if place is None or place >= len(cells) else clean(cells[place] or "")


def _place(section: _Section, headers: Sequence[str]) -> int | None:
    return next((section.headers[header] for header in headers if header in section.headers), None)


def _add(known: Elements, section: _Section, form: Form, numbered: tuple[int, Row]) -> None:
    row, cells = numbered
    code, label = _place(section, _CODES), _place(section, _LABELS)
    facts = _facts(section, cells, {code, label})
    known.add(_cell(cells, code), _cell(cells, label), _listed(facts) if form == "kumu" else facts, row)


def _facts(section: _Section, cells: Row, without: set[int | None]) -> Facts:
    facts: Facts = {}
    for place, header in enumerate(section.header):
        text = _cell(cells, place)
        if text is None or place in without or not header:
            continue
        if normal_header(header) in _INTERVALS:
            facts |= interval(text)
        else:
            facts.setdefault(header, text)
    return facts


def _listed(facts: Facts) -> Facts:
    """Return attributes whose lists have semicolons instead of Kumu's pipes."""
    return {
        name: text.replace("|", "; ") if normal(name) in _PIPED and ";" not in text else text
        for name, text in facts.items()
    }


def _is_direction(header: str, text: str) -> bool:
    """Tell whether a cell says only which way a tie goes, which does not matter."""
    return normal_header(header) in ("type", "direction") and normal(text) in _DIRECTIONS


def _ties(section: _Section, form: Form, known: Elements) -> Iterator[Tie]:
    places = _ends(section, form)
    if places is None:
        return
    code = section.headers.get("id")
    for row, cells in section.rows():
        facts = _facts(section, cells, {*places, code})
        facts = {name: text for name, text in facts.items() if not _is_direction(name, text)}
        sources, targets = (known.ends(_cell(cells, place)) for place in places)
        for source in sources:
            for target in targets:
                yield Tie(source, target, row, facts)
