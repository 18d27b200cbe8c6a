"""The life of a protocol or an agreement: its state, and what is wrong with one that there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.agreements import ALIVE, CLOSED, ORPHANED, OVERDUE, date_doubts, state_of, when
from orgmap.model.dates import first_day, in_words, last_day
from orgmap.model.wording import listing

Bodies = tuple[str, ...]
SHARE_NOTHING = "the two share nothing that the map knows of"


class Lives:
    """What the map knows that decides the state of a protocol: who is there, since when, and who shares what.

    `sharing` are the pairs of bodies that have reasons for a protocol; `pairs` those that may be asked about.
    """

    def __init__(self, orgmap: OrgMap, pairs: Iterable[Bodies], sharing: Iterable[Bodies]) -> None:
        self._map = orgmap
        self._facts = pd.concat([orgmap.bodies, orgmap.closed_bodies])
        self._names = self._facts["name"].to_dict()
        self._since = self._facts["since"].to_dict()
        self._gone = set(orgmap.closed_bodies.index)
        self._partial = orgmap.partial_bodies()
        self._sharing = set(sharing)
        self._members = _members(orgmap, {body for pair in pairs for body in pair})
        self._joined = _joined(orgmap)

    def state(self, bodies: Bodies, row: Mapping[str, object]) -> str:
        """Return the state of a row of the register that is about these bodies."""
        state = state_of(row["status"], row["review_by"], self._map.as_at)
        if row["status"] not in ALIVE:
            return state
        if any(self._over(body) for body in bodies):
            return CLOSED
        return ORPHANED if self._share_nothing(bodies) and self._known(bodies) else state

    def trouble(self, bodies: Bodies, row: Mapping[str, object]) -> str:
        """Return what is wrong with what there is, parted by semicolons; nothing where all is well."""
        if row["status"] not in ALIVE:
            return ""
        wrong = [*self._changes(bodies), *self._nothing(bodies), *self._doubts(bodies, row)]
        return "; ".join([*wrong, *self._late(bodies, row)])

    def _late(self, bodies: Bodies, row: Mapping[str, object]) -> Iterator[str]:
        """Yield that the review is overdue where the state does not say so."""
        late = state_of(row["status"], row["review_by"], self._map.as_at) == OVERDUE
        if late and self.state(bodies, row) != OVERDUE:
            yield f"its review was due by {in_words(str(row['review_by']))}"

    def _changes(self, bodies: Bodies) -> Iterator[str]:
        """Yield which bodies have closed, have not begun, or are replaced."""
        for body in bodies:
            name, successor = self._names[body], self._facts.at[body, "replaced_by"]
            heir = self._names.get(successor) if isinstance(successor, str) else None
            if self._over(body):
                yield f"{name} has closed" + (f", and {heir} took over" if heir else "")
            elif body in self._gone:
                yield f"{name} begins only {when(str(self._since[body]))}"
            elif heir and self._map.as_at is not None:
                yield f"{name} is to be replaced by {heir}"

    def _over(self, body: str) -> bool:
        """Tell whether a body had ended by the day of the map; one that is set aside may not have begun."""
        until, day = self._facts.at[body, "until"], self._map.as_at
        return isinstance(until, str) and day is not None and last_day(until) < first_day(day)

    def _nothing(self, bodies: Bodies) -> Iterator[str]:
        if self._share_nothing(bodies):
            unknown = [self._names[body] for body in bodies if not self._known((body,))]
            doubt = f", but not all members of {listing(unknown)} are listed" if unknown else ""
            yield SHARE_NOTHING + doubt

    def _share_nothing(self, bodies: Bodies) -> bool:
        if len(bodies) < 2 or self._gone & set(bodies) or bodies in self._sharing or bodies in self._joined:
            return False
        a, b = bodies
        related = a in self._map.ancestors(b) or b in self._map.ancestors(a)
        return not related and not self._members.get(a, set()) & self._members.get(b, set())

    def _known(self, bodies: Bodies) -> bool:
        return all(self._members.get(body) and body not in self._partial for body in bodies)

    def _doubts(self, bodies: Bodies, row: Mapping[str, object]) -> Iterator[str]:
        begun = [(self._names[body], self._since[body]) for body in bodies]
        return date_doubts(row["status"], row["agreed"], row["review_by"], self._map.as_at, begun)


def _members(orgmap: OrgMap, bodies: set[str]) -> dict[str, set[str]]:
    """Return who sits on each body, organisations and people."""
    ties = orgmap.ties()
    ties = ties[ties["body"].isin(bodies)]
    found: dict[str, set[str]] = {}
    for column in ("represents", "person"):
        for body, ones in ties.dropna(subset=column).groupby("body")[column]:
            found.setdefault(str(body), set()).update(f"{column} {one}" for one in ones)
    return found


def _joined(orgmap: OrgMap) -> set[Bodies]:
    """Return the pairs of bodies that a declared link joins, of whatever kind."""
    ends = zip(orgmap.links["from_body"], orgmap.links["to_body"], strict=True)
    return {(a, b) if a < b else (b, a) for a, b in ends}
