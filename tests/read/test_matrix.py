"""Matrices read as seats."""

from __future__ import annotations

import contextlib
import csv
import time

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read.grid import Grid
from orgmap.read.matrix import is_matrix, source

PLAIN = "Name,LSP Board,HWB,CSP\nAnn Example,x,,Chair\nBob Sample,X,1,\n"


def grid(text: str, **more: object) -> Grid:
    """Return a grid of CSV text."""
    rows = [[cell or None for cell in row] for row in csv.reader(text.splitlines())]
    return Grid("sheet Members", "Members", rows, **more)  # type: ignore[arg-type]


def read(text: str, form: str | None = None) -> Source:
    """Return the source that a matrix of CSV text makes."""
    return source("list.csv", grid(text), form)


def seats(found: Source) -> list[dict[str, str]]:
    """Return the seats without their empty cells."""
    rows = found.tables["seats"].frame.to_dict("records")
    return [{str(column): cell for column, cell in row.items() if cell is not None} for row in rows]


def messages(found: Source, severity: str) -> list[str]:
    """Return the problems of one severity."""
    return [str(problem) for problem in found.problems if problem.severity == severity]


def test_people_and_bodies() -> None:
    """Marks and roles become seats, with the row of the file, and what was read is said."""
    found = read(PLAIN)
    assert found.reading == "a matrix: 2 people x 3 bodies, 4 marks"
    assert found.form == "matrix"
    assert seats(found) == [
        {"body": "LSP Board", "person": "Ann Example"},
        {"body": "CSP", "person": "Ann Example", "role": "Chair"},
        {"body": "LSP Board", "person": "Bob Sample"},
        {"body": "HWB", "person": "Bob Sample"},
    ]
    assert found.tables["seats"].frame.index.tolist() == [2, 2, 3, 3]
    assert found.tables["bodies"].frame["body"].tolist() == ["LSP Board", "HWB", "CSP"]
    assert not found.problems


def test_davis() -> None:
    """Davis Southern Women as a matrix gives 89 seats of 18 women at 14 events."""
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    lines = [[woman, *(str(int(graph.has_edge(woman, event))) for event in events)] for woman in women]
    found = source("davis.csv", Grid("davis.csv", "davis", [["", *events], *lines]))
    assert found.reading == "a matrix: 18 people x 14 bodies, 89 marks"
    made = check(found)
    assert (len(made.seats), len(made.people), len(made.bodies)) == (89, 18, 14)


def test_columns_beside_the_names() -> None:
    """What stands beside a name goes to its column of the vocabulary, and an unknown column to extra."""
    found = read(
        "Title of the sheet,,,,,,\n,,,,,,\n"
        "Name,Organisation,Job title,E-mail,LSP Board,HWB,Total\n"
        "Ann Example,Council,Director,a@example.org,x,Obs (until 2025),2\n"
        "Bob Sample,Police,,,1,,1\nTotal,,,,2,1,3\nKey: x = member,,,,,,\n"
    )  # fmt: skip
    assert seats(found)[0] == {
        "body": "LSP Board", "person": "Ann Example", "organisation": "Council", "post": "Director",
    }  # fmt: skip
    table = found.tables["seats"]
    assert table.unused == ("D (E-mail)",)
    assert table.extra["E-mail"].tolist() == ["a@example.org", None]
    assert table.extra.index.tolist() == [4, 5]
    notes = " ".join(messages(found, "note"))
    assert "column G (Total) holds sums" in notes
    assert "row 6 holds sums" in notes
    assert "row 7" in notes


def test_what_is_said_of_organisations() -> None:
    """Organisations down are declared with their sector, also one that sits on nothing."""
    found = read(
        "Agency,Sector,LSP Board,HWB\nPolice,police,3,x\nNHS Trust,health,Observer,1\nFire,fire,0,-\n"
    )
    assert found.reading == "a matrix: 3 organisations x 2 bodies, 4 marks"
    assert len(seats(found)) == 6
    made = check(found)
    assert made.organisations["sector"].tolist() == ["police and justice", "health", "fire"]
    notes = messages(found, "note")
    assert any("1 organisation sits on nothing: Fire." in note for note in notes)
    assert any("each is read as so many seats" in note for note in notes)


