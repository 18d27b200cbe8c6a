"""The tables as a folder of CSV files, with a datapackage.json that describes them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pandas as pd

from orgmap.model.guards import guarded
from orgmap.write.tables.columns import cells, ready
from orgmap.write.tables.description import described


def csv_folder(tables: Mapping[str, pd.DataFrame], title: str) -> dict[str, bytes]:
    """Return a CSV file for each table, and the datapackage.json that describes them, by file name.

    The files are UTF-8 with the mark by which Excel knows it, and lines end as RFC 4180 has it. A cell that a
    spreadsheet would take for a formula has an apostrophe in front, which orgmap's reader takes off again.
    """
    made = list(ready(tables))
    files = {f"{table.name}.csv": _csv(frame) for table, frame in made}
    return {**files, "datapackage.json": described(made, title)}


def _csv(frame: pd.DataFrame) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(guarded(header) for header in frame.columns)
    columns = [[guarded(cell or "") for cell in cells(frame, header)] for header in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8-sig", "replace")
