"""Tests of the question which bodies share most members."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model import Answer, OrgMap
from orgmap.questions import overlap
from tests.builders import lists, orgmap, seat, sentences


def told(members: dict[str, str], **tables: list[dict[str, object]]) -> list[str]:
    """Return what is said of bodies whose members are single letters."""
    return sentences(overlap(lists({body: list(ones) for body, ones in members.items()}, **tables)))


def pairs(answer: Answer) -> dict[tuple[str, str], int]:
    """Return the shared count of each pair of bodies by name."""
    table = answer.table
    return dict(zip(zip(table["body_a"], table["body_b"], strict=True), table["shared"], strict=True))


def test_the_pair_that_shares_most() -> None:
    """The pair at the top is told with the names and the share of the smaller body."""
    assert told({"Board": "ABCDE", "Forum": "ABXY", "Group": "AZ"}) == [
        "Board and Forum share 2 organisations: A and B. That is 50 % of the 4 on Forum."
    ]


def test_all_of_the_smaller_body() -> None:
    """Where all of the smaller body are shared, it says all."""
    assert told({"Board": "ABC", "Forum": "AB"}) == [
        "Board and Forum share 2 organisations: A and B. That is all 2 on Forum."
    ]


def test_people_where_there_are_no_organisations() -> None:
    """Without organisations people are counted, and the sentence says people."""
    seats = [seat(body, name) for body in ("Board", "Forum") for name in ("Ann Example", "Bob Example")]
    assert sentences(overlap(orgmap(seats=seats))) == [
        "Board and Forum share 2 people: Ann Example and Bob Example. That is all 2 on Board."
    ]


def test_one_shared_member_is_no_finding() -> None:
    """A single shared member is in the table, but not worth a sentence."""
    answer = overlap(lists({"Board": ["A", "B"], "Forum": ["A", "C"]}))
    assert sentences(answer) == ["No two bodies share more than one organisation."]
    assert pairs(answer) == {("Board", "Forum"): 1}


def test_nothing_shared() -> None:
    """Bodies that share nobody with any other are named."""
    assert told({"Board": "AB", "Forum": "C"}) == [
        "Board and Forum share no organisation with any other body."
    ]


def test_one_that_stands_alone() -> None:
    """One such body is told in the singular."""
    assert "Alone shares no organisation with any other body." in told(
        {"Board": "AB", "Forum": "AB", "Alone": "X"}
    )


def test_a_body_without_members_is_not_told() -> None:
    """A body of which no member is known does not share nothing: it is not known."""
    said = told(
        {"Board": "AB", "Forum": "AB"}, bodies=[{"body": name} for name in ("Board", "Forum", "Empty")]
    )
    assert not any("Empty" in sentence for sentence in said)


def test_parent_and_child_are_set_apart() -> None:
    """A body and its parent are not ranked: they are told apart, as sharing by design."""
    answer = overlap(
        lists(
            {"Board": ["A", "B", "C"], "Executive": ["A", "B", "C"], "Forum": ["A", "B"]},
            bodies=[{"body": "Board"}, {"body": "Executive", "part_of": "Board"}, {"body": "Forum"}],
        )
    )
    assert sentences(answer) == [
        "Board and Forum share 2 organisations: A and B. That is all 2 on Forum.",
        "Executive and Forum share 2 organisations: A and B. That is all 2 on Forum.",
        (
            "1 pair of a body and a body it is part of shares organisations by design and is set apart: "
            "Board with Executive (3)."
        ),
    ]
    assert answer.table.set_index(["body_a", "body_b"])["part_of"].to_dict() == {
        ("Board", "Executive"): True,
        ("Board", "Forum"): False,
        ("Executive", "Forum"): False,
    }


def test_several_pairs_with_the_same_number() -> None:
    """Where many pairs share the same number, that is said once."""
    said = told(dict.fromkeys("KLMN", "AB"))
    assert said == ["6 pairs of bodies share 2 organisations each, among them K and L."]


def test_a_body_in_miniature() -> None:
    """A body nearly all of whose members sit on another is told, beside the pairs at the top."""
    members = {"Big": "ABCDEFGH", "Huge": "ABCDEFGHIJ", "Small": "ABC", "Other": "ABCX"}
    said = told(members)
    small = [sentence for sentence in said if "in miniature" in sentence]
    assert small == [
        (
            "All 3 organisations on Small also sit on Big, Huge and Other: Small is nearly "
            "each of them in miniature."
        )
    ]


def test_one_member_everywhere_is_told_once() -> None:
    """Who sits on all bodies joins every pair of them: that is one finding, not one for each pair."""
    said = told({f"Body {number}": f"Z{number}" for number in range(8)})
    assert said == ["Z sits on all 8 bodies, which alone joins 28 pairs of them."]


def test_the_others_on_many_bodies() -> None:
    """Others on many bodies are counted and named with their number."""
    members = {
        f"Body {number}": "Z" + ("Y" if number < 6 else "") + ("X" if number < 5 else "")
        for number in range(9)
    }
    assert "2 other organisations sit on more than 4 bodies: Y (6) and X (5)." in told(members)
    one = {f"Body {number}": "Z" + ("Y" if number < 6 else "") for number in range(9)}
    assert "One other organisation sits on more than 4 bodies: Y (6)." in told(one)


def test_a_partial_list() -> None:
    """A share of a body whose list is partial is unknown, and the reason is said."""
    answer = overlap(
        lists(
            {"Board": ["A", "B"], "Forum": ["A", "B", "C"]},
            bodies=[{"body": "Board", "list": "partial"}, {"body": "Forum"}],
        )
    )
    assert sentences(answer) == [
        "Board and Forum share 2 organisations: A and B.",
        "Shares cannot be worked out for 1 pair, because the list of members of Board is partial.",
    ]
    row = answer.table.iloc[0]
    assert row[["jaccard", "simpson", "a_in_b", "cosine"]].isna().all()
    assert row["b_in_a"] == pytest.approx(2 / 3)


def test_observers_are_not_counted() -> None:
    """Observers are no shared members unless they are asked for."""
    made = orgmap(
        seats=[
            seat("Board", None, "A"),
            seat("Board", None, "B"),
            seat("Forum", None, "A", role="observer"),
            seat("Forum", None, "C"),
        ]
    )
    assert pairs(overlap(made)) == {}
    assert pairs(overlap(made, roles=("member", "observer"))) == {("Board", "Forum"): 1}


def test_the_counting_is_said() -> None:
    """What is counted stands in the table and in the sentences."""
    made = orgmap(
        seats=[
            seat(body, f"{name} Example", f"Org {body} {name}")
            for body in ("Board", "Forum")
            for name in ("Ann", "Bob")
        ]
    )
    people = overlap(made, "people")
    assert people.table["counting"].tolist() == ["people"]
    assert sentences(people)[0].startswith("Board and Forum share 2 people: ")
    assert len(overlap(made).table) == 0


def test_names_with_semicolons_and_commas() -> None:
    """A semicolon in a name does not make two names of it."""
    made = lists({"Board": ["A; of B", "C, of D", "E"], "Forum": ["A; of B", "C, of D", "F"]})
    assert sentences(overlap(made)) == [
        "Board and Forum share 2 organisations: A, of B; and C, of D. That is 67 % of the 3 on Board."
    ]


def test_an_empty_map() -> None:
    """A map of one body has nothing to compare, and says so with an empty table."""
    answer = overlap(orgmap(seats=[seat("Board", status="vacant")]))
    assert sentences(answer) == ["No two bodies share more than one person."]
    assert answer.table.empty


MEMBERS = st.dictionaries(
    st.sampled_from(["Alpha", "Beta", "Gamma", "Delta"]),
    st.sets(st.sampled_from("PQRSTU"), min_size=1),
    min_size=2,
    max_size=4,
)


@settings(max_examples=30)
@given(MEMBERS)
def test_sentences_say_what_the_table_says(members: dict[str, set[str]]) -> None:
    """The number shared in every sentence of a pair is the table's, and so is the number of names."""
    answer = overlap(lists({body: sorted(ones) for body, ones in members.items()}))
    assert pairs(answer) == {
        (a, b): len(members[a] & members[b])
        for a in sorted(members)
        for b in sorted(members)
        if a < b and members[a] & members[b]
    }
    for finding in answer.findings:
        found = re.match(r"(\w+) and (\w+) share (\d+) organisations: ([^.]+)\.", finding.sentence)
        if found:
            (row,) = finding.rows
            line = answer.table.loc[row]
            assert (line["body_a"], line["body_b"], line["shared"]) == (found[1], found[2], int(found[3]))
            assert len(re.split(r", | and ", found[4])) == line["shared"]


