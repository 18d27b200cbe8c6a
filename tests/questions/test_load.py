"""Tests of the question who is over-stretched."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given, settings

from orgmap.errors import SourceInvalid
from orgmap.model import Answer, as_at, check, withhold
from orgmap.network import whole_map
from orgmap.questions.load import load
from orgmap.questions.load.words import figure, hours, pounds
from tests.any_tables import ANY_TABLES, NAMES
from tests.builders import Record, lists, orgmap, seat, sentences, source

MEETS = {"meetings_per_year": 4, "hours_per_meeting": 2, "preparation_hours": 1}


def body(name: str, **more: object) -> Record:
    """Return a body of which a seat takes 12 hours a year."""
    return {"body": name, **MEETS, **more}


def row(answer: Answer, name: str, mode: str = "organisation") -> dict[str, object]:
    """Return the row of an organisation, a body or a person."""
    table = answer.table
    (found,) = table[(table["mode"] == mode) & (table["member"] == name)].to_dict("records")
    return {str(column): value for column, value in found.items()}


def picked(answer: Answer, name: str, columns: list[str], mode: str = "organisation") -> list[object]:
    """Return some columns of the row of an organisation, a body or a person."""
    found = row(answer, name, mode)
    return [found[column] for column in columns]


def test_substitutes_are_left_out_and_said_to_be() -> None:
    """The seats counted are fewer than the map has by those of substitutes, and that is said."""
    members = [seat("Board", "Ann Example"), seat("Board", "Bob Example", role="substitute")]
    known = orgmap(bodies=[body("Board")], seats=members)
    assert sentences(load(known))[-1].startswith(
        "The 1 filled seat on 1 body, not counting 1 substitute, takes "
    )
    assert sentences(load(orgmap(seats=members)))[-1].startswith(
        "How many hours a year the one filled seat, not counting 1 substitute, takes is not known: "
    )


def test_hours_of_an_organisation_a_person_and_a_body() -> None:
    """A seat takes meetings times meeting and preparation of its holder and of whom it speaks for."""
    seats = [seat("Board", "Ann Example", "Police"), seat("Forum", "Ann Example", "Police")]
    answer = load(orgmap(seats=[*seats, seat("Board", None, "Fire")], bodies=[body("Board"), body("Forum")]))
    columns = ["seats", "bodies", "meetings", "hours", "hours_unknown_seats"]
    assert picked(answer, "Police", columns) == [2, 2, 8, 24, 0]
    assert picked(answer, "Ann Example", columns, "person") == [2, 2, 8, 24, 0]
    assert picked(answer, "Fire", columns) == [1, 1, 4, 12, 0]
    assert picked(answer, "Board", ["seats", "organisations", "meetings", "hours"], "body") == [2, 2, 4, 24]
    assert "The 3 filled seats on 2 bodies take 36 hours a year." in sentences(answer)


def test_what_is_not_known_of_the_hours() -> None:
    """Seats without hours are counted apart, and seats without preparation are counted and said."""
    bodies = [body("Board"), body("Forum", preparation_hours=None), {"body": "Group", "meetings_per_year": 4}]
    members = {"Board": ["Police"], "Forum": ["Police"], "Group": ["Police", "Fire"]}
    answer = load(lists(members, bodies=bodies))
    columns = ["hours", "hours_unknown_seats", "preparation_unknown_seats"]
    assert picked(answer, "Police", columns) == [20, 1, 1]
    assert pd.isna(row(answer, "Fire")["hours"])
    assert (
        "The 4 filled seats on 3 bodies take at least 20 hours a year. "
        "The hours of 2 of the 4 seats are not known, and 1 seat is counted without preparation."
    ) in sentences(answer)


def test_no_hours_at_all() -> None:
    """Where nothing is known of the meetings, it says which columns are needed, and seats are told."""
    members = {"Board": ["Police", "Fire"], "Forum": ["Police"]}
    answer = load(lists(members))
    assert sentences(answer) == [
        "Of the organisations, most seats are held for Police (2 seats).",
        (
            "How many hours a year the 3 filled seats take is not known: "
            "that needs meetings_per_year and hours_per_meeting in the sheet Bodies."
        ),
    ]
    assert answer.table["hours"].isna().all()


def test_nobody_sits_anywhere() -> None:
    """A map of open seats has nobody whose time is taken, and says so."""
    answer = load(orgmap(seats=[seat("Board", status="vacant")], bodies=[body("Board")]))
    assert sentences(answer) == ["No seat takes anybody's time: none is filled."]
    assert picked(answer, "Board", ["seats", "hours_unknown_seats"], "body") == [0, 0]


@pytest.mark.parametrize(
    ("role", "seats"), [("officer", 1), ("observer", 1), ("adviser", 1), ("substitute", 0)]
)
def test_which_seats_take_time(role: str, seats: int) -> None:
    """Officers, observers and advisers give their time too; substitutes come only when somebody does not."""
    answer = load(orgmap(seats=[seat("Board", None, "Police", role=role)], bodies=[body("Board")]))
    assert row(answer, "Board", "body")["seats"] == seats


def test_two_seats_on_one_body_are_one_attendance() -> None:
    """Who holds two seats on one body goes to its meetings once."""
    seats = [seat("Board", "Ann Example", "Police", role=role) for role in ("chair", "member")]
    answer = load(orgmap(seats=seats, bodies=[body("Board")]))
    for name, mode in (("Police", "organisation"), ("Ann Example", "person"), ("Board", "body")):
        assert picked(answer, name, ["seats", "meetings", "hours"], mode) == [2, 4, 12]


def test_over_capacity() -> None:
    """Who is asked for more than there is is told first, with by how much and what is not known."""
    bodies = [body("Board"), body("Forum"), {"body": "Group"}]
    organisations = [{"organisation": "Police", "capacity_hours": 20}]
    members = {"Board": ["Police"], "Forum": ["Police"], "Group": ["Police"]}
    answer = load(lists(members, bodies=bodies, organisations=organisations))
    assert answer.findings[0].weight == "act"
    assert answer.findings[0].sentence == (
        "The seats of Police take at least 24 hours a year, 4 hours more than the 20 that it can give; "
        "the hours of 1 of the 3 seats are not known."
    )
    assert row(answer, "Police")["over"] == 4


def test_a_person_over_capacity() -> None:
    """One seat is told in the singular, and a person is not an it."""
    people = [{"person": "Ann Example", "capacity_hours": 11}]
    answer = load(orgmap(seats=[seat("Board", "Ann Example")], bodies=[body("Board")], people=people))
    assert sentences(answer)[0] == (
        "The seat of Ann Example takes 12 hours a year, 1 hour more than the 11 that this person can give."
    )


def test_many_over_capacity() -> None:
    """Beyond five, those over capacity are counted in one finding."""
    names = [f"O{number}" for number in range(7)]
    organisations = [{"organisation": name, "capacity_hours": 10} for name in names]
    answer = load(lists({"Board": names}, bodies=[body("Board")], organisations=organisations))
    acts = [finding for finding in answer.findings if finding.weight == "act"]
    assert len(acts) == 6
    assert acts[-1].sentence == (
        "2 more are asked for more hours than there are: O5 (2 hours too many) and O6 (2 hours too many)."
    )


def test_within_capacity() -> None:
    """Where nobody with a capacity is over it, that is said, with what is not known."""
    organisations = [{"organisation": "Police", "capacity_hours": 12}]
    members = {"Board": ["Police"]}
    answer = load(lists(members, bodies=[body("Board")], organisations=organisations))
    assert "The one whose capacity is given is asked for no more hours than that." in sentences(answer)
    members = {"Board": ["Police"], "Group": ["Police"]}
    answer = load(lists(members, bodies=[body("Board")], organisations=organisations))
    assert (
        "The one whose capacity is given is asked for no more hours than that, as far as the hours are known."
    ) in sentences(answer)


def test_on_more_than_four_bodies() -> None:
    """Without a capacity, who sits on more than four bodies is told with the number; four are not many."""
    names = [f"B{number}" for number in range(5)]
    seats = [seat(name, "Ann Example") for name in names]
    few = [seat(name, "Bob Example") for name in names[:4]]
    answer = load(orgmap(seats=[*seats, *few], bodies=[body(name) for name in names]))
    assert sentences(answer)[0] == "Ann Example sits on 5 bodies, which takes 60 hours a year."
    more = [seat(name, "Cat Example") for name in names]
    assert sentences(load(orgmap(seats=[*seats, *more])))[0] == (
        "2 people sit on more than 4 bodies: Ann Example (5 bodies) and Cat Example (5 bodies)."
    )


def test_a_known_capacity_is_no_worry_unless_hours_are_unknown() -> None:
    """Who has time for five bodies is not told; where some of the hours are not known, it is."""
    names = [f"B{number}" for number in range(5)]
    people = [{"person": "Ann Example", "capacity_hours": 60}]
    seats = [seat(name, "Ann Example") for name in names]
    said = sentences(load(orgmap(seats=seats, bodies=[body(name) for name in names], people=people)))
    assert not any("sits on 5 bodies" in sentence for sentence in said)
    said = sentences(load(orgmap(seats=seats, bodies=[body(name) for name in names[1:]], people=people)))
    assert "Ann Example sits on 5 bodies, which takes at least 48 hours a year." in said


def test_the_top_of_the_distribution() -> None:
    """The top tenth is told as asked for most; nobody is singled out from among equals."""
    members = {"Board": ["A", "B", "C"], "Forum": ["A"]}
    bodies = [body("Board"), body("Forum")]
    assert "Of the organisations, most hours are asked of A (24 hours a year)." in sentences(
        load(lists(members, bodies=bodies))
    )
    equal = sentences(load(lists({"Board": ["A", "B", "C"]}, bodies=bodies)))
    assert not any("most hours are asked" in sentence for sentence in equal)
    given = [{"organisation": "A", "capacity_hours": 30}]
    said = sentences(load(lists({**members, "Group": ["B"]}, bodies=bodies, organisations=given)))
    assert not any("asked of A" in sentence for sentence in said)


def test_one_person_carries_all() -> None:
    """An organisation whose three seats one person holds is told; two seats, or two people, are not."""
    seats = [seat(name, "Ann Example", "Police") for name in ("K", "L", "M")]
    answer = load(orgmap(seats=seats))
    assert (
        "Ann Example holds all 3 seats of Police: "
        "if this person leaves, it has nobody at any of those tables."
    ) in sentences(answer)
    columns = ["concentration", "busiest", "representatives", "seats_per_representative", "id_busiest"]
    assert picked(answer, "Police", columns) == [1, "Ann Example", 1, 3, "person:ann-example"]
    for other in (
        [*seats[:2]],
        [*seats[:2], seat("M", "Bob Example", "Police")],
        [*seats, seat("N", None, "Police")],
    ):
        assert not any("holds all" in sentence for sentence in sentences(load(orgmap(seats=other))))


def test_several_carried_by_one_person_each() -> None:
    """Several such organisations are told in one finding, the name of the organisation not said twice."""
    seats = [seat(name, None, of, post="Head") for of in ("Police", "Fire") for name in ("K", "L", "M")]
    answer = load(withhold(orgmap(seats=seats), "posts"))
    assert (
        "In 2 organisations with 3 seats or more one person holds them all, "
        "so that nobody is there when that person leaves: "
        "Head for Fire (3 seats) and Head for Police (3 seats)."
    ) in sentences(answer)


def test_unnamed_seats_are_counted_apart() -> None:
    """Seats of nobody named are no representatives, and the busiest's share is of all seats."""
    seats = [
        seat("K", "Ann Example", "Police"),
        seat("L", "Ann Example", "Police"),
        seat("M", None, "Police"),
    ]
    columns = ["seats", "representatives", "unnamed_seats", "seats_per_representative", "concentration"]
    assert picked(load(orgmap(seats=seats)), "Police", columns) == [3, 1, 1, 2, pytest.approx(2 / 3)]
    nobody = row(load(orgmap(seats=[seat("M", None, "Police")])), "Police")
    assert pd.isna(nobody["seats_per_representative"])
    assert pd.isna(nobody["concentration"])


