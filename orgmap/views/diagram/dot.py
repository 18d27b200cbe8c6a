"""A sheet as the arguments that Graphviz takes: the looks of the sheet, its frames, boxes and lines."""

from __future__ import annotations

from orgmap.views.diagram.labels import box_label, foot_label, head_label, line_label, outline_label
from orgmap.views.diagram.sheet import Box, Group, Line, Outline, Sheet, column_of
from orgmap.views.diagram.text import escaped, quotable

BOX_LOOK = {
    "shape": "box",
    "style": "filled",
    "fillcolor": "white",
    "fontname": "Arial",
    "fontsize": "10.5",
    "margin": "0.08,0.04",
    "width": "0",
    "height": "0",
    "penwidth": "0.8",
}
LINE_LOOK = {"fontname": "Arial", "fontsize": "10", "arrowsize": "0.7"}
UNSEEN = {"label": "", "style": "invis"}
_SHEET_LOOK = {"fontname": "Arial", "fontsize": "10.5", "labelloc": "t", "labeljust": "l", "margin": "0"}
_FRAME_LOOK = {"labelloc": "t", "peripheries": "1", "pencolor": "grey40", "margin": "8", "style": "rounded"}
_ARROWS = {"none": "none", "upper": "back", "lower": "forward"}
_SIDES = {"TB": ("s", "n"), "LR": ("e", "w")}


def sheet_attributes(sheet: Sheet) -> dict[str, str]:
    """Return the attributes of the whole drawing; `title` and `description` are for the finished file."""
    said = {
        "title": quotable(sheet.title),
        "description": quotable(sheet.description),
        "label": head_label(sheet),
    }
    return _SHEET_LOOK | said | dict(sheet.settings)


def page_attributes(sheet: Sheet) -> dict[str, str]:
    """Return the attributes of the unseen frame round everything, which carries the key and the notes."""
    return {"label": foot_label(sheet), "labelloc": "b", "peripheries": "0"}


def group_attributes(group: Group) -> dict[str, str]:
    """Return the attributes of the frame of a group, none where it has no label."""
    return _FRAME_LOOK | {"label": f"<<I>{escaped(group.label)}</I>>"} if group.label else {}


def box_attributes(box: Box | Outline) -> dict[str, str]:
    """Return the attributes of a node."""
    said = {"tooltip": quotable(box.full)}
    if isinstance(box, Outline):
        return said | {"shape": "plain", "style": "solid", "label": outline_label(box)}
    rounded = {"style": "filled,rounded"} if box.shape == "round" else {}
    ground = {"fillcolor": "grey85"} if box.grey else {}
    return said | rounded | ground | {"label": box_label(box)}


def line_ends(line: Line, sheet: Sheet) -> tuple[str, str]:
    """Return both ends of a line, with its sides of the boxes where the drawing has a direction."""
    direction = dict(sheet.settings).get("rankdir")
    if direction is None or not (line.orders or ":" in line.upper):
        return line.upper, line.lower
    leaves, enters = _SIDES[direction]
    if column_of(line.upper) > column_of(line.lower):
        leaves, enters = enters, leaves
    return f"{line.upper}:{leaves}", f"{line.lower}:{enters}"


def line_attributes(line: Line) -> dict[str, str]:
    """Return the attributes of an edge."""
    if not line.width:
        return {"style": "invis", "weight": "20"}
    look = {"dir": _ARROWS[line.arrow], "style": line.style, "penwidth": f"{line.width:g}"}
    if line.length != 1:
        look |= {"len": f"{line.length:g}"}
    if line.label:
        look |= {"label": line_label(line.label)}
    if line.full:
        look |= {"tooltip": quotable(line.full), "labeltooltip": quotable(line.full)}
    return look if line.orders else look | {"constraint": "false"}
