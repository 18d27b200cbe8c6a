"""Colours can be told from each other and from the page, and every word of the vocabulary has a style."""

import re
from itertools import combinations

import pytest

from orgmap.views import style
from orgmap.vocabulary import ROLES, SECTORS, STATUSES, TIERS

FILLS = [*style.TIERS.values(), *style.SECTORS.values(), style.PERSON]


def test_every_tier_and_sector_has_a_style_and_none_too_many():
    """The keys are the closed lists of the vocabulary, with None for what is not known."""
    assert tuple(style.TIERS) == (*TIERS.values, None)
    assert tuple(style.SECTORS) == (*SECTORS.values, None)


def test_contrast_is_that_of_wcag():
    """Black on white has 21, a colour on itself 1, and #767676 on white the 4.54 that WCAG guidance gives."""
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert style.contrast("#3366aa", "#3366aa") == pytest.approx(1)
    assert style.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("look", FILLS, ids=lambda look: look.name)
def test_fills_stand_out_from_both_pages(look):
    """A fill has at least 3:1 against the light and the dark page (WCAG 2.2, 1.4.11)."""
    assert min(style.contrast(look.fill, paper) for paper in style.PAPERS) >= 3


@pytest.mark.parametrize("look", FILLS, ids=lambda look: look.name)
def test_marks_are_readable_on_their_fill(look):
    """The text on a fill has at least 4.5:1 (WCAG 2.2, 1.4.3)."""
    assert style.contrast(look.ink, look.fill) >= 4.5


@pytest.mark.parametrize("styles", [style.TIERS, style.SECTORS], ids=["tiers", "sectors"])
def test_colour_is_never_alone(styles):
    """Two tiers, or two sectors, differ in colour and in mark."""
    assert len({look.mark for look in styles.values()}) == len(styles)
    assert len({look.fill for look in styles.values()}) == len(styles)


# Machado, Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113, table 1, severity 1.0.
DEFICIENCIES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def _oklab(colour, matrix):
    """Return a colour as somebody with this deficiency sees it, in the OKLab space (Ottosson 2020)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    r, g, b = (min(1, max(0, sum(x * y for x, y in zip(row, linear, strict=True)))) for row in matrix)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def _nearest(styles, matrix):
    seen = [_oklab(look.fill, matrix) for look in styles.values()]
    return min(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5 for a, b in combinations(seen, 2))


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_tiers_are_told_apart_by_everybody(deficiency):
    """No two tiers come nearer than 0.08 in OKLab, four times the least difference that people notice."""
    assert _nearest(style.TIERS, DEFICIENCIES[deficiency]) >= 0.08


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_sectors_differ_for_everybody(deficiency):
    """No two of the twelve sectors come nearer than 0.06 in OKLab."""
    assert _nearest(style.SECTORS, DEFICIENCIES[deficiency]) >= 0.06


def test_every_seat_has_a_line():
    """Each role and status, counted or not, is drawn in a line that the legend can name."""
    for role in ROLES.values:
        for status in STATUSES.values:
            for counts in (True, False):
                edge = {"kind": "seat", "role": role, "status": status, "counts": counts}
                assert style.line_of(edge) in style.LINES


def test_lines_differ_in_more_than_colour():
    """No two kinds of line share dashes, width and arrow."""
    looks = [(line.dashes, line.width, line.arrow) for line in style.LINES.values()]
    assert len(set(looks)) == len(looks)


def test_seats_are_told_apart():
    """A chair, a member, an observer and an empty seat are four different lines."""
    seat = {"kind": "seat", "role": "member", "status": "filled", "counts": True}
    lines = [
        style.line_of({**seat, "role": "chair"}),
        style.line_of(seat),
        style.line_of({**seat, "role": "observer", "counts": False}),
        style.line_of({**seat, "status": "vacant", "counts": False}),
    ]
    assert lines == ["chair", "seat", "attends", "open"]


def test_unlisted_words_are_drawn_as_not_known():
    """A tier or sector outside the lists, and a mode without either, never fails."""
    assert style.of_node("body", "galactic", None) is style.TIERS[None]
    assert style.of_node("organisation", None, "pirates") is style.SECTORS[None]
    assert style.of_node("person", "county", "health") is style.PERSON


def test_names_are_plain_words():
    """What the legend prints holds no markup and no underscore."""
    names = [look.name for look in (*FILLS, *style.LINES.values(), *style.MODES.values())]
    assert all(re.fullmatch(r"[\w ,.()-]+", name) and "_" not in name for name in names)
