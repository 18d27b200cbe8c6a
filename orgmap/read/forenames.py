"""Names kept in several columns, put together: title, forename and surname."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.read.guesses import share
from orgmap.read.layout import Layout
from orgmap.read.shape import FORENAMES, SURNAMES
from orgmap.vocabulary import TITLES, Table, normal_header

HONORIFICS = frozenset(("title", "salutation", "honorific", "prefix", "titles"))


def with_whole_names(layout: Layout, table: Table) -> tuple[Layout, list[Problem]]:
    """Return a layout whose names stand in one column, and a note where several were put together."""
    parts = name_places(layout) if table.name in ("seats", "people") else ()
    if not parts:
        return layout, []
    sheet, header, column = layout.sheet, layout.header, "name" if table.name == "people" else "person"
    label = ", ".join(sheet.letter(place) for place in parts)
    places = {name: place for name, place in header.places.items() if place not in parts}
    told = ", ".join(name for place, name in sorted(_labels(layout).items()) if place in parts)
    others = {place: name for place, name in header.others.items() if place not in parts}
    unused = tuple(
        name for place, name in zip(header.others, header.unused, strict=True) if place not in parts
    )
    whole = replace(
        header,
        places=places | {column: parts[0]},
        shown=header.shown | {column: f"{label} ({told})"},
        others=others,
        unused=unused,
    )
    data = layout.data.copy()
    data[parts[0]] = together(layout.data, parts)
    note = Problem(sheet.place, None, None, None, f"columns {label} are read as one name.", "", "note")
    return replace(layout, header=whole, data=data), [note]


def name_places(layout: Layout) -> tuple[int, ...]:
    """Return the columns, from 0, that make a name together, in its order; none where there are no two."""
    headers = {place: normal_header(label) for place, label in _labels(layout).items()}
    parts = [_one(headers, called) for called in (FORENAMES, SURNAMES)]
    if None in parts or "person" in layout.header.places:
        return _merged_name(layout)
    titles = (place for place in headers if headers[place] in HONORIFICS and _holds_titles(layout, place))
    return tuple(place for place in (next(titles, None), *parts) if place is not None)


def _labels(layout: Layout) -> dict[int, str]:
    header = layout.header
    shown = {place: header.shown[column] for column, place in header.places.items()}
    return {
        place: label.partition("(")[2].removesuffix(")") for place, label in shown.items()
    } | header.others


def _one(headers: dict[int, str], called: frozenset[str]) -> int | None:
    return next((place for place, header in headers.items() if header in called), None)


def _holds_titles(layout: Layout, place: int) -> bool:
    texts = layout.data[place].dropna().unique()[:200]
    return share(texts, lambda text: set(normal(text).split()) <= TITLES) > 0.8


def _merged_name(layout: Layout) -> tuple[int, ...]:
    """Return the columns under the header of the person, where that is one merged cell."""
    place = layout.header.places.get("person")
    merged = [one for one in layout.sheet.grid.merged if one[1] == place]
    merged = [one for one in merged if one[0] <= layout.position <= one[2]]
    if place is None or not merged:
        return ()
    columns = range(place, merged[0][3] + 1)
    free = [column for column in columns if column == place or column in layout.header.others]
    bare = [
        column for column in free if column == place or layout.header.others[column].startswith("column ")
    ]
    return tuple(bare) if len(bare) > 1 else ()


def together(data: pd.DataFrame, places: tuple[int, ...]) -> pd.Series[str]:
    """Return the texts of several columns as one, with blanks between; None where all are empty."""
    rows = zip(*(data[place].tolist() for place in places), strict=True)
    return pd.Series([" ".join(filter(None, row)) or None for row in rows], index=data.index, dtype="object")
