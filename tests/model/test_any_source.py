"""Property tests of the whole way: any tables are a map that can be asked anything, or refused in words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import as_at, check, withhold
from orgmap.network import affiliation, projection, whole_map
from orgmap.questions import QUESTIONS
from orgmap.vocabulary import TABLES, Column, Table, Type
from tests.builders import Record, source

NAMES = [
    "Board",
    "Forum",
    "Group",
    "Police",
    "Ann Example",
    "J Smith",
    "p1",
    "Vacant",
    "TBC",
    "<b>&",
    "a;b",
    "…",
]
TEXTS = {
    Type.DATE: ["2003", "2004-02", "29/02/2004", "2005"],
    Type.NUMBER: ["0", "1.5", "50%"],
    Type.WHOLE: ["0", "12"],
    Type.FLAG: ["yes", "no"],
    Type.URL: ["https://example.org", "nowhere"],
}


def texts(column: Column) -> st.SearchStrategy[str | None]:
    """Draw what may stand in a column, or nothing where it may be empty."""
    listed = column.closed_list.values if column.closed_list and column.type is Type.CHOICE else ()
    known = [*(listed or TEXTS.get(column.type, NAMES))]
    return st.sampled_from(known if column.required else [None, *known])


def rows(table: Table) -> st.SearchStrategy[list[Record]]:
    """Draw a few rows of a table, entities by different names."""
    columns = {column.name: texts(column) for column in table.columns if column.name not in ("id", "until")}
    own = table.key or "none"
    return st.lists(
        st.fixed_dictionaries(columns),
        max_size=8 if table.name == "seats" else 3,
        unique_by=(lambda row: row[own]) if table.key else None,
    )


@settings(max_examples=40)
@given(
    tables=st.fixed_dictionaries({table.name: rows(table) for table in TABLES}),
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
