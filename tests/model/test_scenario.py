"""Tests of edits of a map: bodies merged, closed and handing on seats, organisations swapped and joined."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import CallInvalid
from orgmap.model import OrgMap
from orgmap.model.scenario import Close, Edit, Join, Merge, Move, Swap, edited
from orgmap.model.scenario_tables import BODY_COLUMNS, ORGANISATION_COLUMNS
from orgmap.vocabulary import TABLES, Type
from tests.builders import Record, lists, orgmap, seat, text_of
from tests.networks import TWO_TIER


def after(made: OrgMap, *edits: Edit) -> OrgMap:
    """Return the map after edits."""
    return edited(made, edits).orgmap


def members(made: OrgMap) -> dict[str, list[str]]:
    """Return the names of the organisations on each body, by its name, sorted."""
    seats = made.seats[made.seats["status"] == "filled"]
    names = seats["represents"].map(made.organisations["name"])
    return {
        str(made.bodies.at[body, "name"]): sorted(names[rows.index])
        for body, rows in seats.groupby("body")
    }  # fmt: skip


def seated(made: OrgMap, column: str) -> set[str]:
    """Return the ids of the people or organisations that hold a filled seat."""
    return set(made.seats.loc[made.seats["status"] == "filled", column].dropna())


def fact(made: OrgMap, column: str, body: str = "board") -> object:
    """Return a fact of a body."""
    return made.bodies.at[body, column]


def test_merging_the_two_districts() -> None:
    """Who sat on both has one seat on the one body, all others keep theirs; other bodies are as before."""
    found = members(after(lists(TWO_TIER), Merge(("N-LSP", "S-LSP"), "Area LSP")))
    assert found.pop("Area LSP") == sorted(
        ["North DC", "County", "Police", "NHS", "CVS", "College", "South DC", "Housing"]
    )
    assert found == {body: sorted(ones) for body, ones in TWO_TIER.items() if body not in ("N-LSP", "S-LSP")}


def test_merging_is_called_as_the_first_or_as_one_that_is_named() -> None:
    """Without a name the first body stays, by the name of a later one that one stays."""
    made = lists(TWO_TIER)
    assert set(after(made, Merge(("N-LSP", "S-LSP"))).bodies["name"]) == {"C-LSP", "N-LSP", "CSP", "HWB"}
    assert set(after(made, Merge(("N-LSP", "S-LSP"), "s-lsp")).bodies["name"]) == {
        "C-LSP",
        "S-LSP",
        "CSP",
        "HWB",
    }


def test_the_higher_role_is_kept() -> None:
    """Of two seats of one person on the bodies merged, the one in the higher role stays."""
    seats = [seat("Board", "Ann Example", "Police"), seat("Forum", "Ann Example", "Police", role="chair")]
    made = after(orgmap(seats=seats), Merge(("Board", "Forum")))
    assert made.seats[["body", "role"]].to_dict("records") == [{"body": "board", "role": "chair"}]


def test_two_people_of_one_organisation_both_stay() -> None:
    """Nobody is thrown off: different people of one organisation keep a seat each on the merged body."""
    seats = [seat("Board", "Ann Example", "Police"), seat("Forum", "Bob Example", "Police")]
    made = after(orgmap(seats=seats), Merge(("Board", "Forum")))
    assert seated(made, "person") == {"ann-example", "bob-example"}


def test_a_person_who_speaks_for_two_keeps_both_seats() -> None:
    """No organisation loses its voice: one person who sits for two organisations goes on sitting for both."""
    seats = [seat("Board", "Ann Example", "Police"), seat("Forum", "Ann Example", on_behalf_of="Fire")]
    assert len(after(orgmap(seats=seats), Merge(("Board", "Forum"))).seats) == 2


@pytest.mark.parametrize(("board", "forum", "left"), [(3, 1, 3), (1, 1, 1), (0, 2, 2)])
def test_seats_of_nobody_named(board: int, forum: int, left: int) -> None:
    """An organisation keeps as many seats of nobody named as it had on the body where it had most."""
    seats = [*[seat("Board", None, "Police")] * board, *[seat("Forum", None, "Police")] * forum]
    made = orgmap(seats=[*seats, seat("Board", None, "Fire"), seat("Forum", None, "Fire")])
    assert len(after(made, Merge(("Board", "Forum"))).seats) == left + 1


def test_a_seat_of_nobody_named_gives_way_to_somebody() -> None:
    """Where an organisation has a person on one body, its seat of nobody named on the other goes."""
    made = orgmap(seats=[seat("Board", None, "Police"), seat("Forum", "Ann Example", "Police")])
    assert after(made, Merge(("Board", "Forum"))).seats["person"].tolist() == ["ann-example"]


def test_two_seats_that_one_body_had_already_stay() -> None:
    """What was so before is left: two seats of one person on the same body stay two."""
    seats = [seat("Board", "Ann Example", "Police")] * 2
    made = orgmap(seats=[*seats, seat("Forum", "Ann Example", "Police")])
    assert len(after(made, Merge(("Board", "Forum"))).seats) == 2


def test_open_seats_all_stay() -> None:
    """Vacant seats of both bodies are vacant seats of the one."""
    made = orgmap(seats=[seat(name, None, "Police", status="vacant") for name in ("Board", "Forum")])
    assert after(made, Merge(("Board", "Forum"))).seats["body"].tolist() == ["board", "board"]


FAMILY: dict[str, list[Record]] = {
    "seats": [seat(name, None, "Police") for name in ("Board", "Forum", "Group")],
    "bodies": [
        {"body": "Board", "tier": "county", "kind": "board", "meetings_per_year": 4, "list": "complete"},
        {"body": "Forum", "tier": "county", "kind": "forum", "part_of": "Board", "list": "partial"},
        {"body": "Group", "part_of": "Forum"},
    ],
    "links": [
        {"from_body": "Forum", "to_body": "Board", "kind": "advises"},
        {"from_body": "Forum", "to_body": "Group", "kind": "consults"},
    ],
    "issues": [
        {"issue": "Crime", "body": "Board", "part": "contributes"},
        {"issue": "Crime", "body": "Forum", "part": "lead"},
    ],
    "protocols": [
        {"body_a": "Board", "body_b": "Forum", "status": "agreed"},
        {"body_a": "Forum", "body_b": "Group", "status": "draft"},
    ],
    "agreements": [{"body": "Board", "status": "agreed"}, {"body": "Forum", "status": "draft"}],
    "about": [{"home_body": "Forum"}],
}  # fmt: skip


def test_everything_follows_a_merger() -> None:
    """Children, links, issues, protocols, agreements and the home body are the one body's."""
    made = after(orgmap(**FAMILY), Merge(("Board", "Forum")))
    assert fact(made, "part_of", "group") == "board"
    assert pd.isna(fact(made, "part_of"))
    assert made.links[["from_body", "to_body"]].to_numpy().tolist() == [["board", "group"]]
    assert made.issues[["body", "part"]].to_numpy().tolist() == [["board", "lead"]]
    assert made.protocols[["body_a", "body_b"]].to_numpy().tolist() == [["board", "group"]]
    assert made.agreements[["body", "status"]].to_numpy().tolist() == [["board", "agreed"]]
    assert made.about.home_body == "board"


