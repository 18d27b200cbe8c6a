"""The seats that make ties, as numbers: which member sits on which body."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy import sparse

from orgmap.matching import identity
from orgmap.model import OrgMap
from orgmap.model.distinct import Numbered, Numbers, numbered
from orgmap.network.incidence import Incidence
from orgmap.network.nodes import PREFIX, Columns, body_columns, organisation_columns, person_columns
from orgmap.vocabulary import TIE_ROLES

Counting = Literal["organisations", "people", "sectors", "posts"]
MODE: dict[Counting, str] = {
    "organisations": "organisation",
    "people": "person",
    "sectors": "sector",
    "posts": "post",
}
_TABLES: dict[Counting, Callable[[OrgMap], Columns]] = {
    "organisations": organisation_columns,
    "people": person_columns,
}


def usual_counting(orgmap: OrgMap) -> Counting:
    """Return what is best counted in a map: organisations where seats speak for any, else people."""
    return "organisations" if orgmap.ties()["represents"].notna().any() else "people"


@dataclass(frozen=True)
class Ties:
    """The seats that make ties, each by the number of its body and of its member, with its role.

    Bodies are numbered as in the map, members in the order in which seats name them; `names` is what each
    member is known by: an id, a sector or a post.
    """

    orgmap: OrgMap
    counting: Counting
    body: Numbers
    member: Numbers
    names: list[str]
    role: pd.Series[str]

    @cached_property
    def bodies(self) -> list[str]:
        """The node ids of all bodies."""
        return [PREFIX["body"] + body for body in self.orgmap.bodies.index.tolist()]

    @cached_property
    def members(self) -> list[str]:
        """The node ids of the members."""
        codes = self.names if self.counting in _TABLES else map(identity, self.names)
        return [PREFIX[MODE[self.counting]] + code for code in codes]

    def body_facts(self) -> Columns:
        """Return what is known of the bodies, by attribute."""
        return body_columns(self.orgmap)

    def member_facts(self) -> Columns:
        """Return what is known of the members, by attribute."""
        mode: Columns = {"mode": [MODE[self.counting]] * len(self.names), "bipartite": [0] * len(self.names)}
        if self.counting not in _TABLES:
            unknown: list[Any] = [None] * len(self.names)
            return mode | {"label": self.names} | dict.fromkeys(("kind", "tier", "sector", "area"), unknown)
        table = self.orgmap.organisations if self.counting == "organisations" else self.orgmap.people
        place = {entity: number for number, entity in enumerate(table.index.tolist())}
        places = [place[name] for name in self.names]
        known = _TABLES[self.counting](self.orgmap)
        return mode | {name: [values[place] for place in places] for name, values in known.items()}


def ties_of(orgmap: OrgMap, counting: Counting | None = None, roles: Iterable[str] = TIE_ROLES) -> Ties:
    """Return the seats that make a tie for somebody who is known: filled, and in one of `roles`."""
    chosen = counting or usual_counting(orgmap)
    ties = orgmap.ties(roles)
    named = _members(orgmap, ties, chosen)
    known = named.numbers >= 0
    numbers, texts = named.numbers[known], named.texts
    if chosen not in _TABLES:
        numbers, texts = _by_identity(numbers, texts)
    place = {body: number for number, body in enumerate(orgmap.bodies.index.tolist())}
    sat_on = numbered(ties["body"])
    bodies = np.array([place[body] for body in sat_on.texts], dtype=np.intp)[sat_on.numbers[known]]
    return Ties(orgmap, chosen, bodies, numbers, texts, ties["role"][known])


def _by_identity(numbers: Numbers, texts: list[str]) -> tuple[Numbers, list[str]]:
    """Make members of one identity one, called as the first seat calls them."""
    codes = numbered(pd.Series([identity(text) for text in texts], dtype="object"))
    first: dict[str, str] = {}
    for code, text in zip(codes.of(np.arange(len(texts))), texts, strict=True):
        first.setdefault(code, text)
    return codes.numbers[numbers], [*first.values()]


def _members(orgmap: OrgMap, ties: pd.DataFrame, counting: Counting) -> Numbered:
    """Return whom each seat makes a tie for, by id, sector or post; nobody where it is not known."""
    if counting == "sectors":
        return numbered(ties["represents"].map(orgmap.organisations["sector"]).astype("str"))
    return numbered(ties[{"people": "person", "posts": "post"}.get(counting, "represents")])


def incidence(
    orgmap: OrgMap, counting: Counting | None = None, roles: Iterable[str] = TIE_ROLES
) -> Incidence:
    """Return the affiliation network of a map as arrays, straight from its tables.

    It is what `incidence_of` takes from the network that `affiliation` makes of the same map, without the
    network: for maps so large that a NetworkX graph takes long to make.
    """
    ties = ties_of(orgmap, counting, roles)
    rows, columns = len(ties.bodies), len(ties.members)
    cells = np.unique(ties.body * max(columns, 1) + ties.member)
    seated, indices = np.divmod(cells, max(columns, 1))
    indptr = np.concatenate([[0], np.cumsum(np.bincount(seated, minlength=rows))])
    ones = np.ones(len(cells), dtype=np.int64)
    matrix = sparse.csr_array((ones, indices, indptr), shape=(rows, columns))
    bodies, members = np.arange(rows), np.arange(rows, rows + columns)
    return Incidence((*ties.bodies, *ties.members), bodies, members, matrix, _Facts(ties))


class _Facts:
    """What is known of the nodes, by attribute; gathered when it is first asked for."""

    def __init__(self, ties: Ties) -> None:
        self._ties = ties

    @cached_property
    def _columns(self) -> tuple[Columns, Columns]:
        return self._ties.body_facts(), self._ties.member_facts()

    def __call__(self, name: str) -> list[Any] | None:
        """Return an attribute of the bodies and then of the members, None where neither have it."""
        bodies, members = (columns.get(name) for columns in self._columns)
        if bodies is None and members is None:
            return None
        unknown = [[None] * len(nodes) for nodes in (self._ties.bodies, self._ties.members)]
        return [*(bodies or unknown[0]), *(members or unknown[1])]
