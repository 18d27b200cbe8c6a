"""Tests of the further parts of the question of two tiers: doubts, shares, costs, offers and gaps."""

from __future__ import annotations

import re

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, check, similar_people, withhold
from orgmap.network import whole_map
from orgmap.questions import two_tier
from tests.any_tables import ANY_TABLES
from tests.builders import Record, orgmap, seat, sentences, source
from tests.questions.test_two_tier import AREAS, BODIES, of_mode


def partnerships(
    seats: list[Record], *, facts: dict[str, object] | None = None, **tables: list[Record]
) -> OrgMap:
    """Return the county of three districts with these seats; `facts` hold of every body."""
    bodies = [{**body, **(facts or {})} for body in BODIES]
    return orgmap(bodies=bodies, areas=AREAS, seats=seats, **tables)


def two_names(**tables: list[Record]) -> OrgMap:
    """Return a county where somebody sits at both tiers, and two more may be one person."""
    return partnerships(
        [
            seat("County LSP", "Ann Example", "Police"),
            seat("North LSP", "Ann Example", "Police"),
            seat("County LSP", "Christopher Sample", "College"),
            seat("South LSP", "Chris Sample", "College"),
        ],
        **tables,
    )


def test_people_who_may_be_one() -> None:
    """Two names that may be one person's, one at each tier, are told as a doubt, with what speaks for it."""
    answer = two_tier(two_names())
    told = [one for one in sentences(answer) if "two names" in one]
    assert told == [
        (
            "1 more pair of people, one at the county and one in a district, may be one person "
            "under two names: Christopher Sample / Chris Sample (likely)."
        )
    ]
    rows = answer.table[answer.table["doubt"] != ""]
    assert rows[["member", "place", "other"]].values.tolist() == [
        ["Christopher Sample", "Marshire", "Chris Sample"],
        ["Chris Sample", "South", "Christopher Sample"],
    ]
    assert rows["doubt"].str.startswith("likely: ").all()


def test_doubts_are_settled_by_a_row_of_names() -> None:
    """Once somebody has said that two names are one person, or two, there is no doubt, and why is shown."""
    row = {"kind": "person", "name": "Christopher Sample", "also_known_as": "Chris Sample"}
    one = two_tier(two_names(names=[{**row, "same": "yes"}]))
    two = two_tier(two_names(names=[{**row, "same": "no"}]))
    assert not [said for said in [*sentences(one), *sentences(two)] if "two names" in said]
    evidence = of_mode(one, "person").groupby("member")["evidence"].first().to_dict()
    assert evidence == {"Ann Example": "the same full name", "Christopher Sample": "a confirmed name"}
    assert of_mode(two, "person")["member"].unique().tolist() == ["Ann Example"]


def test_withheld_names_tell_no_doubts() -> None:
    """Where names are withheld only the number of names nearly the same is told, and no pair."""
    made = two_names()
    shown = withhold(made, "posts", similar=len(similar_people(made)))
    answer = two_tier(shown)
    assert (
        "Whether more people sit at both tiers under two names cannot be told here: names are withheld, and "
        "1 pair of people on the map has nearly the same name."
    ) in sentences(answer)
    assert not (answer.table["doubt"] != "").any()
    assert "Sample" not in answer.table.to_csv()


def test_why_seats_are_one_persons() -> None:
    """The evidence is a row of people, a name in full, a post, or a short name within one organisation."""
    who = {
        "Ann Example": "a row of people",
        "Bob Example": "the same full name",
        "C Example": "the same short name within one organisation",
    }
    seats = [seat(body, one, "Police") for one in who for body in ("County LSP", "North LSP")]
    posts = [seat(body, None, "Police", post="Chief") for body in ("County LSP", "North LSP")]
    people = [{"person": "Ann Example"}]
    rows = of_mode(two_tier(partnerships([*seats, *posts], people=people)), "person")
    assert rows.groupby("member")["evidence"].first().to_dict() == {
        **who,
        "Chief (Police)": "the same post of one organisation",
    }


def test_shares_of_each_body() -> None:
    """Of each body those at the other tier too are counted; a share needs a complete list."""
    seats = [seat("County LSP", None, one) for one in ("Police", "Trust", "College")]
    seats += [seat("North LSP", None, one) for one in ("Police", "Trust", "Charity", "Shop")]
    seats += [seat("South LSP", None, one) for one in ("Police", "Shop", "Charity")]
    answer = two_tier(partnerships(seats, facts={"list": "complete"}))
    rows = of_mode(answer, "body").set_index("member")
    assert rows["both"].to_dict() == {"County LSP": 2, "North LSP": 2, "South LSP": 1}
    assert rows["share"].round(2).to_dict() == {"County LSP": 0.67, "North LSP": 0.5, "South LSP": 0.33}
    assert (
        "Of the organisations on 2 district partnerships of Marshire whose lists are "
        "complete, from 33 % (1 of 3 on South LSP) to 50 % (2 of 4 on North LSP) also sit on the "
        "county's own."
    ) in sentences(answer)
    partial = of_mode(two_tier(partnerships(seats)), "body")
    assert partial["share"].isna().all()
    assert partial["both"].tolist() == [2, 2, 1]


