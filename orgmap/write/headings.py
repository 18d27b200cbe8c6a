"""The vocabulary's names as an officer reads them on sheets: On behalf of, Area units."""

from __future__ import annotations

_CAPITALS = {"id": "ID", "url": "URL"}


def heading(column: str) -> str:
    """Return the heading of a column; the reader knows it as the column's name."""
    return _CAPITALS.get(column) or sheet_name(column)


def sheet_name(table: str) -> str:
    """Return the name of a table's sheet; the reader knows it as the table's name."""
    return table.replace("_", " ").capitalize()
