"""The data of a file of UCINET's DL language, as nodes and lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from orgmap.read.dl_file import DlFile, NotRead
from orgmap.read.modes import Line
from orgmap.read.ties import number, one_line

Word = tuple[int, str]
SIDES = ("row", "column")


@dataclass
class Drawing:
    """The nodes and lines of a matrix; in a one-mode matrix rows and columns are the same nodes.

    `names` gives the name and row of every node by its number, `rows` the nodes that are rows, and `said`
    what was not as it should be, in words, with its row.
    """

    file: DlFile
    names: dict[int, tuple[str, int]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    said: dict[str, int] = field(default_factory=dict)
    places: dict[tuple[str, int], int] = field(default_factory=dict)
    labels: dict[tuple[str, str], int] = field(default_factory=dict)

    def side(self, side: str) -> str:
        """Return the side that a node is of: in a one-mode matrix all are rows."""
        return side if self.file.two_mode else "row"

    def enter(self, side: str, label: str, row: int, place: int | None = None) -> int:
        """Add a node and return its number."""
        node = len(self.names) + 1
        self.names[node] = one_line(label) or str(node), row
        self.labels.setdefault((side, label.casefold()), node)
        if place is not None:
            self.places[side, place] = node
        if side == "row":
            self.rows.add(node)
        return node

    def at(self, side: str, place: int, row: int, label: str | None = None) -> int:
        """Return the node of a row or a column by its place, from 1; a new one gets the label."""
        side = self.side(side)
        known = self.places.get((side, place))
        if known is not None:
            return known
        bare = f"{side} {place}" if self.file.two_mode else str(place)
        return self.enter(side, bare if label is None else label, row, place)

    def named(self, side: str, word: str, row: int) -> int:
        """Return the node that a word stands for: a place where labels are not in the data, else a label."""
        if side not in self.file.embedded and word.isascii() and word.isdigit() and int(word[:9]) > 0:
            return self.at(side, int(word[:9]), row)
        side = self.side(side)
        known = self.labels.get((side, word.casefold()))
        return self.enter(side, word, row) if known is None else known

    def draw(self, row: int, one: int, other: int, value: float | None) -> None:
        """Add a line, where it weighs anything and joins two nodes."""
        if value is None:
            self.said.setdefault("what stands in place of a number is read as no tie.", row)
        elif value and one != other:
            self.lines.append(Line(row, one, other, value))


def drawn(file: DlFile) -> Drawing:
    """Return the nodes and lines of the first matrix of a file.

    Raises:
        NotRead: the data are in a form that is not read.
    """
    reader = _READERS.get(file.format)
    if reader is None:
        raise NotRead(f"its data are of the format {file.format[:30]}, which orgmap does not read.")
    drawing = Drawing(file)
    for side in SIDES if file.two_mode else SIDES[:1]:
        labels = file.labels.get(side) or ([] if file.two_mode else file.labels.get("column", []))
        for place, label in enumerate(labels, start=1):
            drawing.enter(side, label, file.start, place)
    reader(drawing)
    return drawing


def _matrix(drawing: Drawing) -> None:
    """Draw a full matrix, whose rows may run over several lines."""
    file = drawing.file
    stream = ((row, word) for row, line in file.data for word in line)
    wide = file.size("column") or _width(file)
    if "column" in file.embedded:
        for place, (row, word) in enumerate(islice(stream, wide), start=1):
            drawing.at("column", place, row, word)
    tall = file.size("row") or len(file.data)
    place = 1
    while place <= tall and _matrix_row(drawing, stream, place, wide):
        place += 1
    if place <= tall and file.size("row"):
        drawing.said[f"the data end before row {place} of {tall}."] = file.start
    rest = next(stream, None)
    if rest is not None and file.sizes.get("nm", 1) < 2:
        drawing.said["the data go on after the last row; the rest is not read."] = rest[0]


def _width(file: DlFile) -> int:
    """Return how many columns there are where no size says so: as many as labels, or as words in a line."""
    labels = file.labels.get("column")
    words = len(file.data[0][1]) if file.data else 0
    return len(labels) if labels else words - (file.embedded == {"row"})


def _matrix_row(drawing: Drawing, stream: Iterator[Word], place: int, wide: int) -> bool:
    """Draw the next row; return whether it is whole."""
    label = next(stream, None) if "row" in drawing.file.embedded else None
    own = drawing.file.no_diagonal and not drawing.file.two_mode
    words = list(islice(stream, wide - own))
    if len(words) < wide - own:
        return False
    start = label or words[0] if words or label else (drawing.file.start, "")
    one = drawing.at("row", place, start[0], label[1] if label else None)
    for column, (row, word) in enumerate(words, start=1):
        if word != "0" or place == 1:
            other = drawing.at("column", column + (own and column >= place), row)
            drawing.draw(row, one, other, number(word))
    return True


def _half(drawing: Drawing) -> None:
    """Draw the lower or upper half of a one-mode matrix, a row for each line."""
    wide = drawing.file.size("row") or len(drawing.file.data)
    upper = drawing.file.format == "upperhalf"
    for place, (row, line) in enumerate(drawing.file.data, start=1):
        words = line[1:] if "row" in drawing.file.embedded else line
        one = drawing.at("row", place, row, line[0] if words is not line else None)
        start = max(wide - len(words) + 1, 1) if upper else 1
        for column, word in enumerate(words, start=start):
            drawing.draw(row, one, drawing.at("column", column, row), number(word))


def _node_list(drawing: Drawing) -> None:
    for row, (first, *others) in drawing.file.data:
        one = drawing.named("row", first, row)
        for other in others:
            drawing.draw(row, one, drawing.named("column", other, row), 1.0)


def _counted_node_list(drawing: Drawing) -> None:
    """Draw lines that begin with how many others follow, the rows in their order."""
    for place, (row, (_, *others)) in enumerate(drawing.file.data, start=1):
        one = drawing.at("row", place, row)
        for other in others:
            drawing.draw(row, one, drawing.named("column", other, row), 1.0)


def _edge_list(drawing: Drawing) -> None:
    for row, words in drawing.file.data:
        if len(words) < 2:
            drawing.said.setdefault("a line names only one end of a tie, and is not read.", row)
            continue
        one, other = drawing.named("row", words[0], row), drawing.named("column", words[1], row)
        drawing.draw(row, one, other, number(words[2]) if len(words) > 2 else 1.0)


_READERS: dict[str, Callable[[Drawing], None]] = {
    "fullmatrix": _matrix,
    "fm": _matrix,
    "lowerhalf": _half,
    "upperhalf": _half,
    "nodelist": _node_list,
    "nodelist1": _node_list,
    "nodelist2": _node_list,
    "nodelist1b": _counted_node_list,
    "edgelist": _edge_list,
    "edgelist1": _edge_list,
    "edgelist2": _edge_list,
}
