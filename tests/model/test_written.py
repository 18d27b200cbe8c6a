"""The map written as tables again, and read from them as the same map."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from pandas.testing import assert_frame_equal

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, check
from orgmap.model.raw import Source
from orgmap.model.update import raw_table
from orgmap.model.written import Tables, written
from tests.any_tables import ANY_TABLES
from tests.builders import Record, example, orgmap, seat, source

OF_THE_FILE = ["row", "listed", "source_id"]


def again(tables: Tables) -> OrgMap:
    """Return the map of tables that were written."""
    return check(Source("again", {name: raw_table(name, table, name) for name, table in tables.items()}))


def assert_same(one: OrgMap, other: OrgMap) -> None:
    """Compare all that two maps know, rows of the source and order of entities aside."""
    assert one.about == other.about
    for name, table in vars(one).items():
        if isinstance(table, pd.DataFrame):
            same = getattr(other, name)
            same = same.reindex(table.index) if set(table.index) == set(same.index) else same
            assert_frame_equal(known(table), known(same), check_index_type=False, obj=name)


def known(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table without what is the file's own, and None for whatever is not known."""
    kept = table.drop(columns=OF_THE_FILE, errors="ignore").astype("object")
    return kept.where(kept.notna(), None)


@pytest.mark.parametrize("name", ["hampshire-2004", "wales-psb", "southern-women"])
def test_an_example_comes_back(name: str) -> None:
    """An example that is written and read again is the same map."""
    made = example(name)
    whole = check(source_of(name)) if made.as_at else made
    assert_same(whole, again(written(whole)))


def source_of(name: str) -> Source:
    """Return an example as it is read."""
    from orgmap.read import read
    from tests.builders import EXAMPLES

    return read(EXAMPLES / name)


@settings(max_examples=60, deadline=None)
@given(tables=ANY_TABLES)
def test_any_map_comes_back(tables: dict[str, list[Record]]) -> None:
    """Any map that is written and read again is the same map, and written a third time the same tables."""
    try:
        made = check(source(**{name: rows for name, rows in tables.items() if rows}))
    except SourceInvalid:
        assume(False)  # noqa: FBT003
    first = written(made)
    back = again(first)
    assert_same(made, back)
    for name, table in written(back).items():
        assert_frame_equal(table, first[name])


def test_names_stand_where_they_are_clear() -> None:
    """A reference is a name where one entity has it, and a code where two do."""
    bodies = [{"id": "b1", "body": "Board"}, {"id": "b2", "body": "Board"}, {"id": "f", "body": "Forum"}]
    made = orgmap(seats=[seat("b1", "Ann Example"), seat("f", "Ann Example")], bodies=bodies)
    assert written(made)["seats"]["body"].tolist() == ["b1", "Forum"]


def test_namesakes_are_told_apart_by_their_codes() -> None:
    """Two people of one name are written by code wherever the organisation does not tell them apart."""
    people = [{"person": "P1", "name": "Ann Example"}, {"person": "P2", "name": "Ann Example"}]
    made = orgmap(seats=[seat("Board", "P1"), seat("Board", "P2")], people=people)
    assert written(made)["seats"]["person"].tolist() == ["P1", "P2"]


def test_codes_of_the_source_are_kept() -> None:
    """The codes that the source gives are those that are written."""
    made = orgmap(
        seats=[seat("Board", "party/unknown")], people=[{"person": "party/unknown", "name": "Ann Example"}]
    )
    assert written(made)["people"]["person"].tolist() == ["party/unknown"]


def test_a_code_that_reads_as_nobody_is_not_written() -> None:
    """A person listed as TBC whom a seat calls by another name is written by that name."""
    made = orgmap(seats=[seat("Board", "Group")], people=[{"person": "TBC", "also_known_as": "Group"}])
    assert written(made)["seats"]["person"].tolist() == ["Group"]
    assert_same(made, again(written(made)))


def test_a_shared_name_is_written_where_the_code_reads_as_nobody() -> None:
    """Of two people of one name, the one whose code is TBC is written by name on a seat of the employer."""
    people = [
        {"person": "TBC", "name": "Ann Example", "organisation": "Police"},
        {"person": "P2", "name": "Ann Example"},
    ]
    made = orgmap(seats=[seat("Board", "Ann Example", "Police")], people=people)
    assert made.seats["person"].tolist() == ["tbc"]
    assert_same(made, again(written(made)))


@pytest.mark.parametrize("name", ["Cllr TBC", "Dr Vacant"])
@pytest.mark.parametrize("organisation", [None, "Police"])
def test_ids_that_begin_with_a_word_for_nobody_come_back(name: str, organisation: str | None) -> None:
    """Two unlisted people of one name that is hardly a name stay two people."""
    made = orgmap(seats=[seat("Board", name, organisation), seat("Forum", name, "Health")])
    assert made.seats["person"].nunique() == 2
    assert_same(made, again(written(made)))


def test_namesakes_of_two_bodies_come_back() -> None:
    """Two seats that call their holder Cllr TBC and say no more are those of two people."""
    made = orgmap(seats=[seat("Board", "Cllr TBC"), seat("Forum", "Cllr TBC")])
    assert made.seats["person"].nunique() == 2
    assert_same(made, again(written(made)))


def test_an_initial_is_written_by_code_on_a_seat_of_another_organisation() -> None:
    """Somebody listed as J Smith of Health who sits for the police is not named so there."""
    made = orgmap(
        seats=[seat("Board", "p1", "Police"), seat("Forum", "p1", "Health")],
        people=[{"person": "p1", "name": "J Smith", "organisation": "Health"}],
    )
    assert written(made)["seats"]["person"].tolist() == ["p1", "J Smith"]
    assert_same(made, again(written(made)))


def test_a_code_with_a_hyphen_is_found_whatever_the_organisation() -> None:
    """A seat that gives the code of somebody who is listed with another employer is theirs."""
    people = [{"person": "j-smith", "name": "J Smith", "organisation": "Health"}]
    made = orgmap(seats=[seat("Board", "j-smith", "Police")], people=people)
    assert made.seats["person"].tolist() == ["j-smith"]
    assert_same(made, again(written(made)))


def test_unknown_stays_empty() -> None:
    """Columns and tables that hold nothing are left out, and an empty cell is None."""
    tables = written(orgmap(seats=[seat("Board", "Ann Example", "Police"), seat("Forum", "Bob Example")]))
    assert set(tables) == {"seats", "bodies", "organisations", "people"}
    assert tables["seats"]["organisation"].tolist() == ["Police", None]
    assert "tier" not in tables["bodies"].columns


def test_people_do_not_fill_seats_that_say_nothing() -> None:
    """A person's organisation on one seat does not become that of another seat."""
    made = orgmap(seats=[seat("Board", "Ann Example", "Police"), seat("Forum", "Ann Example")])
    assert again(written(made)).seats["organisation"].isna().tolist() == [False, True]
