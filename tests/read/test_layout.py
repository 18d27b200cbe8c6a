"""Tests of headers, titles, merged cells, headings and blanks in the layouts that staff keep."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.read.grid import Grid, clean
from orgmap.read.layout import spans
from tests.read.grids import grid, read_grids, read_sheets, seats, told

TITLED = """
Members of all groups | |
As at May 2025 | |
| |
Body | Name | Organisation
Health Board | Ann Example | Police
"""


def test_title_rows_are_skipped_and_said() -> None:
    """Rows above the header are no seats; a note quotes them, and rows are still counted from the top."""
    source = read_sheets(Seats=TITLED)
    assert seats(source, "body", "person", "organisation") == [("Health Board", "Ann Example", "Police")]
    assert source.tables["seats"].frame.index.tolist() == [5]
    assert told(source) == {
        "note": [
            (
                "sheet Seats, row 1: rows 1 to 2 stand above the list and are no part of it: “Members of all "
                "groups” and “As at May 2025”."
            )
        ]
    }


def test_a_row_of_data_is_no_header() -> None:
    """The first row stays the header although a row beneath it has words that could be headers."""
    source = read_sheets(Seats="Committee | Who\nBoard | Member\nForum | Partner")
    assert source.tables["seats"].headers == {"body": "A (Committee)"}


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Name of organisation", "organisation"),
        ("Organisation(s)", "organisation"),
        ("Agency / Company", "organisation"),
        ("Members:", "person"),
        ("Authority represented:", "organisation"),
        ("Date\nFrom ", "since"),
        ("Role*", "role"),
    ],
)
def test_headers_as_people_write_them(header: str, column: str) -> None:
    """Asides, plurals, line breaks, alternatives and words that tell nothing do not hide a column."""
    source = read_grids(Grid("s", "Seats", [["Body", "Post", header], ["Board", "Chief", "x"]]))
    assert column in source.tables["seats"].frame.columns


def test_a_header_over_two_rows() -> None:
    """Of a header in two rows the lower is read; where it is empty, the cell above stands in."""
    cells = "Body | Member | | Term |\n| Name | Organisation | From | To\nBoard | Ann | Police | 2024 | 2025"
    merged = ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4))
    for sheet in (grid("Seats", cells), grid("Seats", cells, merged=merged)):
        source = read_grids(sheet)
        assert seats(source, "body", "person", "organisation", "since", "until") == [
            ("Board", "Ann", "Police", "2024", "2025")
        ]


def test_merged_cells_are_filled_downwards() -> None:
    """A merged body stands for all its rows, but makes no seat of a row that holds nothing else."""
    text = "Body | Person\nBoard | Ann\n | Bob\n |\nForum | Cy"
    source = read_grids(grid("Seats", text, merged=((1, 0, 3, 0), (0, 9, 4, 9), (3, 1, 99, 1))))
    assert seats(source, "body", "person") == [("Board", "Ann"), ("Board", "Bob"), ("Forum", "Cy")]


def test_hidden_rows_are_read_and_said() -> None:
    """Hidden rows that hold data are read, and a warning says which rows they are."""
    source = read_grids(grid("Seats", "Body | Name\nA | Ann\nB | Bob\nC | Cy", hidden=(2, 3, 9)))
    assert len(seats(source, "body")) == 3
    assert told(source)["warning"] == ["sheet Seats, row 3: rows 3 to 4 are hidden, and are read too."]


def test_a_header_said_again() -> None:
    """A header that comes again on every page is passed over and said; a row that only looks so is a seat."""
    source = read_sheets(Seats="Body | Name\nBoard | Ann\nBody | Name\nForum | Bob\nBoard | Member")
    assert seats(source, "body", "person") == [("Board", "Ann"), ("Forum", "Bob"), ("Board", "Member")]
    assert "the header stands again in row 3" in told(source)["note"][0]


def test_a_name_in_several_columns() -> None:
    """Title, forename and surname become one name; they are no further columns any more."""
    source = read_sheets(
        Seats="Body | Title | First name | Surname\nBoard | Cllr | Ann | Example\nBoard | | Bob | Example"
    )
    assert seats(source, "person") == [("Cllr Ann Example",), ("Bob Example",)]
    table = source.tables["seats"]
    assert (table.unused, table.extra.columns.tolist()) == ((), [])
    assert table.headers["person"] == "B, C, D (Title, First name, Surname)"


def test_a_title_column_of_posts_is_a_post() -> None:
    """A column Title that holds posts stays the post."""
    source = read_sheets(Seats="Body | Title | First name | Surname\nBoard | Director | Ann | Example")
    assert seats(source, "post", "person") == [("Director", "Ann Example")]


def test_bodies_written_once() -> None:
    """A body written once above its members is that of the rows beneath, on its own line or not."""
    source = read_sheets(Seats="Body | Name\nBoard |\n | Ann\n | Bob\nForum | Cy\n | Dee")
    assert seats(source, "body", "person") == [
        ("Board", "Ann"),
        ("Board", "Bob"),
        ("Forum", "Cy"),
        ("Forum", "Dee"),
    ]
    assert told(source)["note"] == [
        (
            "sheet Seats, row 3, column body: the body of 3 rows (rows 3 to 4 and 6) is left blank and is "
            "taken from the row above."
        )
    ]


def test_a_body_left_out_by_mistake() -> None:
    """Where every row has its body, one that lacks it is an error and nothing is filled in."""
    source = read_sheets(Seats="Body | Name\nBoard | Ann\nBoard | Bob\n | Cy\nBoard | Dee")
    with pytest.raises(SourceInvalid, match=r"row 4, column A \(Body\): the body is missing"):
        check(source)


def test_bodies_written_once_in_some_blocks() -> None:
    """In a list that repeats other bodies, the rows of a block that is headed by its body are filled."""
    source = read_sheets(
        Seats="Body | Name\nBoard | Ann\n | Bob\n | Cy\nForum | Di\nForum | Ed\nForum | F\nPanel | Gil\n | H"
    )
    assert seats(source, "body")[:3] == [("Board",)] * 3
    assert seats(source, "body")[-2:] == [("Panel",)] * 2
    assert told(source)["note"] == [
        (
            "sheet Seats, row 3, column body: the body of 3 rows (rows 3 to 4 and 9) is left blank and is "
            "taken from the row above."
        )
    ]


@pytest.mark.parametrize(
    "start",
    [
        "Board | Ann\n | Bob",
        "Forum | Ann\n | Bob\n | Cy",
        "Forum | Ann\nForum | Bob\n | Cy\n | Dee",
        "Board | Ann\n |\n | Bob\n | Cy",
        " | Ann\n | Bob",
    ],
    ids=["one blank", "written again below", "repeated above", "after an empty line", "nothing above"],
)
def test_a_block_that_is_not_clear(start: str) -> None:
    """Among repeated bodies, blanks that may be another body's are errors and nothing is filled in."""
    source = read_sheets(Seats=f"Body | Name\n{start}\nForum | Eve\nForum | Flo\nForum | Gil")
    assert (None, "Bob") in seats(source, "body", "person") or (None, "Cy") in seats(source, "body", "person")
    with pytest.raises(SourceInvalid, match="the body is missing"):
        check(source)


