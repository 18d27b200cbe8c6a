"""How much two bodies have in common: shared members, and the coefficients made of counts and sizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from orgmap.measures.arrays import Incidence, incidence_of
from orgmap.measures.coefficients import coefficients
from orgmap.measures.couples import Couples, couples, side_of, texts
from orgmap.measures.kernels.pairs.counting import blocks_of_pairs
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.shared import members_of_pairs, shared_members

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Mode", "members_of_pairs", "overlap_blocks", "pairs", "shared_members"]

_OF_THE_SHARED = "the list of members of a body that both sit on is partial"


def pairs(graph: nx.Graph[str] | Incidence, mode: Mode = "body", *, every: bool = False) -> pd.DataFrame:
    """Return a row for each two bodies with a shared member (`every`: for each two), most shared first.

    `mode="member"` pairs members by the bodies that they share instead, of the bodies in the graph. Columns:

    - `a`, `b`: node ids, `a` before `b` in the alphabet;
    - `size_a`, `size_b`: how many are listed; `shared`: how many of them both have; whole numbers;
    - `jaccard`: shared / all that either has; `simpson`: shared / the smaller size, 1 where one is inside
      the other; `a_in_b`: shared / size of a; `b_in_a`: shared / size of b; `cosine`: shared / root of the
      product of the sizes (Ochiai); `dice`: twice shared / sum of the sizes. Range 0 to 1;
    - `phi`: the correlation of the two lists over everybody in the network, -1 to 1, 0 where the overlap is
      what the sizes alone would give; NaN too where one of them has everybody;
    - `bonacich`: the overlap on its own of the sizes, 0 to 1, 0.5 where it is what the sizes alone would give
      (UCINET's form: with X = on both x on neither and Y = on a only x on b only,
      (X - root XY) / (X - Y), 0.5 where X = Y);
    - `expected`: size of a x size of b / everybody, how many two such lists would share by chance; from 0;
      `lift`: shared / expected; 1 is as expected; from 0;
    - `newman`: for each shared member 1 / (the number of bodies it sits on, less one), summed: a member who
      sits on few bodies ties them more closely than one who sits on many; from 0;
    - `note`: why there is a NaN, in plain words; empty where there is none.

    NaN where the size that a coefficient needs is unknown (the body's list is "partial", or names nobody), of
    `newman` where the list of a shared one is partial. Everybody means all members in the network (for
    members: all bodies), those without ties too: `phi`, `bonacich`, `expected` and `lift` change with who was
    put into the file, even where the two bodies do not.

    Rows: most shared first, then the higher simpson (NaN last), then `a`, then `b`; index 0, 1, 2 ...
    Raises `NetworkUnfit` for a network that is not an affiliation network, `CallInvalid` for another mode.

    References: Breiger 1974 (shared members), doi:10.2307/2576011; Jaccard 1912,
    doi:10.1111/j.1469-8137.1912.tb05611.x; Simpson 1943, doi:10.2475/ajs.241.1.1; Broder 1997 (containment),
    doi:10.1109/SEQUEN.1997.666900; Ochiai 1957, doi:10.2331/suisan.22.526; Dice 1945, doi:10.2307/1932409;
    Yule 1912 (phi), doi:10.2307/2340126; Bonacich 1972, doi:10.2307/270732; Tumminello, Micciche, Lillo,
    Piilo and Mantegna 2011 (expected), doi:10.1371/journal.pone.0017994; Brin, Motwani, Ullman and Tsur 1997
    (lift), doi:10.1145/253260.253325; Newman 2001, doi:10.1103/PhysRevE.64.016132.
    """
    found = couples(graph, mode, every)
    sizes = found.side.sizes
    columns = {
        **found.ids(),
        "size_a": sizes[found.first],
        "size_b": sizes[found.second],
        "shared": found.shared,
        **coefficients(found.shared, *found.known(), found.side.everybody),
        "newman": found.weighted,
        "note": _notes(found),
    }
    return pd.DataFrame(columns, copy=False)


def overlap_blocks(graph: nx.Graph[str] | Incidence, mode: Mode = "body") -> Iterator[dict[str, Any]]:
    """Yield the pairs with a shared member as arrays, some at a time: for networks of any size.

    Each block holds arrays of one length under the names that `pairs` gives its columns, and the same values,
    but for the ids and the note: instead of `a` and `b` there are `first` and `second`, positions among the
    bodies (the members) of the network in the graph's own order, the first before the second. So that
    `a_in_b` is the share of the first inside the second. Rows: by `first`, then by `second`. Blocks come as
    they are asked for, and memory holds one; `pairs` says what each value means.

    Raises `NetworkUnfit` and `CallInvalid` as `pairs` does.
    """
    side = side_of(incidence_of(graph), mode, in_order=False)
    sizes = side.sizes
    for block in blocks_of_pairs(side.matrix, side.weights):
        known = side.known[block.first], side.known[block.second]
        yield {
            "first": block.first,
            "second": block.second,
            "size_a": sizes[block.first],
            "size_b": sizes[block.second],
            "shared": block.shared,
            **coefficients(block.shared, *known, side.everybody),
            "newman": block.weighted,
        }


def _notes(found: Couples) -> Any:
    """Return why a value of a row is not known, in plain words."""
    notes = found.reasons()
    unknown = np.flatnonzero(np.isnan(found.weighted))
    if len(unknown):
        told = ["; ".join(filter(None, (note, _OF_THE_SHARED))) for note in notes.take(unknown)]
        notes[unknown] = texts(told, np.arange(len(told)))
    return notes
