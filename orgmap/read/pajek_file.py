"""The objects of a file of Pajek: networks, partitions, and what is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from orgmap.model.cells import read_cell
from orgmap.read.modes import Line
from orgmap.read.ties import Facts, number, one_line
from orgmap.vocabulary import TABLE

MOST = 5_000_000
"""A vertex with a number above this cannot be meant."""
_TOLD = re.compile(r"%\s*orgmap: (?:(one-mode)|(people|organisations|posts|sectors) first, then bodies)")
_SECTION = re.compile(r"\s*\*\s*(\w+)\s*(.*)")
_NUMBERED = re.compile(r"\s*(\d{1,9})(?=\s|$)\s*(.*)")
_QUOTED = re.compile(r"\"([^\"]*)\"?|“([^”]*)”?|'([^']*)'(?=\s|$)")
_DRAWING = frozenset(
    (
        "ellipse", "box", "triangle", "diamond", "cross", "empty", "house", "man", "woman", "ic", "bc",
        "bw", "lc", "la", "lr", "lp", "lphi", "fos", "font", "x_fact", "y_fact", "s_size", "phi", "r", "q",
    )
)  # fmt: skip
"""Words that say how to draw a vertex, after its label and place."""
_CLASSES = ("partition", "vector", "permutation", "cluster", "hierarchy")


@dataclass
class Network:
    """One network: its vertices' labels and rows by number, and its lines.

    `size` is how many vertices it says it has, `first` how many of these are of its first mode.
    """

    size: int = 0
    first: int | None = None
    labels: dict[int, tuple[str, int]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    rows: int = 0


@dataclass
class Partition:
    """A class for every vertex, in the order of the vertices."""

    name: str
    classes: list[str] = field(default_factory=list)


@dataclass
class PajekFile:
    """All objects of a file.

    `told` is what a file of orgmap's own says of itself; `unread` are the rows that could not be read, and
    `passed` what was passed over, in words.
    """

    networks: list[Network] = field(default_factory=list)
    partitions: list[Partition] = field(default_factory=list)
    told: str | None = None
    unread: list[int] = field(default_factory=list)
    passed: dict[str, None] = field(default_factory=dict)


def parsed(text: str) -> PajekFile:
    """Return the objects of a file; nothing in it is too odd to be passed over and counted."""
    parser = _Parser()
    for row, line in enumerate(text.splitlines(), start=1):
        parser.take(row, line)
    return parser.file


class _Parser:
    """Reads line by line; `section` says what the next line belongs to."""

    def __init__(self) -> None:
        self.file = PajekFile()
        self.section = ""
        self.relation: Facts = {}

    def take(self, row: int, line: str) -> None:
        """Read one line."""
        if line.lstrip().startswith("%"):
            self._comment(line)
        elif section := _SECTION.match(line):
            self._begin(section[1].lower(), section[2])
        elif line.strip() and not self._read(row, line):
            self.file.unread.append(row)

    def _comment(self, line: str) -> None:
        told = _TOLD.match(line.strip())
        if told and self.file.told is None:
            self.file.told = told[1] or told[2]

    def _begin(self, section: str, rest: str) -> None:
        """Begin a section; the vertices of a partition or a vector are those of the network before."""
        if section == "vertices" and self.section in _CLASSES:
            return
        self.section = section
        if section in ("network", "vertices"):
            self._begin_network(section, rest)
        elif section == "partition":
            self.file.partitions.append(Partition(rest.strip()))
        elif section in _CLASSES:
            self.file.passed[f"a {section}"] = None
        elif section in _LINES:
            self.relation = _relation(rest)
        else:
            self.file.passed[f"*{section[:30]}"] = None

    def _begin_network(self, section: str, rest: str) -> None:
        last = self.file.networks[-1] if self.file.networks else None
        if section == "network" or last is None or last.size or last.lines:
            self.file.networks.append(Network())
        if section == "vertices":
            sizes = [int(size) for size in re.findall(r"\d{1,9}", rest)]
            network = self.file.networks[-1]
            network.size = sizes[0] if sizes else 0
            network.first = sizes[1] if len(sizes) > 1 else None

    def _read(self, row: int, line: str) -> bool:
        """Read a line of a section; return whether it can be read."""
        if self.section == "partition":
            self.file.partitions[-1].classes.append(line.strip())
        elif self.section == "vertices":
            return self._vertex(row, line)
        elif self.section in _LINES and self.file.networks:
            return self._lines(row, line)
        return bool(self.section)

    def _vertex(self, row: int, line: str) -> bool:
        found = _NUMBERED.match(line)
        if not found or not 0 < int(found[1]) <= MOST:
            return False
        label = one_line(_label(found[2]))
        if label:
            self.file.networks[-1].labels[int(found[1])] = label, row
        return True

    def _lines(self, row: int, line: str) -> bool:
        network = self.file.networks[-1]
        made = _LINES[self.section](network, line.split())
        if made is None or any(not 0 < end <= MOST for pair in made for end in pair[:2]):
            return False
        for one, other, value in made:
            if value:
                network.lines.append(Line(row, one, other, value, self.relation))
        if self.section in ("edges", "arcs") and len(line.split()) > 3:
            self.file.passed["how lines are drawn and when they hold"] = None
        return True


def _label(text: str) -> str:
    """Return the label that a vertex's line begins with; without quotes it ends where its place begins."""
    quoted = _QUOTED.match(text)
    if quoted:
        return next(part for part in quoted.groups() if part is not None)
    words = text.split()
    kept = words[:1]
    for word in words[1:]:
        if number(word) is not None or word.lower() in _DRAWING:
            break
        kept.append(word)
    return " ".join(kept)


def _relation(rest: str) -> Facts:
    """Return what the name of a relation says of its lines: a role, where it is one, else a note."""
    quoted = re.search(r"\"([^\"]+)\"", rest)
    name = one_line(quoted[1]) if quoted else ""
    if not name:
        return {}
    _, fault = read_cell(name, TABLE["seats"].by_name["role"])
    return {"note": name} if fault else {"role": name}


Ends = tuple[int, int, float]


def _pair(_: Network, words: Sequence[str]) -> list[Ends] | None:
    """Return a line of two vertices and its value, which is 1 where it has none."""
    if len(words) < 2 or not all(_whole(word) for word in words[:2]):
        return None
    value = number(words[2]) if len(words) > 2 else None
    return [(int(words[0]), int(words[1]), 1.0 if value is None else value)]


def _list(_: Network, words: Sequence[str]) -> list[Ends] | None:
    if not all(_whole(word) for word in words):
        return None
    return [(int(words[0]), int(other), 1.0) for other in words[1:]]


def _matrix_row(network: Network, words: Sequence[str]) -> list[Ends] | None:
    """Return the lines of the next row: to all vertices, or to those of the second mode."""
    network.rows += 1
    values = [number(word) for word in words]
    start = 1 + (network.first or 0)
    return list(_cells(network.rows, start, values)) if None not in values else None


def _cells(row: int, start: int, values: Sequence[float | None]) -> Iterator[Ends]:
    for column, value in enumerate(values, start=start):
        if value:
            yield row, column, value


def _whole(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 10


_LINES: dict[str, Callable[[Network, Sequence[str]], list[Ends] | None]] = {
    "edges": _pair,
    "arcs": _pair,
    "edgeslist": _list,
    "arcslist": _list,
    "matrix": _matrix_row,
}
