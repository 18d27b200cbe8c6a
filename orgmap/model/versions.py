"""Two states of a map made comparable: the same person, organisation and body under the same id in both."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from orgmap.matching import normal
from orgmap.model.entities import NOUNS
from orgmap.model.orgmap import OrgMap
from orgmap.model.privacy import MODES, withhold

KNOWN_FROM_BEFORE = (*NOUNS, "names")
"""The tables by which a newer list finds again what an older map knows."""


def without_leftovers(folded: OrgMap, own: OrgMap) -> OrgMap:
    """Return a newer map, whose entities stand under an older map's ids, without those of the older alone.

    `folded` is the newer list read with the older map's entities beside it, `own` the same list read alone.
    """
    bodies = _kept(folded.bodies, own.bodies, [folded.seats["body"]])
    spoken = [folded.seats[column] for column in ("organisation", "represents")]
    organisations = _kept(folded.organisations, own.organisations, spoken)
    seated = set(folded.seats["person"].dropna())
    return replace(
        folded,
        bodies=bodies.assign(part_of=bodies["part_of"].where(bodies["part_of"].isin(bodies.index))),
        organisations=organisations,
        people=folded.people[folded.people.index.isin(list(seated))],
    )


def _kept(folded: pd.DataFrame, own: pd.DataFrame, mentioned: list[pd.Series[str]]) -> pd.DataFrame:
    """Return the entities that seats mention or that the newer list itself names."""
    named = {normal(str(name)) for name in own["name"]}
    used = {entity for column in mentioned for entity in column.dropna()}
    also = [more if isinstance(more, tuple) else () for more in folded["also_known_as"]]
    called = zip(folded.index, folded["name"], also, strict=True)
    kept = [
        entity in used or not named.isdisjoint(normal(text) for text in (name, *more))
        for entity, name, more in called
    ]
    return folded[kept]


def shown_alike(older: OrgMap, newer: OrgMap, mode: str | None = None) -> tuple[OrgMap, OrgMap]:
    """Return both maps with only what may be shown about people, each person under one id in both.

    `mode` is full, posts or none; by default what both maps allow, else posts. No two people of the two maps
    are called the same; whom both know has the newer label.
    """
    chosen = mode or min((_names(older), _names(newer)), key=lambda name: MODES[name])
    codes: dict[str, str] = {}
    for person in (*older.people.index, *newer.people.index):
        codes.setdefault(str(person), f"person-{len(codes) + 1}")
    before, after = (_recoded(one, withhold(one, chosen), codes) for one in (older, newer))
    return _with_labels(before, after.people["label"]), after


def _names(orgmap: OrgMap) -> str:
    return orgmap.about.names or "posts"


def _recoded(full: OrgMap, shown: OrgMap, codes: dict[str, str]) -> OrgMap:
    ids = {now: codes[str(was)] for was, now in zip(full.people.index, shown.people.index, strict=True)}
    people = shown.people.set_axis(pd.Index([ids[one] for one in shown.people.index], dtype="str"))
    seats = shown.seats.assign(person=shown.seats["person"].map(ids).astype("str"))
    elected = frozenset(ids[one] for one in shown.withheld.elected)
    return replace(shown, people=people, seats=seats, withheld=replace(shown.withheld, elected=elected))


def _with_labels(older: OrgMap, newer: pd.Series[str]) -> OrgMap:
    known, taken = newer.to_dict(), set(newer)
    labels = {
        person: known[person] if person in known else _free(label, taken)
        for person, label in older.people["label"].items()
    }
    return replace(older, people=older.people.assign(label=pd.Series(labels, dtype="str")))


def _free(label: str, taken: set[str]) -> str:
    while label in taken:
        label = f"{label} (before)"
    taken.add(label)
    return label
