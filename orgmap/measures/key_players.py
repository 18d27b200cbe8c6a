"""The few who matter most together: without whom the map falls apart, or through whom it is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures.arrays import Incidence, IntArray, incidence_of
from orgmap.measures.kernels.groups.aims import Breaking, Loosening, Reaching
from orgmap.measures.kernels.groups.choosing import Choice, choose
from orgmap.measures.kernels.paths.distances import distances
from orgmap.measures.whole import distance_fragmentation, whole_map

if TYPE_CHECKING:
    import networkx as nx

Goal = Literal["break", "reach"]
Among = Literal["members", "bodies", "both"]
By = Literal["fragmentation", "distance"]

_SEARCHES = 2 * 10**9
_DISTANCES = 5 * 10**7
_FEWEST = 20
_CLOSE = 1e-9


def key_players(
    graph: nx.Graph[str] | Incidence,
    k: int = 3,
    *,
    goal: Goal = "break",
    among: Among = "members",
    by: By = "fragmentation",
    steps: int | None = None,
) -> pd.DataFrame:
    """Return the `k` nodes without whom the map falls apart most, or who together reach it best.

    Two-mode network, all nodes counted. `goal="break"` (KPP-NEG): the set whose removal leaves the rest most
    broken; `by="fragmentation"`: the share of pairs of the rest that cannot reach one another (F);
    `by="distance"`: 1 less the mean of 1 / distance over pairs of the rest (DF). n is that after removal.
    `goal="reach"` (KPP-POS): the set that is nearest to all nodes: the mean over all n nodes of 1 / distance
    to the nearest of the set, where the set's own count 1, so that 1 means that every other node has a tie
    with one of them; with `steps` the share of nodes within so many steps of the set, itself included (in two
    steps a member reaches those with whom it shares a body). `among` says which nodes may be chosen.

    All sets are tried where they are few enough (three of 150 members; by sizes alone), which is "exact";
    beyond that one after the other is added and then exchanged as long as that gains anything: "greedy with
    swaps". Where even that would be too long only the candidates with most nodes within two steps are looked
    at: "exact in a short list" or "greedy with swaps". Of equally good sets an early one in the order of the
    alphabet is given.

    Columns: `node`; `alone`: what it is worth alone; `value`: what the set is worth, 0 to 1, NaN where fewer
    than two nodes are left; `method`. Rows in the order of the alphabet; index 0, 1, 2 ... `attrs["notes"]`
    says the method in a sentence, `attrs["gains"]` whether the set breaks anything at all. Raises
    `CallInvalid` where there are not `k` to choose from, `NetworkUnfit` where the map is too large to be
    drawn apart by distance, and as `incidence_of` does.

    Reference: Borgatti 2006, doi:10.1007/s10588-006-7084-x.
    """
    incidence = incidence_of(graph)
    _check(k, (goal, Goal), (among, Among), (by, By))
    candidates = _candidates(incidence, among)
    if len(candidates) < k:
        raise CallInvalid(f"There are {len(candidates)} to choose from, fewer than {k}.")
    aim = _aim(incidence, candidates, goal, by, steps)
    choice = choose(aim, k, "sets of key players")
    short = len(aim.candidates) < len(candidates)
    method = ("exact in a short list" if short else "exact") if choice.exact else "greedy with swaps"
    table = _table(incidence, aim, choice, method)
    looked_at = f" of the {len(aim.candidates):,} with most others within two steps" if short else ""
    gains = goal == "reach" or _gains(incidence, aim, choice)
    table.attrs.update(gains=gains, notes=_notes(method, looked_at, gain=gains))
    return table


def key_player_values(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return how much hangs on the one member that matters most, for breaking and for reaching.

    `key_player_fragmentation`: the share of pairs that cannot reach one another once that member is gone
    who breaks the map most; `key_player_reach`: how near the best placed member is to all, 1 where it has a
    tie with every body and no other member is there. Variant: `key_players` with k = 1, by fragmentation and
    by distance, exact at any size; range 0 to 1; NaN without members, and (fragmentation) with fewer than
    three nodes. Index: these two names.

    Reference: Borgatti 2006, doi:10.1007/s10588-006-7084-x.
    """
    incidence = incidence_of(graph)
    values = pd.Series(np.nan, index=["key_player_fragmentation", "key_player_reach"])
    if len(incidence.members):
        apart = distances(incidence)
        near = (apart.near_own + apart.near_other)[len(incidence.bodies) :]
        values["key_player_fragmentation"] = key_players(incidence, 1)["value"].iloc[0]
        values["key_player_reach"] = (1 + near.max()) / len(incidence.nodes)
    return values


