"""Text that no spreadsheet takes for a formula when it opens a CSV file, and the same text read again."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """Return text with an apostrophe in front where a spreadsheet would take it for a formula.

    Text that already has apostrophes before such a beginning gets one more, so that `unguarded` always gives
    the text that was there.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return text without the apostrophe that guards it: "'=1" is "=1", and "'tis" stays as it is."""
    return text[1:] if _GUARDED.match(text) else text
