"""The commands that draw: the interactive map and the diagrams."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from orgmap.cli.options import (
    counting_options,
    deliver,
    form_of,
    opened_map,
    output_option,
    selection_options,
    source_argument,
)
from orgmap.vocabulary import DIAGRAMS


@click.command("map")
@source_argument
@output_option(["html"], required=True)
@selection_options
@counting_options
def map_command(source: Path, output: Path, **options: Any) -> None:
    """Draw SOURCE as an interactive map.

    One web page that needs no network.

    \b
    Example:
      orgmap map members.xlsx -o map.html
    """
    from orgmap.pack.singles import map_page

    form_of(output, ["html"])
    shown = opened_map(source, **options)
    deliver(output, map_page(shown))


DIAGRAM_FORMS = ("svg", "pdf", "png", "dot")


@click.command("diagram")
@source_argument
@click.argument("kind", type=click.Choice(DIAGRAMS.values))
@output_option(DIAGRAM_FORMS, required=True)
@selection_options
@counting_options
@click.option(
    "--at-least",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Interlocks: only ties of this many shared members.",
)
def diagram_command(source: Path, kind: str, output: Path, at_least: int, **options: Any) -> None:
    """Draw SOURCE on a sheet of A4.

    KIND is structure (which body is part of which, and the declared links) or interlocks (which bodies share
    members).

    \b
    Example:
      orgmap diagram members.xlsx structure -o structure.pdf
    """
    from orgmap.pack.singles import diagram

    form = form_of(output, DIAGRAM_FORMS)
    shown = opened_map(source, **options)
    deliver(output, diagram(shown, kind, at_least).drawn(form))
