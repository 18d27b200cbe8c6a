"""Where the page of each body, organisation and person is: names of files that are safe on every machine."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from orgmap.network import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgmap.model import OrgMap

FOLDERS = {"body": "bodies", "organisation": "organisations", "person": "people"}
"""The folder in which the pages of each mode are."""

_LONGEST = 60
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|index)?")


def places_of(orgmap: OrgMap) -> dict[str, str]:
    """Return the address of the page of every body, organisation and person shown by name, by their nodes.

    Addresses are relative to the index: letters a to z, digits and hyphens, unique whatever the case. A
    person has a page where the name may be shown and is known.
    """
    named = orgmap.people.index[orgmap.people["name"].notna()]
    entities = {"body": orgmap.bodies.index, "organisation": orgmap.organisations.index, "person": named}
    return {
        PREFIX[mode] + entity: f"{FOLDERS[mode]}/{stem}.html"
        for mode, ids in entities.items()
        for entity, stem in _stems(map(str, ids)).items()
    }


def _stems(ids: Iterable[str]) -> dict[str, str]:
    """Return a name of a file for each id; those that would be alike or are reserved get a mark of the id."""
    stems = {entity: plain(entity) for entity in ids}
    alike = Counter(stems.values())
    return {
        entity: stem if alike[stem] == 1 and not _RESERVED.fullmatch(stem) else _marked(stem, entity)
        for entity, stem in stems.items()
    }


def plain(text: str) -> str:
    """Return a text as a name of a file: letters a to z, digits and hyphens, at most 60; it may be empty."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:_LONGEST].strip("-")


def _marked(stem: str, entity: str) -> str:
    mark = sha256(entity.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{stem}-{mark}".strip("-")
