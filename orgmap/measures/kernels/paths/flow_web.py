"""What ways are counted in: hubs, the lines between them, and how much ends at each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import FloatArray, IntArray

SparseFloats = sparse.csr_array[np.float64]
_DEEPEST = 7
_EXPONENTS = 960
SLACK = 20
_BLOCK_NUMBERS = 2**17
_WIDTHS = (16, 256)


@dataclass(frozen=True, eq=False)
class Web:
    """Hubs, which a way visits one after the other, and lines, each of which joins the hubs of its row.

    `hops` are the matrices whose product leads from hubs to the hubs one hop away; `lines` (lines x hubs)
    says which hubs a line joins. Hubs and lines are the *sources*, in this order: ways begin and end at them,
    as many as their `weight` says. A hub stands for `alike` nodes that have the same neighbours. `component`
    is the number of the component of each hub, from 0, `places` the stacked places of hubs, then of lines.
    """

    hops: tuple[SparseFloats, ...]
    lines: SparseFloats
    weight: FloatArray
    alike: FloatArray
    component: IntArray
    places: IntArray

    @property
    def hubs(self) -> int:
        """The number of hubs."""
        return len(self.component)

    @property
    def ties(self) -> int:
        """How many sums it takes to go one hop from all hubs."""
        return sum(hop.nnz for hop in self.hops)

    @property
    def width(self) -> int:
        """How many sources are worked on at once."""
        least, most = _WIDTHS
        return max(least, min(most, _BLOCK_NUMBERS // max(self.hubs, len(self.weight) - self.hubs)))

    @cached_property
    def ends(self) -> FloatArray:
        """How much ends at each one of the nodes for which a hub stands."""
        return self.weight[: self.hubs] / self.alike

    @cached_property
    def starts(self) -> SparseFloats:
        """The hubs (columns) at which the ways of each source (rows) begin."""
        own = sparse.csr_array(sparse.diags_array(1 / self.alike))
        return sparse.csr_array(sparse.vstack([own, self.lines], format="csr"))

    @cached_property
    def onward(self) -> tuple[SparseFloats, ...]:
        """The matrices whose product, on the right of rows of `starts`, leads one hop on."""
        return tuple(sparse.csr_array(hop.T) for hop in reversed(self.hops))

    @cached_property
    def sizes(self) -> IntArray:
        """The number of hubs of each component."""
        return np.bincount(self.component)

    @cached_property
    def within(self) -> FloatArray:
        """The weight of all hubs and lines in the component of each of them."""
        first = self.lines.indices[self.lines.indptr[:-1]]
        component = np.concatenate([self.component, self.component[first]])
        within: FloatArray = np.bincount(component, self.weight)[component]
        return within

    @cached_property
    def radius(self) -> int:
        """The most hops from the first hub of a component to another; beyond the deepest, one hop more."""
        seen = np.zeros(self.hubs)
        seen[np.unique(self.component, return_index=True)[1]] = 1.0
        for hops in range(_DEEPEST + 1):
            if seen.all():
                return hops
            np.copyto(seen, 1.0, where=self.hop(seen) > 0)
        return _DEEPEST + 1

    @property
    def shallow(self) -> bool:
        """Whether the hops of a way can be told from the exponent of a floating-point number."""
        return self.radius <= _DEEPEST

    @property
    def bits(self) -> int:
        """By how many binary digits a number of ways is moved at each hop."""
        return _EXPONENTS // (2 * self.radius + 1)

    @property
    def most_ways(self) -> float:
        """How many ways of one hop more may be beside those of one hop less without showing in them."""
        return float(2.0 ** (self.bits - 2 * SLACK))

    def per_way(self, amounts: FloatArray, numbers: FloatArray) -> FloatArray:
        """Return the amount of each row over numbers of ways; 0 where there is no way."""
        if len(self.sizes) == 1:
            return amounts[:, np.newaxis] / numbers
        shares = np.zeros_like(numbers)
        np.divide(amounts[:, np.newaxis], numbers, out=shares, where=numbers > 0)
        return shares

    def hop(self, values: FloatArray) -> FloatArray:
        """Return for each hub the sum of `values` over the hubs that are one hop away."""
        for matrix in reversed(self.hops):
            values = np.asarray(matrix @ values, dtype=np.float64)
        return values
