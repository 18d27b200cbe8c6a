"""Tests of `orgmap.matching`."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from orgmap.matching import identity, nearest, normal, organisation_pairs, people_pairs, person_name, slug
from orgmap.matching.persons import name_parts


@pytest.mark.parametrize("rank", ["CC", "DCC", "CFO", "DCFO", "PCC", "CEO"])
def test_a_rank_before_a_name(rank: str) -> None:
    """The initials of a rank before a forename and a surname are no part of the name."""
    assert person_name(f"{rank} Flo Saga").key == person_name("Flo Saga").key == "flo saga"
    assert name_parts(f"{rank} Flo Saga").forenames == ("flo",)


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


@given(st.text(st.characters(max_codepoint=127)) | st.text())
@example("Fish & Chips' `n_1 \x1c\x85")
def test_normal_as_defined(text: str) -> None:
    """A normal form is the folded text without apostrophes, with blanks for all but letters and digits."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    assert normal(text) == re.sub(r"[\W_]+", " ", re.sub("['’‘`´]", "", folded)).strip()


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


WORDS = st.lists(st.sampled_from(["health", "heath", "board", "bord", "and", "1"]), max_size=4).map(" ".join)


@given(WORDS, st.lists(WORDS, max_size=5))
def test_nearest_whatever_the_order_of_words(text: str, forms: list[str]) -> None:
    """The nearest is the first of those most alike once the words of each are sorted, from 75 in 100 on."""
    labels = {form: f"label of {form}" for form in forms}
    alike = {form: fuzz.token_sort_ratio(text, form) for form in labels}
    best = max(alike, key=lambda form: alike[form], default=None)
    found = nearest(text, labels)
    if best is None or alike[best] < 75:
        assert found is None
    else:
        assert found == labels[best]


TITLED = """
County Councillor Mr|Rt Revd|Rt. Rev.|The Rt Revd|Lt. Colonel|Lt Col|Lieutenant-Colonel|Chief Supt.
Chief Superintendent|Ch Insp|T/Ch Supt|DCI|Det Ch Insp|Deputy Chief Constable|Assistant Chief Constable
Temp Supt|PC|Sgt|The Very Revd|The Revd Canon|Revd Dr|Rev'd|Prof. Dr.|Professor Sir|Dame|The Hon.|Rt Hon
Wing Commander|Squadron Leader|Group Captain|Vice Admiral|Air Commodore|Brigadier|Cllr (Mrs)
Councillor Mrs|District Councillor|Borough Cllr|Parish Councillor Dr|Hon. Ald.|Alderman|Ven.|Archdeacon
Rabbi|Imam|Fr|Sister|His Honour Judge|Her Honour|Mayor Cllr|Baroness|Lord|Mx|Ms|Miss|Capt.|Maj. Gen.|Cdr
"""


@pytest.mark.parametrize("title", [one for line in TITLED.split("\n") for one in line.split("|") if one])
def test_titles_of_several_words(title: str) -> None:
    """Titles of church, police, forces, councils and courts are no part of a name, however many there are."""
    assert person_name(f"{title} Chris Example").key == "chris example"


@pytest.mark.parametrize(
    "written", ["JP Example", "J.P. Example", "J. P. Example", "J P Example", "Cllr JP Example"]
)
def test_initials_together_and_apart(written: str) -> None:
    """Initials that stand together are the same as apart, and make no full name."""
    name = person_name(written)
    assert (name.key, name.full) == ("j p example", False)


def test_ranks_in_capitals() -> None:
    """DI before a whole name is a rank; before a surname it is two initials; Di is a forename."""
    told = [person_name(text).key for text in ("DI Ann Example", "DI Example", "Di Example", "DI EXAMPLE")]
    assert told == ["ann example", "d i example", "di example", "di example"]


def test_father_and_son() -> None:
    """A word that tells a son from his father is part of the name."""
    assert person_name("John Example Jnr").key != person_name("John Example").key


@pytest.mark.parametrize(
    ("written", "forenames", "surname"),
    [
        ("Example, Ann", ("ann",), ("example",)),
        ("Bishop, Ann", ("ann",), ("bishop",)),
        ("Cllr Example, Ann B", ("ann", "b"), ("example",)),
        ("Ann Example, Secretary", ("ann",), ("example",)),
        ("Ann Example, J.P.", ("ann",), ("example",)),
        ("Ann Example-Vale", ("ann",), ("example", "vale")),
        ("Mary-Ann Example", ("mary", "ann"), ("example",)),
        ("Ann van der Example", ("ann",), ("van", "der", "example")),
        ("Siân Example (Chair)", ("sian",), ("example",)),
        ("Dr Example", (), ("example",)),
        ("", (), ()),
    ],
)
def test_name_parts(written: str, forenames: tuple[str, ...], surname: tuple[str, ...]) -> None:
    """A name is taken apart in either order, without accents, brackets, posts and letters after it."""
    parts = name_parts(written)
    assert (parts.forenames, parts.surname) == (forenames, surname)


def pairs(*names: str, people: bool = False) -> set[tuple[str, str]]:
    """Return the pairs of names that may be one."""
    match = people_pairs if people else organisation_pairs
    return {(pair.a, pair.b) for pair in match({name: (name,) for name in names})}


def put_forward(one: str, other: str, *, people: bool = False) -> bool:
    """Tell whether two names, and no others, are put forward as maybe one."""
    found = pairs(one, other, people=people)
    assert found <= {(min(one, other), max(one, other))}
    return bool(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anyshire CC", "Anyshire County Council"),
        ("Hants County Council", "Hampshire CC"),
        ("TVBC", "Test Vale Borough Council"),
        ("T.V.B.C.", "Test Vale Borough Council"),
        ("TVBC", "Test Vale BC (TVBC)"),
        ("Test Vale Borough Council (TVBC)", "Test Vale Borough Council"),
        ("Council, Test Vale Borough", "Test Vale BC"),
        ("City of Southport Council", "Southport City Council"),
        ("Health & Wellbeing Board", "HWB"),
        ("Anyshire Health and Well-being Board", "Anyshire HWB"),
        ("NHS Anyshire", "Anyshire PCT"),
        ("Solent NHS Trust", "Solent NHS Foundation Trust"),
        ("Marsh & Sons Ltd", "Marsh and Sons"),
        ("The Marsh Trust", "Marsh Trust"),
        ("Jobcentre Plus", "Job Centre Plus"),
        ("Marsh Hospital", "Marsh Hospitals"),
        ("Anyshire Constabulary", "Anyshire Police"),
        ("Learning & Skills Council", "Learning and Skils Council"),
        ("Council of Wrexhamshire", "Council of Wrexhamshir"),
        ("Easton", "Easton District Council"),
        ("Cyngor Môn", "Cyngor Mon"),
        ("Anyshire Fire & Rescue", "Anyshire Fire and Rescue Service"),
        ("Anyshire Fire & Rescue", "Anyshire Fire and Rescue Authority"),
        ("Anyshire Youth Justice", "Anyshire Youth Justice Services"),
        ("Anyshire TSI", "Anyshire Third Sector Interface"),
        ("Anyshire TSI Ltd", "Third Sector Interface, Anyshire"),
        ("Easton CVS North", "Easton Council for Voluntary Service North"),
    ],
)
def test_one_organisation(one: str, other: str) -> None:
    """Shortened words, acronyms, order, plurals, slips and new names of one thing are put forward."""
    assert put_forward(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Local Area Panel 1", "Local Area Panel 2"),
        ("North Anyshire Trust", "South Anyshire Trust"),
        ("Havant Borough Council", "Fareham Borough Council"),
        ("Durham City Council", "Durham County Council"),
        ("Southport City Council", "University of Southport"),
        ("Southport City Council", "Southport City PCT"),
        ("Anyshire Police", "Anyshire Police Authority"),
        ("Junior School", "Infant School"),
        ("Anyshire Council", "Anyshire Council Services"),
        ("Anyshire", "Anyshire Service"),
        ("Anyshire Fire", "Anyshire Rescue Service"),
        ("Anyshire Police Service", "Anyshire Police Authority"),
        ("Anyshire TSI", "Otherton Third Sector Interface"),
        ("Anyshire TSI", "Anyshire Youth Sector Interface"),
        ("North Anyshire TSI", "South Anyshire Third Sector Interface"),
        ("Police", "Health"),
        ("…", "-"),
    ],
)
def test_different_organisations(one: str, other: str) -> None:
    """Names that differ in a number, a direction, a kind or the telling word are not put forward."""
    assert not put_forward(one, other)


