"""Network science without the domain: centrality of nodes and overlap of bodies, as tidy tables."""

from orgmap.measures.arrays import Incidence, incidence_of
from orgmap.measures.betweenness import betweenness
from orgmap.measures.brokerage import BROKERAGE_TYPES, gould_fernandez
from orgmap.measures.brokers import brokerage, brokerage_scores
from orgmap.measures.centrality import closeness, degree, harmonic
from orgmap.measures.clustering import clustering, opsahl, projected_clustering, whole_clustering
from orgmap.measures.cohesion import common_members, largest_s, s_cohesion, s_components
from orgmap.measures.communities import bipartite_modularity, communities, modularity
from orgmap.measures.core_periphery import core_periphery, core_values
from orgmap.measures.cut_points import cut_points
from orgmap.measures.diversity import blau, diversity, whole_diversity
from orgmap.measures.eigenvector import eigenvector
from orgmap.measures.exclusive import BROKERAGE_STYLES, brokerage_style, exclusive_brokerage
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.key_players import key_player_values, key_players
from orgmap.measures.meeting import only_tables
from orgmap.measures.overlap import overlap_blocks, pairs
from orgmap.measures.progress import watching
from orgmap.measures.redundancy import redundancy
from orgmap.measures.registry import MEASURES, Level, Measure
from orgmap.measures.robustness import robustness, robustness_values
from orgmap.measures.separation import Part, Separation, separation
from orgmap.measures.sets import key_player_table, robustness_table
from orgmap.measures.shared import members_of_pairs, shared_members
from orgmap.measures.significance import significance
from orgmap.measures.structural_holes import structural_holes
from orgmap.measures.tables import map_table, measures_named, node_table, tie_table
from orgmap.measures.whole import distance_fragmentation, whole_map

__all__ = [
    "BROKERAGE_STYLES",
    "BROKERAGE_TYPES",
    "MEASURES",
    "Incidence",
    "Level",
    "Measure",
    "Mode",
    "Part",
    "Separation",
    "betweenness",
    "bipartite_modularity",
    "blau",
    "brokerage",
    "brokerage_scores",
    "brokerage_style",
    "closeness",
    "clustering",
    "common_members",
    "communities",
    "core_periphery",
    "core_values",
    "cut_points",
    "degree",
    "distance_fragmentation",
    "diversity",
    "eigenvector",
    "exclusive_brokerage",
    "gould_fernandez",
    "harmonic",
    "incidence_of",
    "key_player_table",
    "key_player_values",
    "key_players",
    "largest_s",
    "map_table",
    "measures_named",
    "members_of_pairs",
    "modularity",
    "node_table",
    "only_tables",
    "opsahl",
    "overlap_blocks",
    "pairs",
    "projected_clustering",
    "redundancy",
    "robustness",
    "robustness_table",
    "robustness_values",
    "s_cohesion",
    "s_components",
    "separation",
    "shared_members",
    "significance",
    "structural_holes",
    "tie_table",
    "watching",
    "whole_clustering",
    "whole_diversity",
    "whole_map",
]
