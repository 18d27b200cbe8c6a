"""The table of people with surnames last: seats name them so."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.raw import RawTable, Source
from orgmap.read.splitting.kinds import Known
from orgmap.read.splitting.marks import line
from orgmap.read.splitting.names import in_order


def with_names_in_order(source: Source) -> Source:
    """Return a source whose people are named forename first; the name as written stays as one more name."""
    people = source.tables.get("people")
    if people is None or people.frame.empty:
        return source
    column = "name" if "name" in people.frame.columns else "person"
    turned = _turned(people.frame[column]) if column in people.frame.columns else {}
    if not turned:
        return source
    done = replace(people, frame=_renamed(people.frame, column, turned), extra=people.extra)
    problems = (*source.problems, *_notes(people, column, turned))
    return replace(source, tables={**source.tables, "people": done}, problems=problems)


def _turned(names: pd.Series[str]) -> dict[str, str]:
    """Return the names that have the surname first, each as it is said."""
    read = {text: line(text) for text in names.dropna().unique() if "," in text and ";" not in text}
    found = {
        text: in_order(one.segments, Known()) for text, one in read.items() if one and len(one.segments) == 2
    }
    return {text: segments[0].text for text, segments in found.items() if len(segments) == 1}


def _renamed(frame: pd.DataFrame, column: str, turned: dict[str, str]) -> pd.DataFrame:
    names = frame[column].tolist()
    also = frame["also_known_as"].tolist() if "also_known_as" in frame.columns else [None] * len(frame)
    return frame.assign(
        **{
            column: pd.Series([turned.get(name, name) for name in names], index=frame.index, dtype="object"),
            "also_known_as": pd.Series(
                [
                    _more(other, name if name in turned else None)
                    for name, other in zip(names, also, strict=True)
                ],
                index=frame.index,
                dtype="object",
            ),
        }
    )


def _more(others: str | None, name: str | None) -> str | None:
    return "; ".join(one for one in (others, name) if one) or None


def _notes(people: RawTable, column: str, turned: dict[str, str]) -> list[Problem]:
    rows = people.frame[column]
    return [
        people.note(int(rows.index[rows == text][0]), column, text, f"“{text}” is read as {name}.")
        for text, name in turned.items()
    ]
