"""Attributes of vertices and ties as columns of orgmap's tables, where they are called so and fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from orgmap.errors import Problem
from orgmap.model.cells import read_cell
from orgmap.read.networks.network import Facts, header
from orgmap.read.networks.spans import date_of
from orgmap.vocabulary import TABLE, Column, Type

DRAWING = frozenset(
    (
        "x", "y", "z", "size", "width", "height", "color", "colour", "shape", "position", "opacity", "radius",
        "thickness", "r", "g", "b", "a", "weight", "degree", "font", "fontsize", "penwidth", "style", "fill",
        "border", "image", "viz", "pinned", "selected",
    )
)  # fmt: skip
"""Attributes, in their normal form, that say how a network is drawn or measured."""


@dataclass(frozen=True)
class Columns:
    """Which attribute is which column of a table, which of them are dates, and what does not fit."""

    column: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    dates: frozenset[str] = frozenset()

    @property
    def headers(self) -> dict[str, str]:
        """Return what the file calls each column."""
        return {column: name for name, column in self.column.items()}

    def cells(self, facts: Facts) -> Facts:
        """Return the attributes that are columns, under the columns' names."""
        return {
            self.column[name]: (date_of(text) or text) if name in self.dates else text
            for name, text in facts.items()
            if name in self.column
        }

    def further(self, facts: Facts, without: Collection[str] = ()) -> Facts:
        """Return the attributes that are no columns, less those `without`, given in normal form."""
        return {
            name: text
            for name, text in facts.items()
            if name not in self.column and header(name) not in without
        }


def columns_of(
    table: str, place: str, facts: Sequence[Facts], apart: Collection[str], own: Collection[str] = ()
) -> Columns:
    """Return which attributes are columns of a table: called so, and fit in every value.

    `apart` holds attributes, in their normal form, that are none; `own` columns that are filled otherwise. A
    column's own name comes before a synonym.
    """
    columns = TABLE[table].by_name
    chosen: dict[str, str] = {}
    problems: list[Problem] = []
    for name, column in _called(table, facts, DRAWING | set(apart)):
        if column in own or column in chosen.values():
            continue
        wrong = _misfit(columns[column], dict.fromkeys(each[name] for each in facts if name in each))
        if wrong is None:
            chosen[name] = column
        else:
            problems.append(_unfit(place, name, column, wrong))
    dates = frozenset(name for name, column in chosen.items() if columns[column].type is Type.DATE)
    return Columns(chosen, tuple(problems), dates)


def _called(table: str, facts: Sequence[Facts], apart: Collection[str]) -> list[tuple[str, str]]:
    """Return the attributes that are called like a column, with it; those that have its own name first."""
    known = TABLE[table].headers()
    names = dict.fromkeys(name for each in facts for name in each)
    pairs = [(name, known[header(name)]) for name in names if header(name) in known]
    kept = [pair for pair in pairs if header(pair[0]) not in apart]
    return sorted(kept, key=lambda pair: header(pair[0]) != pair[1].replace("_", " "))


def _misfit(column: Column, texts: Collection[str]) -> str | None:
    """Return a text that the column cannot hold, or None."""
    if column.type is Type.DATE:
        return next((text for text in texts if date_of(text) is None), None)
    for text in texts:
        value, fault = read_cell(text, column)
        refused = fault is not None and (fault.severity == "error" or column.type is Type.URL)
        if refused and value is None:
            return text
    return None


def _unfit(place: str, name: str, column: str, text: str) -> Problem:
    shown, called = text[:80], column.replace("_", " ")
    message = f"this is not read as {called}, because “{shown}” cannot be one; it is carried along."
    hint = "Correct the value, or call the attribute something else."
    return Problem(place, None, name, text, message, hint, "warning")
