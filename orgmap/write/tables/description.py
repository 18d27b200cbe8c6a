"""A Frictionless Data Package of the tables: what each column means, and what holds of it in these data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from orgmap.matching import slug
from orgmap.model.guards import guarded
from orgmap.vocabulary import TABLE, Column, Table, Type, Unknown
from orgmap.write.tables.columns import cells, declared

Facts = dict[str, Any]
FURTHER = "A further column of the source, as it was; orgmap does not read it."
_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_PATTERNS = {Type.WHOLE: r"\d+", Type.NUMBER: r"\d+(\.\d+)?", Type.FLAG: "yes|no", Type.DATE: _DATE}
_TYPES: dict[Type, Facts] = {
    Type.WHOLE: {"type": "integer", "constraints": {"minimum": 0}},
    Type.NUMBER: {"type": "number", "constraints": {"minimum": 0}},
    Type.FLAG: {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    Type.DATE: {"type": "string", "constraints": {"pattern": _DATE}},
}
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+[^\s\"'<>.,;)]")
_NOT_A_CODE = re.compile(r"[^-a-zA-Z0-9._]+")


def described(tables: Sequence[tuple[Table, pd.DataFrame]], title: str) -> bytes:
    """Return the datapackage.json of tables written as CSV files of their names.

    A constraint is stated only where the data keep it, so that the package is always valid: a type, a closed
    list, a required column, a primary key, and a foreign key where every reference is found in one column.
    """
    frames = {table.name: frame for table, frame in tables}
    package: Facts = {"profile": "tabular-data-package", "name": slug(title) or "map", "title": title}
    package |= _terms(frames.get("about"))
    package["resources"] = [_resource(table, frame, frames) for table, frame in tables]
    return json.dumps(package, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _terms(about: pd.DataFrame | None) -> Facts:
    """Return the licence and the source that the map says it has."""
    said = {} if about is None or about.empty else about.iloc[0].dropna().to_dict()
    terms: Facts = {}
    if licence := said.get("licence"):
        code = _NOT_A_CODE.sub("-", licence).strip("-")[:100] or "other"
        terms["licenses"] = [{"name": code, "title": licence, **_address(licence)}]
    if source := said.get("source"):
        terms["sources"] = [{"title": source, **_address(source)}]
    return terms


def _address(text: str) -> Facts:
    found = _ADDRESS.search(text)
    return {"path": found[0]} if found else {}


def _resource(table: Table, frame: pd.DataFrame, frames: dict[str, pd.DataFrame]) -> Facts:
    schema: Facts = {"fields": [_field(table, frame, header) for header in frame.columns]}
    schema["missingValues"] = [""]
    if key := _primary_key(table, frame):
        schema["primaryKey"] = [key]
    if keys := list(_foreign_keys(table, frame, frames)):
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.name.replace("_", " ").capitalize(),
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(table: Table, frame: pd.DataFrame, header: str) -> Facts:
    column = declared(table, header)
    name = guarded(header)
    if column is None:
        return {"name": name, "type": "string", "description": FURTHER}
    return {"name": name, "description": column.meaning, **_kind(column, cells(frame, header))}


def _kind(column: Column, texts: list[str | None]) -> Facts:
    """Return the type of a column and the constraints that its cells keep."""
    known = [text for text in texts if text is not None]
    pattern = _PATTERNS.get(column.type, "")
    kept = bool(pattern) and all(re.fullmatch(pattern, text, re.ASCII) for text in known)
    kind: Facts = dict(_TYPES[column.type]) if kept else {"type": "string"}
    constraints: Facts = dict(kind.pop("constraints", {}))
    if column.required and len(known) == len(texts):
        constraints["required"] = True
    if column.type is Type.CHOICE and (values := _values(column, known)):
        constraints["enum"] = values
    return {**kind, "constraints": constraints} if constraints else kind


def _values(column: Column, known: Iterable[str]) -> list[str]:
    """Return the values of a column's list where it is closed and no cell holds any other."""
    listed = column.closed_list
    if listed is None or listed.unknown is Unknown.KEEP or not set(known) <= set(listed.values):
        return []
    return list(listed.values)


def _primary_key(table: Table, frame: pd.DataFrame) -> str | None:
    keys = [key for key in ("id", table.key) if key in frame.columns]
    return next((key for key in keys if key and _is_key(cells(frame, key))), None)


def _is_key(texts: list[str | None]) -> bool:
    return None not in texts and len(set(texts)) == len(texts)


def _foreign_keys(table: Table, frame: pd.DataFrame, frames: dict[str, pd.DataFrame]) -> Iterable[Facts]:
    """Return, for each column of references, the column in which all of them are found, if there is one."""
    for column in table.columns:
        found = _referred(column, frame, frames) if column.name in frame.columns else None
        if found:
            resource = "" if found[0] == table.name else found[0]
            yield {"fields": [column.name], "reference": {"resource": resource, "fields": [found[1]]}}


def _referred(column: Column, frame: pd.DataFrame, frames: dict[str, pd.DataFrame]) -> tuple[str, str] | None:
    named = {text for text in cells(frame, column.name) if text is not None}
    for target in column.refers_to:
        for key in _keys(target, frames):
            texts = cells(frames[target], key)
            if named and _is_key(texts) and named <= set(texts):
                return target, key
    return None


def _keys(target: str, frames: dict[str, pd.DataFrame]) -> list[str]:
    headers = list(frames[target].columns) if target in frames else []
    candidates = (TABLE[target].key, "name", "id")
    return [key for key in candidates if key in TABLE[target].by_name and key in headers]
