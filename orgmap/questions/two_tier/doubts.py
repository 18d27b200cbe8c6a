"""People at the county and in the districts who may be one under two names, with what speaks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.candidates import Candidate, candidates
from orgmap.model.wording import counted, listing, verb
from orgmap.network import PREFIX

MAYBE = "may be at both tiers"


def doubt_rows(orgmap: OrgMap, ties: pd.DataFrame, where: pd.DataFrame) -> pd.DataFrame:
    """Return, for each two people who may be one at both tiers, a row for each place where either sits."""
    seated = ties.dropna(subset="person").merge(where.rename_axis(None), left_on="body", right_index=True)
    grouped = seated.groupby(["like", "county", "person", "place", "tier"]).size()
    seats = grouped.rename("seats").reset_index()
    pairs = _pairs(orgmap, seats)
    if not pairs:
        return pd.DataFrame(columns=["mode"])
    sides = pd.DataFrame([side for pair in pairs for side in _sides(orgmap, *pair)])
    rows = sides.merge(seats, on=["like", "county", "person"])
    organisation = rows["person"].map(orgmap.people["organisation"]).astype("str")
    return rows.assign(
        mode="person",
        member=rows["person"].map(orgmap.people["label"]).astype("str"),
        sector=organisation.map(orgmap.organisations["sector"]).astype("str"),
        county=rows["county"].map(orgmap.areas["name"]).astype("str"),
        sits=True,
        could=True,
        id=PREFIX["person"] + rows["person"],
        **{"class": MAYBE},
    )


_Found = tuple[Candidate, str, str]
"""Two people who may be one, among whom, and the county."""


def _pairs(orgmap: OrgMap, seats: pd.DataFrame) -> list[_Found]:
    """Return the pairs of which one sits at the county and the other in a district, neither at both."""
    at: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(dict)
    columns = (seats[name] for name in ("person", "like", "county", "tier"))
    for person, like, county, tier in zip(*columns, strict=True):
        at[person].setdefault((like, county), set()).add(tier)
    return [
        (pair, *key)
        for pair in candidates(orgmap, ("person",))
        for key in sorted(at[pair.a].keys() & at[pair.b].keys())
        if len(at[pair.a][key] | at[pair.b][key]) == len(at[pair.a][key]) + len(at[pair.b][key])
    ]


def _sides(orgmap: OrgMap, pair: Candidate, like: str, county: str) -> Iterator[dict[str, str]]:
    """Yield both people of a pair, each with why it may be the other."""
    labels = orgmap.people["label"]
    said = " ".join([pair.reason, *pair.evidence])
    for person, other in ((pair.a, pair.b), (pair.b, pair.a)):
        doubt = f"{pair.how}: {said}"
        ids = {"person": person, "id_other": PREFIX["person"] + other}
        yield {**ids, "like": like, "county": county, "other": labels[other], "doubt": doubt}


def doubt_findings(orgmap: OrgMap, table: pd.DataFrame) -> Iterator[Finding]:
    """Say who may be one person at both tiers; where names are withheld, that it cannot be told."""
    people = table[table["mode"] == "person"]
    rows = people[people["doubt"] != ""]
    number = orgmap.withheld.similar
    if len(rows):
        yield _told(rows, sure=len(people) > len(rows))
    elif number:
        sentence = (
            "Whether more people sit at both tiers under two names cannot be told here: names are withheld, "
            f"and {counted(number, 'pair')} of people on the map {verb('has', number)} nearly the same name."
        )
        yield Finding("two_tier", "know", sentence)


def _told(rows: pd.DataFrame, *, sure: bool) -> Finding:
    pairs: dict[frozenset[str], str] = {}
    for row in rows.to_dict("records"):
        how = row["doubt"].split(":")[0]
        pairs.setdefault(frozenset((row["id"], row["id_other"])), f"{row['member']} / {row['other']} ({how})")
    number = len(pairs)
    sentence = (
        f"{counted(number, 'more pair' if sure else 'pair')} of people, one at the county and one in a "
        f"district, may{'' if number == 1 else ' each'} be one person under two names: "
        f"{listing(list(pairs.values()))}."
    )
    return Finding("two_tier", "look", sentence, tuple(dict.fromkeys(rows["id"])), tuple(rows.index))
