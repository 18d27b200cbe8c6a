"""Any tables: what the vocabulary allows and more, drawn for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from orgmap.vocabulary import TABLES, Column, Table, Type
from tests.builders import Record

NAMES = [
    "Board",
    "Forum",
    "Group",
    "Police",
    "Ann Example",
    "J Smith",
    "p1",
    "Vacant",
    "TBC",
    "<b>&",
    "a;b",
    "…",
]
TEXTS = {
    Type.DATE: ["2003", "2004-02", "29/02/2004", "2005"],
    Type.NUMBER: ["0", "1.5", "50%"],
    Type.WHOLE: ["0", "12"],
    Type.FLAG: ["yes", "no"],
    Type.URL: ["https://example.org", "nowhere"],
}


def texts(column: Column) -> st.SearchStrategy[str | None]:
    """Draw what may stand in a column, or nothing where it may be empty."""
    listed = column.closed_list.values if column.closed_list and column.type is Type.CHOICE else ()
    known = [*(listed or TEXTS.get(column.type, NAMES))]
    return st.sampled_from(known if column.required else [None, *known])


def rows(table: Table) -> st.SearchStrategy[list[Record]]:
    """Draw a few rows of a table, entities by different names."""
    columns = {column.name: texts(column) for column in table.columns if column.name not in ("id", "until")}
    own = table.key or "none"
    return st.lists(
        st.fixed_dictionaries(columns),
        max_size=8 if table.name == "seats" else 3,
        unique_by=(lambda row: row[own]) if table.key else None,
    )


ANY_TABLES = st.fixed_dictionaries({table.name: rows(table) for table in TABLES})
"""Rows for every table, by the table's name."""