def test_people_and_organisations_are_never_filled_down() -> None:
    """A blank name or organisation beneath a filled one stays blank."""
    source = read_sheets(Seats="Body | Name | Organisation\nA | Ann | Police\nB | | Fire\nC | Cy |")
    assert seats(source, "person", "organisation") == [("Ann", "Police"), (None, "Fire"), ("Cy", None)]


def test_ditto() -> None:
    """A ditto mark stands for what is above it, and is said."""
    source = read_sheets(Seats='Body | Name | Organisation\nBoard | Ann | Police\n" | Bob | ditto')
    assert seats(source, "body", "person", "organisation")[1] == ("Board", "Bob", "Police")
    assert len(told(source)["note"]) == 2


def test_a_second_organisation_on_the_next_line() -> None:
    """A line that plainly goes on gives the person above a second seat; another is only pointed out."""
    text = "Name | Organisation\nAnn Example | Police,\n | Fire\nBob Example | Health\n"
    text += " | also represents Housing\nCy Example | Probation\n | Prison"
    source = read_sheets(Youth_Board=text)
    assert seats(source, "person", "organisation") == [
        ("Ann Example", "Police"), ("Ann Example", "Fire"), ("Bob Example", "Health"),
        ("Bob Example", "Housing"),
        ("Cy Example", "Probation"), (None, "Prison"),
    ]  # fmt: skip
    assert "row 7 names an organisation and nobody" in told(source)["warning"][0]


