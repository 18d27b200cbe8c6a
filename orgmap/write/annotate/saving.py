"""A workbook of openpyxl as bytes that do not depend on the clock and still hold the results of formulas."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook

Results = Mapping[str, Mapping[str, object]]
_FIXED = b"2000-01-01T00:00:00Z"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)([^<]*)(?=</dcterms:)")
_FORMULA = re.compile(
    r'<c r="(?P<cell>[A-Z]+\d+)"(?P<rest>[^>]*)>(?P<f><f\b[^>]*?(?:/>|>[^<]*</f>))<v\s*(?:/>|></v>)</c>'
)


def saved(book: Workbook, results: Results, core: bytes) -> bytes:
    """Return the workbook as bytes, made when `core` says, the part of the former file that tells.

    `results` holds what each formula came to, by sheet and cell: openpyxl forgets that, and a program that
    does not work out formulas would read nothing there.
    """
    made = io.BytesIO()
    book.save(made)
    parts = {f"xl/worksheets/sheet{number}.xml": one.title for number, one in enumerate(book.worksheets, 1)}
    done = io.BytesIO()
    with zipfile.ZipFile(made) as former, zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as latter:
        for part in former.namelist():
            content = former.read(part)
            if part == "docProps/core.xml":
                content = _dated(content, core)
            elif results.get(parts.get(part, "")):
                content = _with_results(content, results[parts[part]])
            latter.writestr(zipfile.ZipInfo(part, _ZIP_DATE), content, zipfile.ZIP_DEFLATED)
    return done.getvalue()


def _dated(made: bytes, core: bytes) -> bytes:
    stamps = {found[2]: found[3] for found in _STAMP.finditer(core)}
    return _STAMP.sub(lambda found: found[1] + stamps.get(found[2], _FIXED), made)


def _with_results(sheet: bytes, results: Mapping[str, object]) -> bytes:
    def filled(found: re.Match[str]) -> str:
        result = results.get(found["cell"])
        if result is None:
            return found[0]
        kind, text = _written(result)
        return f'<c r="{found["cell"]}"{found["rest"]}{kind}>{found["f"]}<v>{escape(text)}</v></c>'

    return _FORMULA.sub(filled, sheet.decode("utf-8")).encode("utf-8")


def _written(result: Any) -> tuple[str, str]:
    """Return the attribute that says what a result is, and its text."""
    if isinstance(result, bool):
        return ' t="b"', str(int(result))
    if isinstance(result, int | float):
        return "", repr(result)
    if isinstance(result, datetime.date | datetime.time | datetime.timedelta):
        return "", repr(to_excel(result))  # type: ignore[no-untyped-call]
    return (' t="e"' if str(result).startswith("#") else ' t="str"'), str(result)
