"""How many hours a year one seat on each body takes, as far as is known."""

from __future__ import annotations

import pandas as pd

from orgmap.model.orgmap import OrgMap


def hours_per_seat(orgmap: OrgMap) -> pd.DataFrame:
    """Return, for each body id, what one seat on it takes in a year.

    Columns: `hours` (meetings times the hours of a meeting with its preparation; NaN where the meetings or
    their length are not known), `meetings` (a year, NaN where not known), `preparation_known` (False where
    the hours leave preparation out because it is not known).
    """
    bodies = orgmap.bodies
    meetings = bodies["meetings_per_year"].astype("float64")
    length, preparation = (
        bodies[name].astype("float64") for name in ("hours_per_meeting", "preparation_hours")
    )
    return pd.DataFrame(
        {
            "hours": meetings * (length + preparation.fillna(0)),
            "meetings": meetings,
            "preparation_known": preparation.notna(),
        }
    )
