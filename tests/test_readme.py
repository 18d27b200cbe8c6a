"""Tests that the README tells the truth: its code runs, its commands and files exist."""

from __future__ import annotations

import csv
import io
import re
import shlex
from contextlib import redirect_stdout
from pathlib import Path

import pandas as pd
import pytest

from orgmap.cli import COMMANDS
from orgmap.pack.parts import pack_parts
from orgmap.vocabulary import TABLES
from tests.builders import write_csv
from tests.packs import ANYSHIRE, folder_files, named_source, shown, write_source
from tests.running import ROOT, orgmap
from tools import reference

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
BEFORE_REFERENCE = TEXT.partition(reference.BEGIN)[0]


def blocks(language: str) -> list[str]:
    """Return the code blocks of a language."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", BEFORE_REFERENCE, re.MULTILINE | re.DOTALL)
    return [block for named, block in found if named == language]


def commands() -> list[list[str]]:
    """Return every call of orgmap that the README shows, word by word."""
    inline = re.findall(r"`((?:orgmap|python3? tools/run\.py) [^`]+)`", BEFORE_REFERENCE)
    shown_in_blocks = [line for block in blocks("") for line in block.splitlines()]
    calls = [
        shlex.split(line.replace("tools\\run.py", "tools/run.py")) for line in [*inline, *shown_in_blocks]
    ]
    return [_after_program(words) for words in calls]


def _after_program(words: list[str]) -> list[str]:
    return words[1:] if words[0] == "orgmap" else words[2:]


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example in Python runs as it stands, from the folder of the repository, and prints two tables."""
    code = blocks("python")[0]
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with redirect_stdout(printed), pd.option_context("display.width", 1000, "display.max_columns", None):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102
    assert "betweenness" in printed.getvalue()
    assert "jaccard" in printed.getvalue()


def test_the_recipe_for_spark_is_python() -> None:
    """What the README shows for Spark can be compiled, and reads the tables under the names they have."""
    recipe = blocks("python")[1]
    compile(recipe, "README.md", "exec")
    assert "seats.parquet" in recipe
    columns = {column.name for table in TABLES if table.name == "seats" for column in table.columns}
    assert {"person", "body", "status"} <= columns


def test_the_commands_of_the_readme_exist() -> None:
    """Every command shown is one that there is, and every option shown is one that it has."""
    asked = [words for words in commands() if words and words[0] != "test"]
    assert len(asked) >= 5
    for words in asked:
        if words[0].startswith("-"):
            continue
        assert words[0] in COMMANDS, words
        explained = orgmap(words[0], "--help").text
        options = [word for word in words if word.startswith("--")]
        assert [option for option in options if option not in explained] == [], words


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--[a-z-]+)", BEFORE_REFERENCE))))
def test_the_options_of_the_readme_exist(option: str) -> None:
    """Every option that the README speaks of is one that some command has."""
    assert any(option in orgmap(command, "--help").text for command in COMMANDS)


def test_the_files_of_the_readme_are_in_a_pack(tmp_path: Path) -> None:
    """Every file that the README says comes out is in a pack with names that tells what changed."""
    table = BEFORE_REFERENCE.partition("## What comes out")[2].partition("\n\nPacks")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    assert len(named) >= 8
    older, newer = write_source(tmp_path / "older", ANYSHIRE), named_source(tmp_path / "newer")
    assert orgmap("build", newer, "--since", older, "-o", tmp_path / "pack").code == 0
    files = folder_files(tmp_path / "pack")
    for name in named:
        held = name in files or any(file.startswith(name) or file.endswith(name) for file in files)
        assert held, name


def test_the_list_of_the_readme_can_be_read(tmp_path: Path) -> None:
    """The list that the README shows is a source without errors, with two bodies and a vacant seat."""
    table = BEFORE_REFERENCE.partition("Only the sheet *Seats* is needed:")[2].partition("4. **Build")[0]
    lines = [
        line.strip().strip("|").split("|") for line in table.splitlines() if line.strip().startswith("|")
    ]
    rows = [[cell.strip() for cell in line] for line in lines if not set("".join(line)) <= set("- |")]
    source = write_csv(tmp_path / "members.csv", rows)
    done = orgmap("check", source)
    assert done.code == 0, done.text
    assert "2 bodies, 2 organisations, 2 people, 3 filled seats and 1 open seat" in done.text


def test_the_ten_minutes_of_the_readme(tmp_path: Path) -> None:
    """What the tutorial does, from the copied example to the pack's first page, can be done."""
    copy, pack = tmp_path / "women", tmp_path / "pack"
    assert orgmap("example", "southern-women", "-o", copy).code == 0
    assert orgmap("build", copy, "-o", pack).code == 0
    files = folder_files(pack)
    assert "index.html" in files
    measures = csv.DictReader(io.StringIO(files["tables/measures.csv"].decode("utf-8"), newline=""))
    assert len(list(measures)) == 14 + 18
    assert len(pack_parts(shown(copy))) > 5


def test_the_reference_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    """The reference part of the README is what the code gives."""
    assert reference.main(["--check"]) == 0, capsys.readouterr().out


def test_every_maps_folder_named_is_an_example() -> None:
    """Every pack under maps/ that the README links to is that of an example."""
    named = set(re.findall(r"\(maps/([a-z0-9-]+)\)", BEFORE_REFERENCE))
    assert named == {path.name for path in (ROOT / "examples").iterdir()}
