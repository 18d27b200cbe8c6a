"""Tests of `orgmap.model.law`: who must, must be invited to or usually does sit on a body."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model.law import LawFile, Requirement, law, requirements
from orgmap.vocabulary.kind_words import BODY_NATIONS
from orgmap.vocabulary.kinds import BODY_KINDS, ORGANISATION_KINDS
from orgmap.vocabulary.states import NATIONS, STRENGTHS

EVERY = [one for file in law() for one in file.requirements]
KINDS = sorted({one.body_kind for one in EVERY})
DAYS = st.dates(date(1997, 1, 1), date(2030, 12, 31)).map(str)
every_file = pytest.mark.parametrize("file", law(), ids=lambda file: file.title)
every_requirement = pytest.mark.parametrize(
    "one", EVERY, ids=lambda one: f"{one.body_kind}: {one.member} {one.section}"
)


def members(body_kind: str, nation: str | None = None, as_at: str | None = None) -> list[str]:
    """Return who is asked for, in order."""
    return [one.member for one in requirements(body_kind, nation, as_at)]


def test_the_files() -> None:
    """There is a file for each law that is checked, and one for the usual members of a partnership."""
    assert {one.act for one in EVERY} == {
        "Care Act 2014",
        "Children Act 2004",
        "Civil Contingencies Act 2004",
        "Community Empowerment (Scotland) Act 2015",
        "Crime and Disorder Act 1998",
        "Health and Social Care Act 2012",
        "Local Government and Public Involvement in Health Act 2007",
        "National evaluation of Local Strategic Partnerships (report of August 2005)",
        "Partnership Arrangements (Wales) Regulations 2015",
        "Well-being of Future Generations (Wales) Act 2015",
    }


@every_file
def test_what_every_file_says_of_itself(file: LawFile) -> None:
    """Every file has rows, says that it is no legal advice and how it was checked, all in sentences."""
    assert file.requirements
    assert file.notice.startswith("A checking aid, not legal advice. ")
    told = [file.notice, file.confirmed, *file.coming]
    assert [text for text in told if not text.endswith(".") or "\n" in text or "  " in text] == []
    assert "November 2026" in file.confirmed
    assert not file.title.endswith(".")


@every_requirement
def test_the_words_of_every_row(one: Requirement) -> None:
    """Kinds, nations and strengths are those of the vocabulary, and what is read in sentences fits them."""
    assert one.body_kind in BODY_KINDS.values
    assert set(one.organisation_kinds) <= set(ORGANISATION_KINDS.values)
    assert one.nations
    assert set(one.nations) <= set(BODY_NATIONS.get(one.body_kind, NATIONS.values)) <= set(NATIONS.values)
    assert one.strength in STRENGTHS.values
    assert one.organisation_kinds or one.posts
    assert not one.member.endswith(".")
    assert one.who_counts.endswith(".")
    assert not one.note or one.note.endswith(".")
    assert one.reference == f"{one.act}, {one.section}"


@every_requirement
def test_the_posts_of_every_row(one: Requirement) -> None:
    """A phrase that alone tells an officer's post names a director or is its short form, never a subject."""
    assert [post for post in one.posts if "director" not in post.split() and len(post) > len("dass")] == []
    assert not (one.elected and (one.posts or one.endings or one.director_of))


@every_requirement
def test_the_dates_and_addresses_of_every_row(one: Requirement) -> None:
    """Dates are days in order, and the law is found at legislation.gov.uk."""
    since, until = one.since or "1997-01-01", one.until or "2030-12-31"
    assert date.fromisoformat(since) <= date.fromisoformat(until)
    assert one.url.startswith("https://")
    assert one.strength == "usual" or one.url.startswith("https://www.legislation.gov.uk/")


def test_a_reference_without_a_section() -> None:
    """Where there is no section the reference is the Act alone."""
    one = EVERY[0]
    assert Requirement(**(vars(one) | {"section": ""})).reference == one.act


@given(st.sampled_from(KINDS), st.sampled_from([None, *NATIONS.values]), st.none() | DAYS)
def test_nothing_is_asked_twice(kind: str, nation: str | None, as_at: str | None) -> None:
    """On no day and in no nation is one member asked for by two rows."""
    asked = [(one.organisation_kinds, one.posts) for one in requirements(kind, nation, as_at)]
    assert [twice for twice, times in Counter(asked).items() if times > 1] == []


@given(st.sampled_from(KINDS), st.sampled_from([None, *NATIONS.values]), DAYS)
def test_a_month_and_a_year_ask_for_less(kind: str, nation: str | None, as_at: str) -> None:
    """What is asked for in a year is asked for in each of its months, and in a month on each of its days."""
    year, month, day = (set(requirements(kind, nation, as_at[:length])) for length in (4, 7, 10))
    assert year <= month <= day


