"""Whom an organisation or a person meets, and on which bodies: those who hold seats at the same tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgmap.views.entities.parts import Scope
    from orgmap.views.entities.records import Record


def meetings(scope: Scope, seats: Iterable[Record], column: str) -> list[tuple[str, list[str]]]:
    """Return who else holds seats on the bodies of these seats, with the bodies: those met on most first.

    `column` says who: person, or represents for organisations. Only seats that make a tie are counted.
    """
    order = scope.facts.order
    bodies = sorted({one["body"] for one in seats if one["counts"]}, key=order.__getitem__)
    met: dict[str, list[str]] = {}
    for body in bodies:
        others = {one[column] for one in scope.facts.seats[body] if one["counts"]}
        for other in others - {None, scope.node}:
            met.setdefault(other, []).append(body)
    return sorted(met.items(), key=lambda pair: (-len(pair[1]), order[pair[0]]))
