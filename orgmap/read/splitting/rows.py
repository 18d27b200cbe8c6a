"""The rows of seats rewritten by what their cells were found to hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.raw import RawTable
from orgmap.read.splitting.agreeing import agrees
from orgmap.read.splitting.parts import Parts
from orgmap.read.splitting.telling import Clash, Told

Cells = dict[str, str | None]
Readings = dict[str, list[Parts]]
_FROM_ITS_ROW = ("body", "source")
"""What a seat that only a cell names takes over from its row."""


def rewritten(raw: RawTable, column: str, readings: Readings) -> tuple[RawTable, list[Problem]]:
    """Return a table with texts of one column taken apart, the cells as they were kept in `extra`."""
    places = _places(raw.frame, column, readings)
    if not places:
        return raw, []
    told = Told()
    table = {str(name): raw.frame[name].tolist() for name in raw.frame.columns}
    rows: dict[int, list[Cells]] = {}
    for place in places:
        row = {name: cells[place] for name, cells in table.items()}
        rows[place], clashes = _seats(row, column, readings)
        told.count(str(row[column]), int(raw.frame.index[place]), clashes)
    done = replace(raw, frame=_with_rows(raw.frame, rows), extra=_with_written(raw, column, places))
    return done, list(told.problems(raw, column, readings))


def _places(frame: pd.DataFrame, column: str, readings: Readings) -> list[int]:
    """Return where a text stands that is to be taken apart: two posts only where nobody is named."""
    several = {text for text, seats in readings.items() if column == "post" and len(seats) > 1}
    nobody = frame["person"].isna().tolist() if "person" in frame.columns else [True] * len(frame)
    return [
        place
        for place, text in enumerate(frame[column].tolist())
        if text in readings and (nobody[place] or text not in several)
    ]


def _seats(row: Cells, column: str, readings: Readings) -> tuple[list[Cells], list[Clash]]:
    """Return the rows that one row becomes, and what clashes in them."""
    text = str(row[column])
    seats = [(_own(row, parts), parts) for parts in readings[text]]
    clashes = [clash for cells, parts in seats for clash in _fill(cells, column, text, parts)]
    return [cells for cells, _ in seats], clashes


def _own(row: Cells, parts: Parts) -> Cells:
    return {name: row.get(name) for name in _FROM_ITS_ROW} if parts.apart else dict(row)


def _fill(cells: Cells, column: str, text: str, parts: Parts) -> list[Clash]:
    """Put the parts of a cell into its row; return those for which the row has something else."""
    cells[column] = None
    clashes = []
    for name, part in parts.values.items():
        existing = cells.get(name)
        if existing is None:
            cells[name] = part
        elif not agrees(name, existing, part):
            clashes.append(Clash(text, name, part, existing))
    asides = [*parts.asides, *(clash.part for clash in clashes)]
    if asides:
        cells["note"] = "; ".join(filter(None, (cells.get("note"), *asides)))
    return clashes


def _with_rows(frame: pd.DataFrame, rows: dict[int, list[Cells]]) -> pd.DataFrame:
    """Return a frame in which some rows are replaced by others, one or more for each."""
    order = [place for place in range(len(frame)) for _ in rows.get(place, (None,))]
    changed = _numbered(len(frame), rows)
    data = {name: frame[name].take(order).tolist() for name in frame.columns}
    for name in dict.fromkeys(name for cells in changed.values() for name, cell in cells.items() if cell):
        data.setdefault(name, [None] * len(order))
    for new, cells in changed.items():
        for name, column in data.items():
            column[new] = cells.get(name)
    return pd.DataFrame(data, index=frame.index.take(order), dtype="object")


def _numbered(length: int, rows: dict[int, list[Cells]]) -> dict[int, Cells]:
    """Return the new rows by the places they get."""
    starts = accumulate((len(rows.get(place, (None,))) for place in range(length)), initial=0)
    return {
        start + number: cells
        for place, start in zip(range(length), starts, strict=False)
        for number, cells in enumerate(rows.get(place, ()))
    }


def _with_written(raw: RawTable, column: str, places: list[int]) -> pd.DataFrame:
    """Return the further columns with the cells that were taken apart as they were written."""
    name = f"{column} as written"
    texts: dict[int, dict[str, None]] = {}
    cells = raw.frame[column].take(places)
    for row, text in zip(cells.index.tolist(), cells.tolist(), strict=True):
        texts.setdefault(row, {})[text] = None
    extra = raw.extra.reindex(raw.extra.index.union(pd.Index(texts.keys(), dtype="int64"))).astype("object")
    extra = extra.where(extra.notna(), None)
    before = extra[name].tolist() if name in extra.columns else [None] * len(extra)
    written = [_joined(old, texts.get(row, ())) for row, old in zip(extra.index, before, strict=True)]
    return extra.assign(**{name: pd.Series(written, index=extra.index, dtype="object")})


def _joined(before: object, texts: Iterable[str]) -> str | None:
    kept = [before] if isinstance(before, str) else []
    return "; ".join([*kept, *(text for text in texts if text not in kept)]) or None
