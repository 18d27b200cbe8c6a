"""Betweenness before normalisation: how many of the shortest paths of others run through a node."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from orgmap.measures.arrays import FloatArray, Incidence, IntArray
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.paths.core import component_sums
from orgmap.measures.kernels.paths.flow_parts import projected_webs, two_mode_webs
from orgmap.measures.kernels.paths.flow_sources import Flow, Sources, through
from orgmap.measures.kernels.paths.trees import PendantTrees, pendant_trees


def flow(incidence: Incidence, sources: Sources = "all", seed: int = 1) -> Flow:
    """Return the betweenness of each node, every pair of others counted once; stacked.

    Paths that end in a pendant tree come from the sizes of its branches; for paths across the core, a core
    node stands for all that hangs from it.
    """
    trees = pendant_trees(incidence.matrix)
    webs = list(two_mode_webs(incidence, trees))
    across = through(webs, _ranks(incidence), sources, seed)
    return replace(across, paths=across.paths + _through_trees(incidence, trees))


def projected_flow(incidence: Incidence, sources: Sources = "all", seed: int = 1) -> Flow:
    """Return the betweenness of each node in the projection of its own mode, every pair counted once."""
    ranks, split = _ranks(incidence), len(incidence.bodies)
    bodies = _projected(incidence, "body", ranks[:split], sources, seed)
    members = _projected(incidence, "member", ranks[split:], sources, seed)
    return Flow(
        np.concatenate([bodies.paths, members.paths]),
        np.concatenate([bodies.doubt, members.doubt]),
        bodies.drawn + members.drawn,
        bodies.of + members.of,
    )


def _projected(incidence: Incidence, mode: Mode, ranks: IntArray, sources: Sources, seed: int) -> Flow:
    like, webs = projected_webs(incidence, mode)
    first = np.full(like.max(initial=-1) + 1, len(incidence.nodes))
    np.minimum.at(first, like, ranks)
    of_likes = through(webs, first, sources, seed)
    return replace(of_likes, paths=of_likes.paths[like], doubt=of_likes.doubt[like])


def _ranks(incidence: Incidence) -> IntArray:
    """Return the place of each node in the order of the ids; stacked."""
    ranks = np.empty(len(incidence.nodes), dtype=np.int64)
    ranks[np.argsort(np.array(incidence.nodes, dtype=np.str_))] = np.arange(len(ranks))
    return ranks[incidence.places]


def _through_trees(incidence: Incidence, trees: PendantTrees) -> FloatArray:
    """Return the paths with an end in a branch that hangs from the node: to another branch, to the rest."""
    hanging = trees.size - 1
    within = component_sums(incidence.components, np.ones(len(hanging)))
    return (hanging**2 - trees.squares) / 2 + hanging * (within - 1 - hanging)
