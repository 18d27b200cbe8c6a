"""Text made safe to hand on: that no spreadsheet takes for a formula, and that cannot steer what shows it."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+"
)
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """Return text with an apostrophe in front where a spreadsheet would take it for a formula.

    Text that already has apostrophes before such a beginning gets one more, so that `unguarded` always gives
    the text that was there.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return text without the apostrophe that guards it: "'=1" is "=1", and "'tis" stays as it is."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def clean(text: object) -> str:
    """Return the text on one line without control characters or marks that turn the reading direction."""
    return " ".join(_UNPRINTABLE.sub(" ", str(text)).split())
