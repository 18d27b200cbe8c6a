"""Measures of the whole map: how dense, how breakable, in what groups, how mixed."""

from __future__ import annotations

from math import inf

from orgmap.measures.registry.groups import GROUPS
from orgmap.measures.registry.measure import Measure
from orgmap.measures.registry.mix import MIX

_TWO_MODE = "Borgatti and Everett 1997, Network analysis of 2-mode data, Social Networks 19(3), 243-269"
_TWO_MODE_DOI = "10.1016/S0378-8733(96)00301-2"
_DUALITY = "Breiger 1974, The duality of persons and groups, Social Forces 53(2), 181-190"
_DUALITY_DOI = "10.2307/2576011"
_PARTS = "Wasserman and Faust 1994, Social Network Analysis: Methods and Applications, Cambridge"
_PARTS_DOI = "10.1017/CBO9780511815478"
_KEY_PLAYERS = (
    "Borgatti 2006, Identifying sets of key players in a social network, "
    "Computational and Mathematical Organization Theory 12(1), 21-34"
)
_KEY_PLAYERS_DOI = "10.1007/s10588-006-7084-x"
_ATTACK = "Schneider and others 2011, Mitigation of malicious attacks on networks, PNAS 108(10), 3838-3841"
_ATTACK_DOI = "10.1073/pnas.1009440108"
_ATTACK_VARIANT = (
    "mean share of all nodes of the two-mode network in the largest component, "
    "over removals by recomputed degree, ids deciding between equals"
)


WHOLE: tuple[Measure, ...] = (
    Measure(
        name="density",
        title="Seats taken of all possible",
        level="map",
        plain="Of all places that every member could have on every body, the share that is taken.",
        range=(0.0, 1.0),
        undefined="there are no bodies or no members",
        variant="two-mode: ties over the product of the sizes of the modes",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="whole_map",
    ),
    Measure(
        name="components",
        title="Separate parts",
        level="map",
        plain="How many parts there are on the map that have nobody in common.",
        range=(0.0, inf),
        undefined="never",
        variant="two-mode network; a node without ties is a part of its own",
        reference=_PARTS,
        doi=_PARTS_DOI,
        function="whole_map",
    ),
    Measure(
        name="largest_share",
        title="Share in the largest part",
        level="map",
        plain="Of all bodies and members, the share that hangs together in the largest part of the map.",
        range=(0.0, 1.0),
        undefined="the map is empty",
        variant="two-mode network; nodes of the largest component over all nodes",
        reference=_PARTS,
        doi=_PARTS_DOI,
        function="whole_map",
    ),
    Measure(
        name="fragmentation",
        title="Pairs cut off",
        level="map",
        plain="Of all pairs of bodies and members, the share that no chain of shared seats joins.",
        range=(0.0, 1.0),
        undefined="there are fewer than two bodies and members",
        variant="F: two-mode network, all pairs of nodes of either mode",
        reference=_KEY_PLAYERS,
        doi=_KEY_PLAYERS_DOI,
        function="whole_map",
    ),
    Measure(
        name="members_per_body",
        title="Members of a body",
        level="map",
        plain="How many members a body has on average.",
        range=(0.0, inf),
        undefined="there are no bodies",
        variant="ties over bodies, those without members included",
        reference=_DUALITY,
        doi=_DUALITY_DOI,
        function="whole_map",
    ),
    Measure(
        name="bodies_per_member",
        title="Bodies of a member",
        level="map",
        plain="How many bodies a member sits on, on average.",
        range=(0.0, inf),
        undefined="there are no members",
        variant="ties over members, those without bodies included",
        reference=_DUALITY,
        doi=_DUALITY_DOI,
        function="whole_map",
    ),
    Measure(
        name="distance_fragmentation",
        title="Distance between all",
        level="map",
        plain="How far apart bodies and members are on average: 0 if all were joined, 1 if none is.",
        range=(0.0, 1.0),
        undefined="there are fewer than two bodies and members",
        variant="DF: 1 less the mean of 1 / distance over all pairs of nodes of the two-mode network",
        reference=_KEY_PLAYERS,
        doi=_KEY_PLAYERS_DOI,
        function="distance_fragmentation",
    ),
    Measure(
        name="key_player_fragmentation",
        title="Damage by one loss",
        level="map",
        plain="Of all pairs left, the share that nothing joins once the one member goes who matters most.",
        range=(0.0, 1.0),
        undefined="there are no members, or fewer than three bodies and members",
        variant="KPP-NEG with k = 1 among members, F of the two-mode network after the removal; exact",
        reference=_KEY_PLAYERS,
        doi=_KEY_PLAYERS_DOI,
        function="key_player_values",
    ),
    Measure(
        name="key_player_reach",
        title="Reach of the best placed",
        level="map",
        plain="How near the best placed member is to everyone: 1 would mean next to all bodies and members.",
        range=(0.0, 1.0),
        undefined="there are no members",
        variant="KPP-POS with k = 1 among members: mean of 1 / distance over all nodes, its own counting 1",
        reference=_KEY_PLAYERS,
        doi=_KEY_PLAYERS_DOI,
        function="key_player_values",
    ),
    Measure(
        name="robustness",
        title="Hold when the busiest go",
        level="map",
        plain="How much of the map hangs together on average while the busiest go one by one.",
        range=(0.0, 1.0),
        undefined="the map is empty",
        variant=f"R of both modes together: {_ATTACK_VARIANT}",
        reference=_ATTACK,
        doi=_ATTACK_DOI,
        function="robustness_values",
    ),
    Measure(
        name="robustness_members",
        title="Hold when members go",
        level="map",
        plain="How much of the map hangs together on average while the busiest members go one by one.",
        range=(0.0, 1.0),
        undefined="there are no members",
        variant=f"members only: {_ATTACK_VARIANT}",
        reference=_ATTACK,
        doi=_ATTACK_DOI,
        function="robustness_values",
    ),
    Measure(
        name="robustness_bodies",
        title="Hold when bodies close",
        level="map",
        plain="How much of the map hangs together on average while the largest bodies close one by one.",
        range=(0.0, 1.0),
        undefined="there are no bodies",
        variant=f"bodies only: {_ATTACK_VARIANT}",
        reference=_ATTACK,
        doi=_ATTACK_DOI,
        function="robustness_values",
    ),
    *GROUPS,
    *MIX,
)
