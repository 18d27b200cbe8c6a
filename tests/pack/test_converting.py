"""A source converted to every form that orgmap writes, and read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from orgmap.errors import CallInvalid
from orgmap.model import OrgMap, check
from orgmap.pack.converting import converted
from orgmap.pack.settings import Settings
from orgmap.pack.targets import target_of
from orgmap.read import read
from orgmap.vocabulary import FORMS
from tests.builders import EXAMPLES, text_of, write_csv
from tests.model.test_written import assert_same

SEATS = [
    ["Body", "Name", "Organisation", "Role", "From", "E-mail"],
    ["Board", "Ann Example", "Anytown Council", "Chair", "2004-05", "ann@example.org"],
    ["Board", "Smith, Jane (Observer) - Anyshire Police", "", "", "", "jane@example.org"],
    ["Forum", "Vacant", "Anytown Council", "", "", ""],
]
WRITTEN = [form for form in FORMS if form.writes]
ALL = ("csv", "workbook", "json", "parquet", "popolo", "org")


def made(
    source: Path, out: Path, settings: Settings | None = None, **asked: str | None
) -> tuple[Path, tuple[str, ...]]:
    """Convert a source as the command line does; return what was written and what is said."""
    against = asked.pop("against", None)
    target = target_of(out, **asked)
    done = converted(source, target, settings or Settings(), Path(against) if against else None)
    folder = out if target.form.folder else out.parent
    folder.mkdir(exist_ok=True)
    for name, content in done.files.items():
        (folder / name).write_bytes(content)
    return out, done.said


def name_of(form: str) -> str:
    """Return a file name that asks for a form, or a folder's."""
    chosen = next(one for one in FORMS if one.name == form)
    return form if chosen.folder else f"out{chosen.suffixes[0]}"


def map_of(path: Path) -> OrgMap:
    """Return the map of a source."""
    return check(read(path))


@pytest.mark.parametrize("form", ALL)
@pytest.mark.parametrize("name", ["hampshire-2004", "wales-psb"])
def test_a_form_that_keeps_everything(tmp_path: Path, form: str, name: str) -> None:
    """Forms of tables and records give back the same map."""
    out, _ = made(EXAMPLES / name, tmp_path / name_of(form), form=form)
    assert_same(map_of(EXAMPLES / name), map_of(out))


@pytest.mark.parametrize("suffix", [".kumu.xlsx", ".kumu.json", ".graphml", ".gexf", ".cyjs", "/gephi"])
def test_a_network_keeps_the_seats(tmp_path: Path, suffix: str) -> None:
    """A network of everything gives back every seat and every entity, and says what it leaves out."""
    before = map_of(EXAMPLES / "hampshire-2004")
    form = "gephi" if suffix == "/gephi" else None
    out, said = made(EXAMPLES / "hampshire-2004", tmp_path / f"out{suffix.replace('/', '-')}", form=form)
    after = map_of(out)
    assert sorted(after.seats["body"]) == sorted(before.seats["body"])
    assert set(after.bodies.index) == set(before.bodies.index)
    assert set(after.organisations.index) == set(before.organisations.index)
    assert "does not hold the table issues" in " ".join(said)


@pytest.mark.parametrize("form", [form.name for form in WRITTEN])
def test_the_same_bytes_every_time(tmp_path: Path, form: str) -> None:
    """A conversion writes the same bytes whenever it is made."""
    target = target_of(tmp_path / name_of(form), form)
    once, again = (converted(EXAMPLES / "southern-women", target, Settings(), None).files for _ in range(2))
    assert once == again


@pytest.mark.parametrize("form", [form.name for form in WRITTEN if form.shapes])
def test_every_part_that_a_network_form_can_hold(tmp_path: Path, form: str) -> None:
    """Every part of the map that a form says it can hold is written, and no two parts are the same file."""
    shapes = next(one.shapes for one in WRITTEN if one.name == form)
    parts = []
    for shape in shapes:
        target = target_of(tmp_path / name_of(form), form, shape)
        parts.append(converted(EXAMPLES / "hampshire-2004", target, Settings(), None).files)
    assert len({str(sorted(part.items())) for part in parts}) == len(shapes)


