"""Tests of the question who is missing: members asked for by law, by usage and by the user."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import Answer, OrgMap, as_at, check, withhold
from orgmap.model.law import Requirement
from orgmap.network import whole_map
from orgmap.questions import gaps
from orgmap.questions.gaps import asked as asking
from orgmap.questions.gaps.asked import with_article
from orgmap.questions.gaps.told import NOTICE
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, sentences, source

AREAS = [
    {"area": "Marshire"},
    {"area": "North", "within": "Marshire"},
    {"area": "South", "within": "Marshire"},
]
NOT_LOOKED_INTO = "Not in the file, and so not looked into"
ACT = "(Mapping Act 1999, section 1)"


def requirement(member: str, *kinds: str, **more: object) -> Requirement:
    """Return a requirement of an Act that is none, for a body of the kind panel."""
    facts = {
        "body_kind": "panel", "nations": ("England",), "posts": (), "each": False,
        "strength": "member",
        "who_counts": "", "act": "Mapping Act 1999", "section": "section 1", "url": "", "since": "",
        "until": "", "note": "",
    }  # fmt: skip
    return Requirement(member=member, organisation_kinds=kinds, **(facts | more))  # type: ignore[arg-type]


@pytest.fixture
def law(monkeypatch: pytest.MonkeyPatch) -> list[Requirement]:
    """Return the requirements that a panel has to meet, to be filled by the test."""
    asked: list[Requirement] = []

    def requirements(kind: str, nation: str | None, day: str | None) -> tuple[Requirement, ...]:
        return tuple(one for one in asked if one.body_kind == kind)

    monkeypatch.setattr(asking, "requirements", requirements)
    return asked


def panels(
    members: dict[str, list[Record]], organisations: list[Record], extent: str | None = "complete"
) -> OrgMap:
    """Return panels of areas of the same name, with the seats given for each."""
    return orgmap(
        areas=AREAS,
        bodies=[{"body": f"{area} Panel", "kind": "panel", "area": area, "list": extent} for area in members],
        organisations=organisations,
        seats=[seat(f"{area} Panel", **one) for area, seats in members.items() for one in seats],
    )


def told(answer: Answer) -> list[str]:
    """Return what is said, but for what was not looked into."""
    return [sentence for sentence in sentences(answer) if not sentence.startswith(NOT_LOOKED_INTO)]


def test_a_nation_that_is_not_known() -> None:
    """Where whose law applies is not known, the bodies that were asked for less than it asks are named."""
    seats = [seat("Safer Anytown Community Safety Partnership", "Ann Example", "Anyshire Police")]
    wanted = (
        "Not all that the law asks was looked up for Safer Anytown Community Safety Partnership, because the "
        "nation is not known. Write it in the column nation of the table about."
    )
    assert wanted in sentences(gaps(orgmap(seats=seats)))
    assert wanted not in sentences(gaps(orgmap(seats=seats, about=[{"nation": "England"}])))


@pytest.mark.parametrize(("day", "known"), [("2004-10-01", False), ("2026-09", True), (None, True)])
def test_what_is_to_come(day: str | None, known: bool) -> None:
    """Changes of the law that are known to come are told where the map has such a body, on such a day."""
    about: list[Record] = [{"nation": "England"} | ({"as_at": day} if day else {})]
    seats = [seat("Anytown Health and Wellbeing Board", "Ann Example", "Healthwatch")]
    made = as_at(orgmap(about=about, seats=seats))
    said = [sentence for sentence in sentences(gaps(made)) if sentence.startswith("To come: ")]
    assert any("Healthwatch" in sentence for sentence in said) == known
    assert not any("integrated care partnerships" in sentence for sentence in said)


@pytest.mark.parametrize(("count", "which"), [(2, "either of the 2 panels"), (3, "any of the 3 panels")])
def test_missing_everywhere(count: int, which: str, law: list[Requirement]) -> None:
    """A member that all bodies of a kind lack is told once, of two as of many in good English."""
    law.append(requirement("a health board", "health board"))
    names = ("North", "South", "East")[:count]
    clubs: list[Record] = [{"organisation": "Club", "kind": "charity"}]
    said = told(gaps(panels({name: [{"organisation": "Club"}] for name in names}, clubs)))
    assert said[0].startswith(f"No seat on {which} is held by a health board {ACT}")


def test_invitations_are_told_apart(law: list[Requirement]) -> None:
    """Whom the law has invited is counted apart from whom it makes a member."""
    law.append(replace(requirement("a health board", "health board"), strength="invited"))
    said = told(
        gaps(panels({"North": [{"organisation": "Club"}]}, [{"organisation": "Club", "kind": "charity"}]))
    )
    assert f"1 invitation that the law requires was looked for on 1 body: 1 is not listed. {NOTICE}" in said
    assert not any("member that the law requires" in sentence for sentence in said)


def test_a_member_by_law_is_missing(law: list[Requirement]) -> None:
    """A member that the law asks for and a complete list lacks is something to act on, with the reference."""
    law.append(requirement("a health board", "health board"))
    answer = gaps(
        panels({"North": [{"organisation": "Club"}]}, [{"organisation": "Club", "kind": "charity"}])
    )
    assert told(answer) == [
        f"No seat on North Panel is held by a health board {ACT}; the file lists no such organisation.",
        f"1 member that the law requires was looked for on 1 body: 1 is missing. {NOTICE}",
    ]
    assert [finding.weight for finding in answer.findings][:2] == ["act", "know"]
    assert answer.findings[0].subjects == ("body:north-panel",)
    assert answer.table.loc[0, ["state", "who", "reason"]].tolist() == ["missing", "a health board", "law"]


def test_a_list_not_said_to_be_complete(law: list[Requirement]) -> None:
    """Where the list may leave members out, that is said, and it is something to look into."""
    law.append(requirement("a health board", "health board"))
    club = [{"organisation": "Club", "kind": "charity"}]
    answer = gaps(panels({"North": [{"organisation": "Club"}]}, club, extent=None))
    assert answer.findings[0].weight == "look"
    assert told(answer)[0] == (
        "No listed seat on North Panel is held by a health board (Mapping Act 1999, section 1); "
        "the file lists no such organisation; its list is not said to be complete."
    )


def test_the_same_on_many_bodies_is_said_once(law: list[Requirement]) -> None:
    """Members missing on the same bodies are one sentence, in which an Act is named once."""
    law += [requirement("a college", "college"), requirement("the police", "police", section="section 2")]
    bodies = {f"Panel {number}": ["Club"] for number in range(1, 4)}
    made = lists(
        bodies,
        bodies=[{"body": name, "kind": "panel", "list": "complete"} for name in bodies],
        organisations=[{"organisation": "Club", "kind": "charity"}],
    )
    answer = gaps(made)
    assert told(answer)[0] == (
        "No seat on any of the 3 panels is held by a college or the police "
        "(Mapping Act 1999, sections 1 and 2); the file lists no such organisation."
    )
    assert len(answer.findings[0].rows) == 6


def test_who_is_there(law: list[Requirement]) -> None:
    """What is met has a row that says by whom; a kind is taken from the name where it is plain."""
    law.append(requirement("the police", "police"))
    answer = gaps(panels({"North": [{"organisation": "Marshire Constabulary"}]}, []))
    assert answer.table.loc[0, ["state", "found", "id_organisation"]].tolist() == [
        "there", "Marshire Constabulary", "org:marshire-constabulary",
    ]  # fmt: skip
    assert told(answer) == [
        "Nobody is known to be missing.",
        f"1 member that the law requires was looked for on 1 body: 1 is there. {NOTICE}",
    ]


def test_an_unknown_kind_cannot_be_told(law: list[Requirement]) -> None:
    """Where an organisation there is of no known kind it may be the one, so it cannot be told."""
    law.append(requirement("a college", "college"))
    answer = gaps(panels({"North": [{"organisation": "Mystery Ltd"}]}, []))
    assert told(answer)[0] == (
        "Of 1 member asked for on North Panel, it cannot be told whether they sit there, because the kind of "
        "organisations there is not known (column kind of the table organisations): Mystery Ltd. The member "
        "asked for is a college."
    )
    assert answer.findings[0].weight == "look"
    assert answer.table.loc[0, "detail"] == "not known: the kind of Mystery Ltd"


def test_whose_kinds_are_not_known(law: list[Requirement]) -> None:
    """Members of whom it cannot be told are named; whose cells lack what it needs only where they are few."""
    law += [requirement("a college", "college"), requirement("the probation", "probation provider")]
    for number, whose in ((4, ": Ltd 0, Ltd 1, Ltd 2 and Ltd 3"), (5, "")):
        members: list[Record] = [{"organisation": f"Ltd {one}"} for one in range(number)]
        assert told(gaps(panels({"North": members}, [])))[0] == (
            "Of 2 members asked for on North Panel, it cannot be told whether they sit there, because the "
            "kind of organisations there is not known (column kind of the table organisations)"
            f"{whose}. The members asked for are a college and the probation."
        )


def test_a_vacant_seat_of_a_member_by_law(law: list[Requirement]) -> None:
    """A vacant seat of a member by law is something to act on, whether the list is complete or not."""
    law.append(requirement("the police", "police"))
    vacant = {"organisation": "Police", "status": "vacant"}
    answer = gaps(panels({"North": [vacant]}, [{"organisation": "Police", "kind": "police"}], extent=None))
    assert answer.findings[0].weight == "act"
    assert told(answer)[0] == (
        "No seat on North Panel is held by the police (Mapping Act 1999, section 1); its seat is vacant."
    )
    both = answer.table[answer.table["state"].isin(["missing", "vacant"])]
    assert both["id_organisation"].tolist() == ["org:police", "org:police"]


def test_a_post_that_is_asked_for(law: list[Requirement]) -> None:
    """A post is there where the holder's post holds the phrase, and cannot be told where it is not known."""
    law.append(requirement("the director of public health", posts=("director of public health",)))
    post = {"organisation": "Council", "post": "Interim Director of Public Health & Care"}
    other = {"organisation": "Council", "post": "Finance officer"}
    states = [
        gaps(panels({"North": [one]}, [])).table.loc[0, "state"]
        for one in (post, other, {"organisation": "Council", "person": "Ann Example"})
    ]
    assert states == ["there", "missing", "cannot be told"]


