"""Write the reference part of the README from the code, or with --check say whether it is up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from orgmap.cli import COMMANDS, cli
from orgmap.measures import MEASURES
from orgmap.model.law import law
from orgmap.views.glossary import by_level, meaning_of, range_in_words
from orgmap.vocabulary import CLOSED_LISTS, COLUMN_WORDS, FORMS, TABLES, Column, Form, Type

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- reference: begin (made by tools/reference.py) -->", "<!-- reference: end -->"


def reference() -> str:
    """Return the reference: commands, forms, tables, answers, law, lists of values and measures."""
    parts = [*_commands(), *_forms(), *_tables(), *_answers(), *_law(), *_lists(), *_measures()]
    return "\n".join(["## Reference", "", *parts]).rstrip() + "\n"


def _commands() -> Iterator[str]:
    yield "### Commands\n"
    for name in COMMANDS:
        context = click.Context(cli, info_name="orgmap", **cli.context_settings)
        command = cli.get_command(context, name)
        if command is not None:
            own = click.Context(
                command, info_name=name, parent=context, max_content_width=100, terminal_width=100
            )
            yield f"#### orgmap {name}\n\n```text\n{command.get_help(own)}\n```\n"


def _forms() -> Iterator[str]:
    yield "### Forms\n"
    yield "What a source may be (`--as`) and what `orgmap convert` writes (`--to`, or as the file ends).\n"
    yield _header("form", "is", "read", "written as", "holds, as a network", "what comes back")
    yield from (_form(form) for form in FORMS)
    yield ""


def _form(form: Form) -> str:
    named = f", {form.suffixes[0]}" if form.name == "parquet" else ""
    files = f"a folder{named}" if form.folder else ", ".join(_endings(form))
    cells = (
        form.name,
        form.meaning,
        "yes" if form.reads else "no",
        files if form.writes else "",
        ", ".join(form.shapes),
        form.keeps,
    )
    return f"| {' | '.join(cells)} |"


def _endings(form: Form) -> tuple[str, ...]:
    return form.suffixes[:1] if form.name == "workbook" else form.suffixes


def _tables() -> Iterator[str]:
    yield "### Tables\n"
    yield "Only `seats` is required. A column in bold is required in its table. Headers may be in any case.\n"
    for table in TABLES:
        also = f" Also called: {', '.join(table.synonyms)}." if table.synonyms else ""
        yield f"#### {table.name}\n\n{table.meaning}{also}\n"
        yield _header("column", "holds", "is read as", "also called")
        yield from (_column(column) for column in table.columns)
        yield ""


def _column(column: Column) -> str:
    name = f"**{column.name}**" if column.required else column.name
    return f"| {name} | {column.meaning} | {_read_as(column)} | {', '.join(column.synonyms)} |"


def _read_as(column: Column) -> str:
    if column.type is Type.REFERENCE:
        return f"a name, short name, alias or id of {' or '.join(column.refers_to)}"
    if column.type is Type.CHOICE and column.closed_list is not None:
        return f"a value of the list *{column.closed_list.name}*"
    return column.type.value


def _answers() -> Iterator[str]:
    yield "### Columns of the answers\n"
    yield "What columns mean in `tables/` and in what `orgmap findings` writes as .csv, .xlsx, .json.\n"
    yield _header("column", "called on the page", "means")
    for name in sorted(COLUMN_WORDS, key=lambda name: name.split(".")[::-1]):
        words, meaning = COLUMN_WORDS[name]
        question, _, column = name.rpartition(".")
        where = f" (of `{question}`)" if question else ""
        yield f"| {column}{where} | {words} | {meaning} |"
    yield ""


def _law() -> Iterator[str]:
    yield "### Members required by law\n"
    yield "What `gaps` asks for, a file each in `orgmap/law`. A checking aid, not legal advice.\n"
    yield _header("of", "nation", "law", "members", "invited or usual")
    for file in law():
        kinds = dict.fromkeys(one.body_kind for one in file.requirements)
        nations = dict.fromkeys(nation for one in file.requirements for nation in one.nations)
        acts = dict.fromkeys(one.act for one in file.requirements)
        must = sum(one.strength == "member" for one in file.requirements)
        cells = (*(", ".join(one) for one in (kinds, nations, acts)), must, len(file.requirements) - must)
        yield f"| {' | '.join(map(str, cells))} |"
    yield ""


def _lists() -> Iterator[str]:
    yield "### Lists of values\n"
    yield _header("list", "value", "meaning", "also written")
    for closed_list in CLOSED_LISTS:
        for choice in closed_list.choices:
            yield f"| {closed_list.name} | {choice.value} | {choice.meaning} | {', '.join(choice.synonyms)} |"
    yield ""


def _measures() -> Iterator[str]:
    yield "### Measures\n"
    for heading, measures in by_level(MEASURES):
        yield f"#### {heading}\n"
        yield _header("measure", "means", "range", "not known when", "definition", "reference")
        for one in measures:
            cited = f"{one.reference}, [doi:{one.doi}](https://doi.org/{one.doi})"
            told = (one.name, meaning_of(one), range_in_words(one.range), one.undefined, one.variant, cited)
            yield f"| {' | '.join(told)} |"
        yield ""


def _header(*names: str) -> str:
    return f"| {' | '.join(names)} |\n|{' --- |' * len(names)}"


def main(words: list[str]) -> int:
    """Write or check the README; return 1 where a check finds it out of date."""
    text = README.read_text("utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    fresh = f"{before}{BEGIN}\n\n{reference()}\n{END}{after}"
    if "--check" in words:
        if fresh != text:
            print("README.md is out of date. Run: python tools/reference.py")
        return int(fresh != text)
    README.write_text(fresh, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
