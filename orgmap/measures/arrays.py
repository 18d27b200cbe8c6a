"""The kinds of array that the measures work on, and division that says when it is undefined."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.network.incidence import BoolArray, FloatArray, Incidence, IntArray, incidence_of, stack

__all__ = [
    "BoolArray",
    "FloatArray",
    "Incidence",
    "IntArray",
    "Network",
    "incidence_of",
    "is_projection",
    "labels",
    "ratio",
    "series",
    "stack",
]


Network = Literal["two-mode", "projection"]
"""Bodies with members, or each mode alone: two are joined where they share something."""


def is_projection(network: str) -> bool:
    """Tell whether it is the projection that is asked for. Raises `CallInvalid` for what is no `Network`."""
    if network not in get_args(Network):
        raise CallInvalid(f"There is no network {network!r}; there are {' and '.join(get_args(Network))}.")
    return network == "projection"


def ratio(above: npt.ArrayLike, below: npt.ArrayLike) -> FloatArray:
    """Return above / below; NaN where below is nil or NaN."""
    over, under = np.asarray(above, dtype=np.float64), np.asarray(below, dtype=np.float64)
    quotient = np.full(over.shape, np.nan)
    np.divide(over, under, out=quotient, where=under > 0)
    return quotient


def series(name: str, incidence: Incidence, stacked: FloatArray) -> pd.Series[float]:
    """Return stacked values as a Series called `name`: node ids in the graph's own order, named `node`."""
    index = pd.Index(incidence.nodes, name="node", dtype="str")
    return pd.Series(incidence.in_graph_order(stacked), index=index, name=name)


def labels(incidence: Incidence) -> dict[str, str]:
    """Return the label of each node by id, in the graph's own order; its id where it has none."""
    found = incidence.facts("label") or [None] * len(incidence.nodes)
    return {node: label or node for node, label in zip(incidence.nodes, found, strict=True)}
