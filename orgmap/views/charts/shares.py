"""Which sectors hold the seats of each body, as stacked bars with the letters of the sectors in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.model.wording import counted, joined, percent
from orgmap.views.charts.picture import Head, Picture, records
from orgmap.views.style import SECTORS, NodeStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

MOST = 40
"""No more bodies are drawn than this."""
_LETTERS = 7.0
"""A part narrower than so many hundredths has no room for its letters."""
_TIGHT = 12.0
"""A part narrower than this has none on a phone."""


@dataclass(frozen=True)
class Part:
    """The part of one sector: where it begins, how wide it is, in hundredths, and how it is drawn."""

    start: float
    width: float
    style: NodeStyle

    @property
    def middle(self) -> float:
        """Return where its letters stand."""
        return self.start + self.width / 2

    @property
    def lettered(self) -> bool:
        """Return whether there is room for its letters."""
        return self.width >= _LETTERS

    @property
    def tight(self) -> bool:
        """Return whether there is no room for its letters on a phone."""
        return self.width < _TIGHT


@dataclass(frozen=True)
class Share:
    """The seats of one body or of several: how many, the parts where shares are known, and in words."""

    head: Head
    seats: int
    parts: tuple[Part, ...]
    words: str
    note: str = ""
    council: bool = False


def balance(table: pd.DataFrame) -> Picture | None:
    """Return the shares of the sectors in the whole map, in families, and in the bodies of most seats."""
    rows = [row for row in records(table) if row["by"] == "sector"]
    own: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        own[str(row["scope"]), str(row["id_body"] or "")].append(row)
    found = [(scope, _share(scope, seats)) for (scope, _), seats in own.items()]
    wide = [share for scope, share in found if scope != "body"]
    bodies = [share for scope, share in found if scope == "body"]
    bodies.sort(key=lambda one: (one.council, -one.seats))
    shown = [*wide, *bodies][:MOST]
    if not any(share.parts for share in shown):
        return None
    used = {part.style for share in shown for part in share.parts}
    said = "The whole map and families come first, then bodies, those with most seats first. "
    if any(share.council for share in shown):
        said += "Councils and their committees come last; the whole map and families do not count them. "
    left = len(wide) + len(bodies) - len(shown)
    more = f"{counted(left, 'more body')} {'is' if left == 1 else 'are'} in the full table." if left else ""
    legend = [style for style in SECTORS.values() if style in used]
    return Picture("Who holds the seats", "chart_shares.html.j2", [legend, shown], (said + more,))


def _share(scope: str, rows: Sequence[Mapping[str, Any]]) -> Share:
    each = sorted(
        (row for row in rows if row["part"] == "one"), key=lambda row: (-row["seats"], row["value"])
    )
    unknown = sum(int(row["seats"]) for row in rows if row["part"] == "not known")
    known = sum(int(row["seats"]) for row in each)
    whole = bool(each) and all(row["share"] is not None for row in each)
    head = Head(_called(scope, rows[0]), str(rows[0]["id_body"] or ""))
    return Share(
        head,
        known + unknown,
        _parts(each, known) if whole else (),
        _words(each, known, whole),
        "; ".join(_notes(scope, rows, known, unknown)),
        bool(rows[0]["council"]),
    )


def _called(scope: str, row: Mapping[str, Any]) -> str:
    return f"{row['body']} with its groups" if scope == "family" else str(row["body"])


def _parts(each: Sequence[Mapping[str, Any]], known: int) -> tuple[Part, ...]:
    made: list[Part] = []
    start = 0.0
    for row in each:
        width = int(row["seats"]) / known * 100
        made.append(Part(start, width, SECTORS.get(str(row["value"]), SECTORS[None])))
        start += width
    return tuple(made)


def _words(each: Sequence[Mapping[str, Any]], known: int, whole: bool) -> str:
    named = [
        f"{row['value']} {percent(int(row['seats']), known) if whole else int(row['seats'])}" for row in each
    ]
    return joined(named).replace(" %", "\u00a0%") or "no sector is known"


def _notes(scope: str, rows: Sequence[Mapping[str, Any]], known: int, unknown: int) -> Iterator[str]:
    """Yield what keeps the seats from being shares, how many have no sector, and that a council is apart."""
    if rows[0]["council"]:
        yield "a council, not counted above"
    if known and any(row["partial"] for row in rows):
        lists = "the list is partial" if scope == "body" else "some of the lists are partial"
        yield f"these are seats; shares are not known, because {lists}"
    if known and unknown:
        yield f"the sector of {unknown:,} of these seats is not known"
