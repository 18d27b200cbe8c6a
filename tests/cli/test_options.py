"""Tests of the options that the commands share: what they choose is what comes out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.builders import seat
from tests.packs import ANYSHIRE, write_source
from tests.running import orgmap


def measured(source: Path, *words: object) -> dict[str, dict[str, str]]:
    """Return the rows that `measure` gives, by label."""
    done = orgmap("measure", source, "degree", *words)
    assert done.code == 0, done.err
    return {row["label"]: row for row in csv.DictReader(io.StringIO(done.text, newline=""))}


def members(told: dict[str, dict[str, str]]) -> set[str]:
    """Return the labels of those counted as members."""
    return {label for label, row in told.items() if not row["id"].startswith("body:")}


def test_as_at_the_day_of_the_source(anyshire: Path) -> None:
    """Without --as-at the map is as at `as_at`: June 2005, when one seat had ended and one not begun."""
    degree = measured(anyshire)
    assert degree["Weston Partnership"]["degree"] == str(1 / 4)
    assert degree["Easton Partnership"]["degree"] == str(2 / 4)


@pytest.mark.parametrize(("day", "weston", "easton"), [("2003-05-01", 2, 2), ("2004", 2, 2), ("2007", 1, 3)])
def test_as_at(day: str, weston: int, easton: int, anyshire: Path) -> None:
    """--as-at takes the seats that held then, whether it names a day, a month or a year."""
    degree = measured(anyshire, "--as-at", day)
    assert degree["Weston Partnership"]["degree"] == str(weston / 4)
    assert degree["Easton Partnership"]["degree"] == str(easton / 4)


def test_tier(anyshire: Path) -> None:
    """--tier keeps the bodies of that tier and nobody who sits only elsewhere; it may be repeated."""
    district = measured(anyshire, "--tier", "district")
    assert district.keys() - members(district) == {"Easton Partnership", "Weston Partnership"}
    assert "Anyshire Police" not in district
    both = measured(anyshire, "--tier", "district", "--tier", "county")
    assert len(both.keys() - members(both)) == 4
    none = orgmap("findings", anyshire, "--tier", "national")
    assert none.code == 0
    assert "Anyshire Council" not in none.text


def test_body(anyshire: Path) -> None:
    """--body keeps a body and those joined to it, called by its name however it is cased."""
    told = measured(anyshire, "--body", "easton PARTNERSHIP")
    assert told.keys() - members(told) == {"Easton Partnership", "Anyshire Partnership", "Anyshire Executive"}


def test_an_unknown_body_is_answered_with_the_nearest(anyshire: Path) -> None:
    """A slip in the name of a body is answered with the body that is meant."""
    done = orgmap("map", anyshire, "-o", "-", "--body", "Easton Partnershp")
    assert (done.code, done.out) == (2, b"")
    assert "Did you mean Easton Partnership?" in done.err


def test_counting(anyshire: Path) -> None:
    """--counting decides who the members are: those spoken for, those who sit, their sectors or posts."""
    assert members(measured(anyshire)) == {
        "Anyshire Council", "Anyshire Police", "Anyshire Health", "Weston Friends",
    }  # fmt: skip
    assert members(measured(anyshire, "--counting", "organisations")) == members(measured(anyshire))
    assert "Leader (Anyshire Council)" in members(measured(anyshire, "--counting", "people"))
    assert {"local government", "police and justice"} <= members(measured(anyshire, "--counting", "sectors"))
    assert {"Leader", "Commander"} <= members(measured(anyshire, "--counting", "posts"))


def test_roles(anyshire: Path) -> None:
    """An observer makes a tie only where --roles says so, and roles left out make none."""
    usual = measured(anyshire)["Anyshire Executive"]
    wider = measured(anyshire, "--roles", "chair, Member,OBSERVER")["Anyshire Executive"]
    chairs = measured(anyshire, "--roles", "chair")
    assert (usual["degree"], wider["degree"]) == (str(1 / 4), str(2 / 4))
    assert float(chairs["Easton Partnership"]["degree"]) == 0
    assert float(chairs["Anyshire Partnership"]["degree"]) > 0


NAMED = {
    "seats": [
        seat("Board", "Cllr Zoë Ødegård", "Anyshire Council", post="Leader"),
        seat("Forum", "Zoë Ødegård", "Anyshire Council", post="Leader"),
        seat("Forum", "Q. Przykład", "Anyshire Police", post="Commander"),
    ]
}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Names are withheld: 2 people appear by post. `orgmap build SOURCE --names full` shows"),
        (["--names", "posts"], "Names are withheld: 2 people appear by post."),
        (["--names", "none"], "Names are withheld: 2 people appear without name or post."),
    ],
)
def test_names_are_withheld_and_said(words: list[str], said: str, tmp_path: Path) -> None:
    """By default posts stand in for names, and the command says what it withheld and how to show it."""
    source = write_source(tmp_path / "named", NAMED)
    done = orgmap("map", source, "-o", "-", *words)
    assert done.code == 0
    assert said in done.err
    assert "degård" not in done.text
    assert "Przykład" not in done.text
    assert ("Leader" in done.text) == ("none" not in words)


@pytest.mark.parametrize(
    "words",
    [
        ["build", "-o", "pack"],
        ["diagram", "structure", "-o", "-"],
        ["checklist"],
        ["findings", "-o", "-"],
        ["findings", "--about", "two_tier", "-o", "two-tier.csv"],
        ["measure", "--counting", "people"],
    ],
    ids=" ".join,
)
def test_every_command_says_what_it_withheld(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is written, the command says that names are withheld and how to show them."""
    monkeypatch.chdir(tmp_path)
    command, *others = words
    done = orgmap(command, write_source(tmp_path / "named", NAMED), *others)
    assert done.code == 0
    assert "Names are withheld: 2 people appear by post. `orgmap build SOURCE --names full` shows" in done.err
    assert "degård" not in done.text


def test_names_in_full(tmp_path: Path) -> None:
    """--names full shows names, and says nothing of any withheld."""
    source = write_source(tmp_path / "named", NAMED)
    done = orgmap("map", source, "-o", "-", "--names", "full")
    assert "Zoë Ødegård" in done.text
    assert "withheld" not in done.err


def test_the_source_says_which_names(tmp_path: Path) -> None:
    """`about.names` is what holds without --names, and --names comes before it."""
    source = write_source(tmp_path / "named", {**NAMED, "about": [{"names": "full"}]})
    assert "Zoë Ødegård" in orgmap("map", source, "-o", "-").text
    assert "degård" not in orgmap("map", source, "-o", "-", "--names", "posts").text


def test_publish_holds_whatever_is_asked_for(tmp_path: Path) -> None:
    """A person's own `publish` is not overridden by --names full, and the command says so."""
    people = [
        {"person": "Zoë Ødegård", "publish": "post"},
        {"person": "Quentin Przykład", "publish": "name"},
    ]
    seats = [NAMED["seats"][0], seat("Forum", "Quentin Przykład", "Anyshire Police")]
    source = write_source(tmp_path / "named", {"seats": seats, "people": people})
    done = orgmap("map", source, "-o", "-", "--names", "full")
    assert "1 name is withheld, as the table of people asks." in done.err
    assert "degård" not in done.text
    assert "Quentin Przykład" in done.text


def test_one_file_of_seats_is_a_source(tmp_path: Path) -> None:
    """A single CSV file, whatever its name, is read as seats."""
    folder = write_source(tmp_path / "anyshire", {"members": ANYSHIRE["seats"]})
    done = orgmap("findings", folder / "members.csv", "--about", "overlap")
    assert done.code == 0
    assert "share" in done.text
