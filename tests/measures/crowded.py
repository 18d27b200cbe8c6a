"""Networks of some hundred nodes drawn at random, for the tests of several measures."""

from __future__ import annotations

import networkx as nx
import numpy as np

from tests.networks import affiliation


def drawn(seed: int, bodies: int, members: int, chance: float) -> nx.Graph:
    """A network in which each member sits on each body with this chance."""
    random = np.random.default_rng(seed)
    return affiliation({f"b{body}": _chosen(random.random(members) < chance) for body in range(bodies)})


def crowded(seed: int) -> nx.Graph:
    """A network in which the first bodies are large: with leaves, and people who share many bodies."""
    random = np.random.default_rng(seed)
    chances = [0.05 + 0.3 / (1 + body) for body in range(25)]
    return affiliation(
        {f"b{body}": _chosen(random.random(60) < chance) for body, chance in enumerate(chances)}
    )


def _chosen(here: np.ndarray) -> list[str]:
    return [f"m{number}" for number in np.flatnonzero(here)]
