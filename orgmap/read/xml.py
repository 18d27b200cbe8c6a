"""XML files as trees; those that declare entities, or are no XML, are refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring
from xml.parsers import expat

from orgmap.read.files import bytes_of, refused

_AGAIN = "Save or download it again from the program that made it."


class _Begun(Exception):
    """The first element is reached: no declaration can follow."""


class _Declares(Exception):
    """The file has declarations of its own."""


def safe_xml(path: Path) -> Element:
    """Return the root element of an XML file. Nothing that the file points to is ever fetched.

    Raises:
        SourceInvalid: it cannot be read, is not well formed, or declares entities of its own.
    """
    content = bytes_of(path)
    if _declares(content):
        message = "the file declares entities of its own (a DTD), which orgmap does not read."
        raise refused(path, message, "Save it without a document type.")
    try:
        return _tree(content)
    except ParseError as fault:
        raise refused(path, f"this is not well-formed XML: {fault}.", _AGAIN) from fault
    except (LookupError, ValueError) as fault:
        raise refused(path, f"the letters of the XML cannot be read: {fault}.", _AGAIN) from fault


def local(tag: object) -> str:
    """Return the name of an element or attribute without its namespace; empty for a comment."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def numbered(root: Element, tag: str) -> Iterator[tuple[int, Element]]:
    """Yield every element of a name below a root with its place among them, from 1."""
    return enumerate((one for one in root.iter() if local(one.tag) == tag), 1)


def graph_of(path: Path, title: str) -> tuple[Element, Element]:
    """Return the root and the graph of a network file; `title` is how its form is called.

    Raises:
        SourceInvalid: it is no XML that orgmap reads, or holds no graph.
    """
    root = safe_xml(path)
    graph = next((one for _, one in numbered(root, "graph")), None)
    if graph is None:
        message = f"this is not {title}: it holds no graph."
        raise refused(path, message, f"Export the network again as {title}.")
    return root, graph


def _declares(content: bytes) -> bool:
    """Tell whether declarations stand before the first element; the parsing stops there."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _doctype
    parser.StartElementHandler = _element
    try:
        parser.Parse(content)
    except _Declares:
        return True
    except (_Begun, expat.ExpatError, LookupError, ValueError):
        return False
    return False


def _doctype(_name: str, _system: str | None, _public: str | None, inside: bool) -> None:
    if inside:
        raise _Declares


def _element(_name: str, _attributes: object) -> None:
    raise _Begun


def _tree(content: bytes) -> Element:
    """Return the tree; letters that are not what the file says they are, are read as Windows-1252."""
    try:
        return fromstring(content)  # noqa: S314
    except ParseError:
        if _is_utf_8(content):
            raise
        return fromstring(content, XMLParser(encoding="cp1252"))  # noqa: S314


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
