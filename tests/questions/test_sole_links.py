"""Tests of the question who is the only link between two bodies."""

from __future__ import annotations

import re

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, as_at, check, withhold
from orgmap.network import whole_map
from orgmap.questions import sole_links
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, sentences, source


def told(members: dict[str, str], **tables: list[Record]) -> list[str]:
    """Return what is said of bodies whose members are single letters."""
    return sentences(sole_links(lists({body: list(ones) for body, ones in members.items()}, **tables)))


def people(*seats: tuple[str, str, str], day: str | None = "2004-10-01", **tables: list[Record]) -> OrgMap:
    """Return a map of people on bodies, each seat with its end, as at a day."""
    return as_at(orgmap(seats=[seat(body, name, until=until) for body, name, until in seats], **tables), day)


def test_one_link() -> None:
    """The only organisation that two bodies share is named with both, and that no end is known."""
    assert told({"Board": "AB", "Forum": "AC"}) == [
        "A is the only link between Board and Forum. No end of the term is known.",
        "2 pairs of organisations meet at one table only: Board (1) and Forum (1).",
    ]


def test_two_common_members_are_no_sole_link() -> None:
    """Where two are shared nobody is the only link."""
    assert told({"Board": "AB", "Forum": "AB"}) == ["No two bodies have exactly one member in common."]


def test_the_end_of_the_term() -> None:
    """The first of the two terms to end is told; within six months it is something to act on."""
    made = people(("Board", "Ann Example", "2006-03-31"), ("Forum", "Ann Example", "2005-03-31"))
    (finding,) = sole_links(made).findings
    assert finding.sentence == (
        "Ann Example is the only link between Board and Forum. The term on Forum ends on 31 March 2005."
    )
    assert finding.weight == "act"
    assert finding.subjects == ("person:ann-example", "body:board", "body:forum")


def test_a_term_that_ends_later() -> None:
    """A term that ends after more than six months is looked into; a month is told with "in"."""
    made = people(("Board", "Ann Example", "2005-04"), ("Forum", "Ann Example", "2005-04"))
    (finding,) = sole_links(made).findings
    assert finding.sentence.endswith("The term on Board and Forum ends in April 2005.")
    assert finding.weight == "look"


def test_without_a_day_nothing_ends_soon() -> None:
    """An undated map tells the end and asks nobody to act."""
    made = people(("Board", "Ann Example", "2003"), ("Forum", "Ann Example", "2001"), day=None)
    (finding,) = sole_links(made).findings
    assert finding.sentence.endswith("The term on Forum ends in 2001.")
    assert finding.weight == "look"


def test_the_last_of_several_seats() -> None:
    """Of several seats on one body the last end counts; where one has no end, none is known."""
    made = orgmap(
        seats=[
            seat("Board", "Ann Example", "Police", until="2005"),
            seat("Board", "Bob Example", "Police", until="2007"),
            seat("Forum", "Cyd Example", "Police", until="2006"),
            seat("Group", "Dee Example", "Police", until="2004"),
            seat("Group", "Eve Example", "Police"),
        ]
    )
    table = sole_links(made).table.query("kind == 'only link'").set_index(["body_a", "body_b"])
    assert table["until"].to_dict() == {
        ("Board", "Forum"): "2006",
        ("Board", "Group"): "2007",
        ("Forum", "Group"): "2006",
    }
    assert table["ends_on"].tolist() == ["Forum", "Board", "Forum"]


def test_many_pairs_are_one_finding() -> None:
    """Who alone joins many bodies is told once, with the pairs and the bodies counted."""
    said = told({f"Body {number}": f"Z{number}" for number in range(6)})
    assert said == [
        ("Z is the only link between 15 pairs of 6 bodies. No end of the term is known."),
        (
            "6 pairs of organisations meet at one table only: most often Body 0 (1), Body 1 (1) and "
            "Body 2 (1)."
        ),
    ]


def test_a_person_is_not_guessed_to_be_he_or_she() -> None:
    """Of a person it says them, and of several pairs the first link to end."""
    made = people(
        ("Board", "Ann Example", ""), ("Forum", "Ann Example", "2005-02-01"), ("Group", "Ann Example", "2006")
    )
    assert sentences(sole_links(made)) == [
        (
            "Ann Example is the only link between 3 pairs of bodies (Board with Forum, Board with Group and "
            "Forum with Group). "
            "The first of these links ends with the term on Forum, on 1 February 2005."
        )
    ]


