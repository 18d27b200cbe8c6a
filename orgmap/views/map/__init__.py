"""The interactive map: one HTML page that needs no network, with the same seats and interlocks as tables."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyvis.network import Network

from orgmap import resources
from orgmap.views import html
from orgmap.views.map import data, legend, tables
from orgmap.views.style import LINES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

_SCRIPTS = (
    "map_data.js",
    "map_labels.js",
    "map_panel.js",
    "map_views.js",
    "map_drawing.js",
    "map_search.js",
    "map_controls.js",
    "map_path.js",
    "map_export.js",
    "map_table.js",
)
"""Our scripts in the order in which they need each other."""

_WHOLE, _INTERLOCKS = "whole", "interlocks"


@dataclass(frozen=True)
class MapText:
    """The words around a map: what is shown, as at when, and what was withheld.

    `back` is the address of the page above it, `table` that of the full table of seats, `shared` what the
    interlocks count (organisations, people, sectors or posts).
    """

    title: str
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    back: str | None = "index.html"
    table: str | None = None
    shared: str = "members"


def render(
    whole: nx.MultiDiGraph[str],
    interlocks: nx.Graph[str],
    places: Mapping[str, Mapping[str, tuple[float, float]]],
    about: MapText,
) -> str:
    """Return the page of the interactive map as HTML text, the same for the same input.

    `whole` and `interlocks` are the whole map and the body projection of `orgmap.network`; `places` holds,
    under "whole" and "interlocks", the place of every node. Above 2,000 nodes people are listed but not
    drawn. Raises `NetworkUnfit` where a place is missing. The graphs are not changed.
    """
    facts = data.Facts.of(whole, interlocks)
    seats = tables.seat_rows(whole)
    ties = tables.interlock_rows(interlocks, facts)
    drawings = {
        _WHOLE: _drawing(*facts.whole(places[_WHOLE])),
        _INTERLOCKS: _drawing(*facts.interlocks(places[_INTERLOCKS])),
    }
    context = {
        "about": about,
        "breadcrumb": [("Overview", about.back), ("Map", None)] if about.back else [],
        "data": facts.record() | {"views": drawings, "lines": _lines(), "folded": facts.folded},
        "counts": facts.counts(),
        "folded": facts.folded,
        "legend": legend.legend(drawings, facts),
        "filters": legend.filters(facts),
        "most_shared": max((row.shared for row in ties), default=1),
        "at_least": tables.legible_from(ties),
        "seats": tables.cut(seats),
        "ties": tables.cut(ties),
    }
    scripts = [resources.vis_network(), *(resources.text(f"static/{name}") for name in _SCRIPTS)]
    return html.page(
        "map.html.j2",
        about.title,
        context,
        scripts,
        [resources.text("static/map.css"), resources.text("static/map_more.css")],
    )


def _drawing(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, Any]:
    """Return one drawing as pyvis models it: nodes, edges and options of vis-network."""
    network = Network(cdn_resources="in_line")
    network.toggle_physics(status=False)
    network.toggle_drag_nodes(status=False)
    network.options.edges.smooth.enabled = False
    network.options.edges.inherit_colors(status=False)
    network.nodes, network.edges = nodes, edges
    return {"nodes": network.nodes, "edges": network.edges, "options": json.loads(network.options.to_json())}


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
