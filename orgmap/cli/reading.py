"""The commands that read: check a source, copy an example out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from orgmap.cli.annotating import check_copy, write_copy
from orgmap.cli.options import (
    asked_form,
    folder_of,
    progress,
    replace_option,
    source_argument,
    ticked_option,
)
from orgmap.errors import SEVERITIES


@click.command("check")
@source_argument
@click.option(
    "--annotate",
    "copy",
    metavar="COPY.xlsx",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a copy of SOURCE with every problem as a note on its cell; of a workbook or of CSV files.",
)
@ticked_option
@replace_option
def check_command(source: Path, copy: Path | None, ticked: Path | None, *, replace: bool) -> int:
    """Say what is wrong with SOURCE.

    Every problem at once, with sheet, row and column, and what to do about it.

    \b
    Examples:
      orgmap check members.xlsx
      orgmap check members.xlsx --annotate problems.xlsx
    """
    if copy:
        check_copy(source, copy, replace=replace)
    from orgmap.cli.problems import show_problems
    from orgmap.pack.checking import STEPS, checked

    with progress("Reading", STEPS) as telling:
        problems, summary = checked(source, asked_form(), telling, ticked)
    show_problems(problems)
    click.echo(summary)
    counts = Counter(problem.severity for problem in problems)
    said = [_count(counts[severity], severity) for severity in SEVERITIES if severity != "note"]
    told = [_count(counts["note"], "note")] if counts["note"] else []
    click.echo(f"{', '.join([*said, *told])}.")
    if copy:
        write_copy(source, copy, problems)
    return 1 if counts["error"] else 0


def _count(number: int, noun: str) -> str:
    said = f"{number:,}" if number else "no"
    return f"{said} {noun if number == 1 else f'{noun}s'}"


@click.command("example")
@click.argument("name", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to copy it to.  [default: NAME]",
)
def example_command(name: str | None, output: Path | None) -> None:
    """Copy an example out to start from.

    Without NAME, say which examples there are.

    \b
    Example:
      orgmap example hampshire-2004 -o hampshire
    """
    from orgmap.pack.examples import copy_example, examples

    if name is None:
        for known, title in examples().items():
            click.echo(f"{known:<16} {title}")
        return
    folder = folder_of(output or Path(name))
    copy_example(name, folder)
    click.echo(f"Wrote {folder}. Now try: orgmap build {folder} -o pack", err=True)
