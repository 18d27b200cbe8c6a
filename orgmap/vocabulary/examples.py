"""What the template shows in its sheets, to be typed over: one invented row for each table."""

from __future__ import annotations

_MARK = "e.g. "
_POINT = "yes"
_BOARD, _PARTNERSHIP, _COUNCIL = "Anyshire Health Board", "Anyshire Partnership", "Anyshire Council"

EXAMPLES: dict[str, dict[str, str]] = {
    "about": {
        "title": "Who sits on what in Anyshire", "as_at": "May 2025", "home_body": _PARTNERSHIP, "nation": "England",
        "names": "posts", "source": "Minutes of the annual meeting",
    },
    "seats": {
        "body": _BOARD, "person": "Ann Example", "post": "Director of Housing", "organisation": _COUNCIL,
        "on_behalf_of": "Anyshire Housing Forum", "role": "vice-chair", "status": "filled", "voting": "yes",
        "since": "May 2023", "until": "31/05/2027", "note": "Asked to stay on for a year",
    },
    "bodies": {
        "body": _BOARD, "short_name": "AHB", "kind": "board", "part_of": _PARTNERSHIP, "tier": "county", "area": "Anyshire",
        "statutory": "yes", "places": "24", "list": "complete", "meetings_per_year": "4", "hours_per_meeting": "2.5",
        "url": "https://www.example.org/board",
    },
    "organisations": {
        "organisation": _COUNCIL, "short_name": "AC", "kind": "county council", "sector": "local government",
        "tier": "county", "area": "Anyshire", "also_known_as": "Anyshire County Council; The Council",
    },
    "people": {
        "person": "Ann Example", "organisation": _COUNCIL, "post": "Director of Housing", "capacity_hours": "80",
        "publish": "post", "also_known_as": "Annie Example",
    },
    "areas": {"area": "Anyshire", "code": "E10000099", "type": "county", "within": "Middle Region"},
    "area_units": {"area": "Middle Police Area", "unit": "Anyshire", "share": "0.5"},
    "links": {
        "from_body": "Anyshire Housing Forum", "to_body": _BOARD, "kind": "reports to", "document": "Terms of reference, page 2",
        "since": "2021",
    },
    "issues": {"issue": "Homelessness", "body": "Anyshire Housing Forum", "organisation": _COUNCIL, "part": "lead"},
    "protocols": {
        "body_a": _BOARD, "body_b": _PARTNERSHIP, "issue": "Homelessness", "status": "draft", "review_by": "May 2026",
        "owner": "Partnership officer", "parties": _POINT, "purpose": _POINT,
    },
    "agreements": {"body": _BOARD, "status": "agreed", "agreed": "2024", "review_by": "2027", "themes": _POINT},
    "expected": {
        "body": _BOARD, "organisation_kind": "police", "strength": "member", "reason": "Its terms of reference say so",
    },
    "names": {
        "kind": "person", "name": "Ann Example", "also_known_as": "A Example", "organisation": _COUNCIL, "same": "yes",
    },
}  # fmt: skip


def example_cell(table: str, column: str) -> str | None:
    """Return the text of a column's cell in the example row of the template, None where it has none."""
    text = EXAMPLES.get(table, {}).get(column)
    return f"{_MARK}{text}" if text else None


def _cells() -> frozenset[str]:
    return frozenset(f"{_MARK}{text}" for row in EXAMPLES.values() for text in row.values())


EXAMPLE_CELLS: frozenset[str] = _cells()
"""The texts of all example cells: what holds exactly one of them has not been typed over, and is not read."""

NOT_TABLES: frozenset[str] = frozenset(("start here", "read me", "readme", "instructions"))
"""Names of sheets, in their normal form, that explain a workbook and are never read as a table."""
