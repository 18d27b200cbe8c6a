"""Tests of the question whether one sector or one partner dominates, and who chairs."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model import OrgMap, as_at, withhold
from orgmap.questions import balance
from tests.any_tables import ANY_TABLES
from tests.builders import Record, orgmap, seat, sentences
from tests.questions.any_answers import any_map, leading, sound

SECTORS = {
    "County": "local government",
    "Town": "local government",
    "Police": "police",
    "Trust": "health",
    "Charity": "voluntary",
}
NO_CHAIR = "No chair is marked, so who chairs is not known. Write it in the column role of the list."


def made(members: dict[str, list[str | Record]], **tables: list[Record]) -> OrgMap:
    """Return a map of bodies with organisations of known sectors, or with whole rows of seats."""
    seats = [
        seat(body, None, one) if isinstance(one, str) else {"body": body, **one}
        for body, ones in members.items()
        for one in ones
    ]
    organisations = [{"organisation": name, "sector": sector} for name, sector in SECTORS.items()]
    return orgmap(seats=seats, organisations=organisations, **tables)


def told(members: dict[str, list[str | Record]], **tables: list[Record]) -> list[str]:
    """Return what is said of such a map."""
    return sentences(balance(made(members, **tables)))


def held(organisation: str, role: str = "chair", person: str | None = None, **more: object) -> Record:
    """Return a seat of a role, for an organisation."""
    return {"organisation": organisation, "role": role, "person": person, **more}


def test_councils_have_a_share() -> None:
    """The councils' part of the seats is told with its percentage; a body that is balanced is not told."""
    assert told({"Board": ["County", "Police", "Trust", "Charity"]}) == [
        "Councils hold 1 of the 4 seats on the map (25 %).",
        NO_CHAIR,
    ]


def test_the_home_body_is_told_first() -> None:
    """Of the home body the councils' part is told beside that of the whole map."""
    members = {"Board": ["County", "Police", "Trust"], "Forum": ["Police", "Trust", "Charity"]}
    assert told(members, about=[{"home_body": "Board"}])[:2] == [
        "Councils hold 1 of the 3 seats on Board (33 %).",
        "Councils hold 1 of the 6 seats on the map (17 %).",
    ]


def test_no_council() -> None:
    """Where no council has a seat, it says none."""
    assert "Councils hold none of the 2 seats on the map." in told({"Board": ["Police", "Trust"]})


def test_one_sector_dominates_one_body() -> None:
    """A sector with more than half of the seats of a body is told with both numbers."""
    answer = balance(made({"Board": ["County", "Town", "Police"], "Forum": ["Police", "Trust", "Charity"]}))
    assert sentences(answer)[0] == "Local government holds more than half of the seats on Board: 2 of 3."
    assert answer.findings[0].weight == "look"
    assert answer.findings[0].subjects == ("body:board",)


def test_one_sector_dominates_several_bodies() -> None:
    """A sector that dominates several bodies is one finding."""
    members = {name: ["County", "Town", "Police"] for name in ("Board", "Forum")}
    assert told({**members, "Group": ["Police", "Trust", "Charity", "Charity"]})[0] == (
        "Local government holds more than half of the seats on 2 bodies: Board (2 of 3) and Forum (2 of 3)."
    )


def test_the_map_as_a_whole_and_one_organisation() -> None:
    """What holds of all bodies is told too; where a sector is one organisation, that is named instead."""
    said = told({"Board": ["Trust", "Trust", "Police"], "Forum": ["Trust", "Trust", "County"]})
    assert said[:2] == [
        "Trust holds more than half of the seats on the map as a whole: 4 of 6.",
        "Trust holds more than half of the seats on 2 bodies: Board (2 of 3) and Forum (2 of 3).",
    ]


def test_different_organisations_dominate() -> None:
    """Several organisations, each on a body of its own, are one finding with their names."""
    said = told({"Board": ["Trust", "Trust", "Police"], "Forum": ["Charity", "Charity", "Police"]})
    assert (
        "One organisation holds more than half of the seats on 2 bodies: Board (Trust 2 of 3) and Forum "
        "(Charity 2 of 3)."
    ) in said


