"""Tests of where two organisations, people or bodies meet."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import CallInvalid, SourceInvalid
from orgmap.model import OrgMap, check, withhold
from orgmap.network import whole_map
from orgmap.questions import overlap
from orgmap.questions.where import where
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, sentences, source


@pytest.fixture(scope="module")
def county() -> OrgMap:
    """Return a map of a few bodies with what joins them."""
    return orgmap(
        bodies=[
            {"body": "Board"},
            {"body": "Forum", "part_of": "Board"},
            {"body": "Group"},
            {"body": "Council", "organisation": "Council"},
        ],
        organisations=[{"organisation": "Council"}],
        seats=[
            seat("Board", "Ann Example", "Police", role="chair", since="2003", until="2005-03-31"),
            seat("Board", "Bob Example", "Council"),
            seat("Board", None, "College", role="observer"),
            seat("Forum", "Ann Example", "Police"),
            seat("Forum", "Dee Example", "Council"),
            seat("Group", "Dee Example", "Council"),
            seat("Group", None, "Charity"),
            seat("Group", None, "Police", status="invited"),
            seat("Council", "Eve Example"),
        ],
        links=[{"from_body": "Group", "to_body": "Forum", "kind": "advises"}],
        protocols=[{"body_a": "Forum", "body_b": "Group", "status": "draft"}],
    )


def test_two_organisations(county: OrgMap) -> None:
    """Two organisations meet where both have seats; for each it says through whom, as what and until when."""
    answer = where(county, "Police", "Council")
    assert answer.title == "Where do Police and Council meet?"
    assert sentences(answer) == [
        "Police and Council meet on 2 bodies: Board and Forum.",
        (
            "On Board: Police through Ann Example as chair since 2003 until 31 March 2005; "
            "Council through Bob Example."
        ),
        "On Forum: Police through Ann Example; Council through Dee Example.",
    ]
    assert [len(finding.rows) for finding in answer.findings] == [4, 2, 2]
    assert len(answer.table) == 4


def test_a_seat_without_a_name(county: OrgMap) -> None:
    """An organisation whose seat nobody is named for is there all the same, in whatever role."""
    assert sentences(where(county, "College", "Council")) == [
        "College and Council meet on 1 body: Board.",
        "On Board: College through somebody who is not named as observer; Council through Bob Example.",
    ]


def test_two_people(county: OrgMap) -> None:
    """Two people meet where both hold a seat."""
    assert sentences(where(county, "Ann Example", "Dee Example")) == [
        "Ann Example and Dee Example meet on 1 body: Forum.",
        "On Forum: Ann Example as member; Dee Example as member.",
    ]


def test_a_person_and_the_own_organisation(county: OrgMap) -> None:
    """A person who holds an organisation's only seat speaks for it, and does not meet it."""
    assert sentences(where(county, "Police", "Ann Example")) == [
        "Ann Example speaks for Police on Board and Forum."
    ]


def test_two_bodies(county: OrgMap) -> None:
    """Two bodies share members, and whatever is declared between them is said."""
    assert sentences(where(county, "Forum", "Group")) == [
        "Forum and Group share 1 organisation: Council.",
        "Forum and Group share 1 person: Dee Example.",
        "Group advises Forum.",
        "The protocol of Forum and Group stands at: draft.",
    ]
    assert "Forum is part of Board." in sentences(where(county, "Board", "Forum"))


def test_who_is_shared_is_counted_as_in_the_answers() -> None:
    """Seats that make no tie are not shared: who sits on both otherwise is named apart, with the roles."""
    made = orgmap(
        seats=[
            seat("Board", "Ann Example", "Council", role="substitute"),
            seat("Forum", "Ann Example", "Council", role="observer"),
            seat("Board", "Bob Example", "Council", role="chair"),
            seat("Forum", "Dee Example", "Council"),
            seat("Board", None, "Police"),
            seat("Forum", None, "Police", role="adviser"),
        ]
    )
    answer = where(made, "Board", "Forum")
    assert sentences(answer) == [
        "Board and Forum share 1 organisation: Council.",
        (
            "1 more organisation sits on both, but not in roles that count as shared: "
            "Police (member on Board, adviser on Forum)."
        ),
        (
            "1 person sits on both, but not in roles that count as shared: "
            "Ann Example (substitute on Board, observer on Forum)."
        ),
    ]
    shared = overlap(made).table
    assert shared.loc[shared["counting"] == "people", "shared"].sum() == 0
    assert [len(finding.rows) for finding in answer.findings] == [2, 2, 2]