def test_a_vacant_seat_whose_post_is_not_said(law: list[Requirement]) -> None:
    """It may be for any post of its organisation, so it is nobody's own; an open title comes before it."""
    posts = {"post one": "one", "post two": "two"}
    law += [
        replace(requirement(who, "police", posts=(post,)), perhaps=("first",)) for who, post in posts.items()
    ]
    organisations: list[Record] = [{"organisation": "Police", "kind": "police"}]
    vacant = {"organisation": "Police", "status": "vacant"}
    named = panels({"North": [vacant], "South": [vacant | {"post": "one"}]}, organisations)
    where = (
        "(Mapping Act 1999, section 1) on 2 of the 2 panels, North Panel (a seat vacant, its post not said)"
    )
    assert told(gaps(named))[:2] == [
        f"No seat is held by post one {where} and South Panel (seat vacant).",
        f"No seat is held by post two {where} and South Panel.",
    ]
    doubtful = panels({"North": [vacant, {"organisation": "Police", "post": "First officer"}]}, organisations)
    assert set(gaps(doubtful).table["state"].head(2)) == {"cannot be told"}


def test_posts_withheld(law: list[Requirement]) -> None:
    """Where posts are withheld that is said once, and it is no reason to look."""
    law.append(requirement("the director of public health", posts=("director of public health",)))
    post = {"organisation": "Council", "post": "Director of Public Health"}
    answer = gaps(withhold(panels({"North": [post], "South": [post]}, []), "none"))
    assert told(answer)[:2] == [
        "Nobody is known to be missing.",
        (
            "Of 2 members asked for on 2 bodies (North Panel and South Panel), it cannot be told whether "
            "they sit there, because posts are withheld here (--names posts shows them). The member asked "
            "for is the director of public health."
        ),
    ]


