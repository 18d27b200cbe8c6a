"""Bodies in one line: those that share most are neighbours, whatever order the graph has them in."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from orgmap.layout.order import in_line

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 6),
    max_size=30,
)


def graph_of(pairs, *, turned=False):
    """Return the projection of pairs that share so many; with `turned` everything comes in reverse."""
    graph = nx.Graph()
    edges = [(f"body:{a}", f"body:{b}", shared) for (a, b), shared in pairs.items()]
    nodes = [f"body:{number}" for number in range(10)]
    graph.add_nodes_from(reversed(nodes) if turned else nodes)
    for a, b, shared in reversed(edges) if turned else edges:
        graph.add_edge(*((b, a) if turned else (a, b)), shared=shared)
    return graph


def test_bodies_of_one_group_stand_together():
    """Two groups that share much within and little between are not mixed."""
    groups = ([0, 2, 4, 6], [1, 3, 5, 7])
    pairs = {(a, b): 5 for group in groups for a in group for b in group if a < b} | {(0, 1): 1}
    line = in_line(graph_of(pairs))
    halves = {frozenset(line[:4]), frozenset(line[4:])}
    assert halves == {frozenset(f"body:{one}" for one in group) for group in groups}


def test_only_those_that_share_most_are_kept():
    """No more bodies are kept than asked for, and those left out share no more than any that is kept."""
    pairs = {(a, b): a + b for a in range(10) for b in range(a + 1, 10)}
    graph = graph_of(pairs)
    line = in_line(graph, 4)
    assert sorted(line) == ["body:6", "body:7", "body:8", "body:9"]


@given(PAIRS)
def test_the_line_depends_on_what_is_shared_alone(pairs):
    """The order of nodes and edges changes nothing; who shares nobody is left out, and nobody is twice."""
    line = in_line(graph_of(pairs))
    assert line == in_line(graph_of(pairs, turned=True))
    assert sorted(line) == sorted({f"body:{one}" for pair in pairs for one in pair})