def test_the_same_link_is_told_of_the_person() -> None:
    """Where one person holds the only organisation's seats, the link is told once, of the person."""
    made = orgmap(seats=[seat(body, "Ann Example", "Police") for body in ("Board", "Forum")])
    assert sentences(sole_links(made)) == [
        "Ann Example is the only link between Board and Forum. No end of the term is known."
    ]
    assert sole_links(made).table.query("kind == 'only link'")["counting"].tolist() == [
        "organisations",
        "people",
    ]


def test_an_organisation_is_told_with_all_its_pairs() -> None:
    """What hangs on one person counts for the organisation too, as in the table, and is said to do so."""
    seats = [
        seat("Board", "Ann Example", "Police"),
        seat("Forum", "Ann Example", "Police"),
        seat("Group", "Bob Example", "Police"),
    ]
    answer = sole_links(orgmap(seats=seats))
    assert sentences(answer)[:2] == [
        (
            "Police is the only link between 3 pairs of bodies (Board with Forum, Board with Group and "
            "Forum with Group). 1 of these pairs hangs on one person. No end of the term is known."
        ),
        "Ann Example is the only link between Board and Forum. No end of the term is known.",
    ]
    rows = answer.table.loc[list(answer.findings[0].rows)]
    assert (rows["counting"].eq("organisations") & rows["also_joined"].eq("")).all()


def test_what_else_joins_them() -> None:
    """Other members, declared links and seats of a body's own join two bodies too."""
    seats = [
        seat("Board", "Ann Example", "Police"),
        seat("Forum", "Ann Example", "Police"),
        seat("Board", "Bob Example", "Council"),
        seat("Forum", "Cyd Example", "Council"),
        seat("Group", "Dee Example", "Charity", on_behalf_of="Panel"),
        seat("Panel", "Dee Example", "Charity"),
        seat("Union", "Eve Example"),
        seat("Club", "Eve Example"),
    ]
    links = [{"from_body": "Club", "to_body": "Union", "kind": "advises"}]
    answer = sole_links(orgmap(seats=seats, links=links, bodies=[{"body": "Panel"}]))
    rows = answer.table.query("kind == 'only link' and counting == 'people'")
    assert dict(zip(rows["member"], rows["also_joined"], strict=True)) == {
        "Ann Example": "1 organisation",
        "Dee Example": "Panel has a seat of its own on Group",
        "Eve Example": "Club advises Union",
    }
    assert (
        "3 pairs of bodies have exactly one person in common, but are joined in other ways too."
        in sentences(answer)
    )


def test_parent_and_child_are_set_apart() -> None:
    """A body and the body it is part of are told apart from the others."""
    said = told(
        {"Board": "AB", "Group": "AC"}, bodies=[{"body": "Board"}, {"body": "Group", "part_of": "Board"}]
    )
    assert (
        "1 pair of a body and a body it is part of has exactly one organisation in common: "
        "Board with Group (A)." in said
    )
    assert not any("only link" in sentence for sentence in said)


def test_a_body_without_which_others_fall_apart() -> None:
    """A body that alone joins groups is told; members who sit nowhere else are not what falls apart."""
    said = told({"One": "AB", "Two": "ABX", "Middle": "XYQR", "Three": "YCD", "Four": "CD"})
    assert "If Middle closed, Four and Three would fall apart from 2 other bodies." in said
    assert not any(sentence.startswith("If One") for sentence in said)


def test_who_falls_off() -> None:
    """Who alone joins bodies to several others is told with those that would fall off."""
    said = told({"One": "AB", "Two": "AB", "Three": "ACD", "Four": "CD"})
    assert said[0] == (
        "A is the only link between 2 pairs of bodies (One with Three and Three with Two); without it, "
        "One and Two would fall apart from 2 other bodies. No end of the term is known."
    )


def test_a_person_without_whom_bodies_share_nobody() -> None:
    """Without a person, bodies would have nobody in common: their organisations may still sit there."""
    names = {"One": "AB", "Two": "AB", "Three": "ACD", "Four": "CD"}
    people = {letter: f"{letter}nn Example" for letter in "ABCD"}
    made = orgmap(seats=[seat(body, people[one]) for body, ones in names.items() for one in ones])
    assert (
        "without them, One and Two would have nobody in common with 2 other bodies."
        in sentences(sole_links(made))[0]
    )


def test_joined_otherwise_and_falling_apart() -> None:
    """A member without whom membership would fall apart is told though a declared link joins the bodies."""
    said = told(
        {"Board": "AB", "Forum": "AC", "Group": "BAQ"}, links=[
            {"from_body": "Forum", "to_body": other, "kind": "advises"} for other in ("Board", "Group")
        ]
    )  # fmt: skip
    assert "Without A, Forum would fall apart from 2 other bodies." in said


