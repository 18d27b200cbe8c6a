"""Who holds each seat: names and posts read as people, and nobody merged without the user's word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import PersonName, identity, normal, person_name
from orgmap.model.raw import RawTable
from orgmap.vocabulary import NOT_PEOPLE, VACANT

Context = tuple[str | None, str | None, str | None, str]
"""What tells one holder from another: the name, the post, the organisation and the body of a seat."""


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


class PeopleIndex:
    """The people a table declares, found by code, name, alias or a spelling that somebody has confirmed.

    `decided` gathers who was found by what was confirmed.
    """

    def __init__(
        self, people: pd.DataFrame, confirmed: DecidedPeople | None = None, codes: Mapping[str, str] | None = None
    ) -> None:
        self.people = people
        self.decided: dict[str, Spot] = {}
        self._confirmed = confirmed
        self._at: dict[Spot, dict[str, None]] = {}
        self._codes: dict[str, str] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._organisation = people["organisation"].dropna().to_dict()
        self._read: dict[str, tuple[PersonName, str]] = {}
        for entity, row in zip(people.index, people.to_dict("records"), strict=True):
            self._codes[str(row["person"]).casefold()] = entity
            self._codes.setdefault(entity, entity)
            also = row["also_known_as"]
            for name in (row["name"], row["person"], *(also if isinstance(also, tuple) else ())):
                if isinstance(name, str):
                    self._names.setdefault(person_name(name).key, {})[entity] = None
                    if spot := self.spot(name, self._organisation.get(entity)):
                        self._at.setdefault(spot, {})[entity] = None
        self._codes |= codes or {}

    def spot(self, text: str, organisation: str | None) -> Spot | None:
        """Return what was confirmed about a name that is written with an organisation, None for nothing."""
        return self._confirmed.spot(text, organisation) if self._confirmed else None

    def together(self) -> Mapping[Spot, Mapping[str, None]]:
        """Return the people found under each confirmed name."""
        return self._at

    def find(self, text: str, organisation: str | None) -> tuple[str, ...]:
        """Return who a text may be: by code, else by name, namesakes told apart by their organisation.

        An initial and a surname are nobody who is known to work for another organisation.
        """
        spot = None if text.casefold() in self._codes else self.spot(text, organisation)
        found = tuple(self._at.get(spot, ())) if spot else self.everybody(text)
        name = self.read(text)[0]
        if organisation and not spot and not name.full and not name.code:
            found = tuple(one for one in found if self._organisation.get(one, organisation) == organisation)
        there = tuple(entity for entity in found if self._organisation.get(entity) == organisation)
        return there if len(found) > 1 and len(there) == 1 else found

    def everybody(self, text: str) -> tuple[str, ...]:
        """Return everybody of a code, or else of a name, whatever the organisation."""
        if code := self._codes.get(text.casefold()):
            return (code,)
        return tuple(self._names.get(self.read(text)[0].key, ()))

    def read(self, text: str) -> tuple[PersonName, str]:
        """Return a name in its comparable form with its code; a name that comes often is read once."""
        if text not in self._read:
            name = person_name(text)
            self._read[text] = name, identity(name.key or text)
        return self._read[text]

    def free(self, entity: str) -> str:
        """Return an id for somebody unlisted that no listed person has."""
        return f"{entity}-unlisted" if entity in self.people.index else entity


def holders(seats: pd.DataFrame, raw: RawTable, people: pd.DataFrame) -> Holders:
    """Return who holds each seat. `seats` has text in `person`, ids in `body`, `organisation`, `represents`.

    Nobody holds a vacant seat, whatever name or post it gives.
    """
    vacant, unknown = _says(seats["person"], VACANT), _says(seats["person"], NOT_PEOPLE)
    status = _status(seats["status"], vacant)
    named = seats["person"].where(~vacant & ~unknown)
    held = seats.assign(post=seats["post"].where(status != "vacant"))
    written = named.where(status != "vacant")
    index = PeopleIndex(people)
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
        *_ambiguities(raw, ambiguous, people),
        *_said(raw, seats, vacant & (seats["status"] != "vacant"), unknown),
        *_left_out(raw, seats, named.notna() & (status == "vacant")),
    ]
    return Holders(person, _all_people(held, written, person, people), status, tuple(problems))


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
    return list(zip(*(_or_none(column) for column in columns), strict=True))


def _or_none(column: pd.Series[str]) -> list[str | None]:
    return [value if isinstance(value, str) else None for value in column.tolist()]


def _holder(context: Context, index: PeopleIndex) -> tuple[str, ...]:
    """Return the id of who a name or post stands for: several where it cannot be told, none for neither."""
    text, post, organisation, body = context
    if text is None:
        return (by_post(post, organisation, body),) if post else ()
    found = index.find(text, organisation)
    return found or (index.free(_unlisted(*index.read(text), organisation, body)),)


def by_post(post: str, organisation: str | None, body: str | None) -> str:
    """Return the id of the holder of a seat who is known by the post alone."""
    return f"{identity(post)}--{_where(organisation, body)}"


def _unlisted(name: PersonName, code: str, organisation: str | None, body: str | None) -> str:
    """Return the id of an unlisted name: alone if it is a full name or a code, else with the organisation."""
    alone = name.full or (name.code and organisation is None)
    return code if alone else f"{code}--{_where(organisation, body)}"


def _where(organisation: str | None, body: str | None) -> str:
    return organisation or f"at-{body}"


def _all_people(
    seats: pd.DataFrame, written: pd.Series[str], person: pd.Series[str], people: pd.DataFrame
) -> pd.DataFrame:
    """Return the declared people and those that seats name, with organisation and post if they have one."""
    held = pd.DataFrame(
        {"person": person, "name": written, "post": seats["post"], "organisation": seats["organisation"]}
    ).dropna(subset="person")
    new = [entity for entity in held["person"].unique() if entity not in people.index]
    table = people.reindex(pd.Index([*people.index, *new], dtype="str", name="person"))
    table = table.assign(listed=table.index.isin(people.index))
    names = _usual(held[held["person"].isin(new)], "name")
    table["name"] = table["name"].where(table["name"].notna(), names.reindex(table.index))
    for column in ("post", "organisation"):
        only = _only(held, column).reindex(table.index)
        table[column] = table[column].where(table[column].notna(), only)
    return table.drop(columns="person")


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
