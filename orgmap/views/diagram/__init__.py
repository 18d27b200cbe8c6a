"""Diagrams on one sheet of A4: the structure of a family and its interlocks, as DOT, SVG, PDF or PNG."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from typing import BinaryIO

import networkx as nx

from orgmap.errors import CallInvalid, NetworkUnfit, OrgmapError, ToolMissing
from orgmap.model.guards import clean
from orgmap.views.diagram import dot as looks
from orgmap.views.diagram.fonts import own_fonts
from orgmap.views.diagram.interlocks_sheet import interlocks_sheet
from orgmap.views.diagram.page import scale_on_a4
from orgmap.views.diagram.pdf import titled_pdf
from orgmap.views.diagram.sheet import Sheet
from orgmap.views.diagram.structure_sheet import structure_sheet
from orgmap.views.diagram.svg import spoken_svg
from orgmap.views.diagram.text import DiagramText

__all__ = ["DOTS_PER_INCH", "FORMS", "DiagramText", "interlocks", "render", "structure"]

FORMS = ("dot", "svg", "pdf", "png")
DOTS_PER_INCH = 200
PAD = 4.0
_LAYOUT = re.compile(r"\s*digraph \w+ \{\s+layout=(dot|neato)\s")
_ONE_AT_A_TIME = threading.Lock()


def structure(whole: nx.MultiDiGraph[str], text: DiagramText) -> str:
    """Return the structure of the bodies of a whole map as DOT source: the same text for the same graph.

    A solid line goes from a body to each of its parts, a dashed arrow is a declared link; every box says
    kind, tier and seats. A narrow family is a tree of boxes; a wide one is drawn as outlines in columns,
    where links that many bodies have in common become a tag that the key explains. Bodies with neither
    parent, part nor link are named under the drawing. What is left out to keep it legible on A4 is said on
    the drawing. No people appear. The graph is not changed.
    """
    return _dot(structure_sheet(whole, text))


def interlocks(projection: nx.Graph[str], text: DiagramText, at_least: int = 1) -> str:
    """Return the ties of a body projection as DOT source: the same text for the same graph.

    Pairs that share `at_least` members and more are drawn, with the number on the line and its width
    following it; the line is dotted where one body is part of the other. Where that is more than can be read,
    the threshold is raised; where raising it would leave out most bodies, the members shared stand in between
    in place of the ties. The drawing says which, and names the bodies that are not in it. Raises CallInvalid
    for a threshold below 1 and NetworkUnfit for a graph that is no projection. The graph is not changed.
    """
    if at_least < 1:
        raise CallInvalid(f"A tie needs at least one shared member: at_least was {at_least}.")
    if projection.is_directed() or projection.is_multigraph():
        raise NetworkUnfit(
            "A diagram of interlocks needs a projection: an undirected graph with single edges."
        )
    return _dot(interlocks_sheet(projection, text, at_least))


def render(dot: str, form: str) -> bytes:
    """Return a diagram of this module as the bytes of a file: `svg`, `pdf`, `png` or `dot`.

    SVG and PDF are fitted on A4, upright or on its side, and carry title, description and language; the PNG
    is of the size of that drawing at 200 dots an inch. Raises CallInvalid for another form, ToolMissing where
    neither pygraphviz nor the `dot` program is there, and OrgmapError where Graphviz cannot draw the text.
    """
    if form not in FORMS:
        raise CallInvalid(f"No diagram comes as {clean(form)!r}: ask for one of {', '.join(FORMS)}.")
    if form == "dot":
        return dot.encode("utf-8")
    laid = _laid_out(dot)
    if form == "png":
        left, bottom, right, top = map(float, laid["bb"].split(","))
        resolution = DOTS_PER_INCH * scale_on_a4(right - left + 2 * PAD, top - bottom + 2 * PAD)
        return _graphviz(dot.replace("{", f"{{\n\tlayout={_engine(dot)}\n\tdpi={resolution:.2f}", 1), "png")
    finished = {"svg": spoken_svg, "pdf": titled_pdf}[form]
    return finished(_graphviz(dot, form), clean(laid["title"]), clean(laid["description"]))


@lru_cache(maxsize=4)
def _laid_out(dot: str) -> dict[str, str]:
    """Return what Graphviz says of a whole drawing, which comes in several forms: its size and its words."""
    laid = json.loads(_graphviz(dot, "json0"))
    return {name: str(laid.get(name, "")) for name in ("bb", "title", "description")}


def _dot(sheet: Sheet) -> str:
    from graphviz import Digraph, nohtml

    def plain(attributes: dict[str, str]) -> dict[str, str]:
        """Return the attributes with everything but labels safe from being read as HTML-like."""
        return {name: text if name == "label" else nohtml(text) for name, text in attributes.items()}

    dot = Digraph("orgmap")
    dot.attr(layout=sheet.engine)
    dot.attr("graph", **plain(looks.sheet_attributes(sheet)))
    dot.attr("node", **looks.BOX_LOOK)
    dot.attr("edge", **looks.LINE_LOOK)
    with dot.subgraph(name="cluster_sheet") as page:
        page.attr("graph", **looks.page_attributes(sheet))
        for number, group in enumerate(sheet.groups, 1):
            with page.subgraph(name=f"cluster_{number}" if group.label else None) as frame:
                frame.attr("graph", **looks.group_attributes(group))
                for name in group.boxes:
                    frame.node(name)
        for box in sheet.boxes:
            page.node(box.name, **plain(looks.box_attributes(box)))
        if not sheet.boxes:
            page.node("n0", **looks.UNSEEN)
        for line in sheet.lines:
            page.edge(*looks.line_ends(line, sheet), **plain(looks.line_attributes(line)))
    return str(dot.source)


def _engine(dot: str) -> str:
    found = _LAYOUT.match(dot)
    return found[1] if found else "dot"


def _graphviz(dot: str, form: str) -> bytes:
    """Return what Graphviz makes of DOT text, inside this process or, failing that, by the program `dot`."""
    draw = _draw_here if find_spec("pygraphviz") else _draw_outside
    with _ONE_AT_A_TIME, own_fonts():
        return draw(dot, _engine(dot), form)


def _draw_here(dot: str, engine: str, form: str) -> bytes:
    from pygraphviz import AGraph
    from pygraphviz.agraph import DotError

    with tempfile.TemporaryFile() as said:
        try:
            with _standard_error_in(said):
                drawn = AGraph(string=dot).draw(prog=engine, format=form)
        except (DotError, OSError, TypeError, ValueError) as fault:
            raise OrgmapError(f"Graphviz cannot draw this diagram: {_said(said) or clean(fault)}") from fault
        errors = _said(said)
    if errors or not drawn:
        raise OrgmapError(f"Graphviz cannot draw this diagram: {errors or 'it gave nothing back'}")
    return bytes(drawn)


def _draw_outside(dot: str, engine: str, form: str) -> bytes:
    import graphviz

    try:
        drawn: bytes = graphviz.Source(dot).pipe(format=form, engine=engine, quiet=True)
    except graphviz.ExecutableNotFound as fault:
        message = (
            "Diagrams need Graphviz, and it is not on this machine. "
            "Run `pip install pygraphviz`, which brings it along, or install it from graphviz.org "
            "so that `dot` is found; or ask for the diagram as .dot."
        )
        raise ToolMissing(message) from fault
    except graphviz.CalledProcessError as fault:
        raise OrgmapError(f"Graphviz cannot draw this diagram: {clean(fault.stderr or fault)}") from fault
    return drawn


@contextmanager
def _standard_error_in(target: BinaryIO) -> Iterator[None]:
    """Send what C code writes to the terminal into a file; do nothing where there is no terminal."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
        os.dup2(target.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _said(file: BinaryIO) -> str:
    """Return the errors that Graphviz reported; its warnings and those of the font library are dropped."""
    file.seek(0)
    lines = file.read().decode("utf-8", "replace").splitlines()
    return clean(" ".join(line for line in lines if line.startswith("Error")))
