"""Boxes around one in the middle: in the frame, apart from each other, the same every time."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from orgmap.layout.around import around
from orgmap.views.entities import BOX, GAP, LEAST, WIDTH
from orgmap.views.entities.ego import MIDDLE, MOST

NUMBERS = st.integers(min_value=0, max_value=MOST)


def edges(middle, size):
    """Return the left, top, right and bottom of a box."""
    return (
        middle[0] - size[0] / 2,
        middle[1] - size[1] / 2,
        middle[0] + size[0] / 2,
        middle[1] + size[1] / 2,
    )


def apart(one, other):
    """Tell whether two boxes have no point in common."""
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@given(NUMBERS)
def test_no_box_touches_another_or_leaves_the_frame(number):
    """However many there are, every box is whole in the frame and beside all others, the middle too."""
    found = around(number, WIDTH, BOX, LEAST, GAP)
    boxes = [edges(found.middle, MIDDLE), *(edges(place, BOX) for place in found.places)]
    assert len(boxes) == number + 1
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH
        assert bottom <= found.height


@given(NUMBERS)
def test_boxes_stand_left_and_right_in_turn_from_the_top(number):
    """The first is on the left, the second on the right; each column goes down in its order."""
    found = around(number, WIDTH, BOX, LEAST, GAP)
    assert all((place[0] < found.middle[0]) == (one % 2 == 0) for one, place in enumerate(found.places))
    for column in (found.places[0::2], found.places[1::2]):
        assert [place[1] for place in column] == sorted(place[1] for place in column)
    assert found == around(number, WIDTH, BOX, LEAST, GAP)


def test_few_boxes_stand_level_with_the_middle():
    """Two boxes are at the left and the right of the middle, and the frame is no higher than it needs."""
    found = around(2, WIDTH, BOX, LEAST, GAP)
    assert {place[1] for place in found.places} == {found.middle[1]}
    assert found.height == LEAST
    assert around(12, WIDTH, BOX, LEAST, GAP).height == 6 * (BOX[1] + GAP) + GAP
