"""Lists of ties read as seats."""

from __future__ import annotations

import contextlib
import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read.edges import is_edges, source
from orgmap.read.grid import Grid


def grid(text: str) -> Grid:
    """Return a grid of CSV text."""
    return Grid("ties.csv", "ties", list(csv.reader(text.splitlines())))


def read(text: str) -> Source:
    """Return the source that a list of ties in CSV text makes."""
    return source("ties.csv", grid(text))


def ties(found: Source) -> list[tuple[str, str]]:
    """Return member and body of each seat."""
    frame = found.tables["seats"].frame
    member = "person" if "person" in frame.columns else "organisation"
    return list(zip(frame[member], frame["body"], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Example,Health Board\nBob Sample,Health Board\n",
        "Health Board,Ann Example\nHealth Board,Bob Sample\n",
        "person,group\nAnn Example,Health Board\nBob Sample,Health Board\n",
        "group,person\nHealth Board,Ann Example\nHealth Board,Bob Sample\n",
        "who,what\nAnn Example,Health Board\nBob Sample,Health Board\n",
    ],
)
def test_who_and_on_what(text: str) -> None:
    """The bodies are found by the header, else by their names, whichever comes first."""
    found = read(text)
    assert ties(found) == [("Ann Example", "Health Board"), ("Bob Sample", "Health Board")]
    assert found.reading == "a list of ties: 2 people x 1 body, 2 ties"
    assert found.form == "edges"
    assert not found.problems


def test_second_column_by_default() -> None:
    """Where nothing tells, the second column names the bodies, and it is said."""
    found = read("alpha1,beta1\nalpha2,beta1\nalpha2,beta2\n")
    assert ties(found)[0] == ("alpha1", "beta1")
    assert [problem.severity for problem in found.problems] == ["warning"]


def test_a_header_of_one_side() -> None:
    """A header known on one side tells the other: authorities are organisations, so LEPs are the bodies."""
    found = read(
        "authority,lep,units\nAdur,Coast to Capital,42\nArun,Coast to Capital,94\nAdur,South East,1\n"
    )
    assert is_edges(grid("authority,lep,units\nAdur,Coast to Capital,42\nArun,Coast to Capital,94\n"))
    assert found.reading == "a list of ties: 2 organisations x 2 bodies, 3 ties"
    assert found.tables["seats"].extra["units"].tolist() == ["42", "94", "1"]
    assert found.tables["seats"].unused == ("C (units)",)


def test_roles_and_numbers_of_seats() -> None:
    """A column of roles gives the roles, and one called seats their number."""
    found = read("organisation,board,seats,part\nPolice,LSP,2,Chair\nNHS Trust,LSP,1,member\n")
    frame = found.tables["seats"].frame
    assert frame["role"].tolist() == ["Chair", "Chair", "member"]
    assert frame.index.tolist() == [2, 2, 3]


def test_words_with_blanks_between() -> None:
    """Lines of two words are ties where the words come again; comments and attributes are passed over."""
    rows = [["# made by hand"], ["ann lsp"], ["bob lsp"], ["cy hwb {'weight': 1}"], ['"ann" hwb']]
    table = Grid("ties.txt", "ties", rows)
    assert is_edges(table)
    assert ties(source("ties.txt", table)) == [("ann", "lsp"), ("bob", "lsp"), ("cy", "hwb"), ("ann", "hwb")]


def test_one_end_missing() -> None:
    """A row that names only one end is no tie, and it is said with its row."""
    found = read("person,group\nAnn Example,LSP\n,HWB\nBob Sample,\n")
    assert ties(found) == [("Ann Example", "LSP")]
    assert [problem.row for problem in found.problems] == [3, 4]


def test_one_kind_of_name() -> None:
    """A list of who is tied to whom is refused, and the reason is said."""
    with pytest.raises(SourceInvalid, match="who is tied to whom"):
        read("Source,Target\nAnn Example,Bob Sample\nBob Sample,Cy Test\nCy Test,Ann Example\n")


@pytest.mark.parametrize(
    "text",
    [
        "Partnership,Organisation\nLSP,Police\nHWB,NHS\n",
        "Name,Organisation\nAnn Example,Police\nBob Sample,NHS\n",
        "Organisation,Sector\nPolice,police\nNHS Trust,health\n",
        "Name,E-mail\nAnn Example,a@example.org\nBob Sample,b@example.org\n",
        "Name,Ward\nAnn Example,North\nBob Sample,South\n",
        "Ann Example\nBob Sample\nCy Test\n",
        "",
    ],
)
def test_not_ties(text: str) -> None:
    """Seats with their own headers, people with what is said of them, and lists of names are no ties."""
    assert not is_edges(grid(text))


@pytest.mark.parametrize("text", ["", "x\n", "Name,E-mail\nAnn Example,a@example.org\n"])
def test_no_ties_to_be_seen(text: str) -> None:
    """What has no two columns of names is refused in words."""
    with pytest.raises(SourceInvalid, match="no list of ties can be seen"):
        read(text)


CELLS = st.one_of(
    st.none(), st.sampled_from(["Ann Example", "LSP", "1", "Chair", "body", "person"]), st.text()
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=5), max_size=8))
def test_any_grid(rows: list[list[str | None]]) -> None:
    """Any grid is read or refused in words, and what is read can be checked."""
    table = Grid("ties.csv", "ties", rows)
    is_edges(table)
    with contextlib.suppress(SourceInvalid):
        check(source("ties.csv", table))
