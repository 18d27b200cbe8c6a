"""Drop-down lists: the closed lists of the vocabulary, and the names that other sheets hold."""

from __future__ import annotations

from typing import Any

from orgmap.vocabulary import ClosedList, Column, Unknown
from orgmap.write.book import Book

SHEET = "Lists (ignore)"
"""The hidden sheet that holds the closed lists: a list in a rule itself may have 255 letters at most."""


class Lists:
    """The closed lists that the sheets of a workbook offer, each a column of one hidden sheet."""

    def __init__(self) -> None:
        self._lists: dict[str, ClosedList] = {}

    def offer(self, sheet: Any, place: int, column: Column, last_row: int) -> None:
        """Offer the values of a column's closed list in its cells, from the second row to the last.

        Another value is accepted: silently where the list is open, else after a question, because the
        reader knows more spellings than the list shows.
        """
        listed = column.closed_list
        if listed is None:
            return
        self._lists.setdefault(listed.name, listed)
        letter = _letter(list(self._lists).index(listed.name))
        cells = f"='{SHEET}'!${letter}$2:${letter}${len(listed.choices) + 1}"
        sheet.data_validation(1, place, last_row, place, _rule(cells, listed))

    def add_to(self, book: Book) -> None:
        """Add the hidden sheet with all lists that were offered, as the last of the book."""
        if not self._lists:
            return
        sheet = book.headed(SHEET, [(name, "heading") for name in self._lists])
        for place, listed in enumerate(self._lists.values()):
            for row, value in enumerate(listed.values, start=1):
                sheet.write_string(row, place, value)
        sheet.hide()


def offer_names(sheet: Any, place: int, last_row: int, named: str, column: int) -> None:
    """Offer in a column the names that a column of the sheet `named` holds; any other is accepted."""
    letter = _letter(column)
    top = f"'{named}'!${letter}$2"
    filled = f"MAX(1,COUNTA('{named}'!${letter}$2:${letter}${last_row + 1}))"
    rule = {"validate": "list", "source": f"=OFFSET({top},0,0,{filled},1)", "show_error": False}
    sheet.data_validation(1, place, last_row, place, rule)


def _rule(cells: str, listed: ClosedList) -> dict[str, object]:
    return {
        "validate": "list",
        "source": cells,
        "show_error": listed.unknown is not Unknown.KEEP,
        "error_type": "warning",
        "error_title": "Not in the list",
        "error_message": "orgmap may not know this word. The list shows those it knows best.",
    }


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    letter: str = xl_col_to_name(column)
    return letter
