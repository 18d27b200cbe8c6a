"""The labels of a drawing in the HTML-like language of Graphviz, every text in them escaped."""

from __future__ import annotations

import textwrap

from orgmap.model.guards import clean
from orgmap.views.diagram.sheet import Box, Branch, Cell, KeyEntry, Outline, Row, Sheet, Table
from orgmap.views.diagram.text import escaped

TITLE_SIZE = 15
SMALL_SIZE = 10
OUTLINE_WIDTH = 190
TREE_GAP = 8
TITLE_CHARACTERS = 64
FOOT_CHARACTERS = 100
_BARE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0"'
_LINES = frozenset({"solid", "dashed", "dotted"})
_BOXES = {"grey": 'BGCOLOR="grey85"', "round": 'STYLE="ROUNDED"'}


def box_label(box: Box) -> str:
    """Return the label of a box: the name in bold, the remarks under it in small type."""
    return f"<{'<BR/>'.join([*map(_bold, box.head), *map(_small, filter(None, box.small))])}>"


def outline_label(outline: Outline) -> str:
    """Return the label of an outline: boxes under each other, each hanging on a line from its parent."""
    deepest = max(branch.depth for branch in outline.branches)
    rows = "\n".join(_branch(branch, deepest, number > 0) for number, branch in enumerate(outline.branches))
    return f'<<TABLE {_BARE} CELLPADDING="0" WIDTH="{OUTLINE_WIDTH}">{rows}</TABLE>>'


def line_label(text: str) -> str:
    """Return the label of a line on a white ground, so that no other line runs through it."""
    return f'<<TABLE {_BARE} CELLPADDING="1"><TR><TD BGCOLOR="white">{_small(text)}</TD></TR></TABLE>>'


def head_label(sheet: Sheet) -> str:
    """Return what stands over the drawing: the title, and in a free layout all that would stand under it."""
    lines = (_bold(line) for line in textwrap.wrap(clean(sheet.title), TITLE_CHARACTERS))
    title = f'<FONT POINT-SIZE="{TITLE_SIZE}">{"<BR/>".join(lines)} </FONT>'
    if sheet.engine == "dot":
        return f"<{title}>"
    rows = [f'<TR><TD ALIGN="LEFT" COLSPAN="2">{title}</TD></TR>', *_said(sheet)]
    return f'<<TABLE {_BARE} CELLPADDING="2">{chr(10).join(rows)}</TABLE>>'


def foot_label(sheet: Sheet) -> str:
    """Return what stands under the drawing: tables, the key and the notes; nothing in a free layout."""
    rows = _said(sheet) if sheet.engine == "dot" else []
    return f'<<TABLE {_BARE} CELLPADDING="3">{chr(10).join(rows) or "<TR><TD></TD></TR>"}</TABLE>>'


def _said(sheet: Sheet) -> list[str]:
    rows = [f'<TR><TD ALIGN="LEFT" COLSPAN="2">{_table(table)}</TD></TR>' for table in sheet.foot]
    rows += [_key_row(entry) for entry in sheet.key]
    return rows + [f'<TR><TD ALIGN="LEFT" COLSPAN="2">{_foot_lines(note)}</TD></TR>' for note in sheet.notes]


def _bold(text: str) -> str:
    return f"<B>{escaped(text)}</B>"


def _small(text: str) -> str:
    return f'<FONT POINT-SIZE="{SMALL_SIZE}">{escaped(text)}</FONT>'


def _table(table: Table) -> str:
    width = 2 * max((len(row) for row in table.rows), default=1)
    heading = f'<TR><TD ALIGN="LEFT" COLSPAN="{width}">{_bold(table.heading)}</TD></TR>'
    rows = "\n".join([heading, *map(_row, table.rows)])
    return f'<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{rows}</TABLE>'


def _row(row: Row) -> str:
    return f"<TR>{''.join(map(_cells, row))}</TR>"


def _cells(cell: Cell) -> str:
    name, remark = cell
    said = f"{_small(remark) if remark else ''}{'&#160;' * 3}"
    return f'<TD ALIGN="LEFT">{escaped(name)}&#160;</TD><TD ALIGN="LEFT">{said}</TD>'


def _branch(branch: Branch, deepest: int, follows: bool) -> str:
    """Return a box as table rows: beside its upper half, beside its lower half, and the gap beneath."""
    rails = range(1, branch.depth + 1)
    upper = "".join(_rail("LB" if step == branch.depth else "L" * (step in branch.runs_on)) for step in rails)
    lower = "".join(_rail("L" * (step in branch.runs_on)) for step in rails)
    gap = "".join(_rail("L" * (step in branch.runs_on)) for step in range(1, deepest + 1))
    rows = [upper + _branch_box(branch, deepest), lower, f'{gap}<TD HEIGHT="5"></TD>']
    if follows and not branch.depth:
        rows.insert(0, f'<TD HEIGHT="{TREE_GAP}" COLSPAN="{2 * deepest + 1}"></TD>')
    return "".join(f"<TR>{row}</TR>" for row in rows if row)


def _branch_box(branch: Branch, deepest: int) -> str:
    new_line = '<BR ALIGN="LEFT"/>'
    text = (" · " if branch.tight else new_line).join([*map(_bold, branch.head), _small(branch.small)])
    if branch.above:
        text += f"{new_line}{_small(branch.above)}"
    rows, ground = 2 if branch.depth else 1, "grey85" if branch.grey else "white"
    span = f'ROWSPAN="{rows}" COLSPAN="{2 * (deepest - branch.depth) + 1}"'
    look = f'BORDER="1" BGCOLOR="{ground}" CELLPADDING="3" ALIGN="LEFT"'
    return f'<TD PORT="{branch.port}" {span} {look}>{text}{new_line}</TD>'


def _rail(sides: str) -> str:
    """Return two cells with a line between them on the sides named: left, and left and bottom for a turn."""
    line = f' BORDER="1" SIDES="{sides}"' if sides else ""
    return f'<TD WIDTH="9"></TD><TD WIDTH="9"{line}></TD>'


def _key_row(entry: KeyEntry) -> str:
    return f'<TR>{_sample(entry.sample)}<TD ALIGN="LEFT">{_foot_lines(entry.meaning)}</TD></TR>'


def _sample(sample: str) -> str:
    if sample in _LINES:
        edge = f'<TD BORDER="1" SIDES="B" STYLE="{sample}" WIDTH="34" HEIGHT="6"></TD>'
        rows = f'<TR>{edge}</TR><TR><TD HEIGHT="6"></TD></TR>'
    elif sample in _BOXES:
        rows = f'<TR><TD BORDER="1" WIDTH="34" HEIGHT="12" {_BOXES[sample]}></TD></TR>'
    else:
        rows = f'<TR><TD WIDTH="34">{_small(sample)}</TD></TR>'
    return f'<TD><TABLE {_BARE} CELLPADDING="0">{rows}</TABLE></TD>'


def _foot_lines(text: str) -> str:
    return "".join(
        f'{_small(line)}<BR ALIGN="LEFT"/>' for line in textwrap.wrap(clean(text), FOOT_CHARACTERS)
    )