def test_what_joining_two_bodies_would_save() -> None:
    """A body whose organisations all sit on another is told with what its seats take; its parts are not."""
    members = {"Board": ["A", "B", "C", "D"], "Forum": ["A", "B", "C"]}
    bodies = [body("Board"), body("Forum")]
    answer = load(lists(members, bodies=bodies))
    assert (
        "All organisations on Forum also sit on Board: "
        "joining the two would save at most the 3 seats of Forum, which take 36 hours a year."
    ) in sentences(answer)
    assert picked(answer, "Forum", ["inside", "id_inside"], "body") == ["Board", "body:board"]
    inside = [body("Board"), body("Forum", part_of="Board")]
    assert not any("joining" in sentence for sentence in sentences(load(lists(members, bodies=inside))))


def test_of_two_alike_one_is_inside_the_other() -> None:
    """Of two bodies with the same members only one is told as inside the other."""
    members = {"Board": ["A", "B", "C"], "Forum": ["A", "B", "C"]}
    assert load(lists(members)).table["inside"].dropna().tolist() == ["Board"]


def test_more_bodies_inside_others_are_counted() -> None:
    """Beyond three, bodies inside another are counted."""
    members = {"Board": [*"ABCD"]} | {f"F{number}": [*"ABC"] for number in range(5)}
    assert ("2 more bodies have no organisation that does not also sit on one other body.") in sentences(
        load(lists(members))
    )


