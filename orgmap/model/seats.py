"""Seats resolved: the body, the holder, the organisation spoken for, and seats held for another body."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.entities import Resolver
from orgmap.model.people import PeopleIndex, holders
from orgmap.model.raw import RawTable
from orgmap.vocabulary import TABLE

COUNCILS = ("council", "council committee")


def resolve_seats(
    tables: dict[str, pd.DataFrame], raw: RawTable, resolver: Resolver
) -> tuple[pd.DataFrame, pd.DataFrame, list[Problem]]:
    """Return the seats with ids for names, the people they and the table of people name, and what is wrong."""
    seats, people, bodies = tables["seats"], tables["people"], tables["bodies"]
    body = resolver.ids(raw, "body", seats, ("bodies",))["bodies"]
    seats = seats.assign(body=body)
    seats = _with_organisations(seats, raw, resolver, bodies)
    seats = _with_people_rows(seats, people)
    held = holders(seats, raw, people)
    status = seats["status"].where(
        seats["status"].notna(), held.vacant.map({True: "vacant", False: "filled"})
    )
    nobody = _nobody(seats, held.person)
    problems = [*held.problems, *_nobody_problems(seats, raw, nobody & seats["status"].isna() & ~held.vacant)]
    role = seats["role"].fillna("member")
    done = seats.assign(person=held.person.where(status != "vacant"), status=status, role=role)
    done = done.assign(substitute_for=_substituted(done, seats["person"], people))
    problems += _vacant_but_named(seats, raw, held.person.notna() & (seats["status"] == "vacant"))
    return _ordered(done), held.people, problems


def _with_organisations(
    seats: pd.DataFrame, raw: RawTable, resolver: Resolver, bodies: pd.DataFrame
) -> pd.DataFrame:
    """Add who is spoken for: `represents` (an organisation) and `for_body` (a body), beside the employer."""
    targets = TABLE["seats"].by_name["organisation"].refers_to
    works = resolver.ids(raw, "organisation", seats, targets)
    speaks = resolver.ids(raw, "on_behalf_of", seats, targets)
    also = bodies["organisation"].dropna()
    of_body = speaks["bodies"].map(also)
    represents = (
        speaks["organisations"]
        .fillna(of_body)
        .fillna(works["organisations"])
        .fillna(works["bodies"].map(also))
    )
    body_of = {organisation: body for body, organisation in also.items()}
    councils = set(bodies.index[bodies["kind"].isin(COUNCILS)])
    employed_by = works["bodies"].fillna(works["organisations"].map(body_of))
    for_body = speaks["bodies"].fillna(speaks["organisations"].map(body_of))
    for_body = for_body.fillna(
        employed_by.where(~employed_by.isin(list(councils)) & seats["on_behalf_of"].isna())
    )
    for_body = for_body.where(for_body != seats["body"])
    return seats.assign(organisation=works["organisations"], represents=represents, for_body=for_body)


def _with_people_rows(seats: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Fill a seat's organisation and post from the row that the table of people has for its holder."""
    if people.empty:
        return seats
    index = PeopleIndex(people)
    known = {text: index.find(text, None) for text in seats["person"].dropna().unique()}
    holder = pd.Series(
        [
            next(iter(known.get(text, ())), None) if len(known.get(text, ())) == 1 else None
            for text in seats["person"].tolist()
        ],
        index=seats.index,
        dtype="str",
    )
    organisation = seats["organisation"].fillna(holder.map(people["organisation"]))
    post = seats["post"].fillna(holder.map(people["post"]))
    return seats.assign(
        organisation=organisation, post=post, represents=seats["represents"].fillna(organisation)
    )


def _nobody(seats: pd.DataFrame, person: pd.Series[str]) -> pd.Series[bool]:
    return person.isna() & seats[["organisation", "represents", "for_body", "post"]].isna().all(axis=1)


def _nobody_problems(seats: pd.DataFrame, raw: RawTable, rows: pd.Series[bool]) -> Iterator[Problem]:
    for row in seats.loc[rows & (seats["person"].isna() | seats["body"].notna()), "row"]:
        yield raw.problem(
            int(row), None, None, "the seat names nobody: no person, post or organisation.",
            "Fill one of them, or give the seat the status vacant.",
        )  # fmt: skip


def _vacant_but_named(seats: pd.DataFrame, raw: RawTable, rows: pd.Series[bool]) -> Iterator[Problem]:
    for row, text in zip(seats.loc[rows, "row"], seats.loc[rows, "person"], strict=True):
        yield raw.warning(
            int(row), "status", None if pd.isna(text) else text, "the seat is vacant but names a holder, who is left out.",
            "Delete the name, or change the status to filled.",
        )  # fmt: skip


def _substituted(seats: pd.DataFrame, written: pd.Series[str], people: pd.DataFrame) -> pd.Series[str]:
    """Return the id of whom each substitute stands in for, where one person is called so; else NaN."""
    index = PeopleIndex(people)
    by_text = {}
    for text in seats["substitute_for"].dropna().unique():
        found = index.find(text, None) or tuple(seats.loc[written == text, "person"].dropna().unique())
        by_text[text] = found[0] if len(found) == 1 else None
    return seats["substitute_for"].map(by_text).astype("str")


def _ordered(seats: pd.DataFrame) -> pd.DataFrame:
    names = [name for name in TABLE["seats"].names if name != "on_behalf_of"]
    place = names.index("organisation") + 1
    ids = ["body", "person", "organisation", "represents", "for_body", "substitute_for"]
    ordered = seats[[*names[:place], "represents", "for_body", *names[place:], "row"]]
    return ordered.astype(dict.fromkeys(ids, "str")).rename_axis("number")
