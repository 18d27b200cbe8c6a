"""The checklist as CSV: a row for each sheet, to be filled in a spreadsheet and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from orgmap.views.tables import csv_text
from orgmap.vocabulary.ticked import NOT_SAID, TICKED_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgmap.views.checklist.records import Checklist, Contents, Section

MOST_SIDES = 200
"""A row stands for no more pairs than this: a spreadsheet cuts a cell of more than 32,767 letters."""
Line = dict[str, object]


def checklist_lines(whole: Checklist, title: str) -> str:
    """Return every protocol and agreement, and each pair and set that has a reason for one, as CSV.

    Columns: those of `TICKED_COLUMNS`; `title` is that of the map.
    """
    lines = [line for section in whole.sections if section.wanted for line in _section(section)]
    for agreement in whole.agreements:
        about: Line = {"kind": "agreement", "bodies": agreement.body, "trouble": agreement.trouble}
        lines += _contents(agreement.contents, about)
    made = {column: [line.get(column) for line in lines] for column in TICKED_COLUMNS}
    return csv_text(pd.DataFrame(made | {"map": title}, columns=list(TICKED_COLUMNS), dtype="object"))


def _section(section: Section) -> Iterator[Line]:
    about: Line = {
        "kind": section.kind,
        "bodies": section.title,
        "why": section.why,
        "trouble": section.trouble,
    }
    for contents in section.contents:
        yield from _contents(contents, about)


def _contents(contents: Contents, about: Line) -> Iterator[Line]:
    """Yield the line of a protocol or an agreement; several of one that is of very many pairs."""
    known: Line = {point.name: point.now for point in contents.points if point.now != NOT_SAID}
    facts = {name: getattr(contents, name) for name in ("status", "agreed", "review_by", "owner", "document")}
    said = {"protocol": contents.name, "issue": contents.issue, **facts, "note": contents.note, **known}
    parts = range(0, len(contents.sides), MOST_SIDES)
    for number, start in enumerate(parts, start=1):
        sides = contents.sides[start : start + MOST_SIDES]
        part = f"{about['bodies']} (part {number} of {len(parts)})" if len(parts) > 1 else about["bodies"]
        yield {**about, **said, "bodies": part, **_bodies(sides)}


def _bodies(sides: Sequence[tuple[str, ...]]) -> Line:
    """Return the bodies of pairs in two cells, and how many pairs they are; of an agreement in one cell."""
    if len(sides[0]) == 1:
        return {"body_a": sides[0][0]}
    a, b = zip(*sides, strict=True)
    return {"pairs": len(sides), "body_a": "; ".join(a), "body_b": "; ".join(b)}
