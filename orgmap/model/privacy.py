"""What may be shown about people: everything else is taken out here, before anything is drawn or written."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from orgmap.matching import Lookalike, lookalikes
from orgmap.model.labels import FULL, NOTHING, POST, person_labels
from orgmap.model.orgmap import OrgMap
from orgmap.model.records import Withheld

MODES = {"full": FULL, "posts": POST, "none": NOTHING}
PUBLISH = {"name": FULL, "post": POST, "no": NOTHING}
FREE_TEXT = {
    "seats": ("post", "seat", "source"),
    "not_in_force": ("post", "seat", "source"),
    "links": ("document",),
    "protocols": ("owner", "document", "issue", "protocol"),
    "agreements": ("document",),
    "expected": ("post", "reason", "reference"),
    "issues": ("issue",),
}
NOTES = ("seats", "not_in_force", "links", "issues")


def similar_people(orgmap: OrgMap) -> list[Lookalike]:
    """Return the pairs of people whose names are nearly alike, nearest first."""
    return lookalikes(orgmap.people["name"].dropna().to_dict(), people=True)


def withhold(orgmap: OrgMap, mode: str | None = None, similar: int = 0) -> OrgMap:
    """Return the map with only what may be shown about people; `withheld` says what was taken out.

    `mode` is full, posts or none; by default `about.names`, else posts. A person's own `publish` overrides
    downwards. Where a name is withheld, the id and the aliases that may give it away are too, and the name is
    blotted out of every other text; notes are left out altogether. `similar` is handed on for data quality.
    """
    shown = mode or orgmap.about.names or "posts"
    people = orgmap.people
    own = people["publish"].map(PUBLISH).fillna(FULL).astype(int)
    level = own.clip(upper=MODES[shown])
    hidden = people.loc[(level < FULL) & people["name"].notna(), "name"]
    ids = _safe_ids(people, level)
    published = _published(people, orgmap.organisations, level)
    published.index = pd.Index([ids[person] for person in people.index], dtype="str", name="person")
    cleared = _without_names(orgmap, hidden, keep_notes=shown == "full")
    without_post = [person for person, shown_level in level.items() if shown_level < POST]
    seats = {table: _seats(getattr(cleared, table), ids, without_post) for table in ("seats", "not_in_force")}
    posts = int((people["post"].notna() & (level < POST)).sum())
    withheld = Withheld(shown, len(hidden), posts, similar if shown != "full" else 0)
    warnings = orgmap.warnings if hidden.empty else ()
    return replace(cleared, people=published, withheld=withheld, warnings=warnings, **seats)


def _safe_ids(people: pd.DataFrame, level: pd.Series[int]) -> dict[str, str]:
    """Return an id for each person that gives no withheld name away: a code or a name may be one."""
    telling = people["name"].notna() | people["listed"]
    kept = (level == FULL) | ((level == POST) & ~telling)
    return {
        str(person): str(person) if keep else f"person-{number}"
        for number, (person, keep) in enumerate(kept.items(), start=1)
    }


def _published(people: pd.DataFrame, organisations: pd.DataFrame, level: pd.Series[int]) -> pd.DataFrame:
    full, post = level == FULL, level >= POST
    label = person_labels(people, organisations, level)
    table = people.assign(label=label, name=people["name"].where(full), post=people["post"].where(post))
    return table.assign(also_known_as=people["also_known_as"].where(full))


def _seats(seats: pd.DataFrame, ids: dict[str, str], without_post: list[str]) -> pd.DataFrame:
    if seats.empty:
        return seats
    post = seats["post"].where(~seats["person"].isin(without_post))
    person, substituted = (seats[column].map(ids).astype("str") for column in ("person", "substitute_for"))
    return seats.assign(post=post, person=person, substitute_for=substituted)


def _without_names(orgmap: OrgMap, hidden: pd.Series[str], *, keep_notes: bool) -> OrgMap:
    tables = {name: getattr(orgmap, name) for name in FREE_TEXT}
    if not keep_notes:
        tables |= {name: _blank(tables[name], "note") for name in NOTES}
    if hidden.empty:
        return replace(orgmap, **tables)
    names = sorted(set(hidden), key=lambda name: (-len(name), name))
    blot = re.compile("|".join(re.escape(name) for name in names), re.IGNORECASE)
    return replace(orgmap, **{name: _blotted(table, FREE_TEXT[name], blot) for name, table in tables.items()})


def _blank(table: pd.DataFrame, column: str) -> pd.DataFrame:
    return table.assign(**{column: pd.Series(None, index=table.index, dtype="str")}) if len(table) else table


def _blotted(table: pd.DataFrame, columns: tuple[str, ...], blot: re.Pattern[str]) -> pd.DataFrame:
    if table.empty:
        return table
    return table.assign(
        **{column: table[column].str.replace(blot, "(name withheld)", regex=True) for column in columns}
    )
