"""Tests of confirmed names: what the user's word makes one, what it keeps apart, what is refused."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, withhold
from orgmap.model.raw import Source
from orgmap.model.update import raw_table
from orgmap.model.written import written
from tests.builders import Record, orgmap, seat, text_of


def same(name: str, other: str, said: str | None = "yes", **more: str) -> Record:
    """Return a row of the table of names."""
    return {
        "kind": "person",
        "name": name,
        "also_known_as": other,
        "same": said,
        "organisation": None,
        **more,
    }


def holders(made: OrgMap) -> list[str]:
    """Return the id of the person in each seat."""
    return made.seats["person"].astype(str).tolist()


POLICE, NHS = "Anyshire Police", "Anyshire NHS"


def test_confirmed_people_are_one() -> None:
    """Two confirmed spellings are one person, called by the first, with the other as a further name."""
    made = orgmap(
        seats=[seat("Board", "Bob Example", POLICE), seat("Forum", "Cllr Robert Example", NHS)],
        names=[same("Robert Example", "Bob Example")],
    )
    assert holders(made) == ["robert-example"] * 2
    assert made.people.loc["robert-example", ["name", "also_known_as"]].tolist() == [
        "Robert Example",
        ("Bob Example",),
    ]


def test_undecided_changes_nothing() -> None:
    """A row that nobody has decided changes nothing, and is kept."""
    seats = [seat("Board", "Bob Example", POLICE), seat("Forum", "Robert Example", NHS)]
    made = orgmap(seats=seats, names=[same("Robert Example", "Bob Example", None)])
    assert holders(made) == holders(orgmap(seats=seats))
    assert len(made.names) == 1


def test_an_initial_within_one_organisation() -> None:
    """An initial confirmed within one organisation is that person there and nowhere else."""
    made = orgmap(
        seats=[seat("A", "Jane Smith", POLICE), seat("B", "J Smith", POLICE), seat("C", "J. Smith", NHS)],
        names=[same("Jane Smith", "J Smith", organisation="anyshire police")],
    )
    one, two, three = holders(made)
    assert one == two == "jane-smith"
    assert three == "j-smith--anyshire-nhs"


def test_the_fuller_name_is_the_one_person_everywhere() -> None:
    """Where the name to go by is the shorter, everybody of the full name is still one person."""
    made = orgmap(
        seats=[seat("A", "Jane Smith", POLICE), seat("B", "J Smith", POLICE), seat("C", "Jane Smith", NHS)],
        names=[same("J Smith", "Jane Smith")],
    )
    assert holders(made) == ["jane-smith"] * 3
    assert made.people["name"].tolist() == ["J Smith"]


def test_namesakes_apart_by_organisation() -> None:
    """Two people of one name are told apart by the organisation of the second."""
    seats = [
        seat("A", "Jane Smith", POLICE),
        seat("B", "Cllr JANE SMITH", NHS),
        seat("C", "Jane Smith", "Other"),
    ]
    made = orgmap(seats=seats, names=[same("Jane Smith", "Jane Smith", "no", organisation=NHS)])
    assert holders(made) == ["jane-smith", "jane-smith--anyshire-nhs", "jane-smith"]


def test_the_initial_of_a_namesake() -> None:
    """An initial confirmed in the organisation of a namesake is that namesake."""
    made = orgmap(
        seats=[seat("A", "Jane Smith", POLICE), seat("B", "Jane Smith", NHS), seat("C", "J Smith", NHS)],
        names=[
            same("Jane Smith", "J Smith", organisation=NHS),
            same("Jane Smith", "Jane Smith", "no", organisation=NHS),
        ],
    )
    one, two, three = holders(made)
    assert one != two == three


def test_namesakes_apart_as_written() -> None:
    """Without an organisation, namesakes are told apart by how their names are written, titles included."""
    made = orgmap(
        seats=[seat("A", "Cllr Jane Smith"), seat("B", "Dr Jane Smith"), seat("C", "Dr Jane Smith")],
        names=[same("Cllr Jane Smith", "Dr Jane Smith", "no")],
    )
    one, two, three = holders(made)
    assert one != two == three


def test_an_exception() -> None:
    """A spelling that is one everywhere may be somebody else within one organisation."""
    made = orgmap(
        seats=[seat("A", "Jane Smith", POLICE), seat("B", "J Smith", POLICE), seat("C", "J Smith", NHS)],
        names=[same("Jane Smith", "J Smith"), same("Jane Smith", "J Smith", "no", organisation=NHS)],
    )
    one, two, three = holders(made)
    assert one == two != three


def test_listed_people_are_merged() -> None:
    """Two rows of one person become one: empty cells are filled, codes lead to it, faults are told."""
    made = orgmap(
        seats=[seat("A", "p1"), seat("B", "P2"), seat("C", "Janey Smith")],
        people=[
            {
                "person": "p1",
                "name": "Jane Smith",
                "organisation": POLICE,
                "post": "Chief",
                "also_known_as": "JS",
            },
            {"person": "p2", "name": "Janey Smith", "post": "Deputy", "capacity_hours": "20"},
        ],
        names=[same("Jane Smith", "Janey Smith")],
    )
    assert holders(made) == ["p1"] * 3
    row = made.people.loc["p1"]
    assert (row["post"], row["capacity_hours"], row["also_known_as"]) == (
        "Chief",
        20.0,
        ("JS", "Janey Smith"),
    )
    assert [one.value for one in made.warnings] == ["Deputy"]


def test_listed_namesakes_are_not_guessed() -> None:
    """A spelling confirmed of a name that two listed people have is an error that names their codes."""
    people = [{"person": "a1", "name": "Jane Smith"}, {"person": "a2", "name": "Jane Smith"}]
    with pytest.raises(SourceInvalid, match=r"any of 2 people \(a1, a2\)"):
        orgmap(seats=[seat("A", "a1")], people=people, names=[same("Jane Smith", "J Smith")])


@pytest.mark.parametrize("declared", [True, False])
def test_confirmed_organisations_are_one(declared: bool) -> None:
    """Confirmed spellings of an organisation are one, in a chain too, listed or only mentioned."""
    organisations = [{"organisation": "Test Vale BC", "sector": "local government"}] if declared else []
    made = orgmap(
        seats=[seat("A", "Ann Example", "TVBC"), seat("B", "Bob Example", "Test Vale B C")],
        organisations=organisations,
        names=[
            same("Test Vale Borough Council", "TVBC", kind="organisation"),
            same("TVBC", "Test Vale B C", kind=""),
            same("Test Vale BC", "T V B C", kind="organisation"),
            same("TVBC", "Test Vale BC", kind="organisation"),
        ],
    )
    assert made.seats["represents"].nunique() == 1
    assert made.organisations["name"].tolist() == ["Test Vale Borough Council"]
    assert set(made.organisations["also_known_as"].iloc[0]) == {
        "TVBC",
        "Test Vale B C",
        "Test Vale BC",
        "T V B C",
    }


def test_listed_bodies_are_merged() -> None:
    """Two listed bodies confirmed as one are one, and what refers to either refers to it."""
    made = orgmap(
        seats=[seat("b1", "Ann Example"), seat("b2", "Bob Example"), seat("HWB", "Cyd Example")],
        bodies=[
            {"id": "b1", "body": "Health Board", "tier": "county"},
            {"id": "b2", "body": "Board for Health", "short_name": "HWB", "kind": "board"},
            {"id": "b3", "body": "Task Group", "part_of": "Board for Health"},
        ],
        names=[same("Board for Health", "Health Board", kind="body")],
    )
    assert made.seats["body"].tolist() == ["b2"] * 3
    assert made.bodies.index.tolist() == ["b2", "b3"]
    assert made.bodies.at["b2", "tier"] == "county"
    assert made.bodies.at["b3", "part_of"] == "b2"


def test_organisations_that_differ_in_punctuation_only() -> None:
    """Two names that differ in punctuation only are kept apart where somebody has said so."""
    made = orgmap(
        seats=[seat("A", "Ann Example", "St Mary's"), seat("A", "Bob Example", "St. Marys")],
        names=[same("St Mary's", "St. Marys", "no", kind="organisation")],
    )
    assert made.seats["represents"].nunique() == 2


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([same("A B", "C D"), same("C D", "A B", "no")], "row 2 makes them one"),
        ([same("A B", "C D"), same("C D", "E F"), same("A B", "E F", "no")], "rows 2 and 3 make them one"),
        ([same("A B", "A B", "no")], "nothing tells this “A B” from the other"),
        ([same("X", "Y", kind=""), same("Y", "X", "no", kind="")], "row 2 makes them one"),
    ],
)
def test_contradictions(rows: list[Record], said: str) -> None:
    """Rows that contradict one another, chains too, are an error that names the rows, told once."""
    with pytest.raises(SourceInvalid, match=said) as refused:
        orgmap(seats=[seat("Board", "Ann Example")], names=rows)
    assert len(refused.value.problems) == 1


def test_an_organisation_that_there_is_not() -> None:
    """A row for an organisation that there is not is left out with a warning; none is made of it."""
    made = orgmap(
        seats=[seat("Board", "Jane Smith", POLICE)],
        names=[same("Jane Smith", "J Smith", organisation="Nowhere")],
    )
    assert [one.value for one in made.warnings] == ["Nowhere"]
    assert made.organisations["name"].tolist() == [POLICE]


def test_what_is_read_as_one_is_said_once() -> None:
    """What is merged without anybody's word is noted, once for each entity, with the spellings."""
    made = orgmap(
        seats=[
            seat("A", "Ann Example", "Marsh & Sons"),
            seat("B", "Cllr Ann Example", "Marsh and Sons"),
            seat("C", "ANN EXAMPLE", "MARSH & SONS"),
            seat("D", "Ann Example", "Marsh & Sons"),
        ]
    )
    assert [one.message for one in made.notes] == [
        "“Ann Example”, “Cllr Ann Example” and “ANN EXAMPLE” are read as one person.",
        "“Marsh & Sons”, “Marsh and Sons” and “MARSH & SONS” are read as one organisation.",
    ]


