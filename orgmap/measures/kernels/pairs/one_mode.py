"""The projections as arrays: how many bodies two members share, how many members two bodies share."""

from __future__ import annotations

from typing import Literal

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import Incidence

Mode = Literal["body", "member"]


def shared_counts(incidence: Incidence, mode: Mode) -> sparse.csr_array[np.int64]:
    """Return how many each two nodes of a mode share: symmetric, in sorted order, without the diagonal."""
    return incidence.once(f"shared by each two of mode {mode}", lambda: _counted(incidence, mode))


def _counted(incidence: Incidence, mode: Mode) -> sparse.csr_array[np.int64]:
    rows = incidence.matrix if mode == "body" else incidence.matrix.T.tocsr()
    joint = rows[:, np.flatnonzero(np.bincount(rows.indices, minlength=rows.shape[1]) > 1)]
    counts = joint @ joint.T
    counts.setdiag(0)
    counts.eliminate_zeros()
    counts.sort_indices()
    return counts
