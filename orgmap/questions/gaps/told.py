"""What is said of members asked for: who is missing where, what cannot be told, and how many are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from orgmap.model import Finding
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.questions.gaps.lacks import Lack, lacks_of
from orgmap.questions.gaps.rows import MISSING, NOT_TOLD, THERE, TOLD, finding, with_counts

REASONS = {
    "law": "that the law asks for",
    "usual": "usual on such bodies",
    "expected": "expected by the table expected",
}
"""Why members are asked for, and how that reads after "members"."""
NOTICE = "This is a checking aid, not legal advice."
_CAUSES = {
    "kind": "the kind of organisations there is not known (column kind of the table organisations)",
    "sector": "the sector of organisations there is not known (column sector of the table organisations)",
    "organisation": "whom some who sit there speak for is not known (column organisation of the table seats)",
    "post": "the posts of some who sit there are not known (column post of the table seats)",
    "title": "titles there do not tell whether they are the post asked for (column post of the table seats)",
    "area": "areas are not known (column area of the tables bodies and organisations)",
}
"""Why it cannot be told whether a member sits on a body."""
FEW = 4
"""Of no more than so many it is told whose cell does not say it."""
_WITHHELD = "posts are withheld here (--names posts shows them)"


def member_findings(table: pd.DataFrame, names: str) -> Iterator[Finding]:
    """Say of the members asked for who is missing, what cannot be told, and how many are there.

    `names` is what is shown about people: where it is "none", posts are withheld.
    """
    for reason, words in REASONS.items():
        rows = table[table["reason"] == reason]
        lacks = sorted(lacks_of(rows), key=lambda lack: lack.order)
        told = TOLD if len(lacks) > TOLD + 1 else len(lacks)
        yield from (finding(lack.weight, lack.sentence, lack.rows) for lack in lacks[:told])
        yield from _rest(lacks[told:], words)
    yield from _not_told(table[table["reason"].isin(list(REASONS))], withheld=names == "none")
    yield from _tally(table)


def _rest(lacks: Sequence[Lack], words: str) -> Iterator[Finding]:
    """Count the members missing that are not told one by one; no single sort is left to this."""
    if lacks:
        rows = pd.concat([lack.rows for lack in lacks])
        who = listing(with_counts(rows["who"]))
        what = f"{len(rows):,} more members {words} are missing on {_bodies(rows)}: {who}."
        yield finding(min(lacks, key=lambda lack: lack.order).weight, what, rows)


def _not_told(rows: pd.DataFrame, *, withheld: bool) -> Iterator[Finding]:
    """Say once for each cause of how many members it cannot be told whether they are there."""
    for cause, why in _CAUSES.items():
        group = rows[(rows["state"] == NOT_TOLD) & (rows["cause"] == cause)]
        if len(group):
            hidden = cause == "post" and withheld
            who = "all who should do sit" if cause == "area" else "they sit"
            of = f"{counted(len(group), 'member')} asked for on {_bodies(group)}"
            because = f"because {_WITHHELD if hidden else why}{'' if hidden else _whose_cells(group)}"
            sentence = f"Of {of}, it cannot be told whether {who} there, {because}. {_asked_for(group)}"
            yield finding("know" if hidden else "look", sentence, group)


def _asked_for(rows: pd.DataFrame) -> str:
    """Return a sentence that names the members asked for."""
    names = list(rows["who"].unique())
    if len(names) == 1:
        return f"The member asked for is {names[0]}."
    several = with_counts(rows["who"]) if len(names) < len(rows) else names
    return f"The members asked for are {listing(several)}."


def _whose_cells(rows: pd.DataFrame) -> str:
    """Return whose cells leave it open, where they are few; else nothing."""
    names = list(dict.fromkeys(name for cell in rows["unclear"] for name in cell.split("\n") if name))
    return f": {listing(names)}" if 0 < len(names) <= FEW else ""


def _tally(table: pd.DataFrame) -> Iterator[Finding]:
    """Say how much of what is asked for is met: by law, and by usage and the user's own table."""
    law, other = table[table["reason"] == "law"], table[table["reason"].isin(["usual", "expected"])]
    invited = law["strength"] == "invited"
    for rows, one, missing in (
        (law[~invited], "member that the law requires", "{:,} {} missing"),
        (law[invited], "invitation that the law requires", "{:,} {} not listed"),
    ):
        if len(rows):
            what = f"{_several(one, len(rows))} {verb('was', len(rows))} looked for on {_number(rows)}"
            yield finding("know", f"{what}: {_states(rows, '{:,} {} there', missing)}. {NOTICE}", rows)
    if len(other):
        what = f"{counted(len(other), 'usual or expected member')} {verb('was', len(other))} looked for"
        there = "{:,} {} there", "{:,} {} missing"
        yield finding("know", f"{what} on {_number(other)}: {_states(other, *there)}.", other)


def _several(one: str, count: int) -> str:
    """Return so many of what its first word names: 2 members that the law requires."""
    word, _, rest = one.partition(" ")
    return f"{counted(count, word)} {rest}"


def _number(rows: pd.DataFrame) -> str:
    return counted(rows["id_body"].nunique(), "body")


def _bodies(rows: pd.DataFrame) -> str:
    """Return the name of the only body of rows, or how many bodies there are and which."""
    names = list(rows.drop_duplicates("id_body")["body"])
    return names[0] if len(names) == 1 else f"{counted(len(names), 'body')} ({listing(names)})"


def _states(rows: pd.DataFrame, there: str, missing: str) -> str:
    """Return of how many members it holds that they are there or missing, or that it cannot be told."""
    words = {THERE: there, MISSING: missing, NOT_TOLD: "of {:,} it cannot be told"}
    counts = {state: int((rows["state"] == state).sum()) for state in words}
    return joined([words[state].format(n, verb("is", n)) for state, n in counts.items() if n])
