"""Seats as a requirement sees them, and whether a seat is the one asked for: yes, no, or not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from orgmap.matching import normal
from orgmap.model import OrgMap
from orgmap.model.elected import has_elected_title
from orgmap.questions.gaps.asked import Asked
from orgmap.questions.gaps.kinds import is_another
from orgmap.questions.gaps.posts import Told, holds
from orgmap.vocabulary import TIE_ROLES

ASKED = ("filled", "invited", "requested", "declined")
"""The statuses of seats whose organisation has been invited, whatever it answered."""
_COUNCILS = frozenset(["county council", "district council", "unitary council"])
_ANY_COUNCIL = "local authority"


@dataclass(frozen=True)
class Held:
    """One seat: its organisation with name, kind and sector, and its holder's post; empty if not known.

    `councillor` tells that the holder's name has the title of an elected member; `post` is in normal form,
    `title` as it is written; `shown` is what the holder, or else the organisation, is called.
    """

    organisation: str
    organisation_name: str
    kind: str
    sector: str
    councillor: bool
    post: str
    title: str
    status: str
    tie: bool
    shown: str

    def counts(self, strength: str) -> bool:
        """Tell whether the seat can meet a requirement: somebody holds it, or has at least been invited."""
        return self.status in ASKED if strength == "invited" else self.tie


def seats_of(orgmap: OrgMap, bodies: Iterable[str], kinds: Mapping[str, str]) -> dict[str, list[Held]]:
    """Return the seats of some bodies; `kinds` are those of the organisations that have one."""
    seats = orgmap.seats[orgmap.seats["body"].isin(list(bodies))]
    sectors = orgmap.organisations["sector"].dropna().to_dict()
    names = orgmap.organisations["name"].to_dict()
    labels, posts = orgmap.people["label"].to_dict(), orgmap.people["post"].dropna().to_dict()
    councillors = _councillors(orgmap)
    found: dict[str, list[Held]] = defaultdict(list)
    columns = (seats[name] for name in ("body", "represents", "person", "post", "status", "role"))
    for body, organisation, person, post, status, role in zip(*columns, strict=True):
        known = isinstance(organisation, str)
        written = post if isinstance(post, str) else posts.get(person, "")
        held = Held(
            organisation if known else "",
            names.get(organisation, ""),
            kinds.get(organisation, ""),
            sectors.get(organisation, ""),
            person in councillors,
            normal(written),
            written,
            status,
            status == "filled" and role in TIE_ROLES,
            labels.get(person, "") or names.get(organisation, ""),
        )
        found[body].append(held)
    return found


def _councillors(orgmap: OrgMap) -> set[str]:
    """Return the people whose name, shown or withheld, has the title of an elected member."""
    names = orgmap.people["name"].dropna().to_dict()
    return {
        str(person) for person, name in names.items() if has_elected_title(name)
    } | orgmap.withheld.elected


def fits(seat: Held, asked: Asked) -> Told:
    """Tell whether a seat is of the organisation and of the post asked for."""
    return _all([right_organisation(seat, asked), _right_post(seat, asked)])


def right_organisation(seat: Held, asked: Asked) -> Told:
    """Tell whether a seat is of an organisation asked for; where any will do, it is."""
    if not asked.of_some:
        return True
    if not seat.organisation:
        return None
    return _all(
        [
            not asked.organisation or seat.organisation == asked.organisation,
            not asked.sector or (seat.sector == asked.sector if seat.sector else None),
            not asked.kinds or right_kind(seat, asked),
        ]
    )


def right_kind(seat: Held, asked: Asked) -> Told:
    """Tell whether the organisation of a seat is of a kind asked for.

    Where its kind is not known, or it is a council of no known kind, its name may tell that it is none.
    """
    if seat.kind in asked.kinds:
        return True
    if not seat.kind:
        return False if is_another(seat.organisation_name, asked.kinds, asked.named) else None
    return None if seat.kind in open_kinds(asked.kinds) else False


def open_kinds(kinds: frozenset[str]) -> frozenset[str]:
    """Return the kinds so general that an organisation of one of them may be of one of some kinds."""
    return frozenset([_ANY_COUNCIL] if kinds & _COUNCILS else []) - kinds


def _right_post(seat: Held, asked: Asked) -> Told:
    return holds(seat.post, asked.post, councillor=seat.councillor) if asked.post else True


def _all(parts: Iterable[Told]) -> Told:
    """Return whether all hold: one that does not settles it, one that is not known leaves it open."""
    told = list(parts)
    return False if False in told else None if None in told else True