def test_what_falls_away_in_a_merger_is_said() -> None:
    """A link, a protocol and an agreement that a merger makes pointless are named, none more."""
    done = edited(orgmap(**FAMILY), [Merge(("Board", "Forum"))])
    assert done.lost == (
        "the link by which Forum advises Board",
        "the protocol of Board and Forum",
        "the agreement of Forum",
    )
    assert done.said == ("Board and Forum become one body, Board, which goes on meeting as it does now.",)


def test_facts_of_a_body_by_a_new_name() -> None:
    """A new body has the facts in which all agree, meets as the first did, and is as partial as any."""
    made = after(orgmap(**FAMILY), Merge(("Board", "Forum"), "Joint Board"))
    assert [fact(made, column) for column in ("name", "tier", "list")] == ["Joint Board", "county", "partial"]
    assert pd.isna(fact(made, "kind"))
    assert fact(made, "meetings_per_year") == 4
    assert made.bodies.dtypes.to_dict() == orgmap(**FAMILY).bodies.dtypes.to_dict()


def test_the_area_of_a_merged_body() -> None:
    """A merged body covers the area that takes in all; where none does, its area is not known."""
    areas = [{"area": "Shire"}, {"area": "North", "within": "Shire"}, {"area": "South", "within": "Shire"}]
    bodies = [{"body": f"{name} LSP", "area": name} for name in ("Shire", "North", "South")]
    made = orgmap(seats=[seat(row["body"], None, "Police") for row in bodies], bodies=bodies, areas=areas)
    assert fact(after(made, Merge(("North LSP", "Shire LSP"))), "area", "north-lsp") == "shire"
    assert pd.isna(fact(after(made, Merge(("North LSP", "South LSP"))), "area", "north-lsp"))


