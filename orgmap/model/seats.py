"""Seats resolved: the body, the holder, the organisation spoken for, and seats held for another body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.decided import decided_people
from orgmap.model.distinct import mapped
from orgmap.model.entities import Resolver
from orgmap.model.merging import merged_people
from orgmap.model.people import holders, is_nobody
from orgmap.model.people_index import PeopleIndex
from orgmap.model.raw import RawTable
from orgmap.vocabulary import NOT_PEOPLE, TABLE, VACANT

COUNCILS = ("council", "council committee")
HOLDERS = ("person", "post", "organisation", "on_behalf_of")


def resolve_seats(
    tables: dict[str, pd.DataFrame], raws: dict[str, RawTable], resolver: Resolver
) -> tuple[pd.DataFrame, pd.DataFrame, list[Problem]]:
    """Return the seats with ids for names, the people that they or their table name, and what is wrong."""
    seats, bodies, raw = tables["seats"], tables["bodies"], raws["seats"]
    body = resolver.ids(raw, "body", seats, ("bodies",))["bodies"]
    seats = seats.assign(body=body)
    seats = _with_organisations(seats, raw, resolver, bodies)
    decided = decided_people(tables["names"], raws["names"], resolver.directories["organisations"])
    merged = merged_people(tables["people"], raws["people"], decided)
    codes = {code.casefold(): str(person) for person, gone in merged.codes.items() for code in gone}
    index = PeopleIndex(merged.table, decided, codes)
    seats = _with_people_rows(seats, index)
    held = holders(seats, raw, index)
    nobody = tables["seats"][list(HOLDERS)].isna().all(axis=1) & (held.status == "filled")
    done = seats.assign(person=held.person, status=held.status, role=seats["role"].fillna("member"))
    done = done.assign(substitute_for=_substituted(done, seats["person"], index))
    return (
        _ordered(done),
        held.people,
        [*decided.problems, *merged.problems, *held.problems, *_nobody_problems(seats, raw, nobody)],
    )


def _with_organisations(
    seats: pd.DataFrame, raw: RawTable, resolver: Resolver, bodies: pd.DataFrame
) -> pd.DataFrame:
    """Add who is spoken for: `represents` (an organisation) and `for_body` (a body), beside the employer."""
    targets = TABLE["seats"].by_name["organisation"].refers_to
    works = resolver.ids(raw, "organisation", seats, targets)
    speaks = resolver.ids(raw, "on_behalf_of", seats, targets)
    also = bodies["organisation"].dropna().to_dict()
    represents = (
        speaks["organisations"]
        .fillna(mapped(speaks["bodies"], also.get))
        .fillna(works["organisations"])
        .fillna(mapped(works["bodies"], also.get))
    )
    body_of = {organisation: body for body, organisation in also.items()}
    councils = set(bodies.index[bodies["kind"].isin(COUNCILS)])
    employed_by = works["bodies"].fillna(mapped(works["organisations"], body_of.get))
    for_body = speaks["bodies"].fillna(mapped(speaks["organisations"], body_of.get))
    for_body = for_body.fillna(
        employed_by.where(~employed_by.isin(list(councils)) & seats["on_behalf_of"].isna())
    )
    for_body = for_body.where(for_body != seats["body"])
    return seats.assign(
        organisation=works["organisations"],
        employer_body=works["bodies"],
        represents=represents,
        for_body=for_body,
    )


def _with_people_rows(seats: pd.DataFrame, index: PeopleIndex) -> pd.DataFrame:
    """Fill a seat's organisation and post from the row that the table of people has for its holder."""
    people = index.people
    if people.empty:
        return seats
    holder = mapped(seats["person"], partial(_only, index=index))
    organisation, post = (
        seats[column].fillna(mapped(holder, people[column].dropna().to_dict().get))
        for column in ("organisation", "post")
    )
    return seats.assign(
        organisation=organisation, post=post, represents=seats["represents"].fillna(organisation)
    )


def _only(text: str, index: PeopleIndex) -> str | None:
    """Return the id of the one person whom a text may stand for, None where there is none or more."""
    found = () if is_nobody(text, VACANT | NOT_PEOPLE, index) else index.find(text, None)
    return found[0] if len(found) == 1 else None


def _nobody_problems(seats: pd.DataFrame, raw: RawTable, rows: pd.Series[bool]) -> Iterator[Problem]:
    for row in seats.loc[rows, "row"]:
        yield raw.problem(
            int(row), None, None, "the seat names nobody: no person, post or organisation.",
            "Fill one of them, or give the seat the status vacant.",
        )  # fmt: skip


def _substituted(seats: pd.DataFrame, written: pd.Series[str], index: PeopleIndex) -> pd.Series[str]:
    """Return the id of whom each substitute stands in for, where one person is called so; else NaN."""
    if seats["substitute_for"].isna().all():
        return seats["substitute_for"]
    keys = written.map(index.mark, na_action="ignore")
    by_text = {}
    for text in seats["substitute_for"].dropna().unique():
        found = index.find(text, None) or tuple(
            seats.loc[keys == index.mark(text), "person"].dropna().unique()
        )
        by_text[text] = found[0] if len(found) == 1 else None
    return seats["substitute_for"].map(by_text).astype("str")


def _ordered(seats: pd.DataFrame) -> pd.DataFrame:
    names = [name for name in TABLE["seats"].names if name != "on_behalf_of"]
    place = names.index("organisation") + 1
    spoken = ["employer_body", "represents", "for_body"]
    ids = ["body", "person", "organisation", *spoken, "substitute_for"]
    ordered = seats[[*names[:place], *spoken, *names[place:], "row"]]
    return ordered.astype(dict.fromkeys(ids, "str")).rename_axis("number")
