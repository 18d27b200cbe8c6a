"""A map laid out as the files of a form, and what the form cannot hold."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from orgmap.errors import Problem
from orgmap.model import OrgMap
from orgmap.model.raw import RawTable
from orgmap.model.wording import counted, joined
from orgmap.model.written import Tables, written
from orgmap.pack.checking import Checked
from orgmap.pack.settings import Settings
from orgmap.pack.targets import Target
from orgmap.vocabulary import TABLE

Files = dict[str, bytes]
DATA = ("csv", "workbook", "json", "parquet")
"""orgmap's own forms, which hold every table and the source's further columns."""
REPORT = ("severity", "place", "value", "message", "hint")


def laid_out(found: Checked, target: Target, settings: Settings) -> tuple[Files, list[str]]:
    """Return the files of a map by their names, and in sentences what they do not hold of it."""
    orgmap = found.orgmap
    if target.form.name in DATA:
        return _data(found, target, settings), []
    if target.form.shapes:
        return _network(orgmap, target, settings)
    return _records(orgmap, target)


def _data(found: Checked, target: Target, settings: Settings) -> Files:
    from orgmap.write import tables as data

    tables = written(found.orgmap) if settings.names else data_tables(found)
    title = found.orgmap.title
    if target.form.name == "csv":
        return data.csv_folder(tables, title)
    if target.form.name == "parquet":
        return data.parquet_folder(tables)
    if target.form.name == "json":
        return {f"{target.stem}{target.suffix}": data.tables_json(tables, title)}
    told = None if settings.names else report((*found.orgmap.warnings, *found.orgmap.notes))
    return {f"{target.stem}{target.suffix}": data.data_workbook(tables, title, told)}


def _network(orgmap: OrgMap, target: Target, settings: Settings) -> tuple[Files, list[str]]:
    from orgmap.network.exchange import exchange_graph
    from orgmap.write import dl, networks, pajek

    graph = exchange_graph(orgmap, target.shape or "whole", settings.counting, settings.roles)
    name, file = target.form.name, f"{target.stem}{target.suffix}"
    if name == "gephi":
        return networks.gephi(graph), _left_behind(orgmap, target)
    if name == "dl":
        return dl.dl(graph, target.stem), _left_behind(orgmap, target)
    if name == "pajek":
        made = pajek.pajek(graph, project=target.suffix == ".paj")
        return {file: made}, _left_behind(orgmap, target)
    kind = f"kumu_{'json' if target.suffix.endswith('.json') else 'workbook'}" if name == "kumu" else name
    writers: dict[str, Callable[..., bytes]] = {
        "kumu_json": networks.kumu_json,
        "kumu_workbook": networks.kumu_workbook,
        "graphml": networks.graphml,
        "gexf": networks.gexf,
        "cytoscape": networks.cytoscape,
        "dot": networks.dot,
    }
    return {file: writers[kind](graph, orgmap.title)}, _left_behind(orgmap, target)


def _left_behind(orgmap: OrgMap, target: Target) -> list[str]:
    """Say what a network does not hold of the map."""
    from orgmap.network.exchange import not_carried

    if target.shape == "whole":
        return _not_held(target, [f"the table {name}" for name in not_carried(orgmap)])
    held = ("about", "seats", "bodies", "organisations", "people")
    left = [f"the table {name}" for name in TABLE if name not in held and len(getattr(orgmap, name))]
    open_seats = int((orgmap.seats["status"] != "filled").sum())
    return _not_held(target, [*left, *([counted(open_seats, "open seat")] if open_seats else [])])


def _records(orgmap: OrgMap, target: Target) -> tuple[Files, list[str]]:
    file = f"{target.stem}{target.suffix}"
    if target.form.name == "popolo":
        from orgmap.write import popolo

        return {file: popolo.popolo(orgmap)}, _not_seen(popolo.not_carried(orgmap))
    from orgmap.write import org

    made = org.org(orgmap, "json-ld" if target.suffix == ".jsonld" else "turtle")
    return {file: made}, _not_seen(org.not_carried(orgmap))


def _not_seen(what: list[str]) -> list[str]:
    return [f"orgmap reads everything back; other programs will not see {joined(what)}."] if what else []


def _not_held(target: Target, what: list[str]) -> list[str]:
    return [f"{target.form.title} does not hold {joined(what)}."] if what else []


def data_tables(found: Checked) -> Tables:
    """Return the tables of a map as text, with the source's further columns beside them."""
    tables = written(found.orgmap)
    for name, raw in found.source.tables.items():
        if name in tables and len(raw.extra.columns):
            tables[name] = _with_extra(tables[name], raw, _rows(found.orgmap, name))
    return tables


def report(problems: tuple[Problem, ...]) -> pd.DataFrame:
    """Return a row for each problem and each note on what was done with a cell."""
    rows = [(one.severity, one.place, one.value, one.message, one.hint) for one in problems]
    return pd.DataFrame(rows, columns=list(REPORT))


def _rows(orgmap: OrgMap, name: str) -> pd.Series[int]:
    """Return, for each row of a table of the map, the row of the source it comes from; NaN where none."""
    table: pd.DataFrame = getattr(orgmap, name) if name != "about" else pd.DataFrame({"row": [None]})
    return table["row"]


def _with_extra(table: pd.DataFrame, raw: RawTable, rows: pd.Series[int]) -> pd.DataFrame:
    more = raw.extra[[column for column in raw.extra.columns if column not in table.columns]]
    beside = more.reindex(rows.tolist()).astype("object")
    beside = beside.where(beside.notna(), None).set_axis(table.index)
    return pd.concat([table, beside.dropna(axis="columns", how="all")], axis="columns")
