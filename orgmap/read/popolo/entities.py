"""The bodies, organisations, people and areas of a Popolo file as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgmap.errors import Problem
from orgmap.read.popolo.bodies import Sorted, is_nothing, own
from orgmap.read.popolo.cells import LISTS, TEXTS, extra, other_names, person_name, short_name, urls
from orgmap.read.popolo.gathering import Gathered, Thing
from orgmap.read.records import Rows, plain, stands_for_nobody
from orgmap.vocabulary import TABLE


def wrong_types(gathered: Gathered) -> None:
    """Say of every key that is read and holds a list or an object that it is not used."""
    for kind, keys in TEXTS.items():
        for _, thing in gathered.of(kind):
            for key in keys:
                if isinstance(thing.data.get(key), dict | list):
                    gathered.warn(
                        thing, key, None, "a list or an object stands where text belongs; it is not used."
                    )
            for key in LISTS:
                if not isinstance(thing.data.get(key) or [], list):
                    gathered.warn(thing, key, plain(thing.data[key]), "this is not a list; it is not used.")


def code_of(gathered: Gathered, kind: str, reference: str | None) -> str | None:
    """Return what other tables call a thing: the code that orgmap gave it, its id, or its name."""
    if reference is None:
        return None
    thing = gathered.things[kind].get(reference)
    return (plain(own(thing).get("id")) if thing else None) or reference


def kept(thing: Thing, table: str) -> dict[str, str | None]:
    """Return the columns of a table that orgmap itself wrote about a thing."""
    columns = TABLE[table].by_name
    return {key: plain(value) for key, value in own(thing).items() if key in columns and key != "id"}


def organisation_rows(gathered: Gathered, kinds: Sorted) -> tuple[Rows, Rows]:
    """Return the rows of bodies and of organisations."""
    bodies = Rows("bodies", "organizations", _headers("body"))
    organisations = Rows("organisations", "organizations", _headers("organisation"))
    for reference, thing in gathered.of("organizations"):
        if reference in kinds.nothing:
            continue
        rows, noun = (bodies, "body") if reference in kinds.bodies else (organisations, "organisation")
        cells, more = _organisation(gathered, kinds, reference, thing)
        cells |= {noun: thing.text("name") or reference, **_identified(thing, rows.name)}
        rows.add(thing.row, cells | kept(thing, rows.name), extra(thing, "organizations") | more)
    return bodies, organisations


def people_rows(
    gathered: Gathered, jobs: Mapping[str, tuple[str | None, str | None]], more: Mapping[str, str]
) -> Rows:
    """Return the rows of people; `jobs` gives some their organisation and post, `more` their parties."""
    people = Rows("people", "persons", {"person": "id"})
    for reference, thing in gathered.of("persons"):
        name = person_name(thing)
        if name and stands_for_nobody(name):
            continue
        organisation, post = jobs.get(reference, (None, None))
        cells = {
            "person": code_of(gathered, "persons", reference), "name": name,
            "organisation": organisation, "post": post,
            "also_known_as": other_names(thing, name),
        }  # fmt: skip
        party = {"party": more[reference]} if reference in more else {}
        people.add(thing.row, cells | kept(thing, "people"), extra(thing, "persons") | party)
    return people


def area_rows(gathered: Gathered) -> Rows:
    """Return the rows of areas."""
    areas = Rows("areas", "areas", {"area": "name", "code": "identifier", "type": "classification"})
    for reference, thing in gathered.of("areas"):
        cells = {
            "id": code_of(gathered, "areas", reference) if thing.has_id else None,
            "area": thing.text("name") or reference,
            "code": thing.text("identifier"),
            "type": thing.text("classification"),
            "within": code_of(gathered, "areas", thing.text("parent_id")),
            "also_known_as": other_names(thing, None),
        }
        areas.add(thing.row, cells | kept(thing, "areas"), extra(thing, "areas"))
    return areas


def _organisation(
    gathered: Gathered, kinds: Sorted, reference: str, thing: Thing
) -> tuple[dict[str, str | None], dict[str, str | None]]:
    parent = thing.text("parent_id")
    alike = parent is not None and (parent in kinds.bodies) == (reference in kinds.bodies)
    above = code_of(gathered, "organizations", parent) if parent and not is_nothing(parent) else None
    cells = {
        "id": code_of(gathered, "organizations", reference) if thing.has_id else None,
        "kind": thing.text("classification"),
        "part_of": above if alike else None,
        "area": code_of(gathered, "areas", thing.text("area_id")),
        "since": thing.text("founding_date"),
        "until": thing.text("dissolution_date"),
        "short_name": short_name(thing),
        "also_known_as": other_names(thing, thing.text("name")),
    }
    if parent and not alike:
        gathered.warn(
            thing, "parent_id", parent,
            "its parent is an organisation and not a body, or the other way round, so it stands apart.",
        )  # fmt: skip
    return cells, {} if alike else {"parent_id": parent}


def _identified(thing: Thing, table: str) -> dict[str, str | None]:
    """Return the public identifier of an organisation, or the web page of a body."""
    if table == "bodies":
        return {"url": next((url for url in urls(thing.each("links"))), None), "places": thing.text("seats")}
    codes = [one for one in thing.each("identifiers") if isinstance(one, dict)]
    written = [
        "-".join(part for part in (plain(one.get("scheme")), plain(one.get("identifier"))) if part)
        for one in codes
    ]
    return {"identifier": "; ".join(written) or None}


def _headers(noun: str) -> dict[str, str]:
    return {
        noun: "name", "kind": "classification", "part_of": "parent_id", "area": "area_id",
        "since": "founding_date", "until": "dissolution_date", "also_known_as": "other_names",
        "identifier": "identifiers", "url": "links", "places": "seats",
    }  # fmt: skip


def not_described(gathered: Gathered, kind: str, references: Iterable[str]) -> Iterable[Problem]:
    """Say which things others refer to that the file does not describe."""
    missing = list(dict.fromkeys(one for one in references if one not in gathered.things[kind]))
    if missing:
        shown = ", ".join(f"“{one}”" for one in missing[:3])
        more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        message = (
            f"the file does not describe {shown}{more}, which it refers to; the code stands for the name."
        )
        yield Problem(kind, None, "id", None, message, "", "warning")
