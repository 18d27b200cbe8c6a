"""What all tests share: the same examples of Hypothesis on every machine, without a clock over each."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from orgmap.model import OrgMap
from tests.builders import example

settings.register_profile(
    "orgmap", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("orgmap")


@pytest.fixture(scope="session")
def wales() -> OrgMap:
    """Return the map of the Public Services Boards of Wales."""
    return example("wales-psb")


@pytest.fixture(scope="session")
def hampshire() -> OrgMap:
    """Return the map of Hampshire in 2004."""
    return example("hampshire-2004")
