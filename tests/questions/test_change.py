"""Tests of the question what changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import as_at, check
from orgmap.model.versions import shown_alike
from orgmap.network import whole_map
from orgmap.questions.change import change
from orgmap.questions.change.rows import COLUMNS
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, sentences, source


def told(older: dict[str, str], newer: dict[str, str], **tables: list[Record]) -> list[str]:
    """Return what is said of two states of bodies whose members are single letters."""
    was, now = (
        lists({body: list(ones) for body, ones in members.items()}, **tables) for members in (older, newer)
    )
    return sentences(change(was, now))


def test_nothing_changed() -> None:
    """The same map twice has changed in nothing, and it says so once."""
    assert told({"Board": "AB"}, {"Board": "AB"}) == [
        "Nothing that orgmap compares has changed: the same bodies, members, chairs and open seats."
    ]


def test_joined_and_left() -> None:
    """Who joined a body and who left it is told by name, and who sits nowhere any more."""
    assert told({"Board": "ABC", "Forum": "C"}, {"Board": "AXY", "Forum": "C"}) == [
        "1 organisation no longer sits on any body: B.",
        "Board and Forum no longer share any organisation.",
        "2 organisations sit on a body now and did not before: X and Y.",
        "Board: 2 organisations joined: X and Y. 2 organisations left: B and C.",
    ]


def test_new_and_gone_bodies() -> None:
    """A body that is new, and one that is gone, are told as such and not as members who left."""
    assert told({"Board": "A", "Forum": "A"}, {"Board": "A", "Group": "A"}) == [
        "Group is new.",
        "Forum is no longer on the map.",
    ]


def test_many_lost_ties_are_told_once() -> None:
    """A body that shares nobody with several others any more is one finding."""
    older = {"Hub": "ABC", "One": "AX", "Two": "BX", "Three": "CX"}
    said = told(older, older | {"Hub": "Z"})
    assert "Hub no longer shares any organisation with 3 bodies: One, Three and Two." in said
    assert sum("no longer share" in sentence for sentence in said) == 1


def test_shares_more_and_fewer() -> None:
    """How much two bodies share is told as it was and as it is."""
    said = told({"Board": "ABC", "Forum": "ABCX"}, {"Board": "ABC", "Forum": "ABX"})
    assert "1 pair of bodies shares fewer organisations than before: Board and Forum (3, now 2)." in said
    said = told({"Board": "AB", "Forum": "AX"}, {"Board": "AB", "Forum": "AB"})
    assert "1 pair of bodies shares more organisations than before: Board and Forum (1, now 2)." in said


def two(older: list[Record], newer: list[Record]) -> list[str]:
    """Return what is said of two lists of seats."""
    return sentences(change(*(orgmap(seats=rows) for rows in (older, newer))))


def test_another_chair() -> None:
    """Who chairs now is told with who did before."""
    was = [seat("Board", "Ann Example", "A", role="chair"), seat("Board", "Bob Example", "B")]
    now = [seat("Board", "Ann Example", "A"), seat("Board", "Bob Example", "B", role="chair")]
    assert two(was, now) == ["Board is now chaired by Bob Example; before it was Ann Example."]
    assert two(was, was[1:])[0] == "Board has no known chair now; before it was Ann Example."
    assert two(was[1:], was)[0] == "Board is now chaired by Ann Example; none was known before."


def test_another_holder() -> None:
    """An organisation that sends somebody else has a seat with another holder: nobody joined or left."""
    was, now = (
        [seat("Board", name, "A"), seat("Board", "Cy Example", "B")] for name in ("Ann Example", "Di Example")
    )
    answer = change(orgmap(seats=was), orgmap(seats=now))
    assert sentences(answer) == ["1 seat has another holder for the same organisation: A on Board."]
    assert answer.table[["before", "after"]].values.tolist() == [["Ann Example", "Di Example"]]


def test_more_people_of_one_organisation() -> None:
    """An organisation that sends one more person or one fewer is told so."""
    one, more = [seat("Board", "Ann Example", "A")], [seat("Board", "Bob Example", "A")]
    assert two(one, one + more) == ["1 organisation has more people on a body than before: A on Board."]
    assert two(one + more, one) == ["1 organisation has fewer people on a body than before: A on Board."]


def test_a_holder_who_is_not_known_is_no_change() -> None:
    """Where the holder of a seat is not named in one of the lists, nobody is said to have taken over."""
    assert two([seat("Board", None, "A")], [seat("Board", "Ann Example", "A")])[0].startswith("Nothing")


def test_people_without_organisations() -> None:
    """Where no organisation is known, people who join and leave are told."""
    was, now = ([seat("Board", name), seat("Board", "Cy Example")] for name in ("Ann Example", "Di Example"))
    assert two(was, now) == ["Board: 1 person joined: Di Example. 1 person left: Ann Example."]


def test_an_organisation_found_for_a_person() -> None:
    """A person whose organisation is known now, and was not before, did not leave."""
    said = two([seat("Board", "Ann Example")], [seat("Board", "Ann Example", "A")])
    assert not any("left" in sentence for sentence in said)


def test_open_seats() -> None:
    """Seats that fell vacant and seats that were filled are told by body."""
    was = [seat("Board", None, "A"), seat("Board", status="vacant"), seat("Forum", None, "A")]
    now = [seat("Board", None, "A"), seat("Forum", None, "A"), seat("Forum", status="vacant")]
    assert two(was, now) == [
        "1 body has more open seats than before: Forum (0, now 1).",
        "1 body has fewer open seats than before: Board (1, now 0).",
    ]


def test_partial_lists() -> None:
    """Where one of the lists is partial, it says that who left is not certain."""
    bodies: list[Record] = [{"body": "Board", "list": "partial"}]
    said = told({"Board": "AB"}, {"Board": "A"}, bodies=bodies)
    assert said[-1] == "One of the two lists of Board is partial, so who joined or left there is not certain."


def test_many_bodies_are_counted() -> None:
    """Beyond five bodies, those with least change are counted in one sentence."""
    names = [f"Body {letter}" for letter in "ABCDEFG"]
    said = told(dict.fromkeys(names, "AB"), dict.fromkeys(names, "A"))
    assert said[-2] == "On 2 more bodies, 2 organisations left."


def test_one_map_on_two_days() -> None:
    """The same source on two days tells who came and went between them."""
    made = orgmap(
        seats=[
            seat("Board", None, "A", until="2004"),
            seat("Board", None, "B", since="2005"),
            seat("Board", None, "C"),
        ]
    )
    assert sentences(change(as_at(made, "2004-06-01"), as_at(made, "2005-06-01"))) == [
        "1 organisation no longer sits on any body: A.",
        "1 organisation sits on a body now and did not before: B.",
        "Board: 1 organisation joined: B. 1 organisation left: A.",
    ]
    assert sentences(change(as_at(made, "2005"), as_at(made, "2006")))[0].startswith(
        "From 2005 to 2006: nothing"
    )
    assert sentences(change(as_at(made, "2005"), as_at(made, "2005")))[0].startswith("Nothing that orgmap")


@pytest.mark.parametrize("mode", ["full", "posts", "none"])
def test_names_that_may_not_be_shown(mode: str) -> None:
    """Both maps show of people only what may be shown, and the same person has the same id in both."""
    was, now = (
        orgmap(seats=[seat("Board", name, "A", post="Director"), seat("Forum", "Bob Example", "B")])
        for name in ("Ann Example", "Di Example")
    )
    older, newer = shown_alike(was, now, mode)
    answer = change(older, newer)
    cells = answer.table.to_csv() + " ".join(sentences(answer))
    assert ("Ann Example" in cells) == (mode == "full")
    assert set(older.people.index) & set(newer.people.index)
    assert len(answer.table) == 1
    labels = [
        *older.people["label"],
        *(label for person, label in newer.people["label"].items() if person not in older.people.index),
    ]
    assert len(set(labels)) == len(labels)


@settings(max_examples=25, deadline=None)
@given(one=ANY_TABLES, other=ANY_TABLES)
def test_any_two_maps(one: dict[str, list[Record]], other: dict[str, list[Record]]) -> None:
    """Of any two maps the rows have the columns, and a map against itself has none; back is the opposite."""
    made = []
    for tables in (one, other):
        try:
            made.append(as_at(check(source(**tables))))
        except SourceInvalid:
            return
    was, now = made
    answer = change(was, now)
    assert tuple(answer.table.columns) == COLUMNS
    assert change(was, was).table.empty
    back = change(now, was).table["what"].value_counts()
    there = answer.table["what"].value_counts()
    for what, opposite in (
        ("new body", "body gone"),
        ("organisation joined", "organisation left"),
        ("shares more", "shares fewer"),
    ):
        assert there.get(what, 0) == back.get(opposite, 0)
    nodes = {*whole_map(was), *whole_map(now)}
    for finding in answer.findings:
        assert set(finding.subjects) <= nodes
        assert set(finding.rows) <= set(answer.table.index)


@settings(max_examples=30, deadline=None)
@given(members=st.lists(st.text("ABCDEF", max_size=5), min_size=2, max_size=2))
def test_the_numbers_are_those_of_the_rows(members: list[str]) -> None:
    """How many organisations joined and left, as told, is how many rows prove it."""
    was, now = (lists({"Board": ["Always", *dict.fromkeys(ones)]}) for ones in members)
    answer = change(was, now)
    for finding in answer.findings:
        if finding.sentence.startswith("Board:"):
            rows = answer.table.loc[list(finding.rows), "what"].value_counts()
            said = {
                word: int(number)
                for number, word in re.findall(r"(\d+) organisations? (joined|left)", finding.sentence)
            }
            assert said == {what.split()[-1]: number for what, number in rows.items()}