def test_numbers_of_people() -> None:
    """A number for a person is one seat, and the number is its note."""
    found = read("Name,LSP Board,HWB\nAnn Example,3,1\nBob Sample,1,x\n")
    assert seats(found)[0] == {"body": "LSP Board", "person": "Ann Example", "note": "3"}
    assert any("with the number as its note" in note for note in messages(found, "note"))


def test_names_in_the_cells() -> None:
    """Organisations down and people's names in the cells: each name is a seat for the organisation."""
    rows = [
        ["Organisation", "LSP Board", "Health Partnership"],
        ["County Council", "Ann Example; Bob Sample", "Cy Test"],
        ["Police", "Dee Other\nEve Some", "TBC"],
        ["NHS Trust", "Vacant", "x"],
    ]
    table = Grid("sheet M", "M", rows)
    assert is_matrix(table)
    found = source("m.xlsx", table)
    assert [row.get("person") for row in seats(found)] == [
        "Ann Example", "Bob Sample", "Cy Test", "Dee Other", "Eve Some", "TBC", None, None,
    ]  # fmt: skip
    assert seats(found)[6] == {"body": "LSP Board", "organisation": "NHS Trust", "status": "Vacant"}


def test_organisations_in_the_cells() -> None:
    """Where people stand down and organisations in the cells, each is whom the person sits for."""
    text = "Name,LSP Board,Health Forum\nAnn Example,County Council,NHS Trust\nBob Sample,,Marshire Police\n"
    assert is_matrix(grid(text))
    assert [row["organisation"] for row in seats(read(text))] == [
        "County Council", "NHS Trust", "Marshire Police",
    ]  # fmt: skip


@pytest.mark.parametrize("form", [None, "matrix-bodies-down"])
def test_bodies_down(form: str | None) -> None:
    """Bodies that stand down are turned, with what is said of them; the form comes before the names."""
    found = read(
        "Partnership,Tier,Police,NHS Trust\nLSP Board,county,x,Chair\nSafer Forum,district,,x\n", form
    )
    assert found.form == "matrix-bodies-down"
    assert found.reading == "a matrix with bodies down: 2 bodies x 2 organisations, 3 marks"
    assert found.tables["bodies"].frame.to_dict("list") == {
        "body": ["LSP Board", "Safer Forum"], "tier": ["county", "district"],
    }  # fmt: skip
    assert seats(found)[1] == {"body": "LSP Board", "organisation": "NHS Trust", "role": "Chair"}


def test_turned_by_the_names() -> None:
    """Where nothing stands over the names, names that are clearly those of bodies turn the matrix."""
    found = read(",Ann Example,Bob Sample\nLSP Board,x,\nHealth Forum,x,x\n")
    assert found.form == "matrix-bodies-down"
    assert any("read with bodies down" in note for note in messages(found, "note"))
    assert read(",Ann Example,Bob Sample\nLSP Board,x,\nHealth Forum,x,x\n", "matrix").form == "matrix"


def test_marks_that_are_not_known() -> None:
    """An unknown mark is a warning at its cell, once for each text, and no seat."""
    rows = [[f"Person {letter} Name", "x", "x"] for letter in "ABCDEFGH"]
    table = Grid(
        "sheet M",
        "M",
        [["Name", "LSP", "HWB"], *rows, ["Zoe Last", "Pres", "Pres"], ["Yan Last", "?", ""]],
        3,
        2,
    )
    found = source("m.xlsx", table)
    warnings = messages(found, "warning")
    assert len(warnings) == 2
    assert warnings[0].startswith("sheet M, row 12, column C (LSP): “Pres” is no mark")
    assert "2 cells" in warnings[0]
    assert warnings[1].startswith("sheet M, row 13, column C (LSP): “?” leaves open")
    assert len(seats(found)) == 16


def test_same_names_down_and_across() -> None:
    """A matrix of people by people is refused, and the reason is said."""
    square = ",Ann Example,Bob Sample,Cy Test\nAnn Example,0,1,1\nBob Sample,1,0,0\nCy Test,1,0,0\n"
    with pytest.raises(SourceInvalid, match="who is tied to whom"):
        read(square)


def test_names_twice() -> None:
    """A name that stands twice, down or across, is read as one, and it is said."""
    found = read("Name,LSP,LSP,HWB\nAnn Example,x,,x\nBob Sample,,x,\nann example,,,x\n")
    assert found.tables["bodies"].frame["body"].tolist() == ["LSP", "HWB"]
    assert {row["person"] for row in seats(found)} == {"Ann Example", "Bob Sample"}
    assert len(messages(found, "warning")) == 2
    assert check(found).bodies.shape[0] == 2


