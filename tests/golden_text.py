"""Expected text kept in files: compared byte for byte, and written anew on request."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def check_golden(path: str, text: str) -> None:
    """Compare text with the file `path` under tests/golden; with ORGMAP_REGENERATE=1 write it instead."""
    file = GOLDEN / path
    if os.environ.get("ORGMAP_REGENERATE") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    expected = file.read_text(encoding="utf-8") if file.exists() else ""
    test = os.environ.get("PYTEST_CURRENT_TEST", "tests").partition("::")[0]
    assert text == expected, (
        f"tests/golden/{path} differs. If the new text is right, read it and write it with: "
        f"ORGMAP_REGENERATE=1 python -m pytest {test}"
    )
