"""Places are whole numbers, the same every time, near what belongs together, and no node covers another."""

from __future__ import annotations

import copy
from math import hypot, isfinite
from time import perf_counter

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from orgmap.layout import WIDE_TIERS, positions, two_tier
from orgmap.layout.forces import separate
from orgmap.layout.rings import enclosing, grid, rings
from tests import mapgraphs


def _nearest(places):
    """Return how near the two nearest nodes are."""
    points = np.array(list(places.values()), dtype=float)
    return float(cKDTree(points).query(points, k=2)[0][:, 1].min())


def _middle(places, nodes):
    return np.mean([places[node] for node in nodes], axis=0)


def _shuffled(graph):
    """Return the same graph with its nodes and edges in reverse order."""
    other = graph.__class__()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed(list(graph.edges(data=True))))
    return other


@pytest.fixture(scope="module")
def county():
    """Return the made-up county and its places."""
    graph = mapgraphs.two_tier()
    return graph, positions(graph)


@pytest.fixture(
    params=["two_tier", "small", "interlocks", "large", "loose", "members"],
    ids=lambda name: name,
    scope="module",
)
def graph(request):
    """Return graphs of every kind in the contract."""
    made = {
        "two_tier": mapgraphs.two_tier,
        "small": mapgraphs.small,
        "interlocks": lambda: mapgraphs.interlocks(mapgraphs.two_tier()),
        "large": lambda: mapgraphs.large(60, 200),
        "loose": lambda: nx.create_empty_copy(mapgraphs.small()),
        "members": lambda: nx.relabel_nodes(nx.karate_club_graph(), {n: f"org:{n:02}" for n in range(34)}),
    }
    return made[request.param]()


def test_every_node_has_a_place_of_whole_numbers(graph):
    """Every node, in the order of the graph, has two finite whole numbers."""
    places = positions(graph)
    assert list(places) == list(graph)
    assert all(isinstance(value, int) and isfinite(value) for place in places.values() for value in place)


def test_no_node_covers_another(graph):
    """Two nodes are never nearer than a person and a person side by side."""
    assert _nearest(positions(graph)) >= 12


def test_same_graph_same_places(graph):
    """Places do not depend on the order of nodes and edges, and the graph is left as it was."""
    before = copy.deepcopy(graph)
    places = positions(graph)
    assert positions(_shuffled(graph)) == places
    assert nx.utils.graphs_equal(graph, before)


@pytest.mark.parametrize("count", [1, 2, 20, 200])
def test_any_number_of_bodies(count):
    """One body, two, or hundreds all get places apart from each other."""
    graph = nx.relabel_nodes(nx.path_graph(count), lambda n: f"body:{n}")
    nx.set_node_attributes(graph, "body", "mode")
    places = positions(graph)
    assert len(places) == count
    assert count == 1 or _nearest(places) >= 60


@given(
    st.sets(st.tuples(st.integers(0, 12), st.integers(0, 8)), max_size=60),
    st.lists(st.sampled_from(["county", "district", "national", None]), min_size=9, max_size=9),
)
def test_any_affiliation_network_has_places(seats, tiers):
    """Whoever sits wherever: places are distinct, and the order of rows changes nothing."""
    graph = nx.Graph()
    graph.add_nodes_from((f"body:{n}", {"mode": "body", "tier": tier}) for n, tier in enumerate(tiers))
    graph.add_nodes_from((f"person:{n}", {"mode": "person"}) for n in range(13))
    graph.add_edges_from((f"person:{person}", f"body:{body}", {"seats": 1}) for person, body in sorted(seats))
    places = positions(graph)
    assert len(set(places.values())) == len(graph)
    assert _nearest(places) >= 12
    assert positions(_shuffled(graph)) == places


def test_an_empty_graph_has_no_places():
    """Nothing in, nothing out."""
    assert positions(nx.Graph()) == {}


def test_county_lies_inside_its_districts(county):
    """The county partnership and its groups are nearer to the middle than any district partnership."""
    graph, places = county
    middle = _middle(places, [node for node in graph if graph.nodes[node]["tier"] == "district"])
    away = {
        node: hypot((places[node][0] - middle[0]) / 1.3, places[node][1] - middle[1])
        for node in graph
        if graph.nodes[node]["mode"] == "body"
    }
    inner = [away[node] for node in away if graph.nodes[node]["tier"] == "county"]
    outer = [away[node] for node in away if graph.nodes[node]["tier"] == "district"]
    assert max(inner) < min(outer)


def test_the_most_tied_body_of_the_widest_tier_is_in_the_middle(county):
    """The county partnership, tied to all districts, is nearer to the middle than the county council."""
    graph, places = county
    middle = _middle(places, [node for node in graph if graph.nodes[node]["tier"] == "district"])
    partnership, council = (np.hypot(*(places[node] - middle)) for node in ("body:county", "body:council"))
    assert partnership < council


