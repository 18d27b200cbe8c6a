"""What every workbook that orgmap writes has in common: its properties, its looks, how its sheets print."""

from __future__ import annotations

import datetime
import io
from collections.abc import Collection, Sequence
from html import escape
from typing import Any

import xlsxwriter

from orgmap.write.rows import LONGEST, Columns, filled

MOST_ROWS = 1_048_575
"""How many rows a sheet can hold below its headings."""
WIDEST = 60
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_TOP: dict[str, Any] = {"text_wrap": True, "valign": "top"}
_LOOKS: dict[str, dict[str, Any]] = {
    "heading": {**_TOP, "bold": True, "bottom": 1},
    "must": {**_TOP, "bold": True, "bottom": 2, "bg_color": "#FFE699"},
    "may": {**_TOP, "bold": True, "bottom": 1, "bg_color": "#DDEBF7"},
    "further": {**_TOP, "italic": True, "bottom": 1, "bg_color": "#E7E6E6"},
    "cell": _TOP,
    "text": {**_TOP, "num_format": "@"},
    "example": {**_TOP, "num_format": "@", "italic": True, "font_color": "#6B6B6B"},
    "title": {"bold": True, "font_size": 18},
    "section": {**_TOP, "bold": True, "font_size": 12},
    "command": {**_TOP, "font_name": "Consolas", "bg_color": "#F2F2F2"},
}


class Book:
    """A workbook in the making. Text stays text, whatever it begins with; same content, same bytes."""

    def __init__(self, title: str) -> None:
        self._made = io.BytesIO()
        self._filled: dict[int, Columns] = {}
        self.book = xlsxwriter.Workbook(self._made, _OPTIONS)
        self.book.set_properties({"title": title[:255], "comments": "Made with orgmap", "created": _MADE})
        self.looks = {name: self.book.add_format(look) for name, look in _LOOKS.items()}

    def sheet(self, name: str) -> Any:
        """Return a new sheet that prints on A4 across, as wide as the page."""
        sheet = self.book.add_worksheet(name[:31])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def headed(self, name: str, headings: Sequence[tuple[str, str]]) -> Any:
        """Return a new sheet with headings, each with its look, that stay in sight and print on each page."""
        sheet = self.sheet(name)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        for number, (heading, look) in enumerate(headings):
            sheet.write_string(0, number, plain(heading[:LONGEST]), self.looks[look])
        return sheet

    def fill(self, columns: Columns) -> None:
        """Put columns of cells below the headings of the last sheet, with the looks that its columns have."""
        self._filled[len(self.book.worksheets())] = columns

    def finished(self) -> bytes:
        """Return the workbook as the bytes of its file."""
        self.book.close()
        made = self._made.getvalue()
        return filled(made, self._filled) if self._filled else made


def plain(text: str) -> str:
    """Return a text so that xlsxwriter writes it as it stands, even where it looks like marked-up text."""
    if text.startswith("<r>") and text.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(text, quote=False)}</t></r>'
    return text


def width(heading: str, texts: Collection[object]) -> float:
    """Return how wide a column should be for its heading and what is below it."""
    longest = max((len(str(text)) for text in texts if text is not None), default=0)
    return float(min(WIDEST, max(len(heading), longest) + 2))
