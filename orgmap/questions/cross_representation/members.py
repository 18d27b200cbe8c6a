"""Sentences on members who sit on other bodies, and for whom they speak there."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.cross_representation.elsewhere import ELSEWHERE
from orgmap.questions.cross_representation.told import finding


def member_findings(orgmap: OrgMap, table: pd.DataFrame, home: str) -> Iterator[Finding]:
    """Tell for whom members speak elsewhere: those of the home body first, then of all others together."""
    rows = table[(table["kind"] == ELSEWHERE) & (table["elsewhere"] > 0)]
    own = rows[rows["id_for_body"] == home] if len(rows) != 1 else rows
    if len(own):
        yield finding("know" if own["speaking"].iloc[0] else "look", _one(orgmap, own.iloc[0]), own)
    others = rows.drop(own.index)
    yield from _speaking(others[others["speaking"] > 0])
    yield from _silent(others[others["speaking"] == 0])


def _one(orgmap: OrgMap, row: pd.Series) -> str:
    people, elsewhere, speaking = (int(row[column]) for column in ("people", "elsewhere", "speaking"))
    listed = " listed" if row["id_for_body"] in _some_unknown(orgmap) else ""
    who = f"{elsewhere:,} of the {counted(people, 'person')}{listed} on {row['for_body']}"
    start = f"{who} also {verb('sits', elsewhere)} on other bodies"
    rest = [
        f"{row[column]} for {whom}"
        for column, whom in (("for_others", "others"), ("unstated", "nobody stated"))
        if row[column]
    ]
    speak = f"{speaking or 'none'} of them {verb('speaks', max(speaking, 1))} for it there"
    more = f"{', ' if speaking else ', but '}{joined(rest)}" if rest else ""
    return f"{start}; {speak}{more}."


def _some_unknown(orgmap: OrgMap) -> set[str]:
    """Return the nodes of the bodies on which more people may sit than are known."""
    ties = orgmap.ties()
    unnamed = set(ties.loc[ties["person"].isna(), "body"])
    return {PREFIX["body"] + body for body in orgmap.partial_bodies() | unnamed}


def _speaking(rows: pd.DataFrame) -> Iterator[Finding]:
    if len(rows):
        columns = zip(rows["for_body"], rows["speaking"], rows["elsewhere"], strict=True)
        names = listing([f"{body} ({speaking} of {elsewhere})" for body, speaking, elsewhere in columns])
        which = counted(len(rows), "body")
        yield finding("know", f"Some who also sit elsewhere speak there for {which}: {names}.", rows)


def _silent(rows: pd.DataFrame) -> Iterator[Finding]:
    if len(rows):
        columns = zip(rows["for_body"], rows["elsewhere"], strict=True)
        names = listing([f"{body} ({people})" for body, people in columns])
        what = f"{counted(len(rows), 'body')} {verb('has', len(rows))} members who also sit elsewhere"
        yield finding(
            "know", f"{what}, but none who speaks for {verb('it', len(rows))} there: {names}.", rows
        )
