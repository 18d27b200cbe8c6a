"""Tests of the question whether members represent the bodies elsewhere."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model import OrgMap, as_at
from orgmap.questions import cross_representation
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, sentences
from tests.questions.any_answers import any_map, leading, sound

BODIES: list[Record] = [{"body": name} for name in ("Board", "Forum", "Group", "Panel")]
HOME: list[Record] = [{"home_body": "Board"}]
NOTHING = "No seat is known to be held on behalf of another body"


def told(*seats: Record, **tables: list[Record]) -> list[str]:
    """Return what is said of seats on four bodies."""
    return sentences(cross_representation(made(*seats, **tables)))


def made(*seats: Record, **tables: list[Record]) -> OrgMap:
    """Return a map of seats on four bodies."""
    return orgmap(seats=[*seats], **({"bodies": BODIES} | tables))


def held(on: str, of: str, person: str | None = None, **more: object) -> Record:
    """Return a seat on one body for another."""
    return seat(on, person, "Police", on_behalf_of=of, **more)


def test_one_way() -> None:
    """A body with seats on another that has none on it is told with their number."""
    answer = cross_representation(made(held("Forum", "Board", "Ann Example"), held("Forum", "Board")))
    assert sentences(answer) == ["Board has 2 seats of its own on Forum, which has none on it."]
    row = answer.table[answer.table["kind"] == "one-way"].iloc[0]
    assert (row["for_body"], row["on_body"], row["seats"]) == ("Board", "Forum", 2)
    assert row["holders"] == "Ann Example; somebody of Police"
    assert answer.findings[0].subjects == ("body:board", "body:forum")


def test_several_one_way() -> None:
    """Several pairs of that sort are one finding."""
    assert told(held("Forum", "Board"), held("Panel", "Group")) == [
        (
            "In 2 pairs of bodies one has seats on the other and not the other way round: Board on Forum and "
            "Group on Panel."
        )
    ]


def test_mutual() -> None:
    """Two bodies with seats on each other are one pair, of two rows."""
    answer = cross_representation(made(held("Forum", "Board"), held("Board", "Forum")))
    assert sentences(answer) == ["Board and Forum have seats on each other."]
    assert answer.table["kind"].tolist() == ["mutual", "mutual"]
    two = told(
        *(held(on, of) for on, of in (("Forum", "Board"), ("Board", "Forum"), ("Group", "Panel"))),
        held("Panel", "Group"),
    )
    assert two == ["2 pairs of bodies have seats on each other: Board with Forum and Group with Panel."]


def test_the_home_body() -> None:
    """The home body is told by itself: where it has seats, and who has seats on it."""
    seats = [held("Forum", "Board"), held("Forum", "Board"), held("Group", "Board"), held("Board", "Panel")]
    assert told(*seats, about=HOME) == [
        "Board has seats of its own on Forum (2) and Group. Panel has seats on it."
    ]
    assert told(held("Forum", "Board"), about=HOME) == [
        "Board has seats of its own on Forum. No other body has one on it."
    ]
    assert told(held("Board", "Forum"), held("Board", "Group"), about=HOME) == [
        "Board has no seat of its own on any other body. Forum and Group have seats on it."
    ]


def test_a_request() -> None:
    """Who has asked for a member of the home body is something to act on; requests of others to look into."""
    asked = held("Forum", "Board", status="requested")
    answer = cross_representation(made(asked, held("Group", "Panel"), about=HOME))
    assert sentences(answer)[0] == "Forum has asked for a member of Board, and the seat is not filled."
    assert answer.findings[0].weight == "act"
    answer = cross_representation(made(asked, held("Group", "Panel")))
    assert answer.findings[0].weight == "look"


def test_open_seats_in_every_state() -> None:
    """Seats applied for, offered, declined and vacant are each told in their own words."""
    said = told(
        seat("Forum", on_behalf_of="Board", status="applied"),
        seat("Group", on_behalf_of="Board", status="invited"),
        seat("Panel", on_behalf_of="Board", status="declined"),
        seat("Panel", on_behalf_of="Forum", status="vacant"),
    )
    assert said == [
        "Board has asked for a seat on Forum, and does not hold it yet.",
        "Group has offered Board a seat, and no answer is known.",
        "Board was offered a seat on Panel, and it was declined.",
        "A seat that Forum has on Panel is vacant.",
    ]


def test_several_requests() -> None:
    """Several requests are one finding."""
    said = told(*(seat(on, on_behalf_of="Board", status="requested") for on in ("Forum", "Group")))
    assert said == [
        (
            "In 2 cases a body has asked for a member of another, and the seat is not filled: Board on Forum "
            "and Board on Group."
        )
    ]


def test_offered_to_nobody_knows_whom() -> None:
    """Seats on offer of which it is not said to whom are counted, and nothing is made up."""
    said = told(*(seat("Forum", status="invited") for _ in range(3)), seat("Group", status="requested"))
    assert said[0] == (
        "4 seats on 2 bodies are on offer, but to whom is not in the column on_behalf_of of the list: "
        "Forum (3) and Group (1)."
    )


def test_members_who_sit_elsewhere() -> None:
    """Of the members who also sit on other bodies, it is told for whom they speak there."""
    people = [f"{name} Example" for name in ("Ann", "Bob", "Cyd", "Dee", "Eve")]
    seats = [seat("Board", person) for person in people]
    seats += [held("Forum", "Board", people[0]), seat("Forum", people[1], "Police"), seat("Group", people[2])]
    answer = cross_representation(made(*seats, about=HOME))
    assert sentences(answer)[1:] == [
        (
            "3 of the 5 people on Board also sit on other bodies; 1 of them speaks for it there, 1 for "
            "others and 1 for nobody stated."
        ),
        (
            "2 bodies have members who also sit elsewhere, but none who speaks for them there: Forum (2) and "
            "Group (1)."
        ),
    ]
    row = answer.table[answer.table["id_for_body"].eq("body:board") & answer.table["people"].notna()].iloc[0]
    assert row[["people", "elsewhere", "speaking", "for_others", "unstated"]].tolist() == [5, 3, 1, 1, 1]


def test_nobody_speaks_for_it() -> None:
    """Where nobody speaks for the home body elsewhere that is something to look into, of people listed."""
    seats = [
        seat("Board", "Ann Example", "Police"),
        seat("Forum", "Ann Example", "Police"),
        seat("Board", None, "Trust"),
    ]
    answer = cross_representation(made(*seats, held("Panel", "Group"), about=HOME))
    (found,) = [one for one in answer.findings if "1 of the 1 person listed on Board" in one.sentence]
    assert found.weight == "look"
    assert found.sentence.endswith("none of them speaks for it there, but 1 for others.")


def test_parents_and_councils_are_not_elsewhere() -> None:
    """Who sits on a body and on a group of it, or on a council, does not sit elsewhere by that."""
    bodies: list[Record] = [
        {"body": "Board"},
        {"body": "Group", "part_of": "Board"},
        {"body": "County Council", "kind": "council"},
    ]
    seats = [seat(body, "Ann Example", "Police") for body in ("Board", "Group", "County Council")]
    table = cross_representation(made(*seats, bodies=bodies)).table
    people = table[table["people"].notna()]
    assert people.set_index("for_body")["elsewhere"].to_dict() == {"Board": 0, "Group": 0}


def test_parent_and_part_are_set_apart() -> None:
    """A seat of a body on one that it is part of is told apart from the others."""
    bodies: list[Record] = [{"body": "Board"}, {"body": "Group", "part_of": "Board"}]
    assert told(held("Board", "Group"), bodies=bodies) == [
        "1 seat joins a body to one that it is part of, and is set apart: Group on Board."
    ]


def test_overlap_without_a_seat() -> None:
    """Bodies that share many members and have no seat on one another are told; with a seat they are not."""
    shared = [seat(body, None, one) for body in ("Board", "Forum") for one in "ABC"]
    answer = cross_representation(made(*shared, held("Group", "Panel")))
    assert sentences(answer)[0] == (
        "Board and Forum share 3 organisations, and neither has a seat of its own on the other."
    )
    assert answer.table.loc[answer.findings[0].rows[0], "members"] == "A; B; C"
    said = told(*shared, seat("Forum", None, "A", on_behalf_of="Board"))
    assert not any("neither" in sentence for sentence in said)


def test_many_overlaps() -> None:
    """Many overlaps are one finding, those with most in common first."""
    members = {"Board": "ABCD", "Forum": "ABCD", "Group": "ABC"}
    seats = [seat(body, None, one) for body, ones in members.items() for one in ones]
    assert told(*seats, held("Group", "Panel"))[0] == (
        "3 pairs of bodies share 3 to 4 organisations and have no seat of their own either way: Board with "
        "Forum (4), Board with Group (3) and Forum with Group (3)."
    )


def test_the_threshold() -> None:
    """How many shared members make an overlap is an option; two that are half of a body always do."""
    made_of = lists({"Board": list("ABXYZ"), "Forum": list("ABPQR"), "Group": list("XYZ")})
    kinds = cross_representation(made_of).table
    found = kinds.loc[kinds["kind"] == "overlap without a seat", ["for_body", "on_body", "shared"]]
    assert found.to_numpy().tolist() == [["Board", "Group", 3]]
    assert len(cross_representation(made_of, threshold=2).table) == 2


def test_a_source_that_says_nothing_of_it() -> None:
    """Where no seat is known to be for another body, that is said alone, and what to write down."""
    answer = cross_representation(lists({"Board": list("ABC"), "Forum": list("ABC"), "Group": list("D")}))
    assert sentences(answer) == [
        (
            f"{NOTHING}, although 1 pair of bodies shares 3 organisations. Write whom a seat speaks for "
            "in the column on_behalf_of of the list."
        )
    ]
    assert told(seat("Board", None, "Police"))[0].startswith(f"{NOTHING}. Write")


def test_a_closed_body() -> None:
    """Seats still held for a body that has closed are told; such a body is no subject."""
    bodies: list[Record] = [{"body": "Old Board", "until": "2003"}, {"body": "Forum"}]
    closed = as_at(made(held("Forum", "Old Board"), bodies=bodies, about=[{"as_at": "2005"}]))
    answer = cross_representation(closed)
    assert sentences(answer) == ["1 seat is still held for a body that has closed: Old Board on Forum."]
    assert answer.findings[0].subjects == ("body:forum",)


@settings(max_examples=50)
@given(tables=ANY_TABLES, day=st.sampled_from([None, "2004"]))
def test_sentences_say_what_the_table_says(tables: dict[str, list[Record]], day: str | None) -> None:
    """The numbers of a sentence are those of its rows, and of those elsewhere each speaks for somebody."""
    map_of = any_map(tables, day)
    if map_of is None:
        return
    answer = cross_representation(map_of)
    sound(answer, map_of)
    for finding in answer.findings:
        _proved(finding.sentence, answer.table.loc[list(finding.rows)])
    people = answer.table.dropna(subset="people")
    assert (people["elsewhere"] == people["speaking"] + people["for_others"] + people["unstated"]).all()
    assert (people["elsewhere"] <= people["people"]).all()
    filled = map_of.seats[(map_of.seats["status"] == "filled") & map_of.seats["for_body"].notna()]
    assert answer.table["seats"].sum() == len(filled)


def _proved(sentence: str, rows: pd.DataFrame) -> None:
    """Assert that the numbers of a sentence are those of its rows."""
    if found := leading(r"\S+ has (\d+) seats? of its own on", sentence):
        assert found == [rows["seats"].sum()]
    if found := leading(r"In (\d+) (?:cases|pairs)", sentence):
        assert found == [len(rows)]
    if found := leading(r"(\d+) seats? on (\d+) bod\w+ (?:is|are) on offer", sentence):
        assert found == [rows["open_seats"].sum(), len(rows)]
    if found := leading(r"(\d+) of the (\d+) (?:person|people)", sentence):
        assert found == [rows["elsewhere"].sum(), rows["people"].sum()]
    if found := leading(r"(\d+) seats? (?:joins?|is|are still|are|is still) ", sentence):
        assert found == [rows["seats"].sum()] or " on offer" in sentence
    if found := leading(r".*pairs? of bodies shares? (\d+) to (\d+)", sentence):
        assert found == [rows["shared"].min(), rows["shared"].max()]
