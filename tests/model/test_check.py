"""Tests of checking a source: every problem at once, each in its place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from orgmap.errors import Problem, SourceInvalid
from orgmap.model import check
from tests.builders import EXAMPLES, Record, orgmap, seat, source


def problems(**tables: Iterable[Record]) -> list[Problem]:
    """Return what is wrong with tables that are refused."""
    with pytest.raises(SourceInvalid) as refused:
        orgmap(**tables)
    return list(refused.value.problems)


def only(**tables: Iterable[Record]) -> Problem:
    """Return the one error of tables that are refused."""
    (problem,) = (one for one in problems(**tables) if one.severity == "error")
    return problem


def warnings(**tables: Iterable[Record]) -> list[str]:
    """Return the warnings of tables that are a map."""
    return [str(warning) for warning in orgmap(**tables).warnings]


GOOD = seat("Board", "Ann Example", "Police")


def test_every_problem_at_once() -> None:
    """All errors and warnings come together, errors first, each with place, value, message and hint."""
    found = problems(
        seats=[
            {
                "Committee": "Board",
                "Name": "Ann Example",
                "From": "soon",
                "Capacity": "wizard",
                "Invited": "many",
            },
            {"Committee": None, "Name": "Bob Example"},
            {"Committee": "Board"},
        ],
        links=[{"from_body": "Board", "to_body": "Board", "kind": "hates"}],
    )
    told = [(one.severity, one.table, one.row, one.column, one.value) for one in found]
    assert told == [
        ("error", "seats", 2, "C (From)", "soon"),
        ("error", "seats", 2, "E (Invited)", "many"),
        ("error", "seats", 3, "A (Committee)", None),
        ("error", "links", 2, "C (kind)", "hates"),
        ("error", "seats", 4, None, None),
        ("error", "links", 2, "B (to_body)", None),
        ("warning", "seats", 2, "D (Capacity)", "wizard"),
    ]
    assert all(one.message.endswith(".") and one.hint.endswith(".") for one in found)


def test_missing_required_cell() -> None:
    """A row without its body is an error at the row, and says what to do."""
    problem = only(seats=[GOOD, seat("", "Bob Example")])
    assert (
        str(problem)
        == "seats, row 3, column A (body): the body is missing. Fill the cell, or delete the row."
    )


@pytest.mark.parametrize("status", [None, "filled"])
def test_a_seat_that_names_nobody(status: str | None) -> None:
    """A filled seat with neither person, post, organisation nor body spoken for is an error."""
    problem = only(seats=[GOOD, seat("Board", status=status, post=None)])
    assert (problem.row, problem.message) == (3, "the seat names nobody: no person, post or organisation.")


@pytest.mark.parametrize("status", ["vacant", "requested", "applied", "invited", "declined"])
def test_an_open_seat_may_name_nobody(status: str) -> None:
    """A seat that is not filled needs neither person nor organisation."""
    made = orgmap(seats=[GOOD, seat("Board", status=status)])
    assert made.seats["status"].tolist() == ["filled", status]
    assert made.warnings == ()


@pytest.mark.parametrize("column", ["person", "post", "organisation", "on_behalf_of"])
def test_one_of_four_is_enough(column: str) -> None:
    """A seat needs its body and one of person, post, organisation and on_behalf_of."""
    assert orgmap(seats=[{"body": "Board", column: "Somebody Special"}]).warnings == ()


def test_errors_stop_and_warnings_do_not() -> None:
    """A map with warnings is a map that carries them."""
    assert warnings(seats=[seat("Board", "Ann Example", role="wizard")]) == [
        (
            "seats, row 2, column D (role): “wizard” is not a role that orgmap knows; it is read as member. "
            "Use one of: chair, vice-chair, member, co-opted, observer, adviser, substitute, officer."
        )
    ]


def test_a_warning_is_told_once() -> None:
    """The same strange word in many rows is one warning that counts them; errors name every row."""
    strange = [seat("Board", f"Person{number} Example", role="wizard") for number in range(3)]
    assert "(So are 2 more rows.)" in warnings(seats=strange)[0]
    wrong = [seat("Board", f"Person{number} Example", since="soon") for number in range(3)]
    assert [one.row for one in problems(seats=wrong)] == [2, 3, 4]


def test_unknown_name_with_a_near_one() -> None:
    """A name that its table does not list is added with a warning that says what may be meant."""
    made = orgmap(
        seats=[seat("Board", None, "Hampshre PCT")], organisations=[{"organisation": "Hampshire PCT"}]
    )
    assert [str(one) for one in made.warnings] == [
        (
            "seats, row 2, column C (organisation): “Hampshre PCT” is not in the table "
            "organisations; it is added as "
            "one more organisation. Did you mean Hampshire PCT?"
        )
    ]
    assert made.organisations["listed"].tolist() == [True, False]


def test_without_a_table_nothing_is_unknown() -> None:
    """Names are no problem where there is no table that could list them."""
    made = orgmap(seats=[seat("Board", None, "Police"), seat("Forum", None, "Police")])
    assert made.warnings == ()
    assert (made.bodies.index.tolist(), made.organisations.index.tolist()) == (["board", "forum"], ["police"])


def test_ambiguous_short_name() -> None:
    """A short name of two organisations is an error that names both."""
    problem = only(
        seats=[seat("Board", None, "CVS")],
        organisations=[
            {"organisation": "Council for Voluntary Service, North", "short_name": "CVS"},
            {"organisation": "Council for Voluntary Service, South", "short_name": "CVS"},
        ],
    )
    assert problem.message == (
        "“CVS” may be any of Council for Voluntary Service, North (council-for-voluntary-service-north), "
        "Council for Voluntary Service, South (council-for-voluntary-service-south)."
    )
    assert (problem.row, problem.column, problem.value) == (2, "C (organisation)", "CVS")


@pytest.mark.parametrize(
    "written", ["hcc", "HCC", "Hampshire CC", "hampshire county council", "Hants County", "The County"]
)
def test_all_ways_to_name_one(written: str) -> None:
    """An organisation is known by its code, name, short name and aliases, case and spacing aside."""
    made = orgmap(
        seats=[seat("Board", None, written)],
        organisations=[
            {
                "id": "hcc",
                "organisation": "Hampshire County Council",
                "short_name": "Hampshire CC",
                "also_known_as": "Hants County; The County",
            }
        ],
    )
    assert made.seats["organisation"].tolist() == ["hcc"]
    assert made.warnings == ()


@pytest.mark.parametrize(
    ("table", "key"),
    [("bodies", "body"), ("organisations", "organisation"), ("people", "person"), ("areas", "area")],
)
def test_declared_twice(table: str, key: str) -> None:
    """The same body, organisation, person or area in two rows is an error that names the first row."""
    problem = only(
        seats=[GOOD], **{table: [{key: "Ann Example"}, {key: "Someone Else"}, {key: "ANN  example"}]}
    )
    assert (problem.row, problem.value) == (4, "ANN  example")
    assert problem.message == "“ANN  example” stands already in row 2."


def test_codes_keep_equal_names_apart() -> None:
    """Two bodies of one name with codes of their own are two bodies; the code says which is meant."""
    made = orgmap(
        seats=[seat("n", "Ann Example"), seat("s", "Bob Example")],
        bodies=[{"id": "n", "body": "Area Forum"}, {"id": "s", "body": "Area Forum"}],
    )
    assert made.seats["body"].tolist() == ["n", "s"]


def test_one_code_twice() -> None:
    """A code that stands for two bodies is an error."""
    problem = only(seats=[GOOD], bodies=[{"id": "a", "body": "One"}, {"id": "A", "body": "Two"}])
    assert (problem.row, problem.message) == (3, "“Two” stands already in row 2.")


def test_a_body_that_is_part_of_itself() -> None:
    """A circle of part_of is one error, which names the whole circle."""
    problem = only(
        seats=[GOOD],
        bodies=[
            {"body": "Board"},
            {"body": "A", "part_of": "B"},
            {"body": "B", "part_of": "C"},
            {"body": "C", "part_of": "A"},
            {"body": "D", "part_of": "A"},
        ],
    )
    assert (problem.row, problem.column) == (3, "B (part_of)")
    assert problem.message == "this goes round in a circle: A → B → C → A."


def test_a_body_may_not_be_its_own_parent() -> None:
    """The least circle is found too."""
    problem = only(seats=[GOOD], bodies=[{"body": "Board", "part_of": "Board"}])
    assert problem.message == "this goes round in a circle: Board → Board."


@pytest.mark.parametrize(
    ("since", "until", "wrong"),
    [
        ("2005-03-31", "2005-03-30", True),
        ("2005-03-31", "2005-03-31", False),
        ("2005-06", "2005", False),
        ("2005", "2004-12", True),
        ("2005", "2005", False),
    ],
)
def test_the_end_before_the_beginning(since: str, until: str, wrong: bool) -> None:
    """An end that lies surely before its beginning is an error; a partial date has the doubt's benefit."""
    rows = [seat("Board", "Ann Example", since=since, until=until)]
    if wrong:
        assert only(seats=rows).message == f"it ends ({until}) before it begins ({since})."
    else:
        assert warnings(seats=rows) == []


