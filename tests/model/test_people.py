"""Tests of who is who: nobody is merged, and nobody split, without the user's word."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, withhold
from orgmap.vocabulary import NOT_PEOPLE, VACANT
from tests.builders import Record, orgmap, seat


def holders(*seats: Record, **tables: Iterable[Record]) -> list[str | None]:
    """Return the id of the person in each seat, None where there is none."""
    return ids(orgmap(seats=seats, **tables))


def ids(made: OrgMap, column: str = "person") -> list[str | None]:
    """Return a column of ids of the seats, None where empty."""
    return [one if isinstance(one, str) else None for one in made.seats[column]]


@pytest.mark.parametrize(
    "other",
    [
        "Ann Example",
        "ANN EXAMPLE",
        "Cllr Ann Example",
        "Cllr. Mrs Ann  Example OBE",
        "ann example",
        "Dr Ann Example, JP",
    ],
)
def test_one_full_name_is_one_person(other: str) -> None:
    """A full name is one person across bodies and organisations, whatever the titles and the case."""
    one, two = holders(seat("Board", "Ann Example", "Police"), seat("Forum", other, "Council"))
    assert one == two == "ann-example"


def test_a_hyphen_is_a_blank() -> None:
    """A double-barrelled surname is one name with its hyphen and without."""
    assert len(set(holders(seat("A", "Ann Example-Smith"), seat("B", "Ann Example Smith")))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Example", "Anne Example"),
        ("Ann Example", "Ann B Example"),
        ("Siân Example", "Sian Example"),
        ("Иван Smith", "Пётр Smith"),
    ],
)
def test_different_names_are_different_people(one: str, other: str) -> None:
    """Names that differ by a letter, an initial or an accent are two people until the user says otherwise."""
    assert len(set(holders(seat("Board", one), seat("Board", other)))) == 2


def test_an_initial_within_one_organisation() -> None:
    """An initial with a surname is one person within one organisation."""
    one, two = holders(seat("Board", "J Smith", "Police"), seat("Forum", "J. Smith", "Police"))
    assert one == two


def test_an_initial_across_organisations() -> None:
    """An initial with a surname is another person in another organisation, or on another body without one."""
    found = holders(
        seat("Board", "J Smith", "Police"),
        seat("Board", "J Smith", "Council"),
        seat("Board", "J Smith"),
        seat("Forum", "J Smith"),
    )
    assert len(set(found)) == 4


def test_an_initial_is_not_the_full_name() -> None:
    """An initial is not taken for a person whose forename begins with it."""
    assert len(set(holders(seat("Board", "J Smith", "Police"), seat("Forum", "Jane Smith", "Police")))) == 2


def test_a_post_without_a_name() -> None:
    """A post is one holder per organisation and post, and per body where no organisation is known."""
    chief = {"post": "Chief Executive"}
    one, same, other, body, board = holders(
        seat("Board", None, "Council", **chief),
        seat("Forum", None, "Council", post="chief executive"),
        seat("Board", None, "Police", **chief),
        seat("Forum", None, None, **chief),
        seat("Board", None, None, **chief),
    )
    assert one == same
    assert len({one, other, body, board}) == 4


def test_two_spellings_of_one_post() -> None:
    """A post that is written in two ways is still the post by which its holder is shown."""
    made = orgmap(
        seats=[seat("Board", None, "Council", post="Chief"), seat("Forum", None, "Council", post="CHIEF")]
    )
    assert made.people["label"].tolist() == ["Chief (Council)"]


def test_a_post_is_not_its_named_holder() -> None:
    """A seat that gives a post only is not merged with a named person who has that post."""
    one, other = holders(
        seat("Board", "Ann Example", "Council", post="Chief Executive"),
        seat("Forum", None, "Council", post="Chief Executive"),
    )
    assert one != other


def test_an_organisation_alone_is_no_person() -> None:
    """A seat with neither name nor post has no holder; nobody is invented."""
    made = orgmap(seats=[seat("Board", None, "Police")])
    assert ids(made) == [None]
    assert len(made.people) == 0


@pytest.mark.parametrize(
    "word", sorted(VACANT | {"VACANT", "Vacant (to be filled)", "Vacancy – 1 seat", "(vacant)"})
)
def test_vacant_is_nobody(word: str) -> None:
    """Vacant in place of a name makes the seat vacant, whatever is written behind it."""
    made = orgmap(seats=[seat("Board", word, "Police", post="Chief"), seat("Board", "Ann Example")])
    assert made.seats["status"].tolist() == ["vacant", "filled"]
    assert ids(made) == [None, "ann-example"]
    assert made.people.index.tolist() == ["ann-example"]


@pytest.mark.parametrize(
    "word", sorted(NOT_PEOPLE | {"TBC", "T.B.A.", "Representative of the Chamber", "TBC (Police)", "?", "—"})
)
def test_somebody_not_known_is_no_person(word: str) -> None:
    """TBC, representative and the like are a filled seat whose holder is not known, and no person."""
    made = orgmap(seats=[seat("Board", word, "Police"), seat("Forum", word)])
    assert made.seats["status"].tolist() == ["filled", "filled"]
    assert ids(made) == [None, None]
    assert len(made.people) == 0
    assert [one.severity for one in made.warnings] == ["warning"]


@pytest.mark.parametrize("name", ["Na Example", "None Sample", "Vacant"])
def test_names_that_begin_like_words(name: str) -> None:
    """A forename of two letters is a person's, though it is also a word for nobody."""
    expected = {"Na Example": ["na-example"], "None Sample": [None], "Vacant": [None]}
    assert holders(seat("Board", name)) == expected[name]


