"""Arguments and options that several commands share."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from orgmap.errors import CallInvalid, OutputFailed
from orgmap.vocabulary import COUNTINGS, FORMS, NAMES_MODES, ROLES, TIE_ROLES, TIERS

if TYPE_CHECKING:
    from orgmap.pack.opening import Opened

_FORM = "orgmap.form"
ANSWER_FORMS = ("md", "csv", "json", "docx", "xlsx")
"""The forms in which one answer on its own is told."""
_AMOUNT = re.compile(r"£? ?(?:[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.[0-9]{1,2})?")
_NOT_DIGITS = re.compile(r"[^0-9.]")
Command = TypeVar("Command", bound=Callable[..., Any])


class RoleList(click.ParamType[tuple[str, ...]]):
    """Roles with commas between them."""

    name = "roles"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the roles, refusing those there are not."""
        known = ROLES.spellings()
        roles = (
            tuple(known.get(part.strip().casefold(), "") for part in value.split(","))
            if isinstance(value, str)
            else value
        )
        if not all(roles):
            self.fail(
                f"{value!r} has a role that there is not; choose from {', '.join(ROLES.values)}.", param, ctx
            )
        return tuple(dict.fromkeys(roles))


class Pounds(click.ParamType[float]):
    """An amount of money above nothing: 35, 35.50, £35 or 1,000."""

    name = "pounds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the amount, refusing what is none."""
        if not _AMOUNT.fullmatch(str(value).strip()) or not (
            amount := float(_NOT_DIGITS.sub("", str(value)))
        ):
            self.fail(f"{value!r} is no amount of money above nothing, such as 35 or 35.50.", param, ctx)
        return amount


def source_argument(command: Command) -> Command:
    """Add the argument SOURCE, and the option that says what form it is of."""
    return click.argument("source", type=click.Path(path_type=Path))(as_option(command))


def as_option(command: Command) -> Command:
    """Add --as, which `asked_form` returns."""
    return click.option(
        "--as",
        metavar="KIND",
        type=click.Choice([form.name for form in FORMS if form.reads]),
        expose_value=False,
        callback=_keep_form,
        help="What SOURCE is, where orgmap takes it for something else: matrix, popolo, pajek, ...",
    )(command)


def _keep_form(ctx: click.Context, param: click.Parameter, value: str | None) -> None:  # noqa: ARG001
    ctx.meta[_FORM] = value


def asked_form() -> str | None:
    """Return the form that --as says the source is of, None where it is to be recognised."""
    form: str | None = click.get_current_context().meta.get(_FORM)
    return form


@contextmanager
def progress(label: str, steps: int) -> Iterator[Callable[[str], object]]:
    """Show a progress bar on a terminal; call what is given with each step in words, before it is taken."""
    with click.progressbar(
        length=steps + 1,
        label=label,
        file=sys.stderr,
        item_show_func=lambda step: step or "",
        hidden=not sys.stderr.isatty(),
    ) as bar:
        yield lambda step: bar.update(1, step)
        bar.update(steps + 1 - bar.pos)


def replace_option(command: Command) -> Command:
    """Add --replace, without which what is there already is left as it is."""
    return click.option("--replace", is_flag=True, help="Write over what is there already.")(command)


def selection_options(command: Command) -> Command:
    """Add what chooses the part of the map and what is shown of it."""
    for option in reversed(_SELECTION):
        command = option(command)
    return command


def part_options(command: Command) -> Command:
    """Add what `selection_options` adds, but for the bodies, which the command takes in a way of its own."""
    for option in reversed(_SELECTION[:-1]):
        command = option(command)
    return command


def ticked_option(command: Command) -> Command:
    """Add --ticked, a checklist whose ticks are taken into the map."""
    return click.option(
        "--ticked",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="A checklist of this map that was ticked and saved (.csv, .json, .xlsx); it is taken in.",
    )(command)


def cost_option(command: Command) -> Command:
    """Add --hourly-cost, what an hour of a member's time costs."""
    return click.option(
        "--hourly-cost",
        type=Pounds(),
        metavar="POUNDS",
        help="What an hour of a member's time costs; hours are then told in money too.",
    )(command)


def counting_options(command: Command) -> Command:
    """Add what decides who is counted and which seats make a tie."""
    for option in reversed(_COUNTING):
        command = option(command)
    return command


def output_option(forms: Sequence[str], *, required: bool = False) -> Callable[[Command], Command]:
    """Add -o FILE, whose suffix chooses the form."""
    said = ", ".join(f".{form}" for form in forms)
    standard = "" if required else "  [default: standard output]"
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
        required=required,
        default=None if required else "-",
        help=f"The file to write ({said}); - for standard output.{standard}",
    )


_SELECTION = (
    click.option(
        "--as-at",
        metavar="DATE",
        help="Show what held on this day, month or year.  [default: the source's as_at]",
    ),
    click.option(
        "--names",
        type=click.Choice(NAMES_MODES.values),
        help="What to show about people.  [default: the source's, else posts]",
    ),
    click.option(
        "--tier",
        "tiers",
        multiple=True,
        type=click.Choice(TIERS.values),
        help="Only bodies of this tier; may be repeated.",
    ),
    click.option(
        "--body",
        "bodies",
        multiple=True,
        metavar="NAME",
        help="Only this body and those joined to it; may be repeated.",
    ),
)
_COUNTING = (
    click.option(
        "--counting",
        type=click.Choice(COUNTINGS.values),
        help="Who is counted as a member.  [default: organisations, else people]",
    ),
    click.option(
        "--roles",
        type=RoleList(),
        metavar="ROLES",
        help=f"The roles that make a tie, with commas between.  [default: {','.join(TIE_ROLES)}]",
    ),
)


def opened_map(source: Path, **options: Any) -> Opened:
    """Return a source as a map ready to be shown, as the options ask, and say what was read and withheld."""
    from orgmap.pack.checking import STEPS
    from orgmap.pack.opening import opened
    from orgmap.pack.settings import Settings

    chosen = Settings(form=asked_form(), **{name: value for name, value in options.items() if value})
    with progress("Reading", STEPS) as telling:
        shown = opened(source, chosen, telling)
    click.echo(shown.summary, err=True)
    return shown


def form_of(output: Path, forms: Sequence[str]) -> str:
    """Return the form that a file's suffix chooses; the first of them for standard output.

    Raises:
        CallInvalid: the suffix is none of them.
    """
    if str(output) == "-":
        return forms[0]
    suffix = output.suffix.lower().lstrip(".")
    if suffix in forms:
        return suffix
    said = ", ".join(f".{form}" for form in forms)
    raise CallInvalid(f"{output.name} ends in no form that this command writes; end it in one of {said}.")


def deliver(output: Path, content: str | bytes) -> None:
    """Write the content to a file, saying so, or to standard output."""
    if str(output) == "-":
        _print(content)
        return
    from orgmap.write import save

    save(output, content)
    click.echo(f"Wrote {output}.", err=True)


def folder_of(output: Path) -> Path:
    """Return the folder to write.

    Raises:
        CallInvalid: it is standard output, which can hold no folder.
    """
    if str(output) == "-":
        raise CallInvalid("a folder cannot go to standard output; name the folder to write.")
    return output


def _print(content: str | bytes) -> None:
    """Write to standard output: bytes as they are, and to a terminal nothing that could steer it."""
    from orgmap.cli.problems import plain

    stream = sys.stdout.buffer
    if isinstance(content, str):
        content = (plain(content) if stream.isatty() else content).encode("utf-8")
    try:
        stream.write(content)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise OutputFailed(f"standard output could not be written: {fault.strerror or fault}.") from fault