def test_other_rules() -> None:
    """Links to oneself, shares above one and issues without anybody are errors."""
    found = problems(
        seats=[GOOD],
        areas=[{"area": "A"}, {"area": "B"}],
        area_units=[{"area": "A", "unit": "B", "share": "150%"}],
        links=[{"from_body": "Board", "to_body": "Board", "kind": "advises"}],
        issues=[{"issue": "Transport", "part": "lead"}],
    )
    assert [(one.table, one.column) for one in found] == [
        ("links", "B (to_body)"),
        ("area_units", "C (share)"),
        ("issues", "body"),
    ]


def test_more_attended_than_invited() -> None:
    """More meetings attended than invited to is a warning at the seat."""
    (told,) = warnings(seats=[seat("Board", "Ann Example", invited=2, attended=3)])
    assert told.startswith("seats, row 2, column E (attended): more meetings were attended than invited to.")


def test_two_rows_of_about() -> None:
    """Only the first row of about is used, and a warning says so."""
    made = orgmap(seats=[GOOD], about=[{"title": "One"}, {"title": "Two"}])
    assert made.title == "One"
    assert [one.row for one in made.warnings] == [3]


def test_nothing_unknown_is_invented() -> None:
    """What the source does not say is empty in every table: no zero, no no."""
    made = orgmap(seats=[GOOD], bodies=[{"body": "Board"}])
    unknown = made.bodies.drop(columns=["name", "row", "listed"])
    assert unknown.isna().all(axis=None)
    asked = made.seats[["voting", "core", "invited", "attended", "since", "until", "post"]]
    assert asked.isna().all(axis=None)


def test_the_order_of_tables_does_not_matter() -> None:
    """Tables are checked in the order of the vocabulary, whatever the order in which they were read."""
    tables: dict[str, list[Record]] = {
        "seats": [seat("Board", None, "X")],
        "organisations": [{"organisation": "Y"}],
        "bodies": [{"body": "Z"}],
    }
    assert warnings(**tables) == warnings(**dict(reversed(tables.items())))


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_the_examples_are_clean(path: Path) -> None:
    """The examples have neither errors nor warnings."""
    from orgmap.read import read

    assert check(read(path)).warnings == ()


def test_checking_twice_gives_the_same() -> None:
    """A source is not changed by checking it."""
    raw = source(
        seats=[GOOD, seat("Forum", "TBC", "Police")], people=[{"person": "p1", "name": "Ann Example"}]
    )
    before = {name: table.frame.copy() for name, table in raw.tables.items()}
    first, second = check(raw), check(raw)
    assert first.seats.equals(second.seats)
    assert all(raw.tables[name].frame.equals(frame) for name, frame in before.items())
