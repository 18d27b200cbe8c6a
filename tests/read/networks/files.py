"""Networks written in every form and read again, for the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from orgmap.model.raw import Source
from orgmap.read.folder import folder_grids
from orgmap.read.networks import grids
from orgmap.read.networks.cytoscape import read_cytoscape
from orgmap.read.networks.gexf import read_gexf
from orgmap.read.networks.graphml import read_graphml
from orgmap.read.networks.kumu import read_kumu_json
from orgmap.read.workbook import workbook_grids
from orgmap.write.networks import cytoscape, gephi, gexf, graphml, kumu_json, kumu_workbook

FORMS = ("graphml", "gexf", "cytoscape", "kumu-json", "kumu-workbook", "gephi")
SINGLE: dict[str, tuple[Callable[[Any, str], bytes], Callable[[Path], Source]]] = {
    "graphml": (graphml, read_graphml),
    "gexf": (gexf, read_gexf),
    "cytoscape": (cytoscape, read_cytoscape),
    "kumu-json": (kumu_json, read_kumu_json),
}


def read_again(graph: Any, form: str, folder: Path) -> Source:
    """Write a network in a form, and return what is read from it."""
    if form == "gephi":
        for name, content in gephi(graph).items():
            (folder / name).write_bytes(content)
        return of_grids(folder, "gephi")
    path = folder / ("map.xlsx" if form == "kumu-workbook" else "map")
    if form == "kumu-workbook":
        path.write_bytes(kumu_workbook(graph, "A map"))
        return of_grids(path, "kumu")
    write, read = SINGLE[form]
    path.write_bytes(write(graph, "A map"))
    return read(path)


def of_grids(path: Path, form: str) -> Source:
    """Return what is read from a folder or workbook, after it is recognised as the form."""
    found, problems = workbook_grids(path) if path.is_file() else folder_grids(path)
    assert not problems
    assert grids.form_of(found) == form
    return grids.source(path.name, found, grids.form_of(found) or "kumu")
