"""The workbook to fill in: a sheet that explains, and one for each table with an example to type over."""

from __future__ import annotations

from typing import Any

from orgmap.vocabulary import TABLE, TABLES, Column, Table, Type
from orgmap.vocabulary.examples import example_cell
from orgmap.write.book import Book, width
from orgmap.write.choices import Lists, offer_names
from orgmap.write.explanation import START, explain
from orgmap.write.headings import heading, sheet_name

FIRST = ("seats", "bodies", "organisations", "people")
LAST_ROW = 2_000
_TABS = {"seats": "#C00000", "bodies": "#2F5597", "organisations": "#2F5597", "people": "#2F5597"}
_NARROWEST, _WIDEST = 12.0, 34.0


def template() -> bytes:
    """Return the workbook to fill in. It is the same to the byte each time.

    Headings marked with a star must be filled in where a row is; a note on each heading says what it means.
    Cells offer the values of closed lists and the names on other sheets, and accept any other. The second row
    of each sheet is an example in grey, which is not read.
    """
    book, lists = Book("A map of who sits on what"), Lists()
    explain(book.sheet(START), book.looks)
    for table in ordered():
        _sheet(book, lists, table)
    lists.add_to(book)
    return book.finished()


def ordered() -> list[Table]:
    """Return the tables in the order of their sheets: those that most people fill in come first."""
    return [*(TABLE[name] for name in FIRST), *(table for table in TABLES if table.name not in FIRST)]


def _sheet(book: Book, lists: Lists, table: Table) -> None:
    names = [f"{heading(column.name)}{' *' if column.required else ''}" for column in table.columns]
    looks = ["must" if column.required else "may" for column in table.columns]
    sheet = book.headed(sheet_name(table.name), list(zip(names, looks, strict=True)))
    sheet.set_tab_color(_TABS.get(table.name, "#A6A6A6"))
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_header(f"&L{sheet_name(table.name)}&R&P of &N")
    sheet.set_comments_author("orgmap")
    sheet.hide_gridlines(0)
    for place, column in enumerate(table.columns):
        example = example_cell(table.name, column.name) or ""
        sheet.set_column(place, place, _width(names[place], example), _look(book, column))
        sheet.write_comment(0, place, note(table, column), _note_size(column))
        sheet.write_string(1, place, example, book.looks["example"])
        _offer(sheet, lists, place, column)
    sheet.autofilter(0, 0, LAST_ROW, len(names) - 1)


def _look(book: Book, column: Column) -> Any:
    """Return the look of a column's cells: all but numbers keep what is typed as it is typed."""
    return book.looks["cell" if column.type in (Type.NUMBER, Type.WHOLE) else "text"]


def _width(name: str, example: str) -> float:
    return min(_WIDEST, max(_NARROWEST, width(name, [example])))


def _offer(sheet: Any, lists: Lists, place: int, column: Column) -> None:
    if column.refers_to:
        target = TABLE[column.refers_to[-1]]
        offer_names(sheet, place, LAST_ROW, sheet_name(target.name), _key_place(target))
    else:
        lists.offer(sheet, place, column, LAST_ROW)


def _key_place(table: Table) -> int:
    return table.names.index(table.key or table.names[0])


def note(table: Table, column: Column) -> str:
    """Return the note of a heading: whether it must be filled in, its meaning, its values, an example."""
    must = ["Must be filled in."] if column.required else []
    example = example_cell(table.name, column.name)
    return "\n".join([*must, column.meaning, *_how(column), *([example] if example else [])])


def _how(column: Column) -> list[str]:
    if column.closed_list is not None:
        return [f"One of: {', '.join(column.closed_list.values)}."]
    if column.refers_to:
        sheets = " or ".join(sheet_name(name) for name in column.refers_to)
        return [f"A name on the sheet {sheets}, or any other."]
    return [_HOW[column.type]] if column.type in _HOW else []


_HOW = {
    Type.DATE: "A day, a month or a year: 31/03/2025, March 2025 or 2025.",
    Type.NUMBER: "A number, such as 2.5.",
    Type.WHOLE: "A whole number.",
    Type.URL: "Starts with https://",
}


def _note_size(column: Column) -> dict[str, int]:
    letters = sum(len(value) + 2 for value in column.closed_list.values) if column.closed_list else 0
    return {"width": 260, "height": 90 + 18 * (letters // 40)}
