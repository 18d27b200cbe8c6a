"""A small source for the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs import ANYSHIRE, write_source


@pytest.fixture
def anyshire(tmp_path: Path) -> Path:
    """Return a folder with the tables of a made-up county."""
    return write_source(tmp_path / "anyshire", ANYSHIRE)
