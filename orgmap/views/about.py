"""The page about a pack: where it comes from, how it was made, what was left out, and whom it serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgmap.model.wording import counted, joined
from orgmap.views.answers import MOST_ROWS
from orgmap.views.catalogue import ABOUT, GLOSSARY, page_address
from orgmap.views.left_out import left_out
from orgmap.views.site import Frame, pack_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.model import Answer, OrgMap
    from orgmap.views.packs import Pack

TITLE = "About"


@dataclass(frozen=True)
class TableRead:
    """One table of the source: its name, its file or sheet, its rows, and the columns that are not used."""

    name: str
    place: str
    rows: int
    unused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Origin:
    """What was read: the name of the source, the form it was read as, and its tables.

    `title` says where the map's title comes from if the source does not give it.
    """

    name: str
    form: str
    tables: tuple[TableRead, ...]
    title: str = ""


@dataclass(frozen=True)
class LawUsed:
    """One file of the law that members of this map were looked up in, and how its text was checked."""

    title: str
    notice: str
    confirmed: str
    members: int


@dataclass(frozen=True)
class Making:
    """How a pack was made: from what, under which settings (each as term and text), and with which law."""

    origin: Origin
    settings: tuple[tuple[str, str], ...]
    law: tuple[LawUsed, ...]
    roles: tuple[str, ...]
    warnings: int = 0


def about_page(orgmap: OrgMap, answers: Iterable[Answer], pack: Pack, making: Making) -> str:
    """Return the page about a pack; `making` says how it was made."""
    context = {
        "making": making,
        "read": _read(making.origin),
        "unused": _unused(making.origin.tables),
        "left_out": left_out(orgmap, making.roles),
        "cut": [(one.title, page_address(one.question), len(one.table)) for one in _cut(answers)],
        "most": MOST_ROWS,
        "gaps": pack.address(page_address("gaps")),
        "quality": pack.address(page_address("data_quality")),
        "glossary": pack.address(GLOSSARY),
        "dated": f"as at {pack.as_at}" if pack.as_at else "as it stands, as far as the files know",
    }
    return pack_page(pack, Frame(ABOUT, TITLE, "about.html.j2"), context)


def _read(origin: Origin) -> str:
    """Return what was read, and as what, in a sentence."""
    tables = counted(len(origin.tables), "table")
    rows = counted(sum(table.rows for table in origin.tables), "row")
    return f"Read as {origin.form}: {tables} with {rows} in all."


def _unused(tables: Iterable[TableRead]) -> list[str]:
    """Return the columns that are not used, table by table, in words."""
    return [
        f"{table.place}: {'column' if len(table.unused) == 1 else 'columns'} {joined(table.unused)}"
        for table in tables
        if table.unused
    ]


def _cut(answers: Iterable[Answer]) -> Sequence[Answer]:
    """Return the answers whose table is longer than a page shows."""
    return [one for one in answers if len(one.table) > MOST_ROWS]
