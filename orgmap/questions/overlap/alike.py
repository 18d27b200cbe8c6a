"""Bodies with the same members, or nearly: candidates for joining."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import pandas as pd

from orgmap.model import Finding
from orgmap.model.wording import both, counted, listing, verb
from orgmap.network import MODE, Counting
from orgmap.questions.overlap.sets import Shared
from orgmap.questions.pair_findings import of_pairs

LEAST = 3
"""Bodies with fewer members than this are not offered for joining."""
NEARLY = 0.9
TOLD = 5


def alike(table: pd.DataFrame, counting: Counting) -> pd.DataFrame:
    """Return the pairs with the same members: nine in ten of each sit on the other, and neither is a part.

    Only where organisations or people are counted: the same sectors or posts do not make two bodies one.
    """
    if counting not in ("organisations", "people"):
        return table.iloc[:0]
    both = table[["a_in_b", "b_in_a"]].min(axis=1, skipna=False)
    return table[~table["part_of"] & (table["shared"] >= LEAST) & (both >= NEARLY)]


def joining(table: pd.DataFrame, counting: Counting) -> Iterator[Finding]:
    """Say which bodies have the same members and could meet as one; `table` is from `alike`."""
    same = table["jaccard"] == 1
    for group in _groups(table[same]):
        names = sorted({*group["body_a"], *group["body_b"]})
        what = counted(int(group["shared"].iloc[0]), MODE[counting])
        sentence = f"{listing(names)} have the same {what}: they could meet as one."
        yield of_pairs("overlap", "look", sentence, group)
    nearly = table[~same]
    for number, row in nearly.head(TOLD).to_dict("index").items():
        sentence = (
            f"{both(row['body_a'], row['body_b'])} have nearly the same members, "
            f"{counted(row['shared'], MODE[counting])} of {row['size_a']} and of {row['size_b']}: "
            "they could meet as one."
        )
        yield of_pairs("overlap", "look", sentence, nearly.loc[[number]])
    if len(rest := nearly.iloc[TOLD:]):
        sentence = (
            f"{counted(len(rest), 'more pair')} of bodies {verb('has', len(rest))} nearly the same members."
        )
        yield of_pairs("overlap", "look", sentence, rest)


def known_sets(table: pd.DataFrame) -> list[Shared]:
    """Return each group of bodies that all have the same members; `table` is from `alike`."""
    groups = _groups(table[table["jaccard"] == 1])
    return [Shared(frozenset([*group["id_a"], *group["id_b"]])) for group in groups]


def _groups(same: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yield the pairs of each group of bodies that all have the same members, most members first."""
    found: nx.Graph[str] = nx.Graph(list(zip(same["id_a"], same["id_b"], strict=True)))
    for group in nx.connected_components(found):
        yield same[same["id_a"].isin(group)]
