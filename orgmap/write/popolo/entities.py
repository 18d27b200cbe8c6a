"""The rows of what there is as Popolo's persons, organizations and areas."""

from __future__ import annotations

import re

from orgmap.write.popolo.made import PLACED, Made, Thing, thing
from orgmap.write.records import Row, names_of, without

_REGISTERED = re.compile(r"([A-Z]{2}-[A-Z0-9]+)-(.+)")


def organisation(row: Row, made: Made, table: str) -> Thing:
    """Return a body or an organisation."""
    code = row["id"]
    reference = made.ids[table, code]
    others: list[Thing] = [{"name": name} for name in names_of(row.get("also_known_as"))]
    if short := row.get("short_name"):
        others.append({"name": short, "note": "short name"})
    cells: Thing = {
        "id": reference,
        "name": row["body" if table == "bodies" else "organisation"],
        "other_names": others,
        "identifiers": _identifiers(row.get("identifier")),
        "classification": row.get("kind"),
        "parent_id": made.of(table, row.get("part_of")),
        "area_id": made.of("areas", row.get("area")),
        "founding_date": row.get("since"),
        "dissolution_date": row.get("until"),
        "links": [{"url": row["url"]}] if "url" in row else [],
    }
    own: Thing = {"table": table, **({"id": code} if reference != code else {})}
    return thing(cells, own | without(row, PLACED[table]))


def _identifiers(text: str | None) -> list[Thing]:
    if text is None:
        return []
    registered = _REGISTERED.fullmatch(text)
    return [{"scheme": registered[1], "identifier": registered[2]}] if registered else [{"identifier": text}]


def person(row: Row, made: Made) -> Thing:
    """Return a person; whoever has no name is called by the post, and orgmap's own key says so."""
    name, post, organisation = row.get("name"), row.get("post"), row.get("organisation")
    if organisation:
        made.jobs[row["person"], organisation, post] = True
    own: Thing = {} if name else {"unnamed": True}
    if post and not organisation:
        own["post"] = post
    cells: Thing = {
        "id": row["person"],
        "name": name or post or row["person"],
        "other_names": [{"name": other} for other in names_of(row.get("also_known_as"))],
    }
    return thing(cells, own | without(row, PLACED["people"]))


def area(row: Row, made: Made) -> Thing:
    """Return an area."""
    cells: Thing = {
        "id": row["id"],
        "name": row["area"],
        "identifier": row.get("code"),
        "classification": row.get("type"),
        "parent_id": made.of("areas", row.get("within")),
    }
    return thing(cells, dict(without(row, PLACED["areas"])))
