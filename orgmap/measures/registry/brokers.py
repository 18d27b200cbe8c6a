"""Measures of standing between groups: brokerage, exclusive links, cut-points, steps of several members."""

from __future__ import annotations

from math import inf
from typing import Any

from orgmap.measures.registry.measure import Measure

_GROUPS: dict[str, Any] = {
    "reference": "Gould and Fernandez 1989, Structures of mediation: a formal approach to brokerage in "
    "transaction networks, Sociological Methodology 19, 89-126",
    "doi": "10.2307/270949",
}
_TIER: dict[str, Any] = {
    "level": "node",
    "range": (0.0, inf),
    "undefined": "its own tier is not known, or of none of its pairs are all tiers known",
    "reference": "Jasny and Lubell 2015, Two-mode brokerage in policy networks, Social Networks 41, 36-47",
    "doi": "10.1016/j.socnet.2014.11.005",
    "function": "brokerage",
    "options": {"by": "tier"},
}
_SECTOR: dict[str, Any] = {
    "level": "node",
    "range": (0.0, inf),
    "undefined": "for bodies; its own sector is not known, or of none of its pairs are all sectors known",
    **_GROUPS,
    "function": "brokerage",
    "options": {"by": "sector"},
}
_TWO_MODE = "pairs of nodes with a tie to it in the two-mode network, each pair once; "
_PROJECTED = "pairs of its neighbours in the projection that are not neighbours, unweighted; each pair once; "
_EXCLUSIVE: dict[str, Any] = {
    "level": "node",
    "range": (0.0, inf),
    "undefined": "never; where a list is partial there may be other pairs",
    "reference": "Hamilton, Hileman and Bodin 2020, Evaluating heterogeneous brokerage: New conceptual and "
    "methodological approaches and their application to multi-level environmental governance networks, "
    "Social Networks 61, 1-10",
    "doi": "10.1016/j.socnet.2019.08.002",
    "function": "exclusive_brokerage",
}
_CUT: dict[str, Any] = {
    "level": "node",
    "range": (0.0, inf),
    "undefined": "never; where a list is partial there may be other ways round",
    "reference": "Hopcroft and Tarjan 1973, Algorithm 447: efficient algorithms for graph manipulation, "
    "Communications of the ACM 16(6), 372-378",
    "doi": "10.1145/362248.362272",
    "function": "cut_points",
}
_STEPS: dict[str, Any] = {
    "level": "node",
    "reference": "Aksoy, Joslyn, Ortiz Marrero, Praggastis and Purvine 2020, Hypernetwork science via "
    "high-order hypergraph walks, EPJ Data Science 9, 16",
    "doi": "10.1140/epjds/s13688-020-00231-0",
    "function": "s_cohesion",
}


BROKERS: tuple[Measure, ...] = (
    Measure(
        name="tier_coordinator",
        title="Links within own tier",
        plain="How many pairs of its own tier it joins, as a district that sits on two district bodies.",
        variant=_TWO_MODE + "both of the tier of the node (coordinator)",
        **_TIER,
    ),
    Measure(
        name="tier_itinerant",
        title="Links within another tier",
        plain="How many pairs of one tier it brings together although it is of another tier itself.",
        variant=_TWO_MODE + "both of one tier, which is not that of the node (itinerant, consultant)",
        **_TIER,
    ),
    Measure(
        name="tier_gatekeeper",
        title="Door of its own tier",
        plain="How many times it stands between one of its own tier and one of another tier.",
        variant=_TWO_MODE
        + "one of the tier of the node and one not (gatekeeper, undirected: representative)",
        **_TIER,
    ),
    Measure(
        name="tier_liaison",
        title="Go-between of other tiers",
        plain="How many pairs of two tiers it joins that are both not its own.",
        variant=_TWO_MODE + "the three of three tiers (liaison)",
        **_TIER,
    ),
    Measure(
        name="sector_coordinator",
        title="Links within own sector",
        plain="How many pairs of its own sector meet it, but not each other.",
        variant=_PROJECTED + "both of the sector of the node (coordinator)",
        **_SECTOR,
    ),
    Measure(
        name="sector_itinerant",
        title="Links within another sector",
        plain="How many pairs of one other sector meet it, but not each other.",
        variant=_PROJECTED + "both of one sector, which is not that of the node (itinerant, consultant)",
        **_SECTOR,
    ),
    Measure(
        name="sector_gatekeeper",
        title="Door of its own sector",
        plain="How many pairs, one of its own sector and one of another, meet it, but not each other.",
        variant=_PROJECTED
        + "one of the sector of the node and one not (gatekeeper, undirected: representative)",
        **_SECTOR,
    ),
    Measure(
        name="sector_liaison",
        title="Go-between of other sectors",
        plain="How many pairs of two sectors that are both not its own meet it, but not each other.",
        variant=_PROJECTED + "the three of three sectors (liaison)",
        **_SECTOR,
    ),
    Measure(
        name="activity",
        title="Pairs brought together",
        plain="How many pairs of bodies a member sits on, or how many pairs of members meet on a body.",
        variant="two-paths with the node in the middle, in the two-mode network; each pair once",
        **_EXCLUSIVE,
    ),
    Measure(
        name="exclusivity",
        title="Pairs joined by nobody else",
        plain="How many of these pairs only this member joins, or meet only on this body.",
        variant="two-paths between two that have no other two-path, in the two-mode network; each pair once",
        **_EXCLUSIVE,
    ),
    Measure(
        name="projected_activity",
        title="Strangers it could introduce",
        plain="How many pairs of those that it meets do not meet each other.",
        variant=_PROJECTED + "the projection of the node's own mode",
        options={"network": "projection"},
        **_EXCLUSIVE,
    ),
    Measure(
        name="projected_exclusivity",
        title="Strangers only it could introduce",
        plain="How many of the pairs that do not meet each other have met nobody in common but this one.",
        variant=_PROJECTED + "with no other common neighbour; the projection of the node's own mode",
        options={"network": "projection"},
        **_EXCLUSIVE,
    ),
    Measure(
        name="splits",
        title="Groups that would fall apart",
        plain="Into how many groups that no longer meet the others the map would fall without it.",
        variant="parts of two nodes or more that its component falls into without it, 0 where there is one",
        **_CUT,
    ),
    Measure(
        name="cut_off",
        title="Bodies cut off without it",
        plain="How many bodies would lose all contact with the main group if it went.",
        variant="bodies of its component, without it, that are not in the part with the most bodies",
        **_CUT,
    ),
    Measure(
        name="s_component_2",
        title="Group by two in common",
        plain="How many bodies hang together here by steps that each share two members or more.",
        range=(1.0, inf),
        undefined="it has fewer than two members (for a member: bodies)",
        variant="size of its s-component for s = 2; for members by shared bodies",
        **_STEPS,
    ),
    Measure(
        name="s_component_3",
        title="Group by three in common",
        plain="How many bodies hang together here by steps that each share three members or more.",
        range=(1.0, inf),
        undefined="it has fewer than three members (for a member: bodies)",
        variant="size of its s-component for s = 3; for members by shared bodies",
        **_STEPS,
    ),
    Measure(
        name="s_strength",
        title="Strongest bond in a group",
        plain="The most shared members at which this body still hangs together with two others or more.",
        range=(0.0, inf),
        undefined="never; 0 where it hangs together with fewer than two others",
        variant="largest s at which its s-component has three or more; for members by shared bodies",
        **_STEPS,
    ),
)
