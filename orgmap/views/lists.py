"""The lists of all bodies, organisations and people, in pages of so many rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from orgmap.model.wording import counted
from orgmap.views.catalogue import BODIES, ORGANISATIONS, PEOPLE
from orgmap.views.listed import bodies, organisations, people
from orgmap.views.site import Frame, pack_page
from orgmap.views.terms import slug
from orgmap.vocabulary import TIE_ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd

    from orgmap.model import OrgMap
    from orgmap.views.listed import Line, Listed
    from orgmap.views.packs import Pack

MOST_ROWS = 500
"""A page of a list has no more rows than this."""


@dataclass(frozen=True)
class Section:
    """The lines of one heading on one page, those of one group together; `continued` from the page before."""

    heading: str
    address: str
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    total: int
    continued: bool = False

    @property
    def id(self) -> str:
        """Return the id of the heading."""
        return slug(self.heading) or "others"


@dataclass(frozen=True)
class Sheet:
    """One page of a list: its address, its number from 1, and what stands on it."""

    address: str
    number: int
    sections: tuple[Section, ...]


def list_addresses(orgmap: OrgMap) -> tuple[str, ...]:
    """Return the address of every page of the lists; of people, where any name may be shown."""
    named = int(orgmap.people["name"].notna().sum())
    each = (
        (BODIES, max(len(orgmap.bodies), 1)),
        (ORGANISATIONS, len(orgmap.organisations)),
        (PEOPLE, named),
    )
    return tuple(
        _address(first, number) for first, rows in each for number in range(1, -(-rows // MOST_ROWS) + 1)
    )


def list_pages(
    orgmap: OrgMap, load: pd.DataFrame, pack: Pack, roles: Sequence[str] = TIE_ROLES
) -> dict[str, str]:
    """Return the pages of the lists by their addresses; `load` is the table of the question of that name.

    A seat in one of these roles makes an organisation sit on a body.

    Bodies come by tier, those of one family together; organisations by sector; people by surname.
    """
    known = set(list_addresses(orgmap))
    lists: dict[str, Callable[[], Listed]] = {
        BODIES: lambda: bodies(orgmap, roles),
        ORGANISATIONS: lambda: organisations(orgmap, roles, load),
        PEOPLE: lambda: people(orgmap),
    }
    made: dict[str, str] = {}
    for first, listed in lists.items():
        if first in known:
            made |= _pages(first, listed(), pack)
    return made


def _pages(first: str, listed: Listed, pack: Pack) -> dict[str, str]:
    sheets = _sheets(first, listed.lines)
    starts = [one for sheet in sheets for one in sheet.sections if not one.continued]
    return {
        sheet.address: pack_page(
            pack,
            _frame(sheet, first, listed, len(sheets)),
            {
                "listed": listed,
                "count": counted(len(listed.lines), listed.noun),
                "sheet": sheet,
                "sheets": sheets,
                "starts": starts,
            },
        )
        for sheet in sheets
    }


def _frame(sheet: Sheet, first: str, listed: Listed, sheets: int) -> Frame:
    heading = listed.title if sheets == 1 else f"{listed.title}, page {sheet.number} of {sheets}"
    trail = ((listed.title, first),) if sheet.number > 1 else ()
    return Frame(sheet.address, heading, "list.html.j2", trail, styles=("search.css",))


def _sheets(first: str, lines: Sequence[Line]) -> list[Sheet]:
    totals = {heading: len(list(ones)) for heading, ones in groupby(lines, key=lambda line: line.section)}
    made: list[Sheet] = []
    begun: set[str] = set()
    for number, start in enumerate(range(0, max(len(lines), 1), MOST_ROWS), start=1):
        address = _address(first, number)
        sections = _sections(lines[start : start + MOST_ROWS], address, totals)
        made.append(
            Sheet(address, number, tuple(replace(one, continued=one.heading in begun) for one in sections))
        )
        begun |= {one.heading for one in sections}
    return made


def _sections(lines: Iterable[Line], address: str, totals: dict[str, int]) -> list[Section]:
    return [
        Section(heading, address, _groups(ones), totals[heading])
        for heading, ones in groupby(lines, key=lambda line: line.section)
    ]


def _groups(lines: Iterable[Line]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    return tuple((name, tuple(ones)) for name, ones in groupby(lines, key=lambda line: line.group))


def _address(first: str, number: int) -> str:
    return first if number == 1 else first.replace(".html", f"-{number}.html")
