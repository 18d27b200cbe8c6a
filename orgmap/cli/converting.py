"""The command that turns a source into another form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from orgmap.cli.options import (
    asked_form,
    counting_options,
    deliver,
    folder_of,
    progress,
    replace_option,
    source_argument,
    ticked_option,
)
from orgmap.vocabulary import FORMS, NAMES_MODES, SHAPES, TABLE


@click.command("convert")
@source_argument
@click.argument("out", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--to",
    "form",
    metavar="KIND",
    type=click.Choice([form.name for form in FORMS if form.writes]),
    help="The form to write: csv, workbook, popolo, kumu, gephi, graphml, ...  [default: as OUT ends]",
)
@click.option(
    "--network",
    "shape",
    type=click.Choice(SHAPES),
    help="What a network file holds: everything, bodies with members, or one of the two alone.",
)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="OLDER",
    help="An older map, whose codes, other names and decisions are kept.",
)
@click.option("--as-at", metavar="DATE", help="Only what held on this day, month or year.")
@click.option(
    "--names",
    type=click.Choice(NAMES_MODES.values),
    help="What to say of people.  [default: everything, as in SOURCE]",
)
@counting_options
@ticked_option
@replace_option
def convert_command(source: Path, out: Path, **options: Any) -> None:
    """Turn SOURCE into another form: OUT.

    OUT is a file, whose ending says which form (.xlsx, .json, .graphml, .gexf, .kumu.xlsx, .popolo.json,
    .ttl, .net, .dl ...), or a folder: of CSV tables, or of Parquet tables where it ends in .parquet. Names
    and further columns go along: this is for your own use, and for handing on what may be handed on. Use
    --names posts to leave names out.

    \b
    Example:
      orgmap convert members.xlsx clean.xlsx
      orgmap convert this-year.xlsx map.xlsx --against last-year.xlsx
    """
    from orgmap.pack.checking import STEPS
    from orgmap.pack.converting import converted
    from orgmap.pack.settings import Settings
    from orgmap.pack.targets import target_of
    from orgmap.write import check_free

    replace = options.pop("replace")
    against = options.pop("against")
    target = target_of(out, options.pop("form"), options.pop("shape"))
    if str(out) != "-":
        check_free(out, source, replace=replace)
    settings = Settings(form=asked_form(), **{name: value for name, value in options.items() if value})
    with progress("Converting", STEPS + 1) as telling:
        done = converted(source, target, settings, against, telling)
    for sentence in done.said:
        click.echo(sentence, err=True)
    _deliver(out, done.files, folder=target.form.folder, replace=replace)


def _deliver(out: Path, files: dict[str, bytes], *, folder: bool, replace: bool) -> None:
    """Write the files into a folder, beside one another, or the first of them to standard output."""
    if folder:
        from orgmap.write import save_data

        save_data(folder_of(out), files, _tables(files), replace=replace)
        click.echo(f"Wrote {out} with {', '.join(files)}.", err=True)
    elif str(out) == "-":
        deliver(out, next(iter(files.values())))
    else:
        for name, content in files.items():
            deliver(out.with_name(name), content)


def _tables(files: dict[str, bytes]) -> set[str]:
    """Return the names under which tables in the form of these files may stand from an earlier time."""
    suffixes = {Path(name).suffix for name in files} - {".json"}
    return {f"{table}{suffix}" for table in TABLE for suffix in suffixes}
