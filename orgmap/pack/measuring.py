"""The measures of a map by name, as tables in each form."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.measures import (
    MEASURES,
    Level,
    Measure,
    Mode,
    key_player_table,
    map_table,
    measures_named,
    node_table,
    robustness_table,
    tie_table,
)
from orgmap.model.wording import joined
from orgmap.pack.opening import Opened
from orgmap.questions.seating import Seating, seating
from orgmap.views.glossary import range_in_words
from orgmap.views.tables import csv_text
from orgmap.write import workbook
from orgmap.write.tables import parquet_file

LEVELS: dict[str, Level] = {
    "nodes": "node",
    "pairs-of-bodies": "tie",
    "pairs-of-members": "tie",
    "whole-map": "map",
}
"""The level of the measures in each table."""
SETS = {"key-players": key_player_table, "robustness": robustness_table}
"""The tables that are made whole, whatever measures are named."""
SHEETS = {
    "nodes": "bodies and members",
    "pairs-of-bodies": "pairs of bodies",
    "pairs-of-members": "pairs of members",
    "whole-map": "the whole map",
    "key-players": "key players",
    "robustness": "robustness",
}
"""What each table is of, in words."""
SINGLE = ("csv", "parquet")
"""The forms that hold one table."""
BASIC = ("degree", "closeness", "betweenness")
"""The measures of bodies and members in a pack."""
_EXPLAINED = (
    "measure", "title", "meaning", "range", "not_known_when", "depends_on_who_is_in_the_file",
    "definition", "reference", "doi",
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What is wanted: measures by name (none: all), and tables (none: those that fit).

    `every`: all pairs, also those that share nobody. `settled`: seats that the law requires are taken as
    given, and organisations whose area lies apart from a body's as unable to sit there, where chance is
    reckoned with.
    """

    names: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    every: bool = False
    settled: bool = False


@dataclass(frozen=True)
class Note:
    """What must be said with the values of a table."""

    table: str
    note: str

    def __str__(self) -> str:
        return f"{self.table[0].upper()}{self.table[1:]}: {self.note}"


@dataclass(frozen=True)
class Measured:
    """Tables by name, and what must be said with them."""

    title: str
    tables: Mapping[str, pd.DataFrame]
    notes: tuple[Note, ...]

    @property
    def measures(self) -> list[Measure]:
        """The measures that the tables hold."""
        held = {
            (LEVELS[name], column)
            for name, table in self.tables.items()
            if name in LEVELS
            for column in _names(table, LEVELS[name])
        }
        return [measure for measure in MEASURES if (measure.level, measure.name) in held]

    def written(self, form: str) -> str | bytes:
        """Return the tables as csv or parquet (one table), xlsx or json (all, with what they mean)."""
        if form == "csv":
            return csv_text(*self.tables.values())
        if form == "parquet":
            return parquet_file(*self.tables.values())
        return self._json() if form == "json" else self._workbook()

    def _workbook(self) -> bytes:
        sheets = {SHEETS[name]: table for name, table in self.tables.items()}
        explained = {"measures": explanations(self.measures)}
        notes = {"notes": pd.DataFrame(map(vars, self.notes), dtype="str")} if self.notes else {}
        return workbook(self.title, {**sheets, **explained, **notes})

    def _json(self) -> str:
        tables = {name.replace("-", "_"): table for name, table in self.tables.items()}
        parts = {**tables, "measures": explanations(self.measures)}
        whole: dict[str, object] = {"title": self.title, "notes": [vars(note) for note in self.notes]}
        whole |= {name: _records(table) for name, table in parts.items()}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Plan:
    """Which tables to make for a form, and which fit the names but are left out."""

    wanted: Wanted
    tables: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def planned(wanted: Wanted, form: str) -> Plan:
    """Return what to make of what is wanted, in a form; no source is needed for it.

    Where no table is named, a form of one table gets that of the measures named (of bodies and members where
    none is), any other form every table that has a measure named.

    Raises:
        CallInvalid: there is no such measure, no such table, or one table is to hold what needs several.
    """
    levels = {measure.level for measure in measures_named(wanted.names)}
    fitting = [name for name, level in LEVELS.items() if not levels or level in levels]
    fitting += [] if levels else list(SETS)
    chosen = wanted.tables or _usual(fitting, levels, form)
    _check(chosen, fitting, wanted.names, form)
    left_out = () if wanted.tables else tuple(SHEETS[name] for name in fitting if name not in chosen)
    return Plan(wanted, tuple(name for name in SHEETS if name in chosen), left_out)


def measured(shown: Opened, plan: Plan) -> Measured:
    """Return measures of a map as planned."""
    given = _settled(shown) if plan.wanted.settled else None
    tables = {name: _table(shown, name, plan.wanted, given) for name in plan.tables}
    notes = [Note(SHEETS[name], note) for name, table in tables.items() for note in table.attrs["notes"]]
    settled = [Note("all tables", given.note)] if given else []
    return Measured(shown.orgmap.title, tables, (*settled, *notes))


def basic_table(shown: Opened) -> pd.DataFrame:
    """Return a row for each body and member: `id`, `label`, `kind` and the measures of a pack."""
    return node_table(shown.affiliation, BASIC).rename_axis("id").reset_index()


def explanations(measures: Iterable[Measure]) -> pd.DataFrame:
    """Return a row for each measure: what it means, its range, when it is not known, and its source."""
    rows = [
        (one.name, one.title, one.plain, range_in_words(one.range), one.undefined,
         "yes" if one.depends_on_file else "no", one.variant, one.reference, one.doi)
        for one in measures
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(_EXPLAINED), dtype="str")


def _usual(fitting: Sequence[str], levels: set[Level], form: str) -> Sequence[str]:
    return fitting if form not in SINGLE or len(levels) > 1 else fitting[:1]


def _check(chosen: Sequence[str], fitting: Sequence[str], names: Sequence[str], form: str) -> None:
    wrong = [SHEETS[name] for name in chosen if name not in fitting]
    if wrong:
        raise CallInvalid(f"none of {joined(names)} is a measure of {joined(wrong)}.")
    if form in SINGLE and len(chosen) > 1:
        what = joined([SHEETS[name] for name in chosen])
        raise CallInvalid(
            f"a .{form} file holds one table, and this is about {what}; take one, or write .xlsx or .json."
        )


def _settled(shown: Opened) -> Seating:
    return seating(shown.orgmap, shown.affiliation, shown.answers["gaps"])


def _table(shown: Opened, name: str, wanted: Wanted, given: Seating | None) -> pd.DataFrame:
    """Return one table, its ids in a column of their own."""
    if name in SETS:
        return SETS[name](shown.affiliation)
    level = LEVELS[name]
    of_level = {measure.name for measure in MEASURES if measure.level == level}
    names = [one for one in wanted.names if one in of_level] or None
    if level == "node":
        return node_table(shown.affiliation, names).rename_axis("id").reset_index()
    if level == "map":
        return map_table(shown.affiliation, names).reset_index()
    mode: Mode = "body" if name == "pairs-of-bodies" else "member"
    structure = {"ones": given.ones, "zeros": given.zeros} if given else {}
    return tie_table(shown.affiliation, names, mode, every=wanted.every, structure=structure)


def _names(table: pd.DataFrame, level: Level) -> Iterable[str]:
    """Return the names of the measures in a table, among other columns."""
    return table["measure"].tolist() if level == "map" else table.columns.tolist()


def _records(table: pd.DataFrame) -> list[dict[Hashable, object]]:
    return table.astype(object).where(table.notna(), None).to_dict("records")