COUNCIL: Record = {"organisation": "Council", "kind": "county council"}
STATUTORY = (
    "a councillor of the local authority",
    "the director of adult social services",
    "the director of children's services",
    "the director of public health",
)


def statutory(council: Record, **member: object) -> list[str]:
    """Return the states of the four members of a health and wellbeing board whose posts the law names."""
    name = "Anytown Health and Wellbeing Board"
    made = orgmap(
        about=[{"nation": "England"}],
        bodies=[{"body": name, "list": "complete"}],
        organisations=[council],
        seats=[{"body": name, "organisation": "Council", **member}],
    )
    table = gaps(made).table.set_index("who")
    return [str(table.at[who, "state"]) for who in STATUTORY]


@pytest.mark.parametrize(
    ("post", "councillor", "adults", "children", "health"),
    [
        ("Director of Adult Social Services", "no", "yes", "no", "no"),
        ("Director of Adult Social Care and Health", "no", "yes", "no", "no"),
        ("Executive Director, Adults and Health", "no", "yes", "no", "no"),
        ("Director for Adults' Services & Communities", "no", "yes", "no", "no"),
        ("Corporate Director of Adult and Community Services", "no", "yes", "no", "no"),
        ("Strategic Director (DASS)", "no", "yes", "no", "no"),
        ("Director of Social Services", "no", "yes", "no", "no"),
        ("Deputy Chief Executive and Director of Adult Services", "no", "yes", "no", "no"),
        ("Interim Adult Services Director", "no", "yes", "no", "no"),
        ("Corporate Director (People)", "no", "yes", "yes", "no"),
        ("Director of People and Culture", "no", "open", "open", "no"),
        ("Director for People, DCS", "no", "open", "yes", "no"),
        ("Director of Children's Services", "no", "no", "yes", "no"),
        ("Director of Education and Children's Services", "no", "no", "yes", "no"),
        ("Director - Children & Young People", "no", "no", "yes", "no"),
        ("DCS", "no", "no", "yes", "no"),
        ("Executive Director of Children and Adults", "no", "yes", "yes", "no"),
        ("Director of Public Health", "no", "no", "no", "yes"),
        ("Public Health Director", "no", "no", "no", "yes"),
        ("Head of Adult Social Care", "no", "open", "no", "no"),
        ("Assistant Director of Adult Social Care", "no", "open", "no", "no"),
        ("Deputy Director, Children and Families", "no", "no", "open", "no"),
        ("PA to the Director of Children's Services", "no", "no", "open", "no"),
        ("Director of Adult Learning", "no", "open", "no", "no"),
        ("Director of Place and People", "no", "open", "open", "no"),
        ("Consultant in Public Health", "no", "no", "no", "open"),
        ("Director of Finance", "no", "no", "no", "no"),
        ("Cabinet Member for Adults and Health", "yes", "no", "no", "no"),
        ("Cabinet Member for Children and Young People", "yes", "no", "no", "no"),
        ("Portfolio Holder, Public Health", "yes", "no", "no", "no"),
        ("Lead Member for Children's Services", "yes", "no", "no", "no"),
        ("Executive Member: Adult Social Care", "yes", "no", "no", "no"),
        ("Cllr, Adults", "yes", "no", "no", "no"),
        ("Deputy Leader and Adults' champion", "yes", "no", "no", "no"),
        ("Leader", "yes", "no", "no", "no"),
        ("Leader of the Council", "yes", "no", "no", "no"),
        ("Chair of the Health Scrutiny Committee", "open", "no", "no", "no"),
        ("Director of Public Health and Wellbeing", "no", "no", "no", "yes"),
        ("Team Leader, Adult Services", "no", "open", "no", "no"),
        ("Support officer to the Cabinet Member", "no", "no", "no", "no"),
        ("Councillor and Director of Public Health", "yes", "no", "no", "open"),
    ],
)
def test_the_posts_of_a_health_and_wellbeing_board(
    post: str, councillor: str, adults: str, children: str, health: str
) -> None:
    """A director is there by title, an elected member never for one, and what a title leaves open is said."""
    words = {"yes": "there", "no": "missing", "open": "cannot be told"}
    assert statutory(COUNCIL, post=post) == [words[one] for one in (councillor, adults, children, health)]


