"""Tests of cells that hold more than one thing."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.matching import normal
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read.splitting import taken_apart
from tests.builders import Record, seat, source
from tests.read.splitting_cells import HOLD_MORE, STAY_WHOLE

ORDER = (
    "person",
    "post",
    "organisation",
    "role",
    "on_behalf_of",
    "substitute_for",
    "status",
    "voting",
    "selection",
    "since",
    "until",
    "note",
)


def of(*rows: Record, **tables: list[Record]) -> Source:
    """Return the source of seats on one body with its cells taken apart."""
    return taken_apart(source(seats=[{"body": "Board", **row} for row in rows], **tables))


def seats(done: Source) -> list[str]:
    """Return the seats in words, column by column."""
    rows = done.tables["seats"].frame.to_dict("records")
    return [
        "; ".join(f"{name}: {row[name]}" for name in ORDER if isinstance(row.get(name), str)) for row in rows
    ]


def doubtful(done: Source) -> bool:
    """Tell whether a warning was given."""
    return any(problem.severity == "warning" for problem in done.problems)


@pytest.mark.parametrize(("cell", "expected"), HOLD_MORE)
def test_what_a_cell_of_a_person_holds(cell: str, expected: str) -> None:
    """A cell is read as the seats it holds, and what is doubtful is a warning."""
    done = of({"person": cell})
    assert ("? " if doubtful(done) else "") + " // ".join(seats(done)) == expected


@pytest.mark.parametrize("cell", STAY_WHOLE)
def test_what_stays_whole(cell: str) -> None:
    """A name, a code or words in place of a name come back as the very same source."""
    before = source(seats=[{"body": "Board", "person": cell}])
    assert taken_apart(before).tables is before.tables


@pytest.mark.parametrize(
    "cell",
    [
        "Bed, Breakfast & Co",
        "Fire & Rescue",
        "Marks & Spencer",
        "Bed and Breakfast Association",
        "NHS (2 seats)",
        "St Mary's - Andover Road School",
        "NHS - North",
        "Stratford-on-Avon District Council",
        "Police / Fire",
        "Hampshire County Council (HCC)",
        "Age Concern (Hampshire)",
        "Portsmouth, Havant & Gosport CVS",
        "Crime, Disorder and Drugs Partnership",
        "Smith, Jones & Partners",
        "Voluntary Sector",
        "(vacant)",
        "vacant",
        "Head of Service Group, Transport",
        "Leader Group (South)",
    ],
)
def test_organisations_stay_whole(cell: str) -> None:
    """An organisation is not divided at its commas, dashes, brackets or "&"."""
    before = source(seats=[{"body": "Board", "organisation": cell}])
    assert taken_apart(before).tables is before.tables


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("organisation", "Hampshire CVS (Chair)", "organisation: Hampshire CVS; role: Chair"),
        ("organisation", "Police; Fire", "organisation: Police; note: Fire"),
        ("organisation", "Hampshire CVS\nAge Concern", "organisation: Hampshire CVS; note: Age Concern"),
        ("organisation", "Hampshire County\nCouncil", "organisation: Hampshire County Council"),
        ("organisation", "Police (vacant)", "organisation: Police; status: vacant"),
        (
            "organisation",
            "Hampshire Constabulary - Vacant",
            "organisation: Hampshire Constabulary; status: vacant",
        ),
        (
            "organisation",
            "Hampshire CVS representing Age Concern",
            "organisation: Hampshire CVS; on_behalf_of: Age Concern",
        ),
        (
            "organisation",
            "Hampshire CVS (rep of Age Concern)",
            "organisation: Hampshire CVS; on_behalf_of: Age Concern",
        ),
        ("organisation", "Hampshire CVS*", "organisation: Hampshire CVS"),
        ("organisation", "Eastleigh BC (until May 2025)", "organisation: Eastleigh BC; until: May 2025"),
        ("organisation", "Police (represented by Ann Example)", "person: Ann Example; organisation: Police"),
        (
            "organisation",
            "Eastleigh BC (Observer) (non-voting)",
            "organisation: Eastleigh BC; role: Observer; voting: no",
        ),
        ("on_behalf_of", "representing Age Concern", "on_behalf_of: Age Concern"),
        ("on_behalf_of", "Hampshire CVS (Chair)", "role: Chair; on_behalf_of: Hampshire CVS"),
        ("post", "Leader and Deputy Leader", "post: Leader // post: Deputy Leader"),
        (
            "post",
            "Chief Executive, Eastleigh Borough Council",
            "post: Chief Executive; organisation: Eastleigh Borough Council",
        ),
        (
            "post",
            "Leader of Hampshire County Council",
            "post: Leader; organisation: Hampshire County Council",
        ),
        ("post", "Chief Executive (until May 2025)", "post: Chief Executive; until: May 2025"),
        ("post", "Manager (Chair)", "post: Manager; role: Chair"),
        ("role", "Chair (until May 2025)", "role: Chair; until: May 2025"),
        ("role", "Vice Chair / Treasurer", "role: Vice Chair; note: Treasurer"),
        ("role", "Observer (non-voting)", "role: Observer; voting: no"),
        ("role", "Substitute for Bob Sample", "role: substitute; substitute_for: Bob Sample"),
        ("role", "Member from 2023", "role: Member; since: 2023"),
        ("status", "Vacant since May 2025", "status: vacant; note: Vacant since May 2025"),
        ("since", "2023 - 2026", "since: 2023; until: 2026"),
        ("since", "2023-2026", "since: 2023; until: 2026"),
        ("since", "2023-05-01 - 2026-04-30", "since: 2023-05-01; until: 2026-04-30"),
        ("until", "until May 2025", "until: May 2025"),
    ],
)
def test_what_the_other_columns_hold(column: str, cell: str, expected: str) -> None:
    """A role, a date, a vacancy or whom a seat speaks for is taken out of the cell of another column."""
    assert " // ".join(seats(of({column: cell}))) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "Director, Children's Services",
        "Head of Council Tax",
        "Leader of the Council",
        "Chief Executive and Town Clerk",
    ],
)
def test_posts_stay_whole(cell: str) -> None:
    """A post is divided neither at its departments nor at a council that it is only about."""
    before = source(seats=[{"body": "Board", "post": cell}])
    assert taken_apart(before).tables is before.tables


@pytest.mark.parametrize(
    "date", ["2019-04-01", "2019-04", "01-04-2019", "1 April 2019", "2023/24", "unknown", "2019"]
)
def test_dates_stay_whole(date: str) -> None:
    """A date is not a period, however it is written."""
    before = source(seats=[{"body": "Board", "person": "Ann Example", "since": date, "until": date}])
    assert taken_apart(before).tables is before.tables


def test_the_same_role_twice_is_only_dropped() -> None:
    """What a row has already under another spelling is not repeated in the note."""
    done = of(
        {"person": "Ann Example (Chairman), HCC", "role": "chair", "organisation": "Hampshire County Council"}
    )
    assert seats(done) == ["person: Ann Example; organisation: Hampshire County Council; role: chair"]
    assert not doubtful(done)


def test_two_facts_that_differ_are_both_kept() -> None:
    """The cell of a column is not overwritten: the other fact goes to the note, and a warning says so."""
    done = of(
        {
            "person": "Ann Example (Chair) - Eastleigh CVS",
            "role": "Observer",
            "organisation": "Police",
            "note": "new",
        }
    )
    assert seats(done) == [
        "person: Ann Example; organisation: Police; role: Observer; note: new; Chair; Eastleigh CVS"
    ]
    warnings = [problem.message for problem in done.problems if problem.severity == "warning"]
    assert [text.split(" is not")[0] for text in warnings] == ["“Chair”", "“Eastleigh CVS”"]


def test_a_declared_name_is_never_divided() -> None:
    """A cell that is the name of a declared person, organisation or body stays as it is."""
    before = source(
        seats=[
            {"body": "Board", "person": name}
            for name in ("Ann Example - Police", "Chair, Hampshire CVS", "Leader")
        ],
        people=[{"person": "Ann Example – Police"}],
        organisations=[{"organisation": "Chair Hampshire C.V.S", "also_known_as": "Chair, Hampshire CVS"}],
        bodies=[{"body": "Board"}, {"body": "Leader"}],
    )
    assert taken_apart(before).tables is before.tables


def test_each_holder_keeps_the_row() -> None:
    """Several holders in a cell get a row each, with what the row says of all and its number in the file."""
    done = of(
        {"person": "Zed Example"},
        {"person": "Ann Example & Bob Sample", "organisation": "Police", "since": "2024"},
    )
    assert seats(done)[1:] == [
        f"person: {name}; organisation: Police; since: 2024" for name in ("Ann Example", "Bob Sample")
    ]
    assert done.tables["seats"].frame.index.tolist() == [2, 3, 3]


def test_a_substitute_takes_over_only_the_body() -> None:
    """Who stands in for a holder gets a row with the body and the holder, and nothing else of the row."""
    done = of({"person": "Ann Example (sub: Bob Sample)", "organisation": "Police", "until": "2026"})
    assert seats(done)[1] == "person: Bob Sample; role: substitute; substitute_for: Ann Example"
    assert set(done.tables["seats"].frame["body"]) == {"Board"}


def test_two_posts_of_somebody_named_stay() -> None:
    """Two posts in the cell of a person who is named are one person's."""
    before = source(seats=[{"body": "Board", "person": "Ann Example", "post": "Leader and Deputy Leader"}])
    assert taken_apart(before).tables is before.tables


