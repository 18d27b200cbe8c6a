"""Pulling what is tied together and pushing apart what would cover each other; the same on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Pairs = NDArray[np.intp]

_MOST_DENSE = 600
_PIVOTS = 40
_GRID = 1e-3
"""Places are rounded to this after every step, which drowns the last-digit differences between processors."""
_TIES_EACH = 6.0
"""All ties of a point together pull about as much as so many plain ones: dense networks do not clump."""
_ENOUGH = 0.25
"""Discs that cover each other by no more than this are left alone."""


def spread(ties: Pairs, weights: Floats, count: int, seed: int) -> Floats:
    """Return places for `count` points, tied ones near each other: shape (count, 2), about unit spacing.

    Small networks are settled by attraction and repulsion, large ones by distances from some pivots.
    """
    if count == 1:
        return np.zeros((1, 2))
    if count > _MOST_DENSE:
        return _by_distances(ties, count, seed)
    return _by_forces(ties, weights, count, seed)


def _by_forces(ties: Pairs, weights: Floats, count: int, seed: int) -> Floats:
    """Settle by the forces of Fruchterman and Reingold (1991), doi:10.1002/spe.4380211102, pulled inwards."""
    turn = np.arange(count) * (2 * np.pi / count)
    size = np.sqrt(count)
    places: Floats = np.column_stack((np.sin(turn), -np.cos(turn))) * size
    places += np.random.default_rng(seed).uniform(-0.05, 0.05, places.shape)
    pull = np.zeros((count, count))
    usual = 2 * weights.sum() / count / _TIES_EACH
    pull[ties[:, 0], ties[:, 1]] = pull[ties[:, 1], ties[:, 0]] = (weights / usual).clip(max=_TIES_EACH)
    for heat in np.linspace(0.25 * size, 0.01, 150):
        apart = places[:, None, :] - places[None, :, :]
        length = np.sqrt((apart**2).sum(axis=2)).clip(0.01)
        push = (1 / length**2 - pull * length / 3)[:, :, None] * apart
        step = push.sum(axis=0) * -1 - places * 0.15
        far = np.sqrt((step**2).sum(axis=1, keepdims=True)).clip(1e-9)
        places = _rounded(places + step / far * np.minimum(far, heat))
    return places


def _by_distances(ties: Pairs, count: int, seed: int) -> Floats:
    """Place by pivot multidimensional scaling (Brandes and Pich 2007), doi:10.1007/978-3-540-70904-6_6."""
    ends = np.concatenate((ties, ties[:, ::-1]))
    links = csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    far = _pivot_distances(links, min(_PIVOTS, count)) ** 2
    centred = far - far.mean(axis=0) - far.mean(axis=1, keepdims=True) + far.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    places = centred @ vectors[:, :-3:-1]
    places *= np.where(places[np.abs(places).argmax(axis=0), [0, 1]] < 0, -1, 1)
    spreads = places.std(axis=0).max() or 1.0
    noise = np.random.default_rng(seed).normal(0, 0.15, places.shape)
    return _rounded((places / spreads + noise) * np.sqrt(count) / 2)


def _pivot_distances(links: csr_matrix[np.float64], pivots: int) -> Floats:
    """Return the steps from each node to pivots far from each other; out of reach is one step more."""
    chosen, columns = 0, []
    nearest = np.full(links.shape[0], np.inf)
    for _ in range(pivots):
        steps = dijkstra(links, directed=False, indices=np.array([chosen]), unweighted=True)[0]
        reached = steps[np.isfinite(steps)].max()
        steps = np.where(np.isfinite(steps), steps, reached + 1)
        columns.append(steps)
        nearest = np.minimum(nearest, steps)
        chosen = int(nearest.argmax())
    return np.column_stack(columns)


def separate(
    places: Floats, radii: Floats, fixed: NDArray[np.bool_] | None = None, rounds: int = 300
) -> Floats:
    """Return the places with discs of these radii pushed apart until none covers another; fixed ones stay."""
    if len(places) < 2:
        return places
    still = np.zeros(len(radii), dtype=np.bool_) if fixed is None else fixed
    for _ in range(rounds):
        pairs, ways = _overlaps(places, radii, still)
        if not len(pairs):
            break
        share = (~still[pairs]).astype(np.float64)
        share /= share.sum(axis=1, keepdims=True)
        step = np.zeros_like(places)
        np.add.at(step, pairs[:, 0], -ways * share[:, :1])
        np.add.at(step, pairs[:, 1], ways * share[:, 1:])
        places = _rounded(places + step)
    return places


def _overlaps(places: Floats, radii: Floats, still: NDArray[np.bool_]) -> tuple[Pairs, Floats]:
    """Return the pairs that cover each other, each once and in order, and the way that parts them."""
    pairs = _near(places, radii, still)
    apart = places[pairs[:, 1]] - places[pairs[:, 0]]
    length = np.sqrt((apart**2).sum(axis=1))
    together = length < _GRID
    turn = pairs[together].sum(axis=1) * 2.399963
    apart[together] = np.column_stack((np.cos(turn), np.sin(turn))) * _GRID
    length[together] = _GRID
    missing = radii[pairs].sum(axis=1) - length
    chosen = np.flatnonzero(missing > _ENOUGH)
    _, first = np.unique(pairs[chosen] @ np.array([len(places), 1]), return_index=True)
    chosen = chosen[first]
    return pairs[chosen], apart[chosen] / length[chosen, None] * (missing[chosen, None] + _ENOUGH)


def _near(places: Floats, radii: Floats, still: NDArray[np.bool_]) -> Pairs:
    """Return the pairs, at least one of each movable, whose discs may touch: shape (k, 2), in any order."""
    usual = np.where(still, _usual(radii, still), _usual(radii, ~still))
    moving, at_rest = np.flatnonzero(usual & ~still), np.flatnonzero(usual & still)
    tree, widest = cKDTree(places[moving]), float(radii[moving].max())
    found = [moving[tree.query_pairs(2 * widest, output_type="ndarray")]]
    if len(at_rest):
        spans = cKDTree(places[at_rest]).sparse_distance_matrix(
            tree, widest + float(radii[at_rest].max()), output_type="coo_matrix"
        )
        found.append(np.column_stack((at_rest[spans.row], moving[spans.col])))
    found.extend(_beside(places, radii, still, index) for index in np.flatnonzero(~usual))
    return np.sort(np.concatenate(found), axis=1)


def _usual(radii: Floats, group: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which discs are not much larger than most of their group; the others get their own search."""
    return radii <= 3 * float(np.median(radii[group])) if group.any() else np.ones(len(radii), dtype=np.bool_)


def _beside(places: Floats, radii: Floats, still: NDArray[np.bool_], index: np.intp) -> Pairs:
    """Return the pairs of one large disc with the usual ones, and with the other large ones."""
    far = np.sqrt(((places - places[index]) ** 2).sum(axis=1)) - radii
    close = (far < radii[index]) & (np.arange(len(radii)) != index) & ~(still & still[index])
    return np.column_stack((np.full(int(close.sum()), index), np.flatnonzero(close)))


def _rounded(places: Floats) -> Floats:
    return np.round(places / _GRID) * _GRID
