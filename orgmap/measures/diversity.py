"""How mixed the members of a group are: Blau's index, plain and normalised, and Teachman's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse

from orgmap.measures.arrays import FloatArray, Incidence, incidence_of, ratio, series

if TYPE_CHECKING:
    import networkx as nx


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


def diversity(graph: nx.Graph[str] | Incidence, attribute: str = "sector") -> pd.DataFrame:
    """Return how mixed the members of each body are in an attribute, such as their sector.

    Columns, named after the attribute: `blau_sector`, the chance that two of the members whose sector is
    known, drawn with return, are of different sectors, 0 to under 1; `blau_sector_normalised`, that over
    1 - 1/k, the most that k sectors can reach, 0 to 1; `teachman_sector`, the entropy -sum p ln p of the
    shares, 0 to ln k; `known_sector`, how many members' sectors are known. k is the number of sectors known
    of any member in the network, so that the normalised index depends on who is in the file;
    `attrs["notes"]` says it. Members count once, however many seats they have.

    NaN for members, and for bodies with fewer than two members whose sector is known;
    `blau_sector_normalised` also where k is below two. Index: node ids in the graph's own order, named
    `node`. Raises `NetworkUnfit` as `incidence_of` does.

    References: Blau's index as in Harrison and Klein 2007, doi:10.5465/amr.2007.26586096 (Blau 1977 has no
    DOI); Teachman 1980, doi:10.1177/004912418000800305.
    """
    incidence = incidence_of(graph)
    kinds = _kinds(incidence, attribute)
    columns = _indices(_on_bodies(incidence, kinds), attribute)
    nobody = np.full(len(incidence.members), np.nan)
    table = pd.DataFrame(
        {name: series(name, incidence, np.concatenate([each, nobody])) for name, each in columns.items()}
    )
    table.attrs["notes"] = _note(kinds.shape[1], attribute)
    return table


def whole_diversity(graph: nx.Graph[str] | Incidence, attribute: str = "sector") -> pd.Series[float]:
    """Return how mixed a map is in an attribute, such as the sector: its bodies on average, and all members.

    Index, named after the attribute: `mean_blau_sector` and `mean_teachman_sector`, means over the bodies for
    which `diversity` has a value; `all_blau_sector` and `all_teachman_sector`, the same of all members of
    the map, each counted once. Mixed as a whole, but not on average: the sectors meet apart. NaN where no
    body, or fewer than two members, can be said; Blau 0 to under 1, Teachman from 0. Raises `NetworkUnfit` as
    `incidence_of` does.

    References: Blau's index as in Harrison and Klein 2007, doi:10.5465/amr.2007.26586096; Teachman 1980,
    doi:10.1177/004912418000800305.
    """
    incidence = incidence_of(graph)
    kinds = _kinds(incidence, attribute)
    bodies = _indices(_on_bodies(incidence, kinds), attribute)
    everyone = _indices(kinds.sum(axis=0)[np.newaxis], attribute)
    names = [f"{index}_{attribute}" for index in ("blau", "teachman")]
    means = {f"mean_{name}": _mean(bodies[name]) for name in names}
    return pd.Series({**means, **{f"all_{name}": float(everyone[name][0]) for name in names}})


def _kinds(incidence: Incidence, attribute: str) -> sparse.csr_array[np.float64]:
    """Return a row for each member and a column for each kind that is known, with a 1 for its own."""
    values = incidence.attribute(attribute)[len(incidence.bodies) :]
    known = sorted({str(value) for value in values if not pd.isna(value)})
    number = {value: place for place, value in enumerate(known)}
    rows = [row for row, value in enumerate(values) if not pd.isna(value)]
    columns = [number[str(values[row])] for row in rows]
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(values), len(known)))


def _on_bodies(incidence: Incidence, kinds: sparse.csr_array[np.float64]) -> FloatArray:
    """Return how many members of each kind each body has."""
    counts: FloatArray = sparse.csr_array(incidence.matrix @ kinds).toarray()
    return counts


def _indices(counts: FloatArray, attribute: str) -> dict[str, FloatArray]:
    """Return the columns of `diversity` for rows of counts by kind."""
    known = counts.sum(axis=1)
    enough = np.where(known > 1, known, np.nan)
    share = ratio(counts, np.broadcast_to(enough[:, np.newaxis], counts.shape))
    blau_index = np.where(known > 1, np.maximum(1 - (share**2).sum(axis=1), 0), np.nan)
    logs = np.log(share, out=np.zeros_like(share), where=share > 0)
    k = counts.shape[1]
    return {
        f"blau_{attribute}": blau_index,
        f"blau_{attribute}_normalised": ratio(blau_index, np.full(len(known), 1 - 1 / max(k, 1))),
        f"teachman_{attribute}": np.where(known > 1, np.maximum(-(share * logs).sum(axis=1), 0), np.nan),
        f"known_{attribute}": known,
    }


def _mean(values: FloatArray) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else float("nan")


def _note(k: int, attribute: str) -> tuple[str, ...]:
    if not k:
        return ()
    return (f"The normalised index takes the {k} kinds of {attribute} known in this file as all there are.",)
