"""Tables of seats from several sheets or files put together as one, every row with where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from orgmap.model.raw import RawTable
from orgmap.model.wording import listing


def joined_tables(tables: Sequence[RawTable]) -> RawTable:
    """Return tables of one name as one; rows are counted on, and problems still name sheet and row."""
    if len(tables) == 1:
        return tables[0]
    frames, extras, start = [], [], 0
    origins: dict[int, tuple[str, int]] = {}
    for table in tables:
        frames.append(table.frame.set_axis(table.frame.index + start))
        extras.append(table.extra.set_axis(table.extra.index + start))
        origins |= {start + row: table.origins.get(row, (table.place, row)) for row in table.frame.index}
        start = int(frames[-1].index.max()) if len(frames[-1]) else start
    columns = list(dict.fromkeys(column for table in tables for column in table.frame.columns))
    whole = _stacked(frames).reindex(columns=columns)
    unused = tuple(dict.fromkeys(label for table in tables for label in table.unused))
    place = listing([table.place for table in tables], 3)
    return RawTable(tables[0].name, place, whole, _headers(tables), unused, _stacked(extras), origins)


def _stacked(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    whole = pd.concat(frames).astype("object")
    return whole.where(whole.notna(), None)


def _headers(tables: Sequence[RawTable]) -> dict[str, str]:
    """Return the headers that are the same, letter included, in all tables that have them."""
    found: dict[str, set[str]] = {}
    for table in tables:
        for column, header in table.headers.items():
            found.setdefault(column, set()).add(header)
    return {column: next(iter(headers)) for column, headers in found.items() if len(headers) == 1}
