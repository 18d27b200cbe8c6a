"""Tests that what is withheld about people is in no file of a pack, in no spelling."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.builders import Record, seat
from tests.packs import pack_of, told, write_source

SURNAMES = (
    "Ødegård",
    "O’Brannigan",
    "Żółkiewska",
    "Vandersloot",
    "Nguyễnova",
    "Þorvaldsen",
    "Ταραντίνου",
    "Quillfeather",
)
PEOPLE = (
    "Cllr Zoë Ødegård",
    "Séan O’Brannigan OBE",
    "Żaneta Żółkiewska",
    "Jan-Willem van der Vandersloot",
    "Nguyễnova, Linh",
    "G. Þorvaldsen",
    "Ελένη Ταραντίνου",
    "PROF. ADA QUILLFEATHER",
)
CONTACTS = ("contact-me", "anyshire.example", "01962 555 0123", "555 0123")


def private_source(folder: Path) -> Path:
    """Write a source that holds the names wherever a name may stray, and columns of e-mail and telephone."""
    seats: list[Record] = [
        seat(
            body,
            name,
            f"Organisation {number % 3}",
            post=f"Officer {number} ({name})" if number % 2 else f"Officer {number}",
            source=f"Minutes, told by {name}",
            note=f"ask {name}",
            seat=f"the seat of {name}",
            substitute_for=PEOPLE[number - 1],
            **{"E-mail": f"contact-me-{number}@anyshire.example", "Telephone": "01962 555 0123"},
        )
        for number, name in enumerate(PEOPLE)
        for body in ("Board", f"Forum {number % 3}")
    ]
    gone = seat("Board", "Zoë Ødegård", "Organisation 1", until="2001", note="Ødegård left")
    records: dict[str, list[Record]] = {
        "about": [{"title": "Boards, by Séan O’Brannigan", "as_at": "2005", "source": PEOPLE[0]}],
        "seats": [*seats, gone],
        "people": [
            {"person": "Ada Quillfeather", "also_known_as": "A. M. Quillfeather; Ada Quillfeather-Ødegård",
             "telephone": "01962 555 0123", "email": "contact-me@anyshire.example"},
        ],
        "links": [
            {"from_body": "Board", "to_body": "Forum 1", "kind": "advises", "document": f"by {PEOPLE[2]}"},
        ],
        "protocols": [
            {"body_a": "Board", "body_b": "Forum 1", "status": "draft", "owner": PEOPLE[3], "issue": "Paths",
             "document": f"as {PEOPLE[6]} wrote"},
        ],
        "issues": [{"issue": f"What {PEOPLE[1]} asked", "body": "Board", "part": "lead", "note": PEOPLE[7]}],
        "expected": [
            {"body": "Board", "post": "Officer 1", "strength": "usual", "reason": f"{PEOPLE[5]} says so"},
        ],
    }  # fmt: skip
    return write_source(folder, records)


def forms(text: str) -> list[str]:
    """Return a text as it is and without accents, both caseless: as a name could be written in an id."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return [text.casefold(), "".join(letter for letter in folded if not unicodedata.combining(letter))]


def found_in(files: dict[str, bytes], words: tuple[str, ...]) -> list[str]:
    """Return which words stand in which files or in their names, escaped or not."""
    traces = []
    for name, content in files.items():
        text = f"{name} {told(name, content)}"
        plain = " ".join(f"{text} {html.unescape(text)} {_json_unescaped(text)} {unquote(text)}".split())
        searched = "\n".join(forms(plain))
        traces += [f"{name}: {word}" for word in words if any(form in searched for form in forms(word))]
    return traces


def _json_unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


@pytest.mark.parametrize("mode", [None, "posts", "none"])
def test_no_withheld_name_is_in_any_file(mode: str | None, tmp_path: Path) -> None:
    """By default, with posts and with none, no surname is in any file of the pack, however spelt."""
    files = pack_of(private_source(tmp_path / "private"), names=mode)
    assert found_in(files, SURNAMES) == []
    post_shown = found_in(files, ("Officer 2",))
    assert bool(post_shown) == (mode != "none")


def test_the_search_would_find_a_name(tmp_path: Path) -> None:
    """With names in full every surname is found, in pages, tables and workbook: the search sees."""
    traces = found_in(pack_of(private_source(tmp_path / "private"), names="full"), SURNAMES)
    for name in ("map.html", "search.html", "people.html", "tables/seats.csv", "tables/orgmap.xlsx"):
        assert {f"{name}: {word}" for word in SURNAMES} <= set(traces), name


@pytest.mark.parametrize("mode", ["full", "posts", "none"])
def test_contacts_never_leave_the_source(mode: str, tmp_path: Path) -> None:
    """Columns of e-mail and telephone are in no file of a pack, even with names in full."""
    assert found_in(pack_of(private_source(tmp_path / "private"), names=mode), CONTACTS) == []


def test_publish_no_holds_with_names_in_full(tmp_path: Path) -> None:
    """Who may not be published is in no file even with names in full, while others are."""
    people = [
        {"person": "Ada Quillfeather", "publish": "no"},
        {"person": "Zoë Ødegård", "publish": "post"},
        {"person": "Séan O’Brannigan", "publish": "name"},
    ]
    seats = [
        seat("Board", name, "Organisation 1", post=f"Warden of {place}", seat=f"after {other}")
        for name, other, place in (
            ("Ada Quillfeather", "Zoë Ødegård", "Northmoor"),
            ("Zoë Ødegård", "Ada Quillfeather", "Southmoor"),
            ("Séan O’Brannigan", "Ada Quillfeather", "Westmoor"),
        )
    ]
    files = pack_of(write_source(tmp_path / "private", {"seats": seats, "people": people}), names="full")
    assert found_in(files, ("Quillfeather", "Ødegård", "Northmoor")) == []
    assert {f"tables/seats.csv: {word}" for word in ("O’Brannigan", "Southmoor")} <= set(
        found_in(files, ("O’Brannigan", "Southmoor"))
    )


def test_names_of_those_left_out_are_withheld_too(tmp_path: Path) -> None:
    """Names of people who sit only on bodies that are left out are withheld from what remains."""
    seats = [
        seat("Board", "Ada Quillfeather", "Organisation 1", post="Clerk"),
        seat(
            "Forum",
            None,
            "Organisation 2",
            post="Chair",
            seat="after Ada Quillfeather",
            source="A. Quillfeather, Ada",
        ),
    ]
    bodies = [{"body": "Board", "tier": "county"}, {"body": "Forum", "tier": "district"}]
    source = write_source(tmp_path / "private", {"seats": seats, "bodies": bodies})
    assert found_in(pack_of(source, tiers=("district",)), ("Ada Quillfeather",)) == []