def test_the_title_of_a_councillor() -> None:
    """Who is called Cllr is a councillor and no director, whatever the post says or does not say."""
    for post in (None, "Adult Social Care"):
        for name in ("Cllr Ann Example", "County Councillor Ann Example"):
            states = statutory(COUNCIL, person=name, post=post)
            assert states == ["there", "missing", "missing", "missing"]
    assert statutory(COUNCIL, person="Ann Mayor", post="Head of Finance")[0] == "missing"


def test_a_title_that_leaves_it_open() -> None:
    """Whose title does not tell is said, with the title, in the table; and what would settle it."""
    name = "Anytown Health and Wellbeing Board"
    made = orgmap(
        about=[{"nation": "England"}],
        bodies=[{"body": name, "list": "complete"}],
        organisations=[COUNCIL],
        seats=[seat(name, "Ann Example", "Council", post="Head of Adult Social Care")],
    )
    answer = gaps(made)
    row = answer.table.set_index("who").loc["the director of adult social services"]
    assert row["detail"] == "not plain from the title: Head of Adult Social Care (Ann Example)"
    assert (
        f"Of 1 member asked for on {name}, it cannot be told whether they sit there, because titles there do "
        "not tell whether they are the post asked for (column post of the table seats): Head of Adult Social "
        "Care (Ann Example). The member asked for is the director of adult social services." in told(answer)
    )