def test_a_body_and_an_organisation(county: OrgMap) -> None:
    """The seats of an organisation on a body are told, in whichever order the two are named."""
    said = ["Police has 1 seat on Board: Ann Example as chair since 2003 until 31 March 2005."]
    assert sentences(where(county, "Board", "Police")) == said
    assert sentences(where(county, "Police", "Board")) == said
    assert (
        sentences(where(county, "body:council", "Council"))[-1] == "Council is also the organisation Council."
    )


def test_an_open_seat_is_not_enough(county: OrgMap) -> None:
    """Whoever is only invited has no seat there: the nearest way is told too."""
    assert sentences(where(county, "Group", "Police")) == [
        (
            "Police has no filled seat on Group. "
            "Nearest: Police sits on Board with Council, which sits on Group."
        ),
        "1 seat of Police on Group is not filled: invited.",
    ]


def test_the_nearest_way(county: OrgMap) -> None:
    """Two that meet nowhere are told who sits with both; two bodies, which body shares somebody with both."""
    assert sentences(where(county, "Police", "Charity")) == [
        (
            "Police and Charity meet nowhere. "
            "Nearest: Police sits on Board with Council, which sits on Group with Charity."
        )
    ]
    made = lists({"One": "AB", "Two": "BC", "Three": "CD"})
    answer = where(made, "One", "Three")
    assert sentences(answer) == [
        "One and Three share nobody. Nearest: One shares B with Two, which shares C with Three."
    ]
    assert answer.table["detail"].tolist() == ["step 1", "step 2", "step 3", "step 4"]
    assert answer.table["body"].tolist() == ["One", "Two", "Two", "Three"]


def test_nothing_joins_them(county: OrgMap) -> None:
    """Where there is no way, or only a longer one, it says that nobody sits with both."""
    assert sentences(where(county, "Eve Example", "Charity")) == [
        "Eve Example and Charity meet nowhere, and nobody sits with both."
    ]
    made = lists({"One": "AB", "Two": "BC", "Three": "CD"})
    assert sentences(where(made, "A", "D")) == ["A and D meet nowhere, and nobody sits with both."]


def test_one_and_the_same(county: OrgMap) -> None:
    """Where a thing meets itself is refused."""
    with pytest.raises(CallInvalid, match="are one and the same, Police;"):
        where(county, "Police", "police")


def test_the_order_of_rows_changes_nothing() -> None:
    """Of several ways that are as short it is always the same one."""
    members = {"One": "AXYZ", "Two": "BXYZ"}
    turned = {body: "".join(reversed(ones)) for body, ones in reversed(members.items())}
    assert sentences(where(lists(members), "A", "B")) == sentences(where(lists(turned), "A", "B"))


@settings(max_examples=30)
@given(tables=ANY_TABLES, pick=st.randoms(use_true_random=False))
def test_any_two(tables: dict[str, list[Record]], pick: object) -> None:
    """Of any two of any map something is said; its numbers are those of the rows, its subjects nodes."""
    try:
        made = withhold(check(source(**{name: some for name, some in tables.items() if some})), "full")
    except SourceInvalid:
        return
    nodes = sorted(whole_map(made))
    for x, y in list(combinations(nodes, 2))[:12]:
        answer = where(made, x, y)
        assert answer.findings
        for finding in answer.findings:
            assert set(finding.subjects) <= set(nodes)
            rows = answer.table.loc[list(finding.rows)]
            if found := re.search(r" meet on (\d+) bod", finding.sentence):
                assert rows["id_body"].nunique() == int(found[1])
            if found := re.search(r" share (\d+) (organisation|person|people)", finding.sentence):
                assert rows["id_member"].nunique() == int(found[1])
            if found := re.search(r" has (\d+) seats? on ", finding.sentence):
                assert len(rows) == int(found[1])