def test_half_is_not_more_than_half() -> None:
    """Half of the seats, or most of two, is no domination."""
    said = told({"Board": ["County", "Town", "Police", "Trust"], "Forum": ["County", "Town"]})
    assert not any("on Board" in sentence or "on Forum" in sentence for sentence in said)


def test_a_family() -> None:
    """A body and its groups are counted together where they are a family; the share is of all their seats."""
    bodies: list[Record] = [{"body": "Board"}, {"body": "Group", "part_of": "Board"}, {"body": "Forum"}]
    members: dict[str, list[str | Record]] = {
        "Board": ["County", "Police"],
        "Group": ["County", "Town"],
        "Forum": ["Police", "Trust", "Charity"],
    }
    answer = balance(made(members, bodies=bodies))
    said = sentences(answer)
    assert "Local government holds more than half of the seats in the family of Board: 3 of 4." in said
    family = answer.table[(answer.table["scope"] == "family") & (answer.table["part"] == "all")]
    assert family["seats"].tolist() == [4, 4]
    assert family["id_body"].tolist() == ["body:board", "body:board"]


def test_votes() -> None:
    """Who holds most of the votes is told where it is not told of the seats."""
    board = [
        *(held(name, "member", voting="yes") for name in ("Trust", "Trust", "Police")),
        *(held(name, "member", voting="no") for name in ("Police", "County", "Charity")),
    ]
    assert told({"Board": board})[0] == "Trust holds more than half of the votes on Board: 2 of 3."


def test_votes_of_which_some_are_not_known() -> None:
    """Where it is not known of all seats whether they vote, that is counted and no more is said of votes."""
    board = [
        *(held("Trust", "member", voting="yes") for _ in range(3)),
        "Police",
        "County",
        "Charity",
        "Town",
    ]
    said = told({"Board": board})
    assert (
        "Whether 4 seats on 1 body may vote is not known, though it is of others there: Board (4 of 7)."
        in said
    )
    assert not any("half of the votes" in sentence for sentence in said)


def test_nothing_is_known_of_votes() -> None:
    """Without the columns of votes and core seats their numbers are unknown, not nought."""
    answer = balance(made({"Board": ["County", "Police"]}))
    assert answer.table[["voting_seats", "voting_known", "core_seats"]].isna().all(axis=None)
    assert not any("vote" in sentence for sentence in sentences(answer))


def test_unknown_sectors() -> None:
    """Seats of unknown sector are left out of the shares and counted."""
    answer = balance(made({"Board": ["County", "Police", "Garrison"]}))
    assert sentences(answer) == [
        "Councils hold 1 of the 2 seats on the map whose sector is known (50 %).",
        NO_CHAIR,
        (
            "The sector of 1 of the 3 filled seats counted here is not known. The column sector of the sheet "
            "Organisations would give it."
        ),
    ]
    sectors = answer.table[(answer.table["scope"] == "map") & (answer.table["by"] == "sector")]
    assert sectors.set_index("value")["seats"].to_dict() == {
        "all seats": 3,
        "local government": 1,
        "police and justice": 1,
        "not known": 1,
    }
    assert sectors["share"].dropna().tolist() == [0.5, 0.5]


def test_mostly_unknown_sectors_dominate_nothing() -> None:
    """Where less than half is known, no domination is told."""
    said = told({"Board": ["County", "County", "County", "A", "B", "C", "D"]})
    assert said[0] == "Councils hold 3 of the 3 seats on the map whose sector is known."


def test_a_partial_list_has_no_shares() -> None:
    """Of a partial list no share and no domination is told; the councils' part is of those listed."""
    bodies: list[Record] = [{"body": "Board", "list": "partial"}]
    answer = balance(made({"Board": ["County", "Town", "Police"]}, bodies=bodies))
    assert sentences(answer) == [
        "Councils hold 2 of the 3 seats listed on the map.",
        NO_CHAIR,
        "The list of 1 body with filled seats is partial, so no shares are given there: Board.",
    ]
    assert answer.table[["share", "blau", "blau_normalised"]].isna().all(axis=None)


