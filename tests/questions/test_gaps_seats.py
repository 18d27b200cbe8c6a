"""Tests of who is missing among bodies alike, in open seats and places, and among those who do not come."""

from __future__ import annotations

import pytest

from orgmap.model import OrgMap, as_at, withhold
from orgmap.questions import gaps
from orgmap.questions.gaps.open import months_between
from tests.builders import Record, orgmap, seat, sentences

DISTRICTS = ["East", "North", "South", "West"]
AREAS = [{"area": "Marshire"}, *({"area": name, "within": "Marshire"} for name in DISTRICTS)]


def districts(
    members: dict[str, str],
    where: dict[str, str | None] | None = None,
    expected: list[Record] | None = None,
    **body: object,
) -> OrgMap:
    """Return the boards of four districts (E, N, S, W): who sits on which, and the areas of who does."""
    names = {name[0]: f"{name} Board" for name in DISTRICTS}
    facts = {"kind": "board", "tier": "district", "list": "complete", **body}
    return orgmap(
        areas=AREAS,
        bodies=[{"body": f"{name} Board", "area": name, **facts} for name in DISTRICTS],
        organisations=[
            {"organisation": one, "area": (where or {}).get(one, "Marshire"), "kind": "other"}
            for one in members
        ],
        seats=[seat(names[letter], None, one) for one, letters in members.items() for letter in letters],
        expected=expected or [],
    )


def told(made: OrgMap) -> list[str]:
    """Return what is said, but for what is only good to know."""
    return [finding.sentence for finding in gaps(made).findings if finding.weight != "know"]


def test_missed_on_a_body_like_those_it_sits_on() -> None:
    """An organisation on most boards of districts is missed on the one whose area its own meets."""
    answer = gaps(districts({"Club": "ENSW", "Police": "ENS"}))
    assert answer.findings[0].sentence == (
        "Police sits on 3 of the 4 boards in its area, but not on West Board."
    )
    assert answer.findings[0].weight == "look"
    assert answer.findings[0].subjects == ("body:west-board", "org:police")
    row = answer.table.loc[answer.findings[0].rows[0]]
    assert (row["sits_on"], row["sisters"]) == (3, 3)


def test_an_organisation_missing_on_several_bodies_is_said_once() -> None:
    """Several boards that lack one organisation are one sentence; a body that lacks several is one too."""
    assert told(districts({"Club": "ENSW", "Police": "NS"})) == [
        "Police sits on 2 of the 4 boards in its area, but not on East Board and West Board."
    ]
    assert told(districts({"Club": "ENSW", "Police": "ENS", "Fire": "NES"})) == [
        (
            "2 organisations that sit on most other boards in their areas are not on West Board: "
            "Fire (3 of 3) and Police (3 of 3)."
        )
    ]


@pytest.mark.parametrize(
    ("sits", "area", "body"),
    [
        ("N", "Marshire", {}),
        ("NS", "North", {}),
        ("ENS", None, {}),
        ("ENS", "Marshire", {"kind": None}),
        ("ENS", "Marshire", {"tier": None}),
        ("ENS", "Marshire", {"kind": "council"}),
    ],
)
def test_not_missed(sits: str, area: str | None, body: Record) -> None:
    """Nobody is missed where few sit, where an area is unknown or apart, or where bodies are not alike."""
    assert told(districts({"Club": "ENSW", "Police": sits}, {"Police": area}, **body)) == []


def test_several_bodies_of_one_area_are_not_compared() -> None:
    """Groups of one kind in one area differ in what they do, so that nobody is missed on one of them."""
    bodies = [{"body": f"Group {n}", "kind": "board", "tier": "district", "area": "North"} for n in range(4)]
    seats = [seat(f"Group {n}", None, "Club") for n in range(4)]
    police = [seat(f"Group {n}", None, "Police") for n in range(3)]
    organisations = [{"organisation": name, "area": "Marshire"} for name in ("Club", "Police")]
    assert (
        told(orgmap(areas=AREAS, bodies=bodies, organisations=organisations, seats=[*seats, *police])) == []
    )


def test_districts_of_no_known_wider_area() -> None:
    """District boards whose wider area is not known are not alike, so that nobody is missed on one."""
    bodies = [{"body": f"Board {name}", "kind": "board", "tier": "district", "area": name} for name in "ABCD"]
    units = [{"area": "Police area", "unit": name} for name in "ABCD"]
    seats = [
        seat(f"Board {name}", None, one) for one, on in (("Club", "ABCD"), ("Police", "ABC")) for name in on
    ]
    made = orgmap(
        areas=[{"area": name} for name in (*"ABCD", "Police area")],
        area_units=units,
        bodies=bodies,
        organisations=[{"organisation": "Police", "area": "Police area"}],
        seats=seats,
    )
    assert told(made) == []


