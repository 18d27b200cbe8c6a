"""Borgatti and Everett's greatest betweenness where one mode is much larger than the other.

Borgatti and Everett 1997, Network analysis of 2-mode data, Social Networks 19(3), 243-269,
doi:10.1016/S0378-8733(96)00301-2. The shortcut 2 (n_own - 1)(n_other - 1), in use elsewhere where n_own is
the larger, gives 36 here and so a "normalised" value of 1.33.
"""

from __future__ import annotations

import numpy as np
import pytest

from orgmap.measures import betweenness
from orgmap.measures.arrays import incidence_of
from orgmap.measures.betweenness import most_between
from orgmap.measures.kernels.paths.flow import flow
from tests.networks import affiliation, swapped


def test_the_formula_gives_48_for_10_and_3() -> None:
    """With ten nodes in its own mode and three in the other, a node can lie between 48 pairs."""
    assert most_between(np.array([10]), np.array([3])).tolist() == [48]


@pytest.mark.parametrize("turn", [lambda network: network, swapped], ids=["member", "body"])
def test_the_centre_of_a_star_of_stars_has_1(turn: object) -> None:
    """The centre of three bodies with three members more each lies between 48 pairs: exactly 1."""
    lists = {f"b{body}": ["centre", *(f"m{body}{leaf}" for leaf in range(3))] for body in range(3)}
    network = turn(affiliation(lists))
    taken = incidence_of(network)
    raw = dict(zip(taken.nodes, taken.in_graph_order(flow(taken).paths), strict=True))
    assert raw["org:centre"] == 48
    assert betweenness(network)["org:centre"] == 1