@pytest.mark.parametrize(
    ("post", "state"),
    [
        ("Chair", "there"),
        ("Chair and Deputy Chief Executive", "there"),
        ("Vice-Chair", "cannot be told"),
        ("Secretary", "missing"),
    ],
)
def test_a_lesser_post_than_the_one_expected(post: str, state: str) -> None:
    """The post of a deputy or the like does not pass for the one that the user's own table asks for."""
    made = orgmap(
        organisations=[COUNCIL],
        seats=[seat("Board", None, "Council", post=post)],
        expected=[{"body": "Board", "post": "Chair"}],
    )
    assert gaps(made).table.loc[0, "state"] == state


def test_a_council_that_may_be_a_district(law: list[Requirement]) -> None:
    """A borough may be a district: whether it is the council of a higher tier cannot be told."""
    law.append(requirement("the local authority", "county council", "unitary council", each=True))
    borough = {"organisation": "North Borough Council", "area": "North"}
    answer = gaps(panels({"North": [{"organisation": "North Borough Council"}]}, [borough]))
    assert answer.table["state"].tolist() == ["cannot be told"]
    assert answer.table.loc[0, "detail"] == "not known: the kind of North Borough Council"
    county = {"organisation": "Marshire County Council", "area": "Marshire"}
    whole = panels({"North": [{"organisation": "Marshire County Council"}]}, [borough, county])
    table = gaps(whole).table
    assert table["state"].tolist() == ["there", "cannot be told"]
    assert table["organisation"].tolist() == ["Marshire County Council", ""]
    assert table.loc[1, "detail"] == "not known: the kind of North Borough Council"


def test_a_director_tells_what_council_it_is() -> None:
    """Only councils of a higher tier have the directors: one is there for a council of no known kind too."""
    borough: Record = {"organisation": "Council", "kind": "local authority"}
    states = statutory(borough, post="Director of Public Health")
    assert states == ["missing", "missing", "missing", "there"]
    assert statutory(borough, post="Leader")[0] == "cannot be told"


def test_what_is_not_known_is_named(law: list[Requirement]) -> None:
    """Of an unknown kind the organisation is named, of an unknown organisation who sits there."""
    law.append(requirement("a college", "college"))
    seats = [
        {"organisation": "Mystery Ltd", "person": "Ann Example", "post": "Manager"},
        {"organisation": "Mystery Ltd", "person": "Bob Example"},
        {"organisation": "Riddle & Co", "person": "Cy Example"},
        {"person": "Di Example"},
    ]
    answer = gaps(panels({"North": seats[:3], "South": seats}, []))
    assert answer.table["detail"].tolist() == [
        "not known: the kind of “Mystery Ltd” and “Riddle & Co”",
        "not known: the kind of “Mystery Ltd” and “Riddle & Co”; the organisation of Di Example",
    ]