def test_a_partial_list_of_a_body_like_others() -> None:
    """Of a body whose list is partial it cannot be told who is missing, and that is only good to know."""
    made = districts({"Club": "ENSW", "Police": "ENS"}, list="partial")
    assert told(made) == []
    assert (
        "As the list of West Board is partial, it cannot be told whether 1 organisation that sits on most "
        "bodies like it is missing." in sentences(gaps(made))
    )


def test_what_is_expected_is_not_told_among_bodies_alike() -> None:
    """An organisation that the user's own table asks for is told as such only."""
    made = districts(
        {"Club": "ENSW", "Police": "ENS"}, expected=[{"body_kind": "board", "organisation": "Police"}]
    )
    assert told(made) == ["No seat on West Board is held by Police."]
    assert set(gaps(made).table["reason"]) == {"expected"}


def test_open_seats_by_state() -> None:
    """Open seats are told by their state, each with its body and whom it is for."""
    made = orgmap(
        seats=[
            seat("Board", "Ann Example", "Club"),
            seat("Board", None, "Police", status="vacant"),
            seat("Board", None, None, status="vacant", seat="Young people"),
            seat("Forum", None, "Fire", status="invited"),
            seat("Forum", None, None, on_behalf_of="Board", status="requested"),
            seat("Forum", None, "Club", status="applied"),
            seat("Forum", None, "Bank", status="declined"),
        ],
        bodies=[{"body": "Board"}, {"body": "Forum"}],
    )
    assert told(made) == [
        "2 seats are vacant: Board (Police; Young people).",
        "1 seat is offered and nobody is named yet: Forum (Board).",
        "1 seat is asked for and not given yet: Forum (Club).",
        "1 invitation has no answer yet: Forum (Fire).",
        "1 seat was offered and declined: Forum (Bank).",
    ]
    assert gaps(made).table["row"].tolist() == [3, 4, 6, 7, 5, 8]


def test_how_long_a_seat_has_been_open() -> None:
    """On a map with a date the oldest open seat is told with its months; without one nothing is."""
    made = orgmap(
        seats=[
            seat("Board", None, "Police", status="vacant", since="2004-01-15"),
            seat("Forum", None, "Fire", status="vacant", since="2003-11"),
            seat("Panel", None, "Club", status="vacant", since="2002"),
        ]
    )
    assert told(as_at(made, "2004-10-01"))[0] == (
        "3 seats are vacant: Board (Police), Forum (Fire) and Panel (Club). "
        "That on Forum has been open longest, since November 2003, 11 months."
    )
    assert told(made)[0] == "3 seats are vacant: Board (Police), Forum (Fire) and Panel (Club)."
    assert gaps(as_at(made, "2004-10-01")).table["months"].fillna(-1).tolist() == [8, 11, -1]


@pytest.mark.parametrize(
    ("since", "day", "months"),
    [
        ("2004-01-15", "2004-02-14", 0),
        ("2004-01-15", "2004-02-15", 1),
        ("2003-12", "2004-02-15", 2),
        ("2004-03", "2004-02", None),
        ("2003", "2004-02", None),
        ("2003-12", None, None),
    ],
)
def test_months(since: str, day: str | None, months: int | None) -> None:
    """Months are whole ones, and not known where a date has none, or where they would be fewer than none."""
    assert months_between(since, day) == months


def test_many_open_seats_are_counted_by_body() -> None:
    """More open seats than a sentence holds are counted by body, or by organisation where those are fewer."""
    bodies = [f"Panel {number}" for number in range(1, 6)]
    twice = [seat(body, None, None, status="invited", seat=label) for body in bodies for label in ("a", "b")]
    assert told(orgmap(seats=twice)) == [
        (
            "10 invitations have no answer yet: "
            "Panel 1 (2), Panel 2 (2), Panel 3 (2), Panel 4 (2) and Panel 5 (2)."
        )
    ]
    wide = [seat(f"Panel {number}", None, "Police", status="declined") for number in range(10)]
    assert told(orgmap(seats=wide)) == ["10 seats were offered and declined: Police (10)."]


def places(places: int, listed: int, extent: str | None) -> OrgMap:
    """Return a board of some places and seats."""
    return orgmap(
        bodies=[{"body": "Board", "places": places, "list": extent}],
        seats=[seat("Board", None, f"Club {number}") for number in range(listed)]
        + [seat("Board", None, "Watcher", role="observer")],
    )


def test_places_that_no_row_fills() -> None:
    """Places with no row are counted; an observer fills none; more seats than places is told too."""
    assert told(places(5, 3, "complete")) == [
        "2 places are neither filled nor listed as open: 2 of 5 on Board."
    ]
    assert told(places(5, 4, None)) == ["1 place is neither filled nor listed as open: 1 of 5 on Board."]
    assert told(places(3, 3, "complete")) == []
    assert told(places(3, 5, "complete")) == [
        "1 body has more seats listed than it has places: Board (5 for 3)."
    ]


