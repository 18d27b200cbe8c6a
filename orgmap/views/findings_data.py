"""Findings for other programs: JSON with the tables that prove them, and one table of all sentences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from orgmap.views.findings import HEADINGS
from orgmap.views.subjects import Subject, subjects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgmap.model import Answer, Finding, OrgMap


def findings_json(orgmap: OrgMap, answers: Sequence[Answer], notes: Sequence[str] = ()) -> str:
    """Return answers as JSON: `title`, `as_at`, `names`, `notes` and `questions`.

    `as_at` is ISO text or null; `names` is full, posts or none. Each question has `question` (its short
    name), `title`, `findings` and `table`. A finding has `weight` (act, look, know), `sentence`, `subjects`
    (each with `id`, `label`, `kind`: body, organisation, person) and `rows`, the places from 0 in `table` of
    the rows that prove it. `table` has an object for each row; what is not known is null.
    """
    known = subjects(orgmap, answers)
    told = {
        "title": orgmap.title,
        "as_at": orgmap.as_at,
        "names": orgmap.withheld.mode,
        "notes": list(notes),
        "questions": [
            {
                "question": one.question,
                "title": one.title,
                "findings": [_finding(finding, known) for finding in one.findings],
                "table": _records(one.table),
            }
            for one in answers
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def findings_table(orgmap: OrgMap, answers: Sequence[Answer]) -> pd.DataFrame:
    """Return a row for each finding: `question`, `weight` in words, `finding`, and whom it is `about`."""
    known = subjects(orgmap, answers)
    rows = [
        (
            one.title,
            HEADINGS[finding.weight],
            finding.sentence,
            "; ".join(known[node].label for node in finding.subjects),
        )
        for one in answers
        for finding in one.findings
    ]
    return pd.DataFrame(rows, columns=["question", "weight", "finding", "about"], dtype="str")


def _finding(finding: Finding, known: Mapping[str, Subject]) -> dict[str, Any]:
    return {
        "weight": finding.weight,
        "sentence": finding.sentence,
        "subjects": [known[node]._asdict() for node in finding.subjects],
        "rows": [int(row) for row in finding.rows],
    }


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    columns = {str(name): [_value(value) for value in table[name].tolist()] for name in table.columns}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _value(value: object) -> object:
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(value) if np.isfinite(value) else None
    return None if value is None or value is pd.NA or value is pd.NaT else str(value)
