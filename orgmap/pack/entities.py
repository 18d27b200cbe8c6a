"""The pages of bodies, organisations and people."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from orgmap.layout.around import Around, around
from orgmap.network import PREFIX
from orgmap.pack.opening import Opened
from orgmap.pack.part import Files, Part
from orgmap.questions import QUESTIONS
from orgmap.views.entities import BOX, GAP, LEAST, WIDTH, Facts, entity_page
from orgmap.views.packs import Pack

_LABELS = {"body": "bodies", "organisation": "organisations", "person": "people"}


def entity_parts(shown: Opened, pack: Pack) -> list[Part]:
    """Return the parts of the pack that hold a page for each node in `pack.places`."""

    @cache
    def facts() -> Facts:
        answers = {name: shown.answers[name] for name in QUESTIONS}
        return Facts.of(shown.orgmap, answers, shown.settings.roles)

    return [
        Part(f"pages of {label}", _pages(facts, pack, PREFIX[mode]))
        for mode, label in _LABELS.items()
        if any(node.startswith(PREFIX[mode]) for node in pack.places)
    ]


def _pages(facts: Callable[[], Facts], pack: Pack, prefix: str) -> Callable[[], Files]:
    def make() -> Files:
        return {
            address: entity_page(facts(), pack, node, _places).encode()
            for node, address in pack.places.items()
            if node.startswith(prefix)
        }

    return make


@cache
def _places(number: int) -> Around:
    return around(number, WIDTH, BOX, LEAST, GAP)
