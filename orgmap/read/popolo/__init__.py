"""Popolo JSON read as raw tables: persons, organizations, memberships, posts and areas, nested or apart."""

from __future__ import annotations

from pathlib import Path

from orgmap.model.raw import Source
from orgmap.read.files import json_of, refused
from orgmap.read.popolo.bodies import OWN
from orgmap.read.popolo.gathering import gather
from orgmap.read.popolo.recognising import collections_of
from orgmap.read.popolo.source import source_of

__all__ = ["read_popolo"]

_NOTHING = "there are no persons, organizations or memberships in this file."
_LACKING = "Popolo JSON has lists under the keys persons, organizations and memberships."


def read_popolo(path: Path) -> Source:
    """Return the tables of a Popolo file.

    An organisation is a body where its classification says so, or where people hold seats on it; people who
    belong to any other organisation work for it, and a party is neither.

    Raises:
        SourceInvalid: the file is not JSON, or nothing in it is Popolo's.
    """
    content = json_of(path)
    try:
        collections = collections_of(content)
        if not collections:
            raise refused(path, _NOTHING, _LACKING)
        own = content.get(OWN) if isinstance(content, dict) else None
        return source_of(path.name, gather(collections), own, "popolo", "Popolo JSON")
    except RecursionError as fault:
        raise refused(path, "the file is nested too deeply to be read.", _LACKING) from fault
