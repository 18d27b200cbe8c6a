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
    from orgmap.write import check_free

    suffix = copy.suffix.lower()
    if suffix != ".xlsx" and not suffix == source.suffix.lower() == ".xlsm":
        raise CallInvalid(f"{copy.name} is not called a workbook; end its name in .xlsx.")
    check_free(copy, source, replace=replace)


def write_copy(source: Path, copy: Path, problems: Sequence[Problem]) -> None:
    """Write the annotated copy, and say so, and what of the user's own it may lack."""
    from orgmap.pack.annotating import annotated
    from orgmap.write import save

    made = annotated(source, problems, macros=copy.suffix.lower() == ".xlsm")
    save(copy, made.content)
    lacks = f" It may lack or change: {', '.join(made.changed)}." if made.changed else ""
    click.echo(f"Wrote {copy}. Open it: the first sheet lists all problems.{lacks}", err=True)