def test_money() -> None:
    """With the cost of an hour, money is told with the hours, and beside it what a body is for."""
    bodies = [body("Board", governance_mode="advisory"), body("Forum")]
    answer = load(lists({"Board": ["A", "B"], "Forum": ["A"]}, bodies=bodies), hourly_cost=26.5)
    assert row(answer, "A")["cost"] == 24 * 26.5
    said = sentences(answer)
    assert "Of the organisations, most hours are asked of A (24 hours a year, £636)." in said
    assert "The 3 filled seats on 2 bodies take 36 hours a year, £954 at £26.50 an hour." in said
    assert (
        "The costliest bodies are Board (24 hours a year, £636; 2 organisations; advisory) and "
        "Forum (12 hours a year, £318; 1 organisation; mode of governance not known). "
        "Ask of each whether what it does is worth that."
    ) in said


def test_without_a_cost_there_is_no_money() -> None:
    """Without the cost of an hour nothing is said of money, and what closing a body would save is hours."""
    answer = load(lists({"Board": ["A", "B"], "Forum": ["A"]}, bodies=[body("Board"), body("Forum")]))
    assert answer.table["cost"].isna().all()
    assert (
        "Most hours go into Board (24 hours a year) and Forum (12 hours a year): "
        "closing one would save so many at most."
    ) in sentences(answer)
    assert not any("£" in sentence for sentence in sentences(answer))


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 hour"), (7.5, "7.5 hours"), (1200, "1,200 hours"), (0.01, "under 0.1 hours")]
)
def test_hours_in_words(number: float, words: str) -> None:
    """Hours have one decimal at most, and little is never told as nothing."""
    assert hours(number) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [(12480, "£12,480"), (132.5, "£132"), (26.5, "£26.50"), (3, "£3"), (0.004, "under £0.01")],
)
def test_pounds_in_words(amount: float, words: str) -> None:
    """Money is in whole pounds, small amounts in pence."""
    assert pounds(amount) == words


