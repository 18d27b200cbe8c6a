"""Davis Southern Women, in the version with 89 ties that NetworkX carries.

Data: Davis, Gardner and Gardner 1941, Deep South, University of Chicago Press; 18 women, 14 events.
A version with 93 ties circulates too and gives other figures.
"""

from __future__ import annotations

import numpy as np
import pytest

from orgmap.measures import betweenness, degree, node_table, pairs, significance
from orgmap.measures.arrays import incidence_of
from orgmap.measures.kernels.chance.bicm import Margins, fitted
from orgmap.measures.kernels.paths.flow import flow
from tests.networks import body_id, davis, member_id

# Degree, closeness and betweenness to two decimals, as NetworkX holds them in its own tests of the bipartite
# centralities (networkx/algorithms/bipartite/tests/test_centrality.py). The measures are those of Borgatti
# and Halgin 2011, Analyzing affiliation networks, in The SAGE Handbook of Social Network Analysis, 417-433,
# doi:10.4135/9781446294413.n28.
TWO_DECIMALS = """
E8                0.78 0.85 0.24
E9                0.67 0.79 0.23
E7                0.56 0.73 0.13
Nora Fayette      0.57 0.80 0.11
Evelyn Jefferson  0.57 0.80 0.10
Theresa Anderson  0.57 0.80 0.09
E6                0.44 0.69 0.07
Sylvia Avondale   0.50 0.77 0.07
Laura Mandeville  0.50 0.73 0.05
Brenda Rogers     0.50 0.73 0.05
Katherina Rogers  0.43 0.73 0.05
E5                0.44 0.59 0.04
Helen Lloyd       0.36 0.73 0.04
E3                0.33 0.56 0.02
Ruth DeSand       0.29 0.71 0.02
Verne Sanderson   0.29 0.71 0.02
E12               0.33 0.56 0.02
Myra Liddel       0.29 0.69 0.02
E11               0.22 0.54 0.02
Eleanor Nye       0.29 0.67 0.01
Frances Anderson  0.29 0.67 0.01
Pearl Oglethorpe  0.21 0.67 0.01
E4                0.22 0.54 0.01
Charlotte McDowd  0.29 0.60 0.01
E10               0.28 0.55 0.01
Olivia Carleton   0.14 0.59 0.01
Flora Price       0.14 0.59 0.01
E2                0.17 0.52 0.00
E1                0.17 0.52 0.00
Dorothy Murchison 0.14 0.65 0.00
E13               0.17 0.52 0.00
E14               0.17 0.52 0.00
"""


EVELYN_AND_LAURA = ("person:evelyn-jefferson", "person:laura-mandeville")


def node_of(name: str) -> str:
    """Return the node id of an event or a woman."""
    return body_id(name) if name[1:].isdigit() else member_id(name, "person")


def test_the_version_has_89_ties() -> None:
    """The data are the version with 18 women, 14 events and 89 ties, not the one with 93."""
    network = davis()
    assert (len(network), network.number_of_edges()) == (32, 89)


@pytest.mark.parametrize("line", TWO_DECIMALS.strip().splitlines(), ids=lambda line: line.split("  ")[0])
def test_centrality_of_each_woman_and_event(line: str) -> None:
    """Degree, closeness and betweenness of all 32 nodes are the published ones to two decimals."""
    name, *figures = line.rsplit(maxsplit=3)
    row = node_table(davis()).loc[node_of(name)]
    assert row[["degree", "closeness", "betweenness"]].tolist() == pytest.approx(
        [float(figure) for figure in figures], abs=0.005
    )


@pytest.mark.parametrize(
    ("name", "measure", "figure"),
    [
        ("Evelyn Jefferson", "degree", 0.571429),
        ("E8", "degree", 0.777778),
        ("E1", "degree", 0.166667),
        ("Evelyn Jefferson", "closeness", 0.8),
        ("E8", "closeness", 0.846154),
        ("Flora Price", "closeness", 0.585366),
        ("Evelyn Jefferson", "betweenness", 0.096585),
        ("E8", "betweenness", 0.243819),
        ("Flora Price", "betweenness", 0.005055),
    ],
)
def test_centrality_to_six_decimals(name: str, measure: str, figure: float) -> None:
    """Values computed with NetworkX 3.6.1's bipartite centralities, to the six decimals noted."""
    assert node_table(davis(), [measure]).loc[node_of(name), measure] == pytest.approx(figure, abs=5e-7)


@pytest.mark.parametrize(("name", "figure"), [("Evelyn Jefferson", 42.980201), ("E8", 110.206397)])
def test_betweenness_before_normalisation(name: str, figure: float) -> None:
    """Pairs that a node lies between, computed with NetworkX 3.6.1, to the six decimals noted."""
    network = davis()
    taken = incidence_of(network)
    raw = dict(zip(taken.nodes, taken.in_graph_order(flow(taken).paths), strict=True))
    assert raw[node_of(name)] == pytest.approx(figure, abs=5e-7)
    assert betweenness(network)[node_of(name)] < 1


