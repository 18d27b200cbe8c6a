"""Measures of the groups and the core that a map falls into."""

from __future__ import annotations

from math import inf

from orgmap.measures.registry.measure import Measure

_GROUPS = (
    "Barber 2007, Modularity and community detection in bipartite networks, Physical Review E 76(6), 066102"
)
_GROUPS_DOI = "10.1103/PhysRevE.76.066102"
_CORES = "Borgatti and Everett 1999, Models of core/periphery structures, Social Networks 21(4), 375-395"
_CORES_DOI = "10.1016/S0378-8733(99)00019-2"
_NO_CORE = "nothing tells a core from the rest, or there is no such pair"


GROUPS: tuple[Measure, ...] = (
    Measure(
        name="community",
        title="Group that keeps company",
        level="node",
        plain="Which group of bodies and members this one keeps company with, 0 being the largest group.",
        range=(0.0, inf),
        undefined="it has no ties",
        variant="greatest bipartite modularity found by local moves and merging from seeded starts; "
        "bodies and members share groups",
        reference=_GROUPS,
        doi=_GROUPS_DOI,
        function="communities",
        depends_on_file=True,
    ),
    Measure(
        name="core",
        title="In the core",
        level="node",
        plain="Whether this one is of the core where most seats are shared: 1 in the core, 0 outside it.",
        range=(0.0, 1.0),
        undefined="it has no ties, or nothing tells a core from the rest",
        variant="two-mode core-periphery by correlation with the ideal, ties in the core and nowhere else; "
        "found by search",
        reference=_CORES,
        doi=_CORES_DOI,
        function="core_periphery",
        depends_on_file=True,
    ),
    Measure(
        name="modularity",
        title="Company kept within groups",
        level="map",
        plain="How far seats keep within groups of bodies and members, beyond what chance would give.",
        range=(0.0, 1.0),
        undefined="nobody has a seat",
        variant="Barber's bipartite modularity of the communities found",
        reference=_GROUPS,
        doi=_GROUPS_DOI,
        function="modularity",
    ),
    Measure(
        name="core_fit",
        title="Fit of a core",
        level="map",
        plain="How well the map fits a core that sits together, and nobody else does: 1 is perfect.",
        range=(-1.0, 1.0),
        undefined="nothing tells a core from the rest",
        variant="correlation with the ideal, ties in the core and nowhere else; the best found by search",
        reference=_CORES,
        doi=_CORES_DOI,
        function="core_values",
    ),
    *(
        Measure(
            name=name,
            title=title,
            level="map",
            plain=f"Of all places that {who}, the share that is taken.",
            range=(0.0, 1.0),
            undefined=_NO_CORE,
            variant="density of a block of the two-mode core-periphery that fits best of those found",
            reference=_CORES,
            doi=_CORES_DOI,
            function="core_values",
        )
        for name, title, who in (
            ("core_density", "Seats taken in the core", "core members could have on core bodies"),
            (
                "core_body_density",
                "Others on core bodies",
                "other members could have on core bodies",
            ),
            ("core_member_density", "Core members elsewhere", "core members could have on other bodies"),
            ("periphery_density", "Seats taken outside the core", "other members could have on other bodies"),
        )
    ),
)
