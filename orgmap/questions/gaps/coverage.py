"""On which bodies nobody was looked for, and why: their kind is not known, or nothing asks for anybody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from orgmap.model import Finding, OrgMap
from orgmap.model.wording import listing
from orgmap.network import PREFIX
from orgmap.questions.gaps.asked import partly_asked


def not_looked_for(orgmap: OrgMap, kinds: Mapping[str, str], asked: Collection[str]) -> Iterator[Finding]:
    """Say on which bodies nobody was looked for, why, and what to fill in.

    `kinds` are those of the bodies, `asked` the bodies on which somebody was. Where more is asked only once
    the nation is known, nothing is said here.
    """
    nation = orgmap.about.nation
    others = [body for body in orgmap.bodies.index if body not in asked]
    unknown = [body for body in others if body not in kinds]
    free = [
        body for body in others if body in kinds and (nation or not partly_asked(kinds[body], orgmap.as_at))
    ]
    if unknown:
        one = len(unknown) == 1
        law = "" if nation else ", and the nation in the column nation of the table about"
        why = f"{'its kind is' if one else 'their kinds are'} not known"
        fill = f"Write {'it' if one else 'them'} in the column kind of the table bodies{law}"
        yield _finding(orgmap, unknown, f"{why}. {fill}")
    if free:
        whose = "a body of its kind" if len(free) == 1 else "bodies of their kinds"
        why = f"orgmap has no law and no list of usual members for {whose}{f' in {nation}' if nation else ''}"
        yield _finding(orgmap, free, f"{why}. Whom you expect there can be written in the table expected")


def _finding(orgmap: OrgMap, bodies: Sequence[str], why: str) -> Finding:
    """Return that nobody was looked for on some bodies, because of what `why` goes on to say."""
    total, count = len(orgmap.bodies), len(bodies)
    names = listing([str(orgmap.bodies.at[body, "name"]) for body in bodies])
    where = (
        f"{count:,} of the {total:,} bodies ({names})" if count < total else f"any of the {total:,} bodies"
    )
    nodes = tuple(PREFIX["body"] + body for body in bodies)
    sentence = f"Nobody was looked for on {names if total == 1 else where}, because {why}."
    return Finding("gaps", "know", sentence, nodes)