def test_what_every_table_would_take() -> None:
    """The hours of a seat on every partnership are told beside those of the seats held."""
    facts = {"meetings_per_year": "4", "hours_per_meeting": "2", "preparation_hours": "1"}
    bodies = [{**body, **(facts if body["body"] != "West LSP" else {})} for body in BODIES]
    made = orgmap(
        bodies=bodies,
        areas=AREAS,
        organisations=[{"organisation": "Police", "area": "Marshire"}],
        seats=[seat(body, None, "Police") for body in ("County LSP", "North LSP", "West LSP")],
    )
    answer = two_tier(made)
    assert (
        "A seat on each of the 4 partnerships of Marshire and of the 3 districts that Police covers "
        "would take "
        "at least 36 hours a year (not known for 1 body). Its 3 seats there now take at least 24 hours "
        "a year (not known for 1 seat)."
    ) in sentences(answer)
    rows = of_mode(answer, "organisation").set_index("place")
    assert rows["hours"].fillna(-1).to_dict() == {"Marshire": 12, "North": 12, "South": 0, "West": -1}
    assert rows["all_unknown"].to_dict() == {"Marshire": 0, "North": 0, "South": 0, "West": 1}


def test_no_hours_no_cost() -> None:
    """Where no hours are known nothing is said of what every table would take."""
    made = partnerships([seat("County LSP", None, "Police"), seat("North LSP", None, "Police")])
    assert not [one for one in sentences(two_tier(made)) if "hour" in one]


def test_seats_on_offer() -> None:
    """Who has declined, is asked or is invited in a district is told, and who sits at the county."""
    made = partnerships(
        [
            seat("County LSP", None, "Agency"),
            seat("North LSP", None, "Agency", status="declined"),
            seat("South LSP", None, "Agency", status="declined"),
            seat("South LSP", None, "Trust", status="declined"),
            seat("West LSP", None, "Trust", status="requested"),
            seat("West LSP", status="invited"),
            seat("West LSP", "Ann Example", status="invited"),
            seat("County LSP", None, "Trust", status="declined"),
        ]
    )
    answer = two_tier(made)
    assert [one for one in sentences(answer) if one.startswith("In the districts")] == [
        (
            "In the districts, 2 organisations have declined seats: Agency (North and "
            "South) and Trust (South). 1 of them sits on the county's own partnerships."
        ),
        "In the districts, 1 organisation is asked for a member: Trust (West).",
        (
            "In the districts, 1 member is invited and has not answered and 1 seat so offered names nobody: "
            "Ann Example (West)."
        ),
    ]
    offers = of_mode(answer, "offer")
    assert not offers["sits"].any()
    assert offers["members"].sum() == 6


def lacking(number: int) -> OrgMap:
    """Return a county of that many districts; three agencies sit there and in the first only."""
    areas = [{"area": f"D{one}", "within": "Marshire"} for one in range(number)]
    bodies = [{"body": f"D{one} LSP", "area": f"D{one}", "tier": "district"} for one in range(number)]
    agencies = ["Fire", "Police", "Trust"]
    return orgmap(
        areas=[{"area": "Marshire"}, *areas],
        bodies=[{"body": "County LSP", "area": "Marshire", "tier": "county"}, *bodies],
        organisations=[{"organisation": one, "area": "Marshire"} for one in agencies],
        seats=[seat(body, None, one) for one in agencies for body in ("County LSP", "D0 LSP")],
    )


def test_gaps_by_district() -> None:
    """A district where three organisations are missing is told by itself; after five the rest are counted."""
    answer = two_tier(lacking(3))
    found = [one for one in answer.findings if one.sentence.startswith("In D")]
    assert [one.sentence for one in found] == [
        f"In {place}, 3 organisations that sit on Marshire's own "
        "partnerships and in other districts could sit and do not: Fire, Police and Trust."
        for place in ("D1", "D2")
    ]
    assert found[0].subjects == ("body:d1-lsp", "org:fire", "org:police", "org:trust")
    assert [one for one in sentences(two_tier(lacking(8))) if "more district" in one] == [
        "In 2 more districts of Marshire, 3 or more of them are missing: D6 (3) and D7 (3)."
    ]


