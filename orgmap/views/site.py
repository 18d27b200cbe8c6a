"""The frame of every page of a pack: its navigation, its search box, its style, and what it adds itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgmap.views.catalogue import SEARCH
from orgmap.views.html import page, script, stylesheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgmap.views.packs import Pack


@dataclass(frozen=True)
class Frame:
    """What a page is: its address, its heading, and its template, which extends `pack.html.j2`.

    `trail` are the pages between the overview and this one, as (text, address); `title` is that of the
    window, else the heading with the title of the pack; `scripts` and `styles` are names of files in
    `static/` that this page needs beside those of every page; `program` is the text of a script that they
    need before them.
    """

    own: str
    heading: str
    template: str
    trail: tuple[tuple[str, str], ...] = ()
    title: str = ""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    program: str = ""


def pack_page(pack: Pack, frame: Frame, context: Mapping[str, object]) -> str:
    """Return a page of a pack as HTML text; `context` is what its template needs of its own."""
    shared = ("site.js",) if pack.address(SEARCH) else ()
    program = (frame.program,) if frame.program else ()
    usual = frame.heading if frame.heading == pack.title else f"{frame.heading}: {pack.title}"
    return page(
        frame.template,
        frame.title or usual,
        {**pack.context(frame.heading, frame.own, frame.trail), **context},
        scripts=[*program, *(script(name) for name in (*shared, *frame.scripts))],
        styles=[stylesheet(name) for name in frame.styles],
    )
