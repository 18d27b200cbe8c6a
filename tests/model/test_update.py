"""A newer list read against an older map: nothing that somebody decided is lost, and nothing is doubled."""

from __future__ import annotations

from pandas.testing import assert_frame_equal

from orgmap.model import OrgMap, check
from orgmap.model.raw import Source
from orgmap.model.update import raw_table, updated
from orgmap.model.written import Tables, written
from tests.builders import Record, orgmap, seat, source

OLD = {
    "seats": [seat("Board", "Ann Example", "HCC"), seat("Board", "P2", "Police")],
    "bodies": [{"id": "b1", "body": "Board", "tier": "county", "also_known_as": "The Board"}],
    "organisations": [
        {"id": "o1", "organisation": "Example County Council", "short_name": "HCC", "sector": "health"}
    ],
    "people": [{"person": "P2", "name": "Bob Example", "publish": "no", "also_known_as": "Robert Example"}],
    "links": [{"from_body": "Board", "to_body": "Forum", "kind": "advises"}],
}  # fmt: skip


def against(old: Tables | None = None, **tables: list[Record]) -> tuple[OrgMap, Tables]:
    """Return the map of a newer list read against an older map, and its tables."""
    older = written(orgmap(**OLD)) if old is None else old
    made = check(updated(older, "old.xlsx", source(**tables)))
    return made, written(made)


def test_codes_and_other_names_are_kept() -> None:
    """What the newer list calls by another name is what the older map knows under its code."""
    made, _ = against(seats=[seat("The Board", "Robert Example", "Example County Council")])
    assert made.seats[["body", "person", "represents"]].to_numpy().tolist() == [["b1", "p2", "o1"]]
    assert made.organisations.at["o1", "sector"] == "health"
    assert made.people.at["p2", "publish"] == "no"


def test_seats_are_those_of_the_newer_list() -> None:
    """Who no longer sits has no seat, but keeps the row with what was decided about him."""
    made, _ = against(seats=[seat("Board", "Ann Example", "HCC")])
    assert made.seats["person"].tolist() == ["ann-example"]
    assert "p2" in made.people.index


def test_other_tables_stay_unless_the_newer_list_has_them() -> None:
    """Links of the older map stay; a newer table of links takes their place."""
    newer = [seat("Board", "Ann Example", "HCC")]
    assert against(seats=newer)[0].links["kind"].tolist() == ["advises"]
    links = [{"from_body": "Board", "to_body": "Forum", "kind": "reports to"}]
    assert against(seats=newer, links=links)[0].links["kind"].tolist() == ["reports to"]


def test_a_newer_cell_comes_first() -> None:
    """A fact of the newer list takes the place of the older one; an empty cell takes nobody's."""
    bodies = [{"id": "b1", "body": "Board", "tier": "district", "short_name": None}]
    made, _ = against(seats=[seat("Board", "Ann Example")], bodies=bodies)
    assert made.bodies.at["b1", "tier"] == "district"
    assert made.bodies.at["b1", "also_known_as"] == ("The Board",)


def test_a_body_that_is_called_otherwise_now() -> None:
    """A body found by its code takes its newer name, and is still found by the older one."""
    made, _ = against(
        seats=[seat("Board", "Ann Example"), seat("County Board", "Bob Example")],
        bodies=[{"id": "b1", "body": "County Board"}],
    )
    assert set(made.seats["body"]) == {"b1"}
    assert made.bodies.at["b1", "name"] == "County Board"


def test_a_short_name_does_not_become_the_name() -> None:
    """An organisation that the newer list calls by its short name keeps its full name and its code."""
    made, _ = against(
        seats=[seat("Board", None, "HCC")],
        organisations=[{"id": "X9", "organisation": "HCC", "tier": "county"}],
    )
    assert made.organisations.loc["o1", ["name", "tier"]].tolist() == ["Example County Council", "county"]
    assert "X9" in made.organisations.at["o1", "also_known_as"]


def test_newer_codes_of_people_are_understood() -> None:
    """A newer list with codes of its own is matched by name, and its codes are read as other names."""
    made, _ = against(seats=[seat("Board", "77")], people=[{"person": "77", "name": "Bob Example"}])
    assert made.seats["person"].tolist() == ["p2"]


def test_further_columns_are_kept() -> None:
    """A column that only its owner knows stays beside its row, older and newer ones alike."""
    older = written(orgmap(**OLD))
    older["organisations"]["Contact"] = ["desk 1", *[None] * (len(older["organisations"]) - 1)]
    newer = source(seats=[seat("Board", None, "HCC")], organisations=[{"organisation": "HCC"}])
    raw = updated(older, "old.xlsx", newer).tables["organisations"]
    assert raw.extra["Contact"].tolist()[0] == "desk 1"
    assert raw.frame["organisation"].tolist()[0] == "Example County Council"


def test_twice_is_once() -> None:
    """Reading the same list against what came of it changes nothing."""
    newer = {
        "seats": [seat("The Board", "Cllr Ann Example", "HCC"), seat("New Forum", "Cy Sample", "NHS Trust")],
        "bodies": [{"id": "b1", "body": "County Board"}, {"body": "New Forum", "tier": "district"}],
        "people": [{"person": "77", "name": "Bob Example"}],
    }
    _, first = against(**newer)
    _, second = against(first, **newer)
    assert set(first) == set(second)
    for name, table in first.items():
        assert_frame_equal(table, second[name])


def test_an_initial_of_another_organisation_is_somebody_else() -> None:
    """An initial and a surname that the older map knows in one organisation is not he of another."""
    older = written(orgmap(seats=[seat("Board", "J Smith", "Police")]))
    made, _ = against(
        older, seats=[seat("Board", "J Smith", "Police"), seat("Forum", "J Smith", "NHS Trust")]
    )
    assert made.seats["person"].nunique() == 2


def test_raw_tables_are_counted_from_two() -> None:
    """A table of text as a raw table has its rows where a spreadsheet has them."""
    raw = raw_table("seats", written(orgmap(**OLD))["seats"], "seats of old.xlsx")
    assert raw.frame.index.tolist() == [2, 3]
    assert isinstance(Source("x", {"seats": raw}), Source)