def test_families_keep_together(county):
    """A group is nearer to the head of its own family than to the head of any other."""
    graph, places = county
    heads = {node for node in graph if graph.nodes[node].get("family") == node}
    for node in graph:
        home = graph.nodes[node].get("family")
        if home and home != node:
            far = {head: hypot(*np.subtract(places[node], places[head])) for head in heads}
            assert min(far, key=far.get) == home


def test_who_sits_on_one_body_is_beside_it(county):
    """A person with one seat is nearer to that body than to any other."""
    graph, places = county
    bodies = [node for node in graph if graph.nodes[node]["mode"] == "body"]
    for node in graph:
        seats = {body for _, body, data in graph.out_edges(node, data=True) if data["kind"] == "seat"}
        if graph.nodes[node]["mode"] == "person" and len(seats) == 1:
            assert min(bodies, key=lambda body: hypot(*np.subtract(places[node], places[body]))) in seats


def test_who_sits_on_two_bodies_is_between_them():
    """A member of two bodies is not much further from either than they are from each other."""
    build = mapgraphs.Builder()
    bodies = [build.body(f"b{n}", f"Body {n}", "district", None) for n in range(6)]
    person = build.person("both", "Both")
    for body in bodies[:2]:
        build.seat(person, body)
    for n, body in enumerate(bodies):
        build.seat(build.person(f"p{n}", "One"), body)
        build.seat(build.organisation("all", "Everywhere", None), body)
    places = positions(build.graph)
    apart = hypot(*np.subtract(places[bodies[0]], places[bodies[1]]))
    assert all(hypot(*np.subtract(places[person], places[body])) < 0.9 * apart for body in bodies[:2])


def test_what_is_tied_to_nothing_stands_below(county):
    """Nodes without ties are in a block under all the others, in straight rows."""
    graph = mapgraphs.two_tier()
    lonely = [f"body:lonely-{n}" for n in range(7)]
    graph.add_nodes_from(lonely, mode="body", label="Lonely", tier=None)
    places = positions(graph)
    bottom = max(places[node][1] for node in graph if node not in lonely)
    assert all(places[node][1] > bottom + 50 for node in lonely)
    assert len({places[node][1] for node in lonely}) <= 2


def test_ties_pull_bodies_of_one_tier_together():
    """Of bodies of one tier, those that share members are nearer than those that share none."""
    graph = nx.relabel_nodes(nx.connected_caveman_graph(4, 5), lambda n: f"body:{n:02}")
    nx.set_node_attributes(graph, "body", "mode")
    places = positions(graph)
    ends = [np.subtract(places[u], places[v]) for u, v in graph.edges]
    rest = [np.subtract(places[u], places[v]) for u, v in nx.non_edges(graph)]
    assert np.mean(np.hypot(*np.transpose(ends))) < 0.6 * np.mean(np.hypot(*np.transpose(rest)))


def test_a_member_of_everything_pulls_nobody_apart():
    """An agency on all boards weighs little in a projection: those that share a local member are near."""
    graph = nx.Graph()
    graph.add_nodes_from((f"body:{n:02}", {"mode": "body"}) for n in range(18))
    for a in range(18):
        for b in range(a):
            members = ("org:all", f"org:local-{a // 3}") if a // 3 == b // 3 else ("org:all",)
            graph.add_edge(f"body:{a:02}", f"body:{b:02}", shared=len(members), members=members)
    places = positions(graph)
    for n in range(18):
        far = {
            m: hypot(*np.subtract(places[f"body:{n:02}"], places[f"body:{m:02}"]))
            for m in range(18)
            if m != n
        }
        assert min(far, key=far.get) // 3 == n // 3


def test_large_networks_use_distances():
    """A ring of 900 bodies is laid out with neighbours near each other, also above the size for forces."""
    graph = nx.relabel_nodes(nx.cycle_graph(900), lambda n: f"body:{n:03}")
    nx.set_node_attributes(graph, "body", "mode")
    places = positions(graph)
    near = np.mean([hypot(*np.subtract(places[u], places[v])) for u, v in graph.edges])
    span = max(x for x, _ in places.values()) - min(x for x, _ in places.values())
    assert near < span / 5
    assert _nearest(places) >= 60


def test_two_thousand_nodes_do_not_wait():
    """Some 2,000 nodes are placed well within the time that a reader of a progress bar bears."""
    graph = mapgraphs.large()
    start = perf_counter()
    places = positions(graph)
    assert len(places) > 2_000
    assert perf_counter() - start < 20


@given(st.lists(st.floats(1, 50), min_size=1, max_size=40), st.floats(1, 60), st.floats(0, 10))
def test_rings_never_overlap(radii, inner, gap):
    """Discs in rings cover neither each other nor the middle, whatever their sizes."""
    centres = rings(radii, inner, gap)
    for i, (centre, radius) in enumerate(zip(centres, radii, strict=True)):
        assert hypot(*centre) >= inner + radius - 1e-6
        for other, other_radius in list(zip(centres, radii, strict=True))[:i]:
            assert hypot(*(centre - other)) >= radius + other_radius - 1e-6