def test_organisations_on_their_own_line() -> None:
    """An organisation on its own line is that of the people beneath it, and a seat where nobody is."""
    text = "Name | Role\nHampshire County Council |\nCllr A Example | Chair\nMrs B Example |\n"
    text += "Town Police |\nFire Service |\nC Example |"
    source = read_sheets(Youth_Board=text)
    assert seats(source, "person", "organisation") == [
        ("Cllr A Example", "Hampshire County Council"), ("Mrs B Example", "Hampshire County Council"),
        (None, "Town Police"), ("C Example", "Fire Service"),
    ]  # fmt: skip


def test_header_pairs_down_one_sheet() -> None:
    """Repeated header pairs, headings between them and roles in them are told apart (layout 4)."""
    text = """
    Members: | Authority represented:
    Cllr A Example | Hampshire
    Chief Executives: | Authority:
    B Example | Hampshire
    Co-opted members |
    C Example | Police
    Members: | Authority represented:
    D Example | Gosport
    In attendance: |
    E Example | Havant
    """
    source = read_sheets(Leaders_Forum=text.strip("\n "))
    assert seats(source, "person", "role") == [
        ("Cllr A Example", None), ("B Example", None), ("C Example", "Co-opted members"),
        ("D Example", None), ("E Example", "In attendance"),
    ]  # fmt: skip
    heading = source.tables["seats"].extra["heading"]
    assert heading.dropna().to_dict() == {4: "Chief Executives"}


def test_bodies_on_their_own_line() -> None:
    """In a list without a column for it, a body on its own line is that of the rows beneath."""
    text = "Name | Role\nHealth Board |\nAnn Example | Chair\nYouth Forum |\nBob Example |\nTotal: 2 |"
    source = read_sheets(Appointments=text)
    assert seats(source, "body", "person") == [
        ("Health Board", "Ann Example"),
        ("Youth Forum", "Bob Example"),
    ]
    assert (source.form, source.reading) == ("boards", "a list of members: 2 bodies, 2 rows")
    assert any("“Total: 2”" in note for note in told(source)["note"])


@pytest.mark.parametrize(
    "first",
    [
        "CPP Executive Group",
        "Executive Group",
        "HWB Executive",
        "Safer Anytown",
        "Core Team",
        "Group 1 - Skills",
    ],
)
@pytest.mark.parametrize("title", ["", "Exshire Partnership - Membership 2025 | |\n"])
def test_the_first_body_on_its_own_line(first: str, title: str) -> None:
    """The line under the header is a body as the others over full rows are, whatever its name ends in."""
    rows = f"{first} | |\nAnn Example | Leader | Police\nTheme Group 2: Health | |\nBob Example | Head | NHS"
    source = read_sheets(Members=f"{title}Name | Job title | Organisation\n{rows}")
    assert seats(source, "body", "person") == [
        (first, "Ann Example"),
        ("Theme Group 2: Health", "Bob Example"),
    ]
    assert f"2 lines on their own are read as the bodies of the rows beneath: “{first}”" in str(
        told(source)["note"]
    )


@pytest.mark.parametrize("holder", ["Chief Executive", "Ann Example", "Policy Officer", "Cllr Ann Team"])
def test_a_holder_above_bodies_on_their_own_line(holder: str) -> None:
    """Somebody with no further cell filled stays a holder, although bodies stand on lines of their own."""
    rows = f"{holder} | |\nBob Example | Head | NHS\nYouth Forum | |\nCy Example | Head | NHS"
    source = read_sheets(Youth_Board=f"Name | Job title | Organisation\n{rows}")
    assert (holder,) in [*seats(source, "person"), *seats(source, "post")]


