"""How two bodies are joined beside one member: declared links, seats of their own, other members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.wording import counted
from orgmap.network import PREFIX

_OTHER = {"organisation": "person", "person": "represents"}
_WORD = {"person": "person", "represents": "organisation"}


class Ways:
    """The ways in which the bodies of a map are joined, made once and asked for many pairs."""

    def __init__(self, orgmap: OrgMap, ties: pd.DataFrame) -> None:
        self._declared: dict[tuple[str, str], list[str]] = defaultdict(list)
        for a, b, text in [*_links(orgmap), *_own_seats(orgmap)]:
            self._declared[min(a, b), max(a, b)].append(text)
        self._on = {column: _sets(ties, column) for column in ("person", "represents")}
        self._for = {
            "person": _behind(ties, "person", "represents"),
            "represents": _behind(ties, "represents", "person"),
        }

    def of(self, found: pd.DataFrame, mode: str) -> list[str]:
        """Return for each pair what joins the two beside the one member, in words; "" where nothing does."""
        columns = [found[name].tolist() for name in ("id_a", "id_b", "id_member")]
        bare = PREFIX["body"]
        return [
            "; ".join(
                [
                    *self._others(
                        a.removeprefix(bare), b.removeprefix(bare), member.removeprefix(PREFIX[mode]), mode
                    ),
                    *self._declared.get((min(a, b), max(a, b)), ()),
                ]
            )
            for a, b, member in zip(*columns, strict=True)
        ]

    def _others(self, a: str, b: str, member: str, mode: str) -> Iterator[str]:
        """Say how many of the other mode sit on both, beside those who do so through this member alone."""
        column = _OTHER[mode]
        both = self._on[column].get(a, set()) & self._on[column].get(b, set())
        behind = self._for[column]
        free = [one for one in both if {member} not in (behind[one, a], behind[one, b])]
        if free:
            yield counted(len(free), _WORD[column])


def _sets(ties: pd.DataFrame, column: str) -> dict[str, set[str]]:
    """Return who sits on each body."""
    known = ties.dropna(subset=column)
    found: dict[str, set[str]] = defaultdict(set)
    for body, member in zip(known["body"].tolist(), known[column].tolist(), strict=True):
        found[body].add(member)
    return found


def _behind(ties: pd.DataFrame, column: str, through: str) -> dict[tuple[str, str], set[object]]:
    """Return through whom each member sits on each body; None stands for whoever is not known."""
    known = ties.dropna(subset=column)
    found: dict[tuple[str, str], set[object]] = defaultdict(set)
    others = known[through].astype("object").where(known[through].notna(), None)
    for member, body, other in zip(
        known[column].tolist(), known["body"].tolist(), others.tolist(), strict=True
    ):
        found[member, body].add(other)
    return found


def _links(orgmap: OrgMap) -> Iterator[tuple[str, str, str]]:
    names, links = orgmap.bodies["name"], orgmap.links
    for a, b, kind in zip(links["from_body"], links["to_body"], links["kind"], strict=True):
        yield PREFIX["body"] + a, PREFIX["body"] + b, f"{names[a]} {kind} {names[b]}"


def _own_seats(orgmap: OrgMap) -> Iterator[tuple[str, str, str]]:
    names, seats = orgmap.bodies["name"], orgmap.seats
    own = seats[(seats["status"] == "filled") & seats["for_body"].isin(orgmap.bodies.index)]
    for a, b in own[["for_body", "body"]].drop_duplicates().itertuples(index=False):
        yield PREFIX["body"] + a, PREFIX["body"] + b, f"{names[a]} has a seat of its own on {names[b]}"
