"""Tests of optional libraries: where one is missing, the message says how to get it."""

from __future__ import annotations

import pytest

from orgmap.errors import ToolMissing
from orgmap.model.extras import needed


def test_a_library_that_is_there() -> None:
    """The module asked for is returned."""
    assert needed("json.decoder", "parquet", "reading").__name__ == "json.decoder"


def test_a_library_that_is_missing() -> None:
    """The message names the step, the library and the command that installs it."""
    with pytest.raises(ToolMissing) as told:
        needed("no_such_library.part", "parquet", "reading Parquet")
    assert str(told.value) == (
        'reading Parquet needs no_such_library; install it with: pip install "orgmap[parquet]"'
    )
