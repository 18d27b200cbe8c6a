"""Who must, must be invited to or usually does sit on a body, as the files of the law say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from orgmap.model.dates import first_day, last_day
from orgmap.resources import law_files
from orgmap.vocabulary.kind_words import BODY_NATIONS
from orgmap.vocabulary.states import NATIONS


@dataclass(frozen=True)
class Requirement:
    """One member that a body of a kind must have, must invite or usually has.

    `organisation_kinds` are the kinds of which any one counts (empty: any organisation). Of the phrases in an
    officer's post any one of `posts` counts, of `endings` where the post ends with it, and of `director_of`
    where it is a director's; one of `perhaps` leaves it open, and of `endings` elsewhere. `elected` asks for
    an elected member; without any of these five any holder counts. `each`
    says that every such organisation whose area meets the body's area is meant. `since` and `until` are the
    first and the last day in force as ISO dates, empty where it was in force before anything here, or still
    is.
    """

    body_kind: str
    nations: tuple[str, ...]
    member: str
    organisation_kinds: tuple[str, ...]
    posts: tuple[str, ...]
    each: bool
    strength: str
    who_counts: str
    act: str
    section: str
    url: str
    since: str
    until: str
    note: str
    endings: tuple[str, ...] = ()
    director_of: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    elected: bool = False

    @property
    def reference(self) -> str:
        """Return where it is written: the Act and the section, or the report alone."""
        return f"{self.act}, {self.section}" if self.section else self.act


@dataclass(frozen=True)
class LawFile:
    """One file of the law: its title, that it is no legal advice, how it was checked, and what is to come.

    `coming_since` is the month since when what is to come has been known, empty where nothing is.
    """

    title: str
    notice: str
    confirmed: str
    requirements: tuple[Requirement, ...]
    coming: tuple[str, ...]
    coming_since: str = ""

    def known_to_come(self, as_at: str | None) -> tuple[str, ...]:
        """Return what was known to come on a day, month or year; without one, all that is known."""
        early = as_at is not None and last_day(as_at) < first_day(self.coming_since or "9999")
        return () if early else self.coming


@cache
def law() -> tuple[LawFile, ...]:
    """Return every file of the law, in the order of their names."""
    return tuple(_law_file(tomllib.loads(text)) for text in law_files().values())


@cache
def requirements(body_kind: str, nation: str | None, as_at: str | None) -> tuple[Requirement, ...]:
    """Return the members asked of a body of a kind, in the order of the files.

    `as_at` is a date, a month or a year: what was in force on every day that it may mean. Without it, what is
    in force as far as the files know. Without a nation, only what holds wherever there are such bodies.
    """
    nations = {nation} if nation else set(BODY_NATIONS.get(body_kind, NATIONS.values))
    return tuple(
        one
        for file in law()
        for one in file.requirements
        if one.body_kind == body_kind and nations <= set(one.nations) and _in_force(one, as_at)
    )


def _in_force(one: Requirement, as_at: str | None) -> bool:
    if as_at is None:
        return not one.until
    return one.since <= first_day(as_at) and (not one.until or last_day(as_at) <= one.until)


def _law_file(read: dict[str, Any]) -> LawFile:
    every = read.get("every", {})
    return LawFile(
        title=read["title"],
        notice=read["notice"],
        confirmed=" ".join(read["confirmed"].split()),
        requirements=tuple(_requirement(every | row) for row in read["requirement"]),
        coming=tuple(read["coming"]),
        coming_since=read.get("coming_since", ""),
    )


def _requirement(row: dict[str, Any]) -> Requirement:
    """Return a row as a requirement. Raises `TypeError` where the row has a key that is no field."""
    empty: dict[str, Any] = {"organisation_kinds": (), "posts": (), "each": False, "section": ""}
    dated: dict[str, Any] = {"since": "", "until": "", "note": ""}
    told = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Requirement(**(empty | dated | told))
