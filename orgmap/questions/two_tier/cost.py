"""What it takes an organisation to sit at every table of a county and its districts."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding
from orgmap.model.wording import counted, verb

COUNTIES = 3


def cost_findings(rows: pd.DataFrame) -> Iterator[Finding]:
    """Say what a seat on every partnership would take the organisation that could hold most, by county.

    `rows` are those of organisations in the table of `two_tier`. Nothing is said of a county of whose
    partnerships no hours are known.
    """
    able = rows[rows["could"].fillna(value=False).astype(bool)]
    able = able.assign(district=able["tier"] == "district")
    grouped = able.groupby(["county", "id"], sort=True)
    sums = grouped[["seats", "bodies", "district"]].sum()
    sums = sums.assign(all_hours=grouped["all_hours"].sum(min_count=1))
    wide = sums[(sums["district"] > 1) & sums["all_hours"].notna()].reset_index()
    ranked = wide.sort_values(["bodies", "seats"], ascending=False, kind="stable").drop_duplicates("county")
    for county, node in list(zip(ranked["county"], ranked["id"], strict=True))[:COUNTIES]:
        yield _of_one(able[(able["county"] == county) & (able["id"] == node)], str(county))


def _of_one(own: pd.DataFrame, county: str) -> Finding:
    """Say what sitting at every table would take one organisation, and what its seats take now."""
    bodies, seats, districts = (int(own[column].sum()) for column in ("bodies", "seats", "district"))
    every = _hours(own["all_hours"].sum(), int(own["all_unknown"].sum()), "body")
    those = "both districts" if districts == 2 else f"the {districts:,} districts"
    sentence = (
        f"A seat on each of the {bodies:,} partnerships of {county} and of {those} that "
        f"{own['member'].iloc[0]} covers would take {every}. {_now(own, seats)}"
    )
    return Finding("two_tier", "know", sentence, (own["id"].iloc[0],), tuple(int(row) for row in own.index))


def _now(own: pd.DataFrame, seats: int) -> str:
    """Say what the seats that an organisation holds take."""
    unknown = int(own["hours_unknown"].sum())
    if unknown == seats:
        return f"What its {counted(seats, 'seat')} there now {verb('takes', seats)} is not known."
    take = _hours(own["hours"].sum(), unknown, "seat")
    return f"Its {counted(seats, 'seat')} there now {verb('takes', seats)} {take}."


def _hours(known: float, unknown: int, of: str) -> str:
    """Return hours a year in words, with how many bodies or seats are left out as not known."""
    hours = f"{known:,.0f} {'hour' if round(known) == 1 else 'hours'} a year"
    return f"at least {hours} (not known for {counted(unknown, of)})" if unknown else hours
