"""Tests of the names put forward as maybe one, with what speaks for and against it."""

from __future__ import annotations

from dataclasses import replace

from orgmap.model.candidates import Candidate, candidates, namesakes
from tests.builders import Record, orgmap, seat

POLICE, NHS = "Anyshire Police", "Anyshire NHS"


def found(*seats: Record, kinds: tuple[str, ...] = ("person",), **tables: list[Record]) -> list[Candidate]:
    """Return what is put forward of some seats."""
    return candidates(orgmap(seats=seats, **tables), kinds)


def test_an_initial_of_the_same_organisation() -> None:
    """An initial in the same organisation is likely, called by the full name, and decided within it only."""
    (one,) = found(seat("A", "J Smith", POLICE), seat("B", "Jane Smith", POLICE))
    assert (one.a, one.how, one.organisation) == ("jane-smith", "likely", POLICE)
    assert one.reason == "The same surname, and J may stand for Jane."
    assert one.evidence == ("Both are of Anyshire Police.",)


def test_what_is_put_forward_is_worked_out_once() -> None:
    """Asked again of one map, the same are put forward without more work; another map has its own."""
    made = orgmap(seats=[seat("A", "J Smith", POLICE), seat("B", "Jane Smith", POLICE)])
    first, again = candidates(made), candidates(made, ("person",))
    assert first[0] is again[0]
    assert candidates(replace(made, people=made.people.iloc[:1])) == []


def test_an_initial_of_another_organisation() -> None:
    """An initial in another organisation is not put forward."""
    assert found(seat("A", "J Smith", POLICE), seat("B", "Jane Smith", NHS)) == []


def test_an_initial_that_may_stand_for_two() -> None:
    """An initial that may stand for two people is likely neither, and each pair names the other."""
    pairs = found(
        seat("A", "J Smith", POLICE), seat("B", "Jane Smith", POLICE), seat("B", "John Smith", POLICE)
    )
    assert {one.how for one in pairs} == {"possible"}
    assert {one.evidence[-1] for one in pairs} == {
        "It may as well stand for Jane Smith.",
        "It may as well stand for John Smith.",
    }


def test_both_on_one_body_speaks_against() -> None:
    """Two names on one body at one time are less likely one; one after the other on it, they are more so."""
    meets = found(seat("A", "Bob Smith", POLICE), seat("A", "Robert Smith", POLICE))
    follows = found(
        seat("A", "Bob Smith", POLICE, until="2004"), seat("A", "Robert Smith", POLICE, since="2005")
    )
    assert "Both sit on A, which speaks against it." in meets[0].evidence
    assert "One followed the other on A." in follows[0].evidence
    assert meets[0].counts < follows[0].counts
    assert (meets[0].how, follows[0].how) == ("possible", "likely")


def test_organisations_that_may_be_one() -> None:
    """People of organisations that may be one themselves are not held to be of two."""
    (one,) = found(
        seat("A", "Bob Smith", "Anyshire CC"), seat("B", "Robert Smith", "Anyshire County Council")
    )
    assert one.evidence == (
        "One is of Anyshire County Council, the other of Anyshire CC, which may be one.",
    ) or (one.evidence == ("One is of Anyshire CC, the other of Anyshire County Council, which may be one.",))


def test_kinds_and_their_order() -> None:
    """All kinds are put forward, the surest first."""
    pairs = found(
        seat("Health and Wellbeing Board", "Ann Example", "TVBC"),
        seat("HWB", "Anne Example", "Test Vale Borough Council"),
        kinds=("person", "organisation", "body"),
    )
    assert {one.kind for one in pairs} == {"person", "organisation", "body"}
    assert [one.counts for one in pairs] == sorted((one.counts for one in pairs), reverse=True)


def test_a_part_is_not_the_whole() -> None:
    """A body that is declared a part of another is not put forward as the same."""
    bodies: list[Record] = [{"body": "Marsh Forum"}, {"body": "Marsh Forums", "part_of": "Marsh Forum"}]
    assert found(seat("Marsh Forum", "Ann Example"), kinds=("body",), bodies=bodies) == []


def test_what_is_decided_is_not_asked_again() -> None:
    """Pairs of which somebody has decided are not put forward again, whichever way round."""
    seats = (seat("A", "Bob Smith", POLICE), seat("B", "Robert Smith", POLICE))
    for said in ("yes", "no"):
        decided: list[Record] = [
            {"kind": "person", "name": "Bob Smith", "also_known_as": "Robert Smith", "same": said}
        ]
        assert found(*seats, names=decided) == []


def test_namesakes_are_asked_about() -> None:
    """A name of several organisations is put forward as maybe two people, until somebody has decided."""
    seats = [seat("A", "Jane Smith", POLICE), seat("B", "Jane Smith", POLICE), seat("C", "Jane Smith", NHS)]
    (one,) = namesakes(orgmap(seats=seats))
    assert (one.a, one.b, one.organisation) == ("jane-smith", "jane-smith", NHS)
    for said in ("yes", "no"):
        row = {
            "kind": "person",
            "name": "Jane Smith",
            "also_known_as": "Jane Smith",
            "organisation": NHS,
            "same": said,
        }
        assert namesakes(orgmap(seats=seats, names=[row])) == []