def test_a_vacant_seat_keeps_what_it_says() -> None:
    """A seat with the status vacant has no holder; a name in it is left out with a warning."""
    made = orgmap(
        seats=[
            seat("Board", "Ann Example", "Police", status="vacant"),
            seat("Board", None, "Police", post="Chief", status="vacant"),
        ]
    )
    assert ids(made) == [None, None]
    assert len(made.people) == 0
    assert made.seats["post"].tolist()[1] == "Chief"
    assert [one.row for one in made.warnings] == [2]


def test_vacant_overrides_filled() -> None:
    """A seat that says filled but names a vacancy is vacant."""
    assert orgmap(seats=[seat("Board", "Vacant", "Police", status="filled")]).seats["status"].tolist() == [
        "vacant"
    ]


def test_an_invited_person_is_known() -> None:
    """Somebody invited who has not answered is a person, but the seat makes no tie."""
    made = orgmap(seats=[seat("Board", "Ann Example", "Police", status="invited")])
    assert ids(made) == ["ann-example"]
    assert len(made.ties()) == 0


NAMESAKES = [
    {"person": "a1", "name": "Ann Example", "organisation": "Police"},
    {"person": "a2", "name": "Ann Example", "organisation": "Council"},
]


def test_namesakes_by_code() -> None:
    """People of one name with codes of their own are kept apart where the seat gives the code."""
    assert holders(seat("Board", "a1"), seat("Board", "A2"), people=NAMESAKES) == ["a1", "a2"]


def test_namesakes_by_organisation() -> None:
    """Namesakes are told apart by the organisation of the seat."""
    found = holders(
        seat("Board", "Ann Example", "Council"), seat("Board", "Cllr Ann Example", "Police"), people=NAMESAKES
    )
    assert found == ["a2", "a1"]


@pytest.mark.parametrize("organisation", [None, "Health Trust"])
def test_namesakes_that_cannot_be_told_apart(organisation: str | None) -> None:
    """A namesake whom neither code nor organisation tells apart is an error that names the codes."""
    with pytest.raises(SourceInvalid, match=r"“Ann Example” may be any of 2 people of that name \(a1, a2\)"):
        holders(seat("Board", "Ann Example", organisation), people=NAMESAKES)


def test_two_spellings_by_alias() -> None:
    """An alias in the table of people makes two spellings one person."""
    people = [{"person": "p1", "name": "Ann Example", "also_known_as": "Annie Sample; A Example"}]
    found = holders(
        seat("Board", "Annie Sample", "Police"), seat("Board", "A. Example", "Council"), people=people
    )
    assert found == ["p1", "p1"]


def test_a_code_comes_before_a_name() -> None:
    """A text that is the code of one person and the name of another stands for the code."""
    people = [{"person": "Ann Example", "name": "Bob Sample"}, {"person": "x", "name": "Ann Example"}]
    assert (
        holders(seat("Board", "Ann Example"), seat("Board", "Bob Sample"), people=people)
        == ["ann-example"] * 2
    )


