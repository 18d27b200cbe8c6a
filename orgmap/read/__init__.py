"""The readers: whatever a source is, it becomes raw tables here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from orgmap.errors import CallInvalid, Problem
from orgmap.model.raw import Source
from orgmap.read.files import refused
from orgmap.vocabulary import FORM

NO_TABLE = "there is no table of seats, the one table that a map cannot do without."
NAME_IT = (
    "Name a file seats.csv or a sheet Seats, with a column body and one of person, post or organisation."
)
EMPTY = "the table is empty."
FILL_IT = "A map needs a row for each seat, with the body and who sits there."
READERS: dict[str, tuple[str, str]] = {
    "json": ("tables_json", "read_tables_json"),
    "parquet": ("parquet", "read_parquet"),
    "popolo": ("popolo", "read_popolo"),
    "org": ("org", "read_org"),
    "kumu": ("networks.kumu", "read_kumu_json"),
    "graphml": ("networks.graphml", "read_graphml"),
    "gexf": ("networks.gexf", "read_gexf"),
    "cytoscape": ("networks.cytoscape", "read_cytoscape"),
    "pajek": ("pajek", "read_pajek"),
    "dl": ("dl", "read_dl"),
}
"""The module and function that read a file of each form; those of grids and of ModernGov are apart."""
GRIDS = ("csv", "workbook")
TYPED = ("csv", "workbook", "boards", "matrix", "matrix-bodies-down", "edges", "moderngov")
"""The forms that people type, whose cells may hold several things."""
Telling = Callable[[str], object]


def read(path: Path, form: str | None = None, telling: Telling | None = None) -> Source:
    """Return the raw tables of a source, whatever form it is of; `form` is for where that is not recognised.

    `telling` is called with each step in words, before it is taken.

    Raises:
        SourceInvalid: the source does not exist, cannot be read, or is nothing that orgmap reads.
        CallInvalid: there is no such form to read.
    """
    from orgmap.read.recognise import form_of
    from orgmap.read.undated import without_undated

    if form is not None and (form not in FORM or not FORM[form].reads):
        raise CallInvalid(f"orgmap cannot read a source as {form}.")
    if not path.exists():
        raise refused(path, "there is no such file or folder.", "Check the spelling and where you are.")
    path = path if path.name else path.resolve()
    tell = telling or _silent
    tell("opening the source")
    source = without_undated(_read(path, form_of(path), form, tell))
    if source.form in TYPED:
        from orgmap.read.splitting import taken_apart

        tell("taking cells apart")
        source = taken_apart(source)
    return _with_seats(_titled(source, path))


def _titled(source: Source, path: Path) -> Source:
    """Return the source with the name of its file as the last of what the map may be called."""
    from orgmap.read.titles import file_title

    last = file_title(path)
    return replace(source, titles=(*source.titles, last)) if last else source


def _silent(step: str) -> None:
    """Tell nothing."""


def _read(path: Path, kept: str, form: str | None, telling: Telling) -> Source:
    """Read a source that is kept as one form and asked to be read as a form, or as what it is."""
    if kept in GRIDS and form not in READERS.keys() - {"kumu"} | {"moderngov"}:
        return _read_grids(path, kept, form, telling)
    chosen = form or kept
    if chosen == "moderngov":
        from orgmap.read.moderngov import read_moderngov

        files = sorted(path.glob("*.[xX][mM][lL]")) if path.is_dir() else [path]
        return read_moderngov(files, path.name)
    if chosen not in READERS or (path.is_dir() and chosen != "parquet"):
        title = FORM[chosen].title
        raise refused(path, f"this cannot be read as {title}.", "Leave --as out, or name another form.")
    module, function = READERS[chosen]
    reader: Callable[[Path], Source] = getattr(import_module(f"orgmap.read.{module}"), function)
    return reader(path)


def _read_grids(path: Path, kept: str, form: str | None, telling: Telling) -> Source:
    from orgmap.read.examples import without_examples
    from orgmap.read.folder import file_grid, folder_grids
    from orgmap.read.lists import source_of

    if kept == "workbook":
        from orgmap.read.workbook import workbook_grids

        grids, problems = workbook_grids(path)
    elif path.is_dir():
        grids, problems = folder_grids(path)
    else:
        grids, problems = [file_grid(path)], []
    telling("finding the tables")
    grids, passed_over = without_examples(grids)
    chosen = "csv" if form in GRIDS else form
    source = source_of(path.name, grids, chosen, [*problems, *passed_over])
    return replace(source, form="workbook") if kept == "workbook" and source.form == "csv" else source


def _with_seats(source: Source) -> Source:
    """Return the source, with an error where it has no seats and nothing else explains that."""
    seats = source.tables.get("seats")
    if any(problem.severity == "error" for problem in source.problems):
        return source
    if seats is None:
        return _faulty(source, source.name, NO_TABLE, NAME_IT)
    return _faulty(source, seats.place, EMPTY, FILL_IT) if seats.frame.empty else source


def _faulty(source: Source, place: str, message: str, hint: str) -> Source:
    return replace(source, problems=(*source.problems, Problem(place, None, None, None, message, hint)))
