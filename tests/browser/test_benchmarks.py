"""The benchmark of pages: a map says when it can be used, and the time until then is what is measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def test_a_map_is_opened_and_timed(browser: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A map of twenty nodes is made, opened as often as asked, and timed until it can be used."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    pages = __import__("pages")
    made = pages.opened(20, tmp_path, browser, 2)
    assert len(made.times) == 2
    assert all(0 < seconds < pages.PATIENCE for seconds in made.times)
    assert made.size == (tmp_path / "20.html").stat().st_size
