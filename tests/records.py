"""Random maps for the tests of the writers of records, and when two maps are the same."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from hypothesis import strategies as st

from orgmap.model import OrgMap
from tests.builders import Record, orgmap

TABLES = (
    "seats", "bodies", "organisations", "people", "areas", "area_units", "links", "issues", "protocols",
    "agreements", "expected",
)  # fmt: skip
_OF_THE_SOURCE = {"row", "listed", "source_id"}
_BODIES = ("Health Board", "health-board", "Crime & Disorder Partnership", "Bwrdd Ŵyl")
_OTHERS = ("Police", "Health Board", "Example Council", "police")
_NAMES = ("Ann Example", "Cllr Ann Example", "A Example", "Bob O’Example", "ann-1", "Zoë <b>")
_DATES = ("2004", "2004-05", "2004-05-06")


def same(one: OrgMap, other: OrgMap) -> bool:
    """Tell whether two maps say the same, wherever they were read from."""
    return one.about == other.about and all(_table(one, name).equals(_table(other, name)) for name in TABLES)


def _table(made: OrgMap, name: str) -> pd.DataFrame:
    frame: pd.DataFrame = getattr(made, name)
    kept = frame[[column for column in frame.columns if column not in _OF_THE_SOURCE]]
    return kept.sort_index().astype("object").where(kept.sort_index().notna(), None)


def _maybe(*values: str) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(values)


def _rows(most: int, **columns: st.SearchStrategy[str | None]) -> st.SearchStrategy[list[Record]]:
    return st.lists(st.fixed_dictionaries(columns), max_size=most)


_SEATS = _rows(
    6,
    body=st.sampled_from(_BODIES), person=_maybe(*_NAMES, "Vacant"), post=_maybe("Director", "Chief Officer"),
    organisation=st.sampled_from(_OTHERS), on_behalf_of=_maybe(*_OTHERS),
    role=_maybe("chair", "vice-chair", "observer"), status=_maybe("vacant", "invited", "filled"),
    seat=_maybe("Seat 1", "Seat 2"), voting=_maybe("yes", "no"), since=_maybe(*_DATES),
    invited=_maybe("3"), source=_maybe("https://example.org/x", "minutes"), note=_maybe("line\ntwo"),
)  # fmt: skip
_DECLARED = st.fixed_dictionaries(
    {
        "short_name": _maybe("HB"), "kind": _maybe("board", "My own kind"), "tier": _maybe("county"),
        "area": _maybe("Town"), "since": _maybe(*_DATES), "also_known_as": _maybe("B; A", "C"),
    }
)  # fmt: skip


@st.composite
def _maps(draw: st.DrawFn) -> OrgMap:
    bodies = [
        {"body": "Health Board", **draw(_DECLARED), "part_of": draw(_maybe("Top Board")), "places": "9"}
    ]
    organisations = [
        {"organisation": "Police", **draw(_DECLARED), "identifier": draw(_maybe("GB-GOR-P1", "no scheme"))},
        {"organisation": "Health Board", "part_of": draw(_maybe("Police"))},
    ]
    people = [
        {"person": "ann-1", "name": "Ann Example", "post": draw(_maybe("Director")),
         "organisation": draw(_maybe("Police")), "also_known_as": draw(_maybe("Annie"))},
        {"person": "p2", "name": draw(_maybe("Ann Two", "Cat Example")), "publish": draw(_maybe("post"))},
    ]  # fmt: skip
    seats = [{"body": "Health Board", "person": "Bob Example", "organisation": "Police"}, *draw(_SEATS)]
    links = [{"from_body": "Health Board", "to_body": "Other Board", "kind": draw(st.sampled_from(_LINKS))}]
    areas = [
        {"area": "Town", "code": "E1", "within": draw(_maybe("County")), "type": draw(_maybe("district"))}
    ]
    tables: dict[str, Sequence[Record]] = {
        "bodies": bodies,
        "organisations": organisations,
        "people": people,
        "links": links,
        "areas": areas,
    }
    chosen = {name: rows for name, rows in tables.items() if draw(st.booleans())}
    about = [{"title": draw(_maybe("A map")), "home_body": "Health Board"}]
    return orgmap(seats=[_telling_apart(row) for row in seats], about=about, **chosen)


_LINKS = ("reports to", "consults", "stands beside")


def _telling_apart(row: Record) -> Record:
    """Return a seat whose holder's name is that of one person only."""
    return {**row, "person": "ann-1"} if "Ann" in str(row.get("person")) else row


MAPS = _maps()
"""Maps of a few seats, with and without the tables that declare what the seats name."""
