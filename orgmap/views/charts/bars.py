"""Answers as bars, the longest first: what takes most hours, what hangs on whom, how far protocols are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.model.dates import in_words
from orgmap.model.wording import counted, verb
from orgmap.views.charts.picture import Head, Key, Picture, records
from orgmap.views.columns import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

MOST = 40
"""A chart has no more bars than this."""
_FAR = 1.5
"""A capacity beyond so many times the longest bar is told in words and has no line."""
_MODES = {"organisation": "Organisations", "person": "People"}
_OVER = (
    Key("", "hours within the capacity, or of no known capacity", "bar"),
    Key("", "hours beyond the capacity", "over"),
)
_LIMIT = "the capacity, where it is known"
_FAR_OFF = "; one far beyond the longest bar has no line and stands in words beneath the bar"


@dataclass(frozen=True)
class Bar:
    """One bar: whose, how long and where its limit is (in hundredths), its number, and what is said of it."""

    head: Head
    length: float
    number: str
    said: str = ""
    badge: str = ""
    within: float | None = None
    limit: float | None = None


@dataclass(frozen=True)
class Bars:
    """Bars of one kind under a caption; `who` and `what` head the columns, `note` says what is left out."""

    caption: str
    who: str
    what: str
    bars: tuple[Bar, ...]
    note: str = ""


def load(table: pd.DataFrame) -> Picture | None:
    """Return what partnership work asks of organisations and of people, with their capacity."""
    rows = records(table)
    charts = [chart for mode in _MODES if (chart := _load([row for row in rows if row["mode"] == mode]))]
    limited = [bar for chart in charts for bar in chart.bars if bar.within is not None]
    return _picture("Who carries most", charts, legend=_limits(limited))


def _limits(limited: Iterable[Bar]) -> tuple[Key, ...]:
    """Return what the signs mean, and which capacities have no line; nothing where none has one."""
    drawn = [bar.limit is not None for bar in limited]
    far = "" if all(drawn) else _FAR_OFF
    return (*_OVER, Key("", f"{_LIMIT}{far}", "limit")) if any(drawn) else ()


def _load(rows: Sequence[Mapping[str, Any]]) -> Bars | None:
    if not rows:
        return None
    known = [row for row in rows if row["hours"] is not None]
    who = _MODES[str(rows[0]["mode"])]
    if not known:
        return _by_seats(who, rows)
    shown = sorted(known, key=lambda row: -row["hours"])[:MOST]
    longest = max(row["hours"] for row in shown)
    near = [row["capacity_hours"] for row in shown if (row["capacity_hours"] or 0) <= longest * _FAR]
    scale = max(longest, *(one or 0 for one in near), 1)
    return Bars(
        f"{who}: hours a year",
        who,
        "Hours a year",
        tuple(_hours(row, scale) for row in shown),
        " ".join(filter(None, (_rest(shown, known), _unknown(rows, known)))),
    )


def _hours(row: Mapping[str, Any], scale: float) -> Bar:
    hours, capacity = float(row["hours"]), row["capacity_hours"]
    left = row["hours_unknown_seats"] or 0
    said = [f"on {counted(int(row['seats']), 'seat')}"]
    if left:
        said.append(f"the hours of {left:,} of them are not known")
    badge = ""
    if capacity is not None:
        said.append(f"capacity {rounded(float(capacity))} hours")
        badge = f"{rounded(hours - capacity)} hours over" if hours > capacity else ""
    within = min(hours, capacity) / scale * 100 if capacity is not None else None
    limit = capacity / scale * 100 if capacity is not None and capacity <= scale else None
    return Bar(
        _head(row), hours / scale * 100, f"{rounded(hours)} hours", "; ".join(said), badge, within, limit
    )


def _by_seats(who: str, rows: Sequence[Mapping[str, Any]]) -> Bars:
    ranked = sorted(rows, key=lambda row: -(row["seats"] or 0))
    shown = ranked[:MOST]
    scale = max(int(shown[0]["seats"] or 0), 1)
    note = "No hours are known, because no body says how often it meets and for how long. These are seats."
    bars = tuple(
        Bar(_head(row), int(row["seats"] or 0) / scale * 100, counted(int(row["seats"] or 0), "seat"))
        for row in shown
    )
    return Bars(f"{who}: seats", who, "Seats", bars, " ".join(filter(None, (note, _rest(shown, ranked)))))


def _head(row: Mapping[str, Any]) -> Head:
    return Head(str(row["member"]), str(row["id"]))


def _rest(shown: Sequence[object], of: Sequence[object]) -> str:
    left = len(of) - len(shown)
    return (
        f"These are the {len(shown)} highest of {len(of):,}; the others are in the full table."
        if left
        else ""
    )


def _unknown(rows: Sequence[object], known: Sequence[object]) -> str:
    left = len(rows) - len(known)
    return (
        f"{left:,} more {verb('is', left)} not drawn: the hours of none of their seats are known."
        if left
        else ""
    )


def sole_links(table: pd.DataFrame) -> Picture | None:
    """Return on whom pairs of bodies hang that nobody else joins."""
    rows = [row for row in records(table) if row["kind"] == "only link" and row["member"]]
    counting = dict.fromkeys(str(row["counting"]) for row in rows)
    charts = [
        _hanging(str(kind).capitalize(), [row for row in rows if row["counting"] == kind])
        for kind in counting
    ]
    said = "How many pairs of bodies have this one member in common and no other."
    return _picture("On whom most hangs", charts, (said,))


def _hanging(who: str, rows: Iterable[Mapping[str, Any]]) -> Bars:
    own: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        own[str(row["id_member"])].append(row)
    ranked = sorted(own.values(), key=lambda pairs: (-len(pairs), str(pairs[0]["member"])))
    scale = len(ranked[0])
    bars = tuple(
        Bar(
            Head(str(pairs[0]["member"]), str(pairs[0]["id_member"])),
            len(pairs) / scale * 100,
            counted(len(pairs), "pair"),
            _ends(pairs),
        )
        for pairs in ranked[:MOST]
    )
    return Bars(f"{who}: pairs of bodies", who, "Pairs of bodies", bars, _rest(bars, ranked))


def _ends(pairs: Sequence[Mapping[str, Any]]) -> str:
    """Say when the first term ends, and for how many pairs nothing else joins the two."""
    alone = sum(not pair["also_joined"] and not pair["part_of"] for pair in pairs)
    said = [f"nothing else joins {alone:,} of them"] if 0 < alone < len(pairs) else []
    if alone == len(pairs):
        said = ["nothing else joins them"]
    ends = sorted(str(pair["until"]) for pair in pairs if pair["until"])
    told = "; ".join([*said, *([f"the first ends {in_words(ends[0])}"] if ends else [])])
    return f"({told})" if told else ""


def protocols(table: pd.DataFrame) -> Picture | None:
    """Return how many protocols are in each state."""
    counts = table["state"].astype("str").value_counts().to_dict()
    ranked = sorted(
        ((str(state), int(count)) for state, count in counts.items()), key=lambda one: (-one[1], one[0])
    )
    bars = tuple(
        Bar(Head(state), count / ranked[0][1] * 100, f"{count:,}") for state, count in ranked if state
    )
    chart = Bars("Pairs, sets and agreements by state", "State", "How many", bars)
    return _picture("How far protocols have come", [chart])


def _picture(
    heading: str, charts: Sequence[Bars], said: tuple[str, ...] = (), legend: tuple[Key, ...] = ()
) -> Picture | None:
    drawn = [chart for chart in charts if chart.bars]
    return Picture(heading, "chart_bars.html.j2", drawn, said, legend) if drawn else None
