"""Which sources ways are counted from: all of them, or as many as are drawn, with the doubt that leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np

from orgmap.measures.arrays import FloatArray, IntArray
from orgmap.measures.kernels.blocks import in_order
from orgmap.measures.kernels.paths import flow_scaled, flow_steps
from orgmap.measures.kernels.paths.flow_scaled import TooManyWays
from orgmap.measures.kernels.paths.flow_web import Web
from orgmap.measures.kernels.paths.flow_whole import fits, through_all
from orgmap.measures.kernels.paths.sampling import drawn, half_width

Sources = Literal["all", "auto"] | int
_LONG = 2e11
_SHORT = 5e10
_A_STEP = 100
_FEWEST = 100


@dataclass(frozen=True, eq=False)
class Flow:
    """The paths through each place; `doubt` is how far each number may be out, 0 where it is exact.

    `drawn` is how many sources were drawn, `of` how many there are where any was; else both are 0.
    """

    paths: FloatArray
    doubt: FloatArray
    drawn: int
    of: int


def through(webs: Sequence[Web], ranks: IntArray, sources: Sources, seed: int) -> Flow:
    """Return the ways through each place of the webs; `ranks` orders the places for the draws."""
    paths, doubt = np.zeros(len(ranks)), np.zeros(len(ranks))
    taken = of = 0
    for web, count in zip(webs, _counts(webs, sources), strict=True):
        if count >= len(web.weight):
            paths[web.places] += _exact(web)
            continue
        values, widths = _sampled(web, np.argsort(ranks[web.places]), count, seed)
        paths[web.places] += values
        doubt[web.places] = widths
        taken, of = taken + count, of + len(web.weight)
    return Flow(paths, doubt, taken, of)


def _counts(webs: Sequence[Web], sources: Sources) -> list[int]:
    """Return how many sources to draw in each web; as many as there are where it is to be exact."""
    sizes = [len(web.weight) for web in webs]
    if sources == "all":
        return sizes
    if sources == "auto":
        return _bearable(webs, sizes)
    return _dealt(sizes, sources)


def _bearable(webs: Sequence[Web], sizes: list[int]) -> list[int]:
    """Return all sources, but fewer of those webs that would take minutes; sizes alone decide."""
    sums = [_sums(web) for web in webs]
    if sum(sums) <= _LONG:
        return sizes
    each = [max(_FEWEST, int(_SHORT / _sums_of_a_source(web))) for web in webs]
    return [
        size if need <= _SHORT else min(size, few) for size, need, few in zip(sizes, sums, each, strict=True)
    ]


def _sums(web: Web) -> float:
    if web.shallow and fits(web):
        return web.hubs * _sums_of_a_source(web) + 2.0 * len(web.weight) * web.ties
    return len(web.weight) * _sums_of_a_source(web)


def _sums_of_a_source(web: Web) -> float:
    """Return about how many sums the ways from one source take."""
    return float(web.ties * (2 * (web.radius + 2) if web.shallow else _A_STEP))


def _dealt(sizes: list[int], count: int) -> list[int]:
    """Return `count` sources dealt out: small webs are done in full, large ones share what is left."""
    counts = [0] * len(sizes)
    order = sorted(range(len(sizes)), key=sizes.__getitem__)
    for done, number in enumerate(order):
        counts[number] = min(sizes[number], max(2, count // (len(order) - done)))
        count = max(0, count - counts[number])
    return counts


def _exact(web: Web) -> FloatArray:
    if web.shallow and fits(web):
        try:
            return through_all(web)
        except TooManyWays:
            return _one_by_one(web)
    return _one_by_one(web)


def _one_by_one(web: Web) -> FloatArray:
    through = np.zeros(len(web.weight))
    everyone = np.arange(len(web.weight))
    for values, block in _by_source(web, everyone):
        through += values @ (web.weight[block] / 2)
    return through


def _sampled(web: Web, order: IntArray, count: int, seed: int) -> tuple[FloatArray, FloatArray]:
    """Return the ways through each hub and line, and how far each may be out, from `count` draws.

    Brandes and Pich 2007, doi:10.1142/S0218127407018403: what runs through from one source, times all that
    there is to begin at, halved, as a pair is met from both its ends.
    """
    sources, times = drawn(web.weight, order, count, seed)
    often = np.zeros(len(web.weight))
    often[sources] = times
    total, squares = np.zeros(len(web.weight)), np.zeros(len(web.weight))
    for values, block in _by_source(web, sources):
        total += values @ often[block]
        squares += np.square(values, out=values) @ often[block]
    half = web.weight.sum() / 2
    return half * total / count, half * half_width(total, squares, count, web.within)


def _by_source(web: Web, sources: IntArray) -> Iterator[tuple[FloatArray, IntArray]]:
    """Yield blocks of sources with what runs through each place from each of them."""
    width = web.width if web.shallow else flow_steps.width(web)
    blocks = [sources[start : start + width] for start in range(0, len(sources), width)]
    work = partial(_through_each, web)
    return zip(in_order(work, blocks, len(blocks), "shortest ways"), blocks, strict=True)


def _through_each(web: Web, sources: IntArray) -> FloatArray:
    if not web.shallow:
        return flow_steps.through_each(web, sources)
    try:
        return flow_scaled.through_each(web, sources)
    except TooManyWays:
        return flow_steps.through_each(web, sources)