def test_groups_apart() -> None:
    """Groups that share nobody are told once, by their sizes; bodies of no known member are named."""
    said = told(
        {"One": "AB", "Two": "AB", "Three": "C", "Four": "D"},
        bodies=[{"body": name} for name in ("One", "Two", "Three", "Four", "Empty")],
    )
    assert said == [
        (
            "The bodies of which any organisation is known make 3 groups that share no organisation with "
            "one another: 1 of 2 bodies and 2 bodies on their own."
        ),
        "No organisation on Empty is known, so what joins it to others is not known.",
    ]


def test_groups_of_the_same_size() -> None:
    """Groups of the same size are told together, and where all is known the bodies are all bodies."""
    members = {"One": "A", "Two": "A", "Three": "B", "Four": "B", "Five": "C"}
    assert (
        "The bodies make 3 groups that share no organisation with one another: "
        "2 of 2 bodies each and 1 body on its own."
    ) in told(members)


def test_the_others_are_counted() -> None:
    """No more than five members are told one by one."""
    members = {
        f"{side} {letter}": letter + side[0] + str(place)
        for place, letter in enumerate("PQRSTUV")
        for side in ("x", "y")
    }
    bodies = {name: [ones[0], f"only {name}"] for name, ones in members.items()}
    said = sentences(sole_links(lists(bodies)))
    assert sum(" is the only link between " in sentence for sentence in said) == 5
    assert (
        "2 more organisations are each the only link between some bodies, 2 pairs in all: U (1) and V (1)."
        in said
    )


def test_observers_are_no_link() -> None:
    """Observers make no link unless they are asked for."""
    made = orgmap(seats=[seat("Board", None, "A"), seat("Forum", None, "A", role="observer")])
    assert "only link" not in sole_links(made).table["kind"].tolist()
    assert "only link" in sole_links(made, roles=("member", "observer")).table["kind"].tolist()


def test_the_table() -> None:
    """The table has all its columns and types, with rows and without."""
    full = sole_links(lists({"Board": ["A"], "Forum": ["A"]})).table
    none = sole_links(orgmap(seats=[seat("Board", status="vacant")])).table
    assert full.dtypes.to_dict() == none.dtypes.to_dict()
    assert full.loc[0, ["until", "ends_on", "also_joined"]].tolist()[1:] == ["", ""]
    assert pd.isna(full.loc[0, "until"])


def numbers(sentence: str) -> list[int]:
    """Return the numbers of a sentence, without those in brackets and dates."""
    plain = re.sub(r"\([^)]*\)|(on|in) [^,.]*\.$", "", sentence)
    return [int(number.replace(",", "")) for number in re.findall(r"(?<!\w)[\d,]*\d", plain)]


@settings(max_examples=40)
@given(tables=ANY_TABLES, day=st.sampled_from([None, "2004"]))
def test_sentences_say_what_the_table_says(tables: dict[str, list[Record]], day: str | None) -> None:
    """Whatever the tables say, the numbers of a sentence are those of its rows, and subjects are nodes."""
    try:
        made = withhold(
            as_at(check(source(**{name: some for name, some in tables.items() if some})), day), "full"
        )
    except SourceInvalid:
        return
    answer = sole_links(made)
    nodes = set(whole_map(made))
    for finding in answer.findings:
        assert set(finding.subjects) <= nodes
        rows = answer.table.loc[list(finding.rows)]
        links = rows[rows["kind"] == "only link"]
        if " is the only link between " in finding.sentence:
            mine = answer.table["id_member"] == links["id_member"].iloc[0]
            every = answer.table[mine & (answer.table["kind"] == "only link")]
            assert len(links) == ((every["also_joined"] == "") & ~every["part_of"].astype(bool)).sum()
        assert len(links) == links["id_a"].str.cat(links["id_b"]).nunique()
        if " is the only link between " in finding.sentence:
            assert links["id_member"].nunique() == 1
            assert (links["also_joined"] == "").all()
            assert len(links) == (numbers(finding.sentence)[0] if "pairs of" in finding.sentence else 1)
        if " meet at one table only" in finding.sentence or " meets at one table only" in finding.sentence:
            assert int(rows["pairs"].sum()) == numbers(finding.sentence)[0]
        if finding.sentence.startswith("The bodies make "):
            assert len(rows) == numbers(finding.sentence)[0]
        for off in re.findall(
            r"(?:fall apart from|have nobody in common with) (\d+) other bod", finding.sentence
        ):
            assert rows.loc[rows["kind"] == "holds together", "others"].tolist() == [int(off)]
