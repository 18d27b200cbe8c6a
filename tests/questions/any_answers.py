"""Maps of any tables, and the numbers that a sentence says, for the property tests of the questions."""

from __future__ import annotations

import re

from orgmap.errors import SourceInvalid
from orgmap.model import Answer, OrgMap, as_at, check, withhold
from orgmap.network import whole_map
from tests.builders import Record, source

KEPT = ("about", "seats", "bodies", "organisations", "people", "issues")
"""The tables that these questions read; fewer tables are less often refused."""


def any_map(tables: dict[str, list[Record]], day: str | None) -> OrgMap | None:
    """Return the map of any tables as it reaches a question, None where they are refused."""
    try:
        return withhold(as_at(check(source(**{name: tables[name] for name in KEPT if tables[name]})), day))
    except SourceInvalid:
        return None


def sound(answer: Answer, orgmap: OrgMap) -> None:
    """Assert what holds of every answer: sentences, subjects that are nodes, rows of the table."""
    nodes = set(whole_map(orgmap))
    assert answer.findings
    assert answer.table.index.tolist() == list(range(len(answer.table)))
    for finding in answer.findings:
        assert finding.question == answer.question
        assert finding.sentence.endswith(".")
        assert set(finding.subjects) <= nodes
        assert set(finding.rows) <= set(answer.table.index)
        assert not re.search(r"\b(nan|None|<NA>)\b", finding.sentence)


def leading(pattern: str, sentence: str) -> list[int] | None:
    """Return the numbers that a pattern finds in a sentence, None where it does not fit."""
    found = re.match(pattern, sentence)
    return [int(number.replace(",", "")) for number in found.groups()] if found else None
