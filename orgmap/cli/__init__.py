"""The command line: every command is loaded when it is called, so that help answers at once."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, TextIO

import click

COMMANDS = {
    "template": "template",
    "check": "reading",
    "convert": "converting",
    "names": "naming",
    "example": "reading",
    "build": "building",
    "map": "drawing",
    "diagram": "drawing",
    "checklist": "telling",
    "findings": "telling",
    "where": "where",
    "measure": "measuring",
    "compare": "comparing",
    "what-if": "what_if",
    "glossary": "telling",
}
"""Every command with the module that holds it, in the order of help."""


class _Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"orgmap.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as fault:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            raise click.UsageError(
                f"{fault.message}" + (f" Did you mean {near[0]}?" if near else ""), ctx
            ) from None


@click.command(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option("--debug", is_flag=True, expose_value=False, help="Show where in the program a fault arose.")
@click.version_option(package_name="orgmap")
def cli() -> None:
    """Map who sits on what across the partnerships of a place.

    SOURCE is a folder of CSV files, one CSV file of seats, or an Excel workbook with a sheet for each
    table. Only seats are needed: a body, and who sits on it.

    \b
    Start here:
      orgmap example hampshire-2004 -o hampshire
      orgmap build hampshire -o pack
    Then open pack/index.html.
    """


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 done, 1 the data are at fault, 2 the call is."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_print(stream)
    given = sys.argv[1:] if arguments is None else arguments
    words = [word for word in given if word != "--debug"]
    sys.exit(_run(words, debug=words != given))


def _never_fail_to_print(stream: TextIO) -> None:
    reconfigure: Any = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")


def _run(words: list[str], *, debug: bool) -> int:
    from orgmap.errors import OrgmapError

    try:
        result = cli.main(words, prog_name="orgmap", standalone_mode=False)
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 1
    except SystemExit:  # click leaves so, and only so, when the reader of its output has gone
        return 0
    except OrgmapError as fault:
        if debug:
            raise
        from orgmap.cli.problems import show_fault

        show_fault(fault)
        return fault.exit_code
    except Exception as fault:
        if debug:
            raise
        _own_fault(fault)
        return 1
    return result if isinstance(result, int) else 0


def _own_fault(fault: Exception) -> None:
    from orgmap.cli.problems import plain

    what = plain(f"{type(fault).__name__}: {fault}")
    click.echo(
        f"orgmap met a fault of its own ({what}). Nothing was written. "
        "Run it again with --debug and report what it prints.",
        err=True,
    )
