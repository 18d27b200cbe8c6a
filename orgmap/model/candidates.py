"""Which people, organisations and bodies of a map may be one under two names, with what speaks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import pandas as pd

from orgmap.matching import LIKELY, POSSIBLE, Pair, normal, organisation_pairs, people_pairs, person_name
from orgmap.model.evidence import Evidence
from orgmap.model.orgmap import OrgMap

KINDS = {"person": "people", "organisation": "organisations", "body": "bodies"}
"""The kinds of entity that may have several names, each with its table."""
_CLOSE = 1.5
"""Candidates whose strength differs by no more stand in one another's way."""
_IN_DOUBT = 2.5


@dataclass(frozen=True)
class Candidate:
    """Two entities of one kind that may be one: `a` has the name to go by, `b` the other.

    `organisation` is given where `b` is written with an initial only: what is decided holds within it.
    """

    kind: str
    a: str
    b: str
    counts: float
    reason: str
    evidence: tuple[str, ...] = ()
    organisation: str | None = None
    little: str | None = None

    @property
    def likely(self) -> bool:
        """Whether it is likely; else it is possible."""
        return self.counts >= LIKELY

    @property
    def how(self) -> str:
        """How sure it is, in a word."""
        return "likely" if self.likely else "possible"


def candidates(orgmap: OrgMap, kinds: Iterable[str] = tuple(KINDS)) -> list[Candidate]:
    """Return the pairs that may be one and of which nobody has decided yet, surest first."""
    found = [
        one
        for kind in kinds
        for one in orgmap.once(f"candidates for a {kind}", partial(_of_kind, orgmap, kind))
    ]
    return sorted(found, key=lambda one: (-one.counts, one.kind, one.a, one.b))


def _of_kind(orgmap: OrgMap, kind: str) -> list[Candidate]:
    names = _spellings(getattr(orgmap, KINDS[kind]))
    pairs = people_pairs(names) if kind == "person" else _organisation_pairs(tuple(names.items()))
    decided = _Decided(orgmap.names, kind)
    open_pairs = [pair for pair in pairs if not decided(names[pair.a], names[pair.b])]
    evidence = Evidence(
        orgmap,
        kind,
        {one for pair in open_pairs for one in (pair.a, pair.b)},
        _near_organisations(orgmap, kind),
    )
    weighed = [_weighed(pair, kind, names, evidence) for pair in open_pairs]
    told = _told_apart([one for one in weighed if one.counts >= POSSIBLE], names)
    return [one for one in told if one.counts >= POSSIBLE]


