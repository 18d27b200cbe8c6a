"""Which seats the law settles, and which organisations could not sit on a body: what chance has no say in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from orgmap.model import Answer, OrgMap
from orgmap.model.wording import counted
from orgmap.network import PREFIX

if TYPE_CHECKING:
    import networkx as nx

Tie = tuple[str, str]


@dataclass(frozen=True)
class Seating:
    """Ties that are settled: `ones` there by law, `zeros` impossible; pairs of node ids, body and member."""

    ones: tuple[Tie, ...]
    zeros: tuple[Tie, ...]

    @property
    def note(self) -> str:
        """What was taken as settled, in a sentence."""
        given = counted(len(self.ones), "seat")
        apart = counted(len(self.zeros), "pair")
        return (
            f"Taken as settled: {given} that the law requires, and {apart} of a body and an organisation "
            "whose areas lie apart."
        )


def seating(orgmap: OrgMap, graph: nx.Graph[str], gaps: Answer) -> Seating:
    """Return the ties of an affiliation network that are settled.

    `gaps` is the answer of that name: a member that the law asks for, and that is there, is settled. An
    organisation could not sit on a body where both areas are known to lie apart, unless it does. Sorted.
    """
    return Seating(_required(graph, gaps), _impossible(orgmap, graph))


def _required(graph: nx.Graph[str], gaps: Answer) -> tuple[Tie, ...]:
    table = gaps.table
    there = (table["reason"] == "law") & (table["strength"] == "member") & (table["state"] == "there")
    rows = table.loc[there, ["id_body", "id_organisation"]]
    ties = zip(rows["id_body"].tolist(), rows["id_organisation"].tolist(), strict=True)
    return tuple(sorted({tie for tie in ties if graph.has_edge(*tie)}))


def _impossible(orgmap: OrgMap, graph: nx.Graph[str]) -> tuple[Tie, ...]:
    bodies = orgmap.bodies["area"].dropna().to_dict()
    members = orgmap.organisations["area"].dropna().to_dict()
    relation = cache(orgmap.geography.relation)
    apart = (
        (PREFIX["body"] + str(body), PREFIX["organisation"] + str(member))
        for body, area in bodies.items()
        for member, own in members.items()
        if relation(area, own) == "apart"
    )
    return tuple(sorted(tie for tie in apart if tie[1] in graph and not graph.has_edge(*tie)))
