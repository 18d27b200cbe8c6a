"""An answer put together, the heaviest findings first; and what of an answer is about some bodies."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import get_args

import pandas as pd

from orgmap.model import Answer, Finding
from orgmap.model.records import Weight

_ORDER: dict[Weight, int] = {weight: place for place, weight in enumerate(get_args(Weight))}


def answer(question: str, title: str, findings: Iterable[Finding], table: pd.DataFrame) -> Answer:
    """Return an answer whose findings run from those that ask to act to those that only tell."""
    return Answer(question, title, tuple(sorted(findings, key=lambda finding: _ORDER[finding.weight])), table)


def narrowed(whole: Answer, nodes: Collection[str]) -> Answer:
    """Return the part of an answer that is about some nodes; nothing is worked out anew.

    It keeps the findings that have one of the nodes among their subjects, and the rows of the table that
    prove them or have one of the nodes in a column of ids; rows are numbered from 0 again.
    """
    findings = [finding for finding in whole.findings if not set(nodes).isdisjoint(finding.subjects)]
    table = whole.table
    ids = [column for column in table.columns if column == "id" or str(column).startswith("id_")]
    about = table[ids].isin(list(nodes)).any(axis=1) | table.index.isin(
        [row for finding in findings for row in finding.rows]
    )
    kept = table[about]
    places = {int(label): place for place, label in enumerate(kept.index)}
    moved = [replace(finding, rows=tuple(places[row] for row in finding.rows)) for finding in findings]
    return replace(whole, findings=tuple(moved), table=kept.reset_index(drop=True))
