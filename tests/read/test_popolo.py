"""Tests of reading Popolo JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read.popolo import read_popolo

ANN = {"id": "p1", "name": "Ann Example"}
BOARD = {"id": "b1", "name": "Health Board", "classification": "board"}
POLICE = {"id": "o1", "name": "Example Police"}
SEAT = {"person_id": "p1", "organization_id": "b1"}
Content = dict[str, object] | list[object]


def reading(folder: Path, content: object) -> Source:
    """Return what a file of some content is read as."""
    path = folder / "map.popolo.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return read_popolo(path)


def popolo(memberships: list[object], **more: list[object]) -> Content:
    """Return a file of Ann, a board, the police and some memberships."""
    return {"persons": [ANN], "organizations": [BOARD, POLICE], "memberships": memberships, **more}


def rows(source: Source, table: str, *columns: str) -> list[tuple[object, ...]]:
    """Return the cells of some columns of a table, none where there is no such table."""
    if table not in source.tables:
        return []
    frame = source.tables[table].frame
    cells = [frame.get(column, pd.Series(None, index=frame.index, dtype="object")) for column in columns]
    told = [[cell if isinstance(cell, str) else None for cell in column] for column in cells]
    return list(zip(*told, strict=True))


def said(source: Source) -> str:
    """Return the problems of a source in words, with their severity."""
    return "\n".join(f"{problem.severity}: {problem}" for problem in source.problems)


def test_a_membership_is_a_seat(tmp_path: Path) -> None:
    """A membership of a body is a seat, on behalf of whom it says, in its role, from and until its dates."""
    membership = {
        **SEAT, "on_behalf_of_id": "o1", "role": "Chairman", "start_date": "2020-05",
        "end_date": "2021-01-31T00:00:00Z", "sources": [{"url": "https://example.org/minutes"}],
    }  # fmt: skip
    source = reading(tmp_path, popolo([membership]))
    seat = check(source).seats.iloc[0]
    columns = ["body", "person", "represents", "role", "since", "until"]
    assert [seat[column] for column in columns] == ["b1", "p1", "o1", "chair", "2020-05", "2021-01-31"]
    assert seat["source"] == "https://example.org/minutes"
    assert source.reading == "Popolo JSON: 1 person, 1 body, 1 organisation and 1 seat"


@pytest.mark.parametrize(
    "content",
    [
        popolo([{"person": ANN, "organization": BOARD}]),
        popolo([{"member": ANN, "organization_id": "b1"}]),
        [{**ANN, "memberships": [{"organization": BOARD}]}],
        [{**BOARD, "memberships": [{"person": ANN}]}],
        {**BOARD, "memberships": [{"person": ANN}]},
        {"result": [{**ANN, "memberships": [{"organization": BOARD}]}]},
        {
            "people": [ANN],
            "organisations": [BOARD],
            "memberships": [{"person_id": "p1", "organisation_id": "b1"}],
        },
        {"organizations": [{**BOARD, "posts": [{"label": "Chair", "memberships": [{"person": ANN}]}]}]},
        [{"id": "m", "person": ANN, "organization": BOARD}],
    ],
)
def test_embedded_and_bare(tmp_path: Path, content: object) -> None:
    """People, bodies and memberships are found by id, nested in one another, in a bare list or alone."""
    orgmap = check(reading(tmp_path, content))
    assert orgmap.seats[["body", "person"]].to_numpy().tolist() == [["b1", "p1"]]
    assert orgmap.bodies["name"].tolist() == ["Health Board"]
    assert orgmap.people["name"].tolist() == ["Ann Example"]


def test_the_same_membership_on_both_sides(tmp_path: Path) -> None:
    """A membership that stands in the person and in the organisation is one seat."""
    both = {
        "persons": [{**ANN, "memberships": [{"organization_id": "b1", "role": "chair"}]}],
        "organizations": [{**BOARD, "memberships": [{"person_id": "p1", "role": "chair"}]}],
    }
    assert rows(reading(tmp_path, both), "seats", "person", "body") == [("p1", "b1")]


def test_seats_alike_are_kept(tmp_path: Path) -> None:
    """Memberships that are listed twice without an id are two seats, as unnamed representatives are."""
    member = {"organization_id": "b1", "member": POLICE}
    assert len(rows(reading(tmp_path, popolo([member, member])), "seats", "body")) == 2


def test_an_organisation_as_a_member(tmp_path: Path) -> None:
    """An organisation that is a member itself is the organisation of a seat that names nobody."""
    source = reading(tmp_path, popolo([{"organization_id": "b1", "member": POLICE}]))
    assert rows(source, "seats", "person", "organisation") == [(None, "o1")]


def test_vacant_posts(tmp_path: Path) -> None:
    """A post that nobody holds is a vacant seat, where the file says of other posts who holds them."""
    posts: list[object] = [
        {"id": "c", "label": "Chair of the Board", "role": "chair", "organization_id": "b1"},
        {"id": "v", "label": "Vice-chair", "organization_id": "b1"},
    ]
    source = reading(tmp_path, popolo([{**SEAT, "post_id": "c"}], posts=posts))
    assert rows(source, "seats", "person", "seat", "role", "status") == [
        ("p1", "Chair of the Board", "chair", None),
        (None, "Vice-chair", None, "vacant"),
    ]
    assert "note: posts: 1 post without a membership: read as vacant seats." in said(source)
    assert len(rows(reading(tmp_path, popolo([SEAT], posts=posts)), "seats", "body")) == 1


def test_a_body_by_its_post(tmp_path: Path) -> None:
    """A membership without an organisation is in that of its post."""
    source = reading(
        tmp_path,
        popolo([{"person_id": "p1", "post_id": "c"}], posts=[{"id": "c", "organization": {"id": "b1"}}]),
    )
    assert rows(source, "seats", "body") == [("b1",)]


@pytest.mark.parametrize(
    ("organisation", "memberships", "is_body"),
    [
        ({"classification": "committee"}, [], True),
        ({"classification": "Company"}, [{"role": "member"}], False),
        ({"classification": "legislature"}, [{"role": "Member"}], True),
        ({}, [{"role": "member"}], True),
        ({}, [{}], True),
        ({}, [{"role": "Chief Executive"}], False),
        ({"name": "Example Forum"}, [], True),
        ({"name": "Example Ltd"}, [], False),
    ],
)
def test_which_organisations_are_bodies(
    tmp_path: Path, organisation: dict[str, object], memberships: list[dict[str, object]], is_body: bool
) -> None:
    """What is a body is told by the classification, else by the roles that people have, else by the name."""
    content = popolo(
        [SEAT, *({"person_id": "p1", "organization_id": "x", **one} for one in memberships)],
        organizations=[BOARD, {"id": "x", "name": "Thing", **organisation}],
    )
    source = reading(tmp_path, content)
    assert ("x" in [code for (code,) in rows(source, "bodies", "id")]) is is_body


def test_whom_people_work_for(tmp_path: Path) -> None:
    """A membership of an organisation that is no body says whom the person works for, in what post."""
    job = {"person_id": "p1", "organization_id": "o1", "role": "Chief Constable"}
    source = reading(
        tmp_path, popolo([SEAT, job], organizations=[BOARD, {**POLICE, "classification": "police force"}])
    )
    assert rows(source, "people", "person", "organisation", "post") == [("p1", "o1", "Chief Constable")]
    assert len(rows(source, "seats", "body")) == 1
    assert "whom people work for" in said(source)


def test_parties(tmp_path: Path) -> None:
    """Belonging to a party is no seat and no job; standing for it on a body is on its behalf."""
    party = {"id": "q", "name": "Blue", "classification": "party"}
    source = reading(
        tmp_path,
        popolo(
            [{**SEAT, "on_behalf_of_id": "q"}, {"person_id": "p1", "organization_id": "q"}],
            organizations=[BOARD, party],
        ),
    )
    assert rows(source, "seats", "body", "on_behalf_of") == [("b1", "q")]
    assert source.tables["people"].extra["party"].tolist() == ["Blue"]
    assert rows(source, "people", "organisation") == [(None,)]


@pytest.mark.parametrize(
    "party",
    [
        {"id": "party/unknown", "name": "unknown", "classification": "party"},
        {"id": "party/unknown", "name": "Not known yet"},
        {"id": "ind", "name": "Independent", "classification": "Party"},
    ],
)
def test_placeholders_are_no_organisations(tmp_path: Path, party: dict[str, object]) -> None:
    """An "unknown" party, or one of independents, is no organisation that seats could share, and is said."""
    source = reading(
        tmp_path, popolo([{**SEAT, "on_behalf_of_id": party["id"]}], organizations=[BOARD, party])
    )
    assert rows(source, "seats", "on_behalf_of") == [(None,)]
    assert rows(source, "organisations", "id") == []
    assert "this stands for no organisation" in said(source)


def test_legislative_periods(tmp_path: Path) -> None:
    """A membership without dates has those of its legislative period."""
    term = {
        "id": "term/4",
        "classification": "legislative period",
        "start_date": "2015",
        "end_date": "2019-05-01",
    }
    source = reading(tmp_path, popolo([{**SEAT, "legislative_period_id": "term/4"}], events=[term]))
    assert rows(source, "seats", "since", "until") == [("2015", "2019-05-01")]


def test_events_are_said(tmp_path: Path) -> None:
    """Events are of no use to a map, and that is said."""
    assert "note: events: 1 event: orgmap has no use for them." in said(
        reading(tmp_path, popolo([SEAT], events=[{"id": "e", "name": "Meeting"}]))
    )


def test_names(tmp_path: Path) -> None:
    """Names in parts are put together; other names are aliases, and a short name is one."""
    content = popolo(
        [SEAT],
        persons=[
            {"id": "p1", "other_names": [{"given_name": "Ann", "family_name": "Example", "note": "Main"}]}
        ],
        organizations=[
            {
                **BOARD,
                "other_names": [{"name": "HB", "note": "abbreviation"}, {"name": "Old; Board"}, "Bwrdd"],
            }
        ],
    )
    source = reading(tmp_path, content)
    assert rows(source, "people", "name") == [("Ann Example",)]
    assert rows(source, "bodies", "short_name", "also_known_as") == [("HB", "Old, Board; Bwrdd")]


def test_vacant_as_a_name(tmp_path: Path) -> None:
    """A person called Vacant is nobody, and the seat is vacant."""
    orgmap = check(reading(tmp_path, popolo([SEAT], persons=[{"id": "p1", "name": "Vacant"}])))
    assert orgmap.seats["status"].tolist() == ["vacant"]
    assert orgmap.people.empty


def test_trees_and_areas(tmp_path: Path) -> None:
    """Parents, areas, identifiers and dates of organisations come through, embedded or not."""
    board = {
        **BOARD, "parent": {"id": "b0", "name": "Partnership"}, "founding_date": "2010",
        "area": {"id": "a1", "name": "Town", "identifier": "E07000001", "parent": {"name": "County"}},
        "links": [{"url": "https://example.org/board"}],
    }  # fmt: skip
    police = {**POLICE, "identifiers": [{"scheme": "GB-GOR", "identifier": "P1"}]}
    orgmap = check(reading(tmp_path, popolo([SEAT], organizations=[board, police])))
    board_row = orgmap.bodies.to_dict("index")["b1"]
    assert (board_row["part_of"], board_row["since"], board_row["area"]) == ("b0", "2010", "a1")
    assert board_row["url"] == "https://example.org/board"
    area_row = orgmap.areas.to_dict("index")["a1"]
    assert (area_row["code"], area_row["within"]) == ("E07000001", "county")
    assert orgmap.organisations.loc["o1", "identifier"] == "GB-GOR-P1"


def test_contacts_are_further_columns(tmp_path: Path) -> None:
    """Contact details, and keys that orgmap has no column for, are kept as further columns."""
    person = {
        **ANN,
        "gender": "female",
        "contact_details": [{"type": "email", "value": "ann@example.invalid"}],
    }
    table = reading(tmp_path, popolo([SEAT], persons=[person])).tables["people"]
    assert table.extra.loc[1].to_dict() == {"gender": "female", "email": "ann@example.invalid"}
    assert set(table.frame.columns) == {"person", "name"}


def test_what_is_not_described(tmp_path: Path) -> None:
    """People and bodies that only memberships refer to are called by their ids, and that is said."""
    source = reading(
        tmp_path, {"memberships": [{"person_id": "p9", "organization_id": "b9", "role": "chair"}]}
    )
    assert rows(source, "seats", "body", "person") == [("b9", "p9")]
    assert "warning: persons, column id: the file does not describe “p9”" in said(source)
    assert len(check(source).seats) == 1


def test_what_names_nobody(tmp_path: Path) -> None:
    """A membership of nobody, or in nothing, is not used, and the warning says at which row."""
    source = reading(tmp_path, popolo([SEAT, {"organization_id": "b1"}, {"person_id": "p1"}]))
    assert len(rows(source, "seats", "body")) == 1
    assert "warning: memberships, row 2: the membership names nobody; it is not used." in said(source)
    assert "warning: memberships, row 3: the membership names no organisation; it is not used." in said(
        source
    )


def test_wrong_types_are_placed(tmp_path: Path) -> None:
    """Text that is a list, a list that is text and a thing that is none are said with their rows."""
    source = reading(tmp_path, popolo([SEAT, {**SEAT, "role": ["chair"]}, 7, None]))
    assert "warning: memberships, row 2, column role: a list or an object stands" in said(source)
    assert "warning: memberships, row 3: “7” stands where one of the memberships belongs" in said(source)
    assert "warning: memberships, row 4: nothing stands" in said(source)


def test_two_of_one_id(tmp_path: Path) -> None:
    """Two people with one id are read as one, and the warning names the other."""
    source = reading(tmp_path, popolo([SEAT], persons=[ANN, {"id": "p1", "name": "Bob Example"}]))
    assert "this has the id of Ann Example (row 1), so the two are read as one." in said(source)


def test_numbers_as_ids(tmp_path: Path) -> None:
    """Ids that are numbers are the same as their text."""
    content = popolo([{"person_id": "7", "organization_id": 3}], persons=[{"id": 7, "name": "Ann Example"}],
                     organizations=[{"id": "3", "name": "Board"}])  # fmt: skip
    assert check(reading(tmp_path, content)).people["name"].tolist() == ["Ann Example"]


@pytest.mark.parametrize("content", [{}, [], "text", 7, None, [1, 2], {"persons": {}}, [[]], {"id": 1}])
def test_nothing_of_popolo(tmp_path: Path, content: object) -> None:
    """JSON without anything of Popolo's is refused, and the hint says what Popolo has."""
    with pytest.raises(SourceInvalid, match="there are no persons, organizations or memberships"):
        reading(tmp_path, content)


