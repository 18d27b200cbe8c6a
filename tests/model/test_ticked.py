"""A ticked checklist taken into the map: what it changes, what it leaves, what it is refused for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check, withhold
from orgmap.model.raw import Title
from orgmap.model.ticked import TickedFile, with_ticks
from orgmap.model.written import written
from orgmap.questions import protocols
from orgmap.read.ticked import read_ticked
from orgmap.views.checklist import checklist_csv
from orgmap.vocabulary import PROTOCOL_POINTS
from tests.builders import lists, orgmap, seat, source, write_csv

SHARED = ("Council", "Police", "College")
POINTS = tuple(column.name for column in PROTOCOL_POINTS)


@pytest.fixture
def ticked(tmp_path):
    """Return a function that makes a checklist of records and reads it."""

    def made(*records, name="t.csv"):
        columns = list(dict.fromkeys(key for record in records for key in record))
        rows = [[record.get(column, "") for column in columns] for record in records]
        return read_ticked(write_csv(tmp_path / name, [columns, *rows]))

    return made


def county(**tables):
    """Return a map of three bodies that share three organisations."""
    return lists(dict.fromkeys(("Board", "Forum", "Panel"), SHARED), about=[{"title": "Anyshire"}], **tables)


def pair(**said):
    """Return the row of a checklist for Board and Forum."""
    return {"kind": "pair", "body_a": "board", "body_b": "forum", **said}


def rows(found, table="protocols"):
    """Return what the rows of a table hold, without what is unknown."""
    frame = getattr(found, table).drop(columns="row")
    return [
        {name: text for name, text in row.items() if isinstance(text, str)}
        for row in frame.to_dict("records")
    ]


def said(found):
    """Return the notes of a map, each with its place."""
    return [f"{note.place}: {note.message}" for note in found.notes]


def refusal(found, file):
    """Return the errors for which a checklist is refused."""
    with pytest.raises(SourceInvalid) as refused:
        with_ticks(found, file)
    return [problem for problem in refused.value.problems if problem.severity == "error"]


def test_a_protocol_is_added(ticked):
    """Where two bodies had none, a row is added with all that the sheet says."""
    taken = with_ticks(
        county(), ticked(pair(status="draft", parties="Yes", agreed="March 2005", note="x", owner="C"))
    )
    assert rows(taken.orgmap) == [
        {"body_a": "board", "body_b": "forum", "status": "draft", "agreed": "2005-03", "owner": "C",
         "parties": "yes", "note": "x"}
    ]  # fmt: skip
    assert taken.sentence == "Took 1 new protocol from t.csv."
    assert said(taken.orgmap) == []


def test_a_protocol_is_changed_and_the_change_is_told(ticked):
    """The file comes before the source, whichever body stands first; every other cell stays."""
    known = {"body_a": "Forum", "body_b": "Board", "status": "agreed", "owner": "Clerk", "purpose": "yes"}
    taken = with_ticks(county(protocols=[known]), ticked(pair(status="draft", remits="no")))
    assert rows(taken.orgmap) == [
        {"body_a": "forum", "body_b": "board", "status": "draft", "owner": "Clerk", "purpose": "yes",
         "remits": "no"}
    ]  # fmt: skip
    assert said(taken.orgmap) == [
        "t.csv, row 2, column D (status): the source says agreed, this file draft; draft is used."
    ]
    assert taken.sentence == "Took 1 changed protocol from t.csv."


def test_an_empty_cell_changes_nothing_and_not_said_takes_out(ticked):
    """What the file leaves empty stays; what it says is not said is taken out, and told."""
    known = {"body_a": "Board", "body_b": "Forum", "status": "agreed", "owner": "Clerk", "purpose": "yes"}
    taken = with_ticks(
        county(protocols=[known]), ticked(pair(status="", owner="not said", purpose="Not said"))
    )
    assert rows(taken.orgmap) == [{"body_a": "board", "body_b": "forum", "status": "agreed"}]
    assert [note.partition(": ")[2] for note in said(taken.orgmap)] == [
        "the source says Clerk, this file that it is not said; that is taken out.",
        "the source says yes, this file that it is not said; that is taken out.",
    ]


def test_one_sheet_for_a_set_is_one_protocol_of_many_sides(ticked):
    """A sheet of several pairs becomes a row for each, of one name, and is told once."""
    sheet = {
        "kind": "set",
        "bodies": "3 boards",
        "body_a": "board; board; forum",
        "body_b": "forum; panel; panel",
    }
    taken = with_ticks(county(), ticked({**sheet, "status": "draft"}))
    assert [(row["body_a"], row["body_b"], row["protocol"]) for row in rows(taken.orgmap)] == [
        ("board", "forum", "3 boards"),
        ("board", "panel", "3 boards"),
        ("forum", "panel", "3 boards"),
    ]
    assert taken.sentence == "Took 1 new protocol from t.csv."


def test_one_body_with_many(ticked):
    """A body alone in its cell is paired with each of the other."""
    taken = with_ticks(county(), ticked({"body_a": "Board", "body_b": "Forum; Panel", "status": "draft"}))
    assert [(row["body_a"], row["body_b"]) for row in rows(taken.orgmap)] == [
        ("board", "forum"),
        ("board", "panel"),
    ]


def test_protocols_of_one_pair_are_told_apart(ticked):
    """Name and issue say which protocol a row is of; another name is another protocol."""
    sides = {"body_a": "Board", "body_b": "Forum", "status": "draft"}
    found = county(protocols=[{**sides, "issue": "Health"}, {**sides, "issue": "Roads"}])
    taken = with_ticks(
        found, ticked(pair(issue="Roads", status="agreed"), pair(issue="Crime", status="none"))
    )
    assert [(row["issue"], row["status"]) for row in rows(taken.orgmap)] == [
        ("Health", "draft"),
        ("Roads", "agreed"),
        ("Crime", "none"),
    ]


def test_a_row_that_waits_for_a_protocol_is_filled(ticked):
    """A row that says that there is none is the one that a nameless sheet fills; its name stays."""
    known = {"body_a": "Board", "body_b": "Forum", "status": "none", "protocol": "Compact", "issue": "Health"}
    (row,) = rows(with_ticks(county(protocols=[known]), ticked(pair(status="draft"))).orgmap)
    assert (row["protocol"], row["issue"], row["status"]) == ("Compact", "Health", "draft")


def test_an_agreement_is_changed_and_one_is_added(ticked):
    """Agreements are found by their body; their own points are written."""
    found = county(agreements=[{"body": "Board", "status": "draft", "aims": "no"}])
    own = (
        {"kind": "agreement", "body_a": name, "body_b": "", "aims": "yes", "note": "n"}
        for name in ("board", "Panel")
    )
    taken = with_ticks(found, ticked(*own))
    assert rows(taken.orgmap, "agreements") == [
        {"body": "board", "status": "draft", "aims": "yes", "note": "n"},
        {"body": "panel", "aims": "yes", "note": "n"},
    ]
    assert taken.sentence == "Took 1 new agreement and 1 changed agreement from t.csv."


def test_every_fault_is_told_at_once(ticked):
    """Unknown bodies, values and dates, and bodies that make no pairs, each with row, column and hint."""
    file = ticked(
        {"body_a": "Bord", "body_b": "forum", "status": "done"},
        {"body_a": "board", "body_b": "forum", "agreed": "soon", "parties": "perhaps"},
        {"body_a": "board; forum", "body_b": "panel; panel; board", "status": "draft"},
        {"body_a": "panel", "body_b": "panel", "status": "draft"},
    )
    found = {(problem.row, problem.column): problem for problem in refusal(county(), file)}
    assert found.keys() == {
        (2, "A (body_a)"), (2, "C (status)"), (3, "D (agreed)"), (3, "E (parties)"), (4, "B (body_b)"),
        (5, "B (body_b)"),
    }  # fmt: skip
    assert found[2, "A (body_a)"].message == "no body is called “Bord”."
    assert found[2, "A (body_a)"].hint == "Did you mean Board?"
    assert all(problem.hint for problem in found.values())


def test_a_sheet_that_stands_twice_is_refused(ticked):
    """Two rows of the same bodies, protocol and issue cannot both be right."""
    (problem,) = refusal(county(), ticked(pair(status="draft"), pair(status="agreed")))
    assert (problem.row, problem.message) == (3, "an earlier row is of the same bodies, protocol and issue.")


def test_rows_that_say_nothing_are_passed_over(ticked):
    """A row with bodies and nothing filled adds no protocol, and its bodies need not be known."""
    found = county()
    taken = with_ticks(found, ticked({**pair(), "status": ""}, {"body_a": "gone", "body_b": "board"}))
    assert taken.orgmap.protocols is found.protocols
    assert taken.sentence == "t.csv says nothing that the source does not say."


@pytest.mark.parametrize("title", ["Elsewhere", ""])
def test_a_checklist_of_another_map_is_refused(ticked, title):
    """A file that names few or none of the bodies is refused in words before anything else."""
    records = [{"body_a": f"x{number}", "body_b": "y", "status": "bad", "map": title} for number in range(3)]
    (problem,) = refusal(county(), ticked(*records))
    assert "“Anyshire” knows none of the 4 bodies that it names." in problem.message
    assert ("“Elsewhere”" in problem.message) == bool(title)


def test_a_map_that_was_renamed_is_still_the_same(ticked):
    """Another title with the same bodies is no other map."""
    assert rows(with_ticks(county(), ticked(pair(status="draft", map="Anyshire 2004"))).orgmap)


def test_a_title_that_was_not_given_does_not_count(ticked):
    """A map that is called by its file is not refused the checklist of a file of last year."""
    source_of = source(seats=[seat(body, None, one) for body in ("Board", "Forum") for one in SHARED])
    found = check(replace(source_of, titles=(Title("Boards 2026", "boards-2026.csv"),)))
    gone = [{"body_a": f"x{number}", "body_b": "y", "map": "Boards 2025"} for number in range(3)]
    assert rows(with_ticks(found, ticked(pair(status="draft", map="Boards 2025"), *gone)).orgmap)


def test_what_a_pack_without_names_says_changes_nothing(tmp_path):
    """The checklist of a pack that withholds names gives none of the withheld text back to the source."""
    found = orgmap(
        about=[{"title": "Anyshire"}],
        seats=[*(seat(body, "Ann Example", one) for body in ("Board", "Forum") for one in SHARED)],
        protocols=[
            {"body_a": "Board", "body_b": "Forum", "status": "draft", "owner": "Clerk: Ann Example",
             "protocol": "Compact of Ann Example", "note": "Ask Ann Example"}
        ],
    )  # fmt: skip
    shown = withhold(found, "posts")
    text = checklist_csv(shown, protocols(shown))
    assert "(name withheld)" in text
    assert "Example" not in text
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    taken = with_ticks(found, read_ticked(tmp_path / "t.csv"))
    assert taken.orgmap.protocols is found.protocols
    assert said(taken.orgmap) == []


def test_a_text_with_a_name_withheld_is_not_written(ticked):
    """A cell in which a name is withheld never takes the place of another text."""
    known = {"body_a": "Board", "body_b": "Forum", "status": "draft", "owner": "Clerk"}
    taken = with_ticks(
        county(protocols=[known]), ticked(pair(owner="Chair (name withheld)", status="agreed"))
    )
    assert rows(taken.orgmap)[0]["owner"] == "Clerk"
    assert "a name in it is withheld, so the cell is not used." in said(taken.orgmap)[1]


@settings(max_examples=12, deadline=None)
@given(
    st.fixed_dictionaries(
        {"status": st.sampled_from(["", "none", "draft", "agreed"])},
        optional={
            **dict.fromkeys(POINTS, st.sampled_from(["yes", "no", "not needed"])),
            "note": st.text("abc,;'=\n\"é", max_size=12),
            "owner": st.text("abc,;'=- ", max_size=8),
        },
    )
)
def test_a_checklist_made_of_a_map_changes_nothing_in_it(tmp_path_factory, known):
    """Whatever a protocol says, the checklist of the map read back leaves every table as it is."""
    found = county(protocols=[{"body_a": "Board", "body_b": "Forum", **known}])
    path = tmp_path_factory.mktemp("ticked") / "t.csv"
    path.write_bytes(checklist_csv(found, protocols(found)).encode())
    taken = with_ticks(found, read_ticked(path))
    assert said(taken.orgmap) == said(found)
    assert {name: table.to_dict() for name, table in written(taken.orgmap).items()} == {
        name: table.to_dict() for name, table in written(found).items()
    }


def test_taking_twice_is_taking_once(ticked):
    """A file that was taken says nothing new the second time."""
    sheet = {
        "kind": "set",
        "bodies": "2 pairs",
        "body_a": "board; board",
        "body_b": "forum; panel",
        "status": "draft",
    }
    file = ticked(sheet, {"kind": "agreement", "body_a": "board", "aims": "yes"})
    once = with_ticks(county(), file).orgmap
    twice = with_ticks(once, file)
    assert twice.sentence == "t.csv says nothing that the source does not say."
    assert rows(twice.orgmap) == rows(once)


def test_a_file_without_rows():
    """A checklist with a heading and no rows changes nothing."""
    found = county()
    assert with_ticks(found, TickedFile("t.csv", None, {})).orgmap.protocols is found.protocols