def _spellings(table: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return the names of each entity: its own first, then its short name and others."""
    short = (
        table["short_name"]
        if "short_name" in table.columns
        else pd.Series(None, index=table.index, dtype="str")
    )
    return {
        str(entity): (
            name,
            *([brief] if isinstance(brief, str) else []),
            *(also if isinstance(also, tuple) else ()),
        )
        for entity, name, brief, also in zip(
            table.index, table["name"], short, table["also_known_as"], strict=True
        )
        if isinstance(name, str)
    }


def namesakes(orgmap: OrgMap) -> list[Candidate]:
    """Return the people read as one though their name stands for several organisations, undecided ones only.

    A candidate for each organisation but the one named most: `a` and `b` are the same person.
    """
    seats = orgmap.seats.dropna(subset=["person", "organisation"])
    counts = seats.groupby(["person", "organisation"]).size().sort_values(ascending=False, kind="stable")
    several = counts[counts.groupby("person").transform("size") > 1]
    names, organisations = orgmap.people["name"], orgmap.organisations["name"]
    decided = _decided_namesakes(orgmap.names)
    usual: dict[str, str] = {}
    found = []
    for person, other in several.index:
        first, name = usual.setdefault(person, other), names[person]
        if first == other or not isinstance(name, str) or not person_name(name).full:
            continue
        if (_person_key(name), normal(organisations[other])) not in decided:
            told = f"One name for {organisations[first]} and for {organisations[other]}, read as one person."
            found.append(Candidate("person", person, person, 0.0, told, organisation=organisations[other]))
    return found


def _decided_namesakes(names: pd.DataFrame) -> set[tuple[str, str]]:
    if names.empty:
        return set()
    rows = names[names["same"].notna() & names["organisation"].notna()]
    return {
        (_person_key(text), normal(organisation))
        for text, organisation in zip(rows["also_known_as"], rows["organisation"], strict=True)
    }


class _Decided:
    """Tells of which names somebody has decided already that they are not one."""

    def __init__(self, names: pd.DataFrame, kind: str) -> None:
        self._key = key_of(kind)
        rows = (
            names[names["same"].notna() & (names["kind"].isna() | (names["kind"] == kind))]
            if len(names)
            else names
        )
        pairs = zip(rows["name"], rows["also_known_as"], strict=True) if len(rows) else ()
        self._pairs = {frozenset((self._key(a), self._key(b))) for a, b in pairs}

    def __call__(self, some: Iterable[str], others: Iterable[str]) -> bool:
        if not self._pairs:
            return False
        ones, twos = ({self._key(text) for text in texts} for texts in (some, others))
        return any(frozenset((a, b)) in self._pairs for a in ones for b in twos)


def key_of(kind: str) -> Callable[[str], str]:
    """Return the function that gives the comparable form of a name of this kind."""
    return _person_key if kind == "person" else normal


def other_spellings(names: Iterable[str], confirmed: pd.DataFrame) -> list[str]:
    """Return what the table of confirmed names calls people of these names besides."""
    if confirmed.empty:
        return []
    known = {_person_key(name) for name in names}
    pairs = zip(confirmed["name"], confirmed["also_known_as"], strict=True)
    return [text for pair in pairs if any(_person_key(text) in known for text in pair) for text in pair]


def _person_key(text: str) -> str:
    return person_name(text).key or normal(text)


def _near_organisations(orgmap: OrgMap, kind: str) -> set[frozenset[str]]:
    """Return the pairs of organisations of nearly one name, which may be one employer."""
    if kind != "person":
        return set()
    names = _spellings(orgmap.organisations)
    return {frozenset((pair.a, pair.b)) for pair in _organisation_pairs(tuple(names.items()))}


@lru_cache(maxsize=4)
def _organisation_pairs(names: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Pair, ...]:
    """Return the pairs of like names; of the same names, as in the parts of one map, they are found once."""
    return tuple(organisation_pairs(dict(names)))


def _weighed(pair: Pair, kind: str, names: Mapping[str, tuple[str, ...]], evidence: Evidence) -> Candidate:
    found = evidence.of(pair.a, pair.b)
    little = {"a": pair.a, "b": pair.b}.get(pair.likeness.little or "")
    a, b = sorted(
        (pair.a, pair.b), key=lambda one: (one == little, -evidence.rows(one), -len(names[one][0]), one)
    )
    organisations = (
        evidence.organisations(b) if kind == "person" and not person_name(names[b][0]).full else []
    )
    return Candidate(
        kind, a, b,
        counts=pair.likeness.counts + sum(counts for counts, _ in found),
        reason=f"{pair.likeness.reason}.",
        evidence=tuple(sentence for _, sentence in found),
        organisation=organisations[0] if len(organisations) == 1 else None,
        little=little,
    )  # fmt: skip


def _told_apart(found: list[Candidate], names: Mapping[str, tuple[str, ...]]) -> Iterator[Candidate]:
    """Lower the candidates of a name that may as well stand for another, and say for which."""
    sure = {frozenset((one.a, one.b)) for one in found if one.likely}
    of_little: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        if one.little:
            of_little[one.little].append(one)
    for one in found:
        rivals = [
            other
            for other in of_little.get(one.little or "", ())
            if other is not one
            and other.counts >= one.counts - _CLOSE
            and frozenset((_partner(one), _partner(other))) not in sure
        ]
        yield _in_doubt(one, [names[_partner(other)][0] for other in rivals]) if rivals else one


def _partner(one: Candidate) -> str:
    return one.a if one.little == one.b else one.b


def _in_doubt(one: Candidate, rivals: list[str]) -> Candidate:
    told = (
        f"It may as well stand for {rivals[0]}."
        if len(rivals) == 1
        else f"It may stand for {len(rivals)} others too."
    )
    return replace(one, counts=one.counts - _IN_DOUBT, evidence=(*one.evidence, told))
