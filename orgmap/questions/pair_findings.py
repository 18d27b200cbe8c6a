"""Pairs of bodies: the findings that their rows prove, and which share enough for a protocol."""

from __future__ import annotations

import pandas as pd

from orgmap.model import Finding
from orgmap.model.records import Weight


def of_pairs(question: str, weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    """Return a finding about the bodies of these rows; the table has the node ids `id_a` and `id_b`.

    The id of a body that is no node of the map is empty. A body named twice is a subject once.
    """
    subjects = dict.fromkeys(node for node in [*rows["id_a"].tolist(), *rows["id_b"].tolist()] if node)
    return Finding(question, weight, sentence, tuple(subjects), tuple(rows.index.tolist()))


def share_enough(pairs: pd.DataFrame, threshold: int) -> pd.Series[bool]:
    """Tell of each pair whether it shares so many members, or two that are half of the smaller body."""
    half = (pairs["shared"] >= 2) & (pairs["simpson"] >= 0.5)
    return (pairs["shared"] >= threshold) | half
