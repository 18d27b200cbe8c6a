"""Tests of reading files saved from ModernGov's web service."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read.moderngov import read_moderngov

BOARD = "Health and Wellbeing Board"
FILES = {
    "GetCommittees.xml": (
        f"<committees><committeescount>1</committeescount><committee><committeeid>272</committeeid>"
        f"<committeetitle>{BOARD}</committeetitle><committeecategory>Partnerships</committeecategory>"
        "</committee></committees>"
    ),
    f"GetMemberGroup {BOARD}.xml": (
        "<memberlist><members>"
        "<member><memberid>12</memberid><fullusername>Councillor Ann Example</fullusername>"
        "<politicalpartytitle>Blue Party</politicalpartytitle><representing>Example Council</representing>"
        "<keyposts>Chairman; Cabinet Member</keyposts></member>"
        "<member><memberid>13</memberid><fullusername>Bob Example</fullusername></member>"
        "</members></memberlist>"
    ),
}


def meeting(number: int, *attendees: tuple[str, str, str], body: str = "") -> str:
    """Return a meeting with attendees: id, name, attendance."""
    rows = "".join(
        f'<attendee memberid="{code}" name="{escape(name)}" attendance="{escape(word)}"/>'
        for code, name, word in attendees
    )
    return (
        f"<meeting><meetingid>{number}</meetingid><meetingdate>05/03/2025</meetingdate>{body}"
        f"<attendees>{rows}</attendees></meeting>"
    )


def of(committee: str) -> str:
    """Return the element that names a committee."""
    return f"<committeetitle>{committee}</committeetitle>"


def reading(folder: Path, files: dict[str, str]) -> Source:
    """Return what files of these names and texts are read as."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_moderngov([folder / name for name in files], folder.name)


def rows(source: Source, table: str, *columns: str) -> list[tuple[object, ...]]:
    """Return the cells of some columns of a table."""
    frame = source.tables[table].frame
    cells = [frame.get(column, pd.Series(None, index=frame.index, dtype="object")) for column in columns]
    told = [[cell if isinstance(cell, str) else None for cell in column] for column in cells]
    return list(zip(*told, strict=True))


def said(source: Source) -> list[str]:
    """Return the problems of a source in words, with their severity."""
    return [f"{problem.severity}: {problem}" for problem in source.problems]


def test_members_of_a_body(tmp_path: Path) -> None:
    """A list of members gives seats on the body that the file is named after, with its code."""
    source = reading(tmp_path, FILES)
    assert rows(source, "seats", "body", "person", "role", "post", "on_behalf_of") == [
        ("272", "12", "Chairman", "Cabinet Member", "Example Council"),
        ("272", "13", None, None, None),
    ]
    assert rows(source, "bodies", "id", "body", "kind") == [("272", BOARD, "Partnerships")]
    assert check(source).seats["role"].tolist() == ["chair", "member"]
    assert source.reading == "ModernGov: 1 body, 2 people and 2 seats"


def test_parties_are_further_columns(tmp_path: Path) -> None:
    """The party of a member is kept as a further column and is nobody's organisation."""
    source = reading(tmp_path, FILES)
    assert source.tables["seats"].extra["party"].tolist() == ["Blue Party"]
    assert "Blue Party" not in check(source).organisations["name"].tolist()


def test_attendance_is_counted(tmp_path: Path) -> None:
    """Meetings that say who came are counted; one that only expects people is not, and is no nought."""
    ann, bob, cat = ("12", "Ann Example"), ("13", "Bob Example"), ("0", "Cat Example")
    source = reading(
        tmp_path,
        {
            "1.xml": meeting(1, (*ann, "Present"), (*bob, "Apologies"), (*cat, "Expected"), body=of(BOARD)),
            "2.xml": meeting(2, (*ann, "Absent"), (*bob, "Present, as substitute"), body=of(BOARD)),
            "3.xml": meeting(3, (*ann, "Expected"), (*cat, "Not required"), body=of(BOARD)),
        },
    )
    assert rows(source, "seats", "person", "invited", "attended", "role") == [
        ("12", "2", "1", None),
        ("13", "2", "1", "substitute"),
        ("Cat Example", None, None, None),
    ]


