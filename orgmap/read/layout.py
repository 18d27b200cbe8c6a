"""Where a sheet's header stands, what stands above it, and the rows beneath that hold data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.wording import joined, listing, verb
from orgmap.read.headers import Header, column_of, is_code, read_header
from orgmap.read.sheet import Sheet, Texts
from orgmap.vocabulary import Table

SEARCHED = 60
"""A header is looked for in so many rows that hold anything."""
CREDIBLE = 3
"""A row beneath others is the header without a doubt where it has so many columns of the table."""


@dataclass(frozen=True)
class Layout:
    """A sheet taken apart: its header, the texts of the rows above it, and its rows of data.

    `data` has a row for each that holds anything and is no header said again; `filled` counts its cells.
    `position` is that of the last row above them, from 0. `opening` gives the sub-heading that a header said
    again is, by its row; "" ends the one before.
    """

    sheet: Sheet
    position: int
    header: Header
    titles: tuple[str, ...]
    data: pd.DataFrame
    filled: pd.Series[int]
    opening: dict[int, str]
    problems: tuple[Problem, ...]


def header_position(sheet: Sheet, table: Table) -> int | None:
    """Return the row, from 0, that matches the headers of a table best; None where the sheet is empty."""
    rows = [int(row) for row in sheet.filled.to_numpy().nonzero()[0][:SEARCHED]]
    if not rows:
        return None
    matched = {row: _matched(sheet.texts(row), table) for row in rows}
    most = max(rows, key=lambda row: matched[row])
    best = next(row for row in rows if row == most or (matched[row] and _as_wide(sheet, row, most)))
    return best if best == rows[0] or _is_credible(sheet, best, rows, matched[best]) else rows[0]


def _matched(texts: Texts, table: Table) -> int:
    """Return how many columns a row's texts are the headers of; 0 where more of them are repeated.

    A thing's code beside its name is no repetition.
    """
    short = [text for text in texts if text and len(text) < 80]
    found = [(column, is_code(text)) for text in short if (column := column_of(text, table.name))]
    return len({column for column, _ in found}) if 2 * len(set(found)) > len(found) else 0


def _as_wide(sheet: Sheet, row: int, other: int) -> bool:
    return bool(sheet.filled.iloc[row] >= sheet.filled.iloc[other])


def _is_credible(sheet: Sheet, row: int, rows: Sequence[int], matched: int) -> bool:
    """Tell whether a row may be the header although there are others above it."""
    filled = sheet.filled.iloc[row]
    above = max(int(sheet.filled.iloc[other]) for other in rows if other < row)
    return matched >= CREDIBLE or above <= max(2, filled // 2) or (filled > 1 and matched == filled)


def laid_out(sheet: Sheet, table: Table) -> Layout | None:
    """Return a sheet taken apart under the headers of a table; None where it is empty."""
    position = header_position(sheet, table)
    if position is None:
        return None
    texts = _with_row_above(sheet, position)
    return _layout(sheet, table, texts, position, position + 1)


def without_header(sheet: Sheet, table: Table, columns: Mapping[int, str], start: int) -> Layout:
    """Return a sheet without a header taken apart: its rows from `start` on, under columns by their place."""
    texts = [columns.get(place) for place in range(sheet.cells.shape[1])]
    return _layout(sheet, table, texts, start, start)


def _layout(sheet: Sheet, table: Table, texts: Texts, top: int, start: int) -> Layout:
    """Return a sheet with titles down to a row and data from another on, both as places from 0."""
    kept = sheet.filled.iloc[start:].gt(0)
    cells, filled = sheet.cells.iloc[start:][kept], sheet.filled.iloc[start:][kept]
    used = [int(place) for place in cells.columns[cells.notna().any()]]
    header = read_header(sheet, table, texts, used)
    again = _header_again(cells, header)
    opening = _openings(cells, again, table)
    data, titles = cells[~again], _titles(sheet, top, texts)
    said = (*_titles_said(sheet, top, titles), *_again_said(sheet, again), *_hidden_said(sheet, data))
    return Layout(sheet, start - 1, header, titles, data, filled[~again], opening, said)


def _with_row_above(sheet: Sheet, position: int) -> Texts:
    """Return the headers, those that are empty taken from the row above where that is a header too."""
    texts = sheet.texts(position)
    if position == 0 or sheet.filled.iloc[position - 1] < 2:
        return texts
    above = sheet.texts(position - 1)
    return [text or other for text, other in zip(texts, above, strict=True)]


def _titles(sheet: Sheet, position: int, texts: Texts) -> tuple[str, ...]:
    above = sheet.cells.iloc[:position].to_numpy().ravel().tolist()
    return tuple(dict.fromkeys(text for text in above if text is not None and text not in texts))


def _header_again(cells: pd.DataFrame, header: Header) -> pd.Series[bool]:
    """Tell which rows say the header again: two cells or more, one as the header has it or with a colon.

    A row of words that are headers elsewhere, such as a forum and a representative, is a row of data.
    """
    said, sure = pd.Series(0, index=cells.index), pd.Series(data=False, index=cells.index)
    columns = {place: column for column, place in header.places.items()}
    for place in cells.columns:
        column = columns.get(int(place))
        own = _own_header(header, int(place), column)
        spelled = header.spellings(column) | {own}
        texts = [text for text in cells[place].dropna().unique() if _is_header(text, spelled)]
        if texts:
            said += cells[place].isin(texts)
            sure |= cells[place].isin(
                [text for text in texts if text.endswith(":") or text.casefold() == own]
            )
    return sure & said.ge(2) & said.eq(cells.notna().sum(axis=1))


def _own_header(header: Header, place: int, column: str | None) -> str:
    """Return the header of a column as it is written, lower case."""
    shown = (
        header.shown[column].partition(" (")[2].removesuffix(")") if column else header.others.get(place, "")
    )
    return shown.casefold()


def _is_header(text: str, spelled: frozenset[str]) -> bool:
    return text.endswith(":") or text.rstrip(" :*").casefold() in spelled


def _openings(cells: pd.DataFrame, again: pd.Series[bool], table: Table) -> dict[int, str]:
    """Return, by its row, what each header said again opens: its first text, or "" for plain members.

    A header that is the same on every page opens nothing.
    """
    opened = {}
    for row in again.index[again]:
        first = next(str(text) for text in cells.loc[row] if text is not None)
        if column_of(first, table.name) is None:
            opened[int(row)] = first
        elif first.endswith(":"):
            opened[int(row)] = ""
    return opened


def _titles_said(sheet: Sheet, start: int, titles: tuple[str, ...]) -> list[Problem]:
    if not titles:
        return []
    rows = [sheet.grid.first_row + place for place in range(start) if sheet.filled.iloc[place]]
    quoted = listing([f"“{shortened(title)}”" for title in titles], 4)
    stand, be = verb("stands", len(rows)), verb("is", len(rows))
    return [_note(sheet, rows[0], f"{spans(rows)} {stand} above the list and {be} no part of it: {quoted}.")]


def _again_said(sheet: Sheet, again: pd.Series[bool]) -> list[Problem]:
    rows = [int(row) for row in again.index[again]]
    if not rows:
        return []
    return [_note(sheet, rows[0], f"the header stands again in {spans(rows)}, and is passed over there.")]


def _hidden_said(sheet: Sheet, data: pd.DataFrame) -> list[Problem]:
    first = sheet.grid.first_row
    rows = sorted({first + place for place in sheet.grid.hidden} & set(data.index.tolist()))
    if not rows:
        return []
    be = verb("is", len(rows))
    message = f"{spans(rows)} {be} hidden, and {be} read too."
    hint = "Delete what is out of date, or show the rows to see what is counted."
    return [Problem(sheet.place, rows[0], None, None, message, hint, "warning")]


def spans(rows: Sequence[int], most: int = 6) -> str:
    """Return rows in words: row 3; rows 3 and 5; rows 14 to 25."""
    runs = [list(run) for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])]
    words = [str(run[0][1]) if len(run) == 1 else f"{run[0][1]} to {run[-1][1]}" for run in runs]
    shown = [*words[: most - 1], f"{len(words) - most + 1} more places"] if len(words) > most else words
    return f"{'row' if len(rows) == 1 else 'rows'} {joined(shown)}"


def shortened(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."


def _note(sheet: Sheet, row: int | None, message: str) -> Problem:
    return Problem(sheet.place, row, None, None, message, "", "note")
