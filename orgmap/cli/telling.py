"""The commands that tell: findings, the checklist, the glossary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from orgmap.cli.options import (
    cost_option,
    counting_options,
    deliver,
    form_of,
    opened_map,
    output_option,
    part_options,
    selection_options,
    source_argument,
    ticked_option,
)
from orgmap.vocabulary import QUESTIONS

FINDING_FORMS = ("md", "html", "csv", "json", "docx", "xlsx")
CHECKLIST_FORMS = ("md", "html", "csv")
GLOSSARY_FORMS = ("md", "html", "csv")


class _Question(click.ParamType[str]):
    name = "question"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        question = str(value).replace("-", "_").casefold()
        if question not in QUESTIONS.values:
            self.fail(f"{value!r} is not a question; choose from {', '.join(QUESTIONS.values)}.", param, ctx)
        return question


@click.command("findings")
@source_argument
@click.option(
    "--about",
    "questions",
    type=_Question(),
    multiple=True,
    metavar="QUESTION",
    help=f"One of {', '.join(QUESTIONS.values)}; may be repeated.  [default: all]",
)
@click.option(
    "--body",
    "bodies",
    multiple=True,
    metavar="NAME",
    help="Only what is about this body; the answers stay those of the whole map. May be repeated.",
)
@output_option(FINDING_FORMS)
@part_options
@counting_options
@cost_option
@ticked_option
def findings_command(
    source: Path, questions: tuple[str, ...], bodies: tuple[str, ...], output: Path, **options: Any
) -> None:
    """Answer questions about SOURCE.

    In sentences (.md), for board papers (.docx), as one page with the tables that prove them (.html), or as
    data: .json has all, .xlsx a sheet for each question, .csv the table of the one question that --about
    names, else a row for each finding.

    \b
    Example:
      orgmap findings members.xlsx --about overlap -o overlap.docx
    """
    from orgmap.pack.findings import findings

    form = form_of(output, FINDING_FORMS)
    told = findings(opened_map(source, **options), questions, bodies)
    if told.about:
        click.echo(told.about, err=True)
    deliver(output, told.written(form))


@click.command("checklist")
@source_argument
@output_option(CHECKLIST_FORMS)
@selection_options
@click.option(
    "--threshold",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="Shared organisations that make a reason for a protocol.",
)
@ticked_option
def checklist_command(source: Path, output: Path, threshold: int, **options: Any) -> None:
    """Write the protocol checklist of SOURCE.

    The register of protocols and the sixteen points of each, to tick. The page saves what was ticked and
    noted as a file; --ticked reads it back, and orgmap convert writes it into a workbook for good.

    \b
    Examples:
      orgmap checklist members.xlsx -o checklist.html
      orgmap checklist members.xlsx --ticked checklist-ticked.csv -o checklist.html
      orgmap convert members.xlsx members-new.xlsx --ticked checklist-ticked.csv
    """
    from orgmap.pack.singles import checklist

    form = form_of(output, CHECKLIST_FORMS)
    shown = opened_map(source, threshold=threshold, **options)
    deliver(output, checklist(shown, form))


@click.command("glossary")
@output_option(GLOSSARY_FORMS)
def glossary_command(output: Path) -> None:
    """Say what the words and the measures mean.

    \b
    Example:
      orgmap glossary -o glossary.html
    """
    from orgmap.pack.singles import glossary

    deliver(output, glossary(form_of(output, GLOSSARY_FORMS)))