def test_the_text_as_written_is_kept() -> None:
    """The cells that were changed stand in the further columns, each under its row."""
    extra = of({"person": "Ann Example <ann@example.org>"}, {"person": "Bob Sample"}).tables["seats"].extra
    assert extra["person as written"].dropna().to_dict() == {2: "Ann Example <ann@example.org>"}


def test_a_text_is_told_once() -> None:
    """A text that stands in many rows is told once, at its first row, with the number of the others."""
    done = of(*[{"person": "Smith, Jane (Chair) - Police"}] * 3)
    (note,) = done.problems
    assert note.place == "seats, row 2, column B (person)"
    assert note.message == (
        "“Smith, Jane (Chair) - Police” is read as Jane Smith, Chair, of Police. (So are 2 more rows.)"
    )


def test_a_known_organisation_is_not_doubted() -> None:
    """The initials and the names that the source uses elsewhere tell an organisation for certain."""
    rows = [{"person": "Ann Example (HCC)"}, {"person": "Bob Sample - Xyzzy"}]
    known = [
        {"person": "Carol Pattern", "organisation": name} for name in ("Hampshire County Council", "Xyzzy")
    ]
    assert not doubtful(of(*rows, *known))
    assert doubtful(of(*rows))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("CC Flo Saga", "person: CC Flo Saga"),
        ("CFO Guy Yarn", "person: CFO Guy Yarn"),
        ("PCC Ona Prose", "person: PCC Ona Prose"),
        ("CEO Tom Thumb", "person: CEO Tom Thumb"),
        ("DCC Hal Invented", "person: DCC Hal Invented"),
        ("CEO Tom Thumb (Chair)", "person: CEO Tom Thumb; role: Chair"),
    ],
)
def test_the_rank_of_somebody_with_a_post(cell: str, expected: str) -> None:
    """Initials before a name whose row has a post and an organisation are a rank: the cell is a person."""
    done = of({"person": cell, "post": "Chief", "organisation": "Exshire Police"})
    told = expected.replace(";", "; post: Chief; organisation: Exshire Police;", 1)
    assert seats(done) == [told if ";" in expected else f"{told}; post: Chief; organisation: Exshire Police"]
    assert not doubtful(done)


