"""The command that says where two meet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from orgmap.cli.options import (
    ANSWER_FORMS,
    deliver,
    form_of,
    opened_map,
    output_option,
    selection_options,
    source_argument,
)


@click.command("where")
@source_argument
@click.argument("x")
@click.argument("y")
@output_option(ANSWER_FORMS)
@selection_options
def where_command(source: Path, x: str, y: str, output: Path, **options: Any) -> None:
    """Say where X and Y meet in SOURCE.

    X and Y are organisations, people or bodies, by name, short name or code: the bodies on which both sit and
    through whom; what two bodies share; the seats of one on the other; or the nearest way between them.

    \b
    Example:
      orgmap where members.xlsx "Anyshire Council" "Anyshire Police"
    """
    from orgmap.pack.where import meetings

    form = form_of(output, ANSWER_FORMS)
    deliver(output, meetings(opened_map(source, **options), x, y, form))
