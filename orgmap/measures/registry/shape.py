"""Measures of the position among neighbours: eigenvector, redundancy, clustering, structural holes."""

from __future__ import annotations

from math import inf

from orgmap.measures.registry.measure import Measure

_LATAPY = (
    "Latapy, Magnien and Del Vecchio 2008, Basic notions for the analysis of large two-mode networks, "
    "Social Networks 30(1), 31-48"
)
_LATAPY_DOI = "10.1016/j.socnet.2007.04.006"
_OPSAHL = (
    "Opsahl 2013, Triadic closure in two-mode networks: redefining the global and local clustering "
    "coefficients, Social Networks 35(2), 159-167"
)
_OPSAHL_DOI = "10.1016/j.socnet.2011.07.001"
_BURT = "Burt 1992, Structural Holes: the social structure of competition, Harvard University Press"
_BURT_DOI = "10.4159/9780674029095"
_BORGATTI = "(Borgatti 1997, Connections 20(1), 35-38)"
_PROJECTION = {"network": "projection"}
_ALONE = "it shares nothing with any other of its mode"
_OWN = "in the projection of its own mode, unweighted"


SHAPE: tuple[Measure, ...] = (
    Measure(
        name="eigenvector",
        title="At the heart of things",
        level="node",
        plain="High for who sits on bodies whose members sit on many bodies that are well connected too.",
        range=(0.0, 1.0),
        undefined="nobody sits on anything",
        variant="two-mode, leading singular vectors of the largest component, each mode of unit length; "
        "0 in other components",
        reference="Faust 1997, Centrality in affiliation networks, Social Networks 19(2), 157-191",
        doi="10.1016/S0378-8733(96)00300-0",
        function="eigenvector",
        depends_on_file=True,
    ),
    Measure(
        name="projected_eigenvector",
        title="At the heart of its own kind",
        level="node",
        plain="High for a body that shares many members with bodies that do so too; of people likewise.",
        range=(0.0, 1.0),
        undefined="no two of its mode share anything",
        variant="leading eigenvector of the projection of its own mode, weighted by what is shared, without "
        "the diagonal; largest component, of unit length; 0 in other components",
        reference="Bonacich 1972, Factoring and weighting approaches to status scores and clique "
        "identification, Journal of Mathematical Sociology 2(1), 113-120",
        doi="10.1080/0022250X.1972.9989806",
        function="eigenvector",
        options=_PROJECTION,
        depends_on_file=True,
    ),
    Measure(
        name="redundancy",
        title="What others would still join",
        level="node",
        plain="Of the pairs that this one brings together, the share that also meets elsewhere: 0 means that "
        "all would lose their link.",
        range=(0.0, 1.0),
        undefined="it has fewer than two ties",
        variant="two-mode; of the pairs of its neighbours, those with another neighbour in common",
        reference=_LATAPY,
        doi=_LATAPY_DOI,
        function="redundancy",
    ),
    Measure(
        name="clustering_dot",
        title="Likeness to those around",
        level="node",
        plain="How much one has in common, on average, with those with whom one shares anything at all.",
        range=(0.0, 1.0),
        undefined=_ALONE,
        variant="two-mode, local; mean of shared over union (Latapy's dot)",
        reference=_LATAPY,
        doi=_LATAPY_DOI,
        function="clustering",
    ),
    Measure(
        name="clustering_min",
        title="Likeness, by the smaller",
        level="node",
        plain="How far, on average, the smaller of the two lies inside the larger: 1 means wholly.",
        range=(0.0, 1.0),
        undefined=_ALONE,
        variant="two-mode, local; mean of shared over the smaller degree (Latapy's min)",
        reference=_LATAPY,
        doi=_LATAPY_DOI,
        function="clustering",
    ),
    Measure(
        name="clustering_max",
        title="Likeness, by the larger",
        level="node",
        plain="How far, on average, the larger of the two lies inside the smaller: 1 means the same list.",
        range=(0.0, 1.0),
        undefined=_ALONE,
        variant="two-mode, local; mean of shared over the larger degree (Latapy's max)",
        reference=_LATAPY,
        doi=_LATAPY_DOI,
        function="clustering",
    ),
    Measure(
        name="clustering_opsahl",
        title="Acquaintances who meet elsewhere",
        level="node",
        plain="How often two whom one knows from different bodies sit together on a third body.",
        range=(0.0, 1.0),
        undefined="no two neighbours of its mode are reached by two different ways, as with one tie",
        variant="two-mode, local; closed 4-paths over 4-paths with the node in the middle (Opsahl's C*)",
        reference=_OPSAHL,
        doi=_OPSAHL_DOI,
        function="opsahl",
    ),
    Measure(
        name="projected_clustering",
        title="Acquaintances who know each other",
        level="node",
        plain="Of the pairs of those with whom one shares anything, the share that share something as well.",
        range=(0.0, 1.0),
        undefined="it shares something with fewer than two others of its mode",
        variant=f"local clustering {_OWN}",
        reference="Watts and Strogatz 1998, Collective dynamics of 'small-world' networks, "
        "Nature 393, 440-442",
        doi="10.1038/30918",
        function="projected_clustering",
    ),
    Measure(
        name="constraint",
        title="Tied to one circle",
        level="node",
        plain="How far all contacts lead back to the same few: low for who stands between several circles.",
        range=(0.0, 1.125),
        undefined=_ALONE,
        variant=f"Burt's, {_OWN}",
        reference=_BURT,
        doi=_BURT_DOI,
        function="structural_holes",
        options=_PROJECTION,
    ),
    Measure(
        name="effective_size",
        title="Contacts that count",
        level="node",
        plain="How many contacts one has, less those who know the others anyway.",
        range=(1.0, inf),
        undefined=_ALONE,
        variant=f"n - 2t/n, n contacts with t ties among them {_BORGATTI}, {_OWN}",
        reference=_BURT,
        doi=_BURT_DOI,
        function="structural_holes",
        options=_PROJECTION,
    ),
    Measure(
        name="efficiency",
        title="Share of contacts that count",
        level="node",
        plain="Of all contacts, the share that leads to somebody whom the others do not know: 1 means all.",
        range=(0.0, 1.0),
        undefined=_ALONE,
        variant=f"effective size over the number of contacts {_BORGATTI}, {_OWN}",
        reference=_BURT,
        doi=_BURT_DOI,
        function="structural_holes",
        options=_PROJECTION,
    ),
    Measure(
        name="two_mode_constraint",
        title="Meeting the same people again",
        level="node",
        plain="How far the same members sit together elsewhere too: low where each brings other company.",
        range=(0.0, inf),
        undefined="it has no ties",
        variant="two-mode; squares of what each tie takes of the node, directly and through third nodes",
        reference="Hollway, Morin and Pauwelyn 2020, Structural conditions for novelty, International "
        "Environmental Agreements 20(1), 61-83",
        doi="10.1007/s10784-019-09464-5",
        function="structural_holes",
        options={"network": "two-mode"},
    ),
    Measure(
        name="two_mode_effective_size",
        title="Circles that one joins",
        level="node",
        plain="How many contacts one has, less those who meet one another where one meets them.",
        range=(1.0, inf),
        undefined=_ALONE,
        variant="two-mode; contacts less the sum of their redundancy, which counts ties made at the node's "
        "own ends",
        reference="Burchard and Cornwell 2018, Structural holes and bridging in two-mode networks, Social "
        "Networks 55, 11-20",
        doi="10.1016/j.socnet.2018.04.001",
        function="structural_holes",
        options={"network": "two-mode"},
    ),
    Measure(
        name="opsahl_bodies",
        title="Bodies that link up",
        level="map",
        plain="How often two bodies that share members with a third share another member themselves.",
        range=(0.0, 1.0),
        undefined="no body shares members with two others by different people",
        variant="two-mode; closed 4-paths over 4-paths with a body in the middle (Opsahl's C*)",
        reference=_OPSAHL,
        doi=_OPSAHL_DOI,
        function="whole_clustering",
    ),
    Measure(
        name="opsahl_members",
        title="Members who link up",
        level="map",
        plain="How often two members whom a third knows from different bodies sit together on another one.",
        range=(0.0, 1.0),
        undefined="no member meets two others on different bodies",
        variant="two-mode; closed 4-paths over 4-paths with a member in the middle (Opsahl's C*)",
        reference=_OPSAHL,
        doi=_OPSAHL_DOI,
        function="whole_clustering",
    ),
    Measure(
        name="robins_alexander",
        title="Meeting more than once",
        level="map",
        plain="How often two members who could meet a second time do sit together on a second body.",
        range=(0.0, 1.0),
        undefined="there is no chain of three ties",
        variant="two-mode; 4 x circles of four ties over chains of three ties",
        reference="Robins and Alexander 2004, Small worlds among interlocking directors, Computational and "
        "Mathematical Organization Theory 10(1), 69-94",
        doi="10.1023/B:CMOT.0000032580.12184.c0",
        function="whole_clustering",
    ),
)