def test_forename_and_surname() -> None:
    """Titles, forenames and surnames in columns of their own make one name."""
    found = read(
        "Title,First name,Surname,LSP,HWB Board\nCllr,Ann,Example,x,x\n,Bob,Sample,,Chair\nMr,Cy,Test,x,\n"
    )
    assert [row["person"] for row in seats(found)] == [
        "Cllr Ann Example", "Cllr Ann Example", "Bob Sample", "Mr Cy Test",
    ]  # fmt: skip


def test_merged_cells_beside_the_names() -> None:
    """An organisation merged over several rows holds for the person of each row."""
    text = "Name,Organisation,LSP,HWB\nAnn Example,Council,x,x\nBob Sample,,x,\nCy Test,Police,x,\n"
    found = source("m.xlsx", grid(text, merged=((1, 1, 2, 1),)))
    assert [row["organisation"] for row in seats(found)] == ["Council", "Council", "Council", "Police"]


def test_rows_and_columns_without_a_name() -> None:
    """Marks of a row without a name or a column without a heading are not read, and it is said."""
    found = read("Name,LSP,,HWB\nAnn Example,x,x,x\n,x,,x\nBob Sample,x,,\n")
    assert len(seats(found)) == 3
    assert len(messages(found, "warning")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Partnership,Name,Organisation,Role,Voting\nLSP,Ann Example,Council,Chair,y\nHWB,Bob,Police,,n\n",
        "Name,Organisation,Role,Dietary\nAnn Example,Council,Chair,y\nBob Sample,Police,Member,n\n",
        "Body,Statutory,Open,Kind\nLSP,y,n,board\nHWB,n,y,board\n",
        "Organisation,LSP,HWB Board,CSP\nCouncil,12,4,6\nPolice,3,2,5\nNHS,2,2,3\n",
        "Name,12/01/2024,9 Feb 2024,Mar 2024\nAnn Example,x,,x\nBob Sample,x,x,x\n",
        "LSP Board,Health Forum,Safer CSP\nAnn Example,Bob Sample,Cy Test\nDee Other,Ann Example,Eve Some\n",
        "body_a,body_b,status,parties,purpose,remits\nLSP,HWB,agreed,yes,no,x\nHWB,CSP,draft,yes,no,x\n",
        "Ann Example,LSP\nBob Sample,HWB\n",
        "x,x\nx,x\n",
        "",
    ],
)
def test_not_a_matrix(text: str) -> None:
    """Lists of seats, tables of facts, counts, attendance, lists side by side and ties are no matrices."""
    assert not is_matrix(grid(text))


@pytest.mark.parametrize("text", [PLAIN, ",E1,E2 Club\nAnn Example,1,0\nBob Sample,1,1\n"])
def test_a_matrix(text: str) -> None:
    """A matrix of marks is recognised."""
    assert is_matrix(grid(text))


def test_quick_on_a_long_list() -> None:
    """A hundred thousand rows are recognised from the first of them."""
    rows = [["LSP", "Ann Example", "Council", "Chair"]] * 100_000
    start = time.process_time()
    assert not is_matrix(Grid("seats.csv", "seats", [["Body", "Name", "Organisation", "Role"], *rows]))
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text", ["", "x\n", "Name\nAnn Example\n", "Name,Organisation\nAnn Example,Council\n"]
)
def test_no_matrix_to_be_seen(text: str) -> None:
    """What is asked to be read as a matrix and is none is refused in words."""
    with pytest.raises(SourceInvalid, match="no matrix can be seen"):
        read(text, "matrix")


CELLS = st.one_of(
    st.none(), st.sampled_from(["x", "1", "0", "Chair", "?", "Total", "Name", "=1+1", "2023"]), st.text()
)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.lists(CELLS, max_size=6), max_size=8), st.sampled_from([None, "matrix", "matrix-bodies-down"])
)
def test_any_grid(rows: list[list[str | None]], form: str | None) -> None:
    """Any grid is read or refused in words, and what is read can be checked."""
    table = Grid("sheet M", "M", rows)
    is_matrix(table)
    with contextlib.suppress(SourceInvalid):
        check(source("m.xlsx", table, form))