@pytest.mark.parametrize("cell", ["CC Exshire Police", "CEO Youth Centre"])
def test_initials_before_no_name_are_no_rank(cell: str) -> None:
    """Initials before what is nobody's name are no rank."""
    done = of({"person": cell, "post": "Chief", "organisation": "Exshire Police"})
    assert "person" not in done.tables["seats"].frame or done.problems


def test_forenames_of_the_source_are_learnt() -> None:
    """A surname comes first where the word after the comma is a forename that the source has elsewhere."""
    done = of({"person": "Okafor, Chidinma"}, {"person": "Chidinma Example"})
    assert seats(done)[0] == "person: Chidinma Okafor"


def test_declared_people_in_order() -> None:
    """A declared surname comes after the forename, and seats find the person under either spelling."""
    done = of(
        {"person": "Smith, Jane"},
        {"person": "Jane Smith"},
        {"person": "Smith, Jane (Chair)"},
        people=[{"person": "p1", "name": "Smith, Jane"}],
    )
    seated = check(done)
    assert seated.people["name"].tolist() == ["Jane Smith"]
    assert set(seated.seats["person"]) == set(seated.people.index)


def test_a_source_without_seats_stays() -> None:
    """A source that has no seats, or none in its table, comes back as it is."""
    before = source(bodies=[{"body": "Board"}])
    assert taken_apart(before).tables is before.tables


