"""Tests of `orgmap.matching`."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orgmap.matching import identity, lookalikes, nearest, normal, person_name, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Health &  Wellbeing-Board ", "health and wellbeing board"),
        ("O’Brien", "obrien"),
        ("Ｆｕｌｌ width", "full width"),
        ("snake_case_name", "snake case name"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("…", ""),
    ],
)
def test_normal(text: str, expected: str) -> None:
    """Names are compared without case, spacing and punctuation, with "&" as "and"."""
    assert normal(text) == expected


@given(st.text())
def test_normal_of_a_normal_form(text: str) -> None:
    """A normal form has no outer or double blanks."""
    assert normal(text) == " ".join(normal(text).split())


@pytest.mark.parametrize(
    ("text", "code"),
    [("Ynys Môn", "ynys-mon"), ("Children's Trust", "childrens-trust"), ("A & B", "a-and-b")],
)
def test_slug(text: str, code: str) -> None:
    """A slug is the name in plain lower-case letters."""
    assert slug(text) == code


@given(st.text())
@example("")
@example("🏛")
@example("理事会")
@example("x" * 500)
def test_slugs_are_safe(text: str) -> None:
    """Whatever the name, the slug is short and holds nothing but letters, digits and single hyphens."""
    code = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", code)
    assert len(code) <= 60


def test_names_that_lose_letters_have_slugs_of_their_own() -> None:
    """Names that differ in letters which a slug cannot hold do not share a slug."""
    names = ["Иван Smith", "Пётр Smith", "Smith", "理事会", "委員会"]
    assert len({slug(name) for name in names}) == len(names)
    assert len({slug("x" * 80 + end) for end in "ab"}) == 2


@given(st.text(min_size=1), st.text(min_size=1))
@example("Siân Example", "Sian Example")
@example("Иван Smith", "Пётр Smith")
def test_identities_differ_where_names_do(one: str, other: str) -> None:
    """Two names have one identity exactly where their normal forms are the same."""
    assert (identity(one) == identity(other)) == ((normal(one) or one) == (normal(other) or other))


SAME = "ann example"


@pytest.mark.parametrize(
    "written",
    [
        "Ann Example",
        "ANN EXAMPLE",
        " ann   example ",
        "Cllr Ann Example",
        "Cllr. Ann Example",
        "Cllr Mrs Ann Example OBE",
        "Professor Dame Ann Example DBE, QC",
        "Ch/Supt Ann Example",
        "Rt. Hon. Ann Example MP",
        "Councillor Ann Example, J.P.",
        "Dr. Ann Example PhD",
    ],
)
def test_titles_and_post_nominals_aside(written: str) -> None:
    """Titles, post-nominals, case, spacing and punctuation do not make another person."""
    name = person_name(written)
    assert (name.key, name.full) == (SAME, True)


@pytest.mark.parametrize("written", ["J Smith", "J. Smith", "Cllr J Smith", "Mr J. Smith"])
def test_initial_and_surname_is_not_full(written: str) -> None:
    """An initial with a surname is no full name, whatever the title."""
    name = person_name(written)
    assert (name.key, name.full) == ("j smith", False)


@pytest.mark.parametrize(
    ("written", "key"), [("Lord", "lord"), ("Dr Lord", "lord"), ("May Lord", "may lord")]
)
def test_a_surname_that_is_a_title_stays(written: str, key: str) -> None:
    """Something of the name is always left, even where it reads like a title."""
    assert person_name(written).key == key


def test_a_middle_name_makes_another_person() -> None:
    """A middle name is not put aside: it is for the officer to say that both are one."""
    assert person_name("Ann Mary Example").key != person_name("Ann Example").key


@pytest.mark.parametrize(("written", "code"), [("p17", True), ("Smith", True), ("Ann Example", False)])
def test_codes(written: str, code: bool) -> None:
    """One bare word, or anything with a digit, may be a code."""
    assert person_name(written).code is code


def test_nearest() -> None:
    """A misspelling leads to the label of the nearest name, nonsense to none."""
    names = {normal(name): name for name in ("Hampshire PCT", "Health Forum", "Police Authority")}
    assert nearest("Hampshre PCT", names) == "Hampshire PCT"
    assert nearest("zzz", names) is None
    assert nearest("anything", {}) is None


def pairs(*names: str, people: bool = False) -> set[tuple[str, str]]:
    """Return the pairs of names that are nearly alike."""
    return {(pair.a, pair.b) for pair in lookalikes({name: name for name in names}, people=people)}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Health Forum", "Health Forums"), ("Learning & Skills Council", "Learning and Skils Council")],
)
def test_nearly_the_same_name(one: str, other: str) -> None:
    """Bodies and organisations that differ in a letter or two are put forward."""
    assert pairs(one, other) == {(one, other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Local Area Panel 1", "Local Area Panel 2"),
        ("North Hampshire Trust", "South Hampshire Trust"),
        ("Havant Borough Council", "Fareham Borough Council"),
        ("Police", "Health"),
    ],
)
def test_different_names(one: str, other: str) -> None:
    """Names that differ in a number, a direction or the telling word are not put forward."""
    assert pairs(one, other) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Example", "Anne Example"), ("A Example", "Ann Example"), ("Ann Example", "Cllr Ann Exampel")],
)
def test_people_nearly_alike(one: str, other: str) -> None:
    """People whose names differ in a letter, or of whom one has an initial only, are put forward."""
    assert pairs(one, other, people=True) == {tuple(sorted((one, other)))}


@pytest.mark.parametrize(("one", "other"), [("Ann Example", "Bob Example"), ("A Example", "Bob Example")])
def test_people_not_alike(one: str, other: str) -> None:
    """One surname is not enough to put two people forward."""
    assert pairs(one, other, people=True) == set()


@given(st.dictionaries(st.text(min_size=1, max_size=4), st.text(max_size=12), max_size=8), st.booleans())
def test_lookalikes_are_sorted(labels: dict[str, str], people: bool) -> None:
    """Pairs run from the nearest, each once, its lesser id first, with a nearness from 0 to 100."""
    found = lookalikes(labels, people=people)
    assert found == sorted(found, key=lambda pair: (-pair.nearness, pair.a, pair.b))
    assert len({(pair.a, pair.b) for pair in found}) == len(found)
    assert all(pair.a < pair.b and 0 <= pair.nearness <= 100 for pair in found)
    assert found == lookalikes(dict(reversed(labels.items())), people=people)


def test_a_common_word_costs_little() -> None:
    """Among two thousand names with one word in common look-alikes are found, in a moment."""
    labels = {f"{number:04d}": f"Council {name(number)}" for number in range(2000)}
    labels["a"], labels["b"] = "Council of Wrexhamshire", "Council of Wrexhamshir"
    assert ("a", "b") in {(pair.a, pair.b) for pair in lookalikes(labels)}


def name(number: int) -> str:
    """Return a made-up word for a number."""
    return "".join("bcdfghjklm"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:04d}")
