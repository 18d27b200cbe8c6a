"""The command that writes the workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from orgmap.cli.options import replace_option
from orgmap.errors import CallInvalid


@click.command("template")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@replace_option
def template_command(file: Path, *, replace: bool) -> None:
    """Write a workbook to fill in.

    FILE ends in .xlsx. Its first sheet explains what to do; only the sheet Seats is needed.

    \b
    Example:
      orgmap template members.xlsx
    """
    if file.suffix.lower() != ".xlsx":
        raise CallInvalid(f"{file.name} is not called a workbook; end its name in .xlsx.")
    from orgmap.write import check_free, save
    from orgmap.write.template import template

    check_free(file, replace=replace)
    save(file, template())
    click.echo(f"Wrote {file}. Fill in the sheet Seats, then try: orgmap check {file}", err=True)
