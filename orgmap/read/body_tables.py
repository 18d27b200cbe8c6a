"""Sheets that list bodies and nobody on them, although a column of theirs could be one of posts."""

from __future__ import annotations

from orgmap.errors import Problem
from orgmap.read.forenames import name_places
from orgmap.read.guesses import looks_like_body, looks_like_post, share
from orgmap.read.headers import column_of, is_code
from orgmap.read.layout import Layout
from orgmap.read.sheet import Sheet
from orgmap.vocabulary import TABLE

BODIES = TABLE["bodies"]
MOSTLY = 0.6
"""Titles are those of bodies where at least this part of them look so."""
_OF_EITHER = frozenset((*BODIES.names, "post", "note", "source")) - {"organisation"}
"""The columns of seats that a list of bodies may have, too."""
_READ_AS = "read as a list of bodies: it has a row for each, and names nobody who sits there."


def lists_bodies(layout: Layout) -> bool:
    """Tell whether what looks like seats has a row for each body, and its title in place of a post."""
    places = layout.header.places
    if not {"body", "post"} <= places.keys() <= _OF_EITHER or name_places(layout):
        return False
    if column_of(_header(layout, "post"), BODIES.name) != "body":
        return False
    bodies, titles = layout.data[places["body"]], layout.data[places["post"]]
    if any(cells.isna().any() or not cells.is_unique for cells in (bodies, titles)):
        return False
    names = titles.tolist()
    if is_code(_header(layout, "body")) and not share(names, looks_like_post):
        return True
    return share(names, lambda name: looks_like_body(name) and not looks_like_post(name)) >= MOSTLY


def _header(layout: Layout, column: str) -> str:
    """Return the header of a column as it is written."""
    return layout.header.shown[column].partition(" (")[2].removesuffix(")")


def read_as_bodies(sheet: Sheet) -> Problem:
    """Return a note that a sheet of another name is read as the table of bodies."""
    return Problem(sheet.place, None, None, None, _READ_AS, "", "note")
