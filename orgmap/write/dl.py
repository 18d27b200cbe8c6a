"""A network as UCINET reads it: a full matrix in the DL language, with a key to its short labels."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import networkx as nx

from orgmap.write.labels import by_mode, is_one_mode, unique, weight

LONGEST = 18
"""UCINET cuts longer labels, and reads capital and small letters as the same."""
LINE = "\r\n"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def dl(graph: nx.Graph[str], stem: str) -> dict[str, bytes]:
    """Return a two-mode network, or a projection of one, as a matrix and a key, by the names of the files.

    In a two-mode network the members are the rows and the bodies the columns, and a cell is the number of
    seats; in a projection it is how many are shared. It is a full matrix, since that is the one form of DL
    that all its readers know, and UCINET holds every network as one. The key gives, for each label, the id of
    the node, its full name and its mode; a name that a spreadsheet would take for a formula has an apostrophe
    in front. orgmap puts the full names back where the key lies beside the matrix.
    """
    members, bodies = by_mode(graph)
    nodes = [*members, *bodies]
    labels = dict(zip(nodes, _labels(graph, nodes), strict=True))
    sides = (nodes, nodes) if is_one_mode(graph) else (members, bodies)
    lines = [*_head(labels, *sides), "DATA:", *_rows(graph, *sides), ""]
    return {f"{stem}.dl": LINE.join(lines).encode("ascii"), f"{stem}-key.csv": _key(graph, labels)}


def _labels(graph: nx.Graph[str], nodes: Iterable[str]) -> list[str]:
    return unique((_short(str(graph.nodes[node].get("label") or node)) for node in nodes), LONGEST)


def _short(name: str) -> str:
    """Return a name in capital letters, digits and underscores, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper().replace("'", "")
    label = "_".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
    return label if label[:1].isalpha() else f"N_{label}".rstrip("_")


def _head(labels: dict[str, str], rows: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    if rows is columns:
        yield from (f"DL N={len(rows)}", "FORMAT = FULLMATRIX", "LABELS:", *(labels[node] for node in rows))
        return
    yield from (f"DL NR={len(rows)} NC={len(columns)}", "FORMAT = FULLMATRIX")
    yield from ("ROW LABELS:", *(labels[node] for node in rows))
    yield from ("COLUMN LABELS:", *(labels[node] for node in columns))


def _rows(graph: nx.Graph[str], rows: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    places = {node: place for place, node in enumerate(columns)}
    for node in rows:
        cells = ["0"] * len(columns)
        for other, facts in graph.adj[node].items():
            cells[places[other]] = str(weight(facts))
        yield " ".join(cells)


def _key(graph: nx.Graph[str], labels: dict[str, str]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=LINE)
    writer.writerow(("label", "id", "name", "mode"))
    for node, label in labels.items():
        facts = graph.nodes[node]
        writer.writerow((label, _cell(node), _cell(str(facts.get("label") or node)), facts["mode"]))
    return text.getvalue().encode("utf-8-sig", "replace")


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
