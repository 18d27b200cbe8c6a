"""Members asked for and missing, those missing on the same bodies together, in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from orgmap.model.records import Weight
from orgmap.model.wording import NAMED, joined, listing, plural, verb
from orgmap.questions.gaps.required import FOR_SOME_POST, NOT_LISTED
from orgmap.questions.gaps.rows import MISSING, THERE
from orgmap.vocabulary.answers import ITS_SEAT_VACANT

_EMPTY = {ITS_SEAT_VACANT: "seat vacant", FOR_SOME_POST: "a seat vacant, its post not said"}
"""What is said beside the name of a body where a seat that is asked for, or may be, is vacant."""


@dataclass(frozen=True)
class Lack:
    """Members of one sort that are missing: how much it asks, what is said, and the rows."""

    weight: Weight
    sentence: str
    rows: pd.DataFrame

    @property
    def order(self) -> tuple[bool, int]:
        """Return what puts the heaviest and widest first."""
        return self.weight != "act", -len(self.rows)


def lacks_of(rows: pd.DataFrame) -> Iterator[Lack]:
    """Yield what is missing: organisations by requirement, and members who are missing on the same bodies."""
    told = rows.assign(sure=(rows["sure"] | (rows["detail"] == ITS_SEAT_VACANT)).astype(bool))
    missing = told[told["state"] == MISSING]
    alike: dict[tuple[object, ...], list[pd.DataFrame]] = defaultdict(list)
    for (asked, sure, named), group in missing.groupby(["asked", "sure", "each"], sort=False):
        first, where = group.iloc[0], zip(group["id_body"], _remarks(group), strict=True)
        key = asked if named else (first["noun"], first["strength"], *where)
        alike[sure, named, key].append(group)
    for (sure, named, _), groups in alike.items():
        group = pd.concat(groups)
        first = group.iloc[0]
        sentence = _named(group) if named else _general(group, told[told["asked"] == first["asked"]])
        act = sure and first["reason"] == "law" and first["strength"] == "member"
        whole = f"{sentence}{'' if sure else _doubt(group)}."
        yield Lack("act" if act else "look", whole, rows.loc[group.index])


def _remarks(group: pd.DataFrame) -> Iterator[str]:
    """Return what is said of each row beside that nobody is there."""
    return (detail if detail in (*_EMPTY, NOT_LISTED) else "" for detail in group["detail"])


def _doubt(group: pd.DataFrame) -> str:
    one = group["id_body"].nunique() == 1
    return f"; {'its list is' if one else 'their lists are'} not said to be complete"


def _reference(group: pd.DataFrame) -> str:
    """Return what asks for the members, in brackets; one Act with several sections is named once."""
    if group["reason"].iloc[0] == "usual":
        return " (usual on such a body)"
    references = [one for one in group["reference"].unique() if one]
    acts = {one.partition(", ")[0] for one in references}
    parts = [one.partition(", ")[2] for one in references]
    if len(references) > 1 and len(acts) == 1 and all(parts):
        return f" ({acts.pop()}, {_sections(parts)})"
    return f" ({'; '.join(references)})" if references else ""


def _sections(parts: Sequence[str]) -> str:
    """Return the sections of one Act as a list: sections 5(1)(a), 5(1)(b) and 6."""
    if all(part.startswith("section ") for part in parts):
        return f"sections {joined([part.removeprefix('section ') for part in parts])}"
    return joined(parts)


def _general(group: pd.DataFrame, asked: pd.DataFrame) -> str:
    """Say where nobody holds a seat for some members; `asked` are all rows of one of them."""
    first, bodies = group.iloc[0], group.drop_duplicates("id_body")
    invited = first["strength"] == "invited"
    seat = f"{'' if first['sure'] else 'listed '}{'seat or invitation' if invited else 'seat'}"
    whom = f"{'is for' if invited else 'is held by'} {_or(group['who'].unique())}{_reference(group)}"
    count, of = len(bodies), asked["id_body"].nunique()
    vacant = bodies["detail"].isin(list(_EMPTY))
    unlisted = f"; {NOT_LISTED}" if (group["detail"] == NOT_LISTED).all() else ""
    if count == 1:
        empty = f"; {first['detail']}" if vacant.any() else ""
        return f"No {seat} on {first['body']} {whom}{empty or unlisted}"
    if count == of and not vacant.any():
        some = f"{'either' if count == 2 else 'any'} of the {count}"
        return f"No {seat} on {some} {plural(first['noun'], of)} {whom}{unlisted}"
    where = f"{count} of the {of} {plural(first['noun'], of)}, {_which(bodies, asked)}"
    return f"No {seat} {whom} on {where}{unlisted}"


def _which(bodies: pd.DataFrame, asked: pd.DataFrame) -> str:
    """Return the names of bodies, or of the few that are not among them."""
    others = asked[~asked["id_body"].isin(bodies["id_body"])].drop_duplicates("id_body")
    if len(others) < len(bodies) > NAMED >= len(others) and (others["state"] == THERE).all():
        return f"all but {listing(list(others['body']))}"
    named = zip(bodies["body"], bodies["detail"].map(_EMPTY), strict=True)
    return listing([body if pd.isna(empty) else f"{body} ({empty})" for body, empty in named])


def _or(names: Iterable[str]) -> str:
    """Return names with commas and a last "or"; beyond many, how many more there are."""
    known = list(names)
    shown = [*known[: NAMED - 1], f"{len(known) - NAMED + 1} more"] if len(known) > NAMED else known
    mark = "; " if any(", " in name for name in shown) else ", "
    return " or ".join([mark.join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _named(group: pd.DataFrame) -> str:
    """Say which organisations, whose areas meet those of bodies, do not sit there."""
    first, reference = group.iloc[0], _reference(group)
    bodies_of = group.groupby("id_organisation", sort=False).agg({"organisation": "first", "body": list})
    whose, where = len(bodies_of), group["id_body"].nunique()
    not_on = _not_on(whose, certain=bool(first["sure"]))
    bodies = f"{where} {plural(first['noun'], where)}"
    if whose == where == 1:
        return _one(first, not_on, reference)
    if whose == 1:
        names = listing(list(group["body"]))
        return f"{first['organisation']} {not_on} {bodies} whose areas meet its own{reference}: {names}"
    if where == 1:
        names = listing(list(group["organisation"]))
        return f"{whose} organisations {not_on} {first['body']}, though their areas meet{reference}: {names}"
    held = zip(bodies_of["organisation"], bodies_of["body"], strict=True)
    names = listing([f"{name} ({listing(on, 3)})" for name, on in held])
    return f"{whose} organisations {not_on} {bodies} whose areas meet theirs{reference}: {names}"


def _not_on(count: int, *, certain: bool) -> str:
    """Return that organisations do not sit on what follows, or only that they are not listed there."""
    return (
        f"{'does' if count == 1 else 'do'} not sit on" if certain else f"{verb('is', count)} not listed for"
    )


def _one(row: pd.Series[Any], not_on: str, reference: str) -> str:
    """Say of one organisation and one body how their areas meet, or that the seat is vacant."""
    area = row["detail"].removeprefix("its ")
    vacant = row["detail"] == ITS_SEAT_VACANT
    whose = f", whose {area}," if area and not vacant else ""
    empty = f"; {ITS_SEAT_VACANT}" if vacant else ""
    return f"{row['organisation']}{whose} {not_on} {row['body']}{reference}{empty}"
