"""Structural holes of the networks that Borgatti and that Burchard and Cornwell work through.

Borgatti 1997, Structural holes: unpacking Burt's redundancy measures, Connections 20(1), 35-38: seven people,
ten ties; the figures are those that NetworkX holds in its own tests of this example (checked there with
UCINET and igraph). Each tie is made a body of two here, so that the projection of the members is the example.

Burchard and Cornwell 2018, Structural holes and bridging in two-mode networks, Social Networks 55, 11-20,
doi:10.1016/j.socnet.2018.04.001: the four people and four groups of figure 2, as the R package dream carries
them; the values are worked out from their formula.
"""

from __future__ import annotations

import pytest

from orgmap.measures import structural_holes
from tests.networks import affiliation, member_id

BORGATTI = ("AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC")
FIGURE_2 = {"1": "ijk", "2": "im", "3": "jm", "4": "km"}


@pytest.mark.parametrize(
    ("person", "constraint", "size", "efficiency"),
    [("G", 0.400, 4.67, 0.78), ("A", 0.595, 2.50, 0.63), ("C", 1.000, 1.00, 1.00)],
)
def test_borgatti(person: str, constraint: float, size: float, efficiency: float) -> None:
    """Constraint to three decimals, effective size and its share of the six, four and one contacts to two."""
    network = affiliation({tie: tuple(tie) for tie in BORGATTI}, mode="person")
    row = structural_holes(network).loc[member_id(person, "person")]
    assert row["constraint"] == pytest.approx(constraint, abs=5e-4)
    assert row["effective_size"] == pytest.approx(size, abs=5.1e-3)
    assert row["efficiency"] == pytest.approx(efficiency, abs=5.1e-3)


@pytest.mark.parametrize(("person", "size"), [("i", 3 - 2 / 3), ("j", 3 - 2 / 3), ("k", 3 - 2 / 3), ("m", 3)])
def test_burchard_and_cornwell(person: str, size: float) -> None:
    """Of three contacts two meet in i's own group 1, so each of the two is redundant by a third; m's do not.

    The contacts of m meet in group 1, but m is not there: that does not count in two modes.
    """
    network = affiliation({group: tuple(people) for group, people in FIGURE_2.items()}, mode="person")
    found = structural_holes(network, network="two-mode")["two_mode_effective_size"]
    assert found[member_id(person, "person")] == pytest.approx(size, abs=1e-12)