def test_a_seat_held_for_the_other_body_is_no_longer_that() -> None:
    """A place that one merged body had on the other falls away as such, and is said; the seat stays."""
    bodies = [{"body": "Board"}, {"body": "Forum"}]
    seats = [
        seat("Board", "Ann Example", "Police", on_behalf_of="Forum"),
        seat("Forum", "Bob Example", "Fire"),
    ]
    done = edited(orgmap(seats=seats, bodies=bodies), [Merge(("Board", "Forum"))])
    assert done.lost == ("the place that Forum has on Board",)
    assert done.orgmap.seats["for_body"].isna().all()
    assert len(done.orgmap.seats) == 2


def test_closing_a_body() -> None:
    """A closed body is set aside with its seats and those who sat nowhere else; what hung on it is said."""
    tables = {**FAMILY, "seats": [*FAMILY["seats"], seat("Forum", "Ann Example", "Fire")]}
    done = edited(orgmap(**tables), [Close("Forum")])
    made = done.orgmap
    assert list(made.closed_bodies.index) == ["forum"]
    assert set(made.not_in_force["body"]) == {"forum"}
    assert list(made.people_aside.index) == ["ann-example"]
    assert pd.isna(fact(made, "part_of", "group"))
    assert done.said == ("Forum closes.",)
    assert done.lost == (
        "Group as a part of Forum",
        "the link by which Forum advises Board",
        "the link by which Forum consults Group",
        "the protocol of Board and Forum",
        "the protocol of Forum and Group",
        "the part of Forum in Crime (lead)",
        "the agreement of Forum",
    )


def test_joining_organisations() -> None:
    """Two districts become one council: it has one seat where each had one, in every table."""
    made = lists(TWO_TIER, issues=[{"issue": "Homes", "organisation": "North DC", "part": "lead"}])
    done = edited(made, [Join(("North DC", "South DC"), "Unitary")])
    assert members(done.orgmap)["C-LSP"] == sorted(["Unitary", "County", "Police", "NHS", "Fire", "CVS"])
    assert members(done.orgmap)["N-LSP"] == sorted(["Unitary", "County", "Police", "NHS", "CVS", "College"])
    assert done.orgmap.issues["organisation"].tolist() == ["unitary"]
    assert not {"north-dc", "south-dc"} & set(done.orgmap.organisations.index)
    assert done.said == (
        "North DC and South DC become one organisation, Unitary (new on this map), with the people of all.",
    )


def test_facts_of_joined_organisations() -> None:
    """One made of several has the sector in which they agree, and the capacity of all where it is known."""
    organisations = [
        {"organisation": "North DC", "sector": "local government", "tier": "district", "capacity_hours": 10},
        {"organisation": "South DC", "sector": "local government", "tier": "district", "capacity_hours": 20},
        {"organisation": "Fire", "sector": "fire"},
    ]
    made = lists({"Board": ["North DC", "South DC", "Fire"]}, organisations=organisations)
    facts = after(made, Join(("North DC", "South DC"), "Unitary")).organisations.loc["unitary"]
    assert (facts["sector"], facts["capacity_hours"]) == ("local government", 30)
    assert pd.isna(facts["tier"])
    facts = after(made, Join(("North DC", "Fire"), "North DC")).organisations.loc["north-dc"]
    assert facts["tier"] == "district"
    assert pd.isna(facts["capacity_hours"])


def test_swapping_an_organisation() -> None:
    """What comes in the place of another, new or there already, has its seats with the same people."""
    made = orgmap(seats=[seat("Board", "Ann Example", "PCT"), seat("Forum", None, "Trust")])
    new = edited(made, [Swap("PCT", "ICB")])
    assert new.orgmap.seats["represents"].tolist() == ["icb", "trust"]
    assert new.said == ("ICB (new on this map) takes the place of PCT, with the same people.",)
    old = edited(made, [Swap("PCT", "Trust")])
    assert old.orgmap.seats["represents"].tolist() == ["trust", "trust"]
    assert old.said == ("Trust takes the place of PCT, with the same people.",)


def test_moving_seats() -> None:
    """The seats of an organisation or a person move; who sits on the other body already has no second."""
    made = orgmap(seats=[seat("Board", "Ann Example", "Police"), seat("Forum", "Ann Example", "Police")])
    assert after(made, Move("Police", "Board", "Forum")).seats["body"].tolist() == ["forum"]
    made = orgmap(seats=[seat("Board", "Ann Example", "Police"), seat("Forum", None, "Fire")])
    assert after(made, Move("Ann Example", "Board", "Forum")).seats["body"].tolist() == ["forum", "forum"]


