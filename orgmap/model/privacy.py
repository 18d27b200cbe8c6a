"""What may be shown about people: everything else is taken out here, before anything is drawn or written."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

import pandas as pd

from orgmap.model.blot import Blot
from orgmap.model.candidates import Candidate, candidates, other_spellings
from orgmap.model.elected import has_elected_title
from orgmap.model.labels import FULL, NOTHING, POST, person_labels
from orgmap.model.orgmap import OrgMap, Origins
from orgmap.model.records import Withheld

MODES = {"full": FULL, "posts": POST, "none": NOTHING}
PUBLISH = {"name": FULL, "post": POST, "no": NOTHING}
FREE_TEXT = {
    "seats": ("post", "seat", "source", "note"),
    "not_in_force": ("post", "seat", "source", "note"),
    "bodies": ("legal_type",),
    "closed_bodies": ("legal_type",),
    "organisations": ("identifier",),
    "people": ("post",),
    "links": ("document", "note"),
    "protocols": ("owner", "document", "issue", "protocol", "note"),
    "agreements": ("document", "note"),
    "expected": ("post", "reason", "reference"),
    "issues": ("issue", "note"),
}
NOTES = ("seats", "not_in_force", "links", "issues", "protocols", "agreements")
ABOUT = ("title", "source", "licence")


def similar_people(orgmap: OrgMap) -> list[Candidate]:
    """Return the pairs of people who may be one under two names, surest first."""
    return candidates(orgmap, ("person",))


def names_shown(orgmap: OrgMap, mode: str | None = None) -> str:
    """Return what is shown of people: full, posts or none. It is `mode`, else `about.names`, else posts."""
    return mode or orgmap.about.names or "posts"


def withhold(orgmap: OrgMap, mode: str | None = None, similar: int = 0) -> OrgMap:
    """Return the map with only what may be shown about people; `withheld` says what was taken out.

    `mode` is as for `names_shown`. A person's own `publish` overrides
    downwards. Where a name is withheld, the id and the aliases that may give it away are too, and the name is
    blotted out of every other text; notes are left out altogether. Where posts may be shown, `withheld` keeps
    who has the title of an elected member. `similar` is handed on for data quality.
    """
    shown = names_shown(orgmap, mode)
    everyone = pd.concat([orgmap.people, orgmap.people_aside])
    level = everyone["publish"].map(PUBLISH).fillna(FULL).astype(int).clip(upper=MODES[shown])
    blot = _blot(everyone[level < FULL], orgmap.names)
    silent = set(everyone.index[level < POST])
    level = level[orgmap.people.index]
    cleared = _without_names(orgmap, blot, keep_notes=shown == "full")
    people = cleared.people
    posts_changed = people["post"].fillna("") != orgmap.people["post"].fillna("")
    ids = _safe_ids(level, telling=people["name"].notna() | people["listed"] | posts_changed)
    published = _published(people, orgmap.organisations, level)
    published.index = pd.Index([ids[person] for person in people.index], dtype="str", name="person")
    nameless = people["name"].notna() & (level < FULL)
    told = level >= POST
    postless = nameless & ~(told & people["post"].notna())
    numbered = postless & ~(told & people["organisation"].notna())
    elected = people["name"].where(nameless & told).dropna().map(has_elected_title)
    withheld = Withheld(
        shown,
        names=int(nameless.sum()),
        posts=int((people["post"].notna() & (level < POST)).sum()),
        similar=similar if shown != "full" else 0,
        organisation_only=int((postless & ~numbered).sum()),
        number_only=int(numbered.sum()),
        elected=frozenset(ids[str(person)] for person, one in elected.items() if one),
    )
    return replace(
        cleared,
        people=published,
        people_aside=orgmap.people_aside.iloc[:0],
        seats=_seats(cleared.seats, ids, silent),
        not_in_force=_seats(cleared.not_in_force, ids, silent),
        withheld=withheld,
        origins=_origins(orgmap.origins, blot),
        names=orgmap.names if shown == "full" and not blot else orgmap.names.iloc[:0],
        warnings=() if blot else orgmap.warnings,
        notes=() if blot else orgmap.notes,
    )


def _blot(hidden: pd.DataFrame, confirmed: pd.DataFrame) -> Blot:
    aliases = (name for names in hidden["also_known_as"] if isinstance(names, tuple) for name in names)
    names = [*hidden["name"].dropna(), *aliases]
    return Blot([*names, *other_spellings(names, confirmed)])


def _safe_ids(level: pd.Series[int], telling: pd.Series[bool]) -> dict[str, str]:
    """Return an id for each person; where it could give a withheld name away, a number stands in."""
    kept = (level == FULL) | ((level == POST) & ~telling)
    taken = set(kept.index[kept])
    free = (code for number in count(1) if (code := f"person-{number}") not in taken)
    return {str(person): str(person) if keep else next(free) for person, keep in kept.items()}


def _published(people: pd.DataFrame, organisations: pd.DataFrame, level: pd.Series[int]) -> pd.DataFrame:
    full, post = level == FULL, level >= POST
    label = person_labels(people, organisations, level)
    table = people.assign(label=label, name=people["name"].where(full), post=people["post"].where(post))
    telling = {column: people[column].where(full) for column in ("also_known_as", "source_id")}
    return table.assign(**telling)


def _seats(seats: pd.DataFrame, ids: dict[str, str], silent: set[str]) -> pd.DataFrame:
    """Return seats with safe ids, and without the posts of those of whom nothing is shown."""
    if seats.empty:
        return seats
    post = seats["post"].where(~seats["person"].isin(silent))
    person, substituted = (seats[column].map(ids).astype("str") for column in ("person", "substitute_for"))
    return seats.assign(post=post, person=person, substitute_for=substituted)


def _origins(origins: Origins, blot: Blot) -> Origins:
    """Return where rows come from, with no withheld name in what a sheet or file is called."""
    if not blot:
        return origins
    shown = {place: blot(place) for rows in origins.values() for place, _ in rows.values()}
    return {
        table: {number: (shown[place], row) for number, (place, row) in rows.items()}
        for table, rows in origins.items()
    }


def _without_names(orgmap: OrgMap, blot: Blot, *, keep_notes: bool) -> OrgMap:
    tables: dict[str, Any] = {name: getattr(orgmap, name) for name in FREE_TEXT}
    if not keep_notes:
        tables |= {name: _blank(tables[name], "note") for name in NOTES}
    if not blot:
        return replace(orgmap, **tables)
    about: dict[str, Any] = {name: blot(text) for name in ABOUT if (text := getattr(orgmap.about, name))}
    tables |= {name: _blotted(table, FREE_TEXT[name], blot) for name, table in tables.items()}
    return replace(orgmap, about=replace(orgmap.about, **about), **tables)


def _blank(table: pd.DataFrame, column: str) -> pd.DataFrame:
    return table.assign(**{column: pd.Series(None, index=table.index, dtype="str")}) if len(table) else table


def _blotted(table: pd.DataFrame, columns: tuple[str, ...], blot: Blot) -> pd.DataFrame:
    if table.empty:
        return table
    texts = {column: table[column].map(blot, na_action="ignore").astype("str") for column in columns}
    return table.assign(**texts)
