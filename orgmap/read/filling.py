"""Cells left blank for "as above", and rows that go on from the row above."""

from __future__ import annotations

import re
from collections.abc import Collection

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.wording import counted, verb
from orgmap.read.layout import spans

DITTO = frozenset(
    (
        "ditto", "do.", "as above", "(as above)", "same as above", "as previous",
        '"', "”", "“", "''", "’’", "〃", '-"-', '- " -',
    )
)  # fmt: skip
"""What is written, lower case, in place of what stands above."""
DITTO_COLUMNS = ("body", "person", "post", "organisation", "on_behalf_of", "role")
HOLDERS = ("person", "post", "organisation", "on_behalf_of")
ALIKE = 0.1
"""Where more of the bodies than this are written again and again, none is left out on purpose."""
LEAST = 2
"""A block of more rows than this shows that a list leaves bodies out on purpose."""
_GOES_ON = re.compile(
    r"^(?:\(?\s*(?:and|also)\b|&|\+)\s*(?:for|of|represents|representing)?[\s:]*", re.IGNORECASE
)
_TO_COME = re.compile(r"(?:[,;/&+]|\band)$", re.IGNORECASE)


def with_dittos(place: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the rows with what stands above in place of "ditto", and a note of it."""
    notes: list[Problem] = []
    for column in [name for name in DITTO_COLUMNS if name in frame]:
        marks = [text for text in frame[column].dropna().unique() if text.casefold() in DITTO]
        said = frame[column].isin(marks)
        if marks and said.any():
            above = frame[column].mask(said).ffill()
            texts = frame[column].mask(said, above)
            frame = frame.assign(**{column: texts.where(texts.notna(), None)})
            rows = [int(row) for row in said.index[said]]
            message = f"“{marks[0]}” in {spans(rows)} is read as what stands above it."
            notes.append(Problem(place, rows[0], column, str(marks[0]), message, "", "note"))
    return frame, notes


def with_bodies(
    place: str, frame: pd.DataFrame, merged: Collection[int] = ()
) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the rows with the body above in the cells left blank, where bodies are written once each.

    In a list that writes other bodies in every row, that is done for the blocks which are clear. `merged` are
    the rows whose body a merged cell has filled already. A row that has nothing but the body goes, if the
    rows beneath it are that body's.
    """
    if "body" not in frame:
        return frame, []
    blank = frame["body"].isna()
    holds = frame[[column for column in HOLDERS if column in frame]].notna().any(axis=1)
    filled = frame["body"].ffill()
    taken = blank & holds & filled.notna()
    if not _written_once(frame["body"].mask(frame.index.isin(list(merged)))):
        taken &= _in_blocks(frame["body"])
    if not taken.any():
        return frame, []
    alone = frame.notna().sum(axis=1).eq(1) & ~blank & blank.shift(-1, fill_value=False)
    rows = [int(row) for row in taken.index[taken]]
    cells = f"the body of {counted(len(rows), 'row')} ({spans(rows, 4)})"
    message = f"{cells} is left blank and is taken from the row above."
    note = Problem(place, rows[0], "body", None, message, "", "note")
    bodies = frame["body"].where(~taken, filled)
    return frame.assign(body=bodies.where(bodies.notna(), None))[~alone], [note]


def _written_once(body: pd.Series[str]) -> bool:
    """Tell whether bodies are hardly ever written again in the row beneath, and more often left out."""
    again = body.notna() & body.eq(body.shift())
    blank, written = int(body.isna().sum()), int(body.notna().sum())
    return blank >= max(2, written) and int(again.sum()) <= ALIKE * written


def _in_blocks(body: pd.Series[str]) -> pd.Series[bool]:
    """Tell which blank cells stand in a block whose body is written in its first row alone.

    Such a block has no empty line, and its body is written nowhere else. One blank cell beneath a body may be
    a slip: it is taken so only where another block has two or more.
    """
    rows = pd.Series(body.index, index=body.index)
    block = (body.notna() | rows.diff().ne(1)).cumsum()
    once = body.map(body.value_counts()).eq(1).groupby(block).transform("first")
    size = block.map(block.value_counts())
    inside = body.isna() & once
    return inside & bool((inside & size.gt(LEAST)).any())


def with_continued(place: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the rows with the person above in rows that go on with a second organisation, and say so.

    A row goes on if it begins with "and", "also" or "&", or the organisation above ends in a comma or such.
    Where the organisation stands before the person, a row without a person is nothing to say more of.
    """
    columns = [column for column in frame.columns if column in ("person", "organisation")]
    if columns != ["person", "organisation"]:
        return frame, []
    lonely = frame["organisation"].notna() & frame["person"].isna()
    others = frame.columns.difference(["organisation", "body"])
    lonely &= frame[others].isna().all(axis=1) & frame["person"].shift().notna()
    if not lonely.any():
        return frame, []
    texts = frame.loc[lonely, "organisation"]
    above = frame["organisation"].shift()[lonely]
    goes_on = texts.map(_begins_so) | above.map(_ends_so, na_action="ignore").eq(other=True)
    return _continued(frame, texts.index[goes_on]), _said(place, frame, texts.index, goes_on)


def _begins_so(text: str) -> bool:
    return bool(_GOES_ON.match(text))


def _ends_so(text: str) -> bool:
    return bool(_TO_COME.search(text))


def _continued(frame: pd.DataFrame, rows: pd.Index[int]) -> pd.DataFrame:
    if rows.empty:
        return frame
    whole = frame.copy()
    whole.loc[rows, "person"] = frame["person"].shift()[rows]
    whole.loc[rows, "organisation"] = frame.loc[rows, "organisation"].map(_without_beginning)
    whole["organisation"] = whole["organisation"].map(_without_end, na_action="ignore")
    return whole.where(whole.notna(), None)


def _without_beginning(text: str) -> str:
    return _GOES_ON.sub("", text).strip(" )") or text


def _without_end(text: str) -> str:
    return _TO_COME.sub("", text).strip() or text


def _said(place: str, frame: pd.DataFrame, rows: pd.Index[int], goes_on: pd.Series[bool]) -> list[Problem]:
    told = []
    on, apart = ([int(row) for row in rows[marks]] for marks in (goes_on.to_numpy(), ~goes_on.to_numpy()))
    if on:
        go = "goes" if len(on) == 1 else "go"
        message = f"{spans(on)} {go} on from the row above: a second organisation of the same person."
        told.append(Problem(place, on[0], "organisation", None, message, "", "note"))
    if apart and len(apart) < frame["person"].notna().sum():
        message = f"{spans(apart)} {verb('names', len(apart))} an organisation and nobody, beneath a person."
        hint = "If it is a second organisation of that person, write the name again."
        told.append(Problem(place, apart[0], "organisation", None, message, hint, "warning"))
    return told
