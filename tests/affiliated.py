"""Affiliation networks in the form in which they are handed out, for the tests of writers and readers."""

from __future__ import annotations

import networkx as nx
from hypothesis import strategies as st

PREFIX = {"person": "person", "organisation": "org", "post": "post"}


def exchanged(
    ties: dict[tuple[str, str], int],
    mode: str = "person",
    loose: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (),
    **facts: str,
) -> nx.Graph[str]:
    """Return the network of ties from (member, body) to a number of seats, with flat attributes.

    `loose` are members and `bodies` bodies without a tie; `facts` are attributes of every member.
    """
    graph: nx.Graph[str] = nx.Graph()
    for name in dict.fromkeys([*(body for _, body in ties), *bodies]):
        graph.add_node(f"body:{name}", mode="body", bipartite=1, label=name)
    for name in dict.fromkeys([*(member for member, _ in ties), *loose]):
        graph.add_node(f"{PREFIX[mode]}:{name}", mode=mode, bipartite=0, label=name, **facts)
    for (member, body), seats in ties.items():
        graph.add_edge(f"{PREFIX[mode]}:{member}", f"body:{body}", seats=seats, roles="member")
    return graph


def bodies_sharing(shared: dict[tuple[str, str], int]) -> nx.Graph[str]:
    """Return the projection in which pairs of bodies share so many members."""
    graph: nx.Graph[str] = nx.Graph()
    for name in dict.fromkeys(name for pair in shared for name in pair):
        graph.add_node(f"body:{name}", mode="body", bipartite=1, label=name)
    for (one, other), count in shared.items():
        graph.add_edge(f"body:{one}", f"body:{other}", shared=count)
    return graph


OLDER = "Partnership for Older People in the County of"
NAMES = st.sampled_from(
    [
        "Ann Example", "ann example-sample", "LSP Board", "Health & Wellbeing Board", "Bwrdd Ŵ", "x",
        "Ελλάδα Σύλλογος", "O'Neill-Other, Cy", "1", "=1+1", "-", f"{OLDER} Marshire", f"{OLDER} Otherton",
        "data:", "labels", "*Edges", "% note", "Board (2)",
    ]
)  # fmt: skip


@st.composite
def exchanges(draw: st.DrawFn) -> nx.Graph[str]:
    """Draw an affiliation network with awkward names, idle nodes and several seats for one tie."""
    members = draw(st.lists(NAMES, unique_by=str.casefold, min_size=1, max_size=6))
    bodies = draw(st.lists(NAMES, unique_by=str.casefold, min_size=1, max_size=5))
    cells = st.tuples(st.sampled_from(members), st.sampled_from(bodies))
    ties = draw(st.dictionaries(cells, st.integers(1, 4), max_size=12))
    mode = draw(st.sampled_from(["person", "organisation", "post"]))
    return exchanged(ties, mode, tuple(members), tuple(bodies))


def tied(graph: nx.Graph[str]) -> dict[tuple[str, str], int]:
    """Return the number of seats of each tie by the names of member and body."""
    label = dict(graph.nodes(data="label"))
    found = {}
    for one, other, seats in graph.edges(data="seats"):
        member, body = (other, one) if one.startswith("body:") else (one, other)
        found[label[member], label[body]] = seats
    return found
