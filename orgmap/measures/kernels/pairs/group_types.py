"""Two-paths by the groups of the three: Gould and Fernandez's types, counted and as chance has them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import BoolArray, FloatArray, IntArray
from orgmap.measures.kernels.pairs.two_paths import Meetings, Ties, meetings, side_by_side

TYPES = ("coordinator", "itinerant", "gatekeeper", "liaison")


@dataclass(frozen=True, eq=False)
class GroupTypes:
    """For each node the pairs that it stands between: by type (a column each), and how they hang together.

    Only nodes of a known group count (a number from 0; -1: not known). `touching` is how many of its pairs
    of pairs have a neighbour in common.
    """

    counts: IntArray
    touching: IntArray


def group_types(ties: Ties, group: IntArray, idle: BoolArray | None = None) -> GroupTypes:
    """Return the types of the two-paths of each node of a known group; noughts for the others.

    `idle`, where neighbours may be joined to one another, as in a projection, tells of which nodes all are;
    pairs that are joined do not count.
    """
    known = np.flatnonzero(group >= 0)
    if idle is not None:
        known = known[side_by_side(ties[known][:, known])]
    inside, own = ties[known][:, known], group[known]
    counts = _all_pairs(inside, own)
    degree = np.diff(inside.indptr).astype(np.int64)
    touching = degree * _choose(degree - 1)
    if idle is not None:
        busy = np.flatnonzero(~idle[known])
        joined, meant = _closed(inside, own, busy)
        counts, touching = _spread(counts[busy] - joined, busy, len(own)), _spread(meant, busy, len(own))
    return GroupTypes(_spread(counts, known, len(group)), _spread(touching, known, len(group)))


def _spread(values: IntArray, places: IntArray, count: int) -> IntArray:
    """Return the values in their places among `count`, noughts elsewhere."""
    spread = np.zeros((count, *values.shape[1:]), dtype=np.int64)
    spread[places] = values
    return spread


def _all_pairs(ties: Ties, group: IntArray) -> IntArray:
    """Return by type all pairs of neighbours, joined or not."""
    count = len(group)
    groups = int(group.max(initial=-1)) + 1
    member = sparse.csr_array((np.ones(count, dtype=np.int64), group, np.arange(count + 1)), (count, groups))
    around = ties @ member
    row = np.repeat(np.arange(count), np.diff(around.indptr))
    own = np.zeros(count, dtype=np.int64)
    mine = around.indices == group[row]
    own[row[mine]] = around.data[mine]
    same = np.bincount(row, weights=_choose(around.data), minlength=count).astype(np.int64)
    degree = np.diff(ties.indptr).astype(np.int64)
    return _by_type(_choose(own), same, own * (degree - own), _choose(degree))


def _by_type(coordinator: IntArray, same: IntArray, gatekeeper: IntArray, every: IntArray) -> IntArray:
    """Return the four types, from the pairs of one group, of which `coordinator` of the own, and of all."""
    return np.stack([coordinator, same - coordinator, gatekeeper, every - same - gatekeeper], axis=1)


def _closed(ties: Ties, group: IntArray, brokers: IntArray) -> tuple[IntArray, IntArray]:
    """Return by type the pairs of joined neighbours of brokers, and their pairs of open pairs that touch."""
    degree = np.diff(ties.indptr).astype(np.int64)
    alike = np.repeat(group, degree) == group[ties.indices]
    found = meetings(
        ties, alike.astype(np.int64), brokers, lambda met: _sums(met, group, degree), "brokers between groups"
    )
    sums = np.concatenate([np.zeros((0, 5), dtype=np.int64), *found])
    coordinator, same, gatekeeper, every, touching = sums.T
    return _by_type(coordinator // 2, same // 2, gatekeeper, every // 2), touching


def _sums(met: Meetings, group: IntArray, degree: IntArray) -> IntArray:
    """Return for each row its closed pairs: twice those of its own group and of one, mixed, twice all.

    A tie of the broker to a neighbour closes as many pairs as the two have common neighbours; the sum in
    `met` counts those of the neighbour's own group. The last column is how many pairs of open pairs touch.
    """
    rows, columns, common, alike = met.joined()
    brokers = met.numbers[rows]
    mine = group[brokers] == group[columns]
    sums = (
        alike * mine,
        alike,
        (common - alike) * mine,
        common,
        _choose(degree[brokers] - 1 - common),
    )
    made = [np.bincount(rows, weights=each, minlength=len(met.numbers)) for each in sums]
    return np.stack(made, axis=1).astype(np.int64)


def _choose(number: IntArray) -> IntArray:
    return number * (number - 1) // 2


@dataclass(frozen=True, eq=False)
class Chances:
    """How likely each type is where groups fall at random: of a pair, of two that touch, of two apart."""

    one: FloatArray
    touching: FloatArray
    apart: FloatArray


def chances(sizes: IntArray, others: IntArray | None = None) -> Chances:
    """Return the chances of a broker's types where the groups of these sizes are dealt out at random.

    `sizes` are those of the broker's mode; `others` those of its neighbours, where they are of another mode
    with groups dealt out for itself. The broker's own group is dealt out too.
    """
    around = np.tile(sizes if others is None else others, (len(sizes), 1)).astype(np.float64)
    if others is None:
        around -= np.eye(len(sizes))
    own = np.diagonal(around)[:, np.newaxis]
    rest = np.where(np.eye(len(sizes), dtype=bool), 0.0, around)
    deal = (sizes / max(sizes.sum(), 1), around.sum(axis=1))
    return Chances(*(_dealt(deal, cases, people) for people, cases in _cases(own, rest).items()))


def _dealt(deal: tuple[FloatArray, FloatArray], cases: FloatArray, people: int) -> FloatArray:
    """Return the chance of each type, over the groups that the broker can be of; 0 where too few are."""
    ways = _falling(deal[1], people)
    shares = np.divide(cases, ways, out=np.zeros_like(cases), where=ways > 0)
    chance: FloatArray = shares @ deal[0]
    return chance


def _cases(own: FloatArray, rest: FloatArray) -> dict[int, FloatArray]:
    """Return in how many ways two, three (two pairs that touch) and four neighbours make each type.

    One row for each type, one column for each group that the broker can be of: `own` are the others of that
    group, `rest` those of the other groups.
    """
    mine, theirs = own[:, 0], rest.sum(axis=1)
    two, three, four = (_falling(rest, people).sum(axis=1) for people in (2, 3, 4))
    both = four + two**2 - (_falling(rest, 2) ** 2).sum(axis=1)
    different = (rest * _falling(theirs[:, np.newaxis] - rest, 2)).sum(axis=1)
    apart = _falling(theirs, 4) - 2 * two * _falling(theirs - 2, 2) + both
    mixed = mine * _falling(theirs, 2) + theirs * _falling(mine, 2)
    return {
        2: np.stack([_falling(mine, 2), two, 2 * mine * theirs, _falling(theirs, 2) - two]),
        3: np.stack([_falling(mine, 3), three, mixed, different]),
        4: np.stack([_falling(mine, 4), both, 4 * _falling(mine, 2) * _falling(theirs, 2), apart]),
    }


def _falling(number: FloatArray, factors: int) -> FloatArray:
    """Return number * (number - 1) * ... of so many factors; 0 where one of them is 0 or less."""
    product = np.ones_like(number)
    for less in range(factors):
        product = product * np.maximum(number - less, 0)
    return product
