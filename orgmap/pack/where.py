"""Where two organisations, people or bodies meet, written as sentences or as a table."""

from __future__ import annotations

from orgmap.pack.opening import Opened
from orgmap.questions.where import where
from orgmap.views.findings import findings_markdown
from orgmap.views.tables import csv_text


def meetings(shown: Opened, x: str, y: str, form: str) -> str:
    """Return where two meet, as md (the sentences) or csv (the seats that prove them).

    Raises:
        CallInvalid: the map knows no such thing as one of them, or several.
    """
    answer = where(shown.orgmap, x, y)
    if form == "csv":
        return csv_text(answer.table)
    return findings_markdown(shown.orgmap.title, [answer], shown.withheld)
