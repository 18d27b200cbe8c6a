"""Seats held on one body on behalf of another, and bodies that overlap without any: one row for each pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import networkx as nx
import numpy as np
import pandas as pd

from orgmap.measures import members_of_pairs, pairs
from orgmap.model import OrgMap
from orgmap.network import PREFIX, affiliation, usual_counting
from orgmap.questions.pair_findings import share_enough

MUTUAL, ONE_WAY, VACANT = "mutual", "one-way", "vacant"
OVERLAP, NOT_SAID = "overlap without a seat", "for whom is not known"
ASKED = ("requested", "applied", "invited", "declined")
_ORDER = ("filled", *ASKED, VACANT)
"""Where seats for a body are in several states, the first of these gives the pair its kind."""
_ENDS = ["for_id", "on_id"]


def pair_rows(orgmap: OrgMap, threshold: int) -> pd.DataFrame:
    """Return a row for each body and the body on which it has or could have seats, and one for each overlap.

    Columns: as the question of cross-representation explains them; `for_id` and `on_id` hold ids of bodies.
    """
    graph = affiliation(orgmap, usual_counting(orgmap))
    formal, overlaps = _formal(orgmap), _overlaps(graph)
    swapped = overlaps.rename(columns={"for_id": "on_id", "on_id": "for_id"})
    formal = formal.merge(pd.concat([overlaps, swapped]), how="left", on=_ENDS)
    alone = overlaps[share_enough(overlaps, threshold) & ~_has_seat(overlaps, formal)]
    rows = pd.concat([formal, alone.assign(kind=OVERLAP, seats=0, open_seats=0)], ignore_index=True)
    rows["shared"] = rows["shared"].fillna(0).astype("Int64")
    rows["members"] = _members(graph, rows)
    rows["part_of"] = [is_part(orgmap, a, b) for a, b in _ends(rows)]
    return pd.concat([rows, _not_said(orgmap)], ignore_index=True).astype({"part_of": "bool"})


def is_part(orgmap: OrgMap, a: str, b: str) -> bool:
    """Tell whether one body is part of the other; a closed body is part of none."""
    parents = orgmap.parents
    return (a in parents and b in orgmap.ancestors(a)) or (b in parents and a in orgmap.ancestors(b))


def _ends(rows: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(rows["for_id"].tolist(), rows["on_id"].tolist(), strict=True)


def _formal(orgmap: OrgMap) -> pd.DataFrame:
    """Return a row for each body and the body on which a seat is for it."""
    known = [*orgmap.bodies.index, *orgmap.closed_bodies.index]
    rows = _grouped(orgmap, orgmap.seats[orgmap.seats["for_body"].isin(known)], ["for_body", "body"])
    rows = rows.rename(columns={"for_body": "for_id", "body": "on_id"})
    filled = rows[rows["kind"] == "filled"]
    both = set(zip(filled["on_id"], filled["for_id"], strict=True))
    ways = [MUTUAL if pair in both else ONE_WAY for pair in _ends(rows)]
    return rows.assign(kind=np.where(rows["kind"] == "filled", ways, rows["kind"]))


def _not_said(orgmap: OrgMap) -> pd.DataFrame:
    """Return a row for each body with seats on offer to nobody knows whom."""
    seats = orgmap.seats
    nobody = seats[["for_body", "represents", "person"]].isna().all(axis=1)
    rows = _grouped(orgmap, seats[seats["status"].isin(list(ASKED)) & nobody], ["body"])
    return rows.rename(columns={"body": "on_id"}).assign(kind=NOT_SAID, for_id="", members="", part_of=False)


def _grouped(orgmap: OrgMap, seats: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return how many seats there are in each group, in which states and roles, and who holds them."""
    filled = seats["status"] == "filled"
    facts = seats[[*by, "status", "role"]].assign(
        seats=filled.astype("int64"),
        open_seats=(~filled).astype("int64"),
        holders=_holders(orgmap, seats),
        kind=seats["status"].map(_ORDER.index).astype("int64"),
    )
    told = dict.fromkeys(["status", "role", "holders"], _told)
    rows = facts.groupby(by, sort=True).agg({"seats": "sum", "open_seats": "sum", "kind": "min", **told})
    rows = rows.reset_index().rename(columns={"role": "roles"})
    return rows.assign(kind=rows["kind"].map(dict(enumerate(_ORDER))).astype("str"))


def _told(texts: Iterable[object]) -> str:
    """Return the texts as one cell, each once; a semicolon inside a text would part it in two."""
    return "; ".join(sorted({str(text).replace(";", ",") for text in texts if isinstance(text, str)}))


def _holders(orgmap: OrgMap, seats: pd.DataFrame) -> pd.Series[str]:
    """Return who holds each filled seat: the person, or the organisation where nobody is named."""
    people = seats["person"].map(orgmap.people["label"]).astype("str")
    employers = seats["organisation"].map(orgmap.organisations["name"]).astype("str")
    return people.fillna("somebody of " + employers).fillna("nobody named").where(seats["status"] == "filled")


def _overlaps(graph: nx.Graph[str]) -> pd.DataFrame:
    """Return the pairs of bodies that share members, with how many and how much of the smaller body."""
    table = pairs(graph)
    ends = {end: table[side].str.removeprefix(PREFIX["body"]) for end, side in zip(_ENDS, "ab", strict=True)}
    return table[["shared", "simpson"]].assign(**ends)


def _has_seat(overlaps: pd.DataFrame, formal: pd.DataFrame) -> pd.Series[bool]:
    """Tell of each pair whether there is a seat of one on the other, in whatever state."""
    seen = set(_ends(formal))
    either = [(a, b) in seen or (b, a) in seen for a, b in _ends(overlaps)]
    return pd.Series(either, index=overlaps.index, dtype="bool")


def _members(graph: nx.Graph[str], rows: pd.DataFrame) -> list[str]:
    """Return the names of the members that each pair shares."""
    sharing = rows[rows["shared"] > 0]
    ends = pd.DataFrame({"a": PREFIX["body"] + sharing["for_id"], "b": PREFIX["body"] + sharing["on_id"]})
    found = members_of_pairs(graph, ends)
    names = {row: _told(graph.nodes[one]["label"] for one in ones) for row, ones in found.items()}
    return [names.get(row, "") for row in rows.index]
