"""Whether the areas of bodies and of the organisations on them coincide, and what it costs if not."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.wording import counted, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.coterminosity.pairs import APART, KEYS, ONE, UNKNOWN, alike, table_of
from orgmap.questions.coterminosity.unfit import finding, unfit
from orgmap.vocabulary import QUESTIONS

TITLE = QUESTIONS.meaning_of("coterminosity")
TOLD = 3
FEW = 4


def coterminosity(orgmap: OrgMap) -> Answer:
    """Return how far the areas of bodies and of the organisations that sit on them coincide.

    Areas are compared by the smallest units known of each: nothing here is a share of ground. Table: `kind`
    (member: an organisation on a body; areas: an area of organisations and an area of bodies that have a unit
    in common; body: a body beside others), `body`, `organisation`, `body_area`, `organisation_area` (names,
    "" where there is none or it is not known), `class` (how the organisation's area lies to the body's: same
    area, inside, contains, cuts across, apart, not known; of a body: same area where another body or an
    organisation has its area), `fit` (how the organisation's area fits those of all bodies: one body, several
    bodies together, cuts across, wider, inside, apart, not known; "" of a body), `shared_units`,
    `units_of_body`, `units_of_organisation` (numbers of units), `whole` and `split` (how many units of the
    body's area the organisation's takes in whole, and in part), `sits`, `seats` (filled seats that make a
    tie), `bodies` and `organisations` (how many have the areas of the row; of a body: how many have its
    area), `id_body`, `id_organisation`. Numbers are NA where an area is not known or there is no such side.
    """
    found = table_of(orgmap)
    names = {str(area): str(name) for area, name in orgmap.areas["name"].items()}
    findings = [
        *unfit(orgmap, found, names),
        *_apart(found),
        *_exact(found),
        *_same_bodies(orgmap, found, names),
        *_not_compared(found),
        *_unknown(found),
    ]
    table = found.assign(**{key: found[key].map(names).astype("str").fillna("") for key in KEYS})
    nothing = Finding("coterminosity", "know", "No areas of bodies and organisations could be compared.")
    return answer("coterminosity", TITLE, findings or [nothing], table)


def _apart(found: pd.DataFrame) -> Iterator[Finding]:
    """Name those who sit on a body whose area has nothing in common with theirs."""
    rows = found[(found["kind"] == "member") & (found["class"] == APART)]
    if len(rows):
        pairs = [
            f"{organisation} on {body}"
            for organisation, body in zip(rows["organisation"], rows["body"], strict=True)
        ]
        number = rows["id_organisation"].nunique()
        sentence = (
            f"{counted(number, 'organisation')} {verb('sits', number)} on bodies whose areas have nothing in "
            f"common with {'its own' if number == 1 else 'theirs'}, as far as is known: {listing(pairs)}."
        )
        yield finding("look", sentence, rows)


def _exact(found: pd.DataFrame) -> Iterator[Finding]:
    """Say how many organisations have the very area of a body that they sit on."""
    known = found[(found["kind"] == "member") & found["organisation_area"].notna()]
    if known.empty or found.loc[found["kind"] == "body", "body_area"].isna().all():
        return
    of = known["id_organisation"].nunique()
    exact = known.loc[known["class"] == "same area", "id_organisation"].nunique()
    elsewhere = known.loc[known["fit"] == ONE, "id_organisation"].nunique() - exact
    they = "it does" if elsewhere == 1 else "they do"
    more = f", and {elsewhere} that of a body on which {they} not sit" if elsewhere else ""
    sits = "they sit" if exact > 1 else "it sits"
    sentence = (
        f"{exact or 'None'} of {counted(of, 'organisation')} with a known area "
        f"{verb('covers', max(exact, 1))} exactly the area of a body that {sits} on{more}."
    )
    yield finding("know", sentence, known)


def _same_bodies(orgmap: OrgMap, found: pd.DataFrame, names: dict[str, str]) -> Iterator[Finding]:
    """Say which bodies of different families have one area, the most bodies first."""
    bodies = found[(found["kind"] == "body") & (found["bodies"] > 1)]
    areas = alike(orgmap.geography, sorted({area for key in KEYS for area in found[key].dropna()}))
    heads = bodies["id_body"].str.removeprefix(PREFIX["body"]).map(orgmap.families().to_dict())
    area = bodies["body_area"].map(areas)
    several = bodies[heads.groupby(area).transform("nunique") > 1]
    groups = sorted((rows for _, rows in several.groupby(area)), key=len, reverse=True)
    members = found[found["kind"] == "member"]
    area_of_members = members["organisation_area"].map(areas)
    for rows in groups[:TOLD]:
        own = members[area_of_members == areas[rows["body_area"].iloc[0]]]
        yield finding("know", _same(rows, own, names), rows)
    if groups[TOLD:]:
        number, rest = len(groups) - TOLD, pd.concat(groups[TOLD:])
        what = f"{counted(number, 'more area')} {verb('is', number)} the area of several bodies"
        sentence = f"{what}{' each' if number > 1 else ''}, {len(rest):,} bodies in all."
        yield finding("know", sentence, rest)


def _same(rows: pd.DataFrame, members: pd.DataFrame, names: dict[str, str]) -> str:
    """Say which bodies have one area, and which organisations have it too."""
    area = listing([names[one] for one in sorted(rows["body_area"].unique())], FEW)
    sentence = f"{len(rows):,} bodies have one and the same area ({area}): {listing(list(rows['body']))}."
    organisations = sorted(members.drop_duplicates("id_organisation")["organisation"])
    number = len(organisations)
    if not number:
        return sentence
    who = f"{counted(number, 'organisation')} that {verb('sits', number)} on bodies"
    return f"{sentence} {who} {verb('has', number)} it too: {listing(organisations, FEW)}."


def _not_compared(found: pd.DataFrame) -> Iterator[Finding]:
    """Count the organisations on bodies whose areas are known, but not how they lie to one another."""
    both = found[KEYS].notna().all(axis=1)
    rows = found[(found["kind"] == "member") & both & (found["class"] == UNKNOWN)]
    if len(rows):
        number = rows["id_organisation"].nunique()
        names = listing(list(rows.drop_duplicates("id_organisation")["organisation"]))
        sentence = (
            f"How the area of {counted(number, 'organisation')} lies to that of a body "
            f"{'it sits' if number == 1 else 'they sit'} on is not known: {names}. The column within of "
            "areas says what an area lies in, and area_units what it takes in."
        )
        yield finding("know", sentence, rows)


def _unknown(found: pd.DataFrame) -> Iterator[Finding]:
    """Count the bodies, and the organisations that sit on them as members, whose area is not known."""
    bodies = found[(found["kind"] == "body") & found["body_area"].isna()]
    members = found[(found["kind"] == "member") & found["organisation_area"].isna()]
    for rows, noun, what in ((bodies, "body", "bodies"), (members, "organisation", "organisations")):
        names = rows.drop_duplicates(f"id_{noun}")[noun]
        if len(names):
            member = "as a member" if len(names) == 1 else "as members"
            sits = "" if noun == "body" else f" that {verb('sits', len(names))} {member}"
            sentence = (
                f"The area of {counted(len(names), noun)}{sits} is not known, so nothing can be said of "
                f"{verb('it', len(names))} here: {listing(list(names))}. The column area of {what} gives it."
            )
            yield finding("know", sentence, rows)
