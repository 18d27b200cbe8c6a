"""County and district bodies set side by side, like with like: who can be compared with whom."""

from __future__ import annotations

import pandas as pd

from orgmap.model import OrgMap

COUNCIL_KINDS = ("council", "council committee")
TIERS = ("county", "district")


def places(orgmap: OrgMap) -> pd.DataFrame:
    """Return the county and district bodies with what they are compared by.

    Index: body id. Columns: `name`, `tier`; `like` ("councils" or "partnerships"); `county` (the id of the
    county area, or "" where it is not known); `district` (district bodies: the area they are of, so that
    several bodies of one district count once; where the area is not known or is a whole county, NaN);
    `place` (the name of the county or the district; of the body itself where its district is not known).
    """
    bodies = orgmap.bodies[orgmap.bodies["tier"].isin(TIERS)]
    counties = set(bodies.loc[bodies["tier"] == "county", "area"].dropna())
    county = [_county(orgmap, area, counties) for area in bodies["area"]]
    own_area = bodies["area"].where((bodies["tier"] == "district") & ~bodies["area"].isin(list(counties)))
    table = pd.DataFrame(
        {
            "name": bodies["name"],
            "tier": bodies["tier"],
            "like": bodies["kind"].isin(COUNCIL_KINDS).map({True: "councils", False: "partnerships"}),
            "county": pd.Series(county, index=bodies.index, dtype="str"),
            "district": own_area,
        }
    )
    area_name = orgmap.areas["name"]
    area = table["district"].where(table["tier"] == "district", table["county"])
    place = area.map(area_name).astype("str").fillna(table["name"])
    return _one_county(table.assign(place=place))


def _county(orgmap: OrgMap, area: object, counties: set[str]) -> str:
    if not isinstance(area, str):
        return ""
    above = [one for one in orgmap.geography.ancestors(area) if one in counties]
    around = [one for one in sorted(counties) if orgmap.geography.contains(one, area)]
    return next(iter([*above, *around]), "")


def _one_county(table: pd.DataFrame) -> pd.DataFrame:
    """Where there is one county only, what is of no known county belongs to it."""
    known = sorted(set(table["county"]) - {""})
    return table.assign(county=table["county"].replace("", known[0])) if len(known) == 1 else table
