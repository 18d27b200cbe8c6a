"""Tests of `orgmap.matching.kinds`: what kind a name tells of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.matching import body_kind, normal, organisation_kind
from orgmap.vocabulary.kind_words import (
    BODY_NATIONS,
    BODY_PHRASES,
    GENERAL_BODY_KINDS,
    GENERAL_ORGANISATION_KINDS,
    NAMESAKE_WORDS,
    NO_KIND,
    ORGANISATION_PHRASES,
    PART_WORDS,
)
from orgmap.vocabulary.kinds import BODY_KINDS, ORGANISATION_KINDS

PHRASES = [phrase for ones in (*BODY_PHRASES.values(), *ORGANISATION_PHRASES.values()) for phrase in ones]
NAMES = st.text() | st.lists(
    st.sampled_from([*PHRASES, *sorted(PART_WORDS), "Anytown", "<b>", "…"]), max_size=3
).map(" ".join)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Anyshire Constabulary", "police"),
        ("City of Anytown Police", "police"),
        ("Police Service of Scotland", "police"),
        ("Anyshire Police Authority", "police authority"),
        ("Office of the PCC for Anyshire", "police and crime commissioner"),
        ("Police, Fire & Crime Commissioner for Anyshire", "police and crime commissioner"),
        ("NHS Anyshire Integrated Care Board", "integrated care board"),
        ("NHS Anyshire ICB", "integrated care board"),
        ("Anytown and District PCT", "primary care trust"),
        ("University Hospitals Anytown NHS Foundation Trust", "NHS trust"),
        ("Anyshire Ambulance Service NHS Trust", "ambulance service"),
        ("Anytown University Health Board", "health board"),
        ("Bwrdd Iechyd Prifysgol Trefredyn", "health board"),
        ("Healthwatch Anytown", "Healthwatch"),
        ("Anyshire Fire and Rescue Service", "fire and rescue authority"),
        ("Anyshire Fire & Rescue", "fire and rescue authority"),
        ("Awdurdod Tân ac Achub Trefredyn", "fire and rescue authority"),
        ("Anyshire Probation Trust", "probation provider"),
        ("Government Office for the Far East", "government office"),
        ("Council of voluntary service, Anytown", "voluntary umbrella"),
        ("Anytown Chamber of Commerce & Industry", "chamber of commerce"),
        ("Anyshire County Council", "county council"),
        ("North Anyshire District Council", "district council"),
        ("Anytown Metropolitan Borough Council", "unitary council"),
        ("London Borough of Anytown", "unitary council"),
        ("Anytown Borough Council", "local authority"),
        ("University of Anyshire", "university"),
        ("UK Health Security Agency", "health protection body"),
    ],
)
def test_names_that_tell_a_kind(name: str, kind: str) -> None:
    """A name that plainly says what it is the name of tells the kind."""
    assert organisation_kind(name, None) == kind


@pytest.mark.parametrize(
    "name",
    [
        "",
        "…",
        "NHS Anyshire",
        "Anytown Council",
        "Anytown Town Council",
        "Anytown Trades Council",
        "Anytown College",
        "British Transport Police",
        "Anyshire Police Federation",
        "National Police Chiefs' Council",
        "Anyshire Police and Crime Panel",
        "Fire Brigades Union",
        "Defence Fire and Rescue",
        "Anyshire Fire and Rescue Training Ltd",
        "Anyshire Fire Service Benevolent Fund",
        "Friends of Anytown NHS Trust",
        "Anytown University Students' Union",
        "Anytown University of the Third Age",
        "Healthwatch England",
        "Anyshire Air Ambulance",
        "Anytown Housing Association Tenants' Forum",
        "Anytown Local Government Office",
        "Anytown Women's Aid",
    ],
)
def test_names_that_tell_nothing(name: str) -> None:
    """A name that is that of a part or a namesake, or of any of several kinds, tells none."""
    assert organisation_kind(name, None) is None


@pytest.mark.parametrize(
    ("name", "given", "kind"),
    [
        ("Anyshire Constabulary", "charity", "charity"),
        ("Anytown Borough Council", "district council", "district council"),
        ("Anytown Women's Aid", "refuge", "refuge"),
        ("Anyshire Probation Area", "other", "probation provider"),
        ("Anytown Women's Aid", "other", "other"),
        ("Anyshire Ambulance Service NHS Trust", "NHS trust", "ambulance service"),
        ("Anytown Hospitals NHS Trust", "NHS trust", "NHS trust"),
    ],
)
def test_a_kind_that_is_given(name: str, given: str, kind: str) -> None:
    """A kind that is given stays, but that a general one may be made more exact."""
    assert organisation_kind(name, given) == kind


@pytest.mark.parametrize(
    ("name", "given", "kind"),
    [
        ("Anytown Health and Wellbeing Board", "board", "health and wellbeing board"),
        ("Anytown Health & Well-being Board", None, "health and wellbeing board"),
        ("Anytown HWB", "council committee", "health and wellbeing board"),
        ("Anytown CSP", "partnership", "community safety partnership"),
        ("Anytown Crime and Disorder Reduction Partnership", None, "community safety partnership"),
        ("Anyshire Safeguarding Adults Board", "board", "safeguarding adults board"),
        (
            "Anyshire Safeguarding Children's Partnership",
            "partnership",
            "safeguarding children partnership",
        ),
        ("Anytown Public Services Board", "board", "public services board"),
        ("Bwrdd Gwasanaethau Cyhoeddus Trefredyn", None, "public services board"),
        ("Anytown Community Planning Partnership Board", "board", "community planning partnership"),
        ("Anyshire Integrated Care Partnership", None, "integrated care partnership"),
        ("Anyshire Regional Partnership Board", None, "regional partnership board"),
        ("Anyshire LRF", "forum", "local resilience forum"),
        ("Anytown LSP", None, "partnership"),
        ("Anytown Safeguarding Adults Board", "statutory board", "safeguarding adults board"),
    ],
)
def test_bodies_of_a_more_exact_kind(name: str, given: str | None, kind: str) -> None:
    """The name makes a general kind, or none, more exact."""
    assert body_kind(name, given) == kind


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Anytown Health and Wellbeing Board Task Group", "board"),
        ("Staff Health and Wellbeing Board", "board"),
        ("Shadow Health and Wellbeing Board", None),
        ("Children's Health and Wellbeing Board", "board"),
        ("Anytown CSP Executive", "board"),
        ("Policing and Community Safety Partnership", "partnership"),
        ("Anytown Road Safety Partnership", "partnership"),
        ("Safer Anytown Partnership", "partnership"),
        ("Anytown Public Services Board Scrutiny Committee", "council committee"),
        ("Anyshire LRF Executive Group", None),
        ("Anytown Health and Wellbeing Board", "theme group"),
        ("Anytown Health and Wellbeing Board", "public services board"),
        ("Anytown Schools Forum", "forum"),
        ("", None),
    ],
)
def test_bodies_whose_kind_stays(name: str, given: str | None) -> None:
    """A part, a helper or a namesake stays what it was said to be, and so does an exact kind."""
    assert body_kind(name, given) == given


@pytest.mark.parametrize("kind", ORGANISATION_PHRASES)
def test_every_phrase_of_an_organisation(kind: str) -> None:
    """Every phrase alone tells its own kind: none is hidden by one before it."""
    told = {phrase: organisation_kind(phrase, None) for phrase in ORGANISATION_PHRASES[kind]}
    assert told == dict.fromkeys(ORGANISATION_PHRASES[kind], kind or None)


@pytest.mark.parametrize("kind", BODY_PHRASES)
def test_every_phrase_of_a_body(kind: str) -> None:
    """Every phrase alone tells its own kind, and beside a place too."""
    for phrase in BODY_PHRASES[kind]:
        assert body_kind(phrase, None) == body_kind(f"Anytown {phrase}", "board") == kind


def test_the_kinds_are_those_of_the_vocabulary() -> None:
    """Nothing tells a kind that the closed lists lack, and words stand as names are compared."""
    assert set(ORGANISATION_PHRASES) - {NO_KIND} <= set(ORGANISATION_KINDS.values)
    assert set(ORGANISATION_KINDS.values) >= GENERAL_ORGANISATION_KINDS
    assert set(BODY_PHRASES) | set(BODY_NATIONS) | GENERAL_BODY_KINDS <= set(BODY_KINDS.values)
    assert {word for word in NAMESAKE_WORDS | PART_WORDS if normal(word) != word} == set()


@given(NAMES, st.none() | st.sampled_from(BODY_KINDS.values) | st.text())
def test_any_body(name: str, kind: str | None) -> None:
    """An exact kind stays as it is whatever the name, and another becomes one of the list or stays."""
    told = body_kind(name, kind)
    exact = kind in BODY_KINDS.values and kind not in GENERAL_BODY_KINDS
    assert told == kind or (not exact and told in BODY_PHRASES)


@given(NAMES, st.none() | st.sampled_from(ORGANISATION_KINDS.values) | st.text(min_size=1))
def test_any_organisation(name: str, kind: str | None) -> None:
    """A kind that is given and not general stays, and another becomes one of the list or stays."""
    told = organisation_kind(name, kind)
    assert told == kind or (kind in {None, *GENERAL_ORGANISATION_KINDS} and told in ORGANISATION_PHRASES)
