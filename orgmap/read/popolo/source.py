"""What was gathered from a file of records, made into a source."""

from __future__ import annotations

from collections.abc import Iterable

from orgmap.errors import Problem
from orgmap.model.raw import RawTable, Source
from orgmap.model.wording import counted, joined
from orgmap.read.popolo.bodies import OWN, Sorted, sort_organisations
from orgmap.read.popolo.entities import area_rows, not_described, organisation_rows, people_rows, wrong_types
from orgmap.read.popolo.gathering import Gathered
from orgmap.read.popolo.seats import Held, held_in_words, hold
from orgmap.read.records import Rows, plain, tables_with_rows
from orgmap.vocabulary import TABLE


def source_of(name: str, gathered: Gathered, own: object, form: str, title: str) -> Source:
    """Return the source that gathered things make; `own` holds the rows of further tables by name."""
    wrong_types(gathered)
    kinds = sort_organisations(gathered)
    held = hold(gathered, kinds)
    bodies, organisations = organisation_rows(gathered, kinds)
    people = people_rows(gathered, held.jobs, held.parties)
    own_tables = list(_own_tables(own))
    tables = tables_with_rows([held.seats, bodies, organisations, people, area_rows(gathered), *own_tables])
    problems = [
        *gathered.problems, *held_in_words(held, gathered), *_placeholders(gathered, kinds),
        *_undescribed(gathered, kinds),
    ]  # fmt: skip
    return Source(name, tables, tuple(problems), form, f"{title}: {_reading(tables, held)}")


def _reading(tables: dict[str, RawTable], held: Held) -> str:
    counts = [
        counted(len(tables[table].frame), word)
        for table, word in (("people", "person"), ("bodies", "body"), ("organisations", "organisation"))
        if table in tables
    ]
    return joined([*counts, counted(len(held.seats), "seat")])


def _placeholders(gathered: Gathered, kinds: Sorted) -> Iterable[Problem]:
    for reference, thing in gathered.of("organizations"):
        if reference not in kinds.nothing:
            continue
        message = "this stands for no organisation, so it is none of the map's."
        yield Problem("organizations", thing.row, "name", thing.text("name"), message, "", "note")


def _undescribed(gathered: Gathered, kinds: Sorted) -> Iterable[Problem]:
    memberships = [thing for _, thing in gathered.of("memberships")]
    people = [person for one in memberships if (person := one.text("person_id"))]
    spoken_for = [other for one in memberships if (other := one.text("on_behalf_of_id"))]
    yield from not_described(gathered, "persons", people)
    described = [one for one in (*sorted(kinds.bodies), *spoken_for) if one not in kinds.nothing]
    yield from not_described(gathered, "organizations", described)


def _own_tables(own: object) -> Iterable[Rows]:
    """Return the tables that orgmap itself wrote into the file because its form has no place for them."""
    for name, records in own.items() if isinstance(own, dict) else ():
        if name in TABLE and isinstance(records, list):
            rows = Rows(name, f"{OWN}, {name}")
            for number, record in enumerate(records, start=1):
                if isinstance(record, dict):
                    rows.add(
                        number,
                        {key: plain(value) for key, value in record.items() if key in TABLE[name].by_name},
                    )
            yield rows