def test_each_organisation_in_the_area(law: list[Requirement]) -> None:
    """Each organisation of the kind whose area meets the body's has to sit; those that do not are named."""
    law.append(requirement("the primary care trust", "primary care trust", each=True))
    trusts = [
        {"organisation": f"{area} PCT", "area": area, "kind": "primary care trust"}
        for area in ("North", "South")
    ]
    wide = {"organisation": "Wide PCT", "area": "Marshire", "kind": "primary care trust"}
    made = panels(
        {"North": [{"organisation": "North PCT"}], "South": [{"organisation": "Wide PCT"}]}, [*trusts, wide]
    )
    answer = gaps(made)
    assert told(answer)[0] == (
        "2 organisations do not sit on 2 panels whose areas meet theirs (Mapping Act 1999, section 1): "
        "Wide PCT (North Panel) and South PCT (South Panel)."
    )
    alone = gaps(panels({"North": [{"organisation": "North PCT"}]}, [*trusts, wide]))
    assert told(alone)[0] == (
        "Wide PCT, whose area takes in North, does not sit on North Panel (Mapping Act 1999, section 1)."
    )
    assert alone.findings[0].subjects == ("body:north-panel", "org:wide-pct")


def test_an_area_that_is_not_known(law: list[Requirement]) -> None:
    """Whether an organisation of unknown area has to sit cannot be told, and is to be looked into."""
    law.append(requirement("the primary care trust", "primary care trust", each=True))
    trusts: list[Record] = [
        {"organisation": "North PCT", "area": "North", "kind": "primary care trust"},
        {"organisation": "Lost PCT", "kind": "primary care trust"},
    ]
    answer = gaps(panels({"North": [{"organisation": "North PCT"}]}, trusts))
    assert told(answer)[0] == (
        "Of 1 member asked for on North Panel, it cannot be told whether all who should do sit there, "
        "because areas are not known (column area of the tables bodies and organisations): Lost PCT. The "
        "member asked for is the primary care trust."
    )
    assert answer.findings[0].weight == "look"


def test_an_organisation_that_had_ended(law: list[Requirement]) -> None:
    """An organisation that had ended by the day of the map is not asked for."""
    law.append(requirement("the primary care trust", "primary care trust", each=True))
    trusts: list[Record] = [
        {"organisation": "New PCT", "area": "North", "kind": "primary care trust"},
        {"organisation": "Old PCT", "area": "North", "kind": "primary care trust", "until": "2001"},
    ]
    made = panels({"North": [{"organisation": "New PCT"}]}, trusts)
    assert gaps(as_at(made, "2004")).table["organisation"].tolist() == ["New PCT"]
    assert gaps(made).table["organisation"].tolist() == ["New PCT", "Old PCT"]


def test_an_invitation_is_enough_where_it_is_asked_for(law: list[Requirement]) -> None:
    """Who must be invited is there with an invitation, a refusal or an observer, not where it only asked."""
    law.append(requirement("the police", "police", strength="invited"))
    kinds: list[Record] = [{"organisation": "Police", "kind": "police"}]
    seats = [
        {"organisation": "Police", "status": "invited"},
        {"organisation": "Police", "status": "declined"},
        {"organisation": "Police", "role": "observer"},
        {"organisation": "Police", "status": "applied"},
    ]
    answers = [gaps(panels({"North": [one]}, kinds)) for one in seats]
    assert [answer.table.loc[0, "state"] for answer in answers] == ["there", "there", "there", "missing"]
    assert answers[-1].findings[0].weight == "look"
    assert told(answers[-1])[0] == (
        "No seat or invitation on North Panel is for the police (Mapping Act 1999, section 1)."
    )


