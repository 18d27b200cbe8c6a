"""HTML read as a reader's programs read it: elements, headings, links and tables, for the tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "img", "br", "input", "link", "hr"}


@dataclass
class Element:
    """An element with its attributes, the text in it, and the tags that it stands in."""

    tag: str
    attributes: dict[str, str]
    within: tuple[str, ...]
    text: str = ""


@dataclass
class Page:
    """The elements of a page in their order, and what is not as it should be in its nesting."""

    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a tag that have these attributes (`class_` for class)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [one for one in self.elements if one.tag == tag and wanted.items() <= one.attributes.items()]

    def texts(self, tag: str, **attributes: str) -> list[str]:
        """Return the texts of those elements, blanks made single."""
        return [" ".join(one.text.split()) for one in self.all(tag, **attributes)]

    @property
    def ids(self) -> list[str]:
        """Return every id, in order."""
        return [one.attributes["id"] for one in self.elements if "id" in one.attributes]

    @property
    def links(self) -> list[str]:
        """Return the address of every link, in order."""
        return [one.attributes["href"] for one in self.all("a")]

    @property
    def levels(self) -> list[int]:
        """Return the levels of the headings, in order."""
        return [int(one.tag[1]) for one in self.elements if one.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]

    @property
    def visible(self) -> str:
        """Return the text of the page without scripts and styles."""
        return " ".join(self.all("main")[0].text.split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        within = tuple(one.tag for one in self.open)
        element = Element(tag, {name: value or "" for name, value in attrs}, within)
        self.page.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].tag != tag:
            self.page.faults.append(f"</{tag}> within {[one.tag for one in self.open]}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read_page(text: str) -> Page:
    """Return what a page holds."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.page.faults += [f"<{one.tag}> is never closed" for one in reader.open]
    return reader.page
