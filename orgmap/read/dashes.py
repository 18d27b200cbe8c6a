"""Lists of one column whose lines name a body and who sits on it: "Health Board - Councillor A"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from orgmap.read.guesses import (
    looks_like_body,
    looks_like_organisation,
    looks_like_person,
    looks_like_post,
    share,
)
from orgmap.read.layout import Layout, without_header
from orgmap.read.sheet import Sheet
from orgmap.vocabulary import TABLE

MOSTLY = 0.6
SOME = 0.3
_DASH = re.compile(r"\s+[-–—]+\s+|\s*[:|]\s+")
_ASIDE = re.compile(r"\([^()]*\)")
Halves = tuple[str | None, str | None]


def seats_of_lines(layout: Layout) -> Layout | None:
    """Return a sheet of one column taken apart at each line's first dash or colon, bodies apart from holders.

    None where most lines have no dash, or what stands before or after it is not mostly bodies.
    """
    sheet = layout.sheet
    full = sheet.cells.loc[:, sheet.cells.notna().any()]
    if full.shape[1] != 1 or layout.header.places:
        return None
    halves = [_halved(text) for text in full.iloc[:, 0].tolist()]
    pairs = [pair for pair in halves if pair[1]]
    columns = _columns(pairs)
    if len(pairs) < 2 or len(pairs) < MOSTLY * layout.filled.size or columns is None:
        return None
    start = next(number for number, pair in enumerate(halves) if pair[1])
    cells = pd.DataFrame(halves, index=sheet.cells.index, dtype="object")
    apart = Sheet(sheet.grid, cells.where(cells.notna(), None), cells.notna().sum(axis=1))
    return without_header(apart, TABLE["seats"], dict(enumerate(columns)), start)


def _halved(text: str | None) -> Halves:
    first, *rest = _DASH.split(text, maxsplit=1) if text else [None]
    return (first or None, rest[0] or None) if rest else (first, None)


def _columns(pairs: Sequence[Halves]) -> tuple[str, str] | None:
    """Return which half names the body and which the holder, or None where that cannot be told."""
    befores, afters = (
        ([str(half) for half in side] for side in zip(*pairs, strict=True)) if pairs else ([], [])
    )
    bodies = share(befores, looks_like_body)
    if bodies >= MOSTLY or (bodies >= SOME and _are_holders(befores, afters)):
        return "body", "person"
    if share(afters, looks_like_body) < MOSTLY or share(befores, _holds) < MOSTLY:
        return None
    return ("organisation" if share(befores, looks_like_organisation) > MOSTLY else "person"), "body"


def _are_holders(befores: Sequence[str], afters: Sequence[str]) -> bool:
    """Tell whether people and posts stand after the dash, and other names before it."""
    people = share(afters, lambda text: looks_like_person(_ASIDE.sub(" ", text)) or looks_like_post(text))
    return people >= MOSTLY and share(befores, looks_like_person) < MOSTLY


def _holds(text: str) -> bool:
    bare = _ASIDE.sub(" ", text)
    return looks_like_person(bare) or looks_like_organisation(bare)
