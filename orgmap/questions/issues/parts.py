"""Who has which part in which issue, and what two bodies have in common by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

import pandas as pd

from orgmap.matching import identity
from orgmap.model import OrgMap

LEAD, CONTRIBUTES = "lead", "contributes"
WORKING = (LEAD, CONTRIBUTES)
"""The parts that do the work; who is consulted or informed has none of it."""
WIDE = 12
"""An issue in which more bodies than this have a part makes pairs of each with those that lead only."""
Pair = tuple[str, str]


def parts(orgmap: OrgMap) -> pd.DataFrame:
    """Return a row for each part that a body or an organisation has in an issue, each once.

    Columns: `issue` (as it is first written), `key` (the same for all spellings), `mode`, `party` (an id),
    `part`. A row of the source that names a body and an organisation is two.
    """
    rows = orgmap.issues.assign(key=orgmap.issues["issue"].map(identity).astype("str"))
    rows["issue"] = rows.groupby("key")["issue"].transform("first")
    sides = [rows.assign(mode=mode, party=rows[mode]) for mode in ("body", "organisation")]
    both = pd.concat(sides).dropna(subset="party").sort_index(kind="stable")
    columns = ["issue", "key", "mode", "party", "part"]
    return both[columns].drop_duplicates(columns[1:]).reset_index(drop=True)


def common_issues(orgmap: OrgMap) -> dict[Pair, list[str]]:
    """Return what each pair of bodies has in common: the issues on which both lead or contribute.

    A pair is two body ids, sorted; its issues are in order of their names, with "(both lead)" where both do.
    Where more than twelve bodies have a part in an issue, only pairs with one that leads are made of it.
    """
    rows = parts(orgmap)
    rows = rows[
        (rows["mode"] == "body") & rows["party"].isin(orgmap.bodies.index) & rows["part"].isin(WORKING)
    ]
    found: dict[Pair, list[str]] = defaultdict(list)
    for (issue, _), of_issue in rows.groupby(["issue", "key"], sort=True):
        leads = set(of_issue.loc[of_issue["part"] == LEAD, "party"])
        for a, b in _pairs(set(of_issue["party"]), leads):
            found[a, b].append(f"{issue} (both lead)" if a in leads and b in leads else str(issue))
    return found


def _pairs(bodies: set[str], leads: set[str]) -> Iterator[Pair]:
    """Yield the pairs of the bodies that have a part in one issue, each sorted and once."""
    if len(bodies) <= WIDE:
        yield from combinations(sorted(bodies), 2)
    elif len(leads) <= WIDE:
        ends = ((a, b) if a < b else (b, a) for a, b in product(leads, bodies) if a != b)
        yield from sorted(set(ends))
