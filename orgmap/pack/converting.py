"""A source converted to another form: read, checked, laid out as the form wants it, and said what is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from orgmap.errors import CallInvalid, Problem
from orgmap.model import OrgMap, as_at, check, withhold
from orgmap.model.cells import read_date
from orgmap.model.raw import RawTable
from orgmap.model.update import updated
from orgmap.model.wording import counted, joined
from orgmap.model.written import Tables, written
from orgmap.pack.checking import Checked, Telling, read_and_checked
from orgmap.pack.settings import Settings
from orgmap.vocabulary import FORM, FORMS, TABLE, Form

Files = dict[str, bytes]
DATA = ("csv", "workbook", "json", "parquet")
"""orgmap's own forms, which hold every table and the source's further columns."""
REPORT = ("severity", "place", "value", "message", "hint")


@dataclass(frozen=True)
class Target:
    """What to write: the form, the file's suffix, the part of the map, and the first part of file names."""

    form: Form
    suffix: str
    shape: str | None
    stem: str


@dataclass(frozen=True)
class Conversion:
    """The files of a conversion by their names, and what to tell about it, in sentences."""

    files: Files
    said: tuple[str, ...]


def target_of(out: Path, form: str | None = None, shape: str | None = None) -> Target:
    """Return what a path, and the form if it is named, ask for; for standard output the form must be named.

    Raises:
        CallInvalid: nothing is written under such a suffix, the form is not one that orgmap writes, or it
            cannot hold that part of the map.
    """
    name = "" if str(out) == "-" else out.name
    chosen = _named_form(form) if form else _form_of(name)
    if shape and shape not in chosen.shapes:
        held = f"it holds {joined(chosen.shapes)}" if chosen.shapes else "it holds no network"
        raise CallInvalid(f"{chosen.title} cannot hold the part {shape}: {held}.")
    suffix = next((one for one in _longest_first(chosen) if name.lower().endswith(one)), "")
    if not chosen.folder and not suffix:
        if name:
            raise CallInvalid(
                f"{name} does not end as {chosen.title} does; end it in {joined(_written(chosen))}."
            )
        suffix = chosen.suffixes[0]
    stem = name[: len(name) - len(suffix)] or chosen.name
    return Target(chosen, suffix, shape or next(iter(chosen.shapes), None), stem)


def converted(
    source: Path, target: Target, settings: Settings, against: Path | None, telling: Telling | None = None
) -> Conversion:
    """Return a source in another form. Everything is converted, names too, unless the settings ask for less.

    With `against`, the codes, other names and decisions of that older map are kept.

    Raises:
        SourceInvalid: the source, or the older map, has errors.
    """
    found = read_and_checked(source, settings.form, telling)
    said = [found.summary]
    if against:
        found, told = _against(found, read_and_checked(against))
        said += told
    orgmap = _chosen(found.orgmap, settings)
    files, lost = _laid_out(orgmap, replace(found, orgmap=orgmap), target, settings, telling)
    return Conversion(files, (*said, *_done_with_cells(found.orgmap), *lost))


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


def _named_form(name: str) -> Form:
    if name not in FORM or not FORM[name].writes:
        raise CallInvalid(f"orgmap does not write the form {name}.")
    return FORM[name]


def _form_of(name: str) -> Form:
    if name and "." not in name:
        return FORM["csv"]
    endings = [(suffix, form) for form in FORMS if form.writes for suffix in _written(form)]
    fitting = [(suffix, form) for suffix, form in endings if name.lower().endswith(suffix)]
    if not name or not fitting:
        said = joined(sorted({suffix for suffix, form in endings if not form.folder}))
        named = f"{name} ends in no form that orgmap writes" if name else "standard output has no suffix"
        raise CallInvalid(f"{named}: end it in {said}, name a folder, or say --to KIND.")
    return max(fitting, key=lambda one: len(one[0]))[1]


def _written(form: Form) -> tuple[str, ...]:
    return form.suffixes[:1] if form.name == "workbook" else () if form.folder else form.suffixes


