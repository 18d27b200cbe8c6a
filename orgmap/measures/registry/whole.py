"""Measures of the whole map: how dense, how breakable, in what groups."""

from __future__ import annotations

from orgmap.measures.registry.measure import Measure

WHOLE: tuple[Measure, ...] = ()
