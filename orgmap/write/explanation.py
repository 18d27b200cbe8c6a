"""The first sheet of the template: in plain words, what to fill in and what to do then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

START = "Start here"
_TEXT = """
# Who sits on what: a workbook to fill in

From this list orgmap draws the map of your partnerships: who sits on what, which boards share members, who is
the only link between two of them, and what to put right. Half an hour is enough for a first map.

## 1. Fill in the sheet Seats. Only this sheet is needed.

One row for each place on each body. A body is anything with seats: a board, forum, executive, theme group,
committee or partnership. Copy your membership lists in, one below the other.

A row needs the Body, and one of Person, Post, Organisation or On behalf of. A heading with a star (*) must be
filled in wherever there is a row. Everything else may stay empty: empty means not known, not none.

Row 2 of each sheet is an example in grey italics. Type over it, or delete it; it is never read.

A place that nobody holds is worth a row: write vacant under Status and leave Person empty.

Point at a heading to see what it means. Many cells offer a list; you may type something else. Columns you do
not need can be deleted, and columns of your own can be added: they are left alone.

## 2. Write each name in one way

The same name is the same person, organisation or body. Write it in full and always alike: Anyshire Council,
not Anyshire CC in one row and ACC in another. Titles such as Cllr or Dr make no difference. orgmap lists the
names that look alike and merges none without your word; short and former names go under Also known as.

Dates may be a day, a month or a year: 31/03/2025, March 2025, 2025. Write only what you know.

## 3. More sheets give more answers, when you have the time

Bodies: which is part of which, and how often they meet. Organisations: the sector and the tier. People: more
than a name. About: the title of the map and the day the list was true. The grey tabs are for special
questions; leave them as they are if you do not need them.

## 4. What stays private

This file stays on your computer; orgmap sends nothing anywhere and never changes it. Names of people are
shown only if you ask for it: without that, maps show posts. Under Publish on the sheet People you can hold
back one person. Columns that you add, such as e-mail addresses, are never shown.

## 5. Save this workbook, and run

> python -m orgmap check members.xlsx

It says what is wrong and where: sheet, row and column. Then run

> python -m orgmap build members.xlsx -o pack

and open pack/index.html. Put the name of your own file in the place of members.xlsx.
"""
_LOOKS = {"#": "title", "##": "section", ">": "command"}
_HEIGHTS = {"title": 32.0, "section": 28.0}
_LETTERS = 78
_LINE = 15.5


def explain(sheet: Any, looks: Mapping[str, Any]) -> None:
    """Fill a sheet with the explanation: one column, a paragraph in each row."""
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _LETTERS)
    sheet.set_margins(left=0.5, right=0.5)
    sheet.set_tab_color("#548235")
    for row, (look, text) in enumerate(_paragraphs()):
        sheet.write_string(row, 0, text, looks[look])
        sheet.set_row(row, _HEIGHTS.get(look, _LINE * (1 + len(text) // (_LETTERS + 6)) + 4))
    sheet.activate()


def _paragraphs() -> Iterator[tuple[str, str]]:
    for paragraph in _TEXT.strip().split("\n\n"):
        words = paragraph.split()
        look = _LOOKS.get(words[0])
        yield look or "cell", " ".join(words[1:] if look else words)
