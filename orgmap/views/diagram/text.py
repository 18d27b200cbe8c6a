"""Text made fit to stand in a drawing: cleaned, wrapped, shortened and escaped."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from orgmap.model.guards import clean
from orgmap.model.wording import joined

ELLIPSIS = "…"
LONGEST_NAME = 200
LONGEST_DOT_LINE = 1000

_SINGULAR = {"people": "person"}


@dataclass(frozen=True)
class DiagramText:
    """The words that a diagram cannot know: what it is about and what its ties share.

    `title` is printed on the drawing and becomes the title of the file; `description` opens the text
    alternative; each of `notes` is one line printed at the foot. `shared` is the plural of what makes a
    tie (organisations, people, sectors, posts). `names` gives the name to print for the node id of a
    member; a member that it does not name is drawn without a name, never with its id.
    """

    title: str
    description: str = ""
    notes: tuple[str, ...] = ()
    shared: str = "organisations"
    names: Mapping[str, str] = field(default_factory=dict)


def shorten(text: object, longest: int = LONGEST_NAME) -> str:
    """Return the cleaned text, cut with an ellipsis where it is longer than `longest` characters."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= longest else cleaned[: longest - 1].rstrip() + ELLIPSIS


def wrap(text: object, width: int, most_lines: int) -> list[str]:
    """Return the text cleaned, in one to `most_lines` lines of `width` characters, cut with an ellipsis."""
    lines = textwrap.wrap(clean(text), width, max_lines=most_lines, placeholder=ELLIPSIS)
    return lines or ["(no name)"]


def escaped(text: object) -> str:
    """Return the text for an HTML-like label of DOT, where it can be nothing but text."""
    return html.escape(clean(text)).replace("\\", "\\\\")


def quotable(text: object) -> str:
    """Return the text for a quoted DOT string, in lines short enough for the scanner of Graphviz."""
    lines = textwrap.wrap(clean(text), LONGEST_DOT_LINE, break_on_hyphens=False)
    return "\n".join(line.replace("\\", "\\\\") for line in lines)


def singular(plural: str) -> str:
    """Return the word for one of what a diagram counts: organisation, person."""
    return _SINGULAR.get(plural, plural.removesuffix("s"))


def listed(names: Iterable[object]) -> str:
    """Return names as a list in a sentence: `A`, `A and B`, `A, B and C`."""
    return joined([shorten(name) for name in names])
