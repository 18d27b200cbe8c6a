"""What changed since an older list, as files of the pack: within what is shown, under the names it allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.pack.changing import CHANGE_ADDRESSES, change_files, changed_since
from orgmap.pack.parts import pack_parts
from orgmap.views.packs import Pack
from tests.packs import ANYSHIRE, NAMED, shown, write_source
from tests.webpages import read_page


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Return Anyshire of a year before: without the police anywhere, and with a body that is gone."""
    seats = [one for one in ANYSHIRE["seats"] if one["organisation"] != "Anyshire Police"]
    gone = {"body": "Former Forum", "organisation": "Anyshire Council", "post": "Leader"}
    about = [{**ANYSHIRE["about"][0], "as_at": "2004-06"}]
    return write_source(tmp_path / "older", {**ANYSHIRE, "seats": [*seats, gone], "about": about})


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Return Anyshire as it is."""
    return write_source(tmp_path / "newer", ANYSHIRE)


def test_the_pack_has_a_page_and_a_table_of_what_changed(older: Path, newer: Path) -> None:
    """The page says between which days, names who joined and is in the navigation; the table is beside it."""
    opened = shown(newer)
    files: dict[str, bytes] = {}
    for part in pack_parts(opened, changed_since(older, newer, opened)):
        files |= part.make()
    assert set(CHANGE_ADDRESSES) <= set(files)
    page = read_page(files["change.html"].decode())
    assert page.faults == []
    assert any("June 2004" in note and "June 2005" in note for note in page.texts("p", class_="note"))
    assert "Former Forum" in page.visible
    assert "Anyshire Police" in page.visible
    index = read_page(files["index.html"].decode())
    cards = [one for one in index.all("div", class_="card") if "Change:" in one.text]
    assert len(cards) == 1
    assert b"Anyshire Police" in files["tables/change.csv"]


def test_a_part_of_the_map_tells_its_own_changes(older: Path, newer: Path) -> None:
    """Where only some bodies are shown, bodies that are not among them have no rows."""
    opened = shown(newer, tiers=("district",))
    found = changed_since(older, newer, opened)
    assert set(found.answer.table["body"]) - {""} == {"Easton Partnership", "Weston Partnership"}
    one = changed_since(older, newer, shown(newer, bodies=("Weston Partnership",)))
    whole = changed_since(older, newer, shown(newer))
    assert 0 < len(one.answer.findings) < len(whole.answer.findings)
    assert all("Weston Partnership" in told.sentence for told in one.answer.findings)


def test_the_same_lists_give_the_same_files(older: Path, newer: Path) -> None:
    """Nothing of the day or of chance is in the page."""
    opened = shown(newer)
    pack = Pack.of(opened.orgmap, CHANGE_ADDRESSES, entities=True)
    made = [change_files(changed_since(older, newer, opened), pack) for _ in range(2)]
    assert made[0] == made[1]


def test_lists_of_one_day_are_told_apart_by_name(tmp_path: Path) -> None:
    """Where both lists are of one day the files are named, without anyone whom either list withholds."""
    same = write_source(tmp_path / "list of Ann Example", ANYSHIRE)
    newer = write_source(tmp_path / "newer", {**ANYSHIRE, "seats": [*ANYSHIRE["seats"], *NAMED]})
    opened = shown(newer, names="posts")
    notes = changed_since(same, newer, opened).notes
    assert notes[0] == "From “list of (name withheld)” to “newer”, both as at June 2005."
    copy = write_source(tmp_path / "copies" / "newer", {**ANYSHIRE, "about": [{"title": "Other"}]})
    title = ANYSHIRE["about"][0]["title"]
    assert changed_since(copy, newer, opened).notes[0] == f"From “Other” to “{title}”."
    again = write_source(tmp_path / "again" / "newer", ANYSHIRE)
    assert changed_since(again, newer, opened).notes[0] == (
        "From an older list to a newer one, both as at June 2005."
    )