@pytest.mark.parametrize("sorts", [5, 6, 7])
def test_more_than_five_are_counted(law: list[Requirement], sorts: int) -> None:
    """Of members missing in different places five are told one by one; two others or more are counted."""
    kinds = ["college", "university", "police", "charity", "company", "faith group", "health board"][:sorts]
    law += [requirement(with_article(kind), kind) for kind in kinds]
    bodies = {
        f"Panel {number}": [f"Any {kind}" for kind in kinds if kind != lacks]
        for number, lacks in enumerate(kinds)
    }
    made = lists(
        bodies,
        bodies=[{"body": name, "kind": "panel", "list": "complete"} for name in bodies],
        organisations=[{"organisation": f"Any {kind}", "kind": kind} for kind in kinds],
    )
    said = told(gaps(made))
    assert sum(sentence.startswith("No seat") for sentence in said) == (sorts if sorts < 7 else 5)
    counted = (
        "2 more members that the law asks for are missing on 2 bodies (Panel 5 and Panel 6): "
        "a faith group (1) and a health board (1)."
    )
    assert (counted in said) == (sorts == 7)
    assert sum("more member" in sentence for sentence in said) == (sorts == 7)


EXPECTED = {"body_kind": "panel", "organisation_kind": "college", "reason": "skills", "reference": "Plan 3"}


@pytest.mark.parametrize(
    ("row", "whom"),
    [
        (EXPECTED, "a college (Plan 3)"),
        ({"body": "North Panel", "sector": "faith"}, "anybody from the sector faith"),
        ({"body": "North Panel", "organisation": "Police"}, "Police"),
        ({"body": "North Panel", "post": "Chaplain"}, "the Chaplain"),
        (
            {"body_kind": "panel", "organisation_kind": "NHS trust", "post": "Chair"},
            "the Chair of an NHS trust",
        ),
    ],
)
def test_the_users_own_table(row: Record, whom: str) -> None:
    """Whoever the table expected asks for by kind, sector, name or post is looked for, with its reference."""
    made = orgmap(
        bodies=[{"body": "North Panel", "kind": "panel", "list": "complete"}],
        organisations=[{"organisation": "Club", "kind": "charity", "sector": "voluntary"}],
        seats=[seat("North Panel", None, "Club", post="Secretary")],
        expected=[row],
    )
    answer = gaps(made)
    first = told(answer)[0].split(";", maxsplit=1)[0].rstrip(".")
    assert first == f"No seat on North Panel is held by {whom}"
    assert answer.findings[0].weight == "look"
    assert answer.table.loc[0, ["reason", "row"]].tolist() == ["expected", 2]


def test_what_the_law_asks_is_not_told_twice(law: list[Requirement]) -> None:
    """A member that the law asks for as strongly is looked for once; the stronger word stands."""
    law += [requirement("the police", "police"), requirement("a college", "college", strength="usual")]
    made = orgmap(
        bodies=[{"body": "North Panel", "kind": "panel"}],
        organisations=[{"organisation": "Club", "kind": "charity"}],
        seats=[seat("North Panel", None, "Club")],
        expected=[
            {"body_kind": "panel", "organisation_kind": "police", "strength": "usual"},
            {"body_kind": "panel", "organisation_kind": "college", "strength": "member"},
        ],
    )
    assert gaps(made).table["reason"].tolist() == ["law", "expected"]


def test_a_kind_judged_by_the_name() -> None:
    """A board whose name says what it is has to meet the law, and that it was so judged is said once."""
    made = orgmap(
        about=[{"nation": "Wales", "as_at": "2019-04-01"}],
        bodies=[{"body": "Anytown Public Services Board", "kind": "board", "list": "complete"}],
        organisations=[{"organisation": "Anytown Council", "kind": "unitary council"}],
        seats=[seat("Anytown Public Services Board", None, "Anytown Council")],
    )
    answer = gaps(as_at(made))
    assert (
        "The kind of 1 body was judged by its name: Anytown Public Services Board. "
        "The column kind of the table bodies would settle it." in told(answer)
    )
    states = answer.table.set_index("reference")["state"]
    act = "Well-being of Future Generations (Wales) Act 2015, section"
    assert states[f"{act} 29(2)(a)"] == "there"
    assert states[f"{act} 29(2)(b)"] == "missing"


