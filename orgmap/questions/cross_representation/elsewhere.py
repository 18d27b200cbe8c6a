"""Whom the members of a body speak for when they sit on other bodies."""

from __future__ import annotations

import pandas as pd

from orgmap.model import OrgMap
from orgmap.questions.cross_representation.pairs import is_part
from orgmap.questions.two_tier.places import COUNCIL_KINDS

ELSEWHERE = "members elsewhere"
COUNTS = ["people", "elsewhere", "speaking", "for_others", "unstated"]


def elsewhere_rows(orgmap: OrgMap) -> pd.DataFrame:
    """Return a row for each body that has people on it: how many sit elsewhere, and for whom they speak.

    Councils, and bodies of which one is part of the other, are not elsewhere to one another. Columns:
    `for_id` (the body), `kind`, and those of `COUNTS`, as the question of cross-representation explains them.
    """
    councils = orgmap.bodies.index[orgmap.bodies["kind"].isin(COUNCIL_KINDS)]
    members = orgmap.ties().dropna(subset="person")
    members = members.loc[~members["body"].isin(councils), ["person", "body"]].drop_duplicates()
    people = members.groupby("body")["person"].size().rename("people")
    counts = _spoken(_seats_elsewhere(orgmap, members, councils))
    table = pd.DataFrame(people).join(counts).fillna(0).astype("int64")
    return table.rename_axis("for_id").reset_index().assign(kind=ELSEWHERE)


def _seats_elsewhere(orgmap: OrgMap, members: pd.DataFrame, councils: pd.Index) -> pd.DataFrame:
    """Return each member of each body with each seat that he or she has on another."""
    seats = orgmap.seats[(orgmap.seats["status"] == "filled") & ~orgmap.seats["body"].isin(councils)]
    seats = seats.dropna(subset="person")[["person", "body", "for_body", "represents"]]
    seats = seats[seats.groupby("person")["body"].transform("nunique") > 1]
    both = members.merge(seats.rename(columns={"body": "other"}), on="person")
    both = both[both["body"] != both["other"]]
    apart = [
        not is_part(orgmap, a, b) for a, b in zip(both["body"].tolist(), both["other"].tolist(), strict=True)
    ]
    return both[pd.Series(apart, index=both.index, dtype="bool")]


def _spoken(both: pd.DataFrame) -> pd.DataFrame:
    """Return for each body how many of its members sit elsewhere, and for whom they speak there."""
    own = both["for_body"] == both["body"]
    stated = both[["for_body", "represents"]].notna().any(axis=1)
    people = both[["body", "person"]].assign(own=own, stated=stated)
    people = people.groupby(["body", "person"], sort=True)[["own", "stated"]].any()
    kinds = {
        "elsewhere": people["own"] | True,
        "speaking": people["own"],
        "for_others": ~people["own"] & people["stated"],
        "unstated": ~people["own"] & ~people["stated"],
    }
    return pd.DataFrame(kinds).groupby(level="body").sum()
