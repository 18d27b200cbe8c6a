"""Tests of the question what if bodies merge, close or swap."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model import Answer, OrgMap
from orgmap.model.scenario import Close, Edit, Join, Merge, Move, Swap, edited
from orgmap.network import whole_map
from orgmap.questions.scenario import scenario
from tests.builders import lists, orgmap, seat, sentences, text_of
from tests.networks import TWO_TIER

MEETINGS = {"meetings_per_year": 4, "hours_per_meeting": 2, "preparation_hours": 1}


@pytest.fixture
def county() -> OrgMap:
    """Return an invented two-tier area: five bodies, eleven organisations, 26 seats of 12 hours a year."""
    return lists(TWO_TIER, bodies=[{"body": name, **MEETINGS} for name in TWO_TIER])


def asked(made: OrgMap, *edits: Edit, cost: float | None = None) -> Answer:
    """Return what edits of a map would change."""
    done = edited(made, edits)
    return scenario(made, done.orgmap, done.said, done.lost, cost)


def changes(answer: Answer, mode: str, fact: str) -> dict[str, tuple[float, float]]:
    """Return the numbers before and after of a fact, by name."""
    table = answer.table
    rows = table[(table["mode"] == mode) & (table["fact"] == fact)]
    return {
        row.name: (row.before, row.after)
        for row in rows.drop(columns="id").itertuples(index=False, name="Row")
    }


def whole(answer: Answer) -> dict[str, tuple[float, float]]:
    """Return the numbers before and after of the facts of the whole map."""
    rows = answer.table[answer.table["mode"] == "map"]
    return dict(zip(rows["fact"], zip(rows["before"], rows["after"], strict=True), strict=True))


def test_merging_the_two_districts(county: OrgMap) -> None:
    """The five bodies are four, and the three seats that County, NHS and Police had twice are saved."""
    answer = asked(county, Merge(("N-LSP", "S-LSP"), "Area LSP"), cost=25)
    assert sentences(answer) == [
        "N-LSP and S-LSP become one body, Area LSP, which is taken to meet as N-LSP does now.",
        (
            "There would be 23 seats in place of 26, and they would take 276 hours a year in place of 312, "
            "36 hours fewer (£900 at £25 an hour)."
        ),
        (
            "3 organisations would carry less: "
            "County (60 to 48 hours a year), NHS (48 to 36) and Police (48 to 36)."
        ),
    ]
    facts = whole(answer)
    assert facts["bodies"] == (5, 4)
    assert facts["organisations they speak for"] == (11, 11)
    assert facts["pairs of bodies that share members"] == (10, 6)
    assert facts["pairs that share three members or more"] == (6, 4)
    assert facts["pairs joined by one member only"] == (1, 1)
    assert facts["groups of bodies that share nobody"] == (1, 1)
    assert changes(answer, "pair", "members shared") == {"C-LSP with Area LSP": (5, 6)}


def test_closing_takes_the_only_seat(county: OrgMap) -> None:
    """Who sat only on the body that closes is named, and how much the others are relieved."""
    answer = asked(county, Close("CSP"))
    assert answer.findings[0].weight == "look"
    assert answer.findings[0].subjects == ("org:probation",)
    assert sentences(answer)[0] == "Probation would sit nowhere any more."
    assert whole(answer)["organisations that sit nowhere"] == (0, 1)
    assert changes(answer, "organisation", "hours") == {
        "County": (60, 48), "Fire": (24, 12), "Police": (48, 36), "Probation": (12, 0),
    }  # fmt: skip


def test_people_who_lose_the_only_seat() -> None:
    """People who would hold no seat are told, several in one sentence; who has another seat is not."""
    seats = [seat("Board", "Ann Example"), seat("Board", "Bob Example"), seat("Board", "Cat Example")]
    answer = asked(orgmap(seats=[*seats, seat("Forum", "Cat Example")]), Close("Board"))
    assert "2 people would hold no seat any more: Ann Example and Bob Example." in sentences(answer)


def test_ties_and_groups_that_would_go() -> None:
    """Bodies that would share nobody, and groups that would fall apart, are told."""
    made = lists({"Board": ["A", "B"], "Forum": ["B", "C"], "Group": ["C", "D"], "Panel": ["D"]})
    answer = asked(made, Move("C", "Forum", "Panel"))
    assert "1 pair of bodies would share nobody any more: Forum with Group." in sentences(answer)
    assert (
        "The bodies would fall into 2 groups that share nobody with one another, in place of 1."
    ) in sentences(answer)


def test_who_would_carry_more() -> None:
    """Who stays on a body that meets more often carries more, in hours."""
    bodies = [{"body": "Board", **MEETINGS}, {"body": "Forum", **MEETINGS, "meetings_per_year": 2}]
    answer = asked(lists({"Board": ["A"], "Forum": ["B"]}, bodies=bodies), Merge(("Board", "Forum")))
    assert "1 organisation would carry more: B (6 to 12 hours a year)." in sentences(answer)
    assert (
        "There would be 2 seats in place of 2, "
        "and they would take 24 hours a year in place of 18, 6 hours more."
    ) in sentences(answer)


def test_without_hours_seats_are_compared() -> None:
    """Where no hours are known that is said, and who carries less is told in seats."""
    answer = asked(lists({"Board": ["A", "B"], "Forum": ["A"]}), Merge(("Board", "Forum")))
    assert (
        "There would be 2 seats in place of 3; how many hours fewer is not known: "
        "that needs meetings_per_year and hours_per_meeting of the bodies."
    ) in sentences(answer)
    assert "1 organisation would carry less: A (2 to 1 seats)." in sentences(answer)
    assert whole(answer)["seats whose hours are not known"] == (3, 2)


def test_hours_known_in_part() -> None:
    """Where the hours of some seats are not known before or after, the difference is told with that doubt."""
    bodies = [{"body": "Board", **MEETINGS}, {"body": "Forum", **MEETINGS}]
    answer = asked(lists({"Board": ["A"], "Forum": ["A"], "Group": ["A"]}, bodies=bodies), Close("Forum"))
    assert (
        "There would be 2 seats in place of 3, and they would take 12 hours a year in place of 24, "
        "12 hours fewer, as far as the hours are known."
    ) in sentences(answer)


def test_two_chairs_and_two_people_of_one_organisation() -> None:
    """What the merged body would have to settle is told: who chairs, and who speaks for an organisation."""
    seats = [
        seat("Board", "Ann Example", "Police", role="chair"),
        seat("Forum", "Bob Example", "Police", role="chair"),
    ]
    answer = asked(orgmap(seats=seats), Merge(("Board", "Forum")))
    assert "1 body would come to have more than one chair: Board (2)." in sentences(answer)
    several = "On Board 1 organisation would come to have more than one person; one alone would save more."
    assert several in sentences(answer)


def test_co_chairs_of_today_are_no_news() -> None:
    """A body that has two chairs already is not among those that come to have them, but may have more."""
    chairs = [
        ("Board", "Ann Example"),
        ("Forum", "Bob Example"),
        ("Group", "Cat Example"),
        ("Group", "Dee Example"),
    ]
    made = orgmap(seats=[seat(body, name, "Police", role="chair") for body, name in chairs])
    said = [one for one in sentences(asked(made, Merge(("Board", "Forum")))) if "chair" in one]
    assert said == ["1 body would come to have more than one chair: Board (2)."]
    said = [one for one in sentences(asked(made, Merge(("Group", "Forum")))) if "chair" in one]
    assert said == ["1 body would have more chairs than the several of today: Group (3)."]


def test_several_people_on_many_bodies() -> None:
    """Beyond five bodies, those on which an organisation would have several people are counted."""
    names = [f"B{number}" for number in range(7)]
    seats = [
        seat(name, f"{who} Example", of) for name in names for who, of in (("Ann", "North"), ("Bob", "South"))
    ]
    answer = asked(orgmap(seats=seats), Join(("North", "South"), "Unitary"))
    assert "So it would be on 2 more bodies: B5 and B6." in sentences(answer)


def test_what_falls_away() -> None:
    """What fell away is told once, each thing a row of the table."""
    made = lists({"Board": ["A"], "Forum": ["A"]}, protocols=[{"body_a": "Board", "body_b": "Forum"}])
    answer = asked(made, Merge(("Board", "Forum")))
    assert "1 thing falls away with it: the protocol of Board and Forum." in sentences(answer)
    assert changes(answer, "falls away", "falls away") == {"the protocol of Board and Forum": (1, 0)}


def test_a_reorganisation(county: OrgMap) -> None:
    """A council made of two has the seats of both; those that are gone do not count as sitting nowhere."""
    answer = asked(county, Join(("North DC", "South DC"), "Unitary"))
    assert whole(answer)["organisations that sit nowhere"] == (0, 0)
    assert changes(answer, "organisation", "seats") == {
        "North DC": (2, 0), "South DC": (2, 0), "Unitary": (0, 3),
    }  # fmt: skip
    assert not any("nowhere" in sentence for sentence in sentences(answer))


def test_a_new_organisation_is_told(county: OrgMap) -> None:
    """What a council made of two would hold is said."""
    answer = asked(county, Join(("North DC", "South DC"), "Unitary"))
    assert (
        "Unitary would hold 3 seats on 3 bodies, which take 36 hours a year as far as is known."
        in sentences(answer)
    )


MEMBERS = st.dictionaries(st.sampled_from("KLMN"), st.text("ABCDE", min_size=1, max_size=6), min_size=2)


@settings(max_examples=30, deadline=None)
@given(members=MEMBERS)
def test_the_numbers_are_those_of_the_rows(members: dict[str, str]) -> None:
    """The numbers of a sentence are those of the rows that prove it, whichever bodies merge."""
    bodies = [
        {"body": body, "meetings_per_year": 4, "hours_per_meeting": 2, "preparation_hours": 1}
        for body in members
    ]
    made = lists({body: list(dict.fromkeys(ones)) for body, ones in members.items()}, bodies=bodies)
    answer = asked(made, Merge(tuple(sorted(members)[:2])))
    for finding in answer.findings:
        rows, said = answer.table.loc[list(finding.rows)], numbers(finding.sentence)
        if finding.sentence.startswith("There would be"):
            seats, time = (
                rows[rows["fact"] == fact].iloc[0] for fact in ("seats that take time", "hours a year")
            )
            assert said[:4] == [seats["after"], seats["before"], time["after"], time["before"]]
            assert said[4:] in ([], [abs(time["change"])])
        elif "would carry less" in finding.sentence:
            assert said[0] == len(rows)
            assert said[1:3] == rows[["before", "after"]].iloc[0].tolist()
        elif "would share nobody any more" in finding.sentence:
            assert said[0] == len(rows)


def numbers(sentence: str) -> list[int]:
    """Return the numbers in a sentence, in their order."""
    return [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", sentence)]


def test_a_swap_changes_no_number(county: OrgMap) -> None:
    """One for another changes who sits, and no number of the whole."""
    answer = asked(county, Swap("NHS", "ICB"))
    assert "The number of seats would not change: 26." in sentences(answer)
    assert all(was == now for was, now in whole(answer).values())


def test_no_edits(county: OrgMap) -> None:
    """A map compared with itself has no rows but the facts of the whole, all unchanged."""
    answer = scenario(county, county)
    assert set(answer.table["mode"]) == {"map"}
    assert (answer.table["change"].dropna() == 0).all()
    assert sentences(answer) == ["The number of seats would not change: 26."]


@pytest.mark.parametrize(
    "edit",
    [Merge(("N-LSP", "S-LSP")), Close("CSP"), Move("Fire", "CSP", "HWB"), Join(("Fire", "NHS"), "X")],
    ids=str,
)
def test_rows_and_subjects(county: OrgMap, edit: Edit) -> None:
    """The rows of a finding are rows of the table, its subjects nodes of the map, which stays as it was."""
    before = text_of(county)
    answer = asked(county, edit)
    nodes = set(whole_map(county))
    assert all(set(finding.rows) <= set(answer.table.index) for finding in answer.findings)
    assert all(set(finding.subjects) <= nodes for finding in answer.findings)
    assert text_of(county) == before
    change = answer.table["after"] - answer.table["before"]
    pd.testing.assert_series_equal(answer.table["change"], change, check_names=False)
