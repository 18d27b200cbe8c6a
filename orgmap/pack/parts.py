"""The whole pack, part by part, so that progress can be shown."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from orgmap.layout.order import in_line
from orgmap.measures import MEASURES
from orgmap.model import OrgMap
from orgmap.pack.about import about_addresses, about_parts
from orgmap.pack.changing import CHANGE_ADDRESSES, change_files
from orgmap.pack.comparing import Comparison
from orgmap.pack.entities import entity_parts
from orgmap.pack.findings import findings
from orgmap.pack.measuring import basic_table
from orgmap.pack.opening import Opened
from orgmap.pack.papers import findings_paper
from orgmap.pack.part import Files, Part
from orgmap.pack.places import place_addresses, place_parts
from orgmap.pack.singles import checklist, diagram, glossary, map_page
from orgmap.questions import QUESTIONS
from orgmap.views.overview import index_page
from orgmap.views.packs import (
    CHECKLIST,
    CHECKLIST_CSV,
    FINDINGS,
    FINDINGS_PAPER,
    GLOSSARY,
    INDEX,
    MAP,
    MEASURED,
    SEATS,
    WORKBOOK,
    Pack,
    page_address,
    table_address,
)
from orgmap.views.pages import question_page
from orgmap.views.tables import csv_text
from orgmap.vocabulary import DIAGRAMS
from orgmap.write import workbook

DIAGRAM_FORMS = ("svg", "pdf", "png")


def pack_parts(shown: Opened, changed: Comparison | None = None) -> list[Part]:
    """Return the parts of the pack in the order in which they are made; with `changed`, a page tells it.

    Each part makes its files when it is called: addresses relative to the pack, and bytes.
    """
    made: Files = {}
    pack = Pack.of(shown.orgmap, _addresses(shown.orgmap, changed is not None), entities=True)
    parts = [
        *(Part(f"question: {name}", _question(shown, pack, name)) for name in QUESTIONS),
        Part("map", lambda: {MAP: map_page(shown, pack).encode()}),
        *(Part(f"diagram: {kind}", _diagram(shown, kind)) for kind in DIAGRAMS.values),
        Part("checklist", lambda: _checklists(shown, pack)),
        Part("tables", lambda: _tables(shown)),
        Part("findings", lambda: _findings(shown)),
        Part("glossary", lambda: {GLOSSARY: glossary("html", pack).encode()}),
        *entity_parts(shown, pack),
        *place_parts(shown, pack),
        *([Part("change", lambda: change_files(changed, pack))] if changed else []),
        Part("overview", lambda: _overview(shown, pack, made, changed)),
        *about_parts(shown, pack, made),
    ]
    return [_remembered(part, made) for part in parts]


def _remembered(part: Part, made: Files) -> Part:
    """Return a part that also keeps its files among those made, for the parts that tell of them."""

    def make() -> Files:
        files = part.make()
        made.update(files)
        return files

    return Part(part.label, make)


def _addresses(orgmap: OrgMap, changed: bool) -> tuple[str, ...]:
    """Return the address of every file of a pack."""
    pages = [page_address(name) for name in QUESTIONS]
    tables = [table_address(name) for name in QUESTIONS]
    pictures = [f"diagrams/{kind}.{form}" for kind in DIAGRAMS.values for form in DIAGRAM_FORMS]
    checklists = [CHECKLIST, "checklist.md", CHECKLIST_CSV]
    return (
        INDEX,
        MAP,
        GLOSSARY,
        FINDINGS,
        FINDINGS_PAPER,
        SEATS,
        MEASURED,
        WORKBOOK,
        *pages,
        *tables,
        *pictures,
        *checklists,
        *place_addresses(orgmap),
        *about_addresses(),
        *(CHANGE_ADDRESSES if changed else ()),
    )


def _question(shown: Opened, pack: Pack, name: str) -> Callable[[], Files]:
    def make() -> Files:
        answer = shown.answers[name]
        order = in_line(shown.interlocks) if name == "overlap" else ()
        page = question_page(answer, pack, MEASURES, order)
        return {page_address(name): page.encode(), table_address(name): csv_text(answer.table).encode()}

    return make


def _where(question: str) -> str:
    return f"All rows and columns are in {table_address(question)}."


def _diagram(shown: Opened, kind: str) -> Callable[[], Files]:
    def make() -> Files:
        made = diagram(shown, kind)
        return {f"diagrams/{kind}.{form}": made.drawn(form) for form in DIAGRAM_FORMS}

    return make


def _checklists(shown: Opened, pack: Pack) -> Files:
    return {
        CHECKLIST: checklist(shown, "html", pack).encode(),
        "checklist.md": checklist(shown, "md").encode(),
        CHECKLIST_CSV: checklist(shown, "csv").encode(),
    }


def _tables(shown: Opened) -> Files:
    seats, measured = seat_table(shown), basic_table(shown)
    sheets = {name: shown.answers[name].table for name in QUESTIONS} | {"seats": seats, "measures": measured}
    return {
        SEATS: csv_text(seats).encode(),
        MEASURED: csv_text(measured).encode(),
        WORKBOOK: workbook(shown.orgmap.title, sheets),
    }


def _overview(shown: Opened, pack: Pack, made: Files, changed: Comparison | None) -> Files:
    previews = {address: content.decode() for address, content in made.items() if address.endswith(".svg")}
    answers = [shown.answers[name] for name in QUESTIONS]
    page = index_page(shown.orgmap, answers, pack, previews, changed.answer if changed else None)
    return {INDEX: page.encode()}


def _findings(shown: Opened) -> Files:
    told = findings(shown)
    paper = findings_paper(shown.orgmap, told.answers, told.notes, _where)
    return {FINDINGS: str(told.written("md")).encode(), FINDINGS_PAPER: paper}


def seat_table(shown: Opened) -> pd.DataFrame:
    """Return every seat with names in place of ids, in the source's order."""
    orgmap = shown.orgmap
    names = {
        "body": orgmap.bodies["name"],
        "person": orgmap.people["label"],
        "organisation": orgmap.organisations["name"],
        "represents": orgmap.organisations["name"],
        "for_body": orgmap.bodies["name"],
        "substitute_for": orgmap.people["label"],
    }
    told = {column: orgmap.seats[column].map(name).astype("str") for column, name in names.items()}
    return orgmap.seats.assign(**told).drop(columns=["row", "note", "employer_body"]).reset_index(drop=True)
