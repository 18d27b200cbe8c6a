"""Who holds the chairs: which sectors, organisations and people, and on which bodies no chair is known."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.questions.balance.shares import LEAST, capital, finding
from orgmap.questions.balance.table import ALL, ONE


def chair_findings(table: pd.DataFrame) -> Iterator[Finding]:
    """Say who holds the chairs; of a map in which no chair is marked, that alone."""
    told = table[~table["council"]]
    whole = told[(told["scope"] == "map") & (told["by"] == "sector") & (told["part"] == ALL)]
    if whole.empty or not whole["seats"].iloc[0]:
        return
    if not whole["chairs"].iloc[0]:
        sentence = "No chair is marked, so who chairs is not known. Write it in the column role of the list."
        yield finding("know", sentence, whole)
        return
    yield from _all_chairs(told)
    yield from _by_sector(told)
    yield from _by_organisation(told)
    yield from _same_person(told)
    yield from _no_chair(told)


def _all_chairs(table: pd.DataFrame) -> Iterator[Finding]:
    """Say where one organisation, or else one sector, holds all the chairs of a family or of the map."""
    whole = table[(table["part"] == ALL) & (table["by"] == "sector") & (table["scope"] != "body")]
    total = (whole["scope"] + " " + whole["id_body"] + " " + whole["chairs"].astype("str")).tolist()
    rows = table[(table["part"] == ONE) & (table["by"] != "chair") & (table["chairs"] >= LEAST)]
    rows = rows[(rows["scope"] + " " + rows["id_body"] + " " + rows["chairs"].astype("str")).isin(total)]
    rows = rows.sort_values("by", kind="stable").drop_duplicates(["scope", "id_body"])
    for _, of_one in rows.groupby(["scope", "by"], sort=True):
        yield finding("look", _all_of(of_one), of_one)


def _all_of(rows: pd.DataFrame) -> str:
    """Say who holds all the chairs there."""
    columns = list(zip(rows["body"], rows["value"], rows["chairs"], strict=True))
    body, value, chairs = columns[0]
    if rows["scope"].iloc[0] == "map":
        return f"{capital(value)} holds all {chairs} chairs that are known."
    if len(rows) == 1:
        return f"{capital(value)} holds all {chairs} chairs in the family of {body}."
    names = listing([f"{body} ({value}, {chairs})" for body, value, chairs in columns])
    return f"In {len(rows):,} families one {rows['by'].iloc[0]} holds all the chairs: {names}."


def _by_sector(table: pd.DataFrame) -> Iterator[Finding]:
    """Say how the chairs are shared among the sectors, unless one has them all."""
    rows = table[(table["scope"] == "map") & (table["by"] == "sector") & (table["chairs"] > 0)]
    whole, known = rows[rows["part"] == ALL], rows[rows["part"] == ONE]
    chairs = int(whole["chairs"].iloc[0])
    known = known.sort_values(["chairs", "value"], ascending=[False, True], kind="stable")
    if known.empty or known["chairs"].iloc[0] == chairs >= LEAST:
        return
    held = [f"{value} {number}" for value, number in zip(known["value"], known["chairs"], strict=True)]
    unknown = chairs - int(known["chairs"].sum())
    doubt = f"; the sector of {unknown:,} is not known" if unknown else ""
    sentence = f"The {counted(chairs, 'chair')} by sector: {joined(held)}{doubt}."
    yield finding("know", sentence, rows)


def _by_organisation(table: pd.DataFrame) -> Iterator[Finding]:
    """Name the organisations that hold several chairs."""
    rows = table[(table["scope"] == "map") & (table["by"] == "organisation") & (table["chairs"] >= LEAST)]
    total = table[(table["scope"] == "map") & (table["by"] == "organisation") & (table["part"] == ALL)]
    rows = rows[(rows["part"] == ONE) & (rows["chairs"] < int(total["chairs"].iloc[0]))]
    rows = rows.sort_values(["chairs", "value"], ascending=[False, True], kind="stable")
    if len(rows):
        names = [f"{value} ({chairs})" for value, chairs in zip(rows["value"], rows["chairs"], strict=True)]
        what = f"{counted(len(rows), 'organisation')} {verb('holds', len(rows))} {LEAST} chairs or more"
        yield finding("know", f"{what}: {listing(names)}.", rows)


def _same_person(table: pd.DataFrame) -> Iterator[Finding]:
    """Name the people who chair more than one body, most first; where they are few, with the bodies."""
    rows = table[(table["by"] == "chair") & (table["chairs"] > 0) & (table["part"] == ONE)]
    rows = rows.drop_duplicates(["id_person", "id_body"])
    rows = rows[rows.duplicated("id_person", keep=False)]
    held = [(str(of["value"].iloc[0]), sorted(of["body"])) for _, of in rows.groupby("id_person", sort=True)]
    held.sort(key=lambda one: (-len(one[1]), one[0]))
    if held:
        few = len(held) <= LEAST
        names = [f"{name} ({joined(bodies) if few else len(bodies)})" for name, bodies in held]
        what = f"{counted(len(held), 'person')} {verb('chairs', len(held))} more than one body"
        yield finding("look", f"{what}: {listing(names)}.", rows)


def _no_chair(table: pd.DataFrame) -> Iterator[Finding]:
    """Name the bodies of which no chair is known, where others have one."""
    rows = table[(table["scope"] == "body") & (table["by"] == "sector") & (table["part"] == ALL)]
    rows = rows[(rows["seats"] > 0) & (rows["chairs"] == 0)]
    if len(rows):
        sentence = f"No chair is known of {counted(len(rows), 'body')}: {listing(rows['body'].tolist())}."
        yield finding("look", sentence, rows)
