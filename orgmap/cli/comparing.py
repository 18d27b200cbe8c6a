"""The command that says what changed between two states of a map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from orgmap.cli.options import ANSWER_FORMS, as_option, asked_form, deliver, form_of, output_option, progress
from orgmap.vocabulary import NAMES_MODES


@click.command("compare")
@click.argument("older", type=click.Path(path_type=Path))
@click.argument("newer", type=click.Path(path_type=Path))
@as_option
@output_option(ANSWER_FORMS)
@click.option(
    "--older-as-at", metavar="DATE", help="Take OLDER as it held on this day.  [default: its as_at]"
)
@click.option("--as-at", metavar="DATE", help="Take NEWER as it held on this day.  [default: its as_at]")
@click.option(
    "--names",
    type=click.Choice(NAMES_MODES.values),
    help="What to show about people.  [default: what both sources allow, else posts]",
)
def compare_command(older: Path, newer: Path, output: Path, older_as_at: str | None, **options: Any) -> None:
    """Say what changed from OLDER to NEWER.

    Who joined, who left, who chairs now, which seats have another holder, and which bodies share more or
    fewer organisations: in sentences (.md, .docx, .json), or as the table that proves them (.csv, .xlsx).
    OLDER and NEWER may be one source whose seats have dates.

    \b
    Example:
      orgmap compare members-2025.xlsx members-2026.xlsx -o changes.md
    """
    from orgmap.pack.checking import STEPS
    from orgmap.pack.comparing import compared
    from orgmap.pack.settings import Settings

    form = form_of(output, ANSWER_FORMS)
    settings = Settings(form=asked_form(), **{name: value for name, value in options.items() if value})
    with progress("Reading", 2 * STEPS) as telling:
        found = compared(older, newer, settings, older_as_at, telling)
    click.echo(" ".join(found.said), err=True)
    deliver(output, found.written(form))