def test_evelyn_and_laura() -> None:
    """Evelyn and Laura met at 6 events of 8 and 7: Jaccard .666667, Simpson .857143, cosine .801784."""
    table = pairs(davis(), "member").set_index(["a", "b"])
    row = table.loc[("person:evelyn-jefferson", "person:laura-mandeville")]
    assert row[["shared", "size_a", "size_b"]].tolist() == [6, 8, 7]
    assert row[["jaccard", "simpson", "cosine"]].tolist() == pytest.approx(
        [0.666667, 0.857143, 0.801784], abs=5e-7
    )


def test_events_8_and_9() -> None:
    """E8 and E9 share most women of all events, 9 of 14 and of 12: Jaccard .529412, Simpson .75."""
    row = pairs(davis()).iloc[0]
    assert row[["a", "b", "shared", "size_a", "size_b"]].tolist() == ["body:e8", "body:e9", 9, 14, 12]
    assert row[["jaccard", "simpson"]].tolist() == pytest.approx([0.529412, 0.75], abs=5e-7)


def test_events_13_and_14() -> None:
    """The last two events had the same three women: all coefficients are 1."""
    row = pairs(davis()).set_index(["a", "b"]).loc[("body:e13", "body:e14")]
    assert row[["shared", "jaccard", "simpson", "a_in_b", "b_in_a", "cosine"]].tolist() == [3, 1, 1, 1, 1, 1]


def test_139_pairs_of_women_met() -> None:
    """Of the 153 pairs of women 139 were at an event together."""
    assert len(pairs(davis(), "member")) == 139
    assert len(pairs(davis(), "member", every=True)) == 153


def test_coefficients_of_evelyn_and_laura() -> None:
    """Dice .8 and, over 14 events, Bonacich .794787, expected 4 and lift 1.5, from the definitions."""
    row = pairs(davis(), "member").set_index(["a", "b"]).loc[EVELYN_AND_LAURA]
    figures = [0.8, 0.794787, 4.0, 1.5]
    assert row[["dice", "bonacich", "expected", "lift"]].tolist() == pytest.approx(figures, abs=5e-7)


@pytest.mark.parametrize(
    ("mode", "pair", "by_lot", "sdsm"),
    [
        ("member", EVELYN_AND_LAURA, 0.051282, 0.268200),
        ("body", ("body:e8", "body:e9"), 0.838235, 0.750174),
        ("body", ("body:e13", "body:e14"), 0.001225, 0.027894),
    ],
)
def test_chance_of_an_overlap(mode: str, pair: tuple[str, str], by_lot: float, sdsm: float) -> None:
    """The p of three pairs: by scipy's hypergeometric tail, and by a fit cell by cell with an exact tail."""
    for model, figure in (("hypergeometric", by_lot), ("sdsm", sdsm)):
        row = significance(davis(), mode, model=model).set_index(["a", "b"]).loc[pair]
        assert row[model] == pytest.approx(figure, abs=5e-7)


def test_expected_overlap_of_evelyn_and_laura() -> None:
    """Given how many events each had, and each woman went to, the two were to meet 4.6087 times."""
    row = significance(davis(), "member", model="sdsm").set_index(["a", "b"]).loc[EVELYN_AND_LAURA]
    assert row["sdsm_expected"] == pytest.approx(4.6087, abs=5e-5)


def test_chance_of_one_tie() -> None:
    """In the configuration model Evelyn was at E8 with a chance of .933382."""
    taken = incidence_of(davis())
    women, events = taken.matrix.sum(axis=0), taken.matrix.sum(axis=1)
    ties, rows, columns = np.unique(events), np.bincount(events), np.bincount(women)
    own = np.unique(women)
    rows, columns = rows[ties], columns[own]
    chance = fitted(Margins(rows, columns, ties, own, np.outer(rows, columns))).chance
    assert chance[ties.tolist().index(14), own.tolist().index(8)] == pytest.approx(0.933382, abs=5e-7)


def test_no_pair_of_women_met_unusually_often() -> None:
    """Of 139 pairs of women none has p of .05 or less in the model that knows who went out much."""
    table = significance(davis(), "member", model="sdsm")
    assert ((table["sdsm"] <= 0.05).sum(), len(table)) == (0, 139)


def test_projected_degrees_count_the_pairs_who_met() -> None:
    """On average a woman met 139 of 153 of the other women, as so many of the pairs met."""
    values = degree(davis(), network="projection")
    women = values[[node for node in values.index if node.startswith("person:")]]
    assert women.mean() == pytest.approx(139 / 153, abs=1e-12)
