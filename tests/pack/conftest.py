"""The pack of the Hampshire example, built once for all tests."""

from __future__ import annotations

import pytest

from tests.builders import EXAMPLES
from tests.packs import pack_of


@pytest.fixture(scope="session")
def hampshire_pack() -> dict[str, bytes]:
    """Return the files of the pack of Hampshire in 2004."""
    return pack_of(EXAMPLES / "hampshire-2004")
