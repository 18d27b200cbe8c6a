"""The command that asks what would be different if bodies merge or close and organisations swap or join."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgmap.cli.options import (
    ANSWER_FORMS,
    cost_option,
    deliver,
    form_of,
    opened_map,
    output_option,
    part_options,
    source_argument,
)
from orgmap.errors import CallInvalid

if TYPE_CHECKING:
    from orgmap.model.scenario import Edit

_ORDER = "orgmap.order"
_EDITS = ("merge", "close", "swap", "join", "move")
Word = tuple[str, Any]
"""An option of an edit with its value, in the order in which they were typed."""


class _InOrder(click.Command):
    """A command that remembers in which order its options were typed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_ORDER] = [parameter.name for parameter in order]
        return super().parse_args(ctx, args)


@click.command("what-if", cls=_InOrder)
@source_argument
@click.option(
    "--merge",
    multiple=True,
    metavar="BODIES",
    help="Make bodies one, with ; between their names; called as the first is, or as --into says.",
)
@click.option("--close", multiple=True, metavar="BODY", help="Close a body.")
@click.option(
    "--swap",
    multiple=True,
    nargs=2,
    metavar="OLD NEW",
    help="Put an organisation in the place of another; NEW may be new to the map.",
)
@click.option(
    "--join",
    multiple=True,
    metavar="ORGANISATIONS",
    help="Make organisations one, with ; between their names; --into says what it is called.",
)
@click.option(
    "--move",
    multiple=True,
    nargs=3,
    metavar="WHO FROM TO",
    help="Move the seats of an organisation or a person from one body to another.",
)
@click.option(
    "--into", multiple=True, metavar="NAME", help="What the --merge or --join before it is to be called."
)
@output_option(ANSWER_FORMS)
@part_options
@cost_option
def what_if_command(source: Path, output: Path, **options: Any) -> None:
    """Say what would be different in SOURCE if bodies merge or close, and organisations swap or join.

    What it would save, who would lose the only seat, which ties would go and who would carry more. Edits may
    be repeated and are made in the order in which they are typed. SOURCE is left as it is.

    \b
    Example:
      orgmap what-if members.xlsx --merge "North LSP; South LSP" --into "Area LSP" --close "Youth Forum"
    """
    form = form_of(output, ANSWER_FORMS)
    edits = _edits(_typed({name: list(options.pop(name)) for name in (*_EDITS, "into")}))
    if not edits:
        raise CallInvalid(f"say what is to be different: {', '.join(f'--{name}' for name in _EDITS)}.")
    from orgmap.pack.what_if import what_if

    found = what_if(opened_map(source, **options), edits)
    click.echo(" ".join(found.said), err=True)
    deliver(output, found.written(form))


def _typed(values: dict[str, list[Any]]) -> Iterator[Word]:
    """Yield the options of edits with their values in the order in which they were typed."""
    for name in click.get_current_context().meta[_ORDER]:
        if values.get(name):
            yield name, values[name].pop(0)


def _edits(words: Iterator[Word]) -> list[Edit]:
    """Return the edits that the options make; --into belongs to the one before it.

    Raises:
        CallInvalid: --into has nothing before it to name, or --join has none after it.
    """
    made: list[tuple[str, Any, str | None]] = []
    for name, value in words:
        if name != "into":
            made.append((name, value, None))
            continue
        if not made or made[-1][0] not in ("merge", "join") or made[-1][2]:
            raise CallInvalid(
                f"--into “{value}” names nothing; write it after the --merge or --join it names."
            )
        made[-1] = (*made[-1][:2], value)
    return [_edit(*one) for one in made]


def _edit(name: str, value: Any, into: str | None) -> Edit:
    from orgmap.model.scenario import Close, Join, Merge, Move, Swap

    match name:
        case "merge":
            return Merge(_names(value), into)
        case "close":
            return Close(value)
        case "swap":
            return Swap(*value)
        case "move":
            return Move(*value)
        case _:
            if not into:
                raise CallInvalid(
                    f"--join “{value}” needs --into after it, with the name of the one organisation."
                )
            return Join(_names(value), into)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";") if name.strip())
