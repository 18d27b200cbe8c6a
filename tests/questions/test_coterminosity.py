"""Tests of the question whether the areas of bodies and of organisations coincide."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given, settings

from orgmap.errors import SourceInvalid
from orgmap.model import Answer, Finding, OrgMap, check
from orgmap.network import whole_map
from orgmap.questions import coterminosity
from tests.any_tables import ANY_TABLES
from tests.builders import Record, orgmap, seat, sentences, source

AREAS = [
    {"area": "Marshire", "within": "Region"},
    {"area": "North", "within": "Marshire"},
    {"area": "South", "within": "Marshire"},
    {"area": "West", "within": "Marshire"},
    {"area": "City", "within": "Region"},
    {"area": "Island"},
]
UNITS = [
    {"area": "Trust area", "unit": "North"},
    {"area": "Trust area", "unit": "South", "share": "0.5"},
    {"area": "Force area", "unit": "Marshire"},
    {"area": "Force area", "unit": "City"},
    {"area": "Pair area", "unit": "North"},
    {"area": "Pair area", "unit": "South"},
]
NAMES = {"C": "County LSP", "N": "North LSP", "S": "South LSP", "W": "West LSP"}
PLACES = {"C": "Marshire", "N": "North", "S": "South", "W": "West"}


def county(members: dict[str, tuple[str | None, str]], *, more: list[Record] | None = None) -> OrgMap:
    """Return a county of three districts: the area of each organisation, and on which bodies it sits."""
    bodies = [
        {"body": name, "area": PLACES[letter], "tier": "county" if letter == "C" else "district"}
        for letter, name in NAMES.items()
    ]
    return orgmap(
        areas=AREAS,
        area_units=UNITS,
        bodies=[*bodies, *(more or [])],
        organisations=[{"organisation": one, "area": area} for one, (area, _) in members.items()],
        seats=[seat(NAMES[letter], None, one) for one, (_, letters) in members.items() for letter in letters],
    )


def told(members: dict[str, tuple[str | None, str]], **more: list[Record]) -> list[str]:
    """Return what is said of such a county."""
    return sentences(coterminosity(county(members, **more)))


def test_the_area_of_a_body() -> None:
    """Organisations that cover exactly the area of a body they sit on are counted."""
    assert told({"Council": ("North", "N"), "County Council": ("Marshire", "CN"), "Shop": ("West", "C")}) == [
        (
            "2 of 3 organisations with a known area cover exactly the area of a body that they sit "
            "on, and 1 that of a body on which it does not sit."
        )
    ]
    assert told({"Council": ("North", "N")}) == [
        "1 of 1 organisation with a known area covers exactly the area of a body that it sits on."
    ]


def test_an_area_that_cuts_across() -> None:
    """An area that takes in part of a district fits no body's boundary; what it takes in whole is counted."""
    answer = coterminosity(county({"Trust": ("Trust area", "NSS")}))
    assert answer.findings[0] == Finding(
        "coterminosity",
        "look",
        "Trust fits no body's boundary: its area cuts across South and takes in 1 of the 3 "
        "districts with bodies (North). It holds 3 seats on 2 bodies there.",
        ("org:trust", "body:north-lsp", "body:south-lsp"),
        answer.findings[0].rows,
    )
    rows = answer.table.loc[list(answer.findings[0].rows)]
    assert rows.loc[rows["kind"] == "areas", ["body_area", "class", "whole", "split"]].values.tolist() == [
        ["North", "contains", 1, 0],
        ["South", "cuts across", 0, 1],
    ]


def test_an_area_wider_than_all_bodies() -> None:
    """Organisations of one area wider than the bodies' are told together, with their seats."""
    assert told({"Police": ("Force area", "NSW"), "Probation": ("Force area", "CN")})[0] == (
        "2 organisations with the area Force area fit no body's boundary: it takes in all 3 "
        "districts with bodies and more. Together they hold 5 seats on 4 bodies there: Police (3) "
        "and Probation (2)."
    )


