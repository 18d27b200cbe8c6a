"""Measures of standing between groups: brokerage, exclusive links, cut-points."""

from __future__ import annotations

from orgmap.measures.registry.measure import Measure

BROKERS: tuple[Measure, ...] = ()
