"""Issues led where somebody who contributes has no seat."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding
from orgmap.model.records import Weight
from orgmap.model.wording import counted, listing, verb
from orgmap.questions.issues.parts import CONTRIBUTES, LEAD

TOLD = 5
"""No more issues than this are told one by one; the others are counted."""


def finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    """Return a finding of issues about the bodies and organisations of its rows."""
    subjects = tuple(dict.fromkeys(one for one in rows["id"] if one))
    return Finding("issues", weight, sentence, subjects, tuple(int(row) for row in rows.index))


def absent(table: pd.DataFrame) -> Iterator[Finding]:
    """Tell the issues led where somebody who contributes has no seat, those that lack most first."""
    missing = table[table["seat_on_lead"].eq(other=False).fillna(value=False)]
    count = missing.groupby("id_issue", sort=False).size().sort_values(ascending=False, kind="stable")
    leads = table[(table["part"] == LEAD) & ~table["closed"]]
    for issue in count.index[:TOLD]:
        led, lacking = leads[leads["id_issue"] == issue], missing[missing["id_issue"] == issue]
        yield finding("look", _absent(led, lacking), pd.concat([led, lacking]))
    rest = missing[missing["id_issue"].isin(count.index[TOLD:])]
    if len(rest):
        names = listing(rest.drop_duplicates("id_issue")["issue"].tolist())
        issues = rest["id_issue"].nunique()
        what = f"On {counted(issues, 'more issue')} somebody who works on it does not meet whoever leads"
        yield finding("look", f"{what}: {names}.", rest)


def _absent(led: pd.DataFrame, lacking: pd.DataFrame) -> str:
    """Say of one issue who leads, and who is not there."""
    issue = lacking["issue"].iloc[0]
    bodies = led.loc[led["mode"] == "body", "party"].tolist()
    if not bodies:
        who, on = listing(led["party"].tolist()), listing(lacking["party"].tolist())
        lead, have = verb("leads", len(led)), verb("has", len(led))
        start = f"{who} {lead} on {issue}, but {have} no seat on {on}"
        return f"{start}, which {verb('works', len(lacking))} on it."
    organisations = lacking.loc[lacking["mode"] == "organisation", "party"].tolist()
    others = lacking.loc[lacking["mode"] == "body", "party"].tolist()
    told = []
    if organisations:
        told.append(f"{listing(organisations)} {verb('has', len(organisations))} no seat there")
    if others:
        told.append(
            f"{listing(others)} {verb('shares', len(others))} no member with {verb('it', len(bodies))}"
        )
    start = f"{listing(bodies)} {verb('leads', len(bodies))} on {issue}"
    works = "it works" if len(lacking) == 1 else "they work"
    return f"{start}, but {' and '.join(told)}, though {works} on it."


def not_known(table: pd.DataFrame) -> Iterator[Finding]:
    """Count those who contribute of whom it is not known whether they have a seat on the body that leads."""
    led = set(table.loc[(table["part"] == LEAD) & (table["mode"] == "body") & ~table["closed"], "id_issue"])
    rows = table[(table["part"] == CONTRIBUTES) & ~table["closed"] & table["id_issue"].isin(led)]
    rows = rows[rows["seat_on_lead"].isna() & ~_leads_too(table, rows)]
    if len(rows):
        names = [f"{party} ({issue})" for party, issue in zip(rows["party"], rows["issue"], strict=True)]
        who = f"{counted(len(rows), 'contributor')} {verb('meets', len(rows))}"
        sentence = (
            f"Whether {who} whoever leads is not known, because a list is partial or empty: {listing(names)}."
        )
        yield finding("know", sentence, rows)


def _leads_too(table: pd.DataFrame, rows: pd.DataFrame) -> pd.Series[bool]:
    """Tell which of those who contribute to an issue lead on it too."""
    leads = table[table["part"] == LEAD]
    return (rows["id_issue"] + " " + rows["id"]).isin(leads["id_issue"] + " " + leads["id"])
