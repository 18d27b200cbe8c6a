"""The ties of members to bodies as rows of seats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgmap.read.networks.joins import Joined, Row
from orgmap.read.networks.network import Facts, Tie, fact
from orgmap.read.networks.relations import Relation, role_of

_HOLDERS = {"person": "person", "organisation": "organisation", "body": "organisation", "post": "post"}
_MOST = 1000


def add_seats(made: Joined, rows: Iterable[Row]) -> None:
    """Add a row for each seat; a tie that stands for several, as orgmap counts them, gives as many."""
    for tie, relation in rows:
        cells = _ends(made, tie, relation)
        further = made.further("seats", tie, relation)
        for more in _several(tie.facts):
            made.rows["seats"].add(tie.row, cells | more | made.columns["seats"].cells(tie.facts), further)


def _ends(made: Joined, tie: Tie, relation: Relation) -> dict[str, str | None]:
    """Return the body, the holder and the role that a tie gives."""
    cells = {"body": made.text(relation.target), "role": role_of(relation.text)}
    column = _HOLDERS.get(made.modes[relation.source])
    if column and fact(tie.facts, "held as") == "on_behalf_of":
        column = "on_behalf_of"
    return cells | ({column: made.text(relation.source)} if column else {})


def _several(facts: Facts) -> Iterator[Facts]:
    """Yield the role of each seat of a tie with a number of seats and their roles; else nothing, once."""
    count = fact(facts, "seats") or ""
    roles = [role for role in (fact(facts, "roles") or "").split("; ") if role]
    if not (count.isdecimal() and len(count) < 9 and roles):
        yield {}
        return
    for number in range(max(1, min(int(count), _MOST))):
        yield {"role": roles[min(number, len(roles) - 1)]}
