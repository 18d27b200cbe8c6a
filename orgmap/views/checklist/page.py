"""The checklist as a page: the register, then a sheet for each pair, set and agreement, to tick and note."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from orgmap.views.checklist.records import Agreement
from orgmap.views.checklist.text import (
    MOST_AGREEMENTS,
    MOST_CONTENTS,
    MOST_LINES,
    MOST_PAIRS,
    MOST_SECTIONS,
    left_out_sentence,
    more_sentence,
    standing,
)
from orgmap.views.packs import CHECKLIST, CHECKLIST_CSV, page_address
from orgmap.views.site import Frame, pack_page
from orgmap.vocabulary import FIVE_QUESTIONS, TABLE
from orgmap.vocabulary.ticked import TICKED_COLUMNS, TICKED_FACTS, TICKED_POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from orgmap.views.checklist.records import Checklist, Contents, Section
    from orgmap.views.packs import Pack

MOST_FORMS = 50
"""The page has no more lists of points than this, agreements apart, so that it stays small."""
ROOM_FOR_PAIRS = 600
"""The page has no more pairs of sets than about this many, shared among the sets."""
LEAST_PAIRS = 15
_SCRIPTS = (
    "handed.js", "checklist_files.js", "checklist_dates.js", "checklist_forms.js", "checklist_kept.js",
    "checklist.js",
)  # fmt: skip


@dataclass(frozen=True)
class Form:
    """One list of points to tick on the page; `id` begins the ids of its elements."""

    id: str
    what: str
    contents: Contents


@dataclass(frozen=True)
class Sheet:
    """One sheet of the page: a section of the register or an agreement, with its lists of points."""

    id: str
    kind: str
    title: str
    about: Section | Agreement
    forms: tuple[Form, ...]
    more: int = 0

    @property
    def settled(self) -> int:
        """Return how many points are covered or not needed."""
        return sum(form.contents.settled for form in self.forms)

    @property
    def points(self) -> int:
        """Return how many points there are."""
        return sum(len(form.contents.points) for form in self.forms)

    def titles(self) -> dict[str, str]:
        """Return what the sheet is called on the page of each body that it is of, by its id."""
        sides = [side for form in self.forms for side in form.contents.sides]
        if isinstance(self.about, Agreement):
            return {sides[0][0]: "its partnership agreement"}
        if self.kind == "pair":
            pair = self.about.rows[0]
            return dict(zip(sides[0], (pair.body_b, pair.body_a), strict=True))
        return {body: self.title for side in sides for body in side}


def checklist_page(whole: Checklist, pack: Pack, title: str, heading: str, more: int) -> str:
    """Return a checklist as a page that prints on A4, of a map of that title.

    `more` is how many bodies are not asked the five questions here.
    """
    chosen, sheets = _chosen(whole), page_sheets(whole)
    context = {
        "register": whole.sections[:MOST_LINES],
        "total": len(whole.sections),
        "sheets": sheets,
        "sheet_of": {id(sheet.about): sheet.id for sheet in sheets},
        "of": id,
        "left_out": left_out_sentence(whole, chosen),
        "standing": standing,
        "statuses": _statuses(),
        "questioned": whole.asked,
        "more": more_sentence(more),
        "questions": FIVE_QUESTIONS,
        "csv": pack.address(CHECKLIST_CSV),
        "protocols": pack.address(page_address("protocols")),
        "most_pairs": _most_pairs(chosen),
        "data": checklist_data(sheets, title),
    }
    frame = Frame(CHECKLIST, heading, "checklist.html.j2", scripts=_SCRIPTS, styles=("checklist.css",))
    return pack_page(pack, frame, context)


def page_sheets(whole: Checklist) -> list[Sheet]:
    """Return the sheets that the page has room for: those of the register, then those of agreements."""
    return [*_sections(_chosen(whole)), *_agreements(whole.agreements[:MOST_AGREEMENTS])]


def _chosen(whole: Checklist) -> tuple[Section, ...]:
    return _fitting(whole.chosen(MOST_SECTIONS))


def _fitting(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return as many of the sections as the page has room for."""
    room, kept = MOST_FORMS, []
    for section in sections:
        room -= min(len(section.contents), MOST_CONTENTS)
        if room >= 0:
            kept.append(section)
    return tuple(kept)


def _most_pairs(sections: Sequence[Section]) -> int:
    """Return how many of its pairs each set shows, so that all sets have room."""
    sets = sum(not section.alone for section in sections)
    return min(MOST_PAIRS, max(LEAST_PAIRS, ROOM_FOR_PAIRS // max(sets, 1)))


def _statuses() -> tuple[str, ...]:
    closed = TABLE["protocols"].by_name["status"].closed_list
    return closed.values if closed else ()


def _sections(sections: Iterable[Section]) -> Iterator[Sheet]:
    for number, section in enumerate(sections, start=1):
        shown = section.contents[:MOST_CONTENTS]
        forms = tuple(Form(f"p{number}-{place}", "protocol", one) for place, one in enumerate(shown, start=1))
        left = len(section.contents) - len(shown)
        yield Sheet(f"sheet-{number}", section.kind, section.title, section, forms, left)


def _agreements(agreements: Iterable[Agreement]) -> Iterator[Sheet]:
    for number, one in enumerate(agreements, start=1):
        forms = (Form(f"a{number}", "agreement", one.contents),)
        yield Sheet(f"agreement-{number}", "agreement", one.body, one, forms)


def checklist_data(sheets: Sequence[Sheet], title: str) -> Mapping[str, object]:
    """Return what the scripts of the page need: which bodies each list of points is of.

    `key` tells a list of points from all others, whatever is ticked; `fingerprint` tells this checklist,
    with all that is known of it, from that of any other map or of an older source.
    """
    forms = [(sheet, form) for sheet in sheets for form in sheet.forms]
    bodies = sorted({body for _, form in forms for side in form.contents.sides for body in side})
    place = {body: number for number, body in enumerate(bodies)}
    times: Counter[str] = Counter()
    told = []
    for sheet, form in forms:
        key = f"{form.what} {form.contents.key}"
        times[key] += 1
        told.append(
            {
                "id": form.id,
                "key": key if times[key] == 1 else f"{key} {times[key]}",
                "kind": sheet.kind,
                "bodies": sheet.title,
                "why": getattr(sheet.about, "why", ""),
                "trouble": sheet.about.trouble,
                "protocol": form.contents.name,
                "issue": form.contents.issue,
                "sides": [[place[body] for body in side] for side in form.contents.sides],
            }
        )
    return {
        "map": title,
        "fingerprint": _fingerprint(title, [form.contents for _, form in forms]),
        "columns": TICKED_COLUMNS,
        "said": (*TICKED_FACTS, *TICKED_POINTS["protocols"], *TICKED_POINTS["agreements"], "note"),
        "bodies": bodies,
        "forms": told,
    }


def _fingerprint(title: str, found: Iterable[Contents]) -> str:
    told = [
        [one.key, one.status, one.agreed, one.review_by, one.owner, one.document, one.note]
        + [point.now for point in one.points]
        for one in found
    ]
    return sha256(json.dumps([title, told]).encode("ascii")).hexdigest()[:16]
