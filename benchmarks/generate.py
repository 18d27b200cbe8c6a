"""Made-up affiliation networks of a stated size: who sits on what, as arrays, as a network, as files.

python benchmarks/generate.py S|M|L FOLDER     the tables of an area, as CSV files
python benchmarks/generate.py workbook FILE    a list of 100,000 seats, as staff keep it
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from drawing import SIZES, WORKBOOK, Seats, Size, seats, tiers
from scipy import sparse

if TYPE_CHECKING:
    import networkx as nx

    from orgmap.network import Incidence

__all__ = ["SIZES", "WORKBOOK", "Counting", "Seats", "Size", "graph", "incidence", "matrix", "seats"]

Counting = Literal["people", "organisations"]


def matrix(made: Seats, counting: Counting = "people") -> sparse.csr_array[Any]:
    """Return who has a seat on what: bodies x members, 1 where there is one or more."""
    people = counting == "people"
    column, members = (
        (made.person, made.size.people) if people else (made.organisation, made.size.organisations)
    )
    ones = np.ones(len(column), dtype=np.int64)
    cells = sparse.csr_array((ones, (made.body, column)), shape=(made.size.bodies, members))
    cells.sum_duplicates()
    cells.data[:] = 1
    return cells


def incidence(size: str | Size, counting: Counting = "people", seed: int = 1) -> Incidence:
    """Return a network as orgmap's arrays: bodies, then members, with mode, tier, sector and label."""
    from orgmap.network import Incidence

    made = seats(size, seed)
    cells = matrix(made, counting)
    bodies, members = cells.shape
    prefix = "person" if counting == "people" else "org"
    nodes = (*(f"body:{number}" for number in range(bodies)), *(f"{prefix}:{n}" for n in range(members)))
    places = np.arange(bodies + members)
    facts = partial(_facts, made, counting, nodes)
    return Incidence(nodes, places[:bodies], places[bodies:], cells, facts)


def _facts(made: Seats, counting: Counting, nodes: tuple[str, ...], name: str) -> list[Any] | None:
    """Return what is known of each node under the name of an attribute."""
    bodies, members = made.size.bodies, len(nodes) - made.size.bodies
    people = counting == "people"
    if name == "label":
        return list(nodes)
    if name == "mode":
        return ["body"] * bodies + ["person" if people else "organisation"] * members
    if name == "bipartite":
        return [1] * bodies + [0] * members
    if name == "tier":
        return [*made.tiers, *([None] * members if people else tiers(made.seat_of, made.size))]
    if name == "sector":
        return [None] * bodies + (_sectors_of_people(made) if people else made.sectors)
    return None


def _sectors_of_people(made: Seats) -> list[str | None]:
    named = [*made.sectors, None]
    return [named[number] for number in made.employer.tolist()]


def graph(size: str | Size, counting: Counting = "people", seed: int = 1) -> nx.Graph[str]:
    """Return a network as a NetworkX graph, in the form in which `orgmap.network` makes them."""
    import networkx as nx

    taken = incidence(size, counting, seed)
    names = ("mode", "bipartite", "label", "tier", "sector")
    facts = [taken.facts(name) or [] for name in names]
    made: nx.Graph[str] = nx.Graph()
    rows = (dict(zip(names, row, strict=True)) for row in zip(*facts, strict=True))
    made.add_nodes_from(zip(taken.nodes, rows, strict=True))
    cells = taken.matrix.tocoo()
    body, member = cells.coords
    bodies = len(taken.bodies)
    made.add_edges_from(
        (taken.nodes[bodies + column], taken.nodes[row])
        for row, column in zip(body.tolist(), member.tolist(), strict=True)
    )
    return made


def main(words: list[str]) -> None:
    """Write what the words ask for."""
    from folders import workbook, write

    if words[0] == "workbook":
        workbook(Path(words[1]), WORKBOOK)
    else:
        write(Path(words[1]), SIZES[words[0]])


if __name__ == "__main__":
    main(sys.argv[1:])
