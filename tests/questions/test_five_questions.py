"""Tests of the five questions of the evaluation, answered for one body."""

from __future__ import annotations

from hypothesis import given, settings

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, as_at, check
from orgmap.questions import protocols
from orgmap.questions.protocols.five_questions import MOST, answered_bodies, five_questions
from orgmap.vocabulary import FIVE_QUESTIONS
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, source


def told(made: OrgMap, number: int, body: str = "board") -> str:
    """Return the answer to one of the five questions."""
    return five_questions(made, body)[number - 1][1]


def county(**tables: list[Record]) -> OrgMap:
    """Return a county Board and a district Forum and Group, with an organisation on two of them."""
    bodies = [
        {"body": "Board", "tier": "county"},
        {"body": "Forum", "tier": "district"},
        {"body": "Group", "tier": "regional"},
    ]
    seats = [
        seat("Board", "Ann Example", "Police"),
        seat("Board", "Bob Example", "Council"),
        seat("Forum", "Cyd Example", "Police"),
        *tables.pop("seats", []),
    ]
    return orgmap(seats=seats, **{"bodies": bodies, **tables})


def test_the_questions_are_those_of_the_evaluation() -> None:
    """Each of the five questions has one answer of whole sentences."""
    answers = five_questions(county(), "board")
    assert tuple(question for question, _ in answers) == FIVE_QUESTIONS
    assert all(answer.endswith(".") for _, answer in answers)


def test_relations() -> None:
    """Bodies are counted by tier, declared links named, and the wider tiers with nothing said."""
    assert told(county(), 1) == (
        "It shares members or has links with 1 district body. "
        "None with a regional or sub-regional body is listed."
    )
    links = [{"from_body": "Board", "to_body": "Group", "kind": "reports to"}]
    assert told(county(links=links), 1) == (
        "It shares members or has links with 1 regional body and 1 district body. "
        "Declared: it reports to Group. None with a sub-regional body is listed."
    )
    assert told(county(links=links), 1, "group") == (
        "It shares members or has links with 1 county body. Declared: Board reports to it. "
        "None with a regional or sub-regional body is listed."
    )


def test_no_relations() -> None:
    """A body that shares nothing says so; one without members is not known."""
    made = lists(
        {"Board": ["A"], "Forum": ["B"]}, bodies=[{"body": name} for name in ("Board", "Forum", "Empty")]
    )
    assert told(made, 1) == "No shared member and no link is listed."
    assert told(made, 1, "empty") == "The lists do not say: it has no members listed."


def test_bodies_of_unknown_tier() -> None:
    """A body whose tier is not in the lists is counted as such."""
    made = lists({"Board": ["A"], "Forum": ["A"]})
    assert told(made, 1).startswith("It shares members or has links with 1 body of unknown tier.")


def test_who_speaks_for_it() -> None:
    """Seats held for it elsewhere are named; where no seat says for which body it is, that is said."""
    assert told(county(), 2) == (
        "The lists do not say: no seat names a body that it speaks for. "
        "0 of the 2 people listed on it sit on other bodies too."
    )
    made = county(
        seats=[
            seat("Forum", "Ann Example", "Police", on_behalf_of="Board"),
            seat("Group", on_behalf_of="Board"),
        ]
    )
    assert told(made, 2) == (
        "2 seats elsewhere are held for it: Forum (Ann Example) and Group (1 seat). "
        "1 of the 2 people listed on it sits on other bodies too."
    )
    assert told(made, 2, "forum") == (
        "No seat elsewhere is listed as held for it. 1 of the 2 people listed on it sits on other bodies too."
    )


def test_who_asked_for_a_member() -> None:
    """Requested seats are for the body that they name, and for the home body where they name none."""
    assert told(county(), 3) == "The lists do not say: no seat has the status requested."
    made = county(
        seats=[seat("Forum", on_behalf_of="Board", status="requested"), seat("Group", status="requested")],
        about=[{"home_body": "Forum"}],
    )
    assert told(made, 3) == "Forum has asked for a member of it."
    assert told(made, 3, "forum") == "Group has asked for a member of it."
    assert told(made, 3, "group") == "No body is listed as having asked for one."


def test_protocols_of_a_body() -> None:
    """Its protocols are named with their state, then how many more have reasons, then its own agreement."""
    made = lists(
        dict.fromkeys(("Board", "Forum", "Group"), "ABC"),
        protocols=[{"body_a": "Forum", "body_b": "Board", "status": "draft"}],
        agreements=[{"body": "Board", "status": "agreed"}],
    )
    assert told(made, 4) == (
        "It has 1 protocol: with Forum (draft). "
        "With 1 more body there are reasons for one, and none is known. "
        "State of its own partnership agreement: agreed."
    )
    assert told(made, 4, "group") == (
        "No protocol of it is listed. With 2 other bodies there are reasons for one, and none is known."
    )
    assert told(lists({"Board": ["A"]}), 4) == "The lists do not say: no protocol is listed."


def test_business_of_a_body() -> None:
    """Its parts in issues are told, then what others of its family lead on."""
    parts = [("Roads", "Board", "lead"), ("Skills", "Board", "informed"), ("Crime", "Group", "lead")]
    made = lists(
        {"Board": ["A"], "Group": ["B"], "Other": ["C"]},
        bodies=[{"body": "Board"}, {"body": "Group", "part_of": "Board"}, {"body": "Other"}],
        issues=[{"issue": issue, "body": body, "part": part} for issue, body, part in parts],
    )
    assert told(made, 5) == "It leads on Roads and is told of Skills. Of its family, Group leads on Crime."
    assert told(made, 5, "group") == "It leads on Crime. Of its family, Board leads on Roads."
    assert told(made, 5, "other") == "No issue is listed for it."
    assert told(lists({"Board": ["A"]}), 5) == "The lists do not say: no issue is listed for any body."


def test_which_bodies_are_asked() -> None:
    """The home body comes first, then those with a protocol or an agreement; twelve, the rest counted."""
    names = [f"Body {number:02d}" for number in range(20)]
    made = lists(
        {name: ["A"] for name in names},
        about=[{"home_body": "Body 19"}],
        protocols=[{"body_a": "Body 02", "body_b": name, "status": "draft"} for name in names[3:16]],
        agreements=[{"body": "Body 01", "status": "agreed"}, {"body": "Body 00", "status": "none"}],
    )
    found, more = answered_bodies(made, protocols(made))
    assert list(found) == ["body-19", "body-01", "body-02", *(f"body-{n:02d}" for n in range(3, 12))]
    assert len(found) == MOST
    assert more == 4


@settings(max_examples=25)
@given(tables=ANY_TABLES)
def test_any_tables(tables: dict[str, list[Record]]) -> None:
    """Of whatever map every body has five answers in whole sentences."""
    try:
        made = as_at(check(source(**{name: some for name, some in tables.items() if some})))
    except SourceInvalid:
        return
    register = protocols(made)
    for body in made.bodies.index:
        answers = five_questions(made, body, register)
        assert len(answers) == 5
        assert all(answer.endswith(".") and "nan" not in answer.split(" ") for _, answer in answers)
