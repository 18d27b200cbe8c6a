"""Tests of the question whether the map can be trusted."""

from __future__ import annotations

from collections.abc import Iterable

from orgmap.model import OrgMap, as_at, withhold
from orgmap.questions import data_quality
from tests.builders import Record, orgmap, seat, sentences

UNDATED = "The map has no date, so nothing can be said about ended terms or reviews that are due."


def told(seats: list[Record], **tables: Iterable[Record]) -> list[str]:
    """Return what is said of a map as at June 2004."""
    about = [{"as_at": "2004-06"}]
    return sentences(data_quality(as_at(orgmap(about=about, seats=seats, **tables))))


def known(*bodies: str) -> list[Record]:
    """Return bodies whose tier is known."""
    return [{"body": body, "tier": "county"} for body in bodies]


POLICE: list[Record] = [{"organisation": "Police", "sector": "police", "area": "County"}]
ANN = seat("Board", "Ann Example", "Police")


def test_nothing_to_say() -> None:
    """Of a map of which all is known nothing is said."""
    assert told([ANN], bodies=known("Board"), organisations=POLICE) == []


def test_no_date() -> None:
    """A map without a date says what cannot be told of it."""
    made = orgmap(seats=[ANN], bodies=known("Board"), organisations=POLICE)
    assert sentences(data_quality(made)) == [UNDATED]


def test_body_without_seats() -> None:
    """Bodies without any seat are told first, with what there is of others."""
    said = told(
        [ANN, seat("Forum", status="vacant")], bodies=known("Board", "Empty", "Forum"), organisations=POLICE
    )
    assert said == [
        "1 body has no seats in the file: Empty.",
        "1 body has open seats only and no members: Forum.",
    ]


def test_several_bodies_without_seats() -> None:
    """Several are told in the plural."""
    said = told([ANN], bodies=known("Board", "A", "B"), organisations=POLICE)
    assert said == ["2 bodies have no seats in the file: A and B."]


def test_seats_of_nobody_known() -> None:
    """Filled seats with neither name nor post are counted."""
    said = told(
        [ANN, seat("Board", None, "Police"), seat("Board", "TBC", "Police")],
        bodies=known("Board"),
        organisations=POLICE,
    )
    assert said == ["2 filled seats have neither a name nor a post, so people cannot be counted there."]


def test_people_without_organisation() -> None:
    """People of whom no organisation is known are named; who speaks for one anywhere is not among them."""
    seats = [ANN, seat("Forum", "Ann Example"), seat("Board", "Bob Example")]
    assert told(seats, bodies=known("Board", "Forum"), organisations=POLICE) == [
        "1 person is listed without an organisation: Bob Example."
    ]


def test_what_the_whole_list_lacks() -> None:
    """What all of a list, or nearly all, lacks is how it is kept: said with how many, and asks nothing."""
    names = [f"{letter}nn Example" for letter in "ABCDEFGHIJ"]
    seats = [seat("Board", name) for name in names]
    answer = data_quality(orgmap(seats=seats, bodies=known("Board")))
    weights = {finding.sentence[:48]: finding.weight for finding in answer.findings}
    assert weights["All 10 people are listed without an organisation"] == "know"
    nearly = data_quality(orgmap(seats=[*seats[1:], ANN], bodies=known("Board"), organisations=POLICE))
    assert nearly.findings[0].sentence.startswith("9 of the 10 people are listed without an organisation: ")
    assert nearly.findings[0].weight == "know"
    some = data_quality(orgmap(seats=[*seats[:2], seat("Board", "Zed Example", "Police")]))
    assert some.findings[0].sentence.startswith("2 people are listed without an organisation: ")
    assert some.findings[0].weight == "look"


def test_one_name_for_several_organisations() -> None:
    """Somebody who appears for two organisations is read as one person, and that is said."""
    organisations: list[Record] = [
        *POLICE,
        {"organisation": "Council", "sector": "council", "area": "County"},
    ]
    said = told(
        [ANN, seat("Forum", "Ann Example", "Council")],
        bodies=known("Board", "Forum"),
        organisations=organisations,
    )
    assert said == ["1 person appears for more than one organisation, and is read as one: Ann Example."]


def test_nearly_the_same_name() -> None:
    """Bodies, organisations and people with nearly the same name are put forward in pairs."""
    organisations: list[Record] = [
        {"organisation": name, "sector": "health", "area": "County"}
        for name in ("Marsh Hospital", "Marsh Hospitals")
    ]
    seats = [seat("Board", "Ann Example", "Marsh Hospital"), seat("Board", "Anne Example", "Marsh Hospitals")]
    assert told(seats, bodies=known("Board"), organisations=organisations) == [
        "1 pair of organisations has nearly the same name and may be one: Marsh Hospitals / Marsh Hospital.",
        "1 pair of people has nearly the same name and may be one: Anne Example / Ann Example.",
    ]


