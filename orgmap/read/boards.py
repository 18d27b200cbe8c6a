"""Lists of the members of one body each: a sheet or file called by the body, without a column for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.raw import RawTable
from orgmap.model.wording import counted
from orgmap.read.forenames import name_places
from orgmap.read.guesses import looks_like_body, looks_like_organisation, looks_like_person, share
from orgmap.read.headings import leads_to_bodies
from orgmap.read.joining import joined_tables
from orgmap.read.layout import Layout, shortened, without_header
from orgmap.read.own import table_of
from orgmap.read.sheet import Sheet
from orgmap.vocabulary import TABLE, normal_header

SEATS = TABLE["seats"]
HOLDERS = frozenset(("person", "post", "organisation", "on_behalf_of"))
MOSTLY = 0.6
"""A column holds what at least this part of its texts looks like."""
_YEAR = r"(?:19|20)\d{2}(?:\s*[-/–]\s*\d{2,4})?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATED = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+{_YEAR}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|{_YEAR}"
_BEFORE = re.compile(
    r"^(?:current |full )?(?:list of )?(?:members?|membership)(?: list)?\s*(?:of|for|on|[-–—:])\s*(?:the )?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s,:–—-]*(?<!\w)\(?(?:current |full )?(?:members?|membership|member list|membership list|"
    r"list of members|attendees|(?:as at|as of|correct (?:as )?at|updated|last updated)\b.*|v\d+(?:\.\d+)?|"
    rf"final|draft|{_DATED})\)?\s*$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\.\w{2,5}$")
_TABLE_NAMES = frozenset(normal_header(name) for name in (SEATS.name, *SEATS.synonyms))
LONGEST = 150
_GENERIC = re.compile(r"^(?:sheet|table|tabelle|feuil|book|page|list|export|data|new|copy|untitled|\d|\s)*$")


@dataclass(frozen=True)
class BodyList:
    """A sheet that lists members, taken apart; `body` is whose list it is, None where its lines say it."""

    layout: Layout
    body: str | None


def list_of(layout: Layout) -> Layout | None:
    """Return a sheet as a list of members without a column for the body, or None where it is none."""
    columns = layout.header.places.keys()
    if "body" not in columns and (columns & HOLDERS or name_places(layout)):
        return layout
    alone = len(columns) == 1 and len(_used(layout.sheet)) == 1
    return _headerless(layout.sheet, layout.position) if alone or not columns else None


def _used(sheet: Sheet) -> list[int]:
    return [int(place) for place in sheet.cells.columns[sheet.cells.notna().any()]]


def _headerless(sheet: Sheet, first: int) -> Layout | None:
    """Return a sheet of a few columns of names without any header, taken apart by what they look like."""
    used = _used(sheet)
    if len(used) > 3:
        return None
    start = first + 1 if _is_title(sheet, first) else first
    kinds = {place: _looks(sheet.cells[place].iloc[start:]) for place in used}
    named = [kind for kind in kinds.values() if kind]
    if len(named) < len(used) or len(set(named)) < len(named) or not HOLDERS & set(named):
        return None
    return without_header(sheet, SEATS, {place: kind for place, kind in kinds.items() if kind}, start)


def _is_title(sheet: Sheet, position: int) -> bool:
    """Tell whether the first row is one text that names a body and no member."""
    texts = [text for text in sheet.texts(position) if text]
    return len(texts) == 1 and looks_like_body(texts[0]) and len(sheet.cells) > position + 1


def _looks(texts: pd.Series[str]) -> str | None:
    """Return the column of seats whose cells some texts look like, or None."""
    names = [_bare(text) for text in texts.dropna().unique()[:500]]
    people, organisations = share(names, looks_like_person), share(names, looks_like_organisation)
    if people + organisations < MOSTLY or share(names, looks_like_body) > MOSTLY:
        return None
    return "organisation" if organisations > MOSTLY and people < 0.2 else "person"


def _bare(text: str) -> str:
    return re.split(r",|\s[-–—]\s|\(|:$", text)[0].strip() or text


def bodies_of(
    layouts: Sequence[Layout], source: str, *, strict: bool = False, named: bool = False
) -> tuple[list[BodyList], list[Layout]]:
    """Return the lists with whose they are, and those of which nothing tells that.

    A title comes before the name of the sheet where it names a body at more length, and that of the `source`
    stands in for a lone sheet's. If `strict`, a sheet's name must look like a body's; if `named`, any will
    do.
    """
    titles = Counter(title for layout in layouts for title in set(layout.titles))
    known, unknown = [], []
    for layout in layouts:
        own = [title for title in layout.titles if titles[title] == 1]
        stem = _SUFFIX.sub("", source) if len(layouts) == 1 else ""
        body = _titled(layout, own) or _called(layout, stem, strict=strict, named=named)
        if body or leads_to_bodies(layout):
            known.append(BodyList(layout, body))
        else:
            unknown.append(layout)
    return known, unknown


def _titled(layout: Layout, titles: Sequence[str]) -> str | None:
    """Return the body that a title names at more length than the sheet's name does."""
    name = body_in(layout.sheet.grid.name)
    told = (body_in(title) for title in titles)
    fit = (one for one in told if looks_like_body(one) and len(one) <= LONGEST)
    return next((one for one in fit if len(one) > len(name) or is_generic(name)), None)


