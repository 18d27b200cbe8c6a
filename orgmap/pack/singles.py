"""Each single output: the map, a diagram, the checklist, the glossary."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.layout import WIDE_TIERS, positions, two_tier
from orgmap.measures import MEASURES
from orgmap.model.wording import joined
from orgmap.pack.opening import Opened
from orgmap.questions import QUESTIONS
from orgmap.views import checklist as checklists
from orgmap.views import diagram as diagrams
from orgmap.views import glossary as glossaries
from orgmap.views import map as maps
from orgmap.views.packs import Pack, home_of
from orgmap.views.tables import csv_text
from orgmap.vocabulary import DIAGRAMS, TERMS

SEED = 1


def map_page(shown: Opened, pack: Pack | None = None) -> str:
    """Return the interactive map as one page, of a pack or on its own."""
    drawn = maps.unfolded(shown.whole)
    places = {
        "whole": positions(drawn, SEED),
        "interlocks": positions(shown.interlocks, SEED),
        "two-tier": two_tier(drawn),
    }
    told = maps.MapText(
        shared=shown.counting,
        seed=SEED,
        wide=WIDE_TIERS,
        answers=tuple(shown.answers[question] for question in QUESTIONS),
        home=home_of(shown.orgmap),
    )
    return maps.render(shown.whole, shown.interlocks, places, pack or Pack.of(shown.orgmap, ()), told)


@dataclass(frozen=True)
class Diagram:
    """A diagram as DOT source, ready to be drawn in any form."""

    dot: str

    def drawn(self, form: str) -> bytes:
        """Return the diagram as dot, svg, pdf or png."""
        return diagrams.render(self.dot, form)


def diagram(shown: Opened, kind: str, at_least: int = 1) -> Diagram:
    """Return a diagram of the map: its structure or its interlocks."""
    if kind not in DIAGRAMS.values:
        raise CallInvalid(f"there is no diagram {kind}; there are {joined(DIAGRAMS.values)}.")
    text = diagrams.DiagramText(
        f"{shown.orgmap.title}: {kind}",
        shown.subtitle,
        notes=(f"{shown.subtitle}.",) if shown.subtitle else (),
        shared=shown.counting,
        names={node: facts["label"] for node, facts in shown.affiliation.nodes(data=True)},
    )
    if kind == "structure":
        return Diagram(diagrams.structure(shown.whole, text))
    return Diagram(diagrams.interlocks(shown.interlocks, text, at_least))


def checklist(shown: Opened, form: str, pack: Pack | None = None) -> str:
    """Return the checklist of protocols as md, html or csv."""
    answer = shown.answers["protocols"]
    if form == "csv":
        return checklists.checklist_csv(shown.orgmap, answer)
    answered, more = shown.answered
    if form == "html":
        own = pack or Pack.of(shown.orgmap, ())
        return checklists.checklist_html(shown.orgmap, answer, own, answered, more)
    return checklists.checklist_markdown(shown.orgmap, answer, answered, more)


def glossary(form: str, pack: Pack | None = None) -> str:
    """Return what the words and measures mean, as md, html or csv."""
    if form == "html":
        return glossaries.glossary_page(TERMS, MEASURES, pack or Pack("orgmap"))
    if form == "csv":
        return csv_text(glossary_table())
    return glossaries.glossary_markdown(TERMS, MEASURES)


def glossary_table() -> pd.DataFrame:
    """Return a row for each word and measure: `word`, `group`, `meaning`, `reference`."""
    words = [(term.word, term.group, term.meaning, "") for term in TERMS]
    measured = [
        (one.title, "measure", glossaries.meaning_of(one), f"{one.reference}. https://doi.org/{one.doi}")
        for one in MEASURES
    ]
    return pd.DataFrame([*words, *measured], columns=["word", "group", "meaning", "reference"])
