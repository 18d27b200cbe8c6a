"""Who is asked for and there, missing, or not to be told: a row for each body and member asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from orgmap.model import OrgMap
from orgmap.model.wording import listing
from orgmap.questions.gaps.asked import Asked
from orgmap.questions.gaps.ground import Ground
from orgmap.questions.gaps.rows import MISSING, NOT_TOLD, THERE, Row, ids, origin
from orgmap.questions.gaps.seats import Held, fits, open_kinds, right_kind, right_organisation, seats_of
from orgmap.vocabulary.answers import ITS_SEAT_VACANT

FOR_SOME_POST = "a seat is vacant there, its post not said"
"""What is said of somebody missing where a seat is vacant that may be the one asked for."""
NOT_LISTED = "the file lists no such organisation"
_CAUSES = ("post", "title", "kind", "sector", "organisation")
"""What may not be known of a seat, that which is soonest found out first."""


@dataclass(frozen=True)
class Verdict:
    """What the seats of a body say of one member asked for, by which seats, and why it cannot be told.

    `unclear` names those of whom what it needs is not known; `empty` are the organisations of the seats asked
    for that are vacant.
    """

    state: str
    seats: tuple[Held, ...] = ()
    detail: str = ""
    cause: str = ""
    unclear: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


def required_rows(
    orgmap: OrgMap, asked: Mapping[str, Sequence[Asked]], kinds: Mapping[str, str]
) -> Iterator[Row]:
    """Yield a row for each body and member asked for; `kinds` are those of the organisations."""
    seats = seats_of(orgmap, asked, kinds)
    ground = Ground(orgmap, kinds)
    numbers: dict[Asked, int] = {}
    names, complete = orgmap.bodies["name"].to_dict(), (orgmap.bodies["list"] == "complete").to_dict()
    for body, ones in asked.items():
        for one in ones:
            shared: Row = {
                "reason": one.reason, "body": names[body], "who": one.who, "strength": one.strength,
                "reference": one.reference, "asked": numbers.setdefault(one, len(numbers)),
                **origin(orgmap, "expected", one.row), "noun": one.noun,
                "kinds": "; ".join(sorted(one.kinds)), "sure": complete[body],
            }  # fmt: skip
            for organisation, verdict in _verdicts(ground, body, one, seats.get(body, [])):
                whose = organisation or one.organisation
                told = _told(ground, body, whose, verdict, one.detail)
                yield shared | told | {"each": bool(organisation)}


def _told(ground: Ground, body: str, organisation: str, verdict: Verdict, detail: str) -> Row:
    found = tuple(dict.fromkeys(seat.organisation for seat in verdict.seats if seat.organisation))
    known = found or verdict.empty
    whose = organisation or (known[0] if len(known) == 1 else "")
    return {
        "state": verdict.state,
        "organisation": ground.names.get(whose, ""),
        "found": "; ".join(dict.fromkeys(seat.shown.replace(";", ",") for seat in verdict.seats)),
        "detail": verdict.detail or detail,
        "cause": verdict.cause,
        "unclear": "\n".join(verdict.unclear),
        **ids(body=body, organisation=whose),
    }


def _verdicts(
    ground: Ground, body: str, asked: Asked, seats: Sequence[Held]
) -> Iterator[tuple[str, Verdict]]:
    """Yield what is found of each organisation asked for, or of any one where one, or a post, is enough."""
    sitting = {
        seat.organisation for seat in seats if seat.counts(asked.strength) and seat.kind in asked.kinds
    }
    due, unknown = ground.due(body, asked.kinds) if asked.each else (set(), set())
    if not asked.each or asked.post or not due | sitting:
        yield "", _of_any(ground, asked, seats)
        return
    yield from _of_each(ground, body, asked, seats, due | sitting)
    if others := unknown - sitting:
        names = sorted(ground.names[one] for one in others)
        detail = f"whether its area meets that of {listing(names)} is not known"
        yield "", Verdict(NOT_TOLD, detail=detail, cause="area", unclear=ground.without_area(body, others))
    if general := _general(ground, body, asked, seats):
        names = sorted(ground.names[one] for one in general)
        detail = f"not known: the kind of {listing(names)}"
        yield "", Verdict(NOT_TOLD, detail=detail, cause="kind", unclear=tuple(names))


def _general(ground: Ground, body: str, asked: Asked, seats: Sequence[Held]) -> set[str]:
    """Return the organisations in a body's area, without a seat there, that may be of a kind asked for."""
    general = open_kinds(asked.kinds)
    meeting = ground.due(body, general)[0] if general else set()
    return meeting - {seat.organisation for seat in seats if seat.counts(asked.strength)}


