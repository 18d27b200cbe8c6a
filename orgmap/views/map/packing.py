"""Rows as columns, in which what is said often is written once: the same facts in a fraction of the bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence


def packed(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> dict[str, Any]:
    """Return rows as columns with `count`, how many there are; a column without any value is left out."""
    found = {name: [row.get(name) for row in rows] for name in names}
    columns = {
        name: _column(values) for name, values in found.items() if any(value is not None for value in values)
    }
    return {"count": len(rows), **columns}


def _column(values: list[Hashable]) -> Any:
    """Return the values in the shortest of three forms.

    That is all of them; the `few` that are known, by their index; or each different one once (`of`) with
    where it stands (`at`).
    """
    known = {index: value for index, value in enumerate(values) if value is not None}
    if len(known) * 4 < len(values):
        return {"few": known}
    different = dict.fromkeys(values)
    if len(different) * 2 > len(values):
        return values
    number = {value: index for index, value in enumerate(different)}
    return {"of": list(different), "at": [number[value] for value in values]}
