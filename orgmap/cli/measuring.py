"""The command that measures: every body and member, every pair, the whole map."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
from orgmap.vocabulary import MEASURED

FORMS = ("csv", "xlsx", "parquet", "json")


@click.command("measure")
@source_argument
@click.argument("chosen_measures", metavar="[NAMES]...", nargs=-1)
@output_option(FORMS)
@click.option(
    "--table",
    "tables",
    type=click.Choice(MEASURED.values),
    multiple=True,
    help="The table to make; may be repeated.  [default: all that fit the names and the form]",
)
@click.option("--every-pair", is_flag=True, help="Also the pairs that share nobody.")
@click.option(
    "--settled",
    is_flag=True,
    help="Where chance is reckoned with, take seats that the law requires as given, and organisations whose "
    "area lies apart from a body's as unable to sit there.",
)
@selection_options
@counting_options
def measure_command(
    source: Path,
    chosen_measures: tuple[str, ...],
    output: Path,
    tables: tuple[str, ...],
    **options: Any,
) -> None:
    """Measure SOURCE: each body and member, each pair, the whole map.

    NAMES are measures, all where none is named: the glossary and the README say what there is. A .csv or
    .parquet file holds one table, that of bodies and members unless you say otherwise; .xlsx and .json hold
    all, with what each measure means and what must be said with its values.

    \b
    Examples:
      orgmap measure members.xlsx -o measures.xlsx
      orgmap measure members.xlsx betweenness closeness -o measures.csv
      orgmap measure members.xlsx shared jaccard sdsm -o pairs.csv
    """
    from orgmap.pack.measuring import SINGLE, Wanted, measured, planned

    form = form_of(output, FORMS)
    wanted = Wanted(chosen_measures, tables, options.pop("every_pair"), options.pop("settled"))
    plan = planned(wanted, form)
    shown = opened_map(source, **options)
    with _watched():
        found = measured(shown, plan)
    for note in found.notes if form in SINGLE else ():
        click.echo(str(note), err=True)
    if plan.left_out:
        click.echo(f"Not in this file: {', '.join(plan.left_out)}. See --table.", err=True)
    deliver(output, found.written(form))


@contextmanager
def _watched() -> Iterator[None]:
    """Show on a terminal how far long work has come."""
    from orgmap.measures import watching

    if not sys.stderr.isatty():
        yield
        return
    with watching(_show):
        yield


def _show(what: str, done: int, total: int) -> None:
    """Show one line on the terminal that is written over until the work is done."""
    text = f"\r{what.capitalize()}: {done:,} of {total:,}" if done < total else f"\r{' ' * 60}\r"
    click.echo(text, err=True, nl=False)
