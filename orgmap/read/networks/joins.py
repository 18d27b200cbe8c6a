"""What joins bodies, areas, and people with their organisations, as rows and cells of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.read.networks.columns import Columns, columns_of
from orgmap.read.networks.naming import Naming
from orgmap.read.networks.network import Facts, Network, Tie, fact, header
from orgmap.read.networks.relations import Relation
from orgmap.read.records import Rows

BESIDE = "stands beside"
Row = tuple[Tie, Relation]
Sorted = Mapping[str, list[Row]]
NOISE = frozenset(
    (
        "name", "shared name", "selected", "id", "number", "held as", "seats", "roles", "interaction",
        "shared interaction", "networkx key", "label", "title", "kind",
    )
)  # fmt: skip
"""Attributes of ties, in their normal form, that say only which tie it is, or are read for themselves."""
_TABLES = {"seats": "seat", "links": "link", "area_units": "unit"}
_ENDS = ("body", "from_body", "to_body", "area", "unit")
_SPEAKS = ("organisation", "on_behalf_of")


@dataclass
class Joined:
    """What the ties give: rows of tables, `cells` for the rows of vertices, and what is to be said."""

    modes: Mapping[str, str]
    names: Naming
    columns: dict[str, Columns]
    rows: dict[str, Rows]
    place: str
    cells: dict[str, Facts] = field(default_factory=lambda: defaultdict(dict))
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, network: Network, of: Sorted, modes: Mapping[str, str], names: Naming) -> Joined:
        """Return the empty tables, with what the attributes of the ties are called in them."""
        place = network.ties_at
        columns = {
            table: columns_of(table, place, [tie.facts for tie, _ in of[what]], _apart(of[what]), _ENDS)
            for table, what in _TABLES.items()
        }
        rows = {table: Rows(table, place, found.headers) for table, found in columns.items()}
        told = [problem for found in columns.values() for problem in found.problems]
        return cls(modes, names, columns, rows, place, problems=told)

    def text(self, vertex: str) -> str | None:
        """Return how a vertex is referred to."""
        return self.names.texts[vertex]

    def further(self, table: str, tie: Tie, relation: Relation) -> Facts:
        """Return the attributes of a tie that no column is called by and that say something."""
        even = {"weight"} if fact(tie.facts, "weight") in ("1", "1.0", fact(tie.facts, "seats")) else set()
        told = {header(relation.column or "")} if relation.known or table == "links" else set()
        return self.columns[table].further(tie.facts, {*NOISE, *even, *told})

    def warn(self, row: int, value: str | None, message: str) -> None:
        """Say that a tie contradicts another."""
        self.problems.append(
            Problem(self.place, row, None, value, message, "Keep one of the two.", "warning")
        )


def _apart(rows: Iterable[Row]) -> frozenset[str]:
    return NOISE | {header(relation.column or "") for _, relation in rows}


def add_links(made: Joined, rows: Iterable[Row]) -> None:
    """Add the declared relations of bodies; what is not understood stands in the note."""
    for tie, relation in rows:
        cells = made.columns["links"].cells(tie.facts)
        cells |= {
            "from_body": str(made.text(relation.source)),
            "to_body": str(made.text(relation.target)),
            "kind": str(relation.text) if relation.known else BESIDE,
        }
        if relation.text and not relation.known:
            cells["note"] = "; ".join(filter(None, (cells.get("note"), relation.text)))
        made.rows["links"].add(tie.row, cells, made.further("links", tie, relation))


def add_units(made: Joined, rows: Iterable[Row]) -> None:
    """Add which areas take in which."""
    for tie, relation in rows:
        ends = {"area": made.text(relation.source), "unit": made.text(relation.target)}
        made.rows["area_units"].add(tie.row, made.columns["area_units"].cells(tie.facts) | ends)


def add_parts(made: Joined, rows: Iterable[Row]) -> None:
    """Say in the cells of bodies, organisations and areas what each is part of."""
    for tie, relation in rows:
        column = "within" if made.modes[relation.source] == "area" else "part_of"
        part, whole = made.text(relation.source), str(made.text(relation.target))
        before = made.cells[relation.source].setdefault(column, whole)
        if before != whole:
            made.warn(tie.row, part, f"{part} is part of {before} already, so not also of {whole}.")


def add_employers(made: Joined, rows: Iterable[Row], seats: Iterable[Row]) -> None:
    """Say in the cells of people whom they work for, unless their seats say so themselves."""
    said: dict[str, set[str]] = defaultdict(set)
    for tie, relation in seats:
        cells = made.columns["seats"].cells(tie.facts)
        said[relation.source] |= {normal(cells[name]) for name in _SPEAKS if name in cells}
    derived = bool(set(_SPEAKS) & set(made.columns["seats"].headers))
    for tie, relation in rows:
        person, whole = relation.source, str(made.text(relation.target))
        if (derived and relation.text == "represents") or normal(whole) in said[person]:
            continue
        before = made.cells[person].setdefault("organisation", whole)
        if before != whole:
            who = made.text(person)
            made.warn(tie.row, who, f"{who} works for {before} already, so {whole} is not used.")
