"""How mixed the members of a group are: Blau's index, plain and normalised."""

from __future__ import annotations

import numpy as np
import pandas as pd

from orgmap.measures.arrays import ratio


def blau(counts: pd.Series[int], k: int | None = None) -> pd.DataFrame:
    """Return how mixed each group is: the chance that two of its members, drawn with return, differ in kind.

    `counts` holds how many of each kind each group has; its index has two levels, group and kind, each pair
    once. In an officer's words: 0 means that all are of one kind, and the more kinds there are, and the more
    evenly they share the places, the nearer it comes to 1. Variant: 1 minus the sum of the squared shares;
    `blau_normalised` divides by 1 - 1/k, the most that k kinds can reach. `k` is the number of kinds there
    could be; without it, of each group its size, as where every member might be of a kind of its own.

    Index: the groups, in order of the alphabet. Columns: `known` (members counted), `k`, `blau` (0 to under
    1) and `blau_normalised` (0 to 1); both are NaN with fewer than two members, `blau_normalised` also with
    fewer than two kinds. Blau 1977, Inequality and Heterogeneity: A Primitive Theory of Social Structure,
    New York: Free Press, ISBN 0-02-903660-7; it has no DOI.
    """
    group = counts.index.get_level_values(0)
    known = counts.groupby(group).sum()
    squares = (counts.astype("float64") ** 2).groupby(group).sum()
    kinds = known if k is None else pd.Series(k, index=known.index)
    enough = known.to_numpy() > 1
    index = np.where(enough, 1 - ratio(squares, known.astype("float64") ** 2), np.nan)
    most = 1 - ratio(np.ones(len(kinds)), kinds)
    table = {"known": known.astype("int64"), "k": kinds.astype("int64"), "blau": index}
    return pd.DataFrame(table).assign(blau_normalised=ratio(index, most))
