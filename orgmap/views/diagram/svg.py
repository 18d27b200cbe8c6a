"""The SVG of Graphviz made into an image that says what it shows and fits on A4."""

from __future__ import annotations

import re
from hashlib import sha256
from xml.etree import ElementTree

from orgmap.model.guards import clean
from orgmap.views.diagram.page import scale_on_a4

LANGUAGE = "en-GB"
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_SAFE_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)


def spoken_svg(drawn: bytes, title: str, description: str) -> bytes:
    """Return the SVG with role, language, title and description, and the full text on every box and line.

    The size is that of the drawing fitted on A4; there are no scripts, and no links but http, https and
    mailto.
    """
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    root = ElementTree.fromstring(drawn)  # noqa: S314 - written by Graphviz, not by the user
    for part in root.iter():
        part.attrib.pop("id", None)
        if "font-family" in part.attrib:
            part.set("font-family", "Arial, Helvetica, sans-serif")
    for group in root.iter(f"{{{_SVG}}}g"):
        _name(group)
    _unlink(root)
    _size(root)
    _introduce(root, title, description)
    spoken: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return spoken


def _name(group: ElementTree.Element) -> None:
    """Give a group the full text of its box or line as its title, in place of the name that it has in DOT."""
    title = group.find(f"{{{_SVG}}}title")
    if title is None:
        return
    spoken = (link.get(f"{{{_XLINK}}}title") for link in group.iter(f"{{{_SVG}}}a"))
    full = next(filter(None, spoken), "") if group.get("class") in {"node", "edge"} else ""
    if full:
        title.text = clean(full)
    else:
        group.remove(title)


def _unlink(parent: ElementTree.Element) -> None:
    """Put what stands inside a link that leads nowhere, or nowhere safe, in the place of the link."""
    for place, child in reversed(list(enumerate(parent))):
        _unlink(child)
        target = child.get(f"{{{_XLINK}}}href") or child.get("href") or ""
        if child.tag == f"{{{_SVG}}}a" and not _SAFE_LINK.match(target):
            parent[place : place + 1] = list(child)


def _size(root: ElementTree.Element) -> None:
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    scale = scale_on_a4(width, height)
    root.set("width", f"{width * scale:.2f}pt")
    root.set("height", f"{height * scale:.2f}pt")


def _introduce(root: ElementTree.Element, title: str, description: str) -> None:
    mark = sha256(f"{title}\n{description}".encode()).hexdigest()[:12]
    root.attrib |= {
        "role": "img",
        "lang": LANGUAGE,
        f"{{{_XML}}}lang": LANGUAGE,
        "aria-labelledby": f"title-{mark}",
        "aria-describedby": f"desc-{mark}",
    }
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(f"{{{_SVG}}}{tag}", {"id": f"{tag}-{mark}"})
        element.text = text
        root.insert(place, element)
