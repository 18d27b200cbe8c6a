"""An OrgMap as NetworkX graphs: the whole map, affiliation networks, projections and incidence."""

from orgmap.network.affiliation import affiliation, projection
from orgmap.network.incidence import Incidence, incidence_of
from orgmap.network.nodes import PREFIX
from orgmap.network.ties import MODE, Counting, incidence, usual_counting
from orgmap.network.whole import whole_map

__all__ = [
    "MODE",
    "PREFIX",
    "Counting",
    "Incidence",
    "affiliation",
    "incidence",
    "incidence_of",
    "projection",
    "usual_counting",
    "whole_map",
]
