"""Where one sector or one organisation holds more than half of the seats or of the votes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from orgmap.model import Finding
from orgmap.model.records import Weight
from orgmap.model.wording import counted, listing
from orgmap.questions.balance.table import ALL, ONE

LEAST = 3
"""Of fewer seats, or fewer chairs, none is more than half of anything worth telling."""
COUNCILS = "local government"


@dataclass(frozen=True)
class _Held:
    """What can be dominated: the columns that count it, and its name."""

    own: str
    known: str
    noun: str


_SEATS = _Held("seats", "known", "seats")
_VOTES = _Held("voting_seats", "voting_known", "votes")


def finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    """Return a finding of balance about the bodies, organisations and people of its rows."""
    ids = pd.concat([rows["id_body"], rows["id_organisation"], rows["id_person"]])
    subjects = tuple(dict.fromkeys(one for one in ids if one))
    return Finding("balance", weight, sentence, subjects, tuple(int(number) for number in rows.index))


def capital(text: str) -> str:
    """Return a text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def domination(table: pd.DataFrame) -> Iterator[Finding]:
    """Say who holds more than half of the seats; of the votes, where it is not said of the seats already."""
    seats, votes = _more_than_half(table, _SEATS), _more_than_half(table, _VOTES)
    for rows, held in ((seats, _SEATS), (votes.drop(seats.index, errors="ignore"), _VOTES)):
        for scope in ("map", "family", "body"):
            inside = rows[rows["scope"] == scope]
            for _, of_one in inside[inside["by"] == "sector"].groupby("value", sort=True):
                yield finding("look", _of_one(of_one, held), of_one)
            organisations = inside[inside["by"] == "organisation"]
            if len(organisations):
                yield finding("look", _of_organisations(organisations, held), organisations)


def _more_than_half(table: pd.DataFrame, held: _Held) -> pd.DataFrame:
    """Return the rows of what holds more than half of what is known, where enough of it is known."""
    rows = table[(table["part"] == ONE) & (table["by"] != "chair") & ~table["council"] & ~table["partial"]]
    if count_bodies(table) < 2:
        rows = rows[rows["scope"] != "map"]
    own, known = rows[held.own].fillna(0), rows[held.known].fillna(0)
    rows = rows[(2 * own > known) & (known >= LEAST) & (rows["known"] >= rows["unknown"])]
    rows = rows if held is _SEATS else rows[_all_votes_known(table, rows)]
    return rows.drop(rows.index[_said_of_one(rows, held)])


def _said_of_one(rows: pd.DataFrame, held: _Held) -> pd.Series[bool]:
    """Tell which rows of sectors say no more than that of one organisation: the same seats of a body."""
    keys = rows["scope"] + " " + rows["id_body"] + " " + rows[held.own].astype("str")
    sector = rows["by"] == "sector"
    return sector & keys.isin(keys[~sector])


def count_bodies(table: pd.DataFrame) -> int:
    """Return how many bodies have filled seats, councils aside."""
    return int(table.loc[(table["scope"] == "body") & ~table["council"], "id_body"].nunique())


def _all_votes_known(table: pd.DataFrame, rows: pd.DataFrame) -> pd.Series[bool]:
    whole = table[(table["part"] == ALL) & (table["by"] == "sector") & (table["voting_unknown"] == 0)]
    known = set(whole["scope"] + " " + whole["id_body"])
    return (rows["scope"] + " " + rows["id_body"]).isin(known)


def _of_one(rows: pd.DataFrame, held: _Held) -> str:
    """Say where one sector, or one organisation, holds more than half."""
    figures = _figures(rows, held)
    start = f"{capital(str(rows['value'].iloc[0]))} holds more than half of the {held.noun}"
    if rows["scope"].iloc[0] == "map":
        return f"{start} on the map as a whole: {figures[0]}."
    if len(rows) == 1:
        where = "in the family of" if rows["scope"].iloc[0] == "family" else "on"
        return f"{start} {where} {rows['body'].iloc[0]}: {figures[0]}."
    names = [f"{body} ({figure})" for body, figure in zip(rows["body"], figures, strict=True)]
    return f"{start} {_places(rows)}: {listing(names)}."


def _of_organisations(rows: pd.DataFrame, held: _Held) -> str:
    if rows["id_organisation"].nunique() == 1:
        return _of_one(rows, held)
    columns = zip(rows["body"], rows["value"], _figures(rows, held), strict=True)
    names = listing([f"{body} ({value} {figure})" for body, value, figure in columns])
    return f"One organisation holds more than half of the {held.noun} {_places(rows)}: {names}."


def _places(rows: pd.DataFrame) -> str:
    """Return on how many bodies, or in how many families, in words."""
    if rows["scope"].iloc[0] == "family":
        return f"in {len(rows):,} families"
    return f"on {counted(len(rows), 'body')}"


def _figures(rows: pd.DataFrame, held: _Held) -> list[str]:
    """Return how many of how many that are known, for each row."""
    columns = zip(rows[held.own], rows[held.known], rows["unknown"], strict=True)
    return [f"{own} of {known}{' known' if unknown else ''}" for own, known, unknown in columns]
