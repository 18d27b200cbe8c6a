"""Bodies all of whose members also sit on another one: what joining the two would save at most."""

from __future__ import annotations

import numpy as np
import pandas as pd

from orgmap.measures import pairs
from orgmap.model import OrgMap
from orgmap.network import PREFIX, affiliation

SEVERAL = 3
"""Fewer members in common than this are no sign that two bodies do the same."""


def inside(orgmap: OrgMap) -> pd.DataFrame:
    """Return for bodies all of whose members sit on another body which body that is.

    Index: body id. Columns: `inside` (the name of the body most like it), `id_inside`. Of two bodies with the
    same members, one is inside the other. Bodies of fewer than three members, partial lists, and bodies of
    which one is part of the other are left out.
    """
    found = pairs(affiliation(orgmap, "organisations"))
    found = found[(found["simpson"] == 1) & (found["shared"] >= SEVERAL)]
    found = _directed(found)
    ends = zip(found["inner"], found["outer"], strict=True)
    found = found[np.array([not _is_part(orgmap, *pair) for pair in ends], dtype=bool)]
    best = found.sort_values(["inner", "size", "outer"], kind="stable").drop_duplicates("inner")
    best = best.set_index("inner")
    return pd.DataFrame(
        {
            "inside": best["outer"].map(orgmap.bodies["name"]).astype("str"),
            "id_inside": PREFIX["body"] + best["outer"],
        }
    )


def _directed(found: pd.DataFrame) -> pd.DataFrame:
    """Return each pair as the smaller body, `inner`, with the `outer` and its `size`; of equals the later."""
    bodies = {side: found[side].str.removeprefix(PREFIX["body"]) for side in ("a", "b")}
    first = found["size_a"] < found["size_b"]
    return pd.DataFrame(
        {
            "inner": bodies["a"].where(first, bodies["b"]),
            "outer": bodies["b"].where(first, bodies["a"]),
            "size": found["size_b"].where(first, found["size_a"]),
        }
    )


def _is_part(orgmap: OrgMap, a: str, b: str) -> bool:
    return a in orgmap.ancestors(b) or b in orgmap.ancestors(a)
