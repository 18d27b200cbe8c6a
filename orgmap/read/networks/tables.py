"""Any network as raw tables: who is in it, who sits on what, and what joins the bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from orgmap.errors import Problem
from orgmap.model.raw import Source
from orgmap.model.wording import counted
from orgmap.read.networks.columns import columns_of
from orgmap.read.networks.joins import Joined
from orgmap.read.networks.modes import GENERAL, mode_of
from orgmap.read.networks.naming import TABLE_OF, Naming, naming
from orgmap.read.networks.network import Network, Vertex, header
from orgmap.read.networks.settling import Settled, one_mode, settled
from orgmap.read.networks.ties import joined
from orgmap.read.records import Rows, tables_with_rows
from orgmap.vocabulary import TABLE

_DERIVED = (
    "mode", "bipartite", "name known", "full name", "open seats", "ref", "selected", "shared name", "suid",
)  # fmt: skip
_NAMES = {
    "bodies": ("id", "body"),
    "organisations": ("id", "organisation"),
    "people": ("person", "name"),
    "areas": ("id", "area"),
}


def source_of(network: Network) -> Source:
    """Return the raw tables of a network.

    Raises:
        SourceInvalid: it does not tell who sits on what.
    """
    told = settled(network)
    names = naming(network, told.modes)
    ties = joined(network, told.modes, names)
    if not len(ties.rows["seats"]):
        raise one_mode(network)
    problems = [*network.problems, *told.problems, *_same(network, names)]
    entities = []
    for mode in TABLE_OF:
        rows, found = _entities(network, told, names, mode, ties)
        entities.append(rows)
        problems += found
    tables = tables_with_rows([*entities, *ties.rows.values(), _about(network)])
    return Source(
        network.name, tables, (*problems, *ties.problems), network.form, _reading(network, told.modes)
    )


def _same(network: Network, names: Naming) -> list[Problem]:
    return [
        Problem(
            network.vertices_at, network.vertices[vertex].row, None, network.label(vertex),
            f"this is read as one with “{network.label(first)}”, whose name is the same.",
            "Give each a code of its own if they are two.", "warning",
        )
        for vertex, first in names.same.items()
    ]  # fmt: skip


def _entities(
    network: Network, told: Settled, names: Naming, mode: str, ties: Joined
) -> tuple[Rows, tuple[Problem, ...]]:
    """Return the rows of one table of entities, and which attributes do not fit its columns."""
    table, place = TABLE_OF[mode], network.vertices_at
    declared = [network.vertices[vertex] for vertex in names.names if told.modes[vertex] == mode]
    apart = {header(told.column), *_DERIVED}
    columns = columns_of(table, place, [vertex.facts for vertex in declared], apart, _NAMES[table])
    rows = Rows(table, place, columns.headers)
    for vertex in declared:
        cells = columns.cells(vertex.facts) | ties.cells.get(vertex.id, {})
        if mode in ("body", "organisation"):
            cells = _kind(vertex, told.column) | cells
        rows.add(vertex.row, _name(vertex, mode, names) | cells, columns.further(vertex.facts, apart))
    return rows, columns.problems


def _name(vertex: Vertex, mode: str, names: Naming) -> dict[str, str | None]:
    name, code = names.names[vertex.id], names.codes[vertex.id]
    if mode == "person":
        return {"person": code or name, "name": name}
    return {str(TABLE[TABLE_OF[mode]].key): name, "id": code}


def _kind(vertex: Vertex, column: str) -> dict[str, str]:
    """Return the kind of a vertex where the attribute that tells modes says more than the mode."""
    text = vertex.facts.get(column, "")
    return {} if mode_of(text) is None or text.casefold() in GENERAL else {"kind": text}


def _about(network: Network) -> Rows:
    rows = Rows("about", network.name)
    known = TABLE["about"].by_name
    if cells := {name: text for name, text in network.about.items() if name in known}:
        rows.add(1, cells)
    return rows


def _reading(network: Network, modes: Mapping[str, str]) -> str:
    count = Counter(modes.values())
    found = [counted(count[mode], mode) for mode in ("body", "organisation", "person") if count[mode]]
    return f"{network.title}: {', '.join(found)}, {counted(len(network.ties), 'tie')}"