def test_one_executive_on_its_own_line_is_no_body() -> None:
    """What may be a post stays one where no other line is a body."""
    source = read_sheets(Youth_Board="Name | Organisation\nMarketing Executive |\nBob Example | Fire")
    assert seats(source, "body", "person")[0] == ("Youth Board", "Marketing Executive")


REMARKS = (
    "Meets quarterly", "Meets quarterly at County Hall", "Meetings every second Monday",
    "Next meeting: 4 May",
    "Apologies to: cpp@example.org", "Apologies to the clerk", "Note: two seats are shared", "Notes",
    "Contact: Partnerships Team", "Contact the secretariat", "Quorum is five", "Last updated May 2025",
    "Source: web site", "Agreed at the meeting of 3 May", "Secretariat: Exshire County Council",
    "Secretariat provided by Exshire County Council", "Queries to partnerships@example.org",
)  # fmt: skip


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_beneath_a_list(remark: str) -> None:
    """A line of prose with nothing beneath it is kept out of the seats, and a note quotes it with its row."""
    source = read_sheets(Youth_Board=f"Name | Organisation\nAnn Example | Police\n |\n{remark} |")
    assert seats(source, "person", "organisation") == [("Ann Example", "Police")]
    assert told(source)["note"] == [
        f"sheet Youth Board, row 4: 1 line on its own is read as a remark, and not as a seat: “{remark}”."
    ]


def test_remarks_beneath_each_body() -> None:
    """Remarks above the next body are no seats either."""
    text = "Name | Role\nHealth Board |\nAnn Example | Chair\nAgreed in May |\nYouth Forum |\n"
    source = read_sheets(Appointments=f"{text}Bob Example | Chair\nContact: Team | \nMeets monthly |")
    assert seats(source, "person") == [("Ann Example",), ("Bob Example",)]
    assert "row 4: 3 lines on their own are read as remarks, and not as seats" in told(source)["note"][-1]


@pytest.mark.parametrize(
    "holder",
    [
        "Contact Officer",
        "Meetings Manager",
        "Contact Theatre",
        "Ann Example (ann@example.org)",
        "Sourcing Ltd",
    ],
)
def test_a_last_holder_is_no_remark(holder: str) -> None:
    """A holder in the last row, whose name begins as a remark may or who has an address, is a seat."""
    source = read_sheets(Youth_Board=f"Name | Organisation\nBob Example | Police\n{holder} |")
    assert (holder,) in [*seats(source, "person"), *seats(source, "organisation")]


def test_a_list_of_one_column_keeps_its_addresses() -> None:
    """In a list of one column a text with an address is no remark."""
    source = read_sheets(
        Youth_Board="Name\nBob Example\nExample, Ann - ann@example.org\nTeam at team@example.org"
    )
    assert len(seats(source, "person")) == 3


def test_a_body_with_nothing_beneath() -> None:
    """A body on the last line of a list is left out with a warning, and not counted among those read."""
    text = "Name | Role\nHealth Board |\nAnn Example | Chair\nYouth Forum |\nMeets monthly |"
    source = read_sheets(Appointments=text)
    assert seats(source, "body") == [("Health Board",)]
    assert told(source)["warning"] == [
        (
            "sheet Appointments, row 4: 1 line on its own is left out, as a body with nothing beneath: "
            "“Youth Forum”."
        )
    ]
    assert "1 line on its own is read as the body" in told(source)["note"][0]


def test_one_chair_above_many_is_a_heading() -> None:
    """A line "Chair" above several people makes none of them the chair."""
    source = read_sheets(
        Youth_Board="Name | Organisation\nChair: |\nAnn Example | Police\nBob Example | Fire"
    )
    assert seats(source, "role") == [(None,), (None,)]
    assert source.tables["seats"].extra["heading"].tolist() == ["Chair", "Chair"]


