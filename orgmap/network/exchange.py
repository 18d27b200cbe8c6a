"""The map as a network that any program can take: every attribute plain text, a number or yes or no."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import networkx as nx
import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.model import OrgMap
from orgmap.model.exact import text_of, value_of
from orgmap.model.written import Tables, written
from orgmap.network.affiliation import affiliation, projection
from orgmap.network.nodes import PREFIX
from orgmap.network.ties import Counting
from orgmap.vocabulary import SHAPES, TABLE, TIE_ROLES

Graph: TypeAlias = "nx.Graph[str]"
Plain = str | int | float | bool
NOT_CARRIED = ("issues", "protocols", "agreements", "expected", "names")
"""The tables that a network has no place for."""
KEYS = {"bodies": "body", "organisations": "organisation", "people": "person", "areas": "area"}
PREFIXES = PREFIX | {"area": "area:", "seat": "seat:"}
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RENAMED = {("seats", "source"): "origin", ("areas", "type"): "area_type"}
"""Columns that have another name of theirs, because programs take the first for something else."""
_REFER = ("family", "organisation", "area")
"""The attributes of an affiliation network that hold ids."""
_BY_EDGE = {"bodies": ("part_of",), "organisations": ("part_of",), "areas": ("within",)}


def not_carried(orgmap: OrgMap) -> list[str]:
    """Return the tables of a map that hold rows and that no network carries."""
    return [name for name in NOT_CARRIED if len(getattr(orgmap, name, ()))]


def exchange_graph(
    orgmap: OrgMap, shape: str, counting: Counting | None = None, roles: Iterable[str] = TIE_ROLES
) -> Graph:
    """Return the map in one of `vocabulary.SHAPES`; every attribute is a plain value and none is empty.

    "whole" is everything but the tables `NOT_CARRIED`: bodies, organisations, people and areas as nodes with
    their columns, and as edges, told by `kind`, every seat ("seat", from its holder to the body), what is
    part of what ("part_of"), links ("link"), and whom people speak for ("represents", told by the seats). A
    seat that nobody holds comes from a node of its own. "two-mode" is the affiliation network, "bodies" and
    "members" are its projections: only there `counting` and `roles` matter. Raises CallInvalid for another
    shape.
    """
    if shape not in SHAPES:
        raise CallInvalid(f"A network is one of {', '.join(SHAPES)}, not {shape}.")
    if shape == "whole":
        return _alike(_whole(orgmap))
    graph = affiliation(orgmap, counting, roles)
    called = _called(graph, orgmap)
    if shape != "two-mode":
        graph = projection(
            graph, "bodies" if shape == "bodies" else "members", orgmap if shape == "bodies" else None
        )
    return _alike(_flattened(graph, orgmap, called))


def _alike(graph: Graph) -> Graph:
    """Return the network with every attribute of one type: text where any of its values is, else numbers."""
    for each in (
        [facts for _, facts in graph.nodes(data=True)],
        [facts for *_, facts in graph.edges(data=True)],
    ):
        types: dict[str, set[type]] = {}
        for facts in each:
            for name, value in facts.items():
                types.setdefault(name, set()).add(type(value))
        mixed = {
            name: float if held == {int, float} else str for name, held in types.items() if len(held) > 1
        }
        for facts in each:
            for name in mixed.keys() & facts.keys():
                facts[name] = float(facts[name]) if mixed[name] is float else text_of(facts[name])
    return graph


def plain_text(text: str) -> str:
    """Return text that XML can hold: what it forbids is replaced by a mark, line ends are all of one kind."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def _whole(orgmap: OrgMap) -> nx.MultiDiGraph[str]:
    tables = written(orgmap)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(_about(tables))
    for name, mode in KEYS.items():
        graph.add_nodes_from(_nodes(orgmap, tables, name, mode))
    _add_seats(graph, orgmap, tables["seats"])
    graph.add_edges_from(_represents(orgmap))
    for name, (column,) in _BY_EDGE.items():
        graph.add_edges_from(_inside(orgmap, name, column))
    graph.add_edges_from(_links(orgmap, tables))
    graph.add_edges_from(_units(orgmap, tables))
    return graph


def _about(tables: Tables) -> dict[str, Plain]:
    records = tables["about"].to_dict("records") if "about" in tables else []
    return _plain("about", records[0]) if records else {}


def _rows(tables: Tables, name: str, count: int) -> list[dict[Hashable, Any]]:
    return tables[name].to_dict("records") if name in tables else [{} for _ in range(count)]


def _plain(table: str, row: Mapping[Hashable, Any], without: Iterable[str] = ()) -> dict[str, Plain]:
    """Return the filled cells of a row of text as plain values."""
    columns = TABLE[table].by_name
    return {
        _RENAMED.get((table, str(name)), str(name)): _value(text, str(name), table)
        for name, text in row.items()
        if isinstance(text, str) and name in columns and name not in without
    }


def _value(text: str, name: str, table: str) -> Plain:
    value = value_of(text, TABLE[table].by_name[name])
    return value if isinstance(value, bool | int | float) else plain_text(text)


def _nodes(orgmap: OrgMap, tables: Tables, name: str, mode: str) -> Iterator[tuple[str, dict[str, Plain]]]:
    entities: pd.DataFrame = getattr(orgmap, name)
    code = "person" if mode == "person" else "id"
    rows = _rows(tables, name, len(entities))
    labels = entities["label" if mode == "person" else "name"]
    for entity, called, row in zip(entities.index, labels, rows, strict=True):
        facts = _plain(name, row, ("id", mode, "name", *_BY_EDGE.get(name, ())))
        told: dict[str, Plain] = {"mode": mode, "label": plain_text(str(called))}
        if row.get(code, entity) != entity:
            told["ref"] = plain_text(str(row[code]))
        yield PREFIXES[mode] + str(entity), told | _name(row, mode, str(called)) | facts


