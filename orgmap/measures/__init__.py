"""Network science without the domain: centrality of nodes and overlap of bodies, as tidy tables."""

from orgmap.measures.arrays import Incidence, incidence_of
from orgmap.measures.centrality import betweenness, closeness, degree
from orgmap.measures.overlap import members_of_pairs, pairs, shared_members
from orgmap.measures.registry import MEASURES, Measure, node_table

__all__ = [
    "MEASURES",
    "Incidence",
    "Measure",
    "betweenness",
    "closeness",
    "degree",
    "incidence_of",
    "members_of_pairs",
    "node_table",
    "pairs",
    "shared_members",
]