def test_a_council_is_left_out() -> None:
    """A council is not unbalanced for being one: it is in the table, in no count, and that is said."""
    bodies: list[Record] = [{"body": "County Council", "kind": "council"}, {"body": "Board"}]
    members: dict[str, list[str | Record]] = {
        "County Council": ["County", "County", "County"],
        "Board": ["Police", "Trust"],
    }
    answer = balance(made(members, bodies=bodies))
    assert sentences(answer) == [
        "Councils hold none of the 2 seats on the map.",
        NO_CHAIR,
        "County Council is left out of these counts, since a council is made of councillors.",
    ]
    assert answer.table.loc[answer.table["council"], "body"].unique().tolist() == ["County Council"]


def test_observers_are_apart() -> None:
    """Observers hold no seat that counts, and no vote; vacant seats are no seats of anybody."""
    board = ["County", "Police", held("Trust", "observer", voting="yes"), {"status": "vacant"}]
    table = balance(made({"Board": board})).table
    whole = table[(table["scope"] == "body") & (table["by"] == "sector") & (table["part"] == "all")].iloc[0]
    assert (whole["seats"], whole["apart"]) == (2, 1)


def test_chairs_by_sector() -> None:
    """The chairs are told by sector, with those of which the sector is not known."""
    members: dict[str, list[str | Record]] = {
        "Board": [held("County"), "Police"],
        "Forum": [held("Town"), "Police"],
        "Group": [held("Trust"), held("Police", "vice-chair")],
        "Panel": [held("Garrison")],
    }
    answer = balance(made(members))
    assert (
        "The 4 chairs by sector: local government 2 and health 1; the sector of 1 is not known."
    ) in sentences(answer)
    sectors = answer.table[(answer.table["scope"] == "map") & (answer.table["by"] == "sector")]
    assert sectors.set_index("value")["vice_chairs"].to_dict()["police and justice"] == 1


def test_all_the_chairs() -> None:
    """One sector, or one organisation, with all of three chairs or more is something to look into."""
    sector = {"Board": [held("County")], "Forum": [held("Town")], "Group": [held("County")]}
    assert "Local government holds all 3 chairs that are known." in told(sector)
    one = {name: [held("Trust"), "Police", "Charity"] for name in ("Board", "Forum", "Group")}
    said = told(one)
    assert "Trust holds all 3 chairs that are known." in said
    assert not any("by sector" in sentence or "Health holds all" in sentence for sentence in said)


def test_several_chairs_of_one_organisation() -> None:
    """An organisation with several chairs, and the person in the chair of two bodies, are named."""
    members: dict[str, list[str | Record]] = {
        "Board": [held("County", person="Ann Example")],
        "Forum": [held("County", person="Ann Example")],
        "Group": [held("County", person="Bob Example")],
        "Panel": [held("Police", person="Cyd Example")],
    }
    answer = balance(made(members))
    assert "1 organisation holds 3 chairs or more: County (3)." in sentences(answer)
    assert "1 person chairs more than one body: Ann Example (Board and Forum)." in sentences(answer)
    (found,) = [one for one in answer.findings if "more than one body" in one.sentence]
    assert found.subjects == ("body:board", "body:forum", "org:county", "person:ann-example")


def test_many_people_with_several_chairs() -> None:
    """Of many people who chair several bodies the number of bodies is told, most first."""
    chairs = {"Ann": "ABC", "Bob": "DE", "Cyd": "FG", "Dee": "HI"}
    seats = [
        seat(f"Body {body}", f"{name} Example", "Police", role="chair")
        for name, bodies in chairs.items()
        for body in bodies
    ]
    assert (
        "4 people chair more than one body: Ann Example (3), Bob Example (2), Cyd Example (2) and Dee "
        "Example (2)."
    ) in sentences(balance(orgmap(seats=seats)))


def test_no_sector_known() -> None:
    """Where no sector is known, that is said of all the seats: it is how the list is kept, no slip in it."""
    answer = balance(orgmap(seats=[seat("Board", None, "Police"), seat("Board", None, "Trust")]))
    (found,) = [one for one in answer.findings if one.sentence.startswith("The sector of ")]
    assert found.sentence == (
        "The sector of the 2 filled seats counted here is not known. "
        "The column sector of the sheet Organisations would give it."
    )
    assert found.weight == "know"
    unsaid = balance(orgmap(seats=[seat("Board", "Ann Example"), seat("Board", None, "Trust")]))
    assert (
        "The sector of the 2 filled seats counted here is not known. "
        "The column sector of the sheet Organisations would give it, "
        "once the column organisation says for whom each seat is held."
    ) in sentences(unsaid)


