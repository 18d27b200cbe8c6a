"""Measures of ties and distances: degree, closeness, harmonic closeness."""

from __future__ import annotations

from orgmap.measures.registry.measure import Measure

_TWO_MODE = "Borgatti and Everett 1997, Network analysis of 2-mode data, Social Networks 19(3), 243-269"
_TWO_MODE_DOI = "10.1016/S0378-8733(96)00301-2"
_HARMONIC = "Marchiori and Latora 2000, Harmony in the small-world, Physica A 285(3-4), 539-546"
_HARMONIC_DOI = "10.1016/S0378-4371(00)00311-3"
_EMPTY = "there are no bodies (for a member) or no members (for a body)"
_ALONE = "there is no other member (for a member) or no other body (for a body)"
_UNWEIGHTED = "; projection of the node's own mode, unweighted"


DISTANCES: tuple[Measure, ...] = (
    Measure(
        name="degree",
        title="Breadth of membership",
        level="node",
        plain="Of all bodies, the share that this member sits on; of all members, the share on this body.",
        range=(0.0, 1.0),
        undefined=_EMPTY,
        variant="ties over the size of the other mode; several seats of one member on one body are one tie",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="degree",
        depends_on_file=True,
    ),
    Measure(
        name="closeness",
        title="Closeness to everyone",
        level="node",
        plain="How few introductions lead from here to everyone else: 1 means that nobody could be closer.",
        range=(0.0, 1.0),
        undefined=_EMPTY,
        variant="least possible over actual sum of distances, both within the component, "
        "times (component size - 1) / (n - 1)",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="closeness",
        depends_on_file=True,
    ),
    Measure(
        name="harmonic",
        title="Nearness to everyone",
        level="node",
        plain="How near everyone is from here on average, where those out of reach count for nothing: 1 "
        "means that all are one step away.",
        range=(0.0, 1.0),
        undefined=_EMPTY,
        variant="sum of 1 / distance over n - 1, over the nodes of both modes; not set against the most that "
        "two modes allow",
        reference=_HARMONIC,
        doi=_HARMONIC_DOI,
        function="harmonic",
        depends_on_file=True,
    ),
    Measure(
        name="projected_degree",
        title="Breadth of contacts",
        level="node",
        plain="Of all other members, the share that this member meets on some body; of all other bodies, the "
        "share that has members in common with this body.",
        range=(0.0, 1.0),
        undefined=_ALONE,
        variant="neighbours over the size of the mode - 1" + _UNWEIGHTED,
        reference="Freeman 1979, Centrality in social networks: conceptual clarification, "
        "Social Networks 1(3), 215-239",
        doi="10.1016/0378-8733(78)90021-7",
        function="degree",
        options={"network": "projection"},
        depends_on_file=True,
    ),
    Measure(
        name="projected_closeness",
        title="Closeness to one's kind",
        level="node",
        plain="How few shared bodies lead from a member to all other members, and how few shared members "
        "from a body to all other bodies: 1 means that something is shared with each.",
        range=(0.0, 1.0),
        undefined=_ALONE,
        variant="(component size - 1) over the sum of distances, times (component size - 1) / (size of the "
        "mode - 1)" + _UNWEIGHTED,
        reference="Wasserman and Faust 1994, Social Network Analysis: Methods and Applications, "
        "Cambridge University Press, page 201",
        doi="10.1017/CBO9780511815478",
        function="closeness",
        options={"network": "projection"},
        depends_on_file=True,
    ),
    Measure(
        name="projected_harmonic",
        title="Nearness to one's kind",
        level="node",
        plain="How near the other members (for a body: the other bodies) are on average, through what they "
        "share: 1 means that something is shared with each.",
        range=(0.0, 1.0),
        undefined=_ALONE,
        variant="sum of 1 / distance over the size of the mode - 1" + _UNWEIGHTED,
        reference=_HARMONIC,
        doi=_HARMONIC_DOI,
        function="harmonic",
        options={"network": "projection"},
        depends_on_file=True,
    ),
)
