"""Raw tables in, the validated OrgMap out: every problem found is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from orgmap.errors import Problem, Severity, SourceInvalid
from orgmap.model.columns import empty, typed
from orgmap.model.confirmed import Spellings, spellings
from orgmap.model.entities import (
    CONFIRMED,
    NOUNS,
    Directories,
    Resolver,
    declare,
    new_directories,
    with_mentioned,
)
from orgmap.model.labels import FULL, person_labels
from orgmap.model.orgmap import About, OrgMap, Origins
from orgmap.model.people import name_columns
from orgmap.model.raw import RawTable, Source
from orgmap.model.rules import rule_problems
from orgmap.model.seats import resolve_seats
from orgmap.model.titles import called
from orgmap.vocabulary import TABLE, TABLES, Type

Tables = dict[str, pd.DataFrame]


def check(source: Source) -> OrgMap:
    """Return the validated map of a source, with its warnings.

    Raises:
        SourceInvalid: something in the source is an error; it carries every problem found, warnings too.
    """
    problems: list[Problem] = list(source.problems)
    raws = {table.name: source.tables.get(table.name) or _no_table(table.name) for table in TABLES}
    tables = _typed_tables(raws, problems)
    confirmed = _confirmed(tables, raws, problems)
    directories = new_directories(confirmed)
    _declare_entities(tables, raws, directories, problems)
    resolver = Resolver(directories, (name for name in NOUNS if not raws[name].frame.empty))
    _resolve_tables(tables, raws, resolver)
    seats, people, found = resolve_seats(tables, raws, resolver)
    told = set(problems)
    problems += [*resolver.problems, *(one for one in found if one not in told), *resolver.notes()]
    tables |= {"seats": seats, "people": people, **_grown(tables, directories)}
    problems += rule_problems(tables, raws)
    if any(problem.severity == "error" for problem in problems):
        raise SourceInvalid(problems)
    made = replace(_orgmap(tables, problems), origins=_origins(raws))
    return called(made, source.titles)


def _no_table(name: str) -> RawTable:
    return RawTable(name, name, pd.DataFrame(index=pd.Index([], dtype="int64", name="row")), {})


def _typed_tables(raws: dict[str, RawTable], problems: list[Problem]) -> Tables:
    tables: Tables = {}
    for name, raw in raws.items():
        if raw.frame.empty:
            tables[name] = empty(TABLE[name])
            continue
        tables[name], found = typed(raw)
        problems += found
    tables["people"] = name_columns(tables["people"], raws["people"])
    return tables


def _confirmed(tables: Tables, raws: dict[str, RawTable], problems: list[Problem]) -> dict[str, Spellings]:
    confirmed = {}
    for table, kind in CONFIRMED.items():
        confirmed[table], found = spellings(tables["names"], kind, raws["names"])
        problems += [problem for problem in found if problem not in problems]
    return confirmed


def _declare_entities(
    tables: Tables, raws: dict[str, RawTable], directories: Directories, problems: list[Problem]
) -> None:
    for name in NOUNS:
        tables[name], found = declare(tables[name], raws[name], directories[name])
        problems += found


def _resolve_tables(tables: Tables, raws: dict[str, RawTable], resolver: Resolver) -> None:
    """Replace names by ids in the reference columns of every table but seats, whose seats need more."""
    for table in TABLES:
        for column in table.columns:
            if column.type is Type.REFERENCE and table.name != "seats":
                frame, target = tables[table.name], column.refers_to[0]
                frame[column.name] = resolver.ids(raws[table.name], column.name, frame, (target,))[target]


def _grown(tables: Tables, directories: Directories) -> Tables:
    return {name: with_mentioned(tables[name], directories[name]) for name in NOUNS if name != "people"}


def _orgmap(tables: dict[str, Any], problems: Iterable[Problem]) -> OrgMap:
    about = tables.pop("about")
    first = about.drop(columns="row").iloc[0].dropna().to_dict() if len(about) else {}
    facts = About(**{str(name): str(value) for name, value in first.items()})
    people = tables.pop("people")
    labelled = people.assign(label=person_labels(people, tables["organisations"], FULL))
    return OrgMap(
        about=facts,
        people=labelled,
        warnings=_of(problems, "warning"),
        notes=_of(problems, "note"),
        **tables,
    )


def _origins(raws: Mapping[str, RawTable]) -> Origins:
    """Return where the rows of those tables come from that have more than one sheet or file."""
    several = {name: raw.origins for name, raw in raws.items() if raw.origins}
    return {name: rows for name, rows in several.items() if len({place for place, _ in rows.values()}) > 1}


def _of(problems: Iterable[Problem], severity: Severity) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity == severity)
