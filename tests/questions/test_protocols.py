"""Tests of the question which bodies need a protocol, and what its state is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import Answer, OrgMap, as_at, check
from orgmap.network import whole_map
from orgmap.questions import protocols
from orgmap.questions.protocols.register import COLUMNS
from orgmap.vocabulary import AGREEMENT_POINTS, PROTOCOL_POINTS
from tests.any_tables import ANY_TABLES
from tests.builders import Record, lists, orgmap, seat, sentences, source

ORGANISATIONS = "they share 3 organisations: A, B and C"


def told(members: dict[str, str], **tables: list[Record]) -> list[str]:
    """Return what is said of bodies whose members are organisations of one letter."""
    return sentences(protocols(lists({body: list(ones) for body, ones in members.items()}, **tables)))


def reasons(made: OrgMap) -> dict[tuple[str, str], str]:
    """Return the reasons of each pair of bodies, by name."""
    table = protocols(made).table
    return dict(zip(zip(table["body_a"], table["body_b"], strict=True), table["reasons"], strict=True))


def test_no_reason() -> None:
    """Where no two bodies have a reason, that is said."""
    assert told({"Board": "AB", "Forum": "CD"}) == ["No two bodies have a reason for a protocol."]


def test_three_shared_organisations() -> None:
    """Three shared organisations are a reason."""
    assert told({"Board": "ABCDEFG", "Forum": "ABCXYZW"}) == [
        f"Board and Forum: no protocol is known. Reasons for one: {ORGANISATIONS}."
    ]


@pytest.mark.parametrize(("forum", "reason"), [("ABX", True), ("ABXY", True), ("ABXYZ", False), ("A", False)])
def test_half_of_the_smaller_body(forum: str, reason: bool) -> None:
    """Two shared organisations are a reason only where they are half of the smaller body; one is none."""
    assert (len(reasons(lists({"Board": list("ABCDEFG"), "Forum": list(forum)}))) == 1) is reason


def test_a_half_that_is_not_known() -> None:
    """Two shared organisations of a partial list may not be half of it."""
    made = lists(
        {"Board": ["A", "B"], "Forum": ["A", "B"]},
        bodies=[{"body": "Board", "list": "partial"}, {"body": "Forum"}],
    )
    assert reasons(made) == {}


def test_the_threshold() -> None:
    """How many shared organisations are a reason may be said."""
    made = lists({"Board": list("ABCDEFG"), "Forum": list("ABCXYZW")})
    assert len(protocols(made, threshold=4).table) == 0


def people(*seats: tuple[str, str, str]) -> OrgMap:
    """Return a map of people with their roles."""
    return orgmap(seats=[seat(body, f"{name} Example", role=role) for body, name, role in seats])


def test_one_chair_of_both() -> None:
    """Somebody who chairs both bodies is a reason, and not told again as one who sits on both."""
    made = people(("Board", "Ann", "chair"), ("Forum", "Ann", "vice-chair"))
    assert reasons(made) == {("Board", "Forum"): "Ann Example is chair or vice-chair of both"}


def test_people_on_both() -> None:
    """People who sit on both are named."""
    one = people(("Board", "Ann", "member"), ("Forum", "Ann", "member"))
    assert reasons(one) == {("Board", "Forum"): "Ann Example sits on both"}
    two = people(*((body, name, "member") for body in ("Board", "Forum") for name in ("Ann", "Bob")))
    assert reasons(two) == {("Board", "Forum"): "2 people sit on both: Ann Example and Bob Example"}


def test_who_sits_on_both_is_counted_whole() -> None:
    """Who chairs both or sits on many bodies is no reason alone, but is among those who sit on both."""
    made = people(
        ("Board", "Ann", "member"), ("Forum", "Ann", "member"),
        ("Board", "Bob", "chair"), ("Forum", "Bob", "chair"),
        *((body, "Cyd", "member") for body in ("Board", "Forum", "Group", "Panel", "Club")),
        *((body, "Dee", "member") for body in ("Board", "Forum", "Group", "Panel", "Club")),
    )  # fmt: skip
    assert reasons(made) == {
        ("Board", "Forum"): (
            "Bob Example is chair or vice-chair of both; 4 people sit on both: Ann Example, "
            "and 1 who is chair or vice-chair of both (Bob Example), "
            "and 2 who sit on more than 4 bodies (Cyd Example and Dee Example)"
        )
    }


def test_observers_are_no_reason() -> None:
    """Who only observes does not sit on both."""
    assert reasons(people(("Board", "Ann", "observer"), ("Forum", "Ann", "member"))) == {}


def test_who_sits_on_many_bodies_is_told_once() -> None:
    """One person on six bodies is one finding, not fifteen reasons."""
    made = people(*((f"Body {letter}", "Ann", "member") for letter in "ABCDEF"))
    assert sentences(protocols(made)) == [
        (
            "Ann Example sits on 6 bodies: one agreement on whom this person speaks for serves "
            "better than a protocol "
            "for each of the 15 pairs."
        )
    ]


def test_seats_of_ones_own() -> None:
    """Seats that one body has on another are a reason, in either direction."""
    made = orgmap(
        bodies=[{"body": "Board"}, {"body": "Forum"}],
        seats=[
            seat("Board", "Ann Example", on_behalf_of="Forum"),
            seat("Board", "Bob Example", on_behalf_of="Forum"),
            seat("Forum", "Cyd Example", on_behalf_of="Board", status="vacant"),
        ],
    )
    assert reasons(made) == {("Board", "Forum"): "Forum has 2 seats of its own on Board"}


def business(*parts: tuple[str, str, str], **tiers: str) -> OrgMap:
    """Return bodies with a part in issues, and their tiers."""
    names = list(dict.fromkeys(body for _, body, _ in parts))
    return orgmap(
        seats=[seat(name, status="vacant") for name in names],
        bodies=[{"body": name, "tier": tiers.get(name)} for name in names],
        issues=[{"issue": issue, "body": body, "part": part} for issue, body, part in parts],
    )


def test_shared_business() -> None:
    """Business that both lead or contribute to is a reason; being consulted or informed is none."""
    made = business(
        ("Transport", "Board", "lead"),
        ("Transport", "Forum", "contributes"),
        ("Housing", "Board", "lead"),
        ("Housing", "Forum", "lead"),
        ("Skills", "Board", "lead"),
        ("Skills", "Forum", "consulted"),
    )
    assert reasons(made) == {("Board", "Forum"): "both have a part in Housing (both lead) and Transport"}


@pytest.mark.parametrize(
    ("one", "other", "crosses"),
    [
        ("county", "district", True),
        ("national", "regional", True),
        ("county", "county", False),
        ("national", "county", False),
        ("unitary", "district", False),
    ],
)
def test_business_across_tiers(one: str, other: str, crosses: bool) -> None:
    """Business that crosses neighbouring tiers is one more reason."""
    made = business(("Transport", "Board", "lead"), ("Transport", "Forum", "lead"), Board=one, Forum=other)
    (reason,) = reasons(made).values()
    assert (f"that business crosses neighbouring tiers ({one} and {other})" in reason) is crosses


@pytest.mark.parametrize(
    ("kind", "counts"), [("reports to", True), ("commissions", True), ("consults", True), ("advises", False)]
)
def test_declared_links(kind: str, counts: bool) -> None:
    """Reporting, commissioning and consulting are reasons; other links are none."""
    made = orgmap(
        seats=[seat("Board", status="vacant"), seat("Forum", status="vacant")],
        links=[{"from_body": "Forum", "to_body": "Board", "kind": kind}],
    )
    assert reasons(made) == ({("Board", "Forum"): f"Forum {kind} Board"} if counts else {})


def test_parts_of_one_another_need_none() -> None:
    """A body and a body it is part of need no protocol, whatever they share."""
    bodies = [{"body": "Board"}, {"body": "Group", "part_of": "Board"}, {"body": "Task", "part_of": "Group"}]
    assert (
        reasons(lists({"Board": list("ABC"), "Group": list("ABC"), "Task": list("XYZ")}, bodies=bodies)) == {}
    )
    siblings = [
        {"body": "Board"},
        {"body": "Group", "part_of": "Board"},
        {"body": "Task", "part_of": "Board"},
    ]
    assert list(
        reasons(lists({"Board": ["X"], "Group": list("ABC"), "Task": list("ABC")}, bodies=siblings))
    ) == [("Group", "Task")]


def alike(*names: str, tier: str | None = "unitary") -> list[Record]:
    """Return boards of one tier."""
    return [{"body": name, "kind": "board", "tier": tier} for name in names]


def test_one_protocol_for_a_set() -> None:
    """Bodies alike in kind and tier are offered one protocol in place of one for each pair."""
    names = ("K", "L", "M")
    assert told(dict.fromkeys(names, "ABC"), bodies=alike(*names)) == [
        (
            "One protocol could serve 3 unitary boards, in place of 3, one for each pair. "
            "State now: nothing known for 3 pairs."
        )
    ]


def test_one_protocol_for_one_body_and_many() -> None:
    """One body and three alike are a set, too."""
    names = ("K", "L", "M")
    members = {"Big": "ABCDEFGHI", "K": "ABC", "L": "DEF", "M": "GHI"}
    said = told(members, bodies=[{"body": "Big"}, *alike(*names)])
    assert said == [
        (
            "One protocol could serve Big and 3 unitary boards, in place of 3, one for each "
            "pair. State now: nothing known for 3 pairs."
        )
    ]


def test_a_set_counts_only_its_own_pairs() -> None:
    """A pair that could be in two sets is in the larger one, and the smaller does not count it."""
    boards, forums = [f"Board {letter}" for letter in "KLMNO"], [f"Forum {letter}" for letter in "ABCD"]
    pairs = [*((forums[0], board) for board in boards), *((forum, boards[0]) for forum in forums[1:])]
    members = dict.fromkeys([*boards, *forums], "")
    for number, pair in enumerate(pairs):
        for body in pair:
            members[body] += "".join(chr(256 + 3 * number + more) for more in range(3))
    kinds = [{"body": forum, "kind": "forum", "tier": "county"} for forum in forums]
    said = told(members, bodies=[*kinds, *alike(*boards)])
    assert [sentence.split(", one for")[0] for sentence in said] == [
        "One protocol could serve Forum A and 5 unitary boards, in place of 5",
        "One protocol could serve Board K and 3 county forums, in place of 3",
    ]


def test_many_sets_are_counted() -> None:
    """Beyond ten sets, it is said how many more there are and of how many pairs."""
    hubs = [f"Hub {number:02d}" for number in range(12)]
    members, bodies = {}, []
    for number, hub in enumerate(hubs):
        rays = [f"{hub} ray {letter}" for letter in "KLM"]
        parts = [
            "".join(chr(256 + 20 * number + 3 * place + more) for more in range(3)) for place in range(3)
        ]
        members |= {hub: "".join(parts)} | dict(zip(rays, parts, strict=True))
        bodies += [{"body": hub}, *alike(*rays)]
    said = told(members, bodies=bodies)
    assert sum(sentence.startswith("One protocol could serve") for sentence in said) == 10
    assert (
        said[10]
        == "2 more sets of bodies alike could have one protocol each, in place of one for each of 6 pairs."
    )


@pytest.mark.parametrize("bodies", [alike("K", "L", "M", tier=None), alike("K", "L")])
def test_no_set(bodies: list[Record]) -> None:
    """Bodies of unknown tier are not alike, and two are no set."""
    said = told({str(body["body"]): "ABC" for body in bodies}, bodies=bodies)
    assert not any("One protocol could serve" in sentence for sentence in said)


def registered(*rows: Record, day: str | None = "2004-06-15", **more: object) -> OrgMap:
    """Return a Board and a Forum that share three organisations, with protocols, as at a day."""
    members = {"Board": list("ABC"), "Forum": list("ABC"), "Other": ["X"]}
    bodies = [{"body": body, **more.get(body, {})} for body in members]  # type: ignore[dict-item]
    about: list[Record] = [{"as_at": day}]
    return as_at(
        lists(
            members,
            bodies=bodies,
            protocols=[{"body_a": "Forum", "body_b": "Board", **row} for row in rows],
            about=about,
        )
    )


FULL = {point.name: "yes" for point in PROTOCOL_POINTS}


@pytest.mark.parametrize(
    ("row", "state", "sentence"),
    [
        (
            {"status": None},
            "nothing known",
            f"Board and Forum: no protocol is known. Reasons for one: {ORGANISATIONS}.",
        ),
        (
            {"status": "none"},
            "none",
            f"Board and Forum: there is no protocol. Reasons for one: {ORGANISATIONS}.",
        ),
        (
            {"status": "draft"},
            "draft",
            f"Board and Forum: a protocol is in draft. Reasons for one: {ORGANISATIONS}.",
        ),
        (
            {"status": "agreed", "review_by": "2006"},
            "agreed",
            "1 protocol is agreed and in date as far as is known: Board with Forum.",
        ),
        (
            {"status": "under review", "review_by": "2004-07"},
            "under review",
            "1 protocol is under review: Board with Forum.",
        ),
        (
            {"status": "agreed", "review_by": "2004-05"},
            "review overdue",
            "The protocol of Board and Forum was due for review by May 2004.",
        ),
        (
            {"status": "agreed", "review_by": "2004-06", "issue": "Data"},
            "review due",
            "1 protocol is due for review within six months: Board with Forum on Data (by June 2004).",
        ),
    ],
)
def test_states(row: dict[str, object], state: str, sentence: str) -> None:
    """The state of a protocol is told; a review is overdue once its day, month or year has surely passed."""
    answer = protocols(registered(FULL | row))
    assert answer.table["state"].tolist() == [state]
    assert sentences(answer) == [sentence]


def test_overdue_in_a_year() -> None:
    """On a map as at a year, a review due in that year is not overdue: it may come yet."""
    row = {"status": "agreed", "review_by": "2004-03"}
    assert protocols(registered(row, day="2004")).table["state"].tolist() == ["review due"]
    assert protocols(registered(row, day="2005")).table["state"].tolist() == ["review overdue"]


def test_without_a_day_nothing_is_overdue() -> None:
    """No answer depends on today: without a day no review is overdue."""
    assert protocols(registered({"status": "agreed", "review_by": "1999"}, day=None)).table[
        "state"
    ].tolist() == ["agreed"]


def test_more_than_five_overdue() -> None:
    """Five overdue protocols are told one by one; the others are counted and named."""
    late = [FULL | {"status": "agreed", "review_by": "2001", "issue": f"Issue {n}"} for n in range(7)]
    said = sentences(protocols(registered(*late)))
    assert said[0] == "The protocol of Board and Forum on Issue 0 was due for review by 2001."
    assert said[5:] == [
        (
            "2 more protocols were due for review before the day of this map: "
            "Board with Forum on Issue 5 and Board with Forum on Issue 6."
        )
    ]


def test_a_protocol_of_many_sides_is_told_once() -> None:
    """Rows of one name are one protocol in the sentences."""
    row = FULL | {"protocol": "Compact", "status": "agreed", "review_by": "2004-05", "body_a": "Board"}
    made = lists(
        dict.fromkeys(("Board", "Forum", "Panel"), "ABC"),
        protocols=[row | {"body_b": other} for other in ("Forum", "Panel")],
        about=[{"as_at": "2004-06-15"}],
    )
    assert "The protocol Compact (2 pairs of bodies) was due for review by May 2004." in sentences(
        protocols(as_at(made))
    )


def test_a_protocol_of_bodies_that_share_nothing() -> None:
    """A protocol between bodies that share nothing is orphaned, and needs a look."""
    answer = protocols(registered(FULL | {"body_a": "Other", "status": "agreed", "review_by": "2006"}))
    assert "orphaned" in answer.table["state"].tolist()
    assert (
        "The protocol of Board and Other needs a look: the two share nothing that the map knows of."
        in sentences(answer)
    )


def test_a_protocol_of_bodies_that_share_little() -> None:
    """One shared organisation is no reason for a protocol, but a protocol with it is not orphaned."""
    made = lists(
        {"Board": ["A", "B", "C"], "Forum": ["A", "X", "Y"]},
        protocols=[{"body_a": "Board", "body_b": "Forum", "status": "agreed"}],
    )
    assert protocols(made).table[["state", "trouble"]].to_numpy().tolist() == [["agreed", ""]]


def test_a_link_is_something_shared() -> None:
    """Bodies that a declared link of any kind joins, or of which one is part of the other, are no orphans."""
    for more in (
        {"links": [{"from_body": "Board", "to_body": "Forum", "kind": "advises"}]},
        {"bodies": [{"body": "Board"}, {"body": "Forum", "part_of": "Board"}]},
    ):
        made = lists(
            {"Board": ["A"], "Forum": ["B"]},
            protocols=[{"body_a": "Board", "body_b": "Forum", "status": "agreed"}],
            **more,
        )
        assert protocols(made).table["state"].tolist() == ["agreed"]


def test_what_is_not_known_to_be_shared() -> None:
    """Where the members of a body are not all listed, that nothing is shared is doubted."""
    made = lists(
        {"Board": ["A"], "Forum": ["B"]},
        bodies=[{"body": "Board"}, {"body": "Forum", "list": "partial"}],
        protocols=[{"body_a": "Board", "body_b": "Forum", "status": "agreed"}],
    )
    (row,) = protocols(made).table.to_dict("records")
    assert row["state"] == "agreed"
    assert row["trouble"] == (
        "the two share nothing that the map knows of, but not all members of Forum are listed"
    )


def test_a_protocol_with_a_closed_body() -> None:
    """A protocol with a body that has closed is something to act on, and names the successor."""
    answer = protocols(registered({"status": "agreed"}, Forum={"until": "2003", "replaced_by": "Other"}))
    assert sentences(answer)[0] == (
        "The protocol of Board and Forum needs a look: Forum has closed, and Other took over."
    )
    assert answer.findings[0].weight == "act"
    assert answer.findings[0].subjects == ("body:board",)
    assert answer.table["state"].tolist() == ["closed body"]


def test_a_protocol_with_a_body_to_come() -> None:
    """A body that has not begun has not closed; one that is to be replaced is said to be."""
    (row,) = protocols(registered({"status": "draft"}, Forum={"since": "2006"})).table.to_dict("records")
    assert (row["state"], row["trouble"]) == ("draft", "Forum begins only in 2006")
    (row,) = protocols(registered({"status": "draft"}, Forum={"replaced_by": "Other"})).table.to_dict(
        "records"
    )
    assert (row["state"], row["trouble"]) == ("draft", "Forum is to be replaced by Other")


def test_doubtful_dates() -> None:
    """An agreement dated after the map, or before a body was there, is told."""
    late = protocols(registered(FULL | {"status": "agreed", "agreed": "2005-02", "review_by": "2008"}))
    assert sentences(late)[0] == (
        "The protocol of Board and Forum needs a look: "
        "it was agreed in February 2005, after the day of this map."
    )
    row = FULL | {"status": "agreed", "agreed": "2001", "review_by": "2008"}
    early = protocols(registered(row, Forum={"since": "2002-05"}))
    assert sentences(early)[0] == (
        "The protocol of Board and Forum needs a look: it was agreed in 2001, before Forum began in May 2002."
    )


def test_no_review_date() -> None:
    """What is in force without a review date is said in one sentence."""
    assert "1 protocol in force has no review date: Board with Forum." in sentences(
        protocols(registered(FULL | {"status": "agreed"}))
    )


def points(**says: str | None) -> list[str]:
    """Return what is said of the points of an agreed protocol that says yes to all but these."""
    row = FULL | {"status": "agreed", "review_by": "2006"} | says
    return [one for one in sentences(protocols(registered(row))) if "point" in one or "covers" in one]


def test_points_that_are_left_out() -> None:
    """Points that a protocol in force leaves out are named, and those not recorded are told apart."""
    assert points() == []
    assert points(data="not needed") == []
    assert points(data="no", disputes="no") == [
        "The protocol of Board and Forum leaves out 2 of the 16 points: data and disputes."
    ]
    assert points(data=None) == ["The protocol of Board and Forum says nothing of 1 of the 16 points: data."]
    assert points(data="no", disputes=None) == [
        (
            "The protocol of Board and Forum leaves out 1 of the 16 points: data. "
            "Whether it covers disputes is not recorded."
        )
    ]
    assert points(**dict.fromkeys(FULL)) == [
        ("The protocol of Board and Forum is in force, but which of the 16 points it covers is not recorded.")
    ]


def test_points_of_several_protocols() -> None:
    """Of several protocols how many points are open is told in one sentence; of a draft nothing is."""
    agreed = FULL | {"status": "agreed", "review_by": "2006", "data": "no"}
    rows = (agreed, agreed | {"body_b": "Other", "plans": None}, FULL | {"status": "draft", "data": "no"})
    assert (
        "2 protocols in force leave points open (left out or not recorded): "
        "Board with Forum (1 of 16) and Forum with Other (2 of 16)."
    ) in sentences(protocols(registered(*rows)))


def agreed_by(*rows: Record, home: str | None = None) -> list[str]:
    """Return what is said of the agreements of a Board and its two groups as at June 2004."""
    bodies = [{"body": "Board"}, *({"body": name, "part_of": "Board"} for name in ("Group", "Panel"))]
    members = {"Board": ["A"], "Group": ["B"], "Panel": ["C"]}
    about: list[Record] = [{"as_at": "2004-06-15", "home_body": home}]
    return sentences(protocols(as_at(lists(members, bodies=bodies, agreements=rows, about=about))))


def test_agreements() -> None:
    """Agreements that are overdue, in draft or leave points out are told like protocols."""
    everything = {point.name: "yes" for point in AGREEMENT_POINTS}
    late = everything | {"body": "Panel", "status": "agreed", "review_by": "2003", "terms_of_reference": "no"}
    assert agreed_by({"body": "Group", "status": "draft"}, late) == [
        "The agreement of Panel was due for review by 2003.",
        "The agreement of Panel leaves out 1 of the 8 points: terms of reference.",
        "1 agreement is in draft: Group.",
    ]


def test_bodies_without_an_agreement() -> None:
    """Of the home family the bodies below the head without an agreement are named once."""
    nothing = "No two bodies have a reason for a protocol."
    assert agreed_by() == [nothing]
    assert agreed_by(home="Board") == ["2 bodies have no agreement on record: Group and Panel."]
    assert agreed_by({"body": "Group", "status": "draft"}, home="Panel") == [
        "1 agreement is in draft: Group.",
        "1 body has no agreement on record: Panel.",
    ]


def test_two_leads_come_first() -> None:
    """Among pairs with as many reasons one on which both lead comes first, and asks to act."""
    made = business(
        ("Roads", "Alpha", "lead"), ("Roads", "Beta", "contributes"),
        ("Safety", "Yes", "lead"), ("Safety", "Zed", "lead"),
    )  # fmt: skip
    answer = protocols(made)
    assert answer.table["two_leads"].tolist() == [1, 0]
    assert [finding.weight for finding in answer.findings] == ["act", "look"]
    assert answer.findings[0].sentence.startswith("Yes and Zed: ")


def test_several_protocols_of_a_pair() -> None:
    """A pair may have several protocols, each with its row, and stands in one order in all of them."""
    table = protocols(
        registered({"status": "agreed", "issue": "Data"}, {"status": "draft", "issue": "Plans"})
    ).table
    assert table[["body_a", "body_b", "issue"]].to_numpy().tolist() == [
        ["Board", "Forum", "Data"],
        ["Board", "Forum", "Plans"],
    ]


def test_five_pairs_are_told() -> None:
    """Five pairs are told one by one; the others are counted."""
    said = told(dict.fromkeys("KLMN", "ABC"))
    assert len(said) == 6
    assert said[-1] == "1 more pair of bodies has a reason for a protocol and none in force."


def test_wales(wales: OrgMap) -> None:
    """Natural Resources Wales is told once, and the pairs of boards are offered few protocols."""
    said = sentences(protocols(wales))
    assert (
        "Natural Resources Wales sits on 19 bodies: one agreement with it serves better "
        "than a protocol for each of "
        "the 171 pairs." in said
    )
    assert [sentence for sentence in said if "9 unitary boards" in sentence] == [
        (
            "One protocol could serve 9 unitary boards (Blaenau Gwent Public Services Board "
            "and others), in place of 36, "
            "one for each pair. State now: nothing known for 36 pairs."
        )
    ]


def test_the_table_proves_the_findings(hampshire: OrgMap) -> None:
    """The pairs that a set counts are those of its rows, and reasons are as many as the table says."""
    answer = protocols(hampshire)
    table = answer.table
    for finding in answer.findings:
        if finding.sentence.startswith("One protocol could serve"):
            own = table.loc[list(finding.rows)].drop_duplicates(["id_a", "id_b"])
            assert f"in place of {len(own)}, " in finding.sentence
            for state, number in own["state"].value_counts().items():
                assert f"{state} for {number} pair" in finding.sentence
    assert (table["reason_count"] > 0).eq(table["reasons"] != "").all()
    assert tuple(table.columns) == COLUMNS
    assert (
        "The protocol of Hampshire Economic Partnership and Hampshire Strategic Partnership "
        "on Business growth was due for review by 30 June 2004."
    ) in sentences(answer)


def proved(answer: Answer, nodes: set[str]) -> None:
    """Assert that subjects are nodes, and that what is counted is as many as the rows that prove it."""
    for finding in answer.findings:
        assert set(finding.subjects) <= nodes
        rows = answer.table.loc[list(finding.rows)]
        if found := re.search(r"in place of (\d+), one", finding.sentence):
            assert int(found[1]) == len(rows.drop_duplicates(["id_a", "id_b"]))
        if found := re.match(r"(\d+) (?:more pairs?|agreements?|body|bodies) ", finding.sentence):
            assert int(found[1]) == len(rows)
        if found := re.search(r"leaves out (\d+) of the (?:16|8) points", finding.sentence):
            assert set(rows["points_left_out"]) == {int(found[1])}
        if found := re.search(r"says nothing of (\d+) of the (?:16|8) points", finding.sentence):
            assert set(rows["points_not_said"]) == {int(found[1])}
        if " was due for review by " in finding.sentence:
            assert set(rows["state"]) == {"review overdue"}


def sit_on_both(made: OrgMap, answer: Answer) -> None:
    """Assert that as many people are said to sit on both bodies of a pair as do."""
    ties = made.ties().dropna(subset="person")
    on = {f"body:{body}": set(rows["person"]) for body, rows in ties.groupby("body")}
    for row in answer.table.to_dict("records"):
        if found := re.search(r"(\d+) people sit on both: | sits on both", row["reasons"]):
            assert len(on[row["id_a"]] & on[row["id_b"]]) == int(found[1] or 1)


@settings(max_examples=60)
@given(tables=ANY_TABLES, day=st.sampled_from([None, "2004"]))
def test_any_tables(tables: dict[str, list[Record]], day: str | None) -> None:
    """Of whatever map the subjects are nodes, the numbers those of the rows, and every protocol has a row."""
    try:
        made = as_at(check(source(**{name: some for name, some in tables.items() if some})), day)
    except SourceInvalid:
        return
    answer = protocols(made)
    proved(answer, set(whole_map(made)))
    sit_on_both(made, answer)
    assert tuple(answer.table.columns) == COLUMNS
    known = answer.table["kind"].value_counts()
    assert known.get("pair", 0) >= len(made.protocols)
    assert known.get("agreement", 0) >= len(made.agreements)