@pytest.mark.parametrize(
    "text", ["Ann Example, " * 5000, "(" * 3000, "- " * 3000, "A & " * 700, "x" * 10_000, "\x00(\x00)"]
)
def test_long_and_broken_cells(text: str) -> None:
    """A cell of many thousand letters or of marks alone does no harm."""
    for column in ("person", "organisation", "post", "role", "since"):
        assert len(seats(of({"body": "Board", "source": "s", column: text}))) >= 1


PIECES = st.sampled_from(
    [
        "Ann Example",
        "Bob Sample",
        "Smith",
        "Cllr",
        "A",
        "(Chair)",
        "(",
        ")",
        "[",
        "-",
        "–",
        ",",
        ";",
        "\n",
        "\t",
        "&",
        "and",
        "/",
        "of",
        "Police",
        "Hampshire County Council",
        "Fire & Rescue",
        "representing",
        "(until May 2025)",
        "vacant",
        "TBC",
        "Leader",
        "Deputy Leader",
        "Chief Executive",
        "*",
        "(substitute for Bob Sample)",
        "Xyzzy",
        "(sub: Carol Pattern)",
        "•",
        "1.",
        ":",
        "&amp;",
        "<br>",
        "Secretary",
        "or nominee",
        "representative",
        "(Con)",
        "2023 - 2026",
        "for",
        "née",
        "MBE",
        "(1)",
        "=1+1",
        "Cllrs",
        "(Robert)",
        "also represents CVS",
        "'s",
        "安例",
    ]
)
CELLS = st.lists(PIECES, min_size=1, max_size=7).map(" ".join)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(CELLS | st.text(max_size=40), min_size=1, max_size=4),
    st.sampled_from(("person", "organisation", "post", "role", "status", "since", "on_behalf_of")),
)
def test_any_text(texts: list[str], column: str) -> None:
    """Any text is read without a crash, stays as written where it is changed, and is then left alone."""
    before = source(seats=[{"body": "Board", "seat": "x", column: text} for text in texts])
    done = taken_apart(before)
    assert taken_apart(done) is done
    cells, now = before.tables["seats"].frame[column].dropna(), done.tables["seats"]
    for row, text in zip(cells.index.tolist(), cells.tolist(), strict=True):
        kept = now.frame.loc[[row], column].tolist() == [text]
        assert kept or text in str(now.extra.at[row, f"{column} as written"])


@settings(max_examples=50, deadline=None)
@given(CELLS)
def test_no_word_is_lost(text: str) -> None:
    """Every word of a person's cell but those that only join is in its seats or their notes."""
    joining = {"and", "of", "for", "until", "also", "sub", "vacant", "representative", "representing"}
    joining |= {"represents", "substitute", "cllrs", "1"}
    done = of({"person": text, "seat": "x"})
    cells = done.tables["seats"].frame.astype("object").to_numpy().ravel().tolist()
    kept = set(normal(" ".join(cell for cell in cells if isinstance(cell, str))).split())
    words = normal(html.unescape(text).replace("<br>", " ")).split()
    assert {word for word in words if word not in joining} <= kept


def test_a_name_left_whole_that_may_be_several_is_said() -> None:
    """A cell that looks like several names and cannot be taken apart is read as it stands, with a warning."""
    before = source(seats=[seat("Board", "Xyz Qwr & Vbn Mlk, Anytown CVS"), seat("Board", "Ann Example")])
    done = taken_apart(before)
    assert done.tables is before.tables
    assert [(one.severity, one.row) for one in done.problems] == [("warning", 2)]
    assert taken_apart(done) is done
