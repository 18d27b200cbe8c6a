"""What the checks of the data found: how often each, where for example, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.views.charts.picture import Head, Picture, records
from orgmap.vocabulary.checks import CHECK_ADVICE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

MOST_NAMED = 3


@dataclass(frozen=True)
class Found:
    """What one check found: how often, how long its bar is in hundredths, the first few, and what to do."""

    check: str
    count: int
    length: float
    heads: tuple[Head, ...]
    more: int
    advice: str


def checks(table: pd.DataFrame) -> Picture | None:
    """Return what each check found, in the order of the table."""
    rows = records(table)
    own: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        own.setdefault(str(row["check"]), []).append(row)
    if not own:
        return None
    scale = max(map(len, own.values()))
    found = [_found(check, ones, scale) for check, ones in own.items()]
    return Picture("What to mend", "chart_checks.html.j2", found)


def _found(check: str, rows: Sequence[Mapping[str, Any]], scale: int) -> Found:
    named = list(dict.fromkeys((str(row["name"]), str(row["id"] or "")) for row in rows if row["name"]))
    heads = tuple(Head(name, node) for name, node in named[:MOST_NAMED])
    advice = CHECK_ADVICE.get(check, "")
    return Found(check, len(rows), len(rows) / scale * 100, heads, len(named) - len(heads), advice)
