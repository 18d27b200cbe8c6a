"""The list of all measures: what each means, where it is defined and which function returns it."""

from orgmap.measures.registry.between import BETWEEN
from orgmap.measures.registry.brokers import BROKERS
from orgmap.measures.registry.distances import DISTANCES
from orgmap.measures.registry.measure import Level, Measure
from orgmap.measures.registry.pairs import PAIRS
from orgmap.measures.registry.shape import SHAPE
from orgmap.measures.registry.significance import SIGNIFICANCE
from orgmap.measures.registry.whole import WHOLE

__all__ = ["MEASURES", "Level", "Measure"]

_LEVELS = ("node", "tie", "map")
MEASURES: tuple[Measure, ...] = tuple(
    sorted(
        (*DISTANCES, *BETWEEN, *SHAPE, *BROKERS, *PAIRS, *SIGNIFICANCE, *WHOLE),
        key=lambda measure: _LEVELS.index(measure.level),
    )
)
"""All measures: those of nodes, then those of ties, then those of the whole map."""
