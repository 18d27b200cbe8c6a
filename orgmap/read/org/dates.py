"""From when until when something holds, in the several ways in which RDF says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgmap.read.org.graph import Statements

if TYPE_CHECKING:
    from rdflib.term import Node

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_AT_END = re.compile(r"(?:^|/)(\d{4}(?:-\d{2}(?:-\d{2})?)?)/?$")
_INSTANTS = (
    "time:inXSDDate", "time:inXSDDateTimeStamp", "time:inXSDDateTime", "time:inXSDgYearMonth",
    "time:inXSDgYear",
)  # fmt: skip


def period(
    statements: Statements, node: Node, since: tuple[str, ...], until: tuple[str, ...]
) -> tuple[str | None, str | None]:
    """Return since and until: said of the thing itself under these names, or of the interval it has."""
    intervals = statements.values(node, "org:memberDuring")
    starts = statements.values(node, *since)
    ends = statements.values(node, *until)
    for interval in intervals:
        starts += statements.values(interval, "time:hasBeginning", "schema:startDate")
        ends += statements.values(interval, "time:hasEnd", "schema:endDate")
    return _first(statements, starts), _first(statements, ends)


def _first(statements: Statements, values: list[Node]) -> str | None:
    return next((date for value in values if (date := _date(statements, value))), None)


def _date(statements: Statements, value: Node) -> str | None:
    """Return a date: of a literal its text, without the time; of an instant what it is at."""
    if statements.is_text(value):
        found = _DATE.match(str(value))
        return found[0] if found else str(value)
    for instant in statements.values(value, *_INSTANTS):
        return _date(statements, instant)
    found = _AT_END.search(str(value))
    return found[1] if found else None
