"""What share of the members of each body sit at the other tier too, organisations and people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.wording import counted, percent, verb
from orgmap.network import PREFIX

COUNTIES = 3
FEWEST = 3
"""Of a body with fewer members than this no share is told."""
COLUMN = {"organisations": "represents", "people": "person"}
NOUN = {"organisations": "organisation", "people": "person"}


def share_rows(orgmap: OrgMap, ties: pd.DataFrame, where: pd.DataFrame) -> pd.DataFrame:
    """Return two rows for each body with members: how many organisations, and people, sit at both tiers.

    The other tier is all bodies of the same county, like with like. The share is of a body's known size: its
    list if that is complete, of people else its places; NaN where neither is known.
    """
    parts = [_rows(orgmap, ties, where, counting) for counting in COLUMN]
    return pd.concat(parts, ignore_index=True)


def _rows(orgmap: OrgMap, ties: pd.DataFrame, where: pd.DataFrame, counting: str) -> pd.DataFrame:
    column = COLUMN[counting]
    seats = ties.dropna(subset=column)
    seated = seats.merge(where.rename_axis(None), left_on="body", right_index=True)
    both = seated.groupby(["like", "county", column])["tier"].transform("nunique") == 2
    seated = seated.assign(both=both).drop_duplicates(["body", column])
    found = seated.groupby("body").agg(members=("both", "size"), both=("both", "sum"))
    facts = where.loc[found.index]
    size = _sizes(orgmap, found["members"], counting)
    return pd.DataFrame(
        {
            "mode": "body",
            "like": facts["like"],
            "county": facts["county"].map(orgmap.areas["name"]).astype("str"),
            "member": facts["name"],
            "place": facts["place"],
            "tier": facts["tier"],
            "sits": True,
            "seats": seats["body"].value_counts().reindex(found.index),
            "counting": counting,
            **found,
            "size": size,
            "share": found["both"] / size,
            "id": PREFIX["body"] + found.index.astype("str"),
        }
    )


def _sizes(orgmap: OrgMap, members: pd.Series[int], counting: str) -> pd.Series[float]:
    """Return how many members each body has in all, NaN where that is not known."""
    bodies = orgmap.bodies.loc[members.index]
    size = members.astype("float64").where(bodies["list"] == "complete")
    if counting == "organisations":
        return size
    places = bodies["places"].astype("float64")
    return size.where(size.notna(), places.clip(lower=members.astype("float64")))


def share_findings(table: pd.DataFrame) -> Iterator[Finding]:
    """Say between what shares of the members of district partnerships sit at the county too."""
    known = table[(table["mode"] == "body") & table["share"].notna() & (table["size"] >= FEWEST)]
    known = known[(known["like"] == "partnerships") & (known["tier"] == "district")]
    for county, rows in list(known.groupby("county", sort=True))[:COUNTIES]:
        for counting, own in rows.groupby("counting", sort=True):
            if own["both"].sum():
                yield _of_districts(own.sort_values("share", kind="stable"), str(county), str(counting))


def _of_districts(own: pd.DataFrame, county: str, counting: str) -> Finding:
    noun = NOUN[counting]
    first, last = (_share(own.iloc[place]) for place in (0, -1))
    if len(own) == 1:
        size = int(own["size"].iloc[0])
        both = int(own["both"].iloc[0])
        sentence = (
            f"{both:,} of the {counted(size, noun)} on {own['member'].iloc[0]} ({percent(both, size)}) also "
            f"{verb('sits', both)} on {county}'s own partnerships."
        )
    else:
        whose = f"the {counting} on {len(own):,} district partnerships of {county} whose lists are complete"
        sentence = f"Of {whose}, from {first} to {last} also sit on the county's own."
    subjects = tuple(own["id"])
    return Finding("two_tier", "know", sentence, subjects, tuple(int(row) for row in own.index))


def _share(row: pd.Series[Any]) -> str:
    both, size = int(row["both"]), int(row["size"])
    return f"{percent(both, size)} ({both:,} of {size:,} on {row['member']})"
