"""How columns are declared, and the columns that several tables have."""

from __future__ import annotations

from orgmap.vocabulary.choices import FLAGS, TIERS
from orgmap.vocabulary.schema import ClosedList, Column, Type


def choice(
    name: str, meaning: str, closed_list: ClosedList, *synonyms: str, required: bool = False
) -> Column:
    """Return a column that takes a value of a closed list."""
    return Column(name, meaning, Type.CHOICE, required, closed_list, (), synonyms)


def reference(name: str, meaning: str, *synonyms: str, to: tuple[str, ...], required: bool = False) -> Column:
    """Return a column that names an entity of one of the tables `to`."""
    return Column(name, meaning, Type.REFERENCE, required, None, to, synonyms)


def flag(name: str, meaning: str, *synonyms: str) -> Column:
    """Return a column that takes yes or no."""
    return Column(name, meaning, Type.FLAG, closed_list=FLAGS, synonyms=synonyms)


def text(name: str, meaning: str, *synonyms: str, required: bool = False) -> Column:
    """Return a column of plain text."""
    return Column(name, meaning, Type.TEXT, required, None, (), synonyms)


def date(name: str, meaning: str, *synonyms: str) -> Column:
    """Return a column of days, months or years."""
    return Column(name, meaning, Type.DATE, synonyms=synonyms)


def number(name: str, meaning: str, *synonyms: str) -> Column:
    """Return a column of numbers of nought or more."""
    return Column(name, meaning, Type.NUMBER, synonyms=synonyms)


def whole(name: str, meaning: str, *synonyms: str) -> Column:
    """Return a column of whole numbers of nought or more."""
    return Column(name, meaning, Type.WHOLE, synonyms=synonyms)


def identifier(of: str) -> Column:
    """Return the column of codes by which a table may name its entities."""
    return text(
        "id", f"A short code by which other tables may name the {of}.", "ref", "reference", "code id", "slug"
    )


def aliases() -> Column:
    """Return the column of other names."""
    return Column(
        "also_known_as",
        "Other names for the same, separated by semicolons.",
        Type.NAMES,
        synonyms=("aliases", "alias", "aka", "other names", "former names"),
    )


SINCE = date(
    "since",
    "First day, month or year.",
    "from",
    "start",
    "start date",
    "date from",
    "from date",
    "appointed on",
    "date appointed",
)
UNTIL = date(
    "until",
    "Last day, month or year.",
    "to",
    "end",
    "end date",
    "date to",
    "to date",
    "term ends",
    "expires",
    "term of office ends",
)
NOTE = text("note", "Anything worth remembering.", "notes", "comment", "comments", "remarks")
TIER = choice("tier", "The level of government it works at.", TIERS, "level")
AREA = reference(
    "area", "The area it covers.", "area covered", "geography", "place", "district", to=("areas",)
)
