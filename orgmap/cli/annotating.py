"""What the option --annotate of the command check does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgmap.errors import CallInvalid

if TYPE_CHECKING:
    from orgmap.errors import Problem


def check_copy(source: Path, copy: Path, *, replace: bool) -> None:
    """Make sure that a copy may be written there.

    Raises:
        CallInvalid: it is the source itself, there already, or not called a workbook.
    """
    suffix = copy.suffix.lower()
    if suffix != ".xlsx" and not suffix == source.suffix.lower() == ".xlsm":
        raise CallInvalid(f"{copy.name} is not called a workbook; end its name in .xlsx.")
    if copy.exists() and source.exists() and copy.samefile(source):
        raise CallInvalid("orgmap never changes a source; give the copy a name of its own.")
    if copy.exists() and not replace:
        raise CallInvalid(f"{copy} is there already; name a new file, or write over it with --replace.")


def write_copy(source: Path, copy: Path, problems: Sequence[Problem]) -> None:
    """Write the annotated copy, and say so, and what of the user's own it may lack."""
    from orgmap.pack.annotating import annotated
    from orgmap.write import save

    made = annotated(source, problems, macros=copy.suffix.lower() == ".xlsm")
    save(copy, made.content)
    lacks = f" It may lack or change: {', '.join(made.changed)}." if made.changed else ""
    click.echo(f"Wrote {copy}. Open it: the first sheet lists all problems.{lacks}", err=True)