def test_further_columns_go_along(tmp_path: Path) -> None:
    """What orgmap has no column for is carried to tables, and a cell that was divided is kept as written."""
    source = write_csv(tmp_path / "seats.csv", SEATS)
    out, _ = made(source, tmp_path / "out.xlsx")
    extra = read(out).tables["seats"].extra
    assert extra["E-mail"].tolist()[:2] == ["ann@example.org", "jane@example.org"]
    assert "Smith, Jane (Observer) - Anyshire Police" in extra.to_numpy().ravel().tolist()
    people, _ = made(source, tmp_path / "out.graphml")
    assert b"ann@example.org" not in people.read_bytes()


def test_names_can_be_left_out(tmp_path: Path) -> None:
    """With --names posts no name, no further column and no report of cells is written."""
    source = write_csv(tmp_path / "seats.csv", SEATS)
    for suffix in (".json", ".xlsx", ".graphml", ".popolo.json", ".kumu.json"):
        out, _ = made(source, tmp_path / f"out{suffix}", Settings(names="posts"))
        seen = text_of(map_of(out)) + (out.read_bytes().decode("latin-1") if suffix != ".xlsx" else "")
        assert "Jane" not in seen
        assert "Ann Example" not in seen
        assert "example.org" not in seen


def test_a_day_may_be_chosen(tmp_path: Path) -> None:
    """Only what held on the day is written where a day is asked for."""
    rows = [["Body", "Person", "Until"], ["Board", "Ann Example", "2004"], ["Board", "Bob Example", "2006"]]
    source = write_csv(tmp_path / "seats.csv", rows)
    out, _ = made(source, tmp_path / "out.json", Settings(as_at="2005"))
    assert len(map_of(out).seats) == 1


def test_against_an_older_map(tmp_path: Path) -> None:
    """A newer list read against an older map keeps its codes, says who came and left, and twice is once."""
    older = write_csv(
        tmp_path / "older.csv", [["Body", "Person"], ["Board", "Ann Example"], ["Board", "Bob Example"]]
    )
    newer = write_csv(
        tmp_path / "newer.csv",
        [["Body", "Person"], ["BOARD", "Cllr Ann Example"], ["New Forum", "Cy Sample"]],
    )
    old, _ = made(older, tmp_path / "old.json")
    first, said = made(newer, tmp_path / "first.json", against=str(old))
    assert "Against old.json: 1 body and 1 person new." in said
    assert "1 person of old.json holds no seat now." in said
    assert set(map_of(first).bodies.index) == {"board", "new-forum"}
    second, _ = made(newer, tmp_path / "second.json", against=str(first))
    assert json.loads(first.read_text("utf-8")) == json.loads(second.read_text("utf-8"))


@pytest.mark.parametrize(
    ("out", "asked", "said"),
    [
        ("map.docx", {}, "ends in no form that orgmap writes"),
        ("-", {}, "standard output has no suffix"),
        ("map.xlsx", {"form": "moderngov"}, "does not write"),
        ("map.txt", {"form": "graphml"}, "does not end as GraphML does"),
        ("map.net", {"shape": "whole"}, "cannot hold the part whole"),
        ("map.json", {"shape": "bodies"}, "holds no network"),
    ],
)
def test_what_cannot_be_written(out: str, asked: dict[str, str], said: str) -> None:
    """A form that there is not, or that cannot hold what is asked, is the call's mistake."""
    with pytest.raises(CallInvalid, match=said):
        target_of(Path(out), **asked)


def test_the_longest_suffix_chooses() -> None:
    """Of two suffixes that fit, the longer one says the form; a name without one is a folder."""
    chosen = [
        target_of(Path(name)).form.name for name in ("a.popolo.json", "a.json", "a.kumu.xlsx", "a.xlsx", "a")
    ]
    assert chosen == ["popolo", "json", "kumu", "workbook", "csv"]
