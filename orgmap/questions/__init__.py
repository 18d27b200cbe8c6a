"""The questions an officer asks, one module each: the map in, findings in sentences and a tidy table out."""

from collections.abc import Callable

from orgmap.model import Answer
from orgmap.questions.balance import balance
from orgmap.questions.coterminosity import coterminosity
from orgmap.questions.cross_representation import cross_representation
from orgmap.questions.data_quality import data_quality
from orgmap.questions.gaps import gaps
from orgmap.questions.issues import issues
from orgmap.questions.load import load
from orgmap.questions.overlap import overlap
from orgmap.questions.protocols import protocols
from orgmap.questions.sole_links import sole_links
from orgmap.questions.tiers import tiers
from orgmap.questions.two_tier import two_tier

QUESTIONS: dict[str, Callable[..., Answer]] = {
    "overlap": overlap,
    "sole_links": sole_links,
    "load": load,
    "two_tier": two_tier,
    "gaps": gaps,
    "balance": balance,
    "cross_representation": cross_representation,
    "issues": issues,
    "protocols": protocols,
    "tiers": tiers,
    "coterminosity": coterminosity,
    "data_quality": data_quality,
}
"""Every question by its name, in the order in which they are told."""

__all__ = [
    "QUESTIONS",
    "balance",
    "coterminosity",
    "cross_representation",
    "data_quality",
    "gaps",
    "issues",
    "load",
    "overlap",
    "protocols",
    "sole_links",
    "tiers",
    "two_tier",
]
