"""A checklist that somebody ticked, taken into the map: its protocols and agreements are updated or added."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.columns import typed
from orgmap.model.orgmap import OrgMap
from orgmap.model.raw import RawTable
from orgmap.model.signed import Called, Names, Register, Sheet
from orgmap.model.wording import counted, joined
from orgmap.vocabulary import TABLE
from orgmap.vocabulary.ticked import TICKED_FACTS, TICKED_POINTS

SAID = {name: (*TICKED_FACTS, *points, "note") for name, points in TICKED_POINTS.items()}
"""What a sheet may say, for each table."""
NOUNS = {"protocols": "protocol", "agreements": "agreement"}


@dataclass(frozen=True)
class TickedFile:
    """A checklist as it was read: a row for each sheet.

    `title` is that of the map it was made of, if it says so. `tables` holds the rows of protocols and of
    agreements; `body_a` and `body_b` of protocols are the bodies of each pair in turn, parted by semicolons,
    and `bodies` is what the sheet is called. `cleared` are the cells, as row and column, that are to be
    emptied; `problems` what could not be used.
    """

    name: str
    title: str | None
    tables: Mapping[str, RawTable]
    cleared: frozenset[tuple[int, str]] = frozenset()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Taken:
    """A map with what was ticked in it, and in a sentence how much that was."""

    orgmap: OrgMap
    sentence: str


def with_ticks(orgmap: OrgMap, file: TickedFile) -> Taken:
    """Return the map with what a checklist says of its protocols and agreements; all else stays.

    A cell that is filled takes the place of the map's, and each such change is among the map's notes; one
    that is empty changes nothing; one that is to be cleared empties the map's.

    Raises:
        SourceInvalid: the checklist is of another map, or has errors; it carries all problems.
    """
    names = Names(orgmap)
    _refuse_other(orgmap, file, names)
    problems: list[Problem] = list(file.problems)
    sheets = {name: _sheets(raw, file, names, problems) for name, raw in file.tables.items()}
    registers = {name: Register(name, getattr(orgmap, name)) for name in sheets}
    for name, found in sheets.items():
        for sheet in found:
            registers[name].take(sheet)
    problems += [problem for register in registers.values() for problem in register.problems]
    if any(problem.severity == "error" for problem in problems):
        raise SourceInvalid(problems)
    changed = {name: register.table() for name, register in registers.items()}
    taken = replace(
        orgmap,
        protocols=changed.get("protocols", orgmap.protocols),
        agreements=changed.get("agreements", orgmap.agreements),
        warnings=(*orgmap.warnings, *_of(problems, "warning")),
        notes=(*orgmap.notes, *_of(problems, "note")),
    )
    return Taken(taken, _sentence(file.name, registers))


def _of(problems: list[Problem], severity: str) -> Iterator[Problem]:
    return (problem for problem in dict.fromkeys(problems) if problem.severity == severity)


def _refuse_other(orgmap: OrgMap, file: TickedFile, names: Names) -> None:
    """Refuse a checklist of another map: of another title with few bodies in common, or with none.

    A title that is only that of a list or a file may be another one next year, so it does not count.
    """
    texts = {text for raw in file.tables.values() for text in _bodies(raw)}
    known = sum(names.id_of(text) is not None for text in texts)
    other = None not in (file.title, orgmap.given_title) and file.title != orgmap.title
    if not texts or known > (len(texts) / 2 if other else 0):
        return
    from_where = f"was saved from the checklist of “{file.title}”" if other else "is of another map"
    message = (
        f"this {from_where}; “{orgmap.title}” knows {known or 'none'} of the {counted(len(texts), 'body')} "
        "that it names."
    )
    hint = "Name the source that it was made of, or save the checklist of this one and tick that."
    raise SourceInvalid([Problem(file.name, None, None, None, message, hint)])


def _bodies(raw: RawTable) -> Iterator[str]:
    for column in ("body", "body_a", "body_b"):
        if column in raw.frame.columns:
            for text in raw.frame[column].dropna():
                yield from parted(text)


def parted(text: str) -> list[str]:
    """Return the names in a cell, which are parted by semicolons."""
    return [part for piece in text.split(";") if (part := piece.strip())]


def _sheets(raw: RawTable, file: TickedFile, names: Names, problems: list[Problem]) -> list[Sheet]:
    """Return the sheets of a table that say anything, and add what is wrong with them to the problems."""
    frame, found = typed(raw)
    problems += found
    titles = raw.frame["bodies"] if "bodies" in raw.frame.columns else pd.Series(dtype="object")
    sheets = []
    for record in frame.to_dict("records"):
        row = int(record["row"])
        said: dict[str, str | None] = {
            column: text for column in _columns(raw.name) if isinstance(text := record[column], str)
        }
        said |= {column: None for column in _columns(raw.name) if (row, column) in file.cleared}
        if not said and raw.frame.loc[row, list(_columns(raw.name))].isna().all():
            continue
        called = Called(_text(record.get("protocol")), _text(record.get("issue")), _text(titles.get(row)))
        sides, wrong = _sides(raw, row, record, names)
        problems += wrong
        sheets.append(Sheet(raw, row, called, sides, said))
    return sheets


def _columns(name: str) -> tuple[str, ...]:
    return tuple(column for column in SAID[name] if column in TABLE[name].by_name)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _sides(
    raw: RawTable, row: int, record: Mapping[object, object], names: Names
) -> tuple[tuple[tuple[str, ...], ...], list[Problem]]:
    """Return the ids of the bodies of each pair, or of the one body of an agreement."""
    columns = ("body",) if raw.name == "agreements" else ("body_a", "body_b")
    problems: list[Problem] = []
    found = [_ids(raw, row, column, _text(record[column]), names, problems) for column in columns]
    longest = max(map(len, found))
    if problems or not all(found):
        return (), problems
    if any(len(ids) not in (1, longest) for ids in found):
        a, b = (counted(len(ids), "body") for ids in found)
        message = f"body_a names {a} and body_b {b}, so they are no pairs."
        return (), [raw.problem(row, "body_b", None, message, "Name as many in each, or one in one of them.")]
    pairs = tuple(zip(*(ids * longest if len(ids) == 1 else ids for ids in found), strict=True))
    if any(len(set(pair)) < len(pair) for pair in pairs):
        return (), [raw.problem(row, "body_b", None, "body_a and body_b are the same.", "Name two bodies.")]
    return pairs, []


def _ids(raw: RawTable, row: int, column: str, text: str, names: Names, problems: list[Problem]) -> list[str]:
    ids = []
    for name in parted(text):
        if (found := names.id_of(name)) is not None:
            ids.append(found)
        else:
            problems.append(raw.problem(row, column, name, *names.fault(name)))
    return ids


def _sentence(name: str, registers: Mapping[str, Register]) -> str:
    """Say how much was taken over: 2 new protocols and 1 changed agreement."""
    kinds: tuple[tuple[str, Callable[[Register], int]], ...] = (
        ("new", lambda register: register.new),
        ("changed", lambda register: register.changed),
    )
    told = [
        counted(count, f"{word} {NOUNS[table]}")
        for table, register in registers.items()
        for word, number in kinds
        if (count := number(register))
    ]
    if not told:
        return f"{name} says nothing that the source does not say."
    return f"Took {joined(told)} from {name}."
