"""Which body or organisation has which part in which issue, as a matrix of letters."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from orgmap.model.wording import counted
from orgmap.views.charts.picture import EMPTY, Cell, Grid, Head, Key, Picture, records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

MOST_PARTIES, MOST_ISSUES = 60, 40
LETTERS = {
    "lead": ("L", "leads"),
    "contributes": ("C", "contributes"),
    "consulted": ("A", "is asked (consulted)"),
    "informed": ("I", "is informed"),
}
"""The letter of each part, and what it says."""


def issues(table: pd.DataFrame) -> Picture | None:
    """Return who has which part in which issue; issues of no lead or of several are marked."""
    rows = records(table)
    names = {str(row["id_issue"]): str(row["issue"]) for row in rows}
    leads = {str(row["id_issue"]): int(row["leads"]) for row in rows}
    if not rows:
        return None
    shown = sorted(names, key=lambda one: (leads[one] == 1, names[one].casefold(), one))[:MOST_ISSUES]
    parties = _parties([row for row in rows if str(row["id_issue"]) in shown])
    cells = {(str(row["id"]), str(row["id_issue"])): _cell(row) for row in rows}
    lines = [
        (head, tuple(cells.get((head.node, issue), EMPTY) for issue in shown))
        for head in parties[:MOST_PARTIES]
    ]
    heads = tuple(Head(names[issue]) for issue in shown)
    first = (Head("How many lead", mark="sum"), tuple(_leads(leads[issue]) for issue in shown))
    grid = Grid("Who has which part in which issue", "Who", heads, (first, *lines), "turned")
    said = _said(len(names) - len(shown), len(parties) - len(lines))
    return Picture("Who does what", "chart_grid.html.j2", [grid], said, _KEYS)


def _parties(rows: Sequence[Mapping[str, Any]]) -> list[Head]:
    """Return those who have a part: bodies first, those with most parts first."""
    parts = Counter(str(row["id"]) for row in rows)
    heads = {str(row["id"]): (row["mode"] != "body", Head(str(row["party"]), str(row["id"]))) for row in rows}
    order = sorted(heads, key=lambda one: (heads[one][0], -parts[one], heads[one][1].name.casefold(), one))
    return [heads[one][1] for one in order]


def _cell(row: Mapping[str, Any]) -> Cell:
    letter, words = LETTERS.get(str(row["part"]), ("?", "has a part that is not known"))
    return Cell(letter, words, f"{words}: {row['issue']}", "shade-5" if letter == "L" else "shade-1")


def _leads(count: int) -> Cell:
    if count == 1:
        return Cell("1", title="one leads", style="sum")
    return Cell(
        "none" if count == 0 else f"{count:,}!",
        "nobody leads" if count == 0 else f"{count:,} lead",
        style="warns",
    )


def _said(issues_left: int, parties_left: int) -> tuple[str, ...]:
    said = "The first row says how many lead; issues that nobody leads, or several, come first."
    left = [
        counted(number, what)
        for number, what in ((issues_left, "issue"), (parties_left, "body or organisation"))
        if number
    ]
    return (f"{said} Left out here and told in the full table: {' and '.join(left)}." if left else said,)


_KEYS = (
    *(Key(letter, words, "shade-5" if letter == "L" else "shade-1") for letter, words in LETTERS.values()),
    Key("none", "nobody leads", "warns"),
    Key("2!", "several lead", "warns"),
)
