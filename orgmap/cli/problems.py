"""Faults and problems as they are printed: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

import click

from orgmap.errors import OrgmapError, Problem, SourceInvalid

SHOWN = 20
_COLOUR = {"error": "red", "warning": "yellow", "note": "cyan"}


def show_fault(fault: OrgmapError) -> None:
    """Print a foreseen failure on standard error."""
    if isinstance(fault, SourceInvalid):
        errors = [problem for problem in fault.problems if problem.severity == "error"]
        show_problems(errors[:SHOWN], err=True)
        more = (
            f" The first {SHOWN} are shown; `orgmap check SOURCE` shows all." if len(errors) > SHOWN else ""
        )
        found = "1 error" if len(errors) == 1 else f"{len(errors):,} errors"
        click.echo(f"{found} in the data; nothing was written.{more}", err=True)
    else:
        click.echo(f"Error: {plain(str(fault))}", err=True)


def show_problems(problems: Sequence[Problem], *, err: bool = False) -> None:
    """Print problems one below the other, errors first, each with its place and a hint."""
    for problem in problems:
        click.secho(f"{problem.severity}: ", nl=False, err=err, fg=_COLOUR[problem.severity])
        click.echo(plain(f"{problem.place}: {problem.message}"), err=err)
        if problem.hint:
            click.echo(plain(f"    {problem.hint}"), err=err)


def plain(text: str) -> str:
    """Return text that cannot steer the terminal: control characters stand as a question mark."""
    return "".join(letter if letter.isprintable() or letter in "\n\t" else "?" for letter in text)
