"""Tests of what importing and asking for help cost: nothing heavy is loaded before there is work for it."""

from __future__ import annotations

import pkgutil

import pytest

from orgmap import cli
from tests.running import python

HEAVY = (
    "pandas", "networkx", "numpy", "scipy", "pyvis", "graphviz", "pygraphviz", "jinja2", "xlsxwriter",
    "pypdf", "python_calamine", "rapidfuzz", "docx", "openpyxl",
)  # fmt: skip
MODULES = ("orgmap", "orgmap.__main__", "orgmap.errors", "orgmap.vocabulary", "orgmap.resources")
CLI = tuple(f"orgmap.cli.{module.name}" for module in pkgutil.iter_modules(cli.__path__))
LOADED = f"print('loaded:', *(name for name in {HEAVY!r} if name in sys.modules))"


def test_the_commands_are_found() -> None:
    """Every command is in one of the modules looked at."""
    assert {f"orgmap.cli.{module}" for module in cli.COMMANDS.values()} <= set(CLI)


@pytest.mark.parametrize(
    "modules", [("orgmap",), (*MODULES, "orgmap.cli", *CLI)], ids=["orgmap", "command line"]
)
def test_importing_loads_nothing_heavy(modules: tuple[str, ...]) -> None:
    """Importing the package, its words or any module of the command line loads nothing heavy."""
    done = python("-c", f"import sys, {', '.join(modules)}; {LOADED}")
    assert (done.code, done.text) == (0, "loaded:\n"), done.err


def test_help_loads_nothing_heavy() -> None:
    """Help answers at once: for no command does it load the libraries that do the work."""
    code = (
        "import sys\n"
        "from orgmap.cli import COMMANDS, cli\n"
        "for words in [['--help'], ['--version'], *([name, '--help'] for name in COMMANDS)]:\n"
        "    cli.main(words, prog_name='orgmap', standalone_mode=False)\n"
    )
    done = python("-c", code + LOADED)
    assert done.code == 0, done.err
    assert done.text.splitlines()[-1] == "loaded:"
