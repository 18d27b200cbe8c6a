"""The ties of a network as rows of tables, and as cells in the rows of the vertices that they join."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from orgmap.errors import Problem
from orgmap.model.wording import counted, listing, verb
from orgmap.read.networks.joins import (
    BESIDE,
    Joined,
    Row,
    Sorted,
    add_employers,
    add_links,
    add_parts,
    add_units,
)
from orgmap.read.networks.naming import Naming
from orgmap.read.networks.network import Network, fact
from orgmap.read.networks.relations import relation_of
from orgmap.read.networks.seats import add_seats
from orgmap.vocabulary import LINK_KINDS

_WHATS = ("seat", "part", "link", "works for", "unit", "none")


def joined(network: Network, modes: Mapping[str, str], names: Naming) -> Joined:
    """Return what the ties of a network say, given the mode and the names of its vertices."""
    rows = [(tie, relation_of(tie, modes[tie.source], modes[tie.target])) for tie in network.ties]
    of = {what: _in_order([row for row in rows if row[1].what == what]) for what in _WHATS}
    of["seat"], twice = _once(of["seat"])
    made = Joined.of(network, of, modes, names)
    add_seats(made, of["seat"])
    add_links(made, of["link"])
    add_units(made, of["unit"])
    add_parts(made, of["part"])
    add_employers(made, of["works for"], of["seat"])
    made.problems += _said(network, of, twice)
    return made


def _in_order(rows: list[Row]) -> list[Row]:
    """Return ties in the order of their numbers, where every one has one; else as they stand."""
    numbers = [fact(tie.facts, "number") or "" for tie, _ in rows]
    if not all(number.isdecimal() and len(number) < 10 for number in numbers):
        return rows
    return [rows[place] for place in sorted(range(len(rows)), key=lambda place: int(numbers[place]))]


def _once(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Return the ties, and apart those that stand there again the other way round."""
    seen: set[object] = set()
    kept, again = [], []
    for tie, relation in rows:
        facts = frozenset(tie.facts.items())
        if (tie.target, tie.source, facts) in seen:
            again.append((tie, relation))
        else:
            seen.add((tie.source, tie.target, facts))
            kept.append((tie, relation))
    return kept, again


def _said(network: Network, of: Sorted, twice: list[Row]) -> Iterator[Problem]:
    unnamed = [row for row in of["link"] if not row[1].known]
    odd = [row for row in of["seat"] if not row[1].known]
    unused = of["none"]
    kinds = f"Say what each is: {', '.join(LINK_KINDS.values)} or part of."
    for rows, message, hint in (
        (unnamed, f"of one body to another {verb('is', len(unnamed))} read as “{BESIDE}”", kinds),
        (
            odd,
            f"to a body {verb('is', len(odd))} read as a seat on it, whatever it is called",
            "Take those out that are not seats.",
        ),
        (
            unused,
            f"{verb('is', len(unused))} not used, being neither a seat, an employer nor a relation of bodies",
            "If one is a seat, check what the nodes at its ends are.",
        ),
        (
            twice,
            f"{verb('stands', len(twice))} there a second time, the other way round, and counts once",
            "Delete the second if both mean the same.",
        ),
    ):
        if rows:
            yield _many(network, rows, message, hint)


def _many(network: Network, rows: list[Row], message: str, hint: str) -> Problem:
    called = Counter(relation.text for _, relation in rows if relation.text)
    words = listing([f"“{text[:60]}”" for text, _ in called.most_common()])
    count = counted(len(rows), "tie") + (f" ({words})" if words else "")
    tie = rows[0][0]
    first = f"{network.label(tie.source)[:80]} – {network.label(tie.target)[:80]}"
    such = "it is" if len(rows) == 1 else "the first is"
    return Problem(
        network.ties_at, tie.row, None, first, f"{count} {message}; {such} {first}.", hint, "warning"
    )
