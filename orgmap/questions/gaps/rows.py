"""The rows of the question who is missing: their columns, and what is said of how a finding names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.records import Weight
from orgmap.network import PREFIX

TEXTS = ("reason", "body", "who", "organisation", "strength", "state", "found", "reference", "detail")
NUMBERS = ("sits_on", "sisters", "invited", "attended", "places", "listed")
COLUMNS = (*TEXTS, *NUMBERS, "since", "months", "sheet", "row", "id_body", "id_organisation", "id_person")
"""The columns of the table, in order."""
INNER = {
    "asked": "Int64",
    "noun": "str",
    "kinds": "str",
    "cause": "str",
    "unclear": "str",
    "each": "boolean",
    "sure": "boolean",
}
"""What is needed beside: the number of the requirement, the kind of its bodies, the kinds of organisation it
asks for, why it cannot be told and of whom (a line each), whether each such organisation is asked for, and
whether all members of the body are listed."""
MISSING, THERE, NOT_TOLD = "missing", "there", "cannot be told"
TOLD = 5
"""No more things of one sort than this are told one by one; the others are counted."""

Row = dict[str, object]


def frame(rows: Iterable[Row]) -> pd.DataFrame:
    """Return rows as a table with all columns, those left out empty; index 0, 1, 2 ..."""
    whole = {*NUMBERS, "months", "row"}
    types = {name: "Int64" if name in whole else "str" for name in COLUMNS} | INNER
    made = list(rows)
    columns = {name: [_cell(row.get(name), kind) for row in made] for name, kind in types.items()}
    return pd.DataFrame({name: pd.Series(cells, dtype=types[name]) for name, cells in columns.items()})


def _cell(value: object, kind: str) -> object:
    """Return what stands in a column: no text is empty, any other unknown NA."""
    if kind == "str":
        return value if isinstance(value, str) else ""
    return None if pd.isna(value) else value  # type: ignore[call-overload]


def ids(**entities: object) -> Row:
    """Return the node ids of a row's body, organisation and person, empty where one is not known."""
    return {
        f"id_{mode}": PREFIX[mode] + entity if isinstance(entity, str) and entity else ""
        for mode, entity in entities.items()
    }


def origin(orgmap: OrgMap, table: str, row: object) -> Row:
    """Return the columns that say where a row of a table stands in the source."""
    sheet, line = orgmap.origin(table, row)
    return {"sheet": sheet, "row": line}


def finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    """Return a finding of some rows, about all that they name."""
    nodes = [node for mode in ("body", "organisation", "person") for node in rows[f"id_{mode}"].tolist()]
    subjects = tuple(dict.fromkeys(node for node in nodes if node))
    return Finding("gaps", weight, sentence, subjects, tuple(rows.index.tolist()))


def with_counts(names: Iterable[str]) -> list[str]:
    """Return each name once, with how often it is there in brackets, the most frequent first."""
    counts = Counter(names)
    return [f"{name} ({counts[name]:,})" for name in sorted(counts, key=lambda name: (-counts[name], name))]
