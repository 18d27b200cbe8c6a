"""Who holds each seat: names and posts read as people, and nobody merged without the user's word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import identity, normal, person_name
from orgmap.model.people_index import PeopleIndex, where
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
    vacant, unknown = _says(seats["person"], VACANT), _says(seats["person"], NOT_PEOPLE)
    status = _status(seats["status"], vacant)
    named = seats["person"].where(~vacant & ~unknown)
    held = seats.assign(post=seats["post"].where(status != "vacant"))
    written = named.where(status != "vacant")
    contexts = _contexts(held, written)
    found: dict[Context, tuple[str, ...]] = {
        context: _holder(context, index) for context in dict.fromkeys(contexts)
    }
    ambiguous = [
        (row, context[0], found[context])
        for row, context in zip(seats["row"], contexts, strict=True)
        if len(found[context]) > 1
    ]
    person = pd.Series(
        [found[context][0] if found[context] else None for context in contexts],
        index=seats.index,
        dtype="str",
    )
    problems = [
        *_ambiguities(raw, ambiguous, index.people),
        *_said(raw, seats, vacant & (seats["status"] != "vacant"), unknown),
        *_left_out(raw, seats, named.notna() & (status == "vacant")),
        *_read_as_one(raw, pd.DataFrame({"person": person, "text": written, "row": seats["row"]}), index),
    ]
    return Holders(person, _all_people(held, written, person, index), status, tuple(problems))


def _says(person: pd.Series[str], words: frozenset[str]) -> pd.Series[bool]:
    """Tell of each text whether it, or what it begins with, is one of the words in place of a name."""
    return person.isin([text for text in person.dropna().unique() if stands_for(text, words)])


def stands_for(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text, or what it begins with, is one of the words in place of a name."""
    mark = normal(text.replace(".", ""))
    first = mark.split(" ")[0]
    return mark in words or (len(first) > 2 and first in words) or (not mark and words is NOT_PEOPLE)


def _status(status: pd.Series[str], vacant: pd.Series[bool]) -> pd.Series[str]:
    """Return the status of each seat: as written, but vacant where its holder is said to be, else filled."""
    return status.fillna("filled").mask((status.isna() | (status == "filled")) & vacant, "vacant")


def _contexts(seats: pd.DataFrame, written: pd.Series[str]) -> list[Context]:
    organisation = seats["organisation"].where(seats["organisation"].notna(), seats["represents"])
    columns = (written, seats["post"], organisation, seats["body"])
    rows = zip(*(_or_none(column) for column in columns), strict=True)
    return [(text, None if text else post, of, None if of else body) for text, post, of, body in rows]


def _or_none(column: pd.Series[str]) -> list[str | None]:
    return [value if isinstance(value, str) else None for value in column.tolist()]


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


def _all_people(
    seats: pd.DataFrame, written: pd.Series[str], person: pd.Series[str], index: PeopleIndex
) -> pd.DataFrame:
    """Return the declared people and those that seats name, with organisation and post if they have one."""
    people = index.people
    held = pd.DataFrame(
        {"person": person, "name": written, "post": seats["post"], "organisation": seats["organisation"]}
    ).dropna(subset="person")
    new = [entity for entity in held["person"].unique() if entity not in people.index]
    table = people.reindex(pd.Index([*people.index, *new], dtype="str", name="person"))
    table = table.assign(listed=table.index.isin(people.index))
    names = _usual(held[held["person"].isin(new)], "name")
    table["name"] = table["name"].where(table["name"].notna(), names.reindex(table.index))
    _name_confirmed(table, new, index)
    for column in ("post", "organisation"):
        only = _only(held, column).reindex(table.index)
        table[column] = table[column].where(table[column].notna(), only)
    return table.drop(columns="person")


def _name_confirmed(table: Any, new: Iterable[str], index: PeopleIndex) -> None:
    """Enter the name to go by, and other spellings, of those of whom somebody has confirmed them."""
    for entity in new:
        if names := index.confirmed_names(entity):
            table.at[entity, "name"] = names[0]
            if names[1]:
                table.at[entity, "also_known_as"] = names[1]


def _usual(held: pd.DataFrame, column: str) -> pd.Series[str]:
    """Return each person's spelling that is used most, the longest of equals."""
    counted = held.groupby(["person", column]).size().rename("times").reset_index()
    counted["length"] = counted[column].str.len()
    ranked = counted.sort_values(["person", "times", "length", column], ascending=[True, False, False, True])
    return ranked.drop_duplicates("person").set_index("person")[column]


def _only(held: pd.DataFrame, column: str) -> pd.Series[str]:
    """Return what each person has in a column, where it is the same everywhere but for its spelling."""
    pairs = held[["person", column]].dropna()
    pairs = pairs.assign(mark=pairs[column].map(normal)).drop_duplicates(["person", "mark"])
    return pairs.drop_duplicates("person", keep=False).set_index("person")[column]


def _ambiguities(
    raw: RawTable, rows: Iterable[tuple[int, str | None, tuple[str, ...]]], people: pd.DataFrame
) -> Iterable[Problem]:
    for row, text, ids in rows:
        codes = ", ".join(str(people.at[entity, "person"]) for entity in ids)
        yield raw.problem(
            int(row), "person", text, f"“{text}” may be any of {len(ids)} people of that name ({codes}).",
            "Write the code of the person instead of the name.",
        )  # fmt: skip


def _left_out(raw: RawTable, seats: pd.DataFrame, rows: pd.Series[bool]) -> Iterable[Problem]:
    for row, text in zip(seats.loc[rows, "row"], seats.loc[rows, "person"], strict=True):
        yield raw.warning(
            int(row), "status", text, "the seat is vacant but names a holder, who is left out.",
            "Delete the name, or change the status to filled.",
        )  # fmt: skip


def _said(
    raw: RawTable, seats: pd.DataFrame, vacant: pd.Series[bool], unknown: pd.Series[bool]
) -> Iterable[Problem]:
    for marks, meaning in ((vacant, "vacant"), (unknown, "held by somebody not known")):
        if marks.any():
            row, text = seats.loc[marks, ["row", "person"]].iloc[0]
            count = int(marks.sum())
            what = "the seat is" if count == 1 else f"this seat and {count - 1} more with such a word are"
            message = f"“{text}” is not a person; {what} read as {meaning}."
            yield raw.warning(int(row), "person", text, message)


def _read_as_one(raw: RawTable, held: pd.DataFrame, index: PeopleIndex) -> Iterable[Problem]:
    """Say, once for each person, which spellings were read as one though nobody has confirmed it."""
    texts = held.dropna(subset=["person", "text"]).drop_duplicates(["person", "text"])
    several = texts[texts.duplicated("person", keep=False)]
    several = several[~several["text"].map(index.is_code).astype("bool")]
    several = several.assign(key=[person_name(text).key for text in several["text"]])
    for _, same in several.groupby(["person", "key"], sort=False):
        if len(same) > 1:
            said = listing([f"“{text}”" for text in same["text"]])
            row, text = int(same["row"].iloc[1]), str(same["text"].iloc[1])
            yield raw.note(row, "person", text, f"{said} are read as one person.")
