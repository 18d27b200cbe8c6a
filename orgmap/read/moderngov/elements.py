"""The XML of ModernGov's web service: element names without case or namespace, text encoded once or twice."""

from __future__ import annotations

import html
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from orgmap.read.records import plain
from orgmap.read.xml import local

ROOTS = (
    "committees", "councillorsbyward", "councillorsbywardid", "councillorsbypostcode", "memberlist",
    "getmeetings", "getmeetingsbydate", "getallmeetingsbydate", "meeting",
)  # fmt: skip
_INSIDE = {
    "wards": "councillorsbyward",
    "members": "memberlist",
    "committeemeetings": "getmeetings",
    "meetings": "getmeetingsbydate",
}
"""What a file of another root is, by an element in it."""
_NOTHING = frozenset(("unspecified", "not specified", "n/a", "-"))


def name_of(element: Element) -> str:
    """Return the name of an element in lower case."""
    return local(element.tag).lower()


def answer(root: Element) -> tuple[str, Element] | None:
    """Return what a file answers and the element that holds it, or None where it is nothing known.

    The answer may stand inside an envelope.
    """
    for element in root.iter():
        if name_of(element) in ROOTS:
            return name_of(element), element
    inside = next((name for element in root.iter() if (name := name_of(element)) in _INSIDE), None)
    return (_INSIDE[inside], root) if inside else None


def children(element: Element, *path: str) -> Iterator[Element]:
    """Return the elements down a path of names: none, one or many."""
    found = [element]
    for step in path:
        found = [child for parent in found for child in parent if name_of(child) == step]
    yield from found


def text_in(element: Element, *names: str) -> str | None:
    """Return the text of the first child, or attribute, of these names that holds any."""
    for name in names:
        for child in children(element, name):
            if text := decoded("".join(child.itertext())):
                return text
        for key, value in element.attrib.items():
            if local(key).lower() == name and (text := decoded(value)):
                return text
    return None


def text_below(element: Element, name: str) -> str | None:
    """Return the text of the first element of a name anywhere below."""
    found = (text_in(parent, name) for parent in element.iter())
    return next((text for text in found if text), None)


def decoded(text: str) -> str | None:
    """Return text whose HTML entities are read, even where they were written twice; None for nothing."""
    whole = plain(" ".join(html.unescape(html.unescape(text)).split()))
    return None if whole is None or whole.lower() in _NOTHING else whole


def listed(text: str | None) -> list[str]:
    """Return the parts of a text that lists several, separated by semicolons."""
    return [part for piece in (text or "").split(";") if (part := piece.strip())]
