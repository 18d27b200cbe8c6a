"""Cells that hold more than one thing, taken apart: "Smith, Jane (Chair) - Police" is three."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from orgmap.model.raw import RawTable, Source
from orgmap.read.layout import shortened
from orgmap.read.splitting.columns import READERS, Reader
from orgmap.read.splitting.kinds import Known
from orgmap.read.splitting.parts import Parts
from orgmap.read.splitting.people import with_names_in_order
from orgmap.read.splitting.ranks import ranked_names
from orgmap.read.splitting.remarked import TELLING
from orgmap.read.splitting.rows import rewritten
from orgmap.read.splitting.several import seats_of
from orgmap.read.splitting.words import normal

__all__ = ["taken_apart"]
_MARK = re.compile(r"[^\w\s'’.\-]|\b\d|[_\n\t]|\s[\-–—]|[\-–—]\s|[\-–—]$")
_SEVERAL = re.compile(r"[&;|\n]|\s[-–—]\s|\band\b", re.IGNORECASE)
_DOUBT = "If it holds more than one thing, such as two people, give each a column or a row of its own."
_ROUNDS = 5
_DECLARED = {
    "people": ("person", "name", "also_known_as"),
    "organisations": ("organisation", "short_name", "also_known_as", "id"),
    "bodies": ("body", "short_name", "also_known_as", "id"),
}


def taken_apart(source: Source) -> Source:
    """Return a source whose seats have one thing in each cell, with a note or warning for what was changed.

    Where nothing is to be done, the source comes back as it is. Names that a table of the source declares are
    never divided. The text as it was written stays in `RawTable.extra`.
    """
    done = with_names_in_order(source)
    for _ in range(_ROUNDS):
        before, done = done, _once(done)
        if done is before:
            break
    return _with_doubts(done)


def _with_doubts(source: Source) -> Source:
    """Return a source with a warning, once, for each name left whole that looks like more than a name."""
    seats = source.tables.get("seats")
    if seats is None or "person" not in seats.frame.columns:
        return source
    known = frozenset().union(*_declared(source).values())
    first = seats.frame["person"].dropna().drop_duplicates()
    doubts = [
        seats.warning(int(str(row)), "person", text, f"“{shortened(text)}” is read as one name.", _DOUBT)
        for row, text in first.items()
        if _SEVERAL.search(text) and normal(text) not in known
    ]
    new = [doubt for doubt in doubts if doubt not in source.problems]
    return replace(source, problems=(*source.problems, *new)) if new else source


def _once(source: Source) -> Source:
    """Return a source with the cells of its seats read once; what one cell tells may help to read another."""
    seats = source.tables.get("seats")
    if seats is None or seats.frame.empty:
        return source
    known = _known(source, seats)
    problems = list(source.problems)
    done = seats
    for column, reader in (*READERS.items(), ("person", seats_of)):
        readings = _readings(done, column, reader, known)
        if readings:
            done, found = rewritten(done, column, readings)
            problems += found
    if done is seats:
        return source
    return replace(source, tables={**source.tables, "seats": done}, problems=tuple(problems))


def _readings(raw: RawTable, column: str, reader: Reader, known: Known) -> dict[str, list[Parts]]:
    """Return what each text of a column that holds more than one thing is read as."""
    if column not in raw.frame.columns:
        return {}
    readings = {}
    for text in raw.frame[column].dropna().unique():
        if _may_hold_more(text) and normal(text) not in known.declared:
            seats = reader(text, known)
            if seats is not None:
                readings[text] = seats
    return readings


@lru_cache(maxsize=200_000)
def _may_hold_more(text: str) -> bool:
    """Tell whether a text has a mark or a word that a plain name has not."""
    return _MARK.search(text) is not None or not TELLING.isdisjoint(
        text.casefold().replace(".", "").replace("-", " ").split()
    )


def _declared(source: Source) -> dict[str, frozenset[str]]:
    """Return the names that each table of the source declares, in their normal forms."""
    return {table: frozenset(_names(source, table, columns)) for table, columns in _DECLARED.items()}


def _known(source: Source, seats: RawTable) -> Known:
    declared = _declared(source)
    used = frozenset(_names(source, "seats", ("organisation", "on_behalf_of", "body")))
    organisations = declared["organisations"] | declared["bodies"] | used
    names = frozenset().union(*declared.values())
    return Known(names, organisations, _initials(used), _forenames(seats), ranked_names(seats.frame))


def _initials(names: Iterable[str]) -> frozenset[str]:
    """Return the initials of names of three words or more, by which other cells may call them."""
    words = (name.split() for name in names)
    return frozenset("".join(word[0] for word in name if word != "and") for name in words if len(name) > 2)


def _forenames(seats: RawTable) -> frozenset[str]:
    """Return the first words of the names that need no reading: others may have them after the surname."""
    if "person" not in seats.frame.columns:
        return frozenset()
    texts = [text for text in seats.frame["person"].dropna().unique() if not _may_hold_more(text)]
    return frozenset(words[0].casefold() for words in (text.split() for text in texts) if 1 < len(words) < 4)


def _names(source: Source, table: str, columns: Iterable[str]) -> Iterator[str]:
    raw = source.tables.get(table)
    if raw is None:
        return
    for column in raw.frame.columns.intersection(list(columns)):
        for text in raw.frame[column].dropna().unique():
            yield from map(normal, text.split(";") if column == "also_known_as" else [text])