def test_deep_nesting(tmp_path: Path) -> None:
    """A file nested beyond reason is refused, or read, and never fails otherwise."""
    path = tmp_path / "deep.json"
    path.write_text(
        '{"organizations":' + '[{"id":"x","children":' * 2000 + "[]" + "}]" * 2000 + "}", encoding="utf-8"
    )
    with pytest.raises(SourceInvalid):
        read_popolo(path)


def test_lone_surrogates(tmp_path: Path) -> None:
    """Half a character, which JSON can hold, does not come through as such."""
    path = tmp_path / "map.json"
    path.write_text('{"persons":[{"id":"p","name":"Ann \\ud800"}]}', encoding="utf-8")
    assert rows(read_popolo(path), "people", "name") == [("Ann \ufffd",)]


WORDS = """
    id name persons organizations memberships posts areas events person person_id organization organization_id
    post post_id member on_behalf_of on_behalf_of_id role parent parent_id classification other_names
    identifiers contact_details links label start_date orgmap table number of area area_id
    children legislative_period_id
    """
KEYS = st.sampled_from(WORDS.split())
TEXTS = st.text(max_size=5) | st.sampled_from(["x", "bodies", "p1"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=30,
)


@settings(max_examples=100, deadline=None)
@given(ANYTHING)
def test_any_json(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    """JSON of any shape under Popolo's keys is read or refused in words, and so is what is made of it."""
    try:
        outcome: object = [check(reading(tmp_path_factory.mktemp("popolo"), content))]
    except SourceInvalid as refused:
        outcome = refused.problems
    assert outcome
