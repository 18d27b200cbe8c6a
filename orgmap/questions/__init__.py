"""The questions an officer asks, one module each: the map in, findings in sentences and a tidy table out."""

from collections.abc import Callable

from orgmap.model import Answer
from orgmap.questions.data_quality import data_quality
from orgmap.questions.overlap import overlap
from orgmap.questions.protocols import protocols
from orgmap.questions.two_tier import two_tier

QUESTIONS: dict[str, Callable[..., Answer]] = {
    "overlap": overlap,
    "two_tier": two_tier,
    "protocols": protocols,
    "data_quality": data_quality,
}
"""Every question by its name, in the order in which they are told."""

__all__ = ["QUESTIONS", "data_quality", "overlap", "protocols", "two_tier"]
