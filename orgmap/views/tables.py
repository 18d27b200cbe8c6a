"""Tables as CSV text that every spreadsheet reads as data and none as a formula."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from orgmap.model.guards import guarded

_QUOTED = frozenset(',"\r\n')
_NOTHING = '""'


def csv_text(frame: pd.DataFrame) -> str:
    """Return a table as CSV (RFC 4180, but lines end in LF): a heading line, then a line for each row.

    An index with a name is the first column; one without is left out. Unknown is empty, True and False are
    yes and no, a float has as many digits as it takes to read the same number back. Text that a spreadsheet
    would take for a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in front.
    """
    named = [name for name in frame.index.names if name is not None]
    table = frame.reset_index() if named else frame
    headings = [_quoted(cell(str(name))) for name in table.columns]
    columns = [_texts(table.iloc[:, place]) for place in range(table.shape[1])]
    return "".join(f"{','.join(line) or _NOTHING}\n" for line in [headings, *zip(*columns, strict=True)])


def cell(value: object) -> str:
    """Return one value as the text of a CSV cell, not yet quoted."""
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, float | np.floating):
        return repr(float(value)) if value == value else ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, int | np.integer):
        return str(int(value))
    return guarded(str(value))


def _texts(column: pd.Series[Any]) -> list[str]:
    """Return a column as the texts of its CSV cells; a value that comes often is worked out once."""
    values = column.tolist()
    if column.dtype == object or column.dtype.kind == "f":
        return [_quoted(cell(value)) for value in values]
    known = {value: _quoted(cell(value)) for value in dict.fromkeys(values)}
    return [known[value] for value in values]


def _quoted(text: str) -> str:
    if not _QUOTED.intersection(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