def _of_each(
    ground: Ground, body: str, asked: Asked, seats: Sequence[Held], whose: Iterable[str]
) -> Iterator[tuple[str, Verdict]]:
    """Yield of each of some organisations whether it sits there, in order of their names."""
    own: dict[str, list[Held]] = defaultdict(list)
    for seat in seats:
        own[seat.organisation].append(seat)
    for organisation in sorted(whose, key=lambda one: (ground.names[one], one)):
        one = replace(asked, organisation=organisation, kinds=frozenset(), sector="")
        verdict = _verdict(one, [*own[organisation], *own[""]])
        if verdict.state == MISSING and not verdict.detail:
            verdict = replace(verdict, detail=ground.relation(organisation, body))
        yield organisation, verdict


def _of_any(ground: Ground, asked: Asked, seats: Sequence[Held]) -> Verdict:
    verdict = _verdict(asked, seats)
    listed = not asked.kinds or ground.has(asked.kinds | open_kinds(asked.kinds))
    if listed or verdict.state != MISSING or verdict.detail:
        return verdict
    return replace(verdict, detail=NOT_LISTED)


def _verdict(asked: Asked, seats: Sequence[Held]) -> Verdict:
    """Return whether any of the seats is the one asked for."""
    told = [(seat, fits(seat, asked)) for seat in seats if seat.counts(asked.strength)]
    there = tuple(seat for seat, fit in told if fit)
    if there:
        return Verdict(THERE, there)
    vacancy = _vacancy(seats, asked)
    if vacancy == ITS_SEAT_VACANT:
        return Verdict(MISSING, detail=vacancy, empty=_vacant(seats, asked))
    unclear: dict[str, set[str]] = defaultdict(set)
    for seat, fit in told:
        if fit is None:
            cause = _cause(seat, asked)
            unclear[cause].add(_whose(seat, cause))
    if unclear:
        cause = next(one for one in _CAUSES if one in unclear)
        return Verdict(
            NOT_TOLD, detail=_doubt(unclear), cause=cause, unclear=tuple(sorted(unclear[cause] - {""}))
        )
    return Verdict(MISSING, detail=vacancy)


def _vacancy(seats: Sequence[Held], asked: Asked) -> str:
    """Return what is said where a seat stands empty that is the one asked for, or may be; else nothing."""
    empty = [(seat, fits(seat, asked)) for seat in seats if seat.status == "vacant"]
    if any(fit for _, fit in empty):
        return ITS_SEAT_VACANT
    open_to = [
        seat for seat, fit in empty if fit is None and asked.of_some and right_organisation(seat, asked)
    ]
    return FOR_SOME_POST if open_to else ""


def _vacant(seats: Sequence[Held], asked: Asked) -> tuple[str, ...]:
    """Return the organisations of the vacant seats that are the one asked for."""
    empty = [seat for seat in seats if seat.status == "vacant" and fits(seat, asked)]
    return tuple(dict.fromkeys(seat.organisation for seat in empty if seat.organisation))


def _cause(seat: Held, asked: Asked) -> str:
    """Return what is not known of a seat, so that it cannot be told whether it is the one asked for."""
    if right_organisation(seat, asked):
        return "title" if seat.post else "post"
    if not seat.organisation:
        return "organisation"
    return "kind" if asked.kinds and right_kind(seat, asked) is None else "sector"


def _whose(seat: Held, cause: str) -> str:
    """Return what has a cause not known: the organisation of the seat, or its holder."""
    if cause in {"kind", "sector"}:
        return seat.organisation_name
    return f"{seat.title} ({seat.shown})" if cause == "title" and seat.title not in seat.shown else seat.shown


def _doubt(unclear: Mapping[str, set[str]]) -> str:
    """Return in words what is not known of whom."""
    names = {cause: listing(sorted(whose - {""})) for cause, whose in unclear.items()}
    not_known = [
        f"the {cause} of {names[cause]}" for cause in _CAUSES if cause != "title" and names.get(cause)
    ]
    parts = [f"not known: {'; '.join(not_known)}"] if not_known else []
    if titles := names.get("title"):
        parts.append(f"not plain from the title: {titles}")
    return "; ".join(parts)
