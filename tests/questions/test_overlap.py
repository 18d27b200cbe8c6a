"""Tests of the question which bodies share most members."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import Answer, OrgMap, as_at, check
from orgmap.network import Counting, whole_map
from orgmap.questions import overlap
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, sentences, source


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
    said = told(
        {
            "K": "ABX",
            "L": "ABY",
            "M": "XY",
            "N": "CDX",
            "O": "CDY",
            "P": "EFX",
            "Q": "EFY",
            "R": "GHI",
            "S": "GHJ",
        }
    )
    assert said == ["4 pairs of bodies share 2 organisations each, among them K and L."]


def test_bodies_that_share_the_same_members() -> None:
    """Three bodies or more with the same two members are told once, not pair by pair."""
    assert told({"K": "ABW", "L": "ABX", "M": "ABY", "N": "ABZ"}) == [
        "4 bodies have 2 organisations in common: A and B. They are K, L, M and N."
    ]


def test_a_parent_is_not_in_a_set_with_its_parts() -> None:
    """Of a body and its parts only the whole counts among bodies that share the same members."""
    bodies = [{"body": "K"}, {"body": "L", "part_of": "K"}, {"body": "M"}, {"body": "N"}]
    assert told({"K": "ABW", "L": "ABX", "M": "ABY", "N": "ABZ"}, bodies=bodies)[0] == (
        "3 bodies have 2 organisations in common: A and B. They are K, M and N."
    )
    bodies[2]["part_of"] = "K"
    assert not any(
        "in common" in sentence
        for sentence in told({"K": "AB", "L": "AB", "M": "AB", "N": "AB"}, bodies=bodies)
    )


def test_sets_that_are_much_the_same_are_counted() -> None:
    """A second set of nearly the same bodies is counted, not told again."""
    members = {"K": "ABCW", "L": "ABCX", "M": "ABCY", "N": "ABCZ", "O": "AB"}
    said = told(members)
    assert "4 bodies have 3 organisations in common: A, B and C. They are K, L, M and N." in said
    assert "1 more set of three bodies or more has two organisations or more in common." in said


def test_bodies_that_hang_together() -> None:
    """Three bodies that share so many from one to the next hang together, at the largest such number."""
    said = told({"K": "ABCDEF", "L": "ABCGHI", "M": "GHIUVW", "N": "UVXYZ"})
    assert said[-1] == "K, L and M hang together: each shares 3 organisations or more with another of them."


def test_several_groups_hang_together() -> None:
    """Where several groups hang together at the same number, they are told in one sentence."""
    members = {"K": "ABC", "L": "ABDE", "M": "DEF", "P": "GHI", "Q": "GHJO", "R": "JOX"}
    assert told(members)[-1] == (
        "2 groups of bodies hang together, each body sharing 2 organisations or more "
        "with another of its group: K, L and M; P, Q and R."
    )


def test_the_same_members() -> None:
    """Bodies that all have the same three members or more are offered for joining, and told once."""
    assert told({"Board": "ABCDE", "Forum": "ABCDE"}) == [
        "Board and Forum have the same 5 organisations: they could meet as one."
    ]
    assert told({"Board": "ABC", "Forum": "ABC", "Group": "ABC"}) == [
        "Board, Forum and Group have the same 3 organisations: they could meet as one."
    ]


def test_nearly_the_same_members() -> None:
    """Nine in ten both ways are nearly the same; less is not, and two members are too few."""
    ten = "ABCDEFGHIJ"
    assert told({"Board": ten, "Forum": ten[:9]}) == [
        (
            "Board and Forum have nearly the same members, 9 organisations of 10 and of 9: "
            "they could meet as one."
        )
    ]
    assert not any("meet as one" in sentence for sentence in told({"Board": ten, "Forum": ten[:8]}))
    assert not any("meet as one" in sentence for sentence in told({"Board": "AB", "Forum": "AB"}))


def test_who_is_not_offered_for_joining() -> None:
    """A partial list, a parent and its part, and bodies of the same sectors are not offered for joining."""
    partial = [{"body": "Board", "list": "partial"}, {"body": "Forum"}]
    part = [{"body": "Board"}, {"body": "Forum", "part_of": "Board"}]
    for bodies in (partial, part):
        said = told({"Board": "ABC", "Forum": "ABC"}, bodies=bodies)
        assert not any("meet as one" in sentence for sentence in said)
    sectors = ("health", "fire", "faith")
    made = lists(
        {"Board": list("ABC"), "Forum": list("DEF")},
        organisations=[
            {"organisation": name, "sector": sector}
            for name, sector in zip("ABCDEF", sectors * 2, strict=True)
        ],
    )
    assert sentences(overlap(made, "sectors")) == [
        "Board and Forum share 3 sectors: faith, fire and health. That is all 3 on Board."
    ]


def test_posts_are_counted() -> None:
    """Where posts are counted the sentences say posts, and no post is a subject."""
    seats = [
        seat(f"Body {number}", f"{name} Example {number}", post=name)
        for number in "ABCDE"
        for name in ("Dean", "Mayor")
    ]
    answer = overlap(orgmap(seats=seats), "posts")
    assert (
        "5 bodies have 2 posts in common: Dean and Mayor. They are Body A, Body B, Body C, Body D and Body E."
        in sentences(answer)
    )
    assert "Dean sits on all 5 bodies, which alone joins 10 pairs of them." in sentences(answer)
    assert {subject.split(":")[0] for finding in answer.findings for subject in finding.subjects} == {"body"}


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
    """Observers are no shared members unless they are asked for; what is counted and what is not is said."""
    made = orgmap(
        seats=[
            seat("Board", None, "A"),
            seat("Board", None, "B"),
            seat("Forum", None, "A", role="observer"),
            seat("Forum", None, "C"),
            seat("Forum", None, "D", role="substitute"),
        ]
    )
    usual, other = overlap(made), overlap(made, roles=("member", "observer"))
    assert pairs(usual) == {}
    assert pairs(other) == {("Board", "Forum"): 1}
    assert sentences(usual)[-1] == "2 filled seats are not counted here: 1 observer and 1 substitute."
    assert sentences(other)[-2:] == [
        (
            "The roles counted here are member and observer. "
            "The usual ones are chair, vice-chair, member and co-opted."
        ),
        "1 filled seat is not counted here: 1 substitute.",
    ]


def test_co_opted_members_left_out_are_named_so() -> None:
    """Co-opted members who are not counted are told in good English."""
    seats = [seat("Board", None, name, role="co-opted") for name in "AB"]
    said = sentences(overlap(orgmap(seats=[seat("Board", None, "C"), *seats]), roles=("member",)))
    assert said[-1] == "2 filled seats are not counted here: 2 co-opted members."


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
        "Board and Forum share 2 organisations: “A, of B” and “C, of D”. That is 67 % of the 3 on Board."
    ]


def test_an_empty_map() -> None:
    """A map of one body has nothing to compare, and says so with an empty table."""
    answer = overlap(orgmap(seats=[seat("Board", status="vacant")]))
    assert sentences(answer) == ["No two bodies share more than one person."]
    assert answer.table.empty


MEMBERS = st.dictionaries(
    st.sampled_from(["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"]),
    st.sets(st.sampled_from("PQRSTU"), min_size=1),
    min_size=2,
)


NUMBERS: dict[str, Callable[[pd.DataFrame, list[int]], bool]] = {
    r" and .+ share (\d+) \w+: ": lambda rows, told: rows["shared"].tolist() == told,
    r"^(\d+) pairs of bodies share (\d+) ": lambda rows, told: [len(rows), *rows["shared"].unique()] == told,
    r"alone joins (\d+) pairs": lambda rows, told: [len(rows)] == told,
    r" have the same (\d+) ": lambda rows, told: (
        rows["shared"].unique().tolist() == told and (rows["jaccard"] == 1).all()
    ),
    r"^(\d+) bodies have (\d+) \w+ in common": lambda rows, told: (
        [
            len({*rows["id_a"], *rows["id_b"]}),
            len(set.intersection(*rows["members"].str.split("; ").map(set))),
        ]
        == told
    ),
    r"each shares (\d+) \w+ or more": lambda rows, told: rows["shared"].min() == told[0],
    r"^(\d+) pairs? of a body": lambda rows, told: [int(rows["part_of"].sum())] == told,
    r"cannot be worked out for (\d+) pairs?": lambda rows, told: [int(rows["simpson"].isna().sum())] == told,
}
"""What the numbers of each kind of sentence must be of the rows that prove it."""


def proved(answer: Answer, nodes: set[str]) -> None:
    """Assert that the subjects of every finding are nodes and its numbers are those of its rows."""
    for finding in answer.findings:
        assert set(finding.subjects) <= nodes
        rows = answer.table.loc[list(finding.rows)]
        for pattern, true in NUMBERS.items():
            if found := re.search(pattern, finding.sentence):
                assert true(rows, [int(number) for number in found.groups()]), finding.sentence


@settings(max_examples=60)
@given(MEMBERS)
def test_sentences_say_what_the_table_says(members: dict[str, set[str]]) -> None:
    """The table holds the shared members of every pair, and every sentence's numbers are its rows'."""
    made = lists({body: sorted(ones) for body, ones in members.items()})
    answer = overlap(made)
    assert pairs(answer) == {
        (a, b): len(members[a] & members[b])
        for a in sorted(members)
        for b in sorted(members)
        if a < b and members[a] & members[b]
    }
    proved(answer, set(whole_map(made)))


@settings(max_examples=40)
@given(tables=ANY_TABLES, counting=st.sampled_from(["organisations", "people", "sectors", "posts"]))
def test_any_tables(tables: dict[str, list[Record]], counting: Counting) -> None:
    """Of whatever map, whatever is counted, the subjects are nodes and the numbers those of the rows."""
    try:
        made = as_at(check(source(**{name: some for name, some in tables.items() if some})))
    except SourceInvalid:
        return
    proved(overlap(made, counting), set(whole_map(made)))


def test_wales(wales: OrgMap) -> None:
    """Natural Resources Wales, on all 19 boards, is told once, in place of 171 pairs."""
    answer = overlap(wales)
    assert len(answer.table) == 171
    (everywhere,) = [finding for finding in answer.findings if "all 19 bodies" in finding.sentence]
    assert (
        everywhere.sentence
        == "Natural Resources Wales sits on all 19 bodies, which alone joins 171 pairs of them."
    )
    assert len(everywhere.rows) == 171


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