def test_the_areas_of_several_bodies() -> None:
    """An area that is exactly that of several bodies together is told apart from those that fit none."""
    answer = coterminosity(county({"Partners": ("Pair area", "NS")}))
    assert sentences(answer)[0] == (
        "Partners has the area of several bodies together: its area takes in "
        "2 of the 3 districts with bodies (North and South). It holds 2 seats on 2 bodies there."
    )
    assert answer.table["fit"].unique().tolist() == ["several bodies", ""]


def test_a_member_from_elsewhere() -> None:
    """Whoever sits on a body with whose area theirs has nothing in common is named."""
    assert told({"City Council": ("City", "CN")})[0] == (
        "1 organisation sits on bodies whose areas have nothing in common with its own, as far as is known: "
        "City Council on County LSP and City Council on North LSP."
    )


def test_bodies_of_one_area() -> None:
    """Bodies of one area that belong to different families are told, with the organisations that have it."""
    more = [
        {"body": "Health board", "area": "North"},
        {"body": "Task group", "area": "South", "part_of": "South LSP"},
    ]
    assert told({"Council": ("North", "N")}, more=more)[1:] == [
        (
            "2 bodies have one and the same area (North): North LSP and Health board. 1 "
            "organisation that sits on bodies has it too: Council."
        )
    ]


def test_what_is_not_known() -> None:
    """Areas that are not known, or of which nothing is known, are counted and said with what would help."""
    made = county({"Forum": (None, "N"), "Ferry": ("Island", "N")}, more=[{"body": "Panel"}])
    answer = coterminosity(made)
    assert sentences(answer) == [
        "None of 1 organisation with a known area covers exactly the area of a body that it sits on.",
        (
            "How the area of 1 organisation lies to that of a body it sits on is not known: Ferry. "
            "The column within of areas says what an area lies in, and area_units what it takes in."
        ),
        (
            "The area of 1 body is not known, so nothing can be said of it here: Panel. The column "
            "area of bodies gives it."
        ),
        (
            "The area of 1 organisation that sits as a member is not known, so nothing can be said of it "
            "here: Forum. The column area of organisations gives it."
        ),
    ]
    unknown = answer.table[answer.table["organisation"] == "Forum"]
    assert unknown["class"].tolist() == ["not known"]
    assert unknown["shared_units"].isna().all()


def test_no_areas_at_all() -> None:
    """A map without areas says which column would give them."""
    assert sentences(coterminosity(orgmap(seats=[seat("Board", None, "Police")]))) == [
        (
            "The area of 1 body is not known, so nothing can be said of it here: Board. The column "
            "area of bodies gives it."
        ),
        (
            "The area of 1 organisation that sits as a member is not known, so nothing can be said of it "
            "here: Police. The column area of organisations gives it."
        ),
    ]


@pytest.mark.parametrize("number", [5, 6, 8])
def test_many_areas_that_fit_none(number: int) -> None:
    """Five areas that fit no body's are told one by one, the others counted in one sentence more."""
    made = orgmap(
        areas=[{"area": f"D{one}"} for one in range(number)],
        area_units=[{"area": f"T{one}", "unit": f"D{one}"} for one in range(number)]
        + [{"area": f"T{one}", "unit": f"D{(one + 1) % number}", "share": "0.5"} for one in range(number)],
        bodies=[{"body": f"B{one}", "area": f"D{one}", "tier": "district"} for one in range(number)],
        organisations=[{"organisation": f"O{one}", "area": f"T{one}"} for one in range(number)],
        seats=[seat(f"B{one}", None, f"O{one}") for one in range(number)],
    )
    unfit = [one for one in sentences(coterminosity(made)) if "no body's boundary" in one]
    assert len(unfit) == min(number, 6)
    if number == 8:
        assert unfit[5] == (
            "3 more organisations fit no body's boundary, and together they hold 3 seats on the "
            "bodies there: O5, O6 and O7."
        )


