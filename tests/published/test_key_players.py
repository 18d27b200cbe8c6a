"""Borgatti 2006, Identifying sets of key players in a social network, doi:10.1007/s10588-006-7084-x.

Data: the invented two-tier area of `tests.networks`, five bodies and eleven organisations. The figures were
worked out with NetworkX 3.6.1 by the formulas of that paper on the two-mode network, bodies and organisations
counted alike, n being that after the removal; four decimals.
"""

from __future__ import annotations

import pytest

from orgmap.measures import distance_fragmentation, key_players, whole_map
from tests.networks import davis, member_id, two_tier

WITHOUT = {"County": 0.4970, "Police": 0.4825, "NHS": 0.4825, "CVS": 0.4738, "College": 0.4540}


def test_distance_fragmentation_of_the_whole() -> None:
    """DF of the whole map is .4715."""
    assert distance_fragmentation(two_tier()).iloc[0] == pytest.approx(0.4715, abs=5e-5)


@pytest.mark.parametrize(("name", "figure"), WITHOUT.items())
def test_distance_fragmentation_without_one(name: str, figure: float) -> None:
    """DF without the county council, the police, health, the voluntary sector and the college."""
    network = two_tier()
    network.remove_node(member_id(name))
    assert distance_fragmentation(network).iloc[0] == pytest.approx(figure, abs=5e-5)


@pytest.mark.parametrize("name", ["County", "Police", "NHS", "Fire", "CVS", "College", "Probation"])
def test_nothing_breaks_off_without_one(name: str) -> None:
    """F is 0 after the removal of any one organisation."""
    network = two_tier()
    network.remove_node(member_id(name))
    assert whole_map(network)["fragmentation"] == 0


def test_the_county_council_matters_most() -> None:
    """The one organisation whose loss draws the rest apart most is the county council."""
    found = key_players(two_tier(), 1, by="distance")
    assert found.loc[0, "node"] == "org:county"
    assert found.loc[0, "value"] == pytest.approx(0.4970, abs=5e-5)


def test_density_of_davis() -> None:
    """Density of Davis Southern Women with 89 ties is 89/252, .353175."""
    assert whole_map(davis())["density"] == pytest.approx(0.353175, abs=5e-7)
