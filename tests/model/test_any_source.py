"""Property tests of the whole way: any tables are a map that can be asked anything, or refused in words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import as_at, check, withhold
from orgmap.network import affiliation, projection, whole_map
from orgmap.questions import QUESTIONS
from tests.any_tables import ANY_TABLES
from tests.builders import Record, source


@settings(max_examples=40)
@given(
    tables=ANY_TABLES,
    day=st.sampled_from([None, "2004"]),
)
def test_any_tables(tables: dict[str, list[Record]], day: str | None) -> None:
    """Whatever the tables say, they are refused in words or make a map of which everything can be asked."""
    try:
        whole = check(source(**{name: some for name, some in tables.items() if some}))
    except SourceInvalid as refused:
        told = refused.problems
        assert all(problem.message and problem.table for problem in told)
        return
    made = withhold(as_at(whole, day))
    assert len(made.seats) + len(made.not_in_force) == len(whole.seats)
    assert made.people.index.is_unique
    assert made.people["label"].is_unique
    assert set(made.seats["body"]) <= set(made.bodies.index)
    assert set(made.seats["person"].dropna()) <= set(made.people.index)
    graph = affiliation(made)
    assert set(projection(graph, orgmap=made)) == {
        node for node in whole_map(made) if node.startswith("body:")
    }
    for question in QUESTIONS.values():
        assert all(finding.sentence.endswith(".") for finding in question(made).findings)
