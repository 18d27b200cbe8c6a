"""Whether one sector or one organisation dominates, what part the councils have, and who chairs."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.wording import counted, listing, percent, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.balance.chairs import chair_findings
from orgmap.questions.balance.shares import COUNCILS, count_bodies, domination, finding
from orgmap.questions.balance.table import ALL, ONE, UNKNOWN, table_of
from orgmap.vocabulary import QUESTIONS

TITLE = QUESTIONS.meaning_of("balance")


def balance(orgmap: OrgMap) -> Answer:
    """Return who holds the seats, the votes and the chairs, and where one sector or organisation has most.

    Table, for each body, each family of several bodies and the whole map, councils left out of the last two:
    a row for all seats, a row for each sector and organisation, and one for those not known. `scope` (map,
    family or body), `body` (its name; of a family its head's), `by` (sector, organisation, or chair: a row
    for each seat of a chair or vice-chair, with its holder), `value` (which sector, organisation or person),
    `part` (all, one, not known), `seats` (filled seats that make a tie), `known` (those of the same scope of
    which the value is known), `unknown` (those of which it is not), `share` (`seats` of `known`, 0 to 1; NaN
    where a list is partial), `voting_seats`, `voting_known` (voting seats of which the value is known),
    `voting_unknown` (seats of which it is not known whether they vote; where that is all of them,
    `voting_seats` is NA), `core_seats`, `core_unknown` (likewise), `chairs`, `vice_chairs`, `apart` (filled
    seats of observers, advisers, substitutes and officers), `blau` (0 to 1, on rows for all seats: the chance
    that two of them drawn with return differ; NaN with fewer than two known, or a partial list),
    `blau_normalised` (over the most that `k` kinds can reach), `k` (how many sectors there are; of
    organisations the number of known seats), `council`, `partial` (a list that the row counts is partial),
    `id_body` ("" for the map), `id_organisation`, `id_person`. Index 0, 1, 2 ...
    """
    table = table_of(orgmap)
    if not len(table):
        sentence = "No seat is filled, so nothing can be said of the balance."
        return answer("balance", TITLE, [Finding("balance", "know", sentence)], table)
    findings = [
        *domination(table),
        *_councils(orgmap, table),
        *chair_findings(table),
        *_unknown(table),
        *_votes_unknown(table),
        *_partial(table),
        *_left_out(table),
    ]
    return answer("balance", TITLE, findings or [_nothing(table)], table)


def _nothing(table: pd.DataFrame) -> Finding:
    rows = table[(table["scope"] == "body") & (table["part"] == ALL)]
    return finding("know", "Only councils have filled seats, so there is no balance to tell.", rows)


def _councils(orgmap: OrgMap, table: pd.DataFrame) -> Iterator[Finding]:
    """Say how many of the seats speak for councils: of the home body, and of the whole map."""
    home = PREFIX["body"] + (orgmap.about.home_body or "")
    sectors = table[(table["by"] == "sector") & ~table["council"]]
    own = sectors[(sectors["scope"] == "body") & (sectors["id_body"] == home)]
    if len(own) and own["known"].iloc[0]:
        yield _share(own, f"on {own['body'].iloc[0]}")
    whole = sectors[sectors["scope"] == "map"]
    if (own.empty or count_bodies(table) > 1) and len(whole) and whole["known"].iloc[0]:
        yield _share(whole, "on the map")


def _share(rows: pd.DataFrame, where: str) -> Finding:
    whole, councils = rows[rows["part"] == ALL], rows[rows["value"].eq(COUNCILS) & rows["part"].eq(ONE)]
    seats, known = int(councils["seats"].sum()), int(whole["known"].iloc[0])
    partial = bool(whole["partial"].iloc[0])
    listed = " listed" if partial else ""
    doubt = " whose sector is known" if whole["unknown"].iloc[0] else ""
    silent = partial or not seats or known < whole["unknown"].iloc[0]
    part = "" if silent else f" ({percent(seats, known)})"
    sentence = (
        f"Councils hold {seats or 'none'} of the {counted(known, 'seat')}{listed} {where}{doubt}{part}."
    )
    return finding("know", sentence, pd.concat([whole, councils]))


def _unknown(table: pd.DataFrame) -> Iterator[Finding]:
    """Count the seats of which the sector is not known, and say what to fill in."""
    rows = table[(table["scope"] == "map") & (table["by"] == "sector") & (table["part"] == UNKNOWN)]
    whole = table[(table["scope"] == "map") & (table["by"] == "sector") & (table["part"] == ALL)]
    unknown, seats = int(rows["seats"].sum()), int(whole["seats"].sum())
    if unknown:
        every = f"{counted(seats, 'filled seat')} counted here"
        of = f"{unknown:,} of the {every}" if unknown < seats else f"the {every}"
        organisations = table[(table["scope"] == "map") & (table["by"] == "organisation")]
        whom = organisations.loc[organisations["part"] == UNKNOWN, "seats"].sum()
        once = ", once the column organisation says for whom each seat is held" if whom else ""
        would = f"The column sector of the sheet Organisations would give it{once}."
        sentence = f"The sector of {of} is not known. {would}"
        yield finding("know", sentence, pd.concat([whole, rows]))


def _votes_unknown(table: pd.DataFrame) -> Iterator[Finding]:
    """Say on which bodies it is known of some seats whether they vote, and of others not."""
    bodies = table[(table["scope"] == "body") & (table["by"] == "sector") & (table["part"] == ALL)]
    some = bodies[bodies["voting_seats"].notna() & (bodies["voting_unknown"] > 0)]
    if len(some):
        names = [
            f"{body} ({unknown} of {seats})"
            for body, unknown, seats in zip(some["body"], some["voting_unknown"], some["seats"], strict=True)
        ]
        what = counted(int(some["voting_unknown"].sum()), "seat")
        where = counted(len(some), "body")
        known = "is not known, though it is of others there"
        yield finding("know", f"Whether {what} on {where} may vote {known}: {listing(names)}.", some)


def _partial(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[(table["scope"] == "body") & (table["by"] == "sector") & (table["part"] == ALL)]
    rows = rows[rows["partial"] & ~rows["council"]]
    if len(rows):
        lists = f"The list of {counted(len(rows), 'body')} with filled seats is partial"
        sentence = f"{lists}, so no shares are given there: {listing(rows['body'].tolist())}."
        yield finding("know", sentence, rows)


def _left_out(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[table["council"] & (table["by"] == "sector") & (table["part"] == ALL)]
    if len(rows):
        names = listing(rows["body"].tolist())
        who = names if len(rows) == 1 else f"{len(rows):,} councils and council committees"
        told = "" if len(rows) == 1 else f": {names}"
        sentence = (
            f"{who} {verb('is', len(rows))} left out of these counts, since a council is made of "
            f"councillors{told}."
        )
        yield finding("know", sentence, rows)
