"""The text of a cell as the value it stands for, wherever the same text can be made of it again."""

from __future__ import annotations

import datetime
import json
import math
import re
from collections.abc import Mapping

from orgmap.vocabulary import Column, Type

Value = str | bool | int | float | list[str]
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?", re.ASCII)
_FLAGS = {"yes": True, "no": False}


def value_of(text: str, column: Column | None) -> Value:
    """Return the number, flag or list of names that a cell holds, or its text where `text_of` needs that."""
    if column is None:
        return text
    if column.type in (Type.WHOLE, Type.NUMBER):
        return _number(text)
    if column.type is Type.FLAG:
        return _FLAGS.get(text, text)
    if column.type is Type.NAMES:
        names = text.split("; ")
        return names if all(name == name.strip() and name and ";" not in name for name in names) else text
    return text


def _number(text: str) -> str | int | float:
    """Return a number of at most fifteen digits, which is what every program keeps, else the text."""
    if not _NUMBER.fullmatch(text):
        return text
    number = float(text)
    told = int(number) if number.is_integer() else number
    return told if text_of(told) == text and float(f"{number:.15G}") == number else text


def text_of(value: object) -> str | None:
    """Return a value as a CSV file would hold it, or None where it is unknown or empty.

    Whole numbers have no point, days are 2005-03-01, a list has semicolons between, True is yes.
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return _long_text(value)


def _float_text(value: float) -> str | None:
    if math.isnan(value):
        return None
    return str(int(value)) if value.is_integer() else repr(value)


def _long_text(value: object) -> str | None:
    if isinstance(value, list | tuple):
        return "; ".join(text for text in map(text_of, value) if text) or None
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=str) if value else None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace") or None
    return str(value)
