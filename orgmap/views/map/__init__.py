"""The interactive map: one HTML page that needs no network, with the same seats and interlocks as tables."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2.utils import htmlsafe_json_dumps
from pyvis.network import Network

from orgmap import resources
from orgmap.views.map import legend, tables
from orgmap.views.map.data import Facts
from orgmap.views.map.folding import unfolded
from orgmap.views.map.found import findings_drawn
from orgmap.views.map.packing import packed
from orgmap.views.packs import MAP, SEATS, table_address
from orgmap.views.site import Frame, pack_page
from orgmap.views.style import LINES, MODES, PERSON, SECTORS, TIERS, NodeStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from orgmap.model import Answer
    from orgmap.views.map.data import Places
    from orgmap.views.packs import Pack

__all__ = ["MapText", "render", "unfolded"]

_SCRIPTS = (
    "map_data.js",
    "map_route.js",
    "map_labels.js",
    "map_panel.js",
    "map_views.js",
    "map_bends.js",
    "map_around.js",
    "map_drawing.js",
    "map_camera.js",
    "map_combobox.js",
    "map_search.js",
    "map_filters.js",
    "map_keys.js",
    "map_focus.js",
    "map_address.js",
    "map_controls.js",
    "map_evidence.js",
    "map_findings.js",
    "handed.js",
    "map_files.js",
    "map_linked.js",
    "map_path.js",
    "map_svg.js",
    "map_picture.js",
    "map_export.js",
    "map_rows.js",
    "map_table.js",
)
"""Our scripts in the order in which they need each other."""

_WHOLE, _INTERLOCKS, _TIERS = "whole", "interlocks", "two-tier"


@dataclass(frozen=True)
class MapText:
    """The words around a map.

    `shared` is what the interlocks count (organisations, people, sectors or posts); `seed` that of the
    places; `wide` the tiers that the view of two tiers shows at the top; `answers` are those whose findings
    can be shown on the map; `home` is the node of the home body.
    """

    shared: str = "members"
    seed: int = 1
    wide: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    home: str | None = None


def render(
    whole: nx.MultiDiGraph[str],
    interlocks: nx.Graph[str],
    places: Mapping[str, Places],
    pack: Pack,
    told: MapText,
) -> str:
    """Return the page of the interactive map as HTML text, the same for the same input.

    `whole` and `interlocks` are the whole map and the body projection of `orgmap.network`. `places` holds
    the place of every node of `unfolded(whole)` under "whole", of the interlocks under "interlocks", and
    under "two-tier" those of what is drawn there, none where there are not two tiers. Raises `NetworkUnfit`
    where a place is missing. The graphs are not changed.
    """
    facts = Facts.of(whole, interlocks)
    shared = tables.shared_counts(interlocks)
    least = tables.legible_from(shared)
    context = {
        "told": told,
        "data": htmlsafe_json_dumps(
            _data(facts, places, pack, told) | {"atLeast": least}, separators=(",", ":")
        ),
        "can_find": any(finding.subjects for answer in told.answers for finding in answer.findings),
        "counts": facts.counts(),
        "folded": facts.folded,
        "two_tier": bool(places.get(_TIERS)),
        "legend": legend.legend(facts),
        "filters": legend.filters(facts),
        "most_shared": max(shared, default=1),
        "at_least": least,
        "seats": tables.cut(tables.seat_rows(whole)),
        "ties": tables.interlock_rows(interlocks, facts),
        "all_seats": pack.address(SEATS),
        "all_ties": pack.address(table_address("overlap")),
    }
    heading = "Map" if pack.title == "Map" else f"Map of {pack.title}"
    frame = Frame(
        MAP, heading, "map.html.j2", title=heading, program=resources.vis_network(),
        scripts=_SCRIPTS, styles=("map.css", "map_more.css"),
    )  # fmt: skip
    return pack_page(pack, frame, context)


def _data(facts: Facts, places: Mapping[str, Places], pack: Pack, told: MapText) -> dict[str, Any]:
    """Return all that the script gets."""
    graph = unfolded(facts.graph)
    drawn = {
        _WHOLE: _model(facts.drawing(places[_WHOLE], graph)),
        _INTERLOCKS: _model(facts.drawing(places[_INTERLOCKS], facts.projection)),
    }
    if places.get(_TIERS):
        drawn[_TIERS] = _model(facts.drawing(places[_TIERS], graph.subgraph(places[_TIERS])))
    return facts.record(pack.places) | {
        "title": pack.title,
        "shared": told.shared,
        "wide": told.wide,
        "home": facts.number.get(told.home or ""),
        "views": {name: packed(network.nodes, ("id", "x", "y")) for name, network in drawn.items()},
        "options": json.loads(drawn[_WHOLE].options.to_json()),
        "lines": _lines(),
        "shapes": {mode: [style.shape, style.size] for mode, style in MODES.items()},
        "styles": _styles(),
        "findings": findings_drawn(told.answers, facts.number, pack),
    }


def _model(nodes: list[dict[str, Any]]) -> Network:
    """Return a drawing as pyvis models it: nodes with their places, and the options of vis-network."""
    network = Network(cdn_resources="in_line")
    network.toggle_physics(status=False)
    network.toggle_drag_nodes(status=False)
    network.options.edges.smooth.enabled = False
    network.options.edges.inherit_colors(status=False)
    network.nodes = nodes
    return network


def _styles() -> dict[str, dict[str, tuple[str, str, str]]]:
    """Return fill, ink and mark of each mode by tier or sector, as the script looks them up."""
    kinds: dict[str, Mapping[str | None, NodeStyle]]
    kinds = {"body": TIERS, "organisation": SECTORS, "person": {None: PERSON}}
    return {
        mode: {key or "": (style.fill, style.ink, style.mark) for key, style in styles.items()}
        for mode, styles in kinds.items()
    }


def _lines() -> dict[str, dict[str, Any]]:
    """Return the line styles as vis-network takes them."""
    return {
        key: {
            "name": line.name,
            "dashes": list(line.dashes) or False,
            "width": line.width,
            "arrows": "to" if line.arrow else "",
            "strength": line.strength,
        }
        for key, line in LINES.items()
    }