def _longest_first(form: Form) -> list[str]:
    return sorted(_written(form), key=len, reverse=True)


def _chosen(orgmap: OrgMap, settings: Settings) -> OrgMap:
    """Return the map as at the day and with the names that the settings ask for; all of it without any."""
    dated = as_at(orgmap, read_date(settings.as_at)) if settings.as_at else orgmap
    return withhold(dated, settings.names) if settings.names else dated


def _against(new: Checked, old: Checked) -> tuple[Checked, list[str]]:
    source = updated(data_tables(old), old.source.name, new.source)
    found = Checked(source, check(source))
    return found, _news(found.orgmap, old.orgmap, old.source.name)


def _news(orgmap: OrgMap, old: OrgMap, name: str) -> list[str]:
    counts = {
        noun: len(set(getattr(orgmap, table).index) - set(getattr(old, table).index))
        for table, noun in (("bodies", "body"), ("organisations", "organisation"), ("people", "person"))
    }
    new = joined([counted(count, noun) for noun, count in counts.items() if count])
    seated = set(orgmap.seats["person"].dropna())
    left = len(set(old.seats["person"].dropna()) - seated)
    told = [f"Against {name}: {new} new." if new else f"Against {name}: nobody and nothing is new."]
    if left:
        told.append(f"{counted(left, 'person')} of {name} {'holds' if left == 1 else 'hold'} no seat now.")
    return told


def _done_with_cells(orgmap: OrgMap) -> list[str]:
    counts = {"warning": len(orgmap.warnings), "note": len(orgmap.notes)}
    told = joined([counted(count, noun) for noun, count in counts.items() if count])
    return [f"{told[0].upper()}{told[1:]}: `orgmap check` shows them."] if told else []


def _laid_out(
    orgmap: OrgMap, found: Checked, target: Target, settings: Settings, telling: Telling | None
) -> tuple[Files, list[str]]:
    if telling:
        telling(f"writing {target.form.title}")
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
    """Say what a network cannot hold of the map."""
    carried = {"seats", "bodies", "organisations", "people", "about"}
    carried |= {"links"} if target.shape == "whole" else set()
    left = [name for name in TABLE if name not in carried and len(getattr(orgmap, name, ()))]
    told = [f"{target.form.title} does not hold the tables {joined(left)}."] if left else []
    open_seats = int((orgmap.seats["status"] != "filled").sum())
    if target.shape != "whole" and open_seats:
        told.append(f"It does not hold the {counted(open_seats, 'open seat')} either.")
    return told


def _records(orgmap: OrgMap, target: Target) -> tuple[Files, list[str]]:
    file = f"{target.stem}{target.suffix}"
    if target.form.name == "popolo":
        from orgmap.write import popolo

        return {file: popolo.popolo(orgmap)}, _not_held(target, popolo.not_carried(orgmap))
    from orgmap.write import org

    made = org.org(orgmap, "json-ld" if target.suffix == ".jsonld" else "turtle")
    return {file: made}, _not_held(target, org.not_carried(orgmap))


def _not_held(target: Target, what: list[str]) -> list[str]:
    return [f"{target.form.title} does not hold {joined(what)}."] if what else []


def _rows(orgmap: OrgMap, name: str) -> pd.Series[int]:
    """Return, for each row of a table of the map, the row of the source it comes from; NaN where none."""
    table: pd.DataFrame = getattr(orgmap, name) if name != "about" else pd.DataFrame({"row": [None]})
    return table["row"]


def _with_extra(table: pd.DataFrame, raw: RawTable, rows: pd.Series[int]) -> pd.DataFrame:
    more = raw.extra[[column for column in raw.extra.columns if column not in table.columns]]
    beside = more.reindex(rows.tolist()).astype("object")
    beside = beside.where(beside.notna(), None).set_axis(table.index)
    return pd.concat([table, beside.dropna(axis="columns", how="all")], axis="columns")