def test_places_on_a_partial_list() -> None:
    """Of a partial list it cannot be told whether its other places are filled."""
    made = places(5, 3, "partial")
    assert told(made) == []
    assert (
        "2 places are not listed, on partial lists, so it cannot be told whether they are filled: "
        "2 of 5 on Board." in sentences(gaps(made))
    )


def came(
    person: str | None, organisation: str, attended: int | None, invited: int = 4, **more: object
) -> Record:
    """Return a seat on the board with its attendance."""
    return seat("Board", person, organisation, invited=invited, attended=attended, **more)


def test_an_organisation_for_which_nobody_came() -> None:
    """An organisation none of whose seats came is told once, and its members not again."""
    made = orgmap(
        seats=[came("Ann Example", "Club", 0), came("Bob Example", "Club", 0), came("Cy Example", "Bank", 4)]
    )
    answer = gaps(made)
    assert told(made) == ["1 organisation had nobody at any meeting: Club on Board (0 of 4)."]
    assert answer.findings[0].subjects == ("body:board", "org:club")
    assert answer.table["who"].tolist() == ["Club", "Ann Example", "Bob Example"]


def test_a_substitute_came() -> None:
    """A substitute who came counts for the organisation and not for the member."""
    made = orgmap(seats=[came("Ann Example", "Club", 0), came("Bob Example", "Club", 3, role="substitute")])
    assert told(made) == [
        (
            "1 member never came, though somebody else of the same organisation did: "
            "Ann Example for Club on Board (0 of 4)."
        )
    ]


def test_an_unknown_attendance_is_not_nought() -> None:
    """Where the attendance of one of its seats is not known, nobody says that nobody came."""
    made = orgmap(seats=[came("Ann Example", "Club", 0), came("Bob Example", "Club", None)])
    assert told(made) == [
        (
            "1 member never came, and whether anybody else of the same organisation did is not known: "
            "Ann Example for Club on Board (0 of 4)."
        )
    ]


def test_a_member_of_no_known_organisation() -> None:
    """A member who never came and speaks for no known organisation is told apart from those who do."""
    made = orgmap(seats=[seat("Board", "Ann Example", invited=4, attended=0), came("Bob Example", "Club", 4)])
    assert told(made) == ["1 member of no known organisation never came: Ann Example on Board (0 of 4)."]


def test_every_sentence_on_attendance_is_true_alone() -> None:
    """No sentence counts fewer who never came than there are, and who came once is not said to stay away."""
    made = orgmap(
        seats=[
            came("Ann Example", "Club", 0),
            came("Bob Example", "Bank", 0),
            came("Cy Example", "Bank", 4),
            came("Di Example", "Shop", 1),
        ]
    )
    assert told(made) == [
        "1 organisation had nobody at any meeting: Club on Board (0 of 4).",
        (
            "1 member never came, though somebody else of the same organisation did: "
            "Bob Example for Bank on Board (0 of 4)."
        ),
        "1 member came to under half of the meetings: Di Example for Shop on Board (1 of 4).",
    ]
    states = gaps(made).table.set_index("who")["state"].to_dict()
    assert states == {
        "Club": "never came",
        "Ann Example": "never came",
        "Bob Example": "never came",
        "Di Example": "seldom came",
    }


def test_under_half() -> None:
    """Who came to under half of at least three meetings is told; half, or fewer meetings, is not."""
    made = orgmap(
        seats=[
            came("Ann Example", "Club", 1),
            came("Bob Example", "Bank", 2),
            came("Cy Example", "Firm", 1, invited=3),
            came("Di Example", "Shop", 1, invited=2),
            came("Ed Example", "Post", 1, role="adviser"),
        ]
    )
    assert told(made) == [
        (
            "2 members came to under half of the meetings: Ann Example for Club on Board (1 of 4) and "
            "Cy Example for Firm on Board (1 of 3)."
        )
    ]


def test_more_attended_than_invited() -> None:
    """More meetings attended than invited to proves nothing, and is told as doubtful."""
    made = orgmap(seats=[came("Ann Example", "Club", 5)])
    assert told(made) == [
        "1 member attended more meetings than invited to: Ann Example for Club on Board (5 of 4)."
    ]
    assert gaps(made).table["state"].tolist() == ["cannot be told"]


def test_names_are_withheld() -> None:
    """Where names are withheld, who does not come is told by post."""
    made = orgmap(seats=[came("Ann Example", "Club", 1, post="Secretary")])
    assert told(withhold(made, "posts")) == [
        "1 member came to under half of the meetings: Secretary (Club) on Board (1 of 4)."
    ]


def test_the_columns_of_no_rows() -> None:
    """The table has all its columns with their types when it has no rows."""
    full, none = gaps(places(5, 3, None)).table, gaps(places(3, 3, None)).table
    assert none.empty
    assert none.dtypes.equals(full.dtypes)
    assert [one for one in none.columns if one.startswith("id")] == [
        "id_body",
        "id_organisation",
        "id_person",
    ]
