"""The glossary: every word and every measure of orgmap, as a page and as Markdown."""

from __future__ import annotations

from itertools import groupby
from math import inf
from typing import TYPE_CHECKING, Protocol, TypeVar

from orgmap.views import markdown
from orgmap.views.packs import GLOSSARY, Pack
from orgmap.views.site import Frame, pack_page
from orgmap.views.terms import term_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.vocabulary import Term

TITLE = "Glossary"
LEVELS = {
    "node": "Measures of bodies and members",
    "tie": "Measures of pairs",
    "map": "Measures of the whole map",
}
"""The heading over the measures of each level, in the order in which they come."""
DEPENDS = "It compares with everything in the file, so it changes with who was put in."
_HEADINGS = {"words": "Words"}
_COLUMNS = ("Measure", "Column", "Meaning", "Range", "Not known when", "Definition", "Reference")


class MeasureText(Protocol):
    """What the glossary says of a measure; `orgmap.measures.Measure` has all of it."""

    @property
    def name(self) -> str:
        """Return its name in tables."""

    @property
    def title(self) -> str:
        """Return its name in words."""

    @property
    def level(self) -> str:
        """Return what it is a measure of: node, tie or map."""

    @property
    def plain(self) -> str:
        """Return what it means, for officers."""

    @property
    def range(self) -> tuple[float, float]:
        """Return the least and the greatest value."""

    @property
    def undefined(self) -> str:
        """Return when there is no value."""

    @property
    def variant(self) -> str:
        """Return how it is defined, for analysts."""

    @property
    def reference(self) -> str:
        """Return the publication that defines it."""

    @property
    def doi(self) -> str:
        """Return the identifier of that publication."""

    @property
    def depends_on_file(self) -> bool:
        """Tell whether the value changes with who else was put in the file."""


Measured = TypeVar("Measured", bound=MeasureText)


def glossary_page(terms: Iterable[Term], measures: Sequence[MeasureText], pack: Pack) -> str:
    """Return the page of the glossary: the words in their groups, then the measures.

    Each word has the id of `term_ids`, each measure `measure-` and its name, so that text can link to them.
    """
    words = list(terms)
    context = {
        "groups": _groups(words),
        "ids": term_ids(words),
        "measures": [
            (heading, [(one, range_in_words(one.range)) for one in ones])
            for heading, ones in by_level(measures)
        ],
        "depends": DEPENDS,
    }
    return pack_page(pack, Frame(GLOSSARY, TITLE, "glossary.html.j2"), context)


def glossary_markdown(terms: Iterable[Term], measures: Sequence[MeasureText]) -> str:
    """Return the glossary as Markdown, the same words in the same order as on the page."""
    blocks = [markdown.heading(1, TITLE)]
    for name, group in _groups(terms):
        rows = [(term.word, term.meaning) for term in group]
        blocks += [markdown.heading(2, name), markdown.table(("Word", "Meaning"), rows)]
    for heading, ones in by_level(measures):
        blocks += [markdown.heading(2, heading), markdown.table(_COLUMNS, map(_row, ones))]
    return markdown.document(blocks)


def by_level(measures: Iterable[Measured]) -> list[tuple[str, list[Measured]]]:
    """Return the measures of each level under its heading; levels without any are left out."""
    kept = list(measures)
    levels = [(heading, [one for one in kept if one.level == level]) for level, heading in LEVELS.items()]
    return [(heading, ones) for heading, ones in levels if ones]


def meaning_of(measure: MeasureText) -> str:
    """Return what a measure means, and whether it changes with who was put in the file."""
    return f"{measure.plain} {DEPENDS}" if measure.depends_on_file else measure.plain


def range_in_words(ends: tuple[float, float]) -> str:
    """Return the range of a measure in words: 0 to 1; from 0."""
    least, greatest = ends
    if greatest == inf:
        return f"from {least:g}"
    return f"{least:g} to {greatest:g}"


def _row(one: MeasureText) -> tuple[str, ...]:
    limits = range_in_words(one.range)
    return one.title, one.name, meaning_of(one), limits, one.undefined, one.variant, _cited(one)


def _cited(measure: MeasureText) -> str:
    return f"{measure.reference}. doi {measure.doi}" if measure.doi else measure.reference


def _groups(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Return the terms group by group with their headings, in the order in which the groups first come."""
    grouped: dict[str, list[Term]] = {}
    for name, group in groupby(terms, key=lambda term: term.group):
        grouped.setdefault(name, []).extend(group)
    return [(_HEADINGS.get(name, name.capitalize()), group) for name, group in grouped.items()]
