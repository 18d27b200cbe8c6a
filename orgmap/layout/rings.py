"""Discs set out in rings around a middle, and rows of spots: the plain geometry of the layout."""

from __future__ import annotations

from math import asin, ceil, cos, pi, sin, sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_TOP = -pi / 2
_GROWTH = (1.0, 1.3, 1.6)
"""How much wider than need be a ring may become when it then holds all that is left."""


def rings(radii: Sequence[float], inner: float, gap: float = 0.0, start: float = _TOP) -> Points:
    """Return the centres of discs around a disc of radius `inner`, none covering another: shape (n, 2).

    They go clockwise from the angle `start` in the order given, at least `gap` apart, on as few rings as
    hold them.
    """
    centres: list[tuple[float, float]] = []
    done, clear = 0, inner
    while done < len(radii):
        number, radius = _fill(radii[done:], clear, gap)
        chosen = radii[done : done + number]
        centres.extend(_around(chosen, radius, gap, start))
        done += number
        clear = radius + max(chosen)
    return np.array(centres, dtype=np.float64).reshape(-1, 2)


def _fill(radii: Sequence[float], clear: float, gap: float) -> tuple[int, float]:
    """Return how many discs the next ring takes, and its radius."""
    least = clear + gap + max(radii)
    for growth in _GROWTH:
        if _angle(radii, least * growth, gap) <= 2 * pi:
            return len(radii), least * growth
    number = 1
    while number < len(radii) and _angle(radii[: number + 1], least, gap) <= 2 * pi:
        number += 1
    return number, least


def _angle(radii: Sequence[float], radius: float, gap: float) -> float:
    return sum(2 * _half_angle(disc, radius, gap) for disc in radii)


def _half_angle(disc: float, radius: float, gap: float) -> float:
    return asin(min(1.0, (disc + gap / 2) / radius))


def _around(radii: Sequence[float], radius: float, gap: float, start: float) -> list[tuple[float, float]]:
    slack = max(0.0, 2 * pi - _angle(radii, radius, gap)) / len(radii)
    halves = [_half_angle(disc, radius, gap) + slack / 2 for disc in radii]
    angle = start - halves[0]
    centres = []
    for half in halves:
        angle += half
        centres.append((radius * cos(angle), radius * sin(angle)))
        angle += half
    return centres


def enclosing(centres: Points, radii: Sequence[float]) -> tuple[Points, float]:
    """Return the middle and the radius of a circle, nearly the smallest, that holds all the discs."""
    middle = np.zeros(2)
    for step in range(1, 200 if len(centres) > 1 else 1):
        far = np.hypot(*(centres - middle).T) + np.asarray(radii)
        farthest = int(far.argmax())
        middle = middle + (centres[farthest] - middle) * (far[farthest] - far.min()) / (
            far[farthest] * (step + 1)
        )
    return middle, float((np.hypot(*(centres - middle).T) + np.asarray(radii)).max())


def turned(points: Points, angle: float) -> Points:
    """Return the points turned clockwise around the origin by an angle in radians."""
    rotation = np.array([[cos(angle), sin(angle)], [-sin(angle), cos(angle)]])
    moved: Points = points @ rotation
    return moved


def grid(count: int, span: float, wide: float = 270.0, high: float = 90.0) -> Points:
    """Return spots in rows about as wide as `span`, centred on x = 0, down from y = 0: shape (count, 2)."""
    columns = max(1, min(count, int(span // wide)))
    columns = max(columns, ceil(sqrt(count * high / wide)))
    index = np.arange(count)
    return np.column_stack(((index % columns - (columns - 1) / 2) * wide, (index // columns) * high))
