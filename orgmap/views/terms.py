"""The terms of the glossary as text uses them: where each is explained, and in which forms it is found."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from orgmap.model.wording import plural
from orgmap.vocabulary import TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgmap.vocabulary import Term

_PLAIN = frozenset({"map", "person", "member", "officer", "filled", "applied"})
"""Words that everybody knows and that stand in nearly every sentence: text does not link them."""
_LINKED = frozenset({"words", "role", "status"})
"""The groups of the glossary whose words text links."""
_ALSO = {"hanging together": ("hang together", "hangs together"), "coterminous": ("coterminosity",)}
_WORD = re.compile(r"\w+")


class Form(NamedTuple):
    """One form in which text uses a term: its letters, and the id of the term in the glossary."""

    text: str
    id: str


def term_ids(terms: Iterable[Term]) -> dict[tuple[str, str], str]:
    """Return the id of each term on the page of the glossary, by its group and word.

    It is `term-` and the word; where an earlier group has the word already, the group stands before it.
    """
    ids: dict[tuple[str, str], str] = {}
    for term in terms:
        plain = f"term-{slug(term.word)}"
        taken = plain in ids.values()
        ids[term.group, term.word] = f"term-{slug(term.group)}-{slug(term.word)}" if taken else plain
    return ids


def slug(text: str) -> str:
    """Return a text in the letters that an id may have."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


@cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Return the forms of the terms that text links, longest first, by the first word of each in lower case.

    Linked are the words of orgmap, the roles and the states of a seat, in singular and plural, but for the
    few that everybody knows and that stand in nearly every sentence.
    """
    ids = term_ids(TERMS)
    found: dict[str, list[Form]] = {}
    for term in TERMS:
        if term.group in _LINKED and term.word not in _PLAIN:
            for text in dict.fromkeys((term.word, plural(term.word, 2), *_ALSO.get(term.word, ()))):
                start = _WORD.match(text)
                if start is not None:
                    found.setdefault(start[0].lower(), []).append(Form(text, ids[term.group, term.word]))
    return {word: tuple(sorted(ones, key=lambda one: (-len(one.text), one))) for word, ones in found.items()}


@cache
def _by_words() -> Mapping[str, str]:
    return {form.text.lower(): form.id for ones in forms().values() for form in ones}


def term_of(text: str) -> str | None:
    """Return the id of the term that a text is, whole and in whatever case; None where it is none."""
    return _by_words().get(text.lower())
