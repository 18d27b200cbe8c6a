"""The forms in which others keep and want such data: how each is called, recognised and written."""

from __future__ import annotations

from dataclasses import dataclass

SHAPES = ("whole", "two-mode", "bodies", "members")
"""What part of the map a network file holds: everything, bodies with members, or one of the two projections."""


@dataclass(frozen=True)
class Form:
    """One form of data: `suffixes` are those of its files, the one written first, or of a folder of files.

    `shapes` are the parts of the map that a network form can hold, the usual one first; empty for a form of
    tables or records. `keeps` says what comes back when orgmap reads what it wrote.
    """

    name: str
    title: str
    meaning: str
    suffixes: tuple[str, ...]
    reads: bool = True
    writes: bool = True
    folder: bool = False
    shapes: tuple[str, ...] = ()
    keeps: str = ""


_ALL = "everything, further columns included"
_RECORDS = "everything but further columns; other programs see the standard's own part"
_MAP = "bodies, organisations, people, areas, seats and links"
_TIES = "who sits on what, and names"

FORMS: tuple[Form, ...] = (
    Form("csv", "CSV tables", "orgmap's own tables, a CSV file each, with a datapackage.json that describes them.", (".csv", ".tsv", ".txt"), folder=True, keeps=_ALL),
    Form("workbook", "Excel workbook", "orgmap's own tables, a sheet each.", (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), keeps=_ALL),
    Form("json", "JSON tables", "orgmap's own tables in one JSON file.", (".json",), keeps=_ALL),
    Form("parquet", "Parquet tables", "orgmap's own tables, a Parquet file each; needs the extra parquet.", (".parquet",), folder=True, keeps=_ALL),
    Form("boards", "a list for each body", "A workbook or folder with a sheet or file for each body, called by its name.", (), writes=False),
    Form("matrix", "a matrix", "People or organisations down, bodies across, a mark or a role in each cell.", (), writes=False),
    Form("matrix-bodies-down", "a matrix with bodies down", "A matrix the other way round: bodies down, people or organisations across.", (), writes=False),
    Form("edges", "a list of ties", "Two columns and no more: who, and on what.", (), writes=False),
    Form("popolo", "Popolo JSON", "Persons, organizations, memberships, posts and areas by the Popolo standard.", (".popolo.json",), keeps=_RECORDS),
    Form("moderngov", "ModernGov XML", "Files saved from the web service of ModernGov: committees, councillors, members, meetings.", (".xml",), writes=False),
    Form("org", "W3C ORG", "The Organization Ontology as Turtle or JSON-LD; needs the extra rdf.", (".ttl", ".jsonld"), keeps=_RECORDS),
    Form("kumu", "Kumu", "Elements and connections, as a workbook or as JSON.", (".kumu.xlsx", ".kumu.json"), shapes=SHAPES, keeps=_MAP),
    Form("gephi", "Gephi CSV", "Two files, nodes.csv and edges.csv.", (), folder=True, shapes=SHAPES, keeps=_MAP),
    Form("graphml", "GraphML", "A network for most programs of network analysis.", (".graphml",), shapes=SHAPES, keeps=_MAP),
    Form("gexf", "GEXF", "A network for Gephi.", (".gexf",), shapes=SHAPES, keeps=_MAP),
    Form("cytoscape", "Cytoscape JSON", "A network for Cytoscape.", (".cyjs",), shapes=SHAPES, keeps=_MAP),
    Form("pajek", "Pajek", "A network for Pajek, or a project file of it.", (".net", ".paj"), shapes=SHAPES[1:], keeps=_TIES),
    Form("dl", "UCINET DL", "A matrix for UCINET, with a key to its short labels.", (".dl",), shapes=SHAPES[1:], keeps=f"{_TIES}, with the key beside it"),
    Form("dot", "Graphviz DOT", "A network for Graphviz and what reads its language.", (".dot", ".gv"), reads=False, shapes=SHAPES),
)  # fmt: skip
"""Every form, orgmap's own first."""

FORM: dict[str, Form] = {form.name: form for form in FORMS}
"""Every form by its name."""