def test_a_list_of_meetings_tells_the_body(tmp_path: Path) -> None:
    """A meeting that does not name its body is told by the list of meetings, whatever the files' order."""
    listed = (
        f"<getmeetings><committee>{of(BOARD)}<committeemeetings><meeting><meetingid>7</meetingid></meeting>"
        "</committeemeetings></committee></getmeetings>"
    )
    source = reading(
        tmp_path, {"A meeting.xml": meeting(7, ("1", "Ann Example", "Present")), "B list.xml": listed}
    )
    assert rows(source, "seats", "body") == [(BOARD,)]


def test_meetings_of_all_bodies(tmp_path: Path) -> None:
    """A list of meetings of several committees tells the body of each."""
    listed = (
        "<getmeetingsbydate><meetings>"
        "<meeting><meetingid>1</meetingid><committeeid>5</committeeid><committeetitle>Board</committeetitle></meeting>"
        "<meeting><meetingid>2</meetingid><committeeid>6</committeeid><committeetitle>Forum</committeetitle></meeting>"
        "</meetings></getmeetingsbydate>"
    )
    files = {f"m{number}.xml": meeting(number, ("1", "Ann Example", "Present")) for number in (1, 2)}
    assert rows(reading(tmp_path, {"list.xml": listed, **files}), "seats", "body") == [("5",), ("6",)]


def test_a_meeting_twice(tmp_path: Path) -> None:
    """The same meeting in two files, as in English and Welsh, is counted once, and said."""
    text = meeting(1, ("1", "Ann Example", "Present"), body=of(BOARD))
    source = reading(tmp_path, {"en.xml": text, "m-cy.xml": text})
    assert rows(source, "seats", "invited") == [("1",)]
    assert "note: m-cy.xml: a meeting that another file gives too; it is counted once." in said(source)


def test_titles_encoded_twice(tmp_path: Path) -> None:
    """Titles whose entities are written twice are read as they are meant."""
    text = meeting(
        1, ("1", "Se&#225;n O'Example", "Present"), body=of("Children&amp;amp;#39;s &amp;amp;amp; Young")
    )
    source = reading(tmp_path, {"1.xml": text})
    assert rows(source, "bodies", "body") == [("Children's & Young",)]
    assert rows(source, "people", "name") == [("Seán O'Example",)]


def test_welsh_titles(tmp_path: Path) -> None:
    """The Welsh title of a committee is another name of it, whichever file comes first by name."""
    welsh = (
        "<committees><committee><committeeid>272</committeeid>"
        + of("Bwrdd Iechyd")
        + "</committee></committees>"
    )
    source = reading(tmp_path, {"A mgwebservicew.xml": welsh, **FILES})
    assert rows(source, "bodies", "body", "also_known_as") == [(BOARD, "Bwrdd Iechyd")]


def test_deleted_and_ended_committees(tmp_path: Path) -> None:
    """Deleted committees are left out, and those that ended with nobody on them; both are said."""
    more = (
        "<committees>"
        "<committee><committeeid>1</committeeid><committeetitle>Gone</committeetitle>"
        "<committeedeleted>True</committeedeleted></committee>"
        "<committee><committeeid>2</committeeid><committeetitle>Over</committeetitle>"
        "<committeeexpired>True</committeeexpired></committee></committees>"
    )
    source = reading(tmp_path, {**FILES, "more.xml": more})
    assert rows(source, "bodies", "body") == [(BOARD,)]
    assert "note: more.xml: a list of 1 committee; 1 deleted is left out." in said(source)
    assert any("1 committee that ended" in line for line in said(source))


def test_councillors_by_ward(tmp_path: Path) -> None:
    """Councillors are people with a ward and no seat; an end of term that is unspecified is not known."""
    text = (
        "<councillorsbyward><wards><ward><wardtitle>Town</wardtitle><councillors><councillor>"
        "<councillorid>12</councillorid><fullusername>Ann Example</fullusername><keyposts>Leader</keyposts>"
        "<workaddress><email>ann@example.invalid</email></workaddress><termsofoffice><termofoffice>"
        "<enddate>unspecified</enddate></termofoffice></termsofoffice></councillor></councillors></ward></wards>"
        "</councillorsbyward>"
    )
    source = reading(tmp_path, {**FILES, "wards.xml": text})
    people = source.tables["people"]
    assert rows(source, "people", "person", "name", "post")[0] == ("12", "Ann Example", "Leader")
    assert people.extra.loc[1].to_dict() == {"ward": "Town", "email": "ann@example.invalid"}