def test_the_same_area_twice() -> None:
    """An area of the same units is the same area, whatever it is called, and all is the most."""
    made = orgmap(
        areas=[{"area": "North", "within": "County"}, {"area": "South", "within": "County"}],
        area_units=[{"area": "Beat", "unit": "North"}, {"area": "Beat", "unit": "North", "share": "0.5"}],
        bodies=[{"body": "North LSP", "area": "North"}],
        organisations=[{"organisation": "Police", "area": "Beat"}],
        seats=[seat("North LSP", None, "Police")],
    )
    row = coterminosity(made).table.iloc[0]
    assert (row["class"], row["fit"], row["shared_units"], row["whole"], row["split"]) == (
        "same area",
        "one body",
        1,
        1,
        0,
    )


def proof(answer: Answer, finding: Finding) -> pd.DataFrame:
    """Return the rows that prove a finding."""
    return answer.table.loc[list(finding.rows)]


def check_numbers(rows: pd.DataFrame, sentence: str) -> None:
    """Check the numbers of a sentence against those of its rows."""
    members = rows[rows["kind"] == "member"]
    organisations = members["id_organisation"].nunique()
    if found := re.search(r"hold[s]? ([\d,]+) seats? on (\d+) bod", sentence):
        assert (int(found[1]), int(found[2])) == (members["seats"].sum(), members["id_body"].nunique())
    if found := re.search(
        r"^(\d+) (?:more )?organisations? (?:with the area|fits?|has|have|sits?)", sentence
    ):
        assert int(found[1]) == organisations
    if found := re.search(r"takes in (?:the only|all (\d+)|(\d+) of the)", sentence):
        contained = ((rows["kind"] == "areas") & (rows["class"] == "contains")).sum()
        assert int(found[1] or found[2] or 1) == contained
    if found := re.search(r"^(\d+) of (\d+) organisations? with a known area", sentence):
        exact = members.loc[members["class"] == "same area", "id_organisation"].nunique()
        assert (int(found[1]), int(found[2])) == (exact, organisations)
    if found := re.search(r"^(\d+) bodies have one", sentence):
        assert int(found[1]) == len(rows) == rows["bodies"].iloc[0]
    if found := re.search(r"(\d+) organisations? that sits? on bodies", sentence):
        assert int(found[1]) == rows["organisations"].iloc[0]
    if found := re.search(r"^The area of (\d+) (body|bodies|organisation)", sentence):
        noun = "organisation" if found[2].startswith("o") else "body"
        assert int(found[1]) == rows[f"id_{noun}"].nunique()


@settings(max_examples=60)
@given(tables=ANY_TABLES)
def test_sentences_say_what_the_rows_say(tables: dict[str, list[Record]]) -> None:
    """Whatever the tables, the numbers of a sentence are those of its rows, and subjects are nodes."""
    try:
        made = check(source(**{name: some for name, some in tables.items() if some}))
    except SourceInvalid:
        return
    answer = coterminosity(made)
    nodes = set(whole_map(made))
    assert answer.findings
    for finding in answer.findings:
        assert set(finding.subjects) <= nodes
        check_numbers(proof(answer, finding), finding.sentence)
    counted = answer.table.dropna(subset=["whole"])
    assert (counted["whole"] + counted["split"] == counted["shared_units"]).all()
    assert (counted["shared_units"] <= counted[["units_of_body", "units_of_organisation"]].min(axis=1)).all()


def test_the_examples(hampshire: OrgMap, wales: OrgMap) -> None:
    """The numbers of every sentence about the examples are those of its rows, and seats are all counted."""
    for made in (hampshire, wales):
        answer = coterminosity(made)
        for finding in answer.findings:
            check_numbers(proof(answer, finding), finding.sentence)
        members = answer.table[answer.table["kind"] == "member"]
        assert members["seats"].sum() == made.ties()["represents"].notna().sum()
        assert (answer.table["kind"] == "body").sum() == len(made.bodies)


def test_who_is_counted_is_said() -> None:
    """Only organisations that sit as members are counted, and the sentence says so."""
    made = orgmap(
        seats=[seat("Board", None, one) for one in ("Police", "Council")]
        + [seat("Board", None, "Navy", role="observer"), seat("Board", None, "Fire", status="vacant")]
    )
    assert sentences(coterminosity(made))[-1] == (
        "The area of 2 organisations that sit as members is not known, so nothing can be said of them here: "
        "Council and Police. The column area of organisations gives it."
    )
