"""Matrices and lists of UCINET's DL language read as seats, with full names from the key beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.raw import Source
from orgmap.model.wording import counted
from orgmap.read.dl_data import Drawing, drawn
from orgmap.read.dl_file import NotRead, parsed
from orgmap.read.files import refused, text_of
from orgmap.read.guesses import body_side
from orgmap.read.modes import COLUMN, Drawn, lists_of
from orgmap.read.ties import one_line, source_of

Names = Mapping[int, tuple[str, int]]


@dataclass(frozen=True)
class _Key:
    """What the key beside a file says of its labels: the full name and the mode of each."""

    entries: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def name(self, label: str) -> str:
        """Return the full name that a label stands for."""
        return self.entries.get(label.upper(), (label, ""))[0]

    def mode(self, label: str) -> str:
        """Return what a label is the label of, empty where the key does not say."""
        return self.entries.get(label.upper(), ("", ""))[1]


def read_dl(path: Path) -> Source:
    """Return the seats of the first matrix of a file.

    Raises:
        SourceInvalid: it cannot be read, or is a matrix of ties between names of one kind.
    """
    try:
        drawing = drawn(parsed(text_of(path)))
    except NotRead as fault:
        hint = "Export it from UCINET as DL again, as a full matrix."
        raise refused(path, str(fault), hint) from fault
    if not drawing.names:
        raise refused(path, "there is nothing in the matrix.", "Export it from UCINET again.")
    key = _key_beside(path)
    modes = {node: key.mode(label) for node, (label, _) in drawing.names.items()}
    names = {node: (key.name(label), row) for node, (label, row) in drawing.names.items()}
    members = next((mode for mode in modes.values() if mode in COLUMN), None)
    bodies = _bodies(drawing, names, modes)
    lists, renamed = lists_of(Drawn(path.name, names, drawing.lines, bodies, members))
    reading = f"a UCINET matrix: {lists.size}, {counted(len(lists.ties), 'seat')}"
    said = [*_said(path, drawing), *key.problems, *renamed]
    return source_of(path.name, "dl", reading, lists, said)


def _bodies(drawing: Drawing, names: Names, modes: Mapping[int, str]) -> frozenset[int] | None:
    """Return the nodes that are bodies: by the key, else the rows or the columns, as their names tell."""
    if "body" in modes.values():
        return frozenset(node for node, mode in modes.items() if mode == "body")
    if not drawing.file.two_mode:
        return None
    rows, columns = ([node for node in names if (node in drawing.rows) == wanted] for wanted in (True, False))
    told = body_side([names[node][0] for node in rows], [names[node][0] for node in columns])
    return frozenset(rows if told == 0 else columns)


def _said(path: Path, drawing: Drawing) -> Iterator[Problem]:
    for message, row in drawing.said.items():
        yield Problem(path.name, row, None, None, message, "Check how the file was made.", "warning")
    matrices = drawing.file.sizes.get("nm", 1)
    if matrices > 1:
        message = f"the file holds {matrices} matrices; the first is read."
        yield Problem(path.name, None, None, None, message, "", "note")


def _key_beside(path: Path) -> _Key:
    """Return the key that lies beside a file, or an empty one."""
    beside = path.with_name(f"{path.stem}-key.csv")
    if not beside.is_file():
        return _Key()
    try:
        rows = list(csv.DictReader(io.StringIO(text_of(beside), newline="")))
    except (SourceInvalid, csv.Error):
        rows = []
    entries = {_cell(row, "label").upper(): (_cell(row, "name"), _cell(row, "mode")) for row in rows}
    named = {label: entry for label, entry in entries.items() if label and entry[0]}
    if named:
        return _Key(named)
    message = "no label and name can be read in the key, so the short labels stand as names."
    hint = "It needs the columns label, id, name and mode."
    return _Key({}, (Problem(beside.name, None, None, None, message, hint, "warning"),))


def _cell(row: Mapping[str, object], column: str) -> str:
    """Return a cell on one line, without the apostrophe that keeps a spreadsheet from reading a formula."""
    text = row.get(column)
    if not isinstance(text, str):
        return ""
    guarded = text.startswith("'") and text[1:2] in tuple("=+-@\t\r'")
    return one_line(text[1:] if guarded else text)
