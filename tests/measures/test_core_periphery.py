"""Tests of the core and the periphery in two modes."""

from __future__ import annotations

from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgmap.errors import CallInvalid
from orgmap.measures import core_periphery, core_values, incidence_of
from tests.networks import affiliation, affiliations, davis, reordered, swapped, two_tier

offs = pytest.mark.parametrize("off", ["ignored", "empty"])
BLOCKS = ["core_density", "core_body_density", "core_member_density", "periphery_density"]


def plain_fit(table: np.ndarray, bodies: np.ndarray, members: np.ndarray, off: str) -> float:
    """The correlation of the cells that count with the ideal, by numpy; NaN where there is none."""
    ideal = np.outer(bodies, members)
    counted = np.ones_like(ideal) if off == "empty" else ideal + np.outer(1 - bodies, 1 - members)
    cells, wanted = table[counted > 0], ideal[counted > 0]
    if len(set(cells.tolist())) < 2 or len(set(wanted.tolist())) < 2:
        return np.nan
    return float(np.corrcoef(cells, wanted)[0, 1])


def best_fit(table: np.ndarray, off: str) -> float:
    """The best correlation of all cores of bodies and of members; -1 where none is defined."""
    bodies, members = (np.array(list(product((0, 1), repeat=size))) for size in table.shape)
    ideal = np.einsum("ib,jm->ijbm", bodies, members).reshape(-1, table.size)
    outside = np.einsum("ib,jm->ijbm", 1 - bodies, 1 - members).reshape(-1, table.size)
    counted = np.ones_like(ideal) if off == "empty" else ideal + outside
    cells = table.ravel()
    number, ties, ones, both = counted.sum(axis=1), counted @ cells, ideal.sum(axis=1), ideal @ cells
    spread = (number * ties - ties**2) * (number * ones - ones**2)
    fits = (number * both - ties * ones)[spread > 0] / np.sqrt(spread[spread > 0])
    return float(fits.max(initial=-1.0))


def tied(network: nx.Graph) -> tuple[np.ndarray, list[str], list[str]]:
    """Return the table of ties of the bodies and members that have any, and their ids."""
    bodies, members = [
        [node for node, one in network.nodes(data="bipartite") if one == side and network.degree(node)]
        for side in (1, 0)
    ]
    table = [[int(network.has_edge(body, member)) for member in members] for body in bodies]
    return np.array(table).reshape(len(bodies), len(members)), bodies, members


@offs
@settings(deadline=None, max_examples=50)
@given(network=affiliations(bodies=(1, 4), members=(1, 5)))
def test_no_core_fits_much_better(off: str, network: nx.Graph) -> None:
    """On small networks the core found fits within 0.1 of the best of all, and never above it."""
    table, *_ = tied(network)
    assume(table.size)
    best, found = best_fit(table, off), core_values(network, off=off)["core_fit"]
    assert np.isnan(found) == (best < 0 or np.isclose(best, -1))
    assert np.isnan(found) or best - 0.1 <= found <= best + 1e-9


@pytest.mark.parametrize(("off", "least"), [("ignored", 0.95), ("empty", 0.98)])
def test_the_best_core_is_nearly_always_found(off: str, least: float) -> None:
    """Of sixty random networks of 5 bodies and 6 members nearly all get the best core of all."""
    random = np.random.default_rng(11)
    tables = [random.random((5, 6)) < share for share in random.choice([0.2, 0.4, 0.6], 60)]
    hits = []
    for table in tables:
        lists = {f"b{row}": [f"m{one}" for one in np.flatnonzero(cells)] for row, cells in enumerate(table)}
        network = affiliation(lists)
        cells, *_ = tied(network)
        hits.append(abs(core_values(network, off=off)["core_fit"] - best_fit(cells, off)) < 1e-9)
    assert np.mean(hits) >= least


