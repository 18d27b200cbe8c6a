"""Tables as CSV text that every spreadsheet reads as data and none as a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from orgmap.model.guards import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTED = frozenset(',"\r\n')


def csv_text(frame: pd.DataFrame) -> str:
    """Return a table as CSV (RFC 4180, but lines end in LF): a heading line, then a line for each row.

    An index with a name is the first column; one without is left out. Unknown is empty, True and False are
    yes and no, a float has as many digits as it takes to read the same number back. Text that a spreadsheet
    would take for a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in front.
    """
    named = [name for name in frame.index.names if name is not None]
    table = frame.reset_index() if named else frame
    columns = [[cell(value) for value in table.iloc[:, place]] for place in range(table.shape[1])]
    lines = [[cell(str(name)) for name in table.columns], *map(list, zip(*columns, strict=True))]
    return "".join(f"{_line(line)}\n" for line in lines)


def cell(value: object) -> str:
    """Return one value as the text of a CSV cell, not yet quoted."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, float | np.floating):
        return repr(float(value))
    if isinstance(value, int | np.integer):
        return str(int(value))
    return guarded(str(value))


def _line(cells: Iterable[str]) -> str:
    line = ",".join(_quoted(text) for text in cells)
    return line or '""'


def _quoted(text: str) -> str:
    if not _QUOTED.intersection(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
