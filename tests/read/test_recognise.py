"""What form a source is of, and what is refused with advice."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmap.errors import CallInvalid, Problem, SourceInvalid
from orgmap.read import read
from orgmap.read.recognise import form_of

KNOWN = {
    "csv": "body,person\nBoard,Ann Example\n",
    "popolo": '{"persons": [], "memberships": []}',
    "json": '{"orgmap": "0.1.0", "tables": {}}',
    "kumu": '{"elements": [], "connections": []}',
    "cytoscape": '{"elements": {"nodes": [], "edges": []}}',
    "org": "# a comment\n@prefix org: <http://www.w3.org/ns/org#> .\n",
    "graphml": '<?xml version="1.0"?>\n<!-- made by hand -->\n<graphml xmlns="x"/>',
    "gexf": '<gexf xmlns="http://gexf.net/1.3"/>',
    "moderngov": "<committees><committee/></committees>",
    "pajek": "% a comment\n*Vertices 5 2\n",
    "dl": "DL\nNR=3 NC=4\nFORMAT = FULLMATRIX\n",
}


@pytest.mark.parametrize("form", KNOWN)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_form_is_known_by_its_content(tmp_path: Path, form: str, encoding: str) -> None:
    """Whatever a file is called and however its letters are kept, its content tells the form."""
    path = tmp_path / "list.txt"
    path.write_text(KNOWN[form], encoding=encoding)
    assert form_of(path) == form


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("minutes.pdf", b"%PDF-1.7", "this is a PDF file"),
        ("minutes.xlsx", b"%PDF-1.7", "this is a PDF file"),
        ("minutes.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a Word document"),
        ("minutes.rtf", b"{\\rtf1", "this is a text document"),
        ("scan.png", b"\x89PNG\r\n", "this is a picture"),
        ("list.xls", b"<html><table><tr><td>Board</td></tr></table></html>", "this is a web page"),
        ("list.csv", b"<!DOCTYPE html><p>Log in</p>", "this is a web page"),
        ("list.numbers", b"PK\x03\x04", "orgmap does not read Numbers"),
        ("strange.json", b'{"weather": "fine"}', "it holds weather"),
        ("broken.json", b'{"persons": [', "this is not well-formed JSON"),
        ("empty.xlsx", b"", "the file is empty"),
    ],
)
def test_what_is_no_list_is_refused_with_advice(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """A file that holds no list is refused with what it is and what to do instead."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceInvalid) as refused:
        read(tmp_path / name)
    assert said in str(refused.value)
    assert all(problem.hint for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("part", "said"),
    [("word/document.xml", "Word"), ("ppt/presentation.xml", "slides"), ("a.csv", "archive")],
)
def test_packages_that_are_no_workbook(tmp_path: Path, part: str, said: str) -> None:
    """A package is known by its parts, not by its name."""
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as package:
        package.writestr(part, "x")
    with pytest.raises(SourceInvalid, match=said):
        read(tmp_path / "list.xlsx")


def test_a_workbook_under_another_name(tmp_path: Path) -> None:
    """A workbook that is called .csv is read as the workbook it is."""
    book = xlsxwriter.Workbook(str(tmp_path / "list.csv"))
    sheet = book.add_worksheet("Seats")
    for row, cells in enumerate([["body", "person"], ["Board", "Ann Example"]]):
        sheet.write_row(row, 0, cells)
    book.close()
    source = read(tmp_path / "list.csv")
    assert (source.form, len(source.tables["seats"].frame)) == ("workbook", 1)


def test_folders(tmp_path: Path) -> None:
    """A folder is known by the files in it; one without any is told so."""
    assert form_of(tmp_path) == "csv"
    (tmp_path / "committees.xml").write_text("<committees/>", encoding="utf-8")
    assert form_of(tmp_path) == "moderngov"
    (tmp_path / "seats.csv").write_text("body,person\nBoard,Ann Example\n", encoding="utf-8")
    assert form_of(tmp_path) == "csv"


@pytest.mark.parametrize("form", ["dot", "spreadsheet"])
def test_a_form_that_cannot_be_read(tmp_path: Path, form: str) -> None:
    """A form that orgmap does not read is the call's mistake, not the data's."""
    (tmp_path / "seats.csv").write_text("body,person\nBoard,Ann Example\n", encoding="utf-8")
    with pytest.raises(CallInvalid, match=form):
        read(tmp_path / "seats.csv", form)


@pytest.mark.parametrize(
    "form", ["popolo", "kumu", "graphml", "gexf", "pajek", "dl", "moderngov", "json", "gephi"]
)
def test_a_wrong_form_is_told_in_words(tmp_path: Path, form: str) -> None:
    """Where the user names a form that the file is not of, the file is refused in words."""
    (tmp_path / "seats.csv").write_text("body,person\nBoard,Ann Example\n", encoding="utf-8")
    assert any(problem.severity == "error" for problem in told(tmp_path / "seats.csv", form))


def told(path: Path, form: str | None = None) -> tuple[Problem, ...]:
    """Return the problems of a source, whether it is read or refused."""
    try:
        return read(path, form).problems
    except SourceInvalid as refused:
        return refused.problems


@given(
    content=st.binary(min_size=1, max_size=200),
    suffix=st.sampled_from([".csv", ".xlsx", ".json", ".xml", ".net"]),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, suffix: str) -> None:
    """Whatever bytes a file holds, it is read or refused in words."""
    path = tmp_path / f"list{suffix}"
    path.write_bytes(content)
    assert told(path) or read(path).tables["seats"] is not None
