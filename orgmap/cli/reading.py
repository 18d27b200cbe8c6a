"""The commands that read: check a source, copy an example out."""

from __future__ import annotations

from pathlib import Path

import click

from orgmap.cli.options import folder_of, source_argument


@click.command("check")
@source_argument
def check_command(source: Path) -> int:
    """Say what is wrong with SOURCE.

    Every problem at once, with sheet, row and column, and what to do about it.

    \b
    Example:
      orgmap check members.xlsx
    """
    from orgmap.cli.problems import show_problems
    from orgmap.pack.checking import checked

    problems, summary = checked(source)
    show_problems(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    click.echo(summary)
    click.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}.")
    return 1 if errors else 0


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
