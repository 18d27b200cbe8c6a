"""Kumu JSON: the simple form that is linked to, and the full backup of a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from orgmap.model.raw import Source
from orgmap.read.files import json_of, refused
from orgmap.read.networks.elements import Elements
from orgmap.read.networks.gexf import lines_read
from orgmap.read.networks.network import Facts, Network, Tie, as_text, facts_of, filled
from orgmap.read.networks.tables import source_of

_CONTROL = (
    "_id",
    "id",
    "from",
    "to",
    "attributes",
    "direction",
    "delayed",
    "reversed",
    "pinned",
    "position",
    "label",
)


def read_kumu_json(path: Path) -> Source:
    """Return the raw tables of a Kumu JSON file.

    Raises:
        SourceInvalid: it is not that, or does not tell who sits on what.
    """
    whole = json_of(path)
    if not isinstance(whole, Mapping) or not isinstance(whole.get("elements"), list):
        raise refused(
            path, "this is not Kumu JSON: it has no elements.", "Export the project from Kumu as JSON."
        )
    known = Elements()
    for row, one in enumerate(_records(whole["elements"]), 1):
        code = as_text(one.get("_id")) or as_text(one.get("id"))
        known.add(code, *_labelled(one), row)
    ties = list(_ties(whole.get("connections"), known))
    about = lines_read(as_text(whole.get("description")) or "")
    if "name" not in about and (title := as_text(whole.get("name"))):
        about["title"] = title
    return source_of(filled(Network(path.name, "kumu", "a Kumu map", about=about), known.vertices(), ties))


def _records(held: object) -> Iterator[Mapping[str, object]]:
    for one in held if isinstance(held, list) else ():
        if isinstance(one, Mapping):
            yield {str(name): value for name, value in one.items()}


def _labelled(one: Mapping[str, object]) -> tuple[str | None, Facts]:
    """Return the label of an element and its further fields, those of a backup from its attributes."""
    held = one.get("attributes")
    inner = {str(name): value for name, value in held.items()} if isinstance(held, Mapping) else {}
    fields = {name: value for name, value in one.items() if name not in _CONTROL} | inner
    label = as_text(one.get("label")) or as_text(fields.pop("label", None))
    fields.pop("label", None)
    return label, facts_of(fields)


def _ties(held: object, known: Elements) -> Iterator[Tie]:
    for row, one in enumerate(_records(held), 1):
        label, facts = _labelled(one)
        more = {"label": label} if label else {}
        sources, targets = (known.ends(one.get(end)) for end in ("from", "to"))
        for source in sources:
            for target in targets:
                yield Tie(source, target, row, facts | more)