def test_words_of_many_names_are_no_slips() -> None:
    """Two places that many names have are two places, though one letter tells them apart."""
    kinds = ("Council", "College", "Hospital")
    names = [f"{place} {kind}" for place in ("Ashbar", "Ashmar") for kind in kinds]
    assert pairs(*names) == set()
    assert pairs("Ashbar Council", "Ashmar Council") != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Example", "Anne Example"),
        ("A Example", "Ann Example"),
        ("Ann Example", "Cllr Ann Exampel"),
        ("Bob Example", "Robert Example"),
        ("Kate Example", "Katherine Example"),
        ("Example, Ann", "Ann Example"),
        ("Example Ann", "Ann Example"),
        ("Gordon Example", "Gordon Paul Example"),
        ("Paul Example", "Gordon Paul Example"),
        ("J P Example", "Jane Patricia Example"),
        ("José Example", "Jose Example"),
        ("Pat O Brien", "Pat O’Brien"),
        ("Ann Example", "Ann Example-Vale"),
        ("Ann Vale", "Ann Example Vale"),
        ("Maryann Example", "Mary Ann Example"),
        ("Ruth Green", "Ruth Greene"),
        ("Jhon Example", "John Example"),
        ("Mrs Example", "Ann Example"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    """Initials, short forms, order, middle names, accents, married names and slips are put forward."""
    assert put_forward(one, other, people=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Example", "Bob Example"),
        ("A Example", "Bob Example"),
        ("Jane Smith", "John Smith"),
        ("Jean Smith", "Joan Smith"),
        ("Paul Smith", "Paula Smith"),
        ("Jo Smith", "Joe Smith"),
        ("Ann B Smith", "Ann C Smith"),
        ("John Smith Jnr", "John Smith"),
        ("John Smith Jnr", "John Smith Snr"),
        ("John Smith 1", "John Smith 2"),
        ("Ann Marsh", "Ann Ward"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    """Another forename, middle name, generation or number is another person."""
    assert not put_forward(one, other, people=True)


@given(st.dictionaries(st.text(min_size=1, max_size=4), st.text(max_size=16), max_size=8), st.booleans())
def test_pairs_of_anything(labels: dict[str, str], people: bool) -> None:
    """Of whatever texts, each pair comes once, its lesser id first, whatever the order they come in."""
    match = people_pairs if people else organisation_pairs
    found = match({key: (label,) for key, label in labels.items()})
    assert len({(pair.a, pair.b) for pair in found}) == len(found)
    assert all(pair.a < pair.b and pair.likeness.reason for pair in found)
    assert found == match({key: (labels[key],) for key in reversed(labels)})


def test_other_names_count_too() -> None:
    """A name is compared with every spelling that another entity is known by."""
    found = organisation_pairs({"a": ("Westbury Borough Council", "WBC"), "b": ("W.B.C.",)})
    assert [(pair.a, pair.b) for pair in found] == [("a", "b")]


def test_a_common_word_costs_little() -> None:
    """Among two thousand names with one word in common those alike are found, in a moment."""
    labels = {f"{number:04d}": (f"Council {name(number)}",) for number in range(2000)}
    labels |= {"a": ("Council of Wrexhamshire",), "b": ("Council of Wrexhamshir",)}
    assert ("a", "b") in {(pair.a, pair.b) for pair in organisation_pairs(labels)}


def name(number: int) -> str:
    """Return a made-up word for a number."""
    return "".join("bcdfghjklm"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:04d}")
