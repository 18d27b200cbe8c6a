"""The command that builds the whole pack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from orgmap.cli.options import counting_options, selection_options, settings, source_argument


@click.command("build")
@source_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write.",
)
@selection_options
@counting_options
def build_command(source: Path, output: Path, **options: Any) -> None:
    """Write the whole pack of SOURCE as one folder: open its index.html.

    The pack leads with what to do, and holds the interactive map, the diagrams, the checklist of protocols and every
    table. It works without a network.

    \b
    Example:
      orgmap build hampshire -o pack
    """  # noqa: D301
    from orgmap.pack import opened, pack_parts
    from orgmap.write import save_folder

    chosen = settings(**options)
    shown = opened(source, chosen)
    click.echo(shown.summary, err=True)
    parts = pack_parts(shown)
    files: dict[str, bytes] = {}
    with click.progressbar(
        parts, label="Building", item_show_func=_label, file=click.get_text_stream("stderr")
    ) as steps:
        for part in steps:
            files |= part.make()
    save_folder(output, files)
    click.echo(f"Wrote {output / 'index.html'} and {len(files) - 1} more files.", err=True)


def _label(part: Any) -> str:
    return part.label if part else ""
