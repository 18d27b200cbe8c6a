"""Tests that a map written as a network of everything is read again as the same map."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, check
from orgmap.model.written import written
from orgmap.network.exchange import NOT_CARRIED, exchange_graph
from orgmap.vocabulary import TABLE
from tests.any_tables import ANY_TABLES
from tests.builders import Record, example, orgmap, seat, source
from tests.model.test_written import again
from tests.read.networks.files import FORMS, read_again

CARRIED = ("bodies", "organisations", "people", "areas", "area_units", "seats", "links")
ROWS = ("seats", "links", "area_units")
PLACED = ["row", "source_id", "listed"]
AWKWARD = [
    'He said "no" & <b>left</b>',
    "=1+1",
    "'=1+1",
    "a\nb\tc",
    "a|b",
    "Łódź – 日本 🙂",
    "body:forum",
    "x" * 10_000,
    "<![CDATA[",
    "{}",
    "true",
    "1.0",
]


def same(one: OrgMap, other: OrgMap) -> None:
    """Assert that two maps hold the same, but for where it was read and the order of entities."""
    for name in CARRIED:
        tables = [known(getattr(orgmap, name), name) for orgmap in (one, other)]
        pd.testing.assert_frame_equal(*tables, check_index_type=False, obj=name)


def known(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a table without what is the file's own, and None for whatever is not known."""
    kept = table.drop(columns=PLACED, errors="ignore").astype("object")
    ordered = kept.reset_index(drop=True) if name in ROWS else kept.sort_index()
    return ordered.where(ordered.notna(), None)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["hampshire-2004", "wales-psb", "southern-women"])
def test_examples(form: str, name: str, tmp_path: Path) -> None:
    """The examples come back from every form as they were, and nothing is said against them."""
    whole = example(name)
    found = read_again(exchange_graph(whole, "whole"), form, tmp_path)
    same(whole, check(found))
    assert not found.problems
    assert found.form == form.partition("-")[0]


@settings(max_examples=50, deadline=None)
@given(
    tables=ANY_TABLES,
    form=st.sampled_from(FORMS),
)
def test_any_map(tables: dict[str, list[Record]], form: str) -> None:
    """Whatever map there is, every form gives the same map again as the tables themselves do."""
    try:
        whole = check(source(**{name: some for name, some in tables.items() if some and name != "names"}))
        once_more = again(written(whole))
    except SourceInvalid:
        return
    if whole.seats.empty:
        return
    with tempfile.TemporaryDirectory() as folder:
        same(once_more, check(read_again(exchange_graph(whole, "whole"), form, Path(folder))))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text(form: str, text: str, tmp_path: Path) -> None:
    """Names and notes come back letter by letter, whatever they hold."""
    whole = orgmap(
        seats=[seat(f"Board {text}", f"Ann {text}", f"Trust {text}", note=text, seat=f"{text} 1")],
        organisations=[{"organisation": f"Trust {text}", "also_known_as": f"T; {text}", "short_name": text}],
    )
    same(whole, check(read_again(exchange_graph(whole, "whole"), form, tmp_path)))


@pytest.mark.parametrize("form", FORMS)
def test_every_kind_of_seat(form: str, tmp_path: Path) -> None:
    """Seats of people, posts, organisations, bodies, of others' behalf, twice over and vacant come back."""
    whole = orgmap(
        bodies=[{"body": "Board", "kind": "board"}, {"body": "Group", "part_of": "Board", "places": 4}],
        seats=[
            seat("Board", "Ann Example", "Police", on_behalf_of="Group", since="2004-05", voting="yes"),
            seat("Board", None, "Police", post="Chief Constable", role="chair", attended=3, invited=4),
            seat("Board", None, "Police"),
            seat("Board", None, "Police"),
            seat("Board", None, "Group"),
            seat("Board", on_behalf_of="Council", status="requested"),
            seat("Group", on_behalf_of="Board"),
            seat("Group", None, "Council", on_behalf_of="Council"),
            seat("Group", status="vacant", seat="Business 1"),
            seat("Group", "TBC", "Police"),
            seat(
                "Group", "Bob Sample", role="substitute", substitute_for="Ann Example", selection="nominated"
            ),
        ],
        links=[{"from_body": "Group", "to_body": "Board", "kind": "reports to", "note": "yearly"}],
    )
    same(whole, check(read_again(exchange_graph(whole, "whole"), form, tmp_path)))


def test_names_what_it_leaves_behind() -> None:
    """The tables that a network has no place for are the vocabulary's other ones."""
    assert {*CARRIED, *NOT_CARRIED, "about"} == set(TABLE)
