"""What the rows say for or against two names being those of one: employers, posts, bodies, kinds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from orgmap.matching import normal
from orgmap.model.dates import first_day, last_day
from orgmap.model.orgmap import OrgMap
from orgmap.model.wording import counted, listing, verb

Found = tuple[float, str]
"""How much something counts, and the sentence that says it."""
_MOST_NAMED = 3


@dataclass(frozen=True)
class Sitting:
    """A seat held: on which body, from which day, until which day; empty where not known."""

    body: str
    since: str
    until: str

    def meets(self, other: Sitting) -> bool:
        """Tell whether two seats are on one body at one time, as far as is known."""
        if self.body != other.body:
            return False
        apart = (self.until and other.since and self.until < other.since) or (
            other.until and self.since and other.until < self.since
        )
        return not apart


@dataclass
class Traces:
    """What the seats tell of one entity: how many, where, for whom, by whom, with which posts."""

    rows: int = 0
    sittings: list[Sitting] = field(default_factory=list)
    organisations: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    posts: dict[str, str] = field(default_factory=dict)


def traces(orgmap: OrgMap, kind: str, ids: set[str]) -> dict[str, Traces]:
    """Return what the seats tell of some people, organisations or bodies."""
    found: dict[str, Traces] = defaultdict(Traces)
    columns = {"person": ("person",), "body": ("body",), "organisation": ("represents", "organisation")}[kind]
    for seat in _seats(orgmap):
        for entity in {seat[column] for column in columns} & ids:
            _enter(found[entity], seat)
    if kind == "person":
        employers = orgmap.people["organisation"]
        for person in ids & set(employers.index[employers.notna()]):
            found[person].organisations.add(str(employers[person]))
    return found


def _seats(orgmap: OrgMap) -> Iterator[Mapping[str, str]]:
    """Yield every seat, in force or not, with "" for what is not known."""
    names = ["body", "person", "organisation", "represents", "post", "status", "since", "until"]
    for table in (orgmap.seats, orgmap.not_in_force):
        if len(table):
            columns = [table[name].astype(object).where(table[name].notna(), "") for name in names]
            for row in zip(*columns, strict=True):
                yield dict(zip(names, row, strict=True))


def _enter(one: Traces, seat: Mapping[str, str]) -> None:
    one.rows += 1
    if seat["status"] == "filled":
        since = first_day(seat["since"]) if seat["since"] else ""
        until = last_day(seat["until"]) if seat["until"] else ""
        one.sittings.append(Sitting(seat["body"], since, until))
    one.organisations |= {seat[name] for name in ("organisation", "represents") if seat[name]}
    one.people |= {seat["person"]} - {""}
    if seat["post"]:
        one.posts.setdefault(normal(seat["post"]), seat["post"])


class Evidence:
    """Finds what speaks for or against two entities of one kind being one."""

    def __init__(self, orgmap: OrgMap, kind: str, ids: set[str], near: set[frozenset[str]]) -> None:
        self._orgmap = orgmap
        self._kind = kind
        self._near = near
        self._traces = traces(orgmap, kind, ids)
        self._bodies = pd.concat([orgmap.bodies["name"], *_names(orgmap.closed_bodies)]).to_dict()
        self._organisations = orgmap.organisations["name"].to_dict()
        self._facts = {"organisation": orgmap.organisations, "body": orgmap.bodies}.get(kind)

    def rows(self, entity: str) -> int:
        """Return in how many seats an entity stands."""
        return self._traces[entity].rows if entity in self._traces else 0

    def organisations(self, entity: str) -> list[str]:
        """Return the names of the organisations for which somebody stands, in order."""
        of = self._traces[entity].organisations if entity in self._traces else set()
        return sorted(self._organisations[one] for one in of)

    def of(self, a: str, b: str) -> list[Found]:
        """Return what speaks for and against two entities being one."""
        one, other = self._traces.get(a, Traces()), self._traces.get(b, Traces())
        if self._kind == "person":
            return [*self._employers(one, other), *_posts(one, other), *self._together(one, other, -4.5)]
        found = [*self._declared(a, b)]
        if self._kind == "organisation":
            return [*found, *_shared_people(one, other), *self._together(one, other, -1.0)]
        return [*found, *_shared_members(one, other)]

    def _employers(self, one: Traces, other: Traces) -> Iterator[Found]:
        if not one.organisations or not other.organisations:
            return
        if both := one.organisations & other.organisations:
            yield 3.0, f"Both are of {self._listed(self._organisations, both)}."
            return
        near = any(frozenset((a, b)) in self._near for a in one.organisations for b in other.organisations)
        names = [self._listed(self._organisations, side.organisations) for side in (one, other)]
        told = f"One is of {names[0]}, the other of {names[1]}"
        yield (1.5, f"{told}, which may be one.") if near else (-2.0, f"{told}.")

    def _together(self, one: Traces, other: Traces, cost: float) -> Iterator[Found]:
        """Say on which bodies both sit: at one time, which speaks against, or one after the other."""
        shared = {seat.body for seat in one.sittings} & {seat.body for seat in other.sittings}
        if not shared:
            return
        met = {a.body for a in one.sittings for b in other.sittings if a.body in shared and a.meets(b)}
        if met:
            yield cost, f"Both sit on {self._listed(self._bodies, met)}, which speaks against it."
        else:
            yield 1.0, f"One followed the other on {self._listed(self._bodies, shared)}."

    def _declared(self, a: str, b: str) -> Iterator[Found]:
        """Say what the tables tell of the two: one part of the other, or of different kinds, tiers, areas."""
        if self._facts is None:
            return
        table = self._facts
        for column, told in (("part_of", "is part of"), ("replaced_by", "was replaced by")):
            if table.at[a, column] == b or table.at[b, column] == a:
                yield -6.0, f"One {told} the other."
        for column in ("kind", "tier", "area"):
            one, other = table.at[a, column], table.at[b, column]
            if isinstance(one, str) and isinstance(other, str) and one != other:
                yield -3.0, f"Each has another {column}."

    def _listed(self, names: Mapping[Hashable, str], ids: Iterable[str]) -> str:
        return listing(sorted(names[one] for one in ids), _MOST_NAMED)


def _names(table: pd.DataFrame) -> list[pd.Series[str]]:
    return [table["name"]] if len(table) else []


def _posts(one: Traces, other: Traces) -> Iterator[Found]:
    if both := sorted(one.posts.keys() & other.posts.keys()):
        shared_employer = bool(one.organisations & other.organisations)
        yield 1.0 if shared_employer else 0.0, f"Both have the post {one.posts[both[0]]}."


def _shared_people(one: Traces, other: Traces) -> Iterator[Found]:
    if both := len(one.people & other.people):
        yield 1.5, f"{counted(both, 'person')} {verb('appears', both)} for both."


def _shared_members(one: Traces, other: Traces) -> Iterator[Found]:
    both = len(one.organisations & other.organisations)
    all_of_them = len(one.organisations | other.organisations)
    if both > 1 and both * 2 >= all_of_them:
        yield 1.0, f"{counted(both, 'organisation')} {verb('sits', both)} on both."
