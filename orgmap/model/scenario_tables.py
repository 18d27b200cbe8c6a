"""The columns of a map that hold ids of bodies and organisations, and how one id is put for others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from orgmap.matching import normal
from orgmap.model.orgmap import OrgMap

Tables = dict[str, Any]
Columns = Mapping[str, tuple[str, ...]]

BODY_COLUMNS: Columns = {
    "seats": ("body", "employer_body", "for_body"),
    "not_in_force": ("body", "employer_body", "for_body"),
    "bodies": ("part_of", "replaced_by"),
    "closed_bodies": ("part_of", "replaced_by"),
    "links": ("from_body", "to_body"),
    "issues": ("body",),
    "protocols": ("body_a", "body_b"),
    "agreements": ("body",),
    "expected": ("body",),
}
ORGANISATION_COLUMNS: Columns = {
    "seats": ("organisation", "represents"),
    "not_in_force": ("organisation", "represents"),
    "bodies": ("organisation",),
    "closed_bodies": ("organisation",),
    "organisations": ("part_of", "replaced_by"),
    "people": ("organisation",),
    "people_aside": ("organisation",),
    "issues": ("organisation",),
    "expected": ("organisation",),
}
LINKS = ["from_body", "to_body", "kind"]
ISSUES = ["issue", "body", "organisation"]
EXPECTED = ["body_kind", "body", "organisation_kind", "sector", "organisation", "post"]


def renamed(orgmap: OrgMap, columns: Columns, ids: Mapping[str, str]) -> Tables:
    """Return the tables of a map in which ids stand for others, in the columns given."""
    return {name: put(getattr(orgmap, name), of, ids) for name, of in columns.items()}


def put(table: pd.DataFrame, columns: tuple[str, ...], ids: Mapping[str, str]) -> pd.DataFrame:
    """Return a table with ids put for others in some columns; a table without rows as it is."""
    if table.empty:
        return table
    made = {
        column: table[column].map(lambda one: ids.get(one, one), na_action="ignore").astype("str")
        for column in columns
    }
    return table.assign(**made)


def called(table: pd.DataFrame, name: str) -> list[str]:
    """Return the ids of the bodies or organisations whose name, short name or id is this."""
    texts = (table["name"], table["short_name"].fillna(value=""), table.index.to_series())
    wanted = normal(name)
    return [
        str(one)
        for one in table.index[
            [any(normal(text) == wanted for text in row) for row in zip(*texts, strict=True)]
        ]
    ]


def without(table: pd.DataFrame, column: str, value: str) -> pd.DataFrame:
    """Return a table without a value in a column; NaN stands there."""
    return table.assign(**{column: table[column].where(table[column] != value)}) if len(table) else table


def agreed(rows: pd.DataFrame, column: str) -> object:
    """Return the value that all rows have in a column, NaN where they differ or one has none."""
    values = rows[column]
    return values.iloc[0] if values.notna().all() and values.nunique() == 1 else None
