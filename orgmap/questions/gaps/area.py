"""Organisations that sit on most bodies like one, work in its area, and do not sit on it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import cache

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.wording import counted, listing, plural, verb
from orgmap.questions.gaps.ground import alive
from orgmap.questions.gaps.rows import MISSING, NOT_TOLD, TOLD, Row, finding, ids, with_counts
from orgmap.questions.two_tier.places import COUNCIL_KINDS

WITHIN = ("district", "neighbourhood")
"""Tiers whose bodies are alike only inside the same wider area."""
FEWEST = 2
"""On so many bodies like it an organisation must sit to be missed on one."""


def area_rows(orgmap: OrgMap, kinds: Mapping[str, str]) -> Iterator[Row]:
    """Yield a row for each body and organisation that it lacks; `kinds` are those of the bodies.

    Bodies are alike where kind and tier are the same, in districts and neighbourhoods inside the same wider
    area. Of several such bodies with one and the same area none is compared: they differ in what they do.
    An organisation is missed where its area and the body's are known and meet, and it sits on at least half
    of the bodies like it where it could, and on two. A body where nobody sits is not compared.
    """
    ties = orgmap.ties().dropna(subset="represents")[["body", "represents"]].drop_duplicates()
    bodies = _alike(orgmap, kinds)
    bodies = bodies[bodies.index.isin(ties["body"])]
    offered = set(zip(orgmap.seats["body"], orgmap.seats["represents"], strict=True))
    areas: dict[Hashable, str] = orgmap.organisations["area"].reindex(alive(orgmap)).dropna().to_dict()
    seated = ties[ties["body"].isin(bodies.index) & ties["represents"].isin(list(areas))]
    seated = seated.assign(like=seated["body"].map(bodies["like"]))
    seated = seated[seated.groupby(["like", "represents"])["body"].transform("size") >= FEWEST]
    overlap = cache(orgmap.geography.overlap)
    for like, own in seated.groupby("like", sort=True):
        group = bodies.loc[bodies["like"] == like, "area"].to_dict()
        for organisation, on in own.groupby("represents", sort=True)["body"]:
            meets = {str(body) for body, area in group.items() if overlap(areas[organisation], area)}
            could = meets.union(on)
            for body in sorted(could.difference(on)) if 2 * len(on) >= len(could) else ():
                if (body, organisation) not in offered:
                    others = {"sits_on": len(on), "sisters": len(could) - 1, "noun": kinds[body]}
                    yield _row(orgmap, body, str(organisation)) | others


def _alike(orgmap: OrgMap, kinds: Mapping[str, str]) -> pd.DataFrame:
    """Return the bodies that can be compared, with their area and a key that bodies alike share."""
    bodies = orgmap.bodies.assign(exact=pd.Series(kinds, dtype="str").reindex(orgmap.bodies.index))
    bodies = bodies.dropna(subset=["exact", "tier", "area"])
    bodies = bodies[~bodies["exact"].isin(COUNCIL_KINDS)]
    wider = bodies["area"].map(orgmap.areas["within"]).astype("str")
    inside = bodies["tier"].isin(WITHIN)
    bodies = bodies.assign(place=wider.where(inside, ""))[~inside | wider.notna()]
    keys = zip(bodies["exact"], bodies["tier"], bodies["place"], strict=True)
    alike = bodies[["area"]].assign(like=pd.Series(map("\n".join, keys), index=bodies.index, dtype="str"))
    return alike[~alike.duplicated(keep=False)]


def _row(orgmap: OrgMap, body: str, organisation: str) -> Row:
    name, listed = orgmap.organisations.at[organisation, "name"], orgmap.bodies.at[body, "list"]
    return {
        "reason": "area",
        "body": orgmap.bodies.at[body, "name"],
        "who": name,
        "organisation": name,
        "state": NOT_TOLD if listed == "partial" else MISSING,
        "detail": "sits on most bodies like it whose areas its own meets",
        "sure": listed == "complete",
        **ids(body=body, organisation=organisation),
    }


def area_findings(table: pd.DataFrame) -> Iterator[Finding]:
    """Say which organisations bodies lack: by organisation or by body, whichever takes fewer sentences."""
    rows = table[table["reason"] == "area"]
    missing = rows[rows["state"] == MISSING]
    whole = ["id_organisation", "noun", "sits_on", "sisters"]
    by_organisation = missing.groupby(whole, sort=False).ngroups < missing["id_body"].nunique()
    key, said = (whole, _of_organisation) if by_organisation else (["id_body"], _of_body)
    groups = sorted((group for _, group in missing.groupby(key, sort=False)), key=len, reverse=True)
    for group in groups[:TOLD]:
        yield finding("look", said(group), group)
    if groups[TOLD:]:
        yield finding("look", _of_rest(pd.concat(groups[TOLD:])), pd.concat(groups[TOLD:]))
    yield from _not_told(rows[rows["state"] == NOT_TOLD])


def _of_rest(rest: pd.DataFrame) -> str:
    names = listing(with_counts(rest["organisation"]))
    places = (
        f"{counted(len(rest), 'more seat')} that most bodies alike fill {verb('is', len(rest))} not filled"
    )
    return f"{places}, by organisation: {names}."


def _of_organisation(own: pd.DataFrame) -> str:
    first = own.iloc[0]
    kind, in_all = plural(first["noun"], 2), int(first["sisters"]) + 1
    bodies = listing(list(own["body"]))
    sits = f"{first['who']} sits on {first['sits_on']} of the {in_all} {kind} in its area"
    return f"{sits}, but {'not on' if own['sure'].all() else 'is not listed for'} {bodies}."


def _of_body(own: pd.DataFrame) -> str:
    first, count = own.iloc[0], len(own)
    others = f"other {plural(first['noun'], 2)}"
    if count == 1:
        return _of_organisation(own)
    sits = f"{'on' if first['sure'] else 'listed for'} {first['body']}"
    own = own.sort_values(["sits_on", "who"], ascending=[False, True])
    figures = zip(own["who"], own["sits_on"], own["sisters"], strict=True)
    names = listing([f"{name} ({on} of {could})" for name, on, could in figures])
    return f"{count} organisations that sit on most {others} in their areas are not {sits}: {names}."


def _not_told(rows: pd.DataFrame) -> Iterator[Finding]:
    if len(rows):
        bodies = list(dict.fromkeys(rows["body"]))
        lists = f"the {plural('list', len(bodies))} of {listing(bodies)} {verb('is', len(bodies))} partial"
        who, its = counted(len(rows), "organisation"), plural("it", len(bodies))
        what = (
            f"{who} that {verb('sits', len(rows))} on most bodies like {its} {verb('is', len(rows))} missing"
        )
        sentence = f"As {lists}, it cannot be told whether {what}."
        yield finding("know", sentence, rows)
