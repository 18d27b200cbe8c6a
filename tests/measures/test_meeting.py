"""Tests of which body is the only table at which two members meet."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.measures import only_tables
from tests.networks import affiliation


def test_only_tables() -> None:
    """Pairs that meet on several bodies are nobody's own; the others are their one body's."""
    made = affiliation({"Board": ["A", "B", "C"], "Forum": ["A", "B"], "Group": ["D"], "Panel": ["C", "D"]})
    told = only_tables(made)
    assert told["pairs"].to_dict() == {"body:board": 3, "body:forum": 1, "body:group": 0, "body:panel": 1}
    assert told["only"].to_dict() == {"body:board": 2, "body:forum": 0, "body:group": 0, "body:panel": 1}


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["k", "l", "m", "n"]), st.sets(st.sampled_from("PQRSTU"), min_size=1), min_size=1
    )
)
def test_every_network(members: dict[str, set[str]]) -> None:
    """On any map the counts are those of looking at every two members of every body."""
    told = only_tables(affiliation({body: sorted(ones) for body, ones in members.items()}))
    for body, ones in members.items():
        elsewhere = [other for name, other in members.items() if name != body]
        only = [pair for pair in combinations(ones, 2) if not any(set(pair) <= other for other in elsewhere)]
        assert told.loc[f"body:{body}"].tolist() == [len(ones) * (len(ones) - 1) // 2, len(only)]
