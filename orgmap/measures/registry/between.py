"""Measures of lying between others: betweenness."""

from __future__ import annotations

from orgmap.measures.registry.measure import Measure

_TWO_MODE = "Borgatti and Everett 1997, Network analysis of 2-mode data, Social Networks 19(3), 243-269"
_TWO_MODE_DOI = "10.1016/S0378-8733(96)00301-2"


BETWEEN: tuple[Measure, ...] = (
    Measure(
        name="betweenness",
        title="Go-between",
        level="node",
        plain="How many of the shortest ways between others run through here: 1 means as many as could be.",
        range=(0.0, 1.0),
        undefined="there are fewer than two bodies (for a member) or two members (for a body)",
        variant="shortest paths through the node, each pair of others once, over the most for its mode; "
        "sampled, with the error in a note, where exact values would take minutes",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="betweenness",
        depends_on_file=True,
    ),
    Measure(
        name="projected_betweenness",
        title="Go-between among its own kind",
        level="node",
        plain="Of the shortest ways from body to body (or from member to member), the share that runs "
        "through this one.",
        range=(0.0, 1.0),
        undefined="there are fewer than three of its own mode",
        variant="in the unweighted projection of its own mode, over the pairs of the others (Freeman); "
        "sampled, with the error in a note, where exact values would take minutes",
        reference="Freeman 1977, A set of measures of centrality based on betweenness, "
        "Sociometry 40(1), 35-41",
        doi="10.2307/3033543",
        function="betweenness",
        options={"network": "projection"},
        depends_on_file=True,
    ),
)
