"""Network science without the domain: centrality of nodes and overlap of bodies, as tidy tables."""

from orgmap.measures.arrays import Incidence, incidence_of
from orgmap.measures.betweenness import betweenness
from orgmap.measures.brokerage import BROKERAGE_TYPES, gould_fernandez
from orgmap.measures.centrality import closeness, degree
from orgmap.measures.cohesion import common_members, largest_s, s_components
from orgmap.measures.diversity import blau
from orgmap.measures.meeting import only_tables
from orgmap.measures.overlap import members_of_pairs, pairs, shared_members
from orgmap.measures.registry import MEASURES, Measure
from orgmap.measures.separation import Part, Separation, separation
from orgmap.measures.tables import node_table

__all__ = [
    "BROKERAGE_TYPES",
    "MEASURES",
    "Incidence",
    "Measure",
    "Part",
    "Separation",
    "betweenness",
    "blau",
    "closeness",
    "common_members",
    "degree",
    "gould_fernandez",
    "incidence_of",
    "largest_s",
    "members_of_pairs",
    "node_table",
    "only_tables",
    "pairs",
    "s_components",
    "separation",
    "shared_members",
]
