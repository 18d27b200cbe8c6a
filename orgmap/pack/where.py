"""Where two organisations, people or bodies meet, in each form in which it is told."""

from __future__ import annotations

from orgmap.pack.one_answer import one_answer
from orgmap.pack.opening import Opened
from orgmap.questions.where import where


def meetings(shown: Opened, x: str, y: str, form: str) -> str | bytes:
    """Return where two meet, as md, csv, json, docx or xlsx; csv and xlsx hold the seats that prove it.

    Raises:
        CallInvalid: the map knows no such thing as one of them, or several.
    """
    return one_answer(shown.orgmap, where(shown.orgmap, x, y), shown.withheld, form)
