"""Measures of the position among neighbours: eigenvector, redundancy, clustering, structural holes."""

from __future__ import annotations

from orgmap.measures.registry.measure import Measure

SHAPE: tuple[Measure, ...] = ()