def test_the_people_table_fills_seats() -> None:
    """A listed person's organisation and post stand in where the seat gives none, and only there."""
    people = [{"person": "p1", "name": "Ann Example", "organisation": "Police", "post": "Chief"}]
    made = orgmap(seats=[seat("Board", "p1"), seat("Forum", "p1", "Charity", post="Trustee")], people=people)
    assert ids(made, "represents") == ["police", "charity"]
    assert made.seats["post"].tolist() == ["Chief", "Trustee"]


def test_what_seats_say_of_a_person() -> None:
    """A person has the organisation and post that most seats give, of equals the first."""
    made = orgmap(
        seats=[
            seat("Board", "Ann Example", "Police", post="Chief"),
            seat("Forum", "Ann Example", "Police"),
            seat("Board", "Bob Example", "Police", post="Chief"),
            seat("Forum", "Bob Example", "Council", post="Deputy"),
            seat("Board", "Cat Example", "Council", post="DPH"),
            seat("Forum", "Cat Example", "Police", post="Director"),
            seat("Group", "Cat Example", "POLICE", post="director"),
        ]
    )
    known = (
        made.people[["organisation", "post"]]
        .astype(object)
        .where(made.people[["organisation", "post"]].notna(), None)
    )
    assert known.to_numpy().tolist() == [["police", "Chief"], ["police", "Chief"], ["police", "Director"]]


def test_people_of_one_usual_post_are_told_apart() -> None:
    """Two people of one usual post and employer are not called the same."""
    names = ("Ann Example", "Bob Example")
    seats = [
        seat(body, name, organisation, post=post)
        for name in names
        for body, organisation, post in (("Board", "Council", "Director"), ("Forum", "AC", "Dir"))
    ]
    shown = withhold(orgmap(seats=seats), "posts")
    assert shown.people["label"].tolist() == ["Director (Council) (1)", "Director (Council) (2)"]
    assert withhold(orgmap(seats=seats), "none").people["label"].tolist() == ["Person 1", "Person 2"]


def test_the_usual_spelling_is_shown() -> None:
    """A person is shown under the spelling used most, the longest of equals."""
    made = orgmap(
        seats=[
            seat("A", "Ann Example"),
            seat("B", "Cllr Ann Example"),
            seat("C", "Cllr Ann Example"),
            seat("D", "ANN EXAMPLE"),
        ]
    )
    assert made.people["label"].tolist() == ["Cllr Ann Example"]


def test_several_seats_of_one_person_on_one_body() -> None:
    """Somebody may hold several seats of one body, for two organisations, and is one person."""
    made = orgmap(
        seats=[seat("Board", "Ann Example", "Police"), seat("Board", "Ann Example", "Council", role="chair")]
    )
    assert ids(made) == ["ann-example"] * 2
    assert ids(made, "represents") == ["police", "council"]


def test_substitutes() -> None:
    """Whom a substitute stands in for is known by any spelling; somebody unknown is nobody."""
    made = orgmap(
        seats=[
            seat("Board", "Cllr Ann Example"),
            seat("Board", "Bob Example", role="substitute", substitute_for="Ann Example"),
            seat("Board", "Cyd Example", role="substitute", substitute_for="Dee Nobody"),
        ]
    )
    assert ids(made, "substitute_for") == [None, "ann-example", None]


def test_people_without_names() -> None:
    """A code in the table of people is no name, whether digits or one lower-case word."""
    people = [
        {"person": "councillor-01", "post": "Councillor 01"},
        {"person": "Dee Example"},
        {"person": "17"},
    ]
    made = orgmap(seats=[seat("Board", "councillor-01")], people=people)
    assert made.people["name"].notna().tolist() == [False, True, False]
    assert made.people["label"].tolist() == ["Councillor 01", "Dee Example", "Person 3"]


@settings(max_examples=25)
@given(
    names=st.lists(
        st.sampled_from(["Ann Example", "Bob Example", "J Smith", "Vacant", "TBC", "p1"]),
        min_size=1,
        max_size=8,
    ),
    seed=st.randoms(),
)
def test_row_order_changes_nobody(names: list[str], seed: object) -> None:
    """Shuffling the rows gives every seat the holder it had."""
    seats = [seat(f"Body {number}", name, f"Org {number % 2}") for number, name in enumerate(names)]
    shuffled = list(seats)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (
        {(row["body"], str(row["person"])) for row in orgmap(seats=rows).seats.to_dict("records")}
        for rows in (seats, shuffled)
    )
    assert one == other
