"""Tests of the question how the tiers are joined."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, as_at, check, withhold
from orgmap.network import whole_map
from orgmap.questions import tiers
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, sentences, source

COUNTY = {"body": "County Board", "tier": "county"}
NORTH = {"body": "North Forum", "tier": "district"}
SOUTH = {"body": "South Forum", "tier": "district"}


def told(members: dict[str, list[str]], bodies: list[Record], **tables: list[Record]) -> list[str]:
    """Return what is said of bodies of some tiers."""
    return sentences(tiers(lists(members, bodies=bodies, **tables)))


@pytest.fixture(scope="module")
def two() -> OrgMap:
    """Return a map of a county and two districts with every kind of tie between them."""
    return orgmap(
        bodies=[COUNTY, NORTH | {"part_of": "County Board"}, SOUTH],
        organisations=[{"organisation": "Police", "tier": "county"}, {"organisation": "Charity"}],
        seats=[
            seat("County Board", "Ann Example", "Police"),
            seat("North Forum", "Ann Example", "Police"),
            seat("South Forum", None, "Police"),
            seat("County Board", None, "Charity"),
            seat("North Forum", None, "Charity"),
            seat("County Board", "Bob Example", "College", on_behalf_of="South Forum"),
        ],
        links=[{"from_body": "South Forum", "to_body": "County Board", "kind": "advises"}],
    )


def test_what_joins_two_tiers(two: OrgMap) -> None:
    """Members at both tiers, links, parts and seats of a body's own are counted, organisations named."""
    assert sentences(tiers(two)) == [
        "The map has bodies of 2 tiers: 1 county and 2 district.",
        (
            "County and district bodies are joined by 2 organisations, 1 person, 1 declared link, 1 body "
            "that is part of another and 1 seat that one body has on another. "
            "The organisations are Charity and Police."
        ),
        (
            "Police (county) joins 2 pairs of bodies of different tiers, more than any other organisation, "
            "and stands as an outsider between 1 pair of bodies of one tier that is not its own."
        ),
        "1 more organisation joins bodies of different tiers (how many pairs in brackets): Charity (1).",
        "1 person sits on bodies of more than one tier: Ann Example.",
        (
            "The tier of 1 organisation on bodies of different tiers is not known, so whether it is an "
            "outsider there is not known either: Charity."
        ),
    ]


def test_the_types(two: OrgMap) -> None:
    """Of an organisation the types are those of its own tier; of an unknown tier they are not known."""
    rows = tiers(two).table.query("kind == 'carrier' and mode == 'organisation'").set_index("member")
    types = ["coordinator", "itinerant", "gatekeeper", "liaison", "unknown"]
    assert rows.loc["Police", types].tolist() == [0, 1, 2, 0, 0]
    assert rows.loc["Charity", types[:4]].isna().all()
    assert rows.loc["Charity", "unknown"] == 1


def test_a_tier_that_nothing_joins() -> None:
    """A tier that shares nobody with any other is something to look into."""
    said = told(
        {"County Board": ["A"], "North Forum": ["A"], "Region": ["Z"]},
        [COUNTY, NORTH, {"body": "Region", "tier": "regional"}],
    )
    assert (
        said[0]
        == "Nothing joins the one regional body to bodies of any other tier: no shared member, link or seat."
    )


def test_two_tiers_that_nothing_joins() -> None:
    """Where nothing joins any tiers that is said once."""
    said = told({"County Board": ["A"], "North Forum": ["B"], "South Forum": ["C"]}, [COUNTY, NORTH, SOUTH])
    assert said == [
        "Nothing joins the bodies of different tiers (county and district): no shared member, link or seat.",
        "The map has bodies of 2 tiers: 1 county and 2 district.",
    ]


def test_two_tiers_that_are_joined_through_a_third() -> None:
    """Tiers that only a third joins are named."""
    members = {"County Board": ["A", "B"], "North Forum": ["A"], "Region": ["B"]}
    said = told(members, [COUNTY, NORTH, {"body": "Region", "tier": "regional"}])
    assert "Nothing joins bodies of these tiers directly: regional with district." in said
    assert "A joins 1 pair of bodies of different tiers." in said


def test_no_tier_is_known() -> None:
    """Without any tier it says which column would give it."""
    assert sentences(tiers(lists({"Board": ["A"]}))) == [
        "No tier of a body is known; the column tier of the sheet Bodies would give it."
    ]


def test_one_tier_only() -> None:
    """A map of one tier has nothing to join; bodies of no known tier are counted and named."""
    assert told({"North Forum": ["A"], "Board": ["A"]}, [NORTH, {"body": "Board"}]) == [
        "All bodies whose tier is known are of one tier (1 district), so there are no tiers to join.",
        "The tier of 1 body is not known, so it is left out here: Board.",
    ]


def test_the_table() -> None:
    """The table has all its columns and types, with rows and without."""
    full = tiers(lists({"County Board": ["A"], "North Forum": ["A"]}, bodies=[COUNTY, NORTH])).table
    assert full["kind"].tolist() == ["tier", "tier", "pair of tiers", "carrier"]
    none = tiers(lists({"Board": ["A"]})).table
    assert full.dtypes.to_dict() == none.dtypes.to_dict()


def names(cell: str) -> int:
    """Return how many names a cell holds."""
    return len(cell.split("; ")) if cell else 0


@settings(max_examples=40)
@given(tables=ANY_TABLES, day=st.sampled_from([None, "2004"]))
def test_sentences_say_what_the_table_says(tables: dict[str, list[Record]], day: str | None) -> None:
    """Whatever the tables say, the numbers of a sentence are those of its rows, and subjects are nodes."""
    try:
        made = check(source(**{name: some for name, some in tables.items() if some}))
    except SourceInvalid:
        return
    shown = withhold(as_at(made, day), "full")
    answer = tiers(shown)
    table, nodes = answer.table, set(whole_map(shown))
    assert (table["shared_organisations"].fillna(0) == table["organisations"].map(names)).all()
    assert (table["shared_people"].fillna(0) == table["people"].map(names)).all()
    for finding in answer.findings:
        assert set(finding.subjects) <= nodes
        assert _agrees(finding.sentence, table.loc[list(finding.rows)])


def _agrees(sentence: str, rows: pd.DataFrame) -> bool:
    """Tell whether the numbers of a sentence are those of its rows."""
    first, *rest = [int(number) for number in re.findall(r"(?<![\w-])\d+(?![\w-])", sentence)] or [0]
    if " are joined by " in sentence:
        columns = ["shared_organisations", "shared_people", "links", "part_of", "cross_seats"]
        return [first, *rest][: len(columns)] == [number for number in rows[columns].iloc[0] if number]
    if sentence.startswith("The map has bodies of"):
        return [first, *rest] == [len(rows), *rows["bodies_a"]]
    if (
        " more organisation" in sentence
        or " on bodies of more than one tier" in sentence
        or "The tier of" in sentence
    ):
        return first == len(rows)
    if re.search(r" joins \d+ pairs? of bodies", sentence):
        outside = rows["itinerant"].fillna(0).iloc[0]
        return [first, *rest] == [rows["ways"].iloc[0], *([outside] if outside else [])]
    return not first or first in rows["bodies_a"].tolist()