@offs
@settings(deadline=None, max_examples=60)
@given(network=affiliations())
def test_fit_and_densities_are_those_of_the_core(off: str, network: nx.Graph) -> None:
    """The fit is the correlation, and the densities are the means of the blocks, of the core given."""
    core, values = core_periphery(network, off=off), core_values(network, off=off)
    table, bodies, members = tied(network)
    assert core.index.tolist() == list(network)
    assert core[[node for node in network if not network.degree(node)]].isna().all()
    if np.isnan(values["core_fit"]):
        assert core.isna().all()
        assert values.isna().all()
        return
    rows, columns = core[bodies].to_numpy(), core[members].to_numpy()
    assert set(rows) | set(columns) <= {0.0, 1.0}
    assert values["core_fit"] == pytest.approx(plain_fit(table, rows, columns, off))
    blocks = [table[rows == a][:, columns == b] for a, b in ((1, 1), (1, 0), (0, 1), (0, 0))]
    expected = [block.mean() if block.size else np.nan for block in blocks]
    assert values[BLOCKS].tolist() == pytest.approx(expected, nan_ok=True)


@offs
@settings(deadline=None, max_examples=30)
@given(network=affiliations(), data=st.data())
def test_order_means_nothing(off: str, network: nx.Graph, data: st.DataObject) -> None:
    """Rows in another order leave everybody where they were."""
    other = reordered(network, data.draw(st.permutations(list(network))))
    assert core_periphery(other, off=off).reindex(list(network)).equals(core_periphery(network, off=off))


@settings(deadline=None, max_examples=40)
@given(affiliations(bodies=(2, 5), members=(2, 5)))
def test_swapping_the_modes_keeps_the_fit(network: nx.Graph) -> None:
    """With members for bodies a core fits about as well, as both are near the best."""
    here, there = (core_values(one)["core_fit"] for one in (network, swapped(network)))
    assert here == pytest.approx(there, abs=0.1, nan_ok=True)


def test_a_dense_block_is_the_core() -> None:
    """Three bodies that share all their four members, beside others that share nobody, are the core."""
    lists = {f"core{number}": ["a", "b", "c", "d"] for number in range(3)}
    network = affiliation({**lists, **{f"other{number}": [f"m{number}"] for number in range(3)}})
    core = core_periphery(network, off="empty")
    names = {*(f"body:core{number}" for number in range(3)), *(f"org:{member}" for member in "abcd")}
    assert set(core.index[core == 1]) == names
    assert core_values(network, off="empty")["core_density"] == 1


def test_a_perfect_core_fits_perfectly() -> None:
    """Where all of the core meet, and the rest meet nobody but the core, the fit is 1."""
    core = {f"core{number}": ["a", "b", "c", f"own{number}"] for number in range(3)}
    found = core_values(
        affiliation({**core, **{f"other{number}": ["a"] for number in range(3)}}), off="ignored"
    )
    assert found["core_fit"] == pytest.approx(1)
    assert found[["core_density", "periphery_density"]].tolist() == [1, 0]


def test_the_two_tier_area_has_a_core() -> None:
    """The three partnerships and the health board, with county, police, health and CVS, are the core."""
    core = core_periphery(two_tier())
    bodies, members = ("c-lsp", "n-lsp", "s-lsp", "hwb"), ("county", "police", "nhs", "cvs")
    assert set(core.index[core == 1]) == {f"body:{one}" for one in bodies} | {f"org:{one}" for one in members}
    assert core_values(two_tier())["core_density"] == 14 / 16


def test_without_the_blocks_beside_it_a_core_can_be_one_body() -> None:
    """Where the blocks beside the core are left out, the core of the events is the largest alone."""
    core = core_periphery(davis(), off="ignored")
    assert [node for node in core.index[core == 1] if node.startswith("body:")] == ["body:e8"]


def test_nothing_tells_a_core_apart() -> None:
    """Without ties, and where everybody sits on everything, there is no core."""
    everything = affiliation({"A": ["a", "b"], "B": ["a", "b"]})
    for network in (nx.Graph(), affiliation({"Board": []}, loose=["County"]), everything):
        assert core_periphery(network).isna().all()
        assert core_values(network).isna().all()


def test_davis_and_larger_networks_say_how_the_core_was_found() -> None:
    """The result says that the core was found by search; the same comes of arrays."""
    assert "search" in core_periphery(davis()).attrs["notes"][0]
    assert core_values(davis()).attrs["notes"] == core_periphery(davis()).attrs["notes"]
    assert core_periphery(incidence_of(davis())).equals(core_periphery(davis()))


def test_another_word_is_refused() -> None:
    """What the other blocks cannot be is refused with what they can."""
    with pytest.raises(CallInvalid, match="ignored, empty"):
        core_periphery(davis(), off="full")