def test_edits_are_made_one_after_the_other() -> None:
    """A later edit may name what an earlier one made."""
    made = after(lists(TWO_TIER), Merge(("N-LSP", "S-LSP"), "Area LSP"), Move("Fire", "CSP", "Area LSP"))
    assert "Fire" in members(made)["Area LSP"]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (Merge(("C-LSP",)), "merging takes two bodies or more."),
        (Merge(("C-LSP", "Nothing")), "no body is called “Nothing”."),
        (
            Merge(("C-LSP", "N-LSP"), "HWB"),
            "there is a body called “HWB” already; name it among those to merge.",
        ),
        (Close("C-LSPP"), "no body is called “C-LSPP”. Did you mean C-LSP?"),
        (Join(("Fire",), "New"), "joining takes two organisations or more."),
        (Swap("Fire", "Fire"), "Fire cannot take its own place."),
        (Swap("Nobody at all", "Fire"), "no organisation is called “Nobody at all”."),
        (Move("Fire", "HWB", "CSP"), "Fire has no seat on HWB."),
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_done(edit: Edit, message: str) -> None:
    """An edit of what there is not, or that makes no sense, is refused with what is wrong."""
    with pytest.raises(CallInvalid) as refused:
        edited(lists(TWO_TIER), [edit])
    assert str(refused.value) == message


def test_every_reference_is_followed() -> None:
    """Every column of the vocabulary that names a body or an organisation is one that edits put ids into."""
    for target, known in (("bodies", BODY_COLUMNS), ("organisations", ORGANISATION_COLUMNS)):
        declared = {
            (table.name, column.name)
            for table in TABLES
            for column in table.columns
            if column.type is Type.REFERENCE and target in column.refers_to and table.name != "about"
        }
        resolved = {("seats", "on_behalf_of"), *([("seats", "organisation")] if target == "bodies" else [])}
        assert declared - resolved <= {
            (name, column) for name, columns in known.items() for column in columns
        }


MAPS = st.fixed_dictionaries(
    {
        "seats": st.lists(
            st.builds(
                seat,
                st.sampled_from(["Board", "Forum", "Group"]),
                st.sampled_from([None, "Ann Example", "Bob Example", "Cat Example"]),
                st.sampled_from([None, "Police", "Fire", "Trust"]),
                role=st.sampled_from(["chair", "member", "observer", "substitute"]),
                status=st.sampled_from(["filled", "filled", "filled", "vacant"]),
                on_behalf_of=st.sampled_from([None, None, "Group", "Trust"]),
            ),
            max_size=12,
        ),
        "bodies": st.just([{"body": name} for name in ("Board", "Forum", "Group")]),
        "organisations": st.just([{"organisation": name} for name in ("Police", "Fire", "Trust")]),
    }
)
"""Maps of three bodies, three people and three organisations."""
EDITS: list[Edit] = [
    Merge(("Board", "Forum")),
    Merge(("Forum", "Group", "Board"), "Council of all"),
    Close("Board"),
    Join(("Police", "Fire"), "Blue light"),
    Swap("Police", "Trust"),
]


@settings(max_examples=50)
@given(tables=MAPS, edit=st.sampled_from(EDITS))
def test_edits_of_any_map(tables: dict[str, list[Record]], edit: Edit) -> None:
    """An edit leaves its map as it was, loses nobody but by closing, and changes no body it is not about."""
    named = ("person", "organisation", "on_behalf_of")
    seats = [row for row in tables["seats"] if row["status"] == "vacant" or any(row[name] for name in named)]
    made = orgmap(**{**tables, "seats": seats})
    before = text_of(made)
    done = after(made, edit)
    assert text_of(made) == before
    assert set(done.seats["body"]) <= set(done.bodies.index)
    assert seated(done, "represents") <= set(done.organisations.index)
    assert not (done.seats["for_body"] == done.seats["body"]).any()
    if isinstance(edit, Close):
        pd.testing.assert_frame_equal(done.seats, made.seats[made.seats["body"] != "board"])
        pd.testing.assert_frame_equal(done.bodies, made.bodies.drop(index="board"))
        return
    assert seated(done, "person") == seated(made, "person")
    if isinstance(edit, Merge):
        assert seated(done, "represents") == seated(made, "represents")