NUMBER = re.compile(r"£?\d[\d,]*(?:\.\d+)?")
CONSTANTS = {"4", "3", "0.1", "£2.50"}
"""More than four bodies, three seats or more, under 0.1 hours, at £2.50 an hour."""


def numbers_of(rows: pd.DataFrame) -> set[str]:
    """Return every number that the rows of a table may be told by."""
    columns = [column for column in rows.columns if pd.api.types.is_numeric_dtype(rows[column].dtype)]
    told = {f"{len(rows):,}"}
    for column in columns:
        values = rows[column].dropna().astype(float)
        every = [*values, values.sum()]
        told |= {figure(value) for value in every} | (
            {pounds(value) for value in every} if column == "cost" else set()
        )
    return told


@settings(max_examples=40)
@given(tables=ANY_TABLES)
def test_the_numbers_of_the_sentences_are_those_of_the_rows(tables: dict[str, list[Record]]) -> None:
    """Every number of a sentence is in the rows that prove it, and its subjects are on the map."""
    try:
        made = withhold(as_at(check(source(**{name: some for name, some in tables.items() if some}))), "full")
    except SourceInvalid:
        return
    answer = load(made, hourly_cost=2.5)
    nodes, names = set(whole_map(made)), sorted({*NAMES, *answer.table["member"]}, key=len, reverse=True)
    for finding in answer.findings:
        rest = finding.sentence
        for name in names:
            rest = rest.replace(name, "")
        told = set(NUMBER.findall(rest))
        assert told <= numbers_of(answer.table.loc[list(finding.rows)]) | CONSTANTS, finding.sentence
        assert set(finding.subjects) <= nodes