def test_lines_of_body_and_holder() -> None:
    """A column of lines such as "Body - Councillor" is read as seats, whichever comes first."""
    for text in (
        "Health Board - Cllr A Example (deputy)\nSafety Forum - Cllr B Example",
        "Cllr A Example (deputy) – Health Board\nCllr B Example – Safety Forum",
    ):
        source = read_grids(grid("Appointments", text))
        assert seats(source, "body", "person") == [
            ("Health Board", "Cllr A Example (deputy)"), ("Safety Forum", "Cllr B Example"),
        ]  # fmt: skip


def test_further_columns_are_carried() -> None:
    """Columns that are not used are kept as written, labelled apart, for the rows that are seats."""
    text = "Body | Name | Email | | Email\nBoard | Ann | a@x | q | b@x\nBoard | Bob | | |\n | | only | too |"
    source = read_sheets(Seats=text)
    extra = source.tables["seats"].extra
    assert extra.to_dict("index") == {
        2: {"Email": "a@x", "column D": "q", "Email (2)": "b@x"},
        3: {"Email": None, "column D": None, "Email (2)": None},
    }
    assert source.tables["seats"].unused == ("C (Email)", "D (no header)", "E (Email)")
    assert told(source)["warning"] == [
        "sheet Seats, row 4: row 4 has nothing in the columns of seats, and is not used."
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("O&#8217;Example", "O’Example"),
        ("A&nbsp;B", "A B"),
        ("Arts &amp;amp;amp; Co", "Arts & Co"),
        ("R&D", "R&D"),
        ("Town&parish", "Town&parish"),
        ("&nbsp;\x00", None),
        ("&#99999999;", "&#99999999;"),
    ],
)
def test_entities_are_read_as_what_they_stand_for(written: str, read: str | None) -> None:
    """HTML entities become their letters, inside one another too; a bare ampersand stays."""
    assert clean(written) == read


@pytest.mark.parametrize("text", ["*Ann Example", "Contact Officer"])
def test_what_begins_like_a_remark(text: str) -> None:
    """A holder whose name begins as a remark may is a holder."""
    source = read_sheets(Youth_Board=f"Name | Organisation\n{text} |\nBob Example | Fire\n* co-opted |")
    assert seats(source, "person") == [(text,), ("Bob Example",)]


def test_rows_in_words() -> None:
    """Rows are named one by one, in runs, and cut short where they are many."""
    assert [spans([3]), spans([3, 5]), spans([14, 15, 16])] == ["row 3", "rows 3 and 5", "rows 14 to 16"]
    assert spans(range(1, 99, 2)) == "rows 1, 3, 5, 7, 9 and 44 more places"


WORDS = [
    "Body",
    "Name",
    "Organisation",
    "Members:",
    "Health Board",
    "Police",
    "Ann Example",
    '"',
    "Observers:",
    None,
    "",
    "1",
    "and x",
]
CELLS = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ROWS = st.lists(st.lists(CELLS, max_size=5), max_size=8)
MERGED = st.lists(st.tuples(*[st.integers(-1, 9)] * 4), max_size=3).map(tuple)


GRIDS = st.lists(
    st.tuples(st.sampled_from(["Seats", "Youth Board", "x", "Bodies"]), ROWS, MERGED), max_size=3
)
Made = list[tuple[str, list[list[str | None]], tuple[tuple[int, int, int, int], ...]]]


@settings(max_examples=50, deadline=None)
@given(made=GRIDS)
def test_any_cells_are_read_or_refused(made: Made) -> None:
    """Whatever stands in the cells and whatever is merged, sheets are read as text or refused in words."""
    grids = [
        Grid(f"sheet {number}", name, rows, merged=merged, hidden=(0, 99))
        for number, (name, rows, merged) in enumerate(made)
    ]
    with contextlib.suppress(SourceInvalid):
        source = read_grids(*grids)
        for table in source.tables.values():
            cells = [*table.frame.to_numpy().ravel(), *table.extra.to_numpy().ravel()]
            assert all(cell is None or isinstance(cell, str) for cell in cells)
        check(source)
