"""Networks as GraphML and GEXF, by the writers of NetworkX, the same on every day."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape

import networkx as nx

from orgmap.write.networks.common import Graph, about, described, weighted

_META = re.compile(r"<meta\b.*?</meta>", re.DOTALL)
_KEY = re.compile(r'\n *<attribute id="(\d+)" title="networkx_key" type="long" />')


def graphml(graph: Graph, title: str) -> bytes:
    """Return a network as GraphML. Same graph, same bytes."""
    made = io.BytesIO()
    told = weighted(graph)
    told.graph = about(graph, title)
    nx.write_graphml_xml(told, made, infer_numeric_types=True)
    return made.getvalue()


def gexf(graph: Graph, title: str) -> bytes:
    """Return a network as GEXF; its description says what the map is of. Same graph, same bytes."""
    bare = weighted(graph)
    bare.graph.clear()
    text = "\n".join(nx.generate_gexf(bare))
    told = escape(described(graph, title))
    meta = f"<meta><creator>orgmap</creator><description>{told}</description></meta>"
    whole = _META.sub(lambda _: meta, _without_keys(text), count=1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'.encode()


def _without_keys(text: str) -> str:
    """Return GEXF without the numbers by which NetworkX tells edges of the same ends apart."""
    key = _KEY.search(text)
    if key is None:
        return text
    held = re.compile(rf'\n *<attvalue for="{key[1]}" value="\d+" />')
    return held.sub("", text.replace(key[0], "", 1))