def test_what_other_tables_name_otherwise_is_said_with_its_row() -> None:
    """A spelling read as one with another is noted at its own row, whatever table writes it."""
    made = orgmap(
        seats=[seat("The Board", "Ann Example"), seat("Forum", "Cyd Example")],
        bodies=[{"body": "Forum"}, {"body": "The Board"}],
        links=[
            {"from_body": "Forum", "to_body": "The Board", "kind": "advises"},
            {"from_body": "FORUM", "to_body": "THE BOARD", "kind": "advises"},
        ],
    )
    assert [(one.table, one.row, one.value) for one in made.notes] == [
        ("links", 3, "FORUM"),
        ("links", 3, "THE BOARD"),
    ]


def test_a_name_not_listed_is_said_once_with_a_guess() -> None:
    """A name that no table lists is warned of at its first row, with how many rows and the nearest listed."""
    made = orgmap(
        seats=[seat(body, None, "Trust Hospitl") for body in ("A", "B")] + [seat("A", None, "Zoo")],
        organisations=[{"organisation": "Hospital Trust"}, {"organisation": "Police"}],
    )
    added = "is not in the table organisations; it is added as one more organisation."
    assert [(one.row, one.message, one.hint) for one in made.warnings] == [
        (2, f"“Trust Hospitl” {added} 2 rows name it.", "Did you mean Hospital Trust?"),
        (4, f"“Zoo” {added}", "Add it to organisations, or correct the name."),
    ]


