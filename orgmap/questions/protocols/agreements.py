"""The agreement that each body has with the partnership above it: which are in draft, and who has none."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.agreements import NOTHING_KNOWN
from orgmap.model.records import Weight
from orgmap.model.wording import counted, listing, verb
from orgmap.questions.pair_findings import of_pairs
from orgmap.questions.protocols.register import AGREEMENT


def agreement_findings(orgmap: OrgMap, table: pd.DataFrame) -> Iterator[Finding]:
    """Say which agreements are in draft, and of which bodies none is on record; `table` is the register."""
    own = table[table["kind"] == AGREEMENT]
    draft = own[own["state"] == "draft"]
    if len(draft):
        what = f"{counted(len(draft), 'agreement')} {verb('is', len(draft))} in draft"
        yield of_pairs("protocols", "look", f"{what}: {_names(draft)}.", draft)
    absent = own[own["state"].isin([NOTHING_KNOWN, "none"])]
    if len(absent):
        have = f"{counted(len(absent), 'body')} {verb('has', len(absent))} no agreement on record"
        weight: Weight = "look" if len(orgmap.agreements) else "know"
        yield of_pairs("protocols", weight, f"{have}: {_names(absent)}.", absent)


def _names(rows: pd.DataFrame) -> str:
    return listing(sorted(set(rows["body_a"])))
