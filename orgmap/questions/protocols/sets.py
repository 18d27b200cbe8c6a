"""Bodies alike in kind and tier, for which one protocol serves instead of one for each pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import networkx as nx

from orgmap.model import OrgMap
from orgmap.model.wording import plural

LEAST = 3
Pair = tuple[str, str]
Like = tuple[str, str]


def sets_of(orgmap: OrgMap, pairs: Iterable[Pair]) -> dict[Pair, str]:
    """Return the set that each pair belongs to, in words; a pair on its own is not in it.

    Three bodies or more that are alike and joined by pairs are a set ("19 unitary boards"); so are a
    body and three or more alike that it pairs with ("County board and 11 district partnerships").
    """
    alike = _kinds(orgmap)
    within: dict[Like, list[Pair]] = defaultdict(list)
    across: list[Pair] = []
    for pair in pairs:
        a, b = (alike.get(body) for body in pair)
        if a is not None and a == b:
            within[a].append(pair)
        else:
            across.append(pair)
    return _within(orgmap, within) | _across(orgmap, across, alike)


def _kinds(orgmap: OrgMap) -> dict[str, Like]:
    bodies = orgmap.bodies.dropna(subset=["kind", "tier"])
    return dict(zip(bodies.index, zip(bodies["kind"], bodies["tier"], strict=True), strict=True))


def _words(like: Like, count: int) -> str:
    kind, tier = like
    return f"{count} {tier} {plural(kind, count)}"


def _within(orgmap: OrgMap, within: dict[Like, list[Pair]]) -> dict[Pair, str]:
    sets: dict[Pair, str] = {}
    names = orgmap.bodies["name"]
    for like, pairs in sorted(within.items()):
        groups = sorted(nx.connected_components(nx.Graph(pairs)), key=lambda group: (-len(group), min(group)))
        large = [group for group in groups if len(group) >= LEAST]
        for group in large:
            others = f" ({names[min(group)]} and others)" if len(large) > 1 else ""
            name = _words(like, len(group)) + others
            sets |= {pair: name for pair in pairs if pair[0] in group}
    return sets


def _across(orgmap: OrgMap, pairs: list[Pair], alike: dict[str, Like]) -> dict[Pair, str]:
    """Give each pair to the larger of the sets it could be in: the one body with all those like the other."""
    names = orgmap.bodies["name"].to_dict()
    size: Counter[tuple[str, Like]] = Counter()
    for a, b in pairs:
        for one, other in ((a, b), (b, a)):
            if other in alike:
                size[one, alike[other]] += 1
    chosen: dict[tuple[str, Like], list[Pair]] = defaultdict(list)
    for a, b in pairs:
        choices = [(one, alike[other]) for one, other in ((a, b), (b, a)) if other in alike]
        if choices:
            chosen[max(choices, key=lambda choice: (size[choice], choice))].append((a, b))
    return {
        pair: f"{names[one]} and {_words(like, len(own))}"
        for (one, like), own in chosen.items()
        if len(own) >= LEAST
        for pair in own
    }
