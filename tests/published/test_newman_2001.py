"""Newman's example of how strongly two scientists are tied.

M. E. J. Newman 2001, Scientific collaboration networks II: shortest paths, weighted networks, and centrality,
Physical Review E 64, 016132, doi:10.1103/PhysRevE.64.016132, figure 6: authors A and B wrote three papers
together, which had four, two and three authors; the papers add 1/3, 1 and 1/2, together 11/6. Who the
others were does not matter to that; here they are C, D and E.
"""

from __future__ import annotations

import pytest

from orgmap.measures import pairs
from tests.networks import affiliation

PAPERS = {"1": ["A", "B", "C", "D"], "2": ["A", "B"], "3": ["A", "B", "E"]}


def test_weight_of_a_and_b() -> None:
    """The tie of A and B has the weight 11/6."""
    table = pairs(affiliation(PAPERS, mode="person"), "member").set_index(["a", "b"])
    assert table.loc[("person:a", "person:b"), "newman"] == pytest.approx(11 / 6, rel=1e-15)
    assert table.loc[("person:a", "person:c"), "newman"] == pytest.approx(1 / 3, rel=1e-15)