def test_wales(wales: OrgMap) -> None:
    """Natural Resources Wales, on all 19 boards, is told once, in place of 171 pairs."""
    answer = overlap(wales)
    assert len(answer.table) == 171
    assert sentences(answer) == [
        (
            "22 pairs of bodies share 3 organisations each, among them Blaenau Gwent Public Services Board "
            "and Caerphilly Public Services Board."
        ),
        "Natural Resources Wales sits on all 19 bodies, which alone joins 171 pairs of them.",
        (
            "3 other organisations sit on more than 4 bodies: South Wales Fire and Rescue "
            "Authority (9), Mid and West "
            "Wales Fire and Rescue Authority (6) and Aneurin Bevan University Health Board (5)."
        ),
    ]


def test_the_table(hampshire: OrgMap) -> None:
    """The table has its columns in order, most shared first, and shares from 0 to 1."""
    table = overlap(hampshire).table
    assert list(table.columns) == [
        "body_a",
        "body_b",
        "counting",
        "shared",
        "size_a",
        "size_b",
        "jaccard",
        "simpson",
        "a_in_b",
        "b_in_a",
        "cosine",
        "part_of",
        "members",
        "note",
        "id_a",
        "id_b",
    ]
    assert table["shared"].is_monotonic_decreasing
    shares = table[["jaccard", "simpson", "a_in_b", "b_in_a", "cosine"]]
    assert ((shares >= 0) & (shares <= 1) | shares.isna()).all(axis=None)
    assert (table["members"].str.count(";") + 1 == table["shared"]).all()
    assert isinstance(table.index, pd.RangeIndex)
