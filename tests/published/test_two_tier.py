"""An invented two-tier area: five partnerships, eleven organisations, 26 seats.

The figures were worked out from the definitions and computed with NetworkX 3.6.1, to the decimals given here.
"""

from __future__ import annotations

import pytest

from orgmap.measures import members_of_pairs, node_table, pairs, shared_members, significance
from tests.networks import body_id, member_id, two_tier

# shared members, Jaccard, Simpson
PAIRS = {
    ("C-LSP", "N-LSP"): (5, 0.625, 0.833),
    ("C-LSP", "S-LSP"): (4, 0.500, 0.800),
    ("C-LSP", "CSP"): (3, 0.375, 0.750),
    ("C-LSP", "HWB"): (3, 0.375, 0.750),
    ("N-LSP", "S-LSP"): (3, 0.375, 0.600),
    ("HWB", "N-LSP"): (3, 0.429, 0.750),
    ("CSP", "N-LSP"): (2, 0.250, 0.500),
    ("CSP", "S-LSP"): (2, 0.286, 0.500),
    ("HWB", "S-LSP"): (2, 0.286, 0.500),
    ("CSP", "HWB"): (1, 0.143, 0.250),
}
BODIES_OF = {
    "County": 5,
    "Police": 4,
    "NHS": 4,
    "CVS": 3,
    "Fire": 2,
    "North DC": 2,
    "South DC": 2,
    "College": 1,
    "Housing": 1,
    "Probation": 1,
    "Healthwatch": 1,
}


def test_size() -> None:
    """There are 5 bodies, 11 organisations and 26 seats."""
    kinds = node_table(two_tier())["kind"].value_counts()
    assert kinds.to_dict() == {"organisation": 11, "body": 5}
    assert two_tier().number_of_edges() == 26


@pytest.mark.parametrize(("bodies", "figures"), PAIRS.items(), ids=str)
def test_overlap_of_each_pair(bodies: tuple[str, str], figures: tuple[float, ...]) -> None:
    """Shared count, Jaccard and Simpson of all ten pairs are as worked out, to three decimals."""
    table = pairs(two_tier()).set_index(["a", "b"])
    row = table.loc[tuple(sorted(body_id(body) for body in bodies))]
    assert row[["shared", "jaccard", "simpson"]].tolist() == pytest.approx(figures, abs=5e-4)


def test_all_ten_pairs_share_somebody() -> None:
    """Every two of the five bodies overlap, and the first row is the county and the north."""
    table = pairs(two_tier())
    assert len(table) == len(PAIRS)
    assert table.loc[0, ["a", "b"]].tolist() == ["body:c-lsp", "body:n-lsp"]


def test_the_only_link() -> None:
    """One pair hangs on one organisation: the county council between the CSP and the HWB."""
    table = pairs(two_tier())
    table["members"] = members_of_pairs(two_tier(), table)
    single = table[table["shared"] == 1]
    assert single["members"].tolist() == [("org:county",)]
    assert shared_members(two_tier(), "body:csp", "body:hwb") == ("org:county",)


@pytest.mark.parametrize(("organisation", "bodies"), BODIES_OF.items())
def test_degree_of_each_organisation(organisation: str, bodies: int) -> None:
    """Degree is the number of bodies that an organisation sits on, over five."""
    assert node_table(two_tier()).loc[member_id(organisation), "degree"] == bodies / 5


def test_closeness_of_the_county_council() -> None:
    """The county council sits on every body, so that nothing could be closer to all: 1."""
    assert node_table(two_tier()).loc["org:county", "closeness"] == 1


@pytest.mark.parametrize(
    ("node", "figure"),
    [("org:county", 0.2759), ("org:police", 0.1408), ("org:nhs", 0.1247), ("body:c-lsp", 0.2679)],
)
def test_betweenness(node: str, figure: float) -> None:
    """Betweenness of the county council, the police, the health trust and the county's partnership."""
    assert node_table(two_tier()).loc[node, "betweenness"] == pytest.approx(figure, abs=5e-5)


def test_five_of_six_is_not_unusual() -> None:
    """The county and the north share 5 of 6 members, and chance alone gives as many in 197 of 1,000 draws."""
    row = significance(two_tier()).iloc[0]
    assert row[["a", "b"]].tolist() == ["body:c-lsp", "body:n-lsp"]
    assert row["hypergeometric"] == pytest.approx(0.197, abs=5e-4)