def test_what_was_not_looked_into() -> None:
    """What the file does not hold is said, with the columns that would give it."""
    assert sentences(gaps(lists({"Board": ["Police"]}))) == [
        (
            "Nobody was looked for on Board, because its kind is not known. Write it in the column kind of "
            "the table bodies, and the nation in the column nation of the table about."
        ),
        (
            "Not in the file, and so not looked into: who comes to meetings (columns invited and attended of "
            "the table seats), how many places there are (column places of the table bodies), who works in "
            "whose area (columns area of the tables bodies and organisations) and whom you expect (table "
            "expected)."
        ),
    ]


def test_nobody_is_missing_only_where_somebody_was_looked_for() -> None:
    """Where nothing asks for anybody, that is said with the reason, and not that nobody is missing."""
    bodies: list[Record] = [{"body": name, "kind": "reading circle"} for name in ("North", "South")]
    made = lists({"North": ["Club"], "South": ["Club"]}, bodies=bodies, about=[{"nation": "Scotland"}])
    assert told(gaps(made)) == [
        (
            "Nobody was looked for on any of the 2 bodies, because orgmap has no law and no list of usual "
            "members for bodies of their kinds in Scotland. "
            "Whom you expect there can be written in the table expected."
        )
    ]
    assert gaps(made).findings[0].subjects == ("body:north", "body:south")


def test_the_bodies_on_which_nobody_was_looked_for(law: list[Requirement]) -> None:
    """Beside bodies whose members are all there, those on which nobody was looked for are named, by why."""
    law.append(requirement("the police", "police"))
    kinds = {"North Panel": "panel", "Reading circle": "circle", "Board": None, "Meeting": None}
    made = lists(
        {name: ["Marshire Police"] for name in kinds},
        bodies=[{"body": name, "kind": kind} for name, kind in kinds.items()],
        about=[{"nation": "England"}],
    )
    assert told(gaps(made)) == [
        "Nobody is known to be missing.",
        f"1 member that the law requires was looked for on 1 body: 1 is there. {NOTICE}",
        (
            "Nobody was looked for on 2 of the 4 bodies (Board and Meeting), because their kinds are not "
            "known. Write them in the column kind of the table bodies."
        ),
        (
            "Nobody was looked for on 1 of the 4 bodies (Reading circle), because orgmap has no law and no "
            "list of usual members for a body of its kind in England. "
            "Whom you expect there can be written in the table expected."
        ),
    ]


@pytest.mark.parametrize(
    ("kind", "spoken"),
    [
        ("NHS trust", "an NHS trust"),
        ("BME group", "a BME group"),
        ("university", "a university"),
        ("environment agency", "an environment agency"),
        ("police", "the police"),
        ("Jobcentre Plus", "Jobcentre Plus"),
    ],
)
def test_articles(kind: str, spoken: str) -> None:
    """A kind of organisation has the article that it is spoken with."""
    assert with_article(kind) == spoken


@settings(max_examples=25)
@given(tables=ANY_TABLES, day=st.sampled_from([None, "2004", "2004-10-01"]))
def test_the_table_proves_the_findings(tables: dict[str, list[Record]], day: str | None) -> None:
    """Whatever the tables, the numbers of a sentence are those of its rows, and subjects are nodes."""
    try:
        made = withhold(as_at(check(source(**{name: some for name, some in tables.items() if some})), day))
    except SourceInvalid:
        return
    answer, nodes = gaps(made), set(whole_map(made))
    for finding in answer.findings:
        rows = answer.table.loc[list(finding.rows)]
        assert set(finding.subjects) <= nodes
        for pattern, count in (
            (r"([\d,]+) (?!place|organisation)", len(rows)),
            (r"([\d,]+) places? ", (rows["places"] - rows["listed"]).sum()),
            (r"([\d,]+) organisations? ", rows["id_organisation"].nunique()),
            (r"No .* on (?:any of the )?([\d,]+) ", rows["id_body"].nunique()),
            (r"Of ([\d,]+) members? asked for", len(rows)),
            (r".*(?:asked for|checked|looked for) on ([\d,]+) bod", rows["id_body"].nunique()),
        ):
            if number := re.match(pattern, finding.sentence):
                assert int(number[1].replace(",", "")) == count