def _check(k: int, *chosen: tuple[str, object]) -> None:
    if k < 1:
        raise CallInvalid(f"Key players are one or more, not {k}.")
    for name, known in chosen:
        if name not in get_args(known):
            raise CallInvalid(f"There is no {name!r} here; there is: {', '.join(get_args(known))}.")


def _candidates(incidence: Incidence, among: str) -> IntArray:
    """Return the stacked places of those who may be chosen, in the order of the alphabet."""
    first = len(incidence.bodies) if among == "members" else 0
    last = len(incidence.bodies) if among == "bodies" else len(incidence.nodes)
    ids = [incidence.nodes[place] for place in incidence.places[first:last].tolist()]
    return np.array(sorted(range(first, last), key=lambda stacked: ids[stacked - first]), dtype=np.int64)


def _aim(
    incidence: Incidence, candidates: IntArray, goal: str, by: str, steps: int | None
) -> Breaking | Loosening | Reaching:
    if goal == "reach":
        most = max(_FEWEST, _DISTANCES // len(incidence.nodes))
        return Reaching(incidence, _short_list(incidence, candidates, most), steps)
    if by == "fragmentation":
        return Breaking(incidence, candidates)
    most = _SEARCHES // max(1, Loosening(incidence, candidates).search)
    if most < _FEWEST:
        raise NetworkUnfit(
            "The map is too large to look for those without whom its distances grow most; "
            "ask by fragmentation instead."
        )
    return Loosening(incidence, _short_list(incidence, candidates, most))


def _short_list(incidence: Incidence, candidates: IntArray, most: int) -> IntArray:
    """Return at most so many candidates, those with most nodes within two steps, in their order."""
    if len(candidates) <= most:
        return candidates
    rows, degrees = len(incidence.bodies), incidence.degrees
    around = np.concatenate([incidence.matrix @ degrees[rows:], degrees[:rows] @ incidence.matrix])
    order = np.argsort(-(around + degrees)[candidates], kind="stable")
    return candidates[np.sort(order[:most])]


def _table(
    incidence: Incidence, aim: Breaking | Loosening | Reaching, choice: Choice, method: str
) -> pd.DataFrame:
    places = sorted(choice.places)
    ids = [incidence.nodes[incidence.places[node]] for node in aim.nodes(tuple(places))]
    alone, together = aim.values(())[places], choice.worth
    if isinstance(aim, Reaching):
        alone, together = np.array([aim.exact((place,)) for place in places]), aim.exact(tuple(places))
    else:
        left = len(incidence.nodes)
        alone = alone if left > 2 else np.full(len(ids), np.nan)
        together = together if left > len(ids) + 1 else np.nan
    table = pd.DataFrame({"node": pd.array(ids, dtype="str"), "alone": alone, "value": together})
    return table.assign(method=pd.array([method] * len(ids), dtype="str"))


def _gains(incidence: Incidence, aim: Breaking | Loosening | Reaching, choice: Choice) -> bool:
    """Tell whether taking out the set leaves the rest more broken, or further apart, than all were."""
    whole = whole_map(incidence)["fragmentation"]
    if isinstance(aim, Loosening):
        whole = distance_fragmentation(incidence)["distance_fragmentation"]
    return bool(choice.worth > whole + _CLOSE)


def _notes(method: str, looked_at: str, *, gain: bool) -> tuple[str, ...]:
    notes = {
        "exact": "All sets were compared: no set of this size does better.",
        "exact in a short list": f"All sets{looked_at} were compared: a better set may exist.",
        "greedy with swaps": f"Found by adding one{looked_at} after the other and exchanging them "
        "while that gained anything: a better set may exist.",
    }
    none = ("Without the set the rest hangs together no less than all did before.",)
    return (notes[method], *(() if gain else none))