def _name(row: Mapping[Hashable, Any], mode: str, label: str) -> dict[str, Plain]:
    """Return what a person's label leaves open: that it is no name, or that the name is written otherwise."""
    if mode != "person":
        return {}
    name = row.get("name")
    if not isinstance(name, str):
        return {"name_known": False}
    return {} if name == label else {"full_name": plain_text(name)}


def _add_seats(graph: nx.MultiDiGraph[str], orgmap: OrgMap, texts: pd.DataFrame) -> None:
    records = zip(orgmap.seats.to_dict("records"), texts.to_dict("records"), strict=True)
    for number, (ids, row) in enumerate(records, 1):
        holder, column = _holder(ids)
        facts: dict[str, Plain] = {"kind": "seat", "number": number}
        if holder is None:
            holder = _vacancy(graph, row)
        elif column == "on_behalf_of":
            facts["held_as"] = column
        by_label = row.get(column) == graph.nodes[holder]["label"]
        without = ("body", column if by_label or column == "person" else "body")
        graph.add_edge(holder, PREFIXES["body"] + ids["body"], **facts | _plain("seats", row, without))


def _vacancy(graph: nx.MultiDiGraph[str], row: Mapping[Hashable, Any]) -> str:
    """Add a node for a seat of which nobody is known to hold it, and return its id."""
    node = f"{PREFIXES['seat']}{graph.number_of_nodes()}"
    label = row.get("seat")
    graph.add_node(
        node, mode="seat", label=plain_text(label if isinstance(label, str) else str(row["status"]))
    )
    return node


def _holder(ids: Mapping[Hashable, Any]) -> tuple[str | None, str]:
    """Return the node that a seat comes from, and the column of the seat that it stands in."""
    for column, mode, stands in (
        ("person", "person", "person"),
        ("organisation", "organisation", "organisation"),
        ("employer_body", "body", "organisation"),
        ("represents", "organisation", "on_behalf_of"),
        ("for_body", "body", "on_behalf_of"),
    ):
        if isinstance(ids[column], str):
            return PREFIXES[mode] + ids[column], stands
    return None, ""


def _represents(orgmap: OrgMap) -> Iterator[tuple[str, str, dict[str, Plain]]]:
    pairs = orgmap.seats[["person", "represents"]].dropna().drop_duplicates()
    for person, organisation in pairs.itertuples(index=False):
        yield PREFIXES["person"] + person, PREFIXES["organisation"] + organisation, {"kind": "represents"}


def _inside(orgmap: OrgMap, name: str, column: str) -> Iterator[tuple[str, str, dict[str, Plain]]]:
    prefix = PREFIXES[KEYS[name]]
    wholes: pd.Series[str] = getattr(orgmap, name)[column].dropna()
    for part, whole in wholes.items():
        yield f"{prefix}{part}", f"{prefix}{whole}", {"kind": column}


def _links(orgmap: OrgMap, tables: Tables) -> Iterator[tuple[str, str, dict[str, Plain]]]:
    ends = zip(orgmap.links["from_body"], orgmap.links["to_body"], strict=True)
    rows = zip(ends, _rows(tables, "links", len(orgmap.links)), strict=True)
    for number, ((one, other), row) in enumerate(rows, 1):
        facts: dict[str, Plain] = {"kind": "link", "number": number, "link": str(row["kind"])}
        more = _plain("links", row, ("from_body", "to_body", "kind"))
        yield PREFIXES["body"] + one, PREFIXES["body"] + other, facts | more


def _units(orgmap: OrgMap, tables: Tables) -> Iterator[tuple[str, str, dict[str, Plain]]]:
    units = orgmap.area_units
    ends = zip(units["area"], units["unit"], strict=True)
    rows = zip(ends, _rows(tables, "area_units", len(units)), strict=True)
    for number, ((area, unit), row) in enumerate(rows, 1):
        facts: dict[str, Plain] = {"kind": "takes in", "number": number}
        more = _plain("area_units", row, ("area", "unit"))
        yield PREFIXES["area"] + area, PREFIXES["area"] + unit, facts | more


def _flattened(graph: Graph, orgmap: OrgMap, called: Mapping[str, str]) -> Graph:
    """Return an affiliation network or projection with plain values, ids within them turned into names."""
    flat: nx.Graph[str] = nx.Graph()
    flat.graph.update(_about(written(orgmap)))
    flat.add_nodes_from((node, _flat(facts, called)) for node, facts in graph.nodes(data=True))
    flat.add_edges_from((one, other, _flat(facts, called)) for one, other, facts in graph.edges(data=True))
    return flat


def _called(graph: Graph, orgmap: OrgMap) -> dict[str, str]:
    """Return the name of every node, and of what nodes refer to."""
    names = {
        PREFIXES[mode] + str(entity): str(name)
        for table, mode in KEYS.items()
        if mode != "person"
        for entity, name in getattr(orgmap, table)["name"].items()
    }
    return names | {node: str(facts["label"]) for node, facts in graph.nodes(data=True)}


def _flat(facts: Mapping[str, Any], called: Mapping[str, str]) -> dict[str, Plain]:
    return {
        name: _flat_value(name, value, called)
        for name, value in facts.items()
        if value is not None and value != ()
    }


def _flat_value(name: str, value: object, called: Mapping[str, str]) -> Plain:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple):
        return plain_text("; ".join(called.get(one, one) for one in value))
    refers = {"area": PREFIXES["area"] + str(value)}.get(name, str(value))
    return plain_text(called.get(refers, str(value)) if name in _REFER else str(value))
