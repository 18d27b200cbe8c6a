"""Which organisations of a Popolo file are bodies, which employers, which parties, and which are nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from orgmap.matching import normal
from orgmap.read.guesses import looks_like_body, looks_like_post
from orgmap.read.popolo.gathering import Gathered, Thing, last_part
from orgmap.vocabulary import BODY_WORDS, NOT_KNOWN, TABLE, ClosedList

OWN = "orgmap"
"""The key under which orgmap keeps what Popolo has no place for."""
COLLABORATION = "_collaboration"
"""The key that a reader sets where its form says that an organisation is a partnership of others."""
_PARTY_WORDS = frozenset(("party", "parties", "faction", "caucus"))
_NO_PARTY = frozenset(
    (
        "independent", "independents", "non party", "no party", "no affiliation", "unaffiliated",
        "non affiliated", "cross bench", "crossbench", "no description", "non partisan", "nonpartisan",
    )
)  # fmt: skip
"""What stands for a party, in its normal form, where somebody has none."""
_CHAMBERS = BODY_WORDS | frozenset(
    ("legislature", "chamber", "parliament", "house", "senate", "council", "government", "ministry", "body")
)


@dataclass
class Sorted:
    """The references of a file's organisations by what they are."""

    bodies: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    nothing: set[str] = field(default_factory=set)
    employers: set[str] = field(default_factory=set)


@dataclass
class _Use:
    """How memberships and posts use the organisations."""

    roles: dict[str, list[str | None]] = field(default_factory=lambda: defaultdict(list))
    spoken_for: set[str] = field(default_factory=set)
    with_posts: set[str] = field(default_factory=set)


def sort_organisations(gathered: Gathered) -> Sorted:
    """Return what each organisation is: told by its classification, else by its use, else by its name.

    A body is what seats are held on. An organisation that people belong to in roles that are jobs, or that
    others speak for, is an employer; one called "unknown", or a party of independents, is nothing.
    """
    use = _use(gathered)
    kinds = Sorted()
    for reference, thing in gathered.of("organizations"):
        if _is_nothing(reference, thing):
            kinds.nothing.add(reference)
        elif _is_party(thing):
            kinds.parties.add(reference)
        elif _is_body(reference, thing, use):
            kinds.bodies.add(reference)
        else:
            kinds.employers.add(reference)
    for reference in use.roles.keys() - gathered.things["organizations"].keys():
        kinds.bodies.add(reference)
    _with_parents(gathered, kinds)
    return kinds


def is_nothing(reference: str) -> bool:
    """Tell whether a reference stands in place of an organisation that is not known: "party/unknown"."""
    return last_part(reference) in NOT_KNOWN


def own(thing: Thing) -> dict[str, object]:
    """Return what orgmap itself wrote about a thing beside what Popolo has a place for."""
    kept = thing.data.get(OWN)
    return kept if isinstance(kept, dict) else {}


def organisation_of(gathered: Gathered, membership: Thing) -> str | None:
    """Return the reference of the organisation that a membership is in, by its post if need be."""
    if direct := membership.text("organization_id"):
        return direct
    post = gathered.things["posts"].get(membership.text("post_id") or "")
    return post.text("organization_id") if post else None


def _use(gathered: Gathered) -> _Use:
    use = _Use()
    for _, membership in gathered.of("memberships"):
        if spoken_for := membership.text("on_behalf_of_id"):
            use.spoken_for.add(spoken_for)
        if organisation := organisation_of(gathered, membership):
            use.roles[organisation].append(membership.text("role"))
    for _, post in gathered.of("posts"):
        if organisation := post.text("organization_id"):
            use.with_posts.add(organisation)
    return use


def _is_nothing(reference: str, thing: Thing) -> bool:
    name = normal(thing.text("name") or "")
    if own(thing):
        return False
    return is_nothing(reference) or name in NOT_KNOWN or (_is_party(thing) and name in _NO_PARTY)


def _is_party(thing: Thing) -> bool:
    return not own(thing) and bool(_PARTY_WORDS & set(normal(thing.text("classification") or "").split()))


def _is_body(reference: str, thing: Thing, use: _Use) -> bool:
    if table := own(thing).get("table"):
        return table == "bodies"
    if thing.data.get(COLLABORATION):
        return True
    told = _told(thing.text("classification"))
    if told is not None:
        return told
    roles = use.roles.get(reference, [])
    name = thing.text("name") or ""
    if not roles:
        return looks_like_body(name) and reference not in use.spoken_for
    jobs = sum(_is_job(role) for role in roles)
    return jobs * 2 < len(roles) and (reference not in use.spoken_for or looks_like_body(name))


def _told(classification: str | None) -> bool | None:
    """Return whether a classification is one of bodies, or None where it does not tell."""
    if classification is None:
        return None
    words = normal(classification)
    if words in _spellings("bodies") or _CHAMBERS & set(words.split()):
        return words not in _spellings("organisations")
    return False if words in _spellings("organisations") | _sectors() else None


def _spellings(table: str) -> set[str]:
    return _spelled(TABLE[table].by_name["kind"].closed_list)


def _sectors() -> set[str]:
    return _spelled(TABLE["organisations"].by_name["sector"].closed_list)


def _spelled(closed_list: ClosedList | None) -> set[str]:
    return {normal(spelling) for spelling in closed_list.spellings()} if closed_list else set()


def _is_job(role: str | None) -> bool:
    """Tell whether a role is a job that somebody has, not a part that somebody plays on a body."""
    seats = _spelled(TABLE["seats"].by_name["role"].closed_list)
    return role is not None and normal(role) not in seats and looks_like_post(role)


def _with_parents(gathered: Gathered, kinds: Sorted) -> None:
    """Count as bodies too those that bodies are part of, unless something says that they are not."""
    waiting = list(kinds.bodies)
    while waiting:
        thing = gathered.things["organizations"].get(waiting.pop())
        parent = thing.text("parent_id") if thing else None
        above = gathered.things["organizations"].get(parent or "")
        if (
            parent in kinds.employers
            and above
            and not own(above)
            and _told(above.text("classification")) is None
        ):
            kinds.employers.discard(parent)
            kinds.bodies.add(parent)
            waiting.append(parent)
