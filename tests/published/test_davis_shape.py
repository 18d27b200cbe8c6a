"""Clustering, eigenvector, redundancy and structural holes of Davis Southern Women, in both its versions.

Data: Davis, Gardner and Gardner 1941, Deep South, University of Chicago Press; 18 women, 14 events. The
version with 89 ties is the one that NetworkX and `southern_women` of the R package networkdata carry. The one
with 93 adds four, as the R package classicnets documents of its `group1b`: Dorothy at the events of 6/10 and
4/7 (E10 and E12), Helen at those of 11/21 and 8/3 (E13 and E14).
"""

from __future__ import annotations

import networkx as nx
import pandas as pd
import pytest

from orgmap.measures import (
    clustering,
    eigenvector,
    opsahl,
    redundancy,
    structural_holes,
    whole_clustering,
)
from orgmap.measures.arrays import incidence_of
from orgmap.measures.kernels.pairs.neighbours import side_of
from orgmap.measures.kernels.spectral import leading_pair
from tests.networks import body_id, davis, member_id

# Opsahl's local coefficient C* of the 89 ties, as his own R package tnet prints it (clustering_local_tm, in
# Schoch's R4SNA, "Two-Mode Networks"); the measure is that of Opsahl 2013, Triadic closure in two-mode
# networks, Social Networks 35(2), 159-167, doi:10.1016/j.socnet.2011.07.001.
OPSAHL = """
Evelyn Jefferson  0.7666667
Laura Mandeville  0.8421751
Theresa Anderson  0.7523437
Brenda Rogers     0.8387909
Charlotte McDowd  1.0000000
Frances Anderson  0.8690476
Eleanor Nye       0.7959184
Pearl Oglethorpe  0.6462585
Ruth DeSand       0.6702509
Verne Sanderson   0.6740891
Myra Liddel       0.7138810
Katherina Rogers  0.7695560
Sylvia Avondale   0.7461929
Nora Fayette      0.8379501
Helen Lloyd       0.8159204
Dorothy Murchison 0.5407407
Olivia Carleton   0.5806452
Flora Price       0.5806452
E1                1.0000000
E2                0.9487179
E3                0.9532967
E4                0.9644970
E5                0.9628253
E6                0.8135593
E7                0.7171825
E8                0.7791580
E9                0.7353630
E10               0.8544601
E11               0.9555556
E12               0.8844765
E13               0.8709677
E14               0.8709677
"""
FOUR_MORE = (
    ("Dorothy Murchison", "E10"),
    ("Dorothy Murchison", "E12"),
    ("Helen Lloyd", "E13"),
    ("Helen Lloyd", "E14"),
)


def node_of(name: str) -> str:
    """Return the node id of an event or a woman."""
    return body_id(name) if name[1:].isdigit() else member_id(name, "person")


def davis_93() -> nx.Graph:
    """Return the version with 93 ties."""
    network = davis()
    network.add_edges_from((node_of(woman), node_of(event)) for woman, event in FOUR_MORE)
    return network


def test_opsahl_local_values_of_all_women_and_events() -> None:
    """C* of all 18 women and 14 events is what tnet prints, to its seven decimals."""
    found = opsahl(davis())
    lines = [line.rsplit(maxsplit=1) for line in OPSAHL.strip().splitlines()]
    assert len(lines) == len(found)
    for name, figure in lines:
        assert found[node_of(name.strip())] == pytest.approx(float(figure), abs=1.0e-7)


def test_opsahl_of_the_whole() -> None:
    """C* of the women is 0.7718968, as published (and as tnet's clustering_tm prints it)."""
    assert whole_clustering(davis())["opsahl_members"] == pytest.approx(0.7718968, abs=5e-8)


def test_robins_and_alexander() -> None:
    """Four times the circles of four over the chains of three is 0.467764, computed with NetworkX 3.6.1."""
    assert whole_clustering(davis())["robins_alexander"] == pytest.approx(0.467764, abs=5e-7)


def test_the_version_with_93_ties_differs() -> None:
    """Four ties more give another coefficient to the whole, to the women concerned and to their events."""
    here, there = davis(), davis_93()
    assert there.number_of_edges() == 93
    assert (whole_clustering(here) - whole_clustering(there)).abs().min() > 0.001
    changed = ["Dorothy Murchison", "Helen Lloyd", "E10", "E12", "E13", "E14"]
    for measure in (opsahl, eigenvector):
        difference = (measure(here) - measure(there)).abs()
        assert difference[[node_of(name) for name in changed]].min() > 0.001


def test_redundancy() -> None:
    """Redundancy of Evelyn and of E8, computed with NetworkX 3.6.1, to the six decimals noted."""
    found = redundancy(davis())
    assert found[node_of("Evelyn Jefferson")] == pytest.approx(0.964286, abs=5e-7)
    assert found[node_of("E8")] == pytest.approx(0.802198, abs=5e-7)


def test_latapy_clustering() -> None:
    """Evelyn's three means, computed with NetworkX 3.6.1, to the six decimals noted."""
    row = clustering(davis()).loc[node_of("Evelyn Jefferson")]
    figures = {"clustering_dot": 0.317943, "clustering_min": 0.641667, "clustering_max": 0.367647}
    assert row.to_dict() == pytest.approx(figures, abs=5e-7)


def test_eigenvector() -> None:
    """The leading singular value is 6.741908, Evelyn's value 0.3347, that of E8 0.5066 (scipy 1.17)."""
    network = davis()
    assert leading_pair(side_of(incidence_of(network), "body"))[0] == pytest.approx(6.741908, abs=5e-7)
    found = eigenvector(network)
    assert found[node_of("Evelyn Jefferson")] == pytest.approx(0.3347, abs=5e-5)
    assert found[node_of("E8")] == pytest.approx(0.5066, abs=5e-5)


def test_two_mode_constraint() -> None:
    """Constraint of Evelyn, Laura and Theresa is what the R package netrics tests for, to four decimals.

    The measure is that of Hollway, Morin and Pauwelyn 2020, doi:10.1007/s10784-019-09464-5; its first author
    maintains netrics (tests/testthat/test-measure_holes.R).
    """
    found: pd.Series = structural_holes(davis(), network="two-mode")["two_mode_constraint"]
    women = ["Evelyn Jefferson", "Laura Mandeville", "Theresa Anderson"]
    assert found[[node_of(name) for name in women]].tolist() == pytest.approx(
        [0.2782, 0.3071, 0.2965], abs=5e-5
    )
