"""Which rows of whole numbers are the same, so that each is worked out once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from orgmap.measures.arrays import IntArray

_TABLE = 1 << 24
_WHOLE = 2**62


class Distinct(NamedTuple):
    """The distinct rows, as columns, and which of them each row is."""

    columns: tuple[IntArray, ...]
    number: IntArray


def distinct(*columns: IntArray) -> Distinct:
    """Return the distinct rows of columns of whole numbers, sorted by the first column, then the next."""
    least = [int(column.min(initial=0)) for column in columns]
    spans = [int(column.max(initial=0)) - low + 1 for column, low in zip(columns, least, strict=True)]
    room = 1
    for span in spans:
        room *= span
    if room > _WHOLE:
        rows, number = np.unique(np.stack(columns, axis=1), axis=0, return_inverse=True)
        return Distinct(tuple(rows.T), number.reshape(-1))
    keys = np.zeros(len(columns[0]), dtype=np.int64)
    for column, low, span in zip(columns, least, spans, strict=True):
        keys *= span
        keys += column - low
    values, number = _numbered(keys, room)
    found = []
    for low, span in zip(reversed(least), reversed(spans), strict=True):
        values, digit = np.divmod(values, span)
        found.append(digit + low)
    return Distinct(tuple(reversed(found)), number)


def _numbered(keys: IntArray, room: int) -> tuple[IntArray, IntArray]:
    """Return the distinct keys, sorted, and which of them each key is; by a table where that is small."""
    if room > min(_TABLE, 16 * len(keys) + 1024):
        return np.unique(keys, return_inverse=True)
    seen = np.zeros(room, dtype=np.bool_)
    seen[keys] = True
    return np.flatnonzero(seen), (np.cumsum(seen) - 1)[keys]
