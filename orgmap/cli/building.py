"""The command that builds the whole pack."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgmap.cli.options import (
    cost_option,
    counting_options,
    folder_of,
    opened_map,
    progress,
    selection_options,
    source_argument,
    ticked_option,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgmap.pack.comparing import Comparison
    from orgmap.pack.opening import Opened
    from orgmap.pack.part import Part


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
@cost_option
@ticked_option
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="OLDER",
    help="An older list of the same bodies; a page then says what changed since.",
)
def build_command(source: Path, output: Path, since: Path | None, **options: Any) -> None:
    """Write the whole pack of SOURCE as one folder.

    Open its index.html.

    The pack leads with what to do, and holds the interactive map, the diagrams, the checklist of
    protocols and every table. It works without a network.

    \b
    Example:
      orgmap build hampshire -o pack
    """
    from orgmap.pack.collecting import seldom_collected
    from orgmap.pack.parts import pack_parts
    from orgmap.write import check_replaceable, save_folder

    folder = folder_of(output)
    check_replaceable(folder)
    with seldom_collected():
        shown = opened_map(source, **options)
        files = _made(pack_parts(shown, _changed(since, source, shown) if since else None))
    save_folder(folder, files)
    click.echo(f"Wrote {folder / 'index.html'} and {len(files) - 1} more files.", err=True)


def _changed(older: Path, source: Path, shown: Opened) -> Comparison:
    from orgmap.pack.changing import changed_since
    from orgmap.pack.checking import STEPS

    with progress("Reading what was before", 2 * STEPS) as telling:
        return changed_since(older, source, shown, telling)


def _made(parts: Sequence[Part]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    with click.progressbar(
        parts,
        label="Building",
        item_show_func=_label,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as steps:
        for part in steps:
            files |= part.make()
    return files


def _label(part: Any) -> str:
    return part.label if part else ""
