"""Files saved from ModernGov's web service, read as raw tables: what each is, is told by what is in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.raw import Source
from orgmap.model.wording import counted, joined
from orgmap.read.files import refused
from orgmap.read.moderngov.collected import Collected, Committee
from orgmap.read.moderngov.elements import answer
from orgmap.read.moderngov.files import READERS
from orgmap.read.records import Rows, tables_with_rows
from orgmap.read.xml import safe_xml

__all__ = ["read_moderngov"]

_WELSH = re.compile(r"webservicew|cymraeg|welsh|[-_ .]cy(?=[-_ .]|$)", re.IGNORECASE)
_KNOWN = "It reads GetCommittees, GetCouncillorsByWard, GetMemberGroup, GetMeetings and GetMeeting."
_NOT_KNOWN = "this is no answer of ModernGov's web service that orgmap knows; it is not used."
_NO_SEATS = "these files say which committees and councillors there are, not who sits on what."
_SAVE_MORE = "Save what GetMemberGroup answers for each body, or GetMeeting for its meetings, beside them."


def read_moderngov(paths: Sequence[Path], name: str) -> Source:
    """Return the tables of files saved from ModernGov, all taken together; what each gave is said.

    Members of a body, and those who attended its meetings, hold seats on it; meetings are counted. Where the
    same committee comes in Welsh too, its Welsh title is another name of it.

    Raises:
        SourceInvalid: no file is ModernGov's.
    """
    collected = Collected()
    faults: list[SourceInvalid] = []
    answers: list[tuple[str, str, Element]] = []
    for path in sorted(paths, key=lambda path: (bool(_WELSH.search(path.stem)), path.name)):
        try:
            found = answer(safe_xml(path))
        except SourceInvalid as fault:
            faults.append(fault)
            continue
        if found:
            answers.append((found[0], path.name, found[1]))
        else:
            collected.say(path.name, _NOT_KNOWN, "warning", _KNOWN)
    if not answers:
        problems = [problem for fault in faults for problem in fault.problems] or collected.problems
        raise SourceInvalid([replace(problem, severity="error") for problem in problems] or _none(name))
    order = list(READERS)
    for kind, file, element in sorted(answers, key=lambda one: order.index(one[0])):
        READERS[kind](collected, file, element)
    collected.problems += [problem for fault in faults for problem in fault.problems]
    return _source(collected, name)


def _none(name: str) -> Sequence[Problem]:
    return refused(Path(name), "there is no XML file here.", _KNOWN).problems


def _source(collected: Collected, name: str) -> Source:
    seats, people, bodies = _seats(collected), _people(collected), _bodies(collected)
    if not len(seats) and not any(problem.severity == "error" for problem in collected.problems):
        collected.say(name, _NO_SEATS, "error", _SAVE_MORE)
    tables = tables_with_rows([seats, bodies, people])
    counts = [counted(len(bodies), "body"), counted(len(people), "person"), counted(len(seats), "seat")]
    return Source(name, tables, tuple(collected.problems), "moderngov", f"ModernGov: {joined(counts)}")


def _seats(collected: Collected) -> Rows:
    rows = Rows("seats", "members and attendees")
    for number, place in enumerate(collected.places.values(), start=1):
        files = list(place.files)
        cells = {
            "body": _code(place.committee),
            "person": place.person,
            "invited": str(place.invited) if place.invited else None,
            "attended": str(place.attended) if place.invited else None,
            "source": files[0] if len(files) == 1 else f"{files[0]} and {len(files) - 1} more",
        }
        rows.add(number, {**cells, **place.cells}, place.extra)
    return rows


def _people(collected: Collected) -> Rows:
    rows = Rows("people", "people")
    for number, (code, (name, cells, extra)) in enumerate(collected.people.items(), start=1):
        rows.add(number, {"person": code, "name": name, **cells}, extra)
    return rows


def _bodies(collected: Collected) -> Rows:
    """Return the bodies; those that have ended and are on nobody's list are left out, and said."""
    rows = Rows(
        "bodies", "committees", {"body": "committeetitle", "id": "committeeid", "kind": "committeecategory"}
    )
    ended = 0
    for committee in collected.committees.values():
        if committee.ended and not committee.used:
            ended += 1
            continue
        title, *others = committee.titles or {f"Committee {committee.code}": None}
        cells = {
            "id": committee.code, "body": title, "kind": committee.category,
            "also_known_as": "; ".join(other.replace(";", ",") for other in others) or None,
        }  # fmt: skip
        rows.add(committee.row, cells)
    if ended:
        collected.say(
            "committees", f"{counted(ended, 'committee')} that ended: left out, as nobody sits on them here."
        )
    return rows


def _code(committee: Committee) -> str | None:
    return committee.code or next(iter(committee.titles), None)
