"""Tests of what importing orgmap costs."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

HEAVY = ("pandas", "networkx", "numpy", "scipy", "pyvis", "graphviz", "jinja2")


@pytest.mark.parametrize("module", ["orgmap", "orgmap.errors", "orgmap.vocabulary", "orgmap.cli"])
def test_nothing_heavy_is_imported(module: str) -> None:
    """Importing the package, its words or its commands loads none of the heavy libraries."""
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not there yet")
    code = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout.split()) == (0, [])
