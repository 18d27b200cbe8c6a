"""The memberships and posts of a Popolo file as seats: who holds them, and which are vacant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.model.wording import counted, listing
from orgmap.read.popolo.bodies import Sorted, is_nothing, organisation_of, own
from orgmap.read.popolo.cells import extra, person_name
from orgmap.read.popolo.entities import code_of, kept
from orgmap.read.popolo.gathering import Gathered, Thing
from orgmap.read.records import Rows, plain, stands_for_nobody
from orgmap.vocabulary import NOT_KNOWN

_HEADERS = {
    "body": "organization_id", "person": "person_id", "on_behalf_of": "on_behalf_of_id", "seat": "post_id",
    "since": "start_date", "until": "end_date", "source": "sources",
}  # fmt: skip


@dataclass
class Held:
    """What the memberships come to: seats, the jobs and parties of people, and what was set aside."""

    seats: Rows
    jobs: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    nobody: list[Thing] = field(default_factory=list)
    nowhere: list[Thing] = field(default_factory=list)
    unknown: list[Thing] = field(default_factory=list)
    told_jobs: int = 0
    further_jobs: int = 0
    terms: int = 0
    vacant: int = 0


def hold(gathered: Gathered, kinds: Sorted) -> Held:
    """Return the seats of a file and what else its memberships say."""
    vacant = list(_vacant(gathered, kinds))
    place = "memberships and posts" if vacant else "memberships"
    held = Held(Rows("seats", place, _HEADERS), vacant=sum("status" not in own(post) for post in vacant))
    for _, membership in gathered.of("memberships"):
        _membership(gathered, kinds, held, membership)
    for post in vacant:
        cells = {
            "status": "vacant",
            **_of_post(post),
            "body": _called(gathered, post.text("organization_id")),
        }
        number = own(post).get("number")
        at = number if isinstance(number, int) else None
        held.seats.add(post.row, cells | kept(post, "seats"), place=at)
    return held


def held_in_words(held: Held, gathered: Gathered) -> Iterable[Problem]:
    """Say what was done with the memberships that are no seats, and with what they leave open."""
    yield from _set_aside(held.nowhere, "names no organisation", "warning")
    yield from _set_aside(held.nobody, "names nobody", "warning")
    yield from _set_aside(held.unknown, "is on behalf of nobody that is known", "note")
    if held.told_jobs:
        message = f"{counted(held.told_jobs, 'membership')} of what is no body: whom people work for."
        yield Problem("memberships", None, "organization_id", None, message, "", "note")
    if held.further_jobs:
        message = (
            f"{counted(held.further_jobs, 'further job')} of people who have one already; these are not used."
        )
        yield Problem("memberships", None, "organization_id", None, message, "", "warning")
    if held.parties:
        message = f"{counted(len(held.parties), 'membership')} of a party: kept as the further column party."
        yield Problem("memberships", None, "organization_id", None, message, "", "note")
    if held.terms:
        message = f"{counted(held.terms, 'membership')} without dates: the legislative period gives them."
        yield Problem("memberships", None, "legislative_period_id", None, message, "", "note")
    if held.vacant:
        message = f"{counted(held.vacant, 'post')} without a membership: read as vacant seats."
        yield Problem("posts", None, None, None, message, "", "note")
    unused = sum(1 for _ in gathered.of("events")) - held.terms
    if unused > 0 and not held.terms:
        yield Problem(
            "events", None, None, None, f"{counted(unused, 'event')}: orgmap has no use for them.", "", "note"
        )


def _membership(gathered: Gathered, kinds: Sorted, held: Held, membership: Thing) -> None:
    organisation = organisation_of(gathered, membership)
    person = membership.text("person_id")
    if own(membership).get("of"):
        if own(membership)["of"] == "people" and person:
            held.jobs[person] = (_called(gathered, organisation), membership.text("role"))
    elif organisation is None or organisation in kinds.nothing or is_nothing(organisation):
        held.nowhere.append(membership)
    elif organisation in kinds.bodies:
        _seat(gathered, kinds, held, membership, organisation)
    elif person and organisation in kinds.parties:
        held.parties[person] = gathered.things["organizations"][organisation].text("name") or organisation
    elif person:
        _job(gathered, held, person, organisation, membership)
    else:
        held.nowhere.append(membership)


def _job(gathered: Gathered, held: Held, person: str, organisation: str, membership: Thing) -> None:
    """Give a person a job; the one that has not ended comes before those that have."""
    job = (_called(gathered, organisation), membership.text("role"))
    if person in held.jobs and job != held.jobs[person]:
        held.further_jobs += 1
        if membership.text("end_date"):
            return
    held.told_jobs += 1
    held.jobs[person] = job


def _seat(gathered: Gathered, kinds: Sorted, held: Held, membership: Thing, organisation: str) -> None:
    post = gathered.things["posts"].get(membership.text("post_id") or "")
    cells = {
        "body": _called(gathered, organisation),
        "person": _person(gathered, membership),
        "organisation": _called(gathered, membership.text("member_organization_id")),
        "on_behalf_of": _spoken_for(gathered, kinds, held, membership),
        **(_of_post(post, dates=False) if post else {}),
        **_period(gathered, held, membership),
        "source": next((text for text in _addresses(membership)), None),
    }
    if role := membership.text("role"):
        cells["role"] = role
    cells |= kept(membership, "seats")
    holders = ("person", "post", "organisation", "on_behalf_of", "status")
    if not any(cells.get(column) for column in holders):
        held.nobody.append(membership)
        return
    party = _party(gathered, kinds, membership)
    held.seats.add(membership.row, cells, extra(membership, "memberships") | party)


def _person(gathered: Gathered, membership: Thing) -> str | None:
    """Return how a seat calls its holder: by the code; by the word where the file has "Vacant" for a name."""
    reference = membership.text("person_id")
    thing = gathered.things["persons"].get(reference or "")
    name = person_name(thing) if thing else None
    return name if name and stands_for_nobody(name) else code_of(gathered, "persons", reference)


def _spoken_for(gathered: Gathered, kinds: Sorted, held: Held, membership: Thing) -> str | None:
    reference = membership.text("on_behalf_of_id")
    if reference is None:
        return None
    if reference in kinds.nothing or is_nothing(reference):
        held.unknown.append(membership)
        return None
    return _called(gathered, reference)


def _party(gathered: Gathered, kinds: Sorted, membership: Thing) -> dict[str, str | None]:
    """Return the name of a party that is no organisation, such as "Independent", as a further cell."""
    reference = membership.text("on_behalf_of_id") or ""
    thing = gathered.things["organizations"].get(reference)
    name = thing.text("name") if thing and reference in kinds.nothing else None
    return {} if name is None or normal(name) in NOT_KNOWN else {"party": name}


def _period(gathered: Gathered, held: Held, membership: Thing) -> dict[str, str | None]:
    """Return since and until: the membership's own, or those of its legislative period."""
    since, until = membership.text("start_date"), membership.text("end_date")
    term = gathered.things["events"].get(membership.text("legislative_period_id") or "")
    if since or until or term is None:
        return {"since": since, "until": until}
    held.terms += 1
    return {"since": term.text("start_date"), "until": term.text("end_date")}