@given(st.lists(st.tuples(st.floats(-99, 99), st.floats(-99, 99), st.floats(1, 30)), min_size=1, max_size=20))
def test_enclosing_circle_holds_all_discs(discs):
    """No disc reaches out of its enclosing circle."""
    centres, radii = np.array(discs)[:, :2], [disc[2] for disc in discs]
    middle, reach = enclosing(centres, radii)
    assert all(hypot(*(c - middle)) + r <= reach + 1e-6 for c, r in zip(centres, radii, strict=True))


def test_enclosing_circle_of_two_is_nearly_the_smallest():
    """Two equal discs side by side are held by a circle around the point between them."""
    middle, reach = enclosing(np.array([[0.0, 0.0], [100.0, 0.0]]), [20, 20])
    assert middle == pytest.approx([50, 0], abs=3)
    assert reach == pytest.approx(70, abs=3)


def test_separate_moves_only_what_may_move():
    """Discs are pushed off each other, and a fixed one stays where it is."""
    start = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 0.0], [200.0, 0.0]])
    fixed = np.array([True, False, False, True])
    radii = np.array([30.0, 5.0, 5.0, 10.0])
    places = separate(start, radii, fixed)
    assert places[fixed].tolist() == start[fixed].tolist()
    for i in range(4):
        for j in range(i):
            assert hypot(*(places[i] - places[j])) >= radii[i] + radii[j] - 0.5


def test_grid_is_wider_than_high():
    """Forty spots stand in rows, all different, centred."""
    spots = grid(40, 1500)
    assert len({tuple(spot) for spot in spots}) == 40
    assert np.ptp(spots[:, 0]) > np.ptp(spots[:, 1])
    assert spots[0, 1] == 0
    assert grid(0, 100).shape == (0, 2)


def _bands(graph, places):
    """Return the heights of wide bodies, of those between, and of local bodies."""
    found = {"wide": [], "between": [], "local": []}
    for node, (_, y) in places.items():
        tier = graph.nodes[node].get("tier")
        is_body = graph.nodes[node]["mode"] == "body"
        found["between" if not is_body else "wide" if tier in WIDE_TIERS else "local"].append(y)
    return found


def test_two_tiers_are_three_bands(county):
    """County bodies stand above those who sit at both tiers, and these above the district bodies."""
    graph, _ = county
    places = two_tier(graph)
    bands = _bands(graph, places)
    assert max(bands["wide"]) < min(bands["between"])
    assert max(bands["between"]) < min(bands["local"])
    assert _nearest(places) >= 40


def test_between_two_tiers_is_who_sits_at_both(county):
    """Between the tiers are exactly those organisations and people who sit on a body of each."""
    graph, _ = county
    sits = {}
    for holder, body, data in graph.edges(data=True):
        if data["kind"] == "seat":
            for member in {holder, data["organisation"]} - {None}:
                sits.setdefault(member, set()).add(graph.nodes[body]["tier"])
    both = {member for member, tiers in sits.items() if tiers == {"county", "district"}}
    assert {node for node in two_tier(graph) if not node.startswith("body:")} == both


def test_two_tiers_keep_families_together(county):
    """Bodies of one district stand side by side, nearer than any other body of their band."""
    graph, _ = county
    places = two_tier(graph)
    local = [node for node in places if node.startswith("body:") and graph.nodes[node]["tier"] == "district"]
    for node in local:
        kin = [other for other in local if graph.nodes[other]["family"] == graph.nodes[node]["family"]]
        for other in set(kin) - {node}:
            far = hypot(*np.subtract(places[node], places[other]))
            rest = (hypot(*np.subtract(places[node], places[one])) for one in local if one not in kin)
            assert far <= min(rest)


def test_two_tiers_do_not_depend_on_the_order(county):
    """The same graph gives the same bands in any order of its nodes and edges."""
    graph, _ = county
    assert two_tier(_shuffled(graph)) == two_tier(graph)


@pytest.mark.parametrize("tiers", [["unitary"], ["county"], [None], ["district", None]])
def test_one_tier_is_not_two(tiers):
    """Where there are not bodies of wide and of local tiers there is nothing to draw."""
    build = mapgraphs.Builder()
    for number, tier in enumerate(tiers):
        build.body(f"b{number}", f"Body {number}", tier, None)
    assert two_tier(build.graph) == {}


@given(
    st.lists(st.sampled_from(["county", "district", "neighbourhood", None]), min_size=1, max_size=12),
    st.sets(st.tuples(st.integers(0, 9), st.integers(0, 11)), max_size=50),
)
def test_any_two_tiers_have_places(tiers, seats):
    """Whoever sits wherever: every place is taken once, by whole numbers."""
    build = mapgraphs.Builder()
    bodies = [build.body(f"b{number:02}", "Body", tier, None) for number, tier in enumerate(tiers)]
    for member, body in sorted(seats):
        if body < len(bodies):
            build.seat(build.organisation(f"o{member}", "Organisation", None), bodies[body])
    places = two_tier(build.graph)
    assert bool(places) == ("county" in tiers and bool({"district", "neighbourhood"} & set(tiers)))
    assert len(set(places.values())) == len(places)
    assert all(isinstance(value, int) for place in places.values() for value in place)