def test_substitutes_by_a_confirmed_spelling() -> None:
    """Whom a substitute stands in for is found by a confirmed spelling."""
    made = orgmap(
        seats=[
            seat("A", "Robert Example"),
            seat("A", "Cyd Example", role="substitute", substitute_for="Bob Example"),
        ],
        names=[same("Robert Example", "Bob Example")],
    )
    assert made.seats["substitute_for"].tolist()[1] == "robert-example"


@pytest.mark.parametrize("mode", ["posts", "none"])
def test_confirmed_names_are_withheld(mode: str) -> None:
    """Where names are withheld, so are the confirmed ones, in their own table and in every text."""
    made = orgmap(
        seats=[seat("A", "Jane Smithson", POLICE, note="J Smithson left", post="Aide to J Smithson")],
        names=[
            same("Jane Smithson", "J Smithson", organisation=POLICE, reason="Smithson", evidence="Smithson")
        ],
    )
    assert "Smithson" in text_of(made)
    assert "Smithson" not in text_of(withhold(made, mode))
    assert len(withhold(made, "full").names) == 1


def read_again(made: OrgMap) -> OrgMap:
    """Return the map that is read from the tables that a map is written as."""
    from orgmap.model import check

    return check(
        Source("again", {name: raw_table(name, table, name) for name, table in written(made).items()})
    )


NAMES = st.sampled_from(["Jane Smith", "J Smith", "Cllr Jane Smith", "Janey Smith", "Bob Example"])
PLACES = st.sampled_from([POLICE, NHS, None])


@settings(max_examples=50, deadline=None)
@given(
    seats=st.lists(st.tuples(NAMES, PLACES), min_size=1, max_size=5),
    rows=st.lists(st.tuples(NAMES, NAMES, PLACES, st.sampled_from(["yes", "no", None])), max_size=3),
)
def test_decisions_survive_being_written(
    seats: list[tuple[str, str | None]], rows: list[tuple[str, str, str | None, str | None]]
) -> None:
    """A map with decided names, written and read again, is the same, unless the decisions are refused."""
    given_seats = [seat(f"Body {number}", name, of) for number, (name, of) in enumerate(seats)]
    given_rows = [{**same(a, b, said), "organisation": of} for a, b, of, said in rows]
    try:
        made = orgmap(seats=given_seats, names=given_rows)
    except SourceInvalid:
        return
    again = read_again(made)
    assert holders(again) == holders(made)
    pd.testing.assert_series_equal(again.people["name"], made.people["name"])