def _called(layout: Layout, stem: str, *, strict: bool, named: bool) -> str | None:
    """Return the body that a sheet, or the source it is alone in, is called by."""
    name = body_in(layout.sheet.grid.name)
    if not is_generic(name) and (named or _names_a_body(name) or (not strict and _has_people(layout))):
        return name
    if _names_a_body(body_in(stem)):
        return body_in(stem)
    return layout.sheet.grid.name if named else None


def _names_a_body(name: str) -> bool:
    return looks_like_body(name) and not is_generic(name)


def _has_people(layout: Layout) -> bool:
    return bool({"person", "post"} & layout.header.places.keys() or name_places(layout))


def is_generic(name: str) -> bool:
    """Tell whether a name says nothing: that of a table, or one that a program gives."""
    return bool(_GENERIC.match(name.casefold())) or normal_header(name) in _TABLE_NAMES


def body_in(text: str) -> str:
    """Return the name of a body in a title such as "Members of the Health Board, as at May 2025"."""
    name = _BEFORE.sub("", " ".join(text.replace("_", " ").split()))
    for _ in range(4):
        shorter = _AFTER.sub("", name)
        if shorter == name or not shorter:
            break
        name = shorter
    return name.strip(" -–—:,.")


def read_lists(lists: Sequence[BodyList]) -> tuple[RawTable, list[Problem], str]:
    """Return the seats of lists, what was done with their rows, and what was read, in words."""
    tables, problems = [], []
    for one in lists:
        raw, found = table_of(one.layout, SEATS, one.body)
        tables.append(raw)
        problems += [*_said(one), *found, *_empty(one, raw)]
    seats = joined_tables(tables)
    bodies = seats.frame["body"].nunique() if "body" in seats.frame else 0
    noun = "a list of members" if len(lists) == 1 else "lists of members"
    return seats, problems, f"{noun}: {counted(bodies, 'body')}, {counted(len(seats.frame), 'row')}"


def _said(one: BodyList) -> list[Problem]:
    if one.body is None or one.body == one.layout.sheet.grid.name:
        return []
    message = f"read as the members of “{shortened(one.body)}”."
    return [Problem(one.layout.sheet.place, None, None, None, message, "", "note")]


def _empty(one: BodyList, raw: RawTable) -> list[Problem]:
    if len(raw.frame):
        return []
    message = "the sheet has a header and no rows, so nobody is read from it."
    hint = "Fill it in, or write (ignore) into its name."
    return [Problem(one.layout.sheet.place, None, None, None, message, hint, "warning")]
