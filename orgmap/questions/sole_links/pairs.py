"""Pairs of bodies with exactly one common member: who it is, until when, and what else joins the two."""

from __future__ import annotations

from typing import Any, Literal

import networkx as nx
import pandas as pd

from orgmap.measures import members_of_pairs, pairs
from orgmap.model import OrgMap
from orgmap.model.dates import last_day
from orgmap.model.wording import joined
from orgmap.network import MODE, PREFIX
from orgmap.questions.sole_links.ways import Ways

Members = Literal["organisations", "people"]
SEATS: dict[Members, str] = {"organisations": "represents", "people": "person"}
"""Who can be the only link, each with the column of the seats that says for whom a seat makes a tie."""


def only_links(
    orgmap: OrgMap, graph: nx.Graph[str], counting: Members, ties: pd.DataFrame, ways: Ways
) -> pd.DataFrame:
    """Return a row for each two bodies with exactly one member in common, as the question has it."""
    shared = pairs(graph)
    alone = shared[shared["shared"] == 1].reset_index(drop=True)
    member = [ids[0] for ids in members_of_pairs(graph, alone)]
    labels = {node: str(facts["label"]) for node, facts in graph.nodes(data=True)}
    found = pd.DataFrame({"id_a": alone["a"], "id_b": alone["b"], "id_member": member}, dtype="str")
    names = {part: found[f"id_{part}"].map(labels).astype("str") for part in ("a", "b", "member")}
    found = found.assign(
        kind="only link",
        counting=counting,
        body_a=names["a"],
        body_b=names["b"],
        member=names["member"],
        part_of=_part_of(orgmap, found),
        also_joined=pd.array(ways.of(found, MODE[counting]), dtype="str"),
    )
    return found.assign(**_first_end(found, ends(ties, SEATS[counting], PREFIX[MODE[counting]])))


def ends(ties: pd.DataFrame, column: str, prefix: str) -> dict[tuple[str, str], str]:
    """Return when the last seat of a member on a body ends, by node ids; nothing where that is not known."""
    seats = ties.dropna(subset=column).assign(last=ties["until"].map(last_day, na_action="ignore"))
    groups = seats.sort_values("last", kind="stable").groupby([column, "body"])
    known = groups["until"].agg(["size", "count", "last"]).reset_index()
    sure = known[known["size"] == known["count"]]
    nodes = zip(prefix + sure[column], PREFIX["body"] + sure["body"], strict=True)
    return dict(zip(nodes, sure["last"], strict=True))


def _part_of(orgmap: OrgMap, found: pd.DataFrame) -> list[bool]:
    """Tell of each pair whether one body is part of the other."""
    above = {
        PREFIX["body"] + body: {PREFIX["body"] + one for one in orgmap.ancestors(body)}
        for body in orgmap.bodies.index
    }
    return [
        a in above[b] or b in above[a]
        for a, b in zip(found["id_a"].tolist(), found["id_b"].tolist(), strict=True)
    ]


def _first_end(found: pd.DataFrame, end: dict[tuple[str, str], str]) -> dict[str, Any]:
    """Return for each pair when the first of the two seats ends that make the link, and on which body."""
    columns = [found[name].tolist() for name in ("id_member", "id_a", "id_b", "body_a", "body_b")]
    until, on = [], []
    for member, a, b, name_a, name_b in zip(*columns, strict=True):
        known = [
            (end[member, node], name) for node, name in ((a, name_a), (b, name_b)) if (member, node) in end
        ]
        first = min((date for date, _ in known), key=last_day, default=None)
        until.append(first)
        on.append(joined([name for date, name in known if date == first]))
    return {"until": pd.array(until, dtype="str"), "ends_on": pd.array(on, dtype="str")}
