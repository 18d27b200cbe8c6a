"""Measures of two bodies against what chance alone would give."""

from __future__ import annotations

from orgmap.measures.registry.measure import Measure

SIGNIFICANCE: tuple[Measure, ...] = ()
