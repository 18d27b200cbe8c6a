"""A source opened: read, checked, taken as at a day, and stripped of what may not be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import networkx as nx

from orgmap.model import Answer, OrgMap, as_at, names_shown, select, similar_people, withhold
from orgmap.model.cells import read_date
from orgmap.network import Counting, affiliation, projection, usual_counting, whole_map
from orgmap.pack.checking import Telling, read_and_checked, taking
from orgmap.pack.origin import origin_of
from orgmap.pack.settings import Settings
from orgmap.questions import QUESTIONS
from orgmap.questions.protocols.five_questions import Answered, answered_bodies
from orgmap.views.about import Origin
from orgmap.views.packs import subtitle_of, withheld_notes


@dataclass(frozen=True)
class Opened:
    """A map ready to be shown, and the networks and answers that several outputs need, each made once."""

    orgmap: OrgMap
    settings: Settings
    read: str
    origin: Origin
    warnings: int = 0

    @property
    def counting(self) -> Counting:
        """Who is counted as a member."""
        return self.settings.counting or usual_counting(self.orgmap)

    @cached_property
    def affiliation(self) -> nx.Graph[str]:
        """The affiliation network of bodies and those counted."""
        return affiliation(self.orgmap, self.counting, self.settings.roles)

    @cached_property
    def interlocks(self) -> nx.Graph[str]:
        """The body projection of the affiliation network."""
        return projection(self.affiliation, orgmap=self.orgmap)

    @cached_property
    def whole(self) -> nx.MultiDiGraph[str]:
        """The whole map."""
        return whole_map(self.orgmap)

    @cached_property
    def answers(self) -> Answers:
        """The answer to every question, each worked out when it is first asked for."""
        return Answers(self)

    @cached_property
    def answered(self) -> tuple[dict[str, Answered], int]:
        """The five questions of the evaluation answered by body, and for how many more they are not."""
        return answered_bodies(self.orgmap, self.answers["protocols"])

    def answer(self, question: str) -> Answer:
        """Return the answer to one question under the settings."""
        chosen = self.settings
        asked: dict[str, dict[str, Any]] = {
            "overlap": {"counting": self.counting, "roles": chosen.roles},
            "sole_links": {"roles": chosen.roles},
            "load": {"hourly_cost": chosen.hourly_cost},
            "two_tier": {"roles": chosen.roles},
            "tiers": {"roles": chosen.roles},
            "protocols": {"threshold": chosen.threshold},
        }
        return QUESTIONS[question](self.orgmap, **asked.get(question, {}))

    @property
    def summary(self) -> str:
        """What was read, and what is not shown, in sentences."""
        told = [self.read]
        if self.warnings:
            noun = "warning" if self.warnings == 1 else "warnings"
            told.append(
                f"{self.warnings:,} {noun}: `orgmap check` shows {'it' if self.warnings == 1 else 'them'}."
            )
        return " ".join([*told, *self.withheld])

    @property
    def withheld(self) -> tuple[str, ...]:
        """What is not shown about people and how to show it; nothing where all is shown."""
        return withheld_notes(self.orgmap)

    @property
    def subtitle(self) -> str:
        """As at when, in words; empty where there is no date."""
        return subtitle_of(self.orgmap)


class Answers(dict[str, Answer]):
    """The answers of an opened map by question, made when they are first asked for."""

    def __init__(self, shown: Opened) -> None:
        super().__init__()
        self._shown = shown

    def __missing__(self, question: str) -> Answer:
        made = self[question] = self._shown.answer(question)
        return made


def opened(source: Path, settings: Settings, telling: Telling | None = None) -> Opened:
    """Return a source as a map ready to be shown. `telling` is called with each step in words.

    Raises:
        SourceInvalid: the source, or the checklist taken into it, has errors; it carries all problems.
        CallInvalid: the settings name a day, a tier or a body that there is not.
    """
    day = read_date(settings.as_at) if settings.as_at else None
    found = taking(read_and_checked(source, settings.form, telling), settings.ticked)
    part = select(as_at(found.orgmap, day), settings.tiers, settings.bodies)
    similar = 0 if names_shown(part, settings.names) == "full" else len(similar_people(part))
    shown = withhold(part, settings.names, similar=similar)
    return Opened(
        shown,
        settings,
        replace(found, orgmap=shown).summary,
        origin_of(found.source, part, shown),
        len(found.orgmap.warnings),
    )