def test_the_same_name_twice() -> None:
    """Two of one name that the source keeps apart by their ids are told with them."""
    organisations: list[Record] = [
        {"id": code, "organisation": "Greens", "sector": "voluntary", "area": "County"}
        for code in ("party/greens", "party/_greens")
    ]
    seats = [seat("Board", "Ann Example", one["id"]) for one in organisations]
    (said,) = [
        one for one in told(seats, bodies=known("Board"), organisations=organisations) if "may be one" in one
    ]
    assert said == (
        "1 pair of organisations has the same or nearly the same name and may be one: "
        "Greens (party/greens) / Greens (party/_greens)."
    )


def test_ended_but_listed() -> None:
    """Seats that had surely ended before the day are told; a partial date has the doubt's benefit."""
    seats = [
        ANN,
        seat("Board", None, "Police", post="Clerk", until="2004-05"),
        seat("Board", None, "Police", post="Aide", until="2004"),
    ]
    assert told(seats, bodies=known("Board"), organisations=POLICE) == [
        "1 seat had ended by June 2004 but is still listed: Board (May 2004)."
    ]


def test_unknowns() -> None:
    """What the other questions need and the tables leave empty is named with what it is needed for."""
    said = told([ANN], bodies=[{"body": "Board"}], organisations=[{"organisation": "Police"}])
    assert said == [
        "The sector of 1 organisation is not known: Police. It is needed for the balance of sectors.",
        "The area of 1 organisation is not known: Police. It is needed for who misses which body.",
        "The tier of 1 body is not known: Board. It is needed for comparing the tiers.",
    ]


def test_whose_areas_are_unknown_is_said() -> None:
    """Where not only members are counted, as other questions do, the sentence says so."""
    seats = [ANN, seat("Board", "Bob Sample", "Navy", role="observer")]
    organisations: list[Record] = [*POLICE, {"organisation": "Navy", "sector": "police"}]
    (said,) = told(seats, bodies=known("Board"), organisations=organisations)
    assert said == (
        "The area of 1 organisation that has a seat of any role, filled or open, is not known: Navy. "
        "It is needed for who misses which body."
    )


def test_an_organisation_without_seats_needs_nothing() -> None:
    """What is unknown of an organisation that sits nowhere is not asked for."""
    assert told([ANN], bodies=known("Board"), organisations=[*POLICE, {"organisation": "Idle"}]) == []


def test_an_organisation_without_seats_is_not_counted() -> None:
    """Where some organisations have no seat, it is said that those with seats are meant."""
    said = told(
        [ANN], bodies=known("Board"), organisations=[{"organisation": one} for one in ("Police", "Idle")]
    )
    assert said[0] == (
        "The sector of 1 organisation that has seats is not known: Police. "
        "It is needed for the balance of sectors."
    )


def test_partial_lists() -> None:
    """Partial lists are named."""
    said = told([ANN], bodies=[{"body": "Board", "tier": "county", "list": "partial"}], organisations=POLICE)
    assert said == ["The list of members of 1 body is known to be partial: Board."]


def test_not_in_its_table() -> None:
    """What other tables name and its own does not list is told, where there is such a table."""
    said = told([ANN, seat("Forum", "Ann Example", "Police")], bodies=known("Board"), organisations=POLICE)
    assert "1 body is named by other tables but not listed in its own: Forum." in said


def test_withheld_names_stay_withheld() -> None:
    """Where names are withheld, near-duplicates among people are counted and not named."""
    made = as_at(
        orgmap(
            about=[{"as_at": "2004"}],
            bodies=known("Board"),
            organisations=POLICE,
            seats=[ANN, seat("Board", "Anne Example", "Police")],
        )
    )
    said = sentences(data_quality(withhold(made, "posts", similar=1)))
    assert said == ["1 pair of people has nearly the same name; names are withheld here."]


def test_the_table_proves_the_findings(hampshire: OrgMap) -> None:
    """Every count in a sentence is the number of its rows, and every row belongs to a sentence."""
    answer = data_quality(withhold(hampshire))
    assert list(answer.table.columns) == ["check", "mode", "name", "detail", "sheet", "row", "id"]
    for finding in answer.findings:
        if finding.rows:
            assert f"{len(finding.rows)} " in finding.sentence
            assert set(finding.subjects) == set(answer.table.loc[list(finding.rows), "id"])
    assert sorted(row for finding in answer.findings for row in finding.rows) == list(answer.table.index)


def test_the_heaviest_come_first(hampshire: OrgMap) -> None:
    """Findings that ask to act stand before those to look into, and those before what is good to know."""
    weights = [finding.weight for finding in data_quality(hampshire).findings]
    assert weights == sorted(weights, key=["act", "look", "know"].index)
    assert "1 seat had ended by 1 October 2004 but is still listed: Gosport LSP (June 2004)." in sentences(
        data_quality(hampshire)
    )
