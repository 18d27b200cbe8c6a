"""The trunk of a network: what is left when everything with a single tie is off, as it is as far plus one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from orgmap.measures.arrays import BoolArray, Incidence, IntArray


@dataclass(frozen=True, eq=False)
class Leaves:
    """Who hangs from whom; arrays are stacked.

    `parent` is the node from which a leaf hangs (-1 for a node of the trunk) and `count` how many leaves hang
    from a node. Of a body and a member who have only one another, the member is the leaf.
    """

    parent: IntArray
    count: IntArray

    @property
    def trunk(self) -> BoolArray:
        """Whether a node is no leaf."""
        return self.parent < 0


def leaves(incidence: Incidence) -> Leaves:
    """Return the leaves of a network: the nodes with one tie."""
    matrix, rows = incidence.matrix, len(incidence.bodies)
    loose = incidence.degrees == 1
    parent = np.full(len(loose), -1)
    bodies = np.flatnonzero(loose[:rows])
    parent[bodies] = matrix.indices[matrix.indptr[bodies]] + rows
    parent[bodies[loose[parent[bodies]]]] = -1
    ties = np.flatnonzero(loose[rows:][matrix.indices])
    parent[matrix.indices[ties] + rows] = np.searchsorted(matrix.indptr, ties, side="right") - 1
    return Leaves(parent, np.bincount(parent[parent >= 0], minlength=len(parent)))
