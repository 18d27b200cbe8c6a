"""The command that shows which names may be one, to be confirmed by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgmap.cli.options import asked_form, deliver, form_of, progress, replace_option, source_argument
from orgmap.errors import CallInvalid
from orgmap.vocabulary import NAMED_KINDS

if TYPE_CHECKING:
    from orgmap.pack.naming import Naming

NAME_FORMS = ("csv", "xlsx", "xlsm")


@click.command("names")
@source_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="A copy of the workbook with a sheet Names to decide on (.xlsx), or the table alone (names.csv).",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(NAMED_KINDS.values),
    help="Only people, organisations or bodies; may be repeated.",
)
@replace_option
def names_command(source: Path, output: Path | None, kinds: tuple[str, ...], *, replace: bool) -> None:
    """Say which names in SOURCE may be one, and why.

    Nothing is merged by this. With -o it becomes a sheet, Names, with a row for each pair: write yes or no
    under Same, and read that workbook from then on. It names people: for your own eyes, not for publishing.

    \b
    Examples:
      orgmap names members.xlsx
      orgmap names members.xlsx -o members-names.xlsx
    """
    from orgmap.pack.checking import STEPS
    from orgmap.pack.naming import naming

    form = _form(source, output, replace=replace) if output else ""
    with progress("Comparing", STEPS + 1) as telling:
        found = naming(source, kinds, asked_form(), telling)
    click.echo(found.found.summary, err=True)
    if output is None or str(output) != "-":
        _tell(found)
    if output:
        _write(output, found, form)


def _form(source: Path, output: Path, *, replace: bool) -> str:
    """Return the form to write, having made sure that nothing of the user's own is written over."""
    from orgmap.write import check_free

    form = form_of(output, NAME_FORMS)
    if form == "xlsm" and source.suffix.lower() != ".xlsm":
        raise CallInvalid(f"{output.name} would have no macros; end its name in .xlsx.")
    if str(output) != "-":
        check_free(output, source, replace=replace)
    return form


def _tell(found: Naming) -> None:
    from orgmap.cli.problems import plain

    for sentence in found.sentences():
        click.echo(plain(sentence))
    if found.pairs or found.namesakes:
        click.echo("For your own eyes: this names people, and is not for publishing.", err=True)


def _write(output: Path, found: Naming, form: str) -> None:
    if form == "csv":
        deliver(output, found.csv())
        return
    made = found.workbook(macros=form == "xlsm")
    deliver(output, made.content)
    lacks = f" It may lack or change: {', '.join(made.changed)}." if made.changed else ""
    click.echo(f"Write yes or no under Same on the sheet Names, then read {output}.{lacks}", err=True)
