"""Text taken apart into names, terms and what stands between them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from orgmap.network import PREFIX
from orgmap.views.terms import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"[\w-]")
_SENTENCE_END = (".", "!", "?")


class Piece(NamedTuple):
    """A part of a text: the node that it names, or the id of the term that it uses, or neither."""

    text: str
    node: str = ""
    term: str = ""


class Names:
    """The names of many nodes, found in text without trying each: by their first words.

    `others` are names of several words that stand for no node: in them no term is found.
    """

    def __init__(self, labels: Mapping[str, str], others: Iterable[str] = ()) -> None:
        self._nodes: dict[str, list[str]] = {name: [] for name in others if len(_WORD.findall(name)) > 1}
        for node, label in labels.items():
            self._nodes.setdefault(label, []).append(node)
        self._starts = _by_first_word(self._nodes)
        self._known: dict[tuple[str, tuple[str, ...]], tuple[Piece, ...]] = {}

    def pieces(self, text: str, subjects: tuple[str, ...] = ()) -> tuple[Piece, ...]:
        """Return the pieces of a text, whose texts put together are the text again.

        At each word the longest name is taken that begins there and ends with a word. It stands for the
        subject that it names; else for what `node` says of it, where the name has several words. A term is
        found only outside names.
        """
        known = self._known.get((text, subjects))
        if known is None:
            known = self._known[text, subjects] = tuple(self._split(text, subjects))
        return known

    def _split(self, text: str, subjects: tuple[str, ...]) -> Iterator[Piece]:
        done = 0
        for word in _WORD.finditer(text):
            found = self._name_at(text, word, done, subjects) or _term_at(text, word)
            if found is None or word.start() < done:
                continue
            start, piece = found
            if start > done:
                yield Piece(text[done:start])
            yield piece
            done = start + len(piece.text)
        if done < len(text):
            yield Piece(text[done:])

    def _name_at(
        self, text: str, word: re.Match[str], done: int, subjects: tuple[str, ...]
    ) -> tuple[int, Piece] | None:
        for name, before in self._starts.get(word[0], ()):
            start = word.start() - before
            if start >= done and text.startswith(name, start) and _is_whole(text, start, len(name)):
                return start, Piece(name, self._meant(name, subjects))
        return None

    def node(self, name: str, mode: str = "organisation") -> str:
        """Return the node of a name, of that mode if there is one; nothing where the name may mean two.

        A council is a body and an organisation: of two nodes of different modes the one asked for is meant.
        """
        nodes = self._nodes.get(name, ())
        asked = [node for node in nodes if node.startswith(PREFIX[mode])] or nodes
        return asked[0] if len(asked) == 1 else ""

    def _meant(self, name: str, subjects: tuple[str, ...]) -> str:
        asked = [node for node in self._nodes[name] if node in subjects]
        for prefix in PREFIX.values():
            alike = [node for node in asked if node.startswith(prefix)]
            if alike:
                return alike[0] if len(alike) == 1 else ""
        return self.node(name) if len(_WORD.findall(name)) > 1 else ""


@cache
def prose() -> Names:
    """Return what takes text apart that names nobody."""
    return Names({})


def _by_first_word(names: Iterable[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return names, longest first, with the place of their first word, by that word."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name in names:
        first = _WORD.search(name)
        if first is not None:
            found.setdefault(first[0], []).append((name, first.start()))
    return {word: tuple(sorted(ones, key=lambda one: (-len(one[0]), one))) for word, ones in found.items()}


def _is_whole(text: str, start: int, length: int) -> bool:
    """Tell whether a part of a text neither begins nor ends within a word."""
    end = start + length
    joined_before = start > 0 and _JOINED.match(text, start) and _JOINED.match(text, start - 1)
    joined_after = end < len(text) and _JOINED.match(text, end - 1) and _JOINED.match(text, end)
    return not joined_before and not joined_after


def _term_at(text: str, word: re.Match[str]) -> tuple[int, Piece] | None:
    start = word.start()
    for form in forms().get(word[0].lower(), ()):
        said = text[start : start + len(form.text)]
        alike = said == form.text or (said == _capital(form.text) and _begins_sentence(text, start))
        if alike and _is_whole(text, start, len(said)):
            return start, Piece(said, term=form.id)
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before.endswith(_SENTENCE_END)