def _of_post(post: Thing, *, dates: bool = True) -> dict[str, str | None]:
    cells = {"seat": post.text("label"), "role": post.text("role")}
    return cells | {"since": post.text("start_date"), "until": post.text("end_date")} if dates else cells


def _addresses(membership: Thing) -> Iterable[str]:
    for one in membership.each("sources"):
        if isinstance(one, dict) and (text := plain(one.get("url")) or plain(one.get("note"))):
            yield text


def _called(gathered: Gathered, reference: str | None) -> str | None:
    return code_of(gathered, "organizations", reference)


def _vacant(gathered: Gathered, kinds: Sorted) -> Iterable[Thing]:
    """Return the posts on bodies that nobody holds, where the file ties memberships to posts at all."""
    memberships = gathered.things["memberships"].values()
    filled = {held for membership in memberships if (held := membership.text("post_id"))}
    for reference, post in gathered.of("posts"):
        told = bool(filled) or bool(own(post))
        if told and reference not in filled and post.text("organization_id") in kinds.bodies:
            yield post


def _set_aside(memberships: list[Thing], fault: str, severity: str) -> Iterable[Problem]:
    if memberships:
        first, more = memberships[0], len(memberships) - 1
        so = (
            f" (So with {more} more: rows {listing([str(one.row) for one in memberships[1:]], 6)}.)"
            if more
            else ""
        )
        done = "it is not used" if severity == "warning" else "whom the seat speaks for is not known"
        message = f"the membership {fault}; {done}.{so}"
        yield Problem(
            "memberships", first.row, None, None, message, "", "warning" if severity == "warning" else "note"
        )
