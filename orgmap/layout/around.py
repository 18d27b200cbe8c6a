"""Places of boxes around one in the middle, in two columns: none touches another or leaves the frame."""

from __future__ import annotations

from typing import NamedTuple

Point = tuple[float, float]
_EDGE = 2.0
"""What is left at each side of the frame, so that the line of a box is not cut."""


class Around(NamedTuple):
    """The height of the frame, and the middles of the box in the middle and of those around it."""

    height: float
    middle: Point
    places: tuple[Point, ...]


def around(number: int, width: float, box: Point, least: float, gap: float) -> Around:
    """Return places for so many boxes, left and right in turn from the top, around one in the middle.

    `box` is the width and height of each box around it, `gap` what is left between two in a column and above
    and below them; `least` is the least height of the frame, which the box in the middle needs.
    """
    step = box[1] + gap
    columns = ((number + 1) // 2, number // 2)
    height = max(least, columns[0] * step + gap)
    sides = (_EDGE + box[0] / 2, width - _EDGE - box[0] / 2)
    places = tuple(
        (sides[one % 2], height / 2 + (one // 2 - (columns[one % 2] - 1) / 2) * step) for one in range(number)
    )
    return Around(height, (width / 2, height / 2), places)
