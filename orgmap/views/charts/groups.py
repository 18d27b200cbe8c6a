"""Answers as short lists under the body they are about: who is missing, and which seats speak for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.model.dates import in_words
from orgmap.model.wording import counted, verb
from orgmap.views.charts.picture import Head, Picture, records
from orgmap.vocabulary.answers import ITS_SEAT_VACANT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

MOST, MOST_ITEMS = 40, 12
"""No more bodies are told than this, and of each no more lines."""
_REASONS = {
    "law": "by law",
    "expected": "expected",
    "usual": "usual",
    "area": "covers the area",
    "open seat": "open seat",
    "unfilled place": "place not filled",
    "attendance": "attendance",
}
_UNTOLD = ("overlap without a seat", "members elsewhere")


@dataclass(frozen=True)
class Item:
    """One line: the badge, who or where (a name that may lead to a page), and what is said of it.

    `names` are others it is about, with semicolons between them, and `link` the words before those;
    `before` is the word before the first name.
    """

    badge: str
    head: Head
    said: str = ""
    style: str = ""
    before: str = ""
    names: str = ""
    link: str = ""


@dataclass(frozen=True)
class Group:
    """The lines of one body, the first of them only, and how many more there are."""

    head: Head
    count: str
    items: tuple[Item, ...]
    more: int


def gaps(table: pd.DataFrame) -> Picture | None:
    """Return who is missing body by body: what the law asks for first, then those that lack most."""
    rows = _once([row for row in records(table) if row["state"] != "there"])
    rank = {reason: place for place, reason in enumerate(_REASONS)}
    own = _by(rows, "id_body")
    for found in own.values():
        found.sort(key=lambda row: rank.get(str(row["reason"]), len(rank)))
    order = sorted(
        own,
        key=lambda node: (-_by_law(own[node]), -len(own[node]), str(own[node][0]["body"]).casefold(), node),
    )
    groups = [
        _group(Head(str(own[node][0]["body"]), node), [_gap(row) for row in own[node]], "gap")
        for node in order[:MOST]
    ]
    said = "Where the law asks for somebody comes first. What each state means is under the full table."
    return _picture("Who is missing, body by body", groups, said, len(own))


def _once(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return gaps without the vacant seats of which a member asked for and missing tells already."""
    told = Counter(_seat_of(row) for row in rows if row["detail"] == ITS_SEAT_VACANT)
    kept = []
    for row in rows:
        if row["state"] == "vacant" and told[_seat_of(row)]:
            told[_seat_of(row)] -= 1
        else:
            kept.append(row)
    return kept


def _seat_of(row: Mapping[str, Any]) -> tuple[str, str]:
    return str(row["id_body"]), str(row["id_organisation"])


def _by_law(rows: Sequence[Mapping[str, Any]]) -> int:
    return sum(row["reason"] == "law" and row["state"] == "missing" for row in rows)


def _gap(row: Mapping[str, Any]) -> Item:
    who = str(row["who"] or "") or _places(row)
    reason = _REASONS.get(str(row["reason"]), str(row["reason"]))
    asked = f"{reason}: {row['reference']}" if row["reference"] and row["reason"] == "law" else reason
    detail = str(row["detail"] or "")
    since = f"since {in_words(str(row['since']))}" if row["since"] else ""
    said = "; ".join(filter(None, (asked, detail if detail != who else "", since)))
    node = str(row["id_person"] or row["id_organisation"] or "") if row["who"] == row["organisation"] else ""
    named = "" if node or row["organisation"] == who else str(row["organisation"] or "")
    return Item(str(row["state"]), Head(who, node), said, _tone(row), names=named)


def _places(row: Mapping[str, Any]) -> str:
    if row["places"] is None:
        return "places"
    return f"{int(row['listed'] or 0):,} of {counted(int(row['places']), 'place')} listed"


def _tone(row: Mapping[str, Any]) -> str:
    if row["state"] == "cannot be told":
        return "unsure"
    return "poor" if row["reason"] == "law" or row["state"] in ("vacant", "declined") else "plain"


def cross_representation(table: pd.DataFrame) -> Picture | None:
    """Return which bodies have seats of their own on which others, under the body that they speak for."""
    rows = [row for row in records(table) if row["kind"] not in _UNTOLD]
    own = _by(rows, "id_for_body")
    order = sorted(
        own, key=lambda node: (not node, -len(own[node]), str(own[node][0]["for_body"]).casefold())
    )
    groups = [
        _group(
            Head(str(own[node][0]["for_body"] or "") or "For whom is not known", node),
            [_seat(row) for row in own[node]],
            "other body" if node else "body",
        )
        for node in order[:MOST]
    ]
    overlaps = int((table["kind"] == _UNTOLD[0]).sum())
    said = "Under each body are those on which it has a seat of its own, or could have one."
    if overlaps:
        pairs = f"{counted(overlaps, 'pair')} of bodies {verb('shares', overlaps)} members"
        said += f" {pairs} and {verb('has', overlaps)} no such seat: see the full table."
    return _picture("Seats that speak for a body", groups, said, len(own))


def _seat(row: Mapping[str, Any]) -> Item:
    held, still = int(row["seats"] or 0), int(row["open_seats"] or 0)
    said = [counted(held, "seat")] if held else []
    said += [f"{counted(still, 'seat')} open"] if still else []
    head, holders = Head(str(row["on_body"]), str(row["id_on_body"])), str(row["holders"] or "")
    badge = str(row["kind"] if row["for_body"] else row["status"])
    return Item(badge, head, "; ".join(said), "plain" if held else "unsure", "on", holders, "held by")


def _by(rows: Sequence[Mapping[str, Any]], column: str) -> dict[str, list[Mapping[str, Any]]]:
    own: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        own[str(row[column] or "")].append(row)
    return own


def _group(head: Head, items: Sequence[Item], noun: str) -> Group:
    more = max(len(items) - MOST_ITEMS, 0)
    return Group(head, counted(len(items), noun), tuple(items[:MOST_ITEMS]), more)


def _picture(heading: str, groups: Sequence[Group], said: str, total: int) -> Picture | None:
    left = total - len(groups)
    more = f" {counted(left, 'more body')} {verb('is', left)} in the full table." if left else ""
    return Picture(heading, "chart_groups.html.j2", groups, (said + more,)) if groups else None
