"""What a map is called where its source gives no title: never by a text that names somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.blot import Blot
from orgmap.model.orgmap import OrgMap
from orgmap.model.raw import Title


def called(orgmap: OrgMap, titles: Iterable[Title]) -> OrgMap:
    """Return the map called by the first title in which none of its people is named, and a note of that.

    Where the source gives a title, or none is fit, the map comes back as it is.
    """
    fit = None if orgmap.given_title else _fit(orgmap, tuple(titles))
    return replace(orgmap, called=fit, notes=(*orgmap.notes, _note(fit))) if fit else orgmap


def _fit(orgmap: OrgMap, titles: tuple[Title, ...]) -> Title | None:
    if not titles:
        return None
    blot = Blot(_names(orgmap))
    return next((one for one in titles if blot(one.text) == one.text), None)


def _names(orgmap: OrgMap) -> Iterable[str]:
    """Return every name and other spelling of a person that the source holds."""
    yield from orgmap.people["name"].dropna()
    for others in orgmap.people["also_known_as"]:
        yield from others if isinstance(others, tuple) else ()
    if len(orgmap.names):
        confirmed = orgmap.names[~orgmap.names["kind"].isin(["organisation", "body"])]
        yield from pd.concat([confirmed["name"], confirmed["also_known_as"]]).dropna()


def _note(title: Title) -> Problem:
    by = "the name of the file or folder" if title.row is None else "this line"
    message = f"the source gives no title, so the map is called “{title.text}” after {by}."
    return Problem(title.place, title.row, None, None, message, "", "note")
