"""Small affiliation networks, in the form in which `orgmap.network` makes them, for the tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx
from hypothesis import strategies as st


def slug(name: str) -> str:
    """Return `name` in lower case with hyphens for blanks."""
    return name.lower().replace(" ", "-")


def body_id(name: str) -> str:
    """Return the node id of a body."""
    return f"body:{slug(name)}"


def member_id(name: str, mode: str = "organisation") -> str:
    """Return the node id of a member."""
    return f"{'org' if mode == 'organisation' else mode}:{slug(name)}"


def affiliation(
    lists: Mapping[str, Iterable[str]],
    *,
    loose: Iterable[str] = (),
    partial: Iterable[str] = (),
    mode: str = "organisation",
) -> nx.Graph[str]:
    """Return the affiliation network of `lists`, from the name of a body to the names of its members.

    `loose` are members without a body, `partial` the bodies whose list is partial.
    """
    network: nx.Graph[str] = nx.Graph()
    incomplete = set(partial)
    for body in lists:
        add_body(network, body, listed="partial" if body in incomplete else None)
    for member in [*(member for members in lists.values() for member in members), *loose]:
        add_member(network, member, mode)
    for body, members in lists.items():
        for member in members:
            network.add_edge(member_id(member, mode), body_id(body), seats=1, roles=("member",))
    return network


def add_body(network: nx.Graph[str], name: str, listed: str | None = None) -> None:
    """Add a body with the attributes of the contract."""
    node = body_id(name)
    attributes = {"kind": None, "tier": None, "sector": None, "list": listed, "family": node}
    network.add_node(node, mode="body", bipartite=1, label=name, **attributes)


def add_member(network: nx.Graph[str], name: str, mode: str = "organisation") -> None:
    """Add a member with the attributes of the contract."""
    attributes = {"kind": None, "tier": None, "sector": None}
    network.add_node(member_id(name, mode), mode=mode, bipartite=0, label=name, **attributes)


def davis() -> nx.Graph[str]:
    """Return Davis Southern Women in the version with 89 ties: 18 women and 14 events (bodies E1 to E14).

    Davis, Gardner and Gardner 1941, Deep South, as NetworkX has it; a version with 93 ties circulates too.
    """
    source = nx.davis_southern_women_graph()
    events = sorted(source.graph["bottom"], key=lambda event: int(event[1:]))
    return affiliation({event: sorted(source[event]) for event in events}, mode="person")


TWO_TIER = {
    "C-LSP": ("County", "Police", "NHS", "Fire", "North DC", "South DC", "CVS"),
    "N-LSP": ("North DC", "County", "Police", "NHS", "CVS", "College"),
    "S-LSP": ("South DC", "County", "Police", "NHS", "Housing"),
    "CSP": ("Police", "Fire", "County", "Probation"),
    "HWB": ("NHS", "County", "Healthwatch", "CVS"),
}


def two_tier() -> nx.Graph[str]:
    """Return an invented two-tier area: five bodies, eleven organisations, 26 seats."""
    return affiliation(TWO_TIER)


def swapped(network: nx.Graph[str]) -> nx.Graph[str]:
    """Return a copy with the modes the other way about."""
    other = network.copy()
    for _, attributes in other.nodes(data=True):
        attributes["bipartite"] = 1 - attributes["bipartite"]
    return other


def united(one: nx.Graph[str], two: nx.Graph[str]) -> nx.Graph[str]:
    """Return both networks side by side; the nodes of the second have a mark at the end of their ids."""
    return nx.compose(one, nx.relabel_nodes(two, {node: f"{node}-too" for node in two}))


@st.composite
def affiliations(
    draw: st.DrawFn, *, bodies: tuple[int, int] = (0, 7), members: tuple[int, int] = (0, 10)
) -> nx.Graph[str]:
    """Draw an affiliation network: often with leaves, isolates, several components or an empty mode."""
    rows = [f"b{number}" for number in range(draw(st.integers(*bodies)))]
    columns = [f"m{number}" for number in range(draw(st.integers(*members)))]
    cells = [(row, column) for row in rows for column in columns]
    seats = draw(st.sets(st.sampled_from(cells))) if cells else set()
    lists = {row: [column for column in columns if (row, column) in seats] for row in rows}
    made = affiliation(lists, loose=columns)
    return reordered(made, draw(st.permutations(list(made))))


def reordered(network: nx.Graph[str], order: Iterable[str]) -> nx.Graph[str]:
    """Return the network with its nodes in another order."""
    other: nx.Graph[str] = nx.Graph()
    other.add_nodes_from((node, network.nodes[node]) for node in order)
    other.add_edges_from(network.edges(data=True))
    return other
