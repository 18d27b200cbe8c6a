"""Tests of the question which business goes to which body."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model import OrgMap, as_at
from orgmap.questions import issues, protocols
from orgmap.questions.issues.parts import WIDE, common_issues
from tests.any_tables import ANY_TABLES
from tests.builders import Record, orgmap, seat, sentences
from tests.questions.any_answers import any_map, leading, sound

SEATS = [seat("Board", None, "Police"), seat("Forum", None, "Trust"), seat("Group", None, "Police")]


def part(issue: str, who: str, of: str = "contributes") -> Record:
    """Return the part that one of the organisations, or else a body, has in an issue."""
    return {"issue": issue, "organisation" if who in ("Police", "Trust") else "body": who, "part": of}


def made(*rows: Record, **tables: list[Record]) -> OrgMap:
    """Return a map of three bodies with issues."""
    return orgmap(issues=[*rows], **({"seats": SEATS} | tables))


def told(*rows: Record, **tables: list[Record]) -> list[str]:
    """Return what is said of issues of three bodies."""
    return sentences(issues(made(*rows, **tables)))


def test_no_table() -> None:
    """A source without issues says what to write down."""
    answer = issues(made())
    assert sentences(answer) == [
        (
            "No issues are written down. A table issues with the columns issue, body, organisation and part "
            "would say who leads on what, and who contributes."
        )
    ]
    assert answer.table.empty
    assert {"issue", "party", "part", "seat_on_lead", "id"} <= set(answer.table.columns)


def test_nothing_to_look_at() -> None:
    """Where each issue has one lead and nobody is absent, that is said."""
    assert told(part("Jobs", "Board", "lead"), part("Jobs", "Police")) == [
        "Each issue has one lead, and nothing about them needs a look."
    ]


def test_no_lead() -> None:
    """Issues on which nobody leads are told as something to act on."""
    answer = issues(made(part("Jobs", "Board"), part("Health", "Board", "lead")))
    assert sentences(answer)[0] == "Nobody leads on Jobs."
    assert (answer.findings[0].weight, answer.findings[0].subjects) == ("act", ("body:board",))
    two = told(part("Jobs", "Board"), part("Health", "Forum", "informed"))
    assert two == ["Nobody leads on 2 issues: Health and Jobs."]


def test_several_leads() -> None:
    """Issues with more than one lead are told with who leads; an organisation may lead too."""
    one = told(part("Jobs", "Board", "lead"), part("Jobs", "Group", "lead"))
    assert one == ["2 lead on Jobs: Board and Group."]
    two = [part(issue, who, "lead") for issue in ("Jobs", "Health") for who in ("Board", "Police")]
    assert "2 issues have more than one lead: Health (Board and Police) and Jobs (Board and Police)." in told(
        *two
    )


def test_an_absent_organisation() -> None:
    """An organisation that contributes and has no seat where the issue is led is named."""
    answer = issues(made(part("Jobs", "Board", "lead"), part("Jobs", "Trust"), part("Jobs", "Police")))
    assert sentences(answer) == ["Board leads on Jobs, but Trust has no seat there, though it works on it."]
    assert answer.findings[0].subjects == ("body:board", "org:trust")
    seats = answer.table.set_index("party")["seat_on_lead"]
    assert (seats["Police"], seats["Trust"], pd.isna(seats["Board"])) == (True, False, True)


def test_an_absent_body() -> None:
    """A body that contributes and shares no member with the one that leads is named; others are not."""
    rows = [
        part("Jobs", "Board", "lead"),
        part("Jobs", "Forum"),
        part("Jobs", "Group"),
        part("Jobs", "Trust"),
    ]
    assert told(*rows)[0] == (
        "Board leads on Jobs, but Trust has no seat there and Forum shares no member with it, though they "
        "work on it."
    )


def test_a_seat_or_a_parent_is_enough() -> None:
    """A body with a seat of its own where the issue is led, or that is part of it, is not absent."""
    rows = [part("Jobs", "Board", "lead"), part("Jobs", "Forum")]
    own = [*SEATS, seat("Board", None, "Charity", on_behalf_of="Forum")]
    assert "Forum" not in told(*rows, seats=own, bodies=[{"body": "Board"}, {"body": "Forum"}])[0]
    bodies: list[Record] = [{"body": "Board"}, {"body": "Forum", "part_of": "Board"}]
    assert not any("no member" in sentence for sentence in told(*rows, bodies=bodies))


def test_a_partial_list() -> None:
    """Where the list of the body that leads is partial, who is absent is not known, and that is said."""
    bodies: list[Record] = [{"body": "Board", "list": "partial"}]
    answer = issues(made(part("Jobs", "Board", "lead"), part("Jobs", "Trust"), bodies=bodies))
    assert sentences(answer) == [
        (
            "Whether 1 contributor meets whoever leads is not known, because a list is partial or "
            "empty: Trust (Jobs)."
        )
    ]
    assert answer.table["seat_on_lead"].isna().all()


def test_led_by_an_organisation() -> None:
    """An organisation that leads and sits on none of the bodies that contribute is told."""
    rows = [part("Jobs", "Trust", "lead"), part("Jobs", "Board"), part("Jobs", "Group")]
    assert "Trust leads on Jobs, but has no seat on Board and Group, which work on it." in told(*rows)
    assert not any("no seat" in one for one in told(part("Jobs", "Police", "lead"), part("Jobs", "Board")))


def test_many_absent() -> None:
    """Of many issues from which somebody is absent five are told and the others counted."""
    rows = [part(f"Issue {number}", "Board", "lead") for number in range(7)]
    said = told(*rows, *(part(f"Issue {number}", "Trust") for number in range(7)))
    assert sum("though it works on it" in sentence for sentence in said) == 5
    assert (
        "On 2 more issues somebody who works on it does not meet whoever leads: Issue 5 and Issue 6." in said
    )


def test_a_closed_body() -> None:
    """A body that has closed does not lead, and its part is told; it is no subject."""
    bodies: list[Record] = [{"body": "Old Board", "until": "2003"}, {"body": "Board"}]
    rows = [part("Jobs", "Old Board", "lead"), part("Jobs", "Board")]
    answer = issues(as_at(made(*rows, bodies=bodies, about=[{"as_at": "2005"}])))
    assert sentences(answer) == [
        "Nobody leads on Jobs.",
        "A body that has closed still has a part in issues: Old Board (Jobs).",
    ]
    assert [finding.subjects for finding in answer.findings] == [("body:board",), ()]


def test_the_home_body_and_its_groups() -> None:
    """Which business the home body leads on itself, and which goes to its groups and to others, is told."""
    bodies: list[Record] = [{"body": "Board"}, {"body": "Group", "part_of": "Board"}, {"body": "Forum"}]
    rows = [
        part(issue, who, "lead")
        for issue, who in (("Jobs", "Board"), ("Health", "Group"), ("Crime", "Forum"))
    ]
    others = "Its own groups lead on 1 (Health) and others lead on 1 (Crime)."
    expected = f"Board leads on 1 of 3 issues itself: Jobs. {others}"
    assert expected in told(*rows, bodies=bodies, about=[{"home_body": "Board"}])
    assert expected in told(*rows, bodies=bodies)
    none = told(*rows[1:], bodies=bodies, about=[{"home_body": "Board"}])
    assert (
        "Board leads on none of 2 issues. Its own groups lead on 1 (Health) and others lead on 1 (Crime)."
        in none
    )


def test_across_tiers() -> None:
    """Issues on which bodies of several tiers work are told, the widest first; who is informed is not."""
    bodies: list[Record] = [
        {"body": "Forum", "tier": "district"},
        {"body": "Board", "tier": "county"},
        {"body": "Group", "tier": "regional"},
    ]
    rows = [part("Jobs", "Board", "lead"), part("Jobs", "Forum"), part("Jobs", "Group", "informed")]
    assert "1 issue crosses tiers: Jobs (county and district)." in told(*rows, bodies=bodies)


def test_in_common() -> None:
    """Two bodies with several issues in common are told with them."""
    rows = [
        part(issue, who, of)
        for issue in ("Jobs", "Health")
        for who, of in (("Board", "lead"), ("Group", "contributes"))
    ]
    assert told(*rows) == ["Board and Group have 2 issues in common: Health and Jobs."]


def test_spellings_are_one_issue() -> None:
    """Spellings that differ in case and spacing only are one issue; the same part twice is one row."""
    rows = [part("Bus routes", "Board", "lead"), part("bus  ROUTES", "Group"), part("Bus Routes", "Group")]
    table = issues(made(*rows)).table
    assert table["issue"].tolist() == ["Bus routes", "Bus routes"]
    assert table["party"].tolist() == ["Board", "Group"]


def test_what_pairs_have_in_common_feeds_the_protocols() -> None:
    """The issues of a pair of bodies are a reason for a protocol, said with both leads."""
    both = made(part("Jobs", "Board", "lead"), part("Jobs", "Forum", "lead"))
    assert common_issues(both) == {("board", "forum"): ["Jobs (both lead)"]}
    assert "both have a part in Jobs (both lead)" in protocols(both).table["reasons"].iloc[0]


def test_an_issue_of_very_many_bodies() -> None:
    """An issue of more than twelve bodies makes pairs of each with the one that leads, not of all."""
    names = [f"Body {number:02}" for number in range(WIDE + 1)]
    rows = [part("Jobs", names[0], "lead"), *(part("Jobs", name) for name in names[1:])]
    wide = made(*rows, seats=[seat(name, None, "Police") for name in names])
    assert len(common_issues(wide)) == WIDE
    few = made(*rows[:-1], seats=[seat(name, None, "Police") for name in names])
    assert len(common_issues(few)) == WIDE * (WIDE - 1) // 2


@settings(max_examples=50)
@given(tables=ANY_TABLES, day=st.sampled_from([None, "2004"]))
def test_sentences_say_what_the_table_says(tables: dict[str, list[Record]], day: str | None) -> None:
    """The numbers of a sentence are those of its rows, and the leads counted are those in the table."""
    map_of = any_map(tables, day)
    if map_of is None:
        return
    answer = issues(map_of)
    sound(answer, map_of)
    for finding in answer.findings:
        _proved(finding.sentence, answer.table.loc[list(finding.rows)])
    for _, rows in answer.table.groupby("id_issue"):
        assert rows["leads"].eq(((rows["part"] == "lead") & ~rows["closed"]).sum()).all()


def _proved(sentence: str, rows: pd.DataFrame) -> None:
    """Assert that the numbers of a sentence are those of its rows."""
    numbers = {
        r"Nobody leads on (\d+) issues": rows["id_issue"].nunique(),
        r"(\d+) issues have more than one lead": rows["id_issue"].nunique(),
        r"(\d+) issues? cross": rows["id_issue"].nunique(),
        r"On (\d+) more issue": rows["id_issue"].nunique(),
        r"(\d+) lead on ": len(rows),
        r"Whether (\d+) contributor": len(rows),
        r".* leads on (?:none|\d+) of (\d+) issues?": rows["id_issue"].nunique(),
    }
    for pattern, number in numbers.items():
        if found := leading(pattern, sentence):
            assert found == [number]
