"""OrgMap: the validated whole of a source, and the few facts that everything else reads from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.model.areas import Areas
from orgmap.model.raw import Title
from orgmap.model.records import Withheld
from orgmap.vocabulary import TIE_ROLES

Kept = TypeVar("Kept")
Origins = Mapping[str, Mapping[int, tuple[str, int]]]
"""Of each table put together from several sheets or files, the place and row there of each of its rows."""


@dataclass(frozen=True)
class About:
    """What the map is of; everything may be unknown (None)."""

    title: str | None = None
    as_at: str | None = None
    home_body: str | None = None
    nation: str | None = None
    names: str | None = None
    source: str | None = None
    licence: str | None = None


@dataclass(frozen=True, eq=False)
class OrgMap:
    """The validated map. Treat its tables as read-only.

    `bodies`, `organisations`, `people` and `areas` are indexed by id and have a column `name` (people: NaN
    where no name is known) and `listed` (False where the entity is only mentioned by another table). `seats`
    is indexed by number, in the source's order; its `body`, `person`, `organisation` (the employer),
    `represents` (the organisation spoken for), `for_body` (the body spoken for) hold ids, NaN where unknown;
    `row` is the row of the source. The other tables hold ids in their reference columns. `not_in_force` and
    `closed_bodies` hold what `as_at` set aside; `people_aside` who left with it, whose names are to be
    withheld like all others. `source_id` is the code that the source gives an entity, NaN where it gives
    none. `names` holds the spellings that somebody has confirmed or told apart. `employer_body` of a seat
    is the body that the holder works for. `called` is the title or file name of the list, for a map whose
    `about` gives no title. `origins` says where the rows come from of a table that has several sheets or
    files. A person's `label` is what may be shown: the name, the post, or a number.
    """

    about: About
    seats: pd.DataFrame
    bodies: pd.DataFrame
    organisations: pd.DataFrame
    people: pd.DataFrame
    areas: pd.DataFrame
    area_units: pd.DataFrame
    links: pd.DataFrame
    issues: pd.DataFrame
    protocols: pd.DataFrame
    agreements: pd.DataFrame
    expected: pd.DataFrame
    names: pd.DataFrame = field(default_factory=pd.DataFrame)
    as_at: str | None = None
    not_in_force: pd.DataFrame = field(default_factory=pd.DataFrame)
    closed_bodies: pd.DataFrame = field(default_factory=pd.DataFrame)
    people_aside: pd.DataFrame = field(default_factory=pd.DataFrame)
    warnings: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    withheld: Withheld = field(default_factory=Withheld)
    called: Title | None = None
    origins: Origins = field(default_factory=dict)
    _kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False)

    def once(self, name: str, make: Callable[[], Kept]) -> Kept:
        """Return what has been worked out of this map under a name; it is made when first asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("Kept", self._kept[name])

    @property
    def title(self) -> str:
        """Return the title that the source gives, or what its list is called, or a plain word."""
        return self.given_title or (self.called.text if self.called else "Map")

    @property
    def given_title(self) -> str | None:
        """Return the title that the source gives, or the home body's name."""
        home = self.about.home_body
        bodies = pd.concat([self.bodies, self.closed_bodies])
        return self.about.title or (str(bodies.at[home, "name"]) if home in bodies.index else None)

    def origin(self, table: str, row: Any) -> tuple[str, Any]:
        """Return where a row of a table is from: the sheet or file, "" of the only one, and the row there."""
        rows = self.origins.get(table)
        return rows.get(int(row), ("", row)) if rows and not pd.isna(row) else ("", row)

    @cached_property
    def geography(self) -> Areas:
        """Return the areas with all that lies in each."""
        return Areas(self.areas, self.area_units)

    def ties(self, roles: Iterable[str] = TIE_ROLES) -> pd.DataFrame:
        """Return the seats that make a tie: filled, in one of the roles. A part of `seats`, same columns."""
        seats = self.seats
        return seats[(seats["status"] == "filled") & seats["role"].isin(list(roles))]

    def partial_bodies(self) -> set[str]:
        """Return the ids of the bodies whose list of members is known to leave some out."""
        return set(self.bodies.index[self.bodies["list"] == "partial"])

    def families(self) -> pd.Series[str]:
        """Return, for each body id, the id of the body at the head of its family; its own where it is alone.

        The head is the topmost body it is part of, or the body that its `family` names.
        """
        heads = {body: _topmost(body, self.parents) for body in self.parents}
        named = self.bodies["family"].to_dict()
        names = zip(self.bodies.index, self.bodies["name"], strict=True)
        called = {normal(name): body for body, name in names}
        first: dict[str, str] = {}
        for body, head in heads.items():
            family = named[head]
            if isinstance(family, str):
                heads[body] = called.get(normal(family)) or first.setdefault(normal(family), head)
        return pd.Series(heads, dtype="str").rename("family")

    @cached_property
    def parents(self) -> dict[str, object]:
        """Return the body that each body is part of, NaN where it is part of none."""
        return dict(zip(self.bodies.index, self.bodies["part_of"], strict=True))

    def ancestors(self, body: str) -> tuple[str, ...]:
        """Return the bodies that a body is part of, the nearest first."""
        chain: list[str] = []
        parent = self.parents[body]
        while isinstance(parent, str) and parent not in chain:
            chain.append(parent)
            parent = self.parents[parent]
        return tuple(chain)


def _topmost(body: str, parents: dict[str, object]) -> str:
    seen = {body}
    while isinstance(parent := parents.get(body), str) and parent not in seen:
        seen.add(parent)
        body = parent
    return body
