"""Tests of the closed lists and the glossary."""

from __future__ import annotations

from collections import Counter

import pytest

from orgmap.matching import normal
from orgmap.vocabulary import (
    CLOSED_LISTS,
    DIRECTIONS,
    LINK_KINDS,
    NOT_PEOPLE,
    OPEN_ENDED,
    POST_NOMINALS,
    ROLES,
    SECTORS,
    STATUSES,
    TABLES,
    TERMS,
    TIE_ROLES,
    TIERS,
    TITLES,
    VACANT,
    ClosedList,
    Unknown,
)

every_list = pytest.mark.parametrize("closed_list", CLOSED_LISTS, ids=lambda closed_list: closed_list.name)
DESIGN = {
    "role": "chair, vice-chair, member, co-opted, observer, adviser, substitute, officer",
    "status": "filled, vacant, requested, applied, invited, declined",
    "tier": "national, regional, sub-regional, county, unitary, district, neighbourhood",
    "sector": (
        "local government, health, police and justice, fire, other public, education and skills, business, "
        "voluntary, community, faith, partnership"
    ),
    "link kind": (
        "reports to, commissions, advises, consults, stands beside, shares information with, "
        "provides the secretariat of"
    ),
}


@pytest.mark.parametrize(
    "closed_list", [ROLES, STATUSES, TIERS, SECTORS, LINK_KINDS], ids=lambda one: one.name
)
def test_the_values_of_the_design(closed_list: ClosedList) -> None:
    """The closed lists hold the values of the design, in its order."""
    assert ", ".join(closed_list.values) == DESIGN[closed_list.name]


def test_lists_are_named_once() -> None:
    """No two closed lists have one name."""
    assert max(Counter(closed_list.name for closed_list in CLOSED_LISTS).values()) == 1


@every_list
def test_no_spelling_twice(closed_list: ClosedList) -> None:
    """No spelling is read as two values, nor written down twice for one."""
    written = Counter(
        spelling.casefold() for choice in closed_list.choices for spelling in (choice.value, *choice.synonyms)
    )
    assert [spelling for spelling, times in written.items() if times > 1] == []
    meant: dict[str, set[str]] = {}
    for spelling, value in closed_list.spellings().items():
        meant.setdefault(normal(spelling) or spelling, set()).add(value)
    assert {spelling: values for spelling, values in meant.items() if len(values) > 1} == {}


def test_every_list_is_used() -> None:
    """Every closed list belongs to a column, but for the five that only commands need."""
    used = {column.closed_list.name for table in TABLES for column in table.columns if column.closed_list}
    assert {closed_list.name for closed_list in CLOSED_LISTS} - used == {
        "comparison", "counting", "diagram", "measured", "question",
    }  # fmt: skip


def test_every_used_list_is_declared() -> None:
    """Every list that a column has is one of the closed lists."""
    used = [column.closed_list for table in TABLES for column in table.columns if column.closed_list]
    assert all(any(one is listed for listed in CLOSED_LISTS) for one in used)


@every_list
def test_a_fallback_is_a_value(closed_list: ClosedList) -> None:
    """A list falls back on one of its values, and only a list of that kind has a fallback."""
    assert (closed_list.fallback in closed_list.values) == (closed_list.unknown is Unknown.FALLBACK)


def test_roles_that_make_a_tie() -> None:
    """Chairs, vice-chairs, members and co-opted members make ties; nobody else does."""
    assert TIE_ROLES == ("chair", "vice-chair", "member", "co-opted")
    assert set(TIE_ROLES) <= set(ROLES.values)


def test_terms_are_told_once() -> None:
    """Within a group of the glossary no word stands twice, and every meaning is a sentence."""
    assert max(Counter((term.word, term.group) for term in TERMS).values()) == 1
    assert [term.word for term in TERMS if not term.meaning.endswith(".")] == []


@pytest.mark.parametrize(
    "words",
    [TITLES, POST_NOMINALS, NOT_PEOPLE, VACANT, DIRECTIONS, OPEN_ENDED],
    ids=["titles", "post-nominals", "not people", "vacant", "directions", "open-ended"],
)
def test_words_about_names_are_in_their_normal_form(words: frozenset[str]) -> None:
    """Words that are compared with names stand in the form in which names are compared."""
    assert {word for word in words if normal(word) != word} == set()


def test_nobody_and_vacant_are_different() -> None:
    """A word says either that the seat is vacant or that its holder is not known."""
    assert not NOT_PEOPLE & VACANT
