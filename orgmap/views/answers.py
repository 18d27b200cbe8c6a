"""An answer as a page tells it: its findings by weight, the rows that prove each, and the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from orgmap.model.wording import joined
from orgmap.views.catalogue import page_address, table_address
from orgmap.views.cells import linked
from orgmap.views.columns import headings, rows, silent
from orgmap.views.findings import groups
from orgmap.views.matrix import matrices
from orgmap.views.packs import CHECKLIST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from orgmap.model import Answer
    from orgmap.views.columns import Heading
    from orgmap.views.findings import Group
    from orgmap.views.glossary import MeasureText
    from orgmap.views.matrix import Matrix
    from orgmap.views.packs import Pack

MOST_ROWS = 500
"""A page shows no more rows of a table than this; all of them are in the CSV file."""
PROOF = 5
"""A finding links to no more rows than this; it says how many more there are."""


@dataclass(frozen=True)
class Proof:
    """Which rows prove a finding: the numbers of those it links to, and how many more there are."""

    numbers: tuple[int, ...]
    more: int


@dataclass(frozen=True, eq=False)
class Told:
    """One answer ready for a template.

    Ids on the page begin with `before`: nothing where the page is of this question alone. `csv` and
    `checklist` are addresses, None where the page cannot link to them. `measured` are the columns that are
    measures, which the glossary defines; `silent` names the columns that are left out, having nothing known.
    """

    question: str
    title: str
    groups: Sequence[Group]
    proofs: Mapping[int, Proof]
    matrices: Sequence[Matrix]
    columns: Sequence[Heading]
    rows: Sequence[Sequence[str]]
    total: int
    csv: str | None = None
    checklist: str | None = None
    before: str = ""
    measured: frozenset[str] = frozenset()
    silent: str = ""

    @property
    def command(self) -> str:
        """Return the command that writes the full table."""
        name = self.question.replace("_", "-")
        return f"orgmap findings SOURCE --about {name} -o {name}.csv"


def told(answer: Answer, pack: Pack, measures: Iterable[MeasureText] = (), *, in_places: bool = True) -> Told:
    """Return an answer as the page of its question tells it.

    Every finding has the id `finding-N` and every row of the table the id `row-N`, both from 1 in their
    order. The table of two tiers is told as matrices where `in_places`, else row by row as any other.
    """
    table, known = answer.table.iloc[:MOST_ROWS], tuple(measures)
    drawn = in_places and answer.question == "two_tier"
    made, lines = matrices(answer.table, MOST_ROWS) if drawn else ([], {})
    numbers = lines or {int(label): place for place, label in enumerate(table.index, start=1)}
    columns = [] if made else headings(answer.question, answer.table, known)
    links = pack.links(page_address(answer.question))
    found = groups(answer.findings)
    return Told(
        question=answer.question,
        title=answer.title,
        groups=found,
        proofs=_proofs(found, numbers),
        matrices=made,
        columns=columns,
        rows=linked(rows(table, columns, answer.table), columns, table, links),
        total=len(answer.table),
        csv=pack.address(table_address(answer.question)),
        checklist=pack.address(CHECKLIST) if answer.question == "protocols" else None,
        measured=frozenset(one.name for one in known),
        silent="" if made else joined(silent(answer.question, answer.table, known)),
    )


def beside_others(one: Told) -> Told:
    """Return an answer as a page tells it that tells others too: its ids begin with its question."""
    return replace(one, before=f"{page_address(one.question).removesuffix('.html')}-")


def _proofs(of: Iterable[Group], numbers: Mapping[int, int]) -> dict[int, Proof]:
    """Return the proof of each finding by the finding's number; a finding without rows has none."""
    made = {}
    for item in (item for group in of for item in group.items):
        lines = dict.fromkeys(numbers[row] for row in item.finding.rows if row in numbers)
        missing = sum(row not in numbers for row in item.finding.rows)
        shown = tuple(lines)[:PROOF]
        if shown or missing:
            made[item.number] = Proof(shown, len(lines) - len(shown) + missing)
    return made