def test_only_councillors(tmp_path: Path) -> None:
    """Files that say nothing of who sits where are refused, and the hint says what to save beside them."""
    source = reading(tmp_path, {"GetCommittees.xml": FILES["GetCommittees.xml"]})
    assert [problem.severity for problem in source.problems] == ["note", "error"]
    assert "GetMemberGroup" in source.problems[-1].hint


def test_a_person_without_a_code(tmp_path: Path) -> None:
    """An attendee whose code is 0 is the member of that name, where there is one."""
    text = meeting(1, ("0", "Cllr Bob Example", "Present"), body=of(BOARD))
    source = reading(tmp_path, {**FILES, "zz.xml": text})
    assert rows(source, "seats", "person", "invited")[1] == ("13", "1")


def test_vacancies(tmp_path: Path) -> None:
    """Members called Vacancy are vacant seats, one each, and nobody's name."""
    vacant = "<member><memberid>0</memberid><fullusername>VACANCY</fullusername></member>"
    source = reading(tmp_path, {"Board.xml": f"<memberlist><members>{vacant}{vacant}</members></memberlist>"})
    orgmap = check(source)
    assert orgmap.seats["status"].tolist() == ["vacant", "vacant"]
    assert orgmap.people.empty


def test_a_body_without_a_name(tmp_path: Path) -> None:
    """A list of members whose body neither it nor the file's name tells is an error that says what to do."""
    source = reading(tmp_path, {"GetMemberGroup.xml": FILES[f"GetMemberGroup {BOARD}.xml"]})
    assert said(source)[0].startswith(
        "error: GetMemberGroup.xml: 2 members of a body that the file does not name"
    )


def test_an_unknown_attendance(tmp_path: Path) -> None:
    """A word for attendance that is not known is said and not counted."""
    source = reading(tmp_path, {"1.xml": meeting(1, ("1", "Ann Example", "Fishing"), body=of(BOARD))})
    assert rows(source, "seats", "person", "invited") == [("1", None)]
    assert any("“Fishing”" in line and line.startswith("warning") for line in said(source))


def test_inside_an_envelope(tmp_path: Path) -> None:
    """An answer is found inside an envelope, with a namespace and in capitals."""
    text = (
        '<s:Envelope xmlns:s="urn:soap"><s:Body><MemberList xmlns="urn:mg"><Members><Member>'
        "<FullUserName>Ann Example</FullUserName></Member></Members></MemberList></s:Body></s:Envelope>"
    )
    assert rows(reading(tmp_path, {"Board.xml": text}), "seats", "body", "person") == [
        ("Board", "Ann Example")
    ]


def test_other_xml_among_them(tmp_path: Path) -> None:
    """A file that is not ModernGov's is said and left; alone it is refused."""
    source = reading(tmp_path, {**FILES, "feed.xml": "<rss/>"})
    assert any(line.startswith("warning: feed.xml: this is no answer") for line in said(source))
    with pytest.raises(SourceInvalid, match=r"feed\.xml: this is no answer"):
        reading(tmp_path, {"feed.xml": "<rss/>"})


def test_a_broken_file(tmp_path: Path) -> None:
    """A file that is cut off is an error beside those that can be read."""
    source = reading(tmp_path, {**FILES, "cut.xml": FILES["GetCommittees.xml"][:60]})
    assert any(line.startswith("error: cut.xml: this is not well-formed XML") for line in said(source))


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_any_damage(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Files cut, doubled or mixed at any place are read or refused in words."""
    folder = tmp_path_factory.mktemp("moderngov")
    whole = data.draw(st.sampled_from([*FILES.values(), meeting(1, ("1", "Ann", "Present"), body=of("B"))]))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    text = data.draw(
        st.sampled_from([whole[:start] + whole[end:], whole[:end] + whole[start:], whole[start:end]])
    )
    try:
        outcome: object = reading(folder, {"Board.xml": text}).problems
    except SourceInvalid as refused:
        outcome = refused.problems
    assert outcome
