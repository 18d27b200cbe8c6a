"""What changed since an older list, as a page and a table of the pack of the newer one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from orgmap.network import PREFIX
from orgmap.pack.checking import Telling
from orgmap.pack.comparing import Comparison, compared
from orgmap.pack.opening import Opened
from orgmap.pack.part import Files
from orgmap.questions.answers import narrowed
from orgmap.views.change import change_page
from orgmap.views.packs import CHANGE, Pack, table_address
from orgmap.views.tables import csv_text

CHANGE_ADDRESSES = (CHANGE, table_address("change"))
"""The addresses of the files that tell what changed."""


def changed_since(older: Path, source: Path, shown: Opened, telling: Telling | None = None) -> Comparison:
    """Return what changed from an older list to the one that is shown, within the part of it that is shown.

    Where it is shown for some bodies only, a finding about one of them may name others too.

    Raises:
        SourceInvalid: one of the two has errors; it carries all problems.
    """
    found = compared(older, source, shown.settings, telling=telling)
    if not shown.settings.bodies:
        return found
    here = found.newer.bodies["name"].isin(list(shown.orgmap.bodies["name"]))
    nodes = [PREFIX["body"] + str(body) for body in found.newer.bodies.index[here]]
    return replace(found, answer=narrowed(found.answer, nodes))


def change_files(found: Comparison, pack: Pack) -> Files:
    """Return the page of what changed and its table, by their addresses."""
    page = change_page(found.answer, pack, found.notes)
    table = csv_text(found.answer.table)
    return dict(zip(CHANGE_ADDRESSES, (page.encode(), table.encode()), strict=True))