def test_no_chair_known() -> None:
    """Bodies without a chair are named where others have one."""
    members = {"Board": [held("County")], "Forum": ["Police"], "Group": ["Trust"]}
    assert "No chair is known of 2 bodies: Forum and Group." in told(members)


def test_how_mixed() -> None:
    """The Blau index of a body is on its row for all seats, by sector and by organisation."""
    table = balance(made({"Board": ["County", "Town", "Police", "Trust"]})).table
    whole = table[(table["scope"] == "body") & (table["part"] == "all")].set_index("by")
    assert whole["blau"].to_dict() == {"sector": 0.625, "organisation": 0.75}
    assert whole["k"].to_dict() == {"sector": 11, "organisation": 4}
    assert whole.at["sector", "blau_normalised"] == pytest.approx(0.625 / (1 - 1 / 11))
    assert whole.at["organisation", "blau_normalised"] == 1.0


def test_nothing_filled() -> None:
    """A map without a filled seat says so, with an empty table that has all its columns."""
    answer = balance(orgmap(seats=[seat("Board", status="vacant")]))
    assert sentences(answer) == ["No seat is filled, so nothing can be said of the balance."]
    assert answer.table.empty
    assert {"scope", "seats", "share", "blau", "id_body"} <= set(answer.table.columns)


@settings(max_examples=50)
@given(tables=ANY_TABLES, day=st.sampled_from([None, "2004"]))
def test_sentences_say_what_the_table_says(tables: dict[str, list[Record]], day: str | None) -> None:
    """The numbers of a sentence are those of its rows; the rows of a body add up to its row for all seats."""
    map_of = any_map(tables, day)
    if map_of is None:
        return
    answer = balance(map_of)
    sound(answer, map_of)
    for finding in answer.findings:
        _proved(finding.sentence, answer.table.loc[list(finding.rows)])
    parts = answer.table[answer.table["by"] != "chair"]
    for _, rows in parts.groupby(["scope", "id_body", "by"]):
        whole, ones = rows[rows["part"] == "all"].iloc[0], rows[rows["part"] != "all"]
        assert whole["seats"] == ones["seats"].sum()
        assert whole["chairs"] == ones["chairs"].sum()
        assert whole["known"] + whole["unknown"] == whole["seats"]


def _proved(sentence: str, rows: pd.DataFrame) -> None:
    """Assert that the numbers of a sentence are those of its rows."""
    one, whole = rows[rows["part"] == "one"], rows[rows["part"] == "all"]
    if found := leading(r"Councils hold (\d+) of the (\d+) ", sentence):
        assert found == [one["seats"].sum(), whole["known"].sum()]
    if found := leading(r"The sector of the (\d+) filled", sentence):
        assert found == [whole["seats"].sum()]
    if found := leading(r"The sector of (\d+) of the (\d+) filled", sentence):
        assert found == [rows.loc[rows["part"] == "not known", "seats"].sum(), whole["seats"].sum()]
    if found := leading(r"The (\d+) chairs? by sector", sentence):
        assert found == [whole["chairs"].sum()] == [rows["chairs"].sum() - whole["chairs"].sum()]
    if found := leading(r".*half of the seats on (?:the map as a whole|\w+): (\d+) of (\d+)", sentence):
        assert found == [one["seats"].iloc[0], one["known"].iloc[0]]
        assert 2 * found[0] > found[1]
    if found := leading(r"Whether (\d+) seats? on (\d+) bod", sentence):
        assert found == [whole["voting_unknown"].sum(), len(whole)]


def test_hampshire(hampshire: OrgMap) -> None:
    """On a real map every row stands for something, and shares lie between 0 and 1."""
    table = balance(withhold(as_at(hampshire))).table
    assert (
        (table["share"] > 0) & (table["share"] <= 1) | table["share"].isna() | (table["seats"] == 0)
    ).all()
    assert set(table["scope"]) == {"map", "family", "body"}
    assert table.loc[table["by"] == "chair", "value"].notna().all()