@given(st.sampled_from(KINDS), st.none() | DAYS)
def test_without_a_nation_only_what_all_have(kind: str, as_at: str | None) -> None:
    """Where the nation is not known, only what every nation with such bodies asks for is asked for."""
    everywhere = [set(requirements(kind, nation, as_at)) for nation in BODY_NATIONS.get(kind, NATIONS.values)]
    assert set(requirements(kind, None, as_at)) == set.intersection(*everywhere)


def test_community_safety_in_2004() -> None:
    """Half a year after they became responsible authorities, primary care trusts count in England only."""
    assert members("community safety partnership", "England", "2004-10-01") == [
        "the council",
        "the chief officer of police",
        "the police authority",
        "the fire and rescue authority",
        "the primary care trust",
    ]
    assert "the primary care trust" not in members("community safety partnership", "Wales", "2004-10-01")


@pytest.mark.parametrize(
    ("as_at", "health"),
    [
        ("2004-04-29", []),
        ("2004-04-30", ["the primary care trust"]),
        ("2004", []),
        ("2004-05", ["the primary care trust"]),
        ("2013-03-31", ["the primary care trust"]),
        ("2013-04-01", ["the clinical commissioning group"]),
        ("2013", []),
        ("2022-06-30", ["the clinical commissioning group"]),
        ("2023-01-01", ["the integrated care board"]),
        (None, ["the integrated care board"]),
    ],
)
def test_who_speaks_for_health_on_community_safety(as_at: str | None, health: list[str]) -> None:
    """Trusts, groups and boards follow one another, and a year in which they did asks for neither."""
    others = {"the council", "the chief officer of police", "the police authority"}
    others |= {"the fire and rescue authority", "the provider of probation services"}
    asked = members("community safety partnership", "England", as_at)
    assert [member for member in asked if member not in others] == health


def test_community_safety_at_first() -> None:
    """In 1999 councils and the police were responsible, and before the Act nobody was."""
    assert members("community safety partnership", "Wales", "1999") == [
        "the council",
        "the chief officer of police",
    ]
    assert members("community safety partnership", "Wales", "1998-09-29") == []


def test_the_end_of_police_authorities() -> None:
    """Police authorities count until the day before commissioners took over."""
    assert "the police authority" in members("community safety partnership", "England", "2012-11-21")
    assert "the police authority" not in members("community safety partnership", "England", "2012-11-22")


def test_health_and_wellbeing_boards() -> None:
    """The statutory posts are asked for by what a holder's post says, and Healthwatch by its kind."""
    asked = {one.member: one for one in requirements("health and wellbeing board", "England", "2025-01-01")}
    assert list(asked) == [
        "a councillor of the local authority",
        "the director of adult social services",
        "the director of children's services",
        "the director of public health",
        "the local Healthwatch",
        "the integrated care board",
    ]
    assert "director of public health" in asked["the director of public health"].posts
    assert asked["the local Healthwatch"].organisation_kinds == ("Healthwatch",)
    assert not asked["the local Healthwatch"].posts
    assert asked["the integrated care board"].each
    assert (
        asked["the director of public health"].reference
        == "Health and Social Care Act 2012, section 194(2)(d)"
    )


def test_public_services_boards_invite() -> None:
    """A public services board has four members and must invite five more, only in Wales."""
    strengths = Counter(one.strength for one in requirements("public services board", None, "2019-04-01"))
    assert strengths == {"member": 4, "invited": 5}
    assert members("public services board", "England") == []


def test_usual_members_are_of_england_and_their_time() -> None:
    """What was usual in England in 2005 is not asked elsewhere, nor of organisations that are gone."""
    assert {one.strength for one in requirements("partnership", "England", "2005")} == {"usual"}
    assert len(members("partnership", "England", "2005")) == 13
    assert members("partnership") == members("partnership", "Wales", "2005") == []
    assert "the learning and skills council" not in members("partnership", "England", "2010-04-01")


@pytest.mark.parametrize("kind", ["theme group", "", "<b>", "no such kind"])
def test_other_bodies_have_no_law(kind: str) -> None:
    """Of a body of any other kind nobody is asked for."""
    assert members(kind) == members(kind, "England", "2020") == []


def test_what_is_to_come_is_known_since_a_month() -> None:
    """A file that says what is to come says since when that was known; before, it is not told."""
    for file in law():
        assert bool(file.coming) == bool(file.coming_since)
        assert file.known_to_come(None) == file.coming
        assert file.known_to_come("1999") == ()
        assert file.known_to_come("2026-11") == file.coming
