"""Whom a body is asked to have: by law, by usage, or by the user's own table of expected members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from orgmap.matching import body_kind, normal
from orgmap.model import OrgMap
from orgmap.model.law import Requirement, requirements
from orgmap.questions.gaps.posts import AskedPost
from orgmap.vocabulary.kind_words import NAMED_MEMBERS
from orgmap.vocabulary.states import NATIONS, STRENGTHS

_BARE = {"police": "the police", "Jobcentre Plus": "Jobcentre Plus", "Healthwatch": "Healthwatch"}
_BARE |= {"NHS England": "NHS England", "national government": "the government of the nation"}
_VOWELS, _LETTERS_SPOKEN_WITH_VOWEL = "aeio", "AEFHILMNORSX"


@dataclass(frozen=True)
class Asked:
    """One member that a body is asked to have; what is empty asks for nothing.

    `reason` is law, usual or expected; `who` is the member as it reads after "held by"; `noun` is the
    kind of the bodies; `row` is the row of the source, where it is the user's own; `named` are the names
    of the organisations meant, where only these are.
    """

    reason: str
    who: str
    kinds: frozenset[str] = frozenset()
    sector: str = ""
    organisation: str = ""
    post: AskedPost | None = None
    each: bool = False
    strength: str = "member"
    reference: str = ""
    detail: str = ""
    noun: str = "body"
    row: int | None = None
    named: tuple[str, ...] = ()

    @property
    def of_some(self) -> bool:
        """Tell whether it asks for some organisations rather than for any."""
        return bool(self.kinds or self.sector or self.organisation)


def body_kinds(orgmap: OrgMap) -> dict[str, str]:
    """Return the kind of each body whose kind is given or plain from its name."""
    named = zip(orgmap.bodies.index, orgmap.bodies["name"], orgmap.bodies["kind"], strict=True)
    kinds = {body: body_kind(name, kind if isinstance(kind, str) else None) for body, name, kind in named}
    return {body: kind for body, kind in kinds.items() if kind}


def asked_of(orgmap: OrgMap, kinds: Mapping[str, str]) -> dict[str, list[Asked]]:
    """Return whom each body is asked to have, bodies and members in a stable order; nobody twice.

    `kinds` are those of `body_kinds`. Where one member is asked for twice, the stronger word stands, and the
    law's before the user's.
    """
    of_kind, of_body = _expected(orgmap)
    given = orgmap.bodies["kind"].to_dict()
    asked: dict[str, list[Asked]] = {}
    for body in orgmap.bodies.index:
        names = dict.fromkeys(normal(one) for one in (given[body], kinds.get(body)) if isinstance(one, str))
        law = [_legal(one) for one in _in_law(orgmap, kinds.get(body))]
        own = [*(one for name in names for one in of_kind[name]), *of_body[body]]
        if kept := _once([*law, *own]):
            asked[body] = kept
    return asked


def _in_law(orgmap: OrgMap, kind: str | None) -> tuple[Requirement, ...]:
    return requirements(kind, orgmap.about.nation, orgmap.as_at) if kind else ()


def partly_asked(kind: str, as_at: str | None) -> bool:
    """Tell whether some nation's law asks more of bodies of a kind than where the nation is not known."""
    known = len(requirements(kind, None, as_at))
    return any(len(requirements(kind, nation, as_at)) > known for nation in NATIONS.values)


def _legal(one: Requirement) -> Asked:
    return Asked(
        reason="usual" if one.strength == "usual" else "law",
        who=one.member,
        kinds=frozenset(one.organisation_kinds),
        post=_legal_post(one),
        each=one.each,
        strength=one.strength,
        reference=one.reference,
        detail=one.who_counts,
        noun=one.body_kind,
        named=NAMED_MEMBERS.get(one.member, ()),
    )


def _legal_post(one: Requirement) -> AskedPost | None:
    """Return the post that a requirement asks for: that of an elected member, else of an officer; or none."""
    if not (one.posts or one.endings or one.director_of or one.elected):
        return None
    titles, endings, director_of, perhaps = (
        tuple(map(normal, phrases)) for phrases in (one.posts, one.endings, one.director_of, one.perhaps)
    )
    return AskedPost(titles, endings, director_of, perhaps, officer=not one.elected, elected=one.elected)


def _once(asked: Iterable[Asked]) -> list[Asked]:
    """Return the members asked for without those that another asks for as strongly; the first stands."""
    strengths = STRENGTHS.values
    ranked = sorted(asked, key=lambda one: strengths.index(one.strength))
    kept: list[Asked] = []
    for one in ranked:
        if not any(_covers(other, one) for other in kept):
            kept.append(one)
    return kept


def _covers(strong: Asked, weak: Asked) -> bool:
    """Tell whether who meets the one requirement meets the other too."""
    same = (strong.sector, strong.organisation, strong.post) == (weak.sector, weak.organisation, weak.post)
    if not same or bool(strong.kinds) != bool(weak.kinds):
        return False
    return weak.kinds >= strong.kinds or (strong.each and weak.kinds <= strong.kinds)


def _expected(orgmap: OrgMap) -> tuple[dict[str, list[Asked]], dict[str, list[Asked]]]:
    """Return the user's own rows by the normal form of the kind of body, and by body."""
    of_kind: dict[str, list[Asked]] = defaultdict(list)
    of_body: dict[str, list[Asked]] = defaultdict(list)
    for row in orgmap.expected.to_dict("records"):
        facts = {str(name): value for name, value in row.items() if not pd.isna(value)}
        if not facts.keys() & {"organisation_kind", "sector", "organisation", "post"}:
            continue
        one = _own(orgmap, facts)
        if "body" in facts:
            of_body[str(facts["body"])].append(one)
        elif "body_kind" in facts:
            of_kind[normal(str(facts["body_kind"]))].append(one)
    return of_kind, of_body


def _own(orgmap: OrgMap, facts: Mapping[str, object]) -> Asked:
    told = {name: str(value) for name, value in facts.items()}
    organisation, kind, sector = (
        told.get(name, "") for name in ("organisation", "organisation_kind", "sector")
    )
    whom = str(orgmap.organisations.at[organisation, "name"]) if organisation else _some(kind, sector)
    post = told.get("post", "")
    return Asked(
        reason="expected",
        who=f"the {post}{' of ' if whom else ''}{whom}" if post else whom,
        kinds=frozenset([kind] if kind else []),
        sector=sector,
        organisation=organisation,
        post=AskedPost((normal(post),)) if post else None,
        strength=told.get("strength", "usual"),
        reference=told.get("reference", ""),
        detail=told.get("reason", ""),
        noun=told.get("body_kind", "body"),
        row=int(told["row"]),
    )


def _some(kind: str, sector: str) -> str:
    """Return who is meant by a kind or a sector, in words."""
    if not kind:
        return f"anybody from the sector {sector}" if sector else ""
    return with_article(kind) + (f" of the sector {sector}" if sector else "")


def with_article(kind: str) -> str:
    """Return a kind of organisation with its article: an NHS trust, a university, the police."""
    if kind in _BARE:
        return _BARE[kind]
    first = kind.split(" ", maxsplit=1)[0]
    spelt = first.isupper() and len(first) > 1
    vowel = kind[:1] in _LETTERS_SPOKEN_WITH_VOWEL if spelt else kind[:1].lower() in _VOWELS
    return f"{'an' if vowel else 'a'} {kind}"
