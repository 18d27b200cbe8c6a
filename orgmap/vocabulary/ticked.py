"""The columns of a checklist that was ticked: what it says of each sheet, and what tells sheets apart."""

from __future__ import annotations

from orgmap.vocabulary.relations import AGREEMENT_POINTS, PROTOCOL_POINTS

NOT_SAID = "not said"
"""What a point is of which nothing is known; written into any cell of a checklist, it empties the cell."""
TICKED_POINTS = {
    "protocols": tuple(column.name for column in PROTOCOL_POINTS),
    "agreements": tuple(column.name for column in AGREEMENT_POINTS),
}
"""The points of each table that a checklist is ticked for."""
TICKED_FACTS = ("status", "agreed", "review_by", "owner", "document")
"""What else a sheet says; an agreement has no owner."""
TICKED_COLUMNS = (
    "kind", "bodies", "pairs", "why", "trouble", "protocol", "issue", *TICKED_FACTS,
    *TICKED_POINTS["protocols"], *TICKED_POINTS["agreements"], "note", "body_a", "body_b", "map",
)  # fmt: skip
"""The columns of a checklist as CSV: a row for each sheet.

`kind` (pair, set, protocol or agreement), `bodies` (in words), `pairs` (how many it stands for), `why` and
`trouble` tell what it is about; `body_a` and `body_b` are the ids of the bodies of each pair in turn, parted
by semicolons; `map` is the title of the map. The others are those of the tables of protocols and agreements.
"""
