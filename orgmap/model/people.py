"""Who holds each seat: names and posts read as people, and nobody merged without the user's word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import identity, normal, person_name
from orgmap.model.distinct import Marks, Numbered, Numbers, numbered, spread, together
from orgmap.model.people_index import PeopleIndex, where
from orgmap.model.people_table import Held, all_people
from orgmap.model.raw import RawTable
from orgmap.model.wording import listing
from orgmap.vocabulary import NOT_PEOPLE, VACANT

Context = tuple[str | None, str | None, str | None, str | None]
"""What tells one holder from another: the name, or else the post; the organisation, or else the body."""


@dataclass(frozen=True)
class Holders:
    """The holder of each seat (a person's id or NaN), its status, the people found, and the problems."""

    person: pd.Series[str]
    people: pd.DataFrame
    status: pd.Series[str]
    problems: tuple[Problem, ...]


def name_columns(people: pd.DataFrame, raw: RawTable) -> pd.DataFrame:
    """Return the people table with `person` and `name` filled from one another where one is missing.

    A `person` cell that is a bare code (digits, or one lower-case word) is no name.
    """
    person, name = people["person"], people["name"]
    is_name = ~person.str.fullmatch(r"[\w.:/\-]*\d[\w.:/\-]*|[a-z0-9]+(?:[-_.:/]{1,2}[a-z0-9]+)*", na=True)
    coded = "person" in raw.frame.columns and bool(name.notna().any())
    named = name.where(name.notna() | coded, person.where(is_name))
    code = person.where(~is_name)
    return people.assign(person=person.where(person.notna(), name), name=named, source_id=code)


def holders(seats: pd.DataFrame, raw: RawTable, index: PeopleIndex) -> Holders:
    """Return who holds each seat. `seats` has text in `person`, ids in `body`, `organisation`, `represents`.

    Nobody holds a vacant seat, whatever name or post it gives.
    """
    named = numbered(seats["person"])
    vacant, unknown = (
        named.marks(partial(is_nobody, words=words, index=index)) for words in (VACANT, NOT_PEOPLE)
    )
    status = _status(seats["status"], pd.Series(vacant, index=seats.index))
    filled = (status != "vacant").to_numpy(dtype=bool)
    written = named.where(~vacant & ~unknown & filled)
    held = seats.assign(post=seats["post"].where(filled))
    numbers, contexts = _contexts(held, written)
    found = [_holder(context, index) for context in contexts]
    person = spread([ids[0] if ids else None for ids in found], numbers, seats.index)
    several = np.array([len(ids) > 1 for ids in found], dtype=bool)[numbers]
    ambiguous = [
        (row, contexts[number][0], found[number])
        for row, number in zip(seats.loc[several, "row"], numbers[several].tolist(), strict=True)
    ]
    people = Held(numbered(person), written)
    problems = [
        *_ambiguities(raw, ambiguous, index.people),
        *_said(raw, seats, vacant & (seats["status"] != "vacant").to_numpy(dtype=bool), unknown),
        *_left_out(raw, seats, ~vacant & ~unknown & (named.numbers >= 0) & ~filled),
        *_read_as_one(raw, seats["row"], people, index),
    ]
    return Holders(person, all_people(held, people, index), status, tuple(problems))


def stands_for(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text, or what it begins with, is one of the words in place of a name."""
    mark = normal(text.replace(".", ""))
    first = mark.split(" ")[0]
    return mark in words or (len(first) > 2 and first in words) or (not mark and words is NOT_PEOPLE)


def is_nobody(text: str, words: frozenset[str], index: PeopleIndex) -> bool:
    """Tell whether a text stands for nobody: it begins with such a word, and is no id such as tbc--police."""
    return stands_for(text, words) and not ("--" in text and " " not in text and index.is_code(text))


def _status(status: pd.Series[str], vacant: pd.Series[bool]) -> pd.Series[str]:
    """Return the status of each seat: as written, but vacant where its holder is said to be, else filled."""
    return status.fillna("filled").mask((status.isna() | (status == "filled")) & vacant, "vacant")


def _contexts(seats: pd.DataFrame, written: Numbered) -> tuple[Numbers, list[Context]]:
    """Return the number of the context of each seat, and the distinct contexts in order of arrival."""
    organisation = seats["organisation"].where(seats["organisation"].notna(), seats["represents"])
    of = numbered(organisation)
    post = numbered(seats["post"]).where(~written.marks(bool))
    body = numbered(seats["body"]).where(~of.marks(bool))
    columns = (written, post, of, body)
    numbers, rows = together(column.numbers for column in columns)
    contexts = zip(*(column.of(rows) for column in columns), strict=True)
    return numbers, list(contexts)


def _holder(context: Context, index: PeopleIndex) -> tuple[str, ...]:
    """Return the id of who a name or post stands for: several where it cannot be told, none for neither."""
    text, post, organisation, body = context
    if text is None:
        return (by_post(post, organisation, body),) if post else ()
    found = index.find(text, organisation)
    return found or (index.unlisted(text, organisation, body),)


def by_post(post: str, organisation: str | None, body: str | None) -> str:
    """Return the id of the holder of a seat who is known by the post alone."""
    return f"{identity(post)}--{where(organisation, body)}"


def _ambiguities(
    raw: RawTable, rows: Iterable[tuple[int, str | None, tuple[str, ...]]], people: pd.DataFrame
) -> Iterable[Problem]:
    for row, text, ids in rows:
        codes = ", ".join(str(people.at[entity, "person"]) for entity in ids)
        yield raw.problem(
            int(row), "person", text, f"“{text}” may be any of {len(ids)} people of that name ({codes}).",
            "Write the code of the person instead of the name.",
        )  # fmt: skip


def _left_out(raw: RawTable, seats: pd.DataFrame, rows: Marks) -> Iterable[Problem]:
    for row, text in zip(seats.loc[rows, "row"], seats.loc[rows, "person"], strict=True):
        yield raw.warning(
            int(row), "status", text, "the seat is vacant but names a holder, who is left out.",
            "Delete the name, or change the status to filled.",
        )  # fmt: skip


def _said(raw: RawTable, seats: pd.DataFrame, vacant: Marks, unknown: Marks) -> Iterable[Problem]:
    for marks, meaning in ((vacant, "vacant"), (unknown, "held by somebody not known")):
        if marks.any():
            row, text = seats.loc[marks, ["row", "person"]].iloc[0]
            count = int(marks.sum())
            what = "the seat is" if count == 1 else f"this seat and {count - 1} more with such a word are"
            message = f"“{text}” is not a person; {what} read as {meaning}."
            yield raw.warning(int(row), "person", text, message)


def _read_as_one(raw: RawTable, rows: pd.Series[int], held: Held, index: PeopleIndex) -> Iterable[Problem]:
    """Say, once for each person, which spellings were read as one though nobody has confirmed it."""
    spelt, _ = held.pairs(held.written.numbers)
    several = spelt[~held.alone(spelt)]
    same: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for row, person, text in zip(
        rows.iloc[several], held.person.of(several), held.written.of(several), strict=True
    ):
        if not index.is_code(text):
            same[person, person_name(text).key].append((int(row), text))
    for spellings in same.values():
        if len(spellings) > 1:
            said = listing([f"“{text}”" for _, text in spellings])
            row, text = spellings[1]
            yield raw.note(row, "person", text, f"{said} are read as one person.")
