"""The list of all measures: what each means, where it is defined and which function returns it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from math import inf
from typing import TYPE_CHECKING, Literal

import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.measures import centrality
from orgmap.measures.arrays import Incidence, incidence_of

if TYPE_CHECKING:
    import networkx as nx

_TWO_MODE = "Borgatti and Everett 1997, Network analysis of 2-mode data, Social Networks 19(3), 243-269"
_TWO_MODE_DOI = "10.1016/S0378-8733(96)00301-2"
_CONTAINMENT = (
    "Broder 1997, On the resemblance and containment of documents, "
    "Proceedings. Compression and Complexity of SEQUENCES 1997, 21-29"
)
_CONTAINMENT_DOI = "10.1109/SEQUEN.1997.666900"
_EITHER = "the list of members of either body is partial or empty"


@dataclass(frozen=True)
class Measure:
    """One measure: `plain` is for officers, `variant` for analysts.

    A measure of level "node" is a column of `node_table`, one of level "tie" a column of `pairs`. `range`
    holds the least and the greatest value; `undefined` says when the value is NaN; `doi` is that of
    `reference`; `function` is the name, in `orgmap.measures`, of the function that returns it.
    """

    name: str
    title: str
    level: Literal["node", "tie"]
    plain: str
    range: tuple[float, float]
    undefined: str
    variant: str
    reference: str
    doi: str
    function: str


MEASURES: tuple[Measure, ...] = (
    Measure(
        name="degree",
        title="Breadth of membership",
        level="node",
        plain="Of all bodies, the share that this member sits on; of all members, the share on this body.",
        range=(0.0, 1.0),
        undefined="there are no bodies (for a member) or no members (for a body)",
        variant="ties over the size of the other mode; several seats of one member on one body are one tie",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="degree",
    ),
    Measure(
        name="closeness",
        title="Closeness to everyone",
        level="node",
        plain="How few introductions lead from here to everyone else: 1 means that nobody could be closer.",
        range=(0.0, 1.0),
        undefined="there are no bodies (for a member) or no members (for a body)",
        variant="least possible over actual sum of distances, both within the component, "
        "times (component size - 1) / (n - 1)",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="closeness",
    ),
    Measure(
        name="betweenness",
        title="Go-between",
        level="node",
        plain="How many of the shortest ways between others run through here: 1 means as many as could be.",
        range=(0.0, 1.0),
        undefined="there are fewer than two bodies (for a member) or two members (for a body)",
        variant="shortest paths through the node, each pair of others once, over the most for its mode",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="betweenness",
    ),
    Measure(
        name="shared",
        title="Shared members",
        level="tie",
        plain="How many members the two bodies have in common.",
        range=(0.0, inf),
        undefined="never; where a list is partial there may be more",
        variant="members listed on both; several seats of one member on one body count once",
        reference="Breiger 1974, The duality of persons and groups, Social Forces 53(2), 181-190",
        doi="10.2307/2576011",
        function="pairs",
    ),
    Measure(
        name="jaccard",
        title="Overlap of the two together",
        level="tie",
        plain="Of all who sit on either body, the share that sits on both.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="shared over union",
        reference="Jaccard 1912, The distribution of the flora in the alpine zone, "
        "New Phytologist 11(2), 37-50",
        doi="10.1111/j.1469-8137.1912.tb05611.x",
        function="pairs",
    ),
    Measure(
        name="simpson",
        title="Overlap of the smaller",
        level="tie",
        plain="Of the members of the smaller body, the share that also sits on the other: 1 means all.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="shared over the smaller size (overlap coefficient, Szymkiewicz-Simpson)",
        reference="Simpson 1943, Mammals and the nature of continents, "
        "American Journal of Science 241(1), 1-31",
        doi="10.2475/ajs.241.1.1",
        function="pairs",
    ),
    Measure(
        name="a_in_b",
        title="Share of the first inside the second",
        level="tie",
        plain="Of the members of the first body, the share that also sits on the second.",
        range=(0.0, 1.0),
        undefined="the list of members of the first body is partial or empty",
        variant="containment: shared over the size of a",
        reference=_CONTAINMENT,
        doi=_CONTAINMENT_DOI,
        function="pairs",
    ),
    Measure(
        name="b_in_a",
        title="Share of the second inside the first",
        level="tie",
        plain="Of the members of the second body, the share that also sits on the first.",
        range=(0.0, 1.0),
        undefined="the list of members of the second body is partial or empty",
        variant="containment: shared over the size of b",
        reference=_CONTAINMENT,
        doi=_CONTAINMENT_DOI,
        function="pairs",
    ),
    Measure(
        name="cosine",
        title="Likeness of the two lists",
        level="tie",
        plain="How alike the two lists of members are, big or small: 1 means that they are the same.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="shared over the root of the product of the sizes (Ochiai)",
        reference="Ochiai 1957, Zoogeographical studies on the soleoid fishes found in Japan and its "
        "neighbouring regions II, Bulletin of the Japanese Society of Scientific Fisheries 22(9), 526-530",
        doi="10.2331/suisan.22.526",
        function="pairs",
    ),
)


def node_table(graph: nx.Graph[str], names: Iterable[str] | None = None) -> pd.DataFrame:
    """Return a row for each node: its `label`, its `kind` (the attribute `mode`) and the measures of nodes.

    `names` chooses the measures and their order; without it, all are given in the order of `MEASURES`.
    Index: node ids in the graph's own order, named `node`. Raises `CallInvalid`, with what may have been
    meant, for a name that is no measure of nodes, and `NetworkUnfit` as `incidence_of` does.
    """
    chosen = _node_measures() if names is None else [_node_measure(name) for name in names]
    incidence = incidence_of(graph)
    described = {
        "label": [graph.nodes[node].get("label") or node for node in incidence.nodes],
        "kind": [graph.nodes[node].get("mode") for node in incidence.nodes],
    }
    table = pd.DataFrame(described, index=pd.Index(incidence.nodes, name="node", dtype="str"), dtype="str")
    return table.assign(**{measure.name: _values(measure, incidence) for measure in chosen})


def _values(measure: Measure, incidence: Incidence) -> pd.Series[float]:
    values: pd.Series[float] = getattr(centrality, measure.function)(incidence)
    return values


def _node_measures() -> list[Measure]:
    return [measure for measure in MEASURES if measure.level == "node"]


def _node_measure(name: str) -> Measure:
    known = {measure.name: measure for measure in _node_measures()}
    if name in known:
        return known[name]
    meant = get_close_matches(name, known, n=1)
    hint = f"did you mean {meant[0]!r}?" if meant else f"there are: {', '.join(known)}."
    raise CallInvalid(f"There is no measure of nodes called {name!r}; {hint}")