def test_many_counties() -> None:
    """Three counties are told one by one; the organisations of the others are counted in one sentence."""
    letters = "ABCDE"
    made = orgmap(
        areas=[{"area": one} for one in letters] + [{"area": f"{one}1", "within": one} for one in letters],
        bodies=[{"body": f"{one} LSP", "area": one, "tier": "county"} for one in letters]
        + [{"body": f"{one}1 LSP", "area": f"{one}1", "tier": "district"} for one in letters],
        organisations=[{"organisation": f"Police {one}", "area": one} for one in letters],
        seats=[seat(f"{one} LSP", None, f"Police {one}") for one in letters]
        + [seat("E1 LSP", None, "Police E")],
    )
    assert sentences(two_tier(made)) == [
        *(
            f"1 organisation sits on {one}'s own partnerships and in no district: Police {one}."
            for one in "ABC"
        ),
        (
            "Of the organisations of 2 more counties, 1 sits at the county only and 1 sits in every "
            "district that it covers."
        ),
    ]


def check_numbers(rows: pd.DataFrame, sentence: str) -> None:
    """Check the numbers of a sentence against those of its rows."""
    if found := re.search(r"^(\d+) organisations? sits? ", sentence):
        assert int(found[1]) == rows["id"].nunique()
    if found := re.search(r"^In .*, (\d+) organisations? that sit", sentence):
        assert int(found[1]) == len(rows) == rows["id"].nunique()
    if found := re.search(r"in (\d+) of the (\d+) districts that it covers", sentence):
        assert (int(found[1]), int(found[2])) == (rows["sits"].sum(), rows["could"].sum())
    if found := re.search(r"^A seat on each of the (\d+) partnerships", sentence):
        assert int(found[1]) == rows["bodies"].sum()
        seats = re.search(r"Its (\d+) seats? there", sentence)
        assert seats
        assert int(seats[1]) == rows["seats"].sum()
    if found := re.search(r"from .*\((\d+) of (\d+) on .*\) to ", sentence):
        first = rows.sort_values("share", kind="stable").iloc[0]
        assert (int(found[1]), int(found[2])) == (first["both"], first["size"])
    check_people(rows, sentence)


def check_people(rows: pd.DataFrame, sentence: str) -> None:
    """Check the numbers of people and of offers in a sentence against those of its rows."""
    if found := re.search(r"^In the districts, (\d+) (?:organisation|member)s? ", sentence):
        assert int(found[1]) == rows.loc[rows["id"] != "", "id"].nunique()
    if found := re.search(r"^(\d+) (?:more )?pairs? of people", sentence):
        assert int(found[1]) == len(
            {frozenset(pair) for pair in zip(rows["id"], rows["id_other"], strict=True)}
        )
    if found := re.search(r"^(\d+) of (?:the )?\d+ (?:people|county councillors)", sentence):
        assert int(found[1]) == rows["id"].nunique()


SIDES = st.fixed_dictionaries(
    {
        "body": st.sampled_from([str(body["body"]) for body in BODIES]),
        "person": st.sampled_from([None, "Ann Example", "Anne Example", "Bob Sample", "Robert Sample"]),
        "organisation": st.sampled_from(["Police", "Trust", "<b>", "Charity; Shop"]),
        "status": st.sampled_from([None, None, None, "declined", "invited"]),
    }
)


@settings(max_examples=40)
@given(
    seats=st.lists(SIDES, min_size=1, max_size=14),
    complete=st.sampled_from([None, "complete", "partial"]),
    hours=st.sampled_from([None, "3"]),
)
def test_sentences_say_what_the_rows_say(
    seats: list[Record], complete: str | None, hours: str | None
) -> None:
    """Whoever sits where, the numbers of a sentence are those of its rows, and subjects are nodes."""
    facts = {"list": complete, "hours_per_meeting": hours, "meetings_per_year": hours}
    made = partnerships(seats, facts=facts, organisations=[{"organisation": "Police", "area": "Marshire"}])
    answer = two_tier(made)
    nodes = set(whole_map(made))
    for finding in answer.findings:
        assert set(finding.subjects) <= nodes
        check_numbers(answer.table.loc[list(finding.rows)], finding.sentence)
    assert (answer.table["both"] <= answer.table["members"]).fillna(value=True).all()
    assert answer.table["share"].dropna().between(0, 1).all()


@settings(max_examples=30)
@given(tables=ANY_TABLES)
def test_any_tables(tables: dict[str, list[Record]]) -> None:
    """Whatever the tables, subjects are nodes, rows are of the table, and numbers are those of the rows."""
    try:
        made = check(source(**{name: some for name, some in tables.items() if some}))
    except SourceInvalid:
        return
    answer = two_tier(made)
    for finding in answer.findings:
        assert set(finding.subjects) <= set(whole_map(made))
        check_numbers(answer.table.loc[list(finding.rows)], finding.sentence)


def test_the_examples(hampshire: OrgMap) -> None:
    """The numbers of every sentence about Hampshire are those of its rows."""
    answer = two_tier(withhold(hampshire))
    for finding in answer.findings:
        check_numbers(answer.table.loc[list(finding.rows)], finding.sentence)
    assert {"organisation", "person", "body"} <= set(answer.table["mode"])
