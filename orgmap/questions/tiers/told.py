"""What is told of tiers: which there are, what joins them and what does not, and who carries it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding
from orgmap.model.records import Weight
from orgmap.model.wording import counted, joined, listing, verb

TOLD = 5
"""No more pairs of tiers than this are told one by one; the others are named together."""
_JOINS = {
    "shared_organisations": "organisation",
    "shared_people": "person",
    "links": "declared link",
    "part_of": "body that is part of another",
    "cross_seats": "seat that one body has on another",
}
"""What may join two tiers, by column, each with its word."""


def told(table: pd.DataFrame) -> list[Finding]:
    """Return the findings that the table of the question gives."""
    tiers, pairs = (table[table["kind"] == kind] for kind in ("tier", "pair of tiers"))
    carriers = table[table["kind"] == "carrier"]
    organisations, people = (carriers[carriers["mode"] == mode] for mode in ("organisation", "person"))
    return [
        *_which(tiers),
        *_joined(pairs),
        *_unjoined(tiers, pairs),
        *_most(organisations),
        *_people(people),
        *_no_own_tier(organisations),
        *_not_known(table[(table["kind"] == "tier not known") & bool(len(tiers))]),
    ]


def _which(tiers: pd.DataFrame) -> Iterator[Finding]:
    """Say of which tiers the map has bodies."""
    names = [f"{number:,} {tier}" for tier, number in tiers[["tier_a", "bodies_a"]].itertuples(index=False)]
    if not names:
        yield _finding(
            "know", "No tier of a body is known; the column tier of the sheet Bodies would give it.", tiers
        )
    elif len(names) == 1:
        sentence = (
            f"All bodies whose tier is known are of one tier ({names[0]}), so there are no tiers to join."
        )
        yield _finding("know", sentence, tiers)
    else:
        yield _finding("know", f"The map has bodies of {len(names)} tiers: {joined(names)}.", tiers)


def _total(pairs: pd.DataFrame) -> pd.Series[int]:
    return pairs[list(_JOINS)].sum(axis=1).astype("int64")


def _joined(pairs: pd.DataFrame) -> Iterator[Finding]:
    """Say what joins each two tiers: those that most joins first, the rest together."""
    total = _total(pairs)
    ranked = pairs.loc[total[total > 0].sort_values(ascending=False, kind="stable").index]
    for number, row in ranked.head(TOLD).to_dict("index").items():
        each = [_counted(row[column], word) for column, word in _JOINS.items() if row[column]]
        names = row["organisations"].split("; ") if row["organisations"] else []
        who = f" {'The organisation is' if len(names) == 1 else 'The organisations are'} {listing(names)}."
        pair = f"{row['tier_a'].capitalize()} and {row['tier_b']} bodies"
        yield _finding(
            "know", f"{pair} are joined by {joined(each)}.{who if names else ''}", pairs.loc[[number]]
        )
    rest = ranked.iloc[TOLD:]
    if len(rest):
        what = counted(len(rest), "more pair")
        yield _finding("know", f"{what} of tiers {verb('is', len(rest))} joined: {_pairs(rest)}.", rest)


def _counted(number: int, word: str) -> str:
    """Return a count of what joins tiers, the first noun of a longer word in its number."""
    noun, that, rest = word.partition(" that ")
    rest = rest.replace("is part", "are part") if number != 1 else rest
    return f"{counted(number, noun)}{that}{rest}"


def _pairs(rows: pd.DataFrame) -> str:
    return listing([f"{a} with {b}" for a, b in rows[["tier_a", "tier_b"]].itertuples(index=False)])


def _unjoined(tiers: pd.DataFrame, pairs: pd.DataFrame) -> Iterator[Finding]:
    """Say which tiers nothing joins to any other, and which two of the rest nothing joins."""
    total = _total(pairs)
    with_ties = pairs[total > 0]
    reached = {*with_ties["tier_a"], *with_ties["tier_b"]}
    apart = tiers[~tiers["tier_a"].isin(list(reached))] if len(tiers) > 1 else tiers.iloc[:0]
    without = "no shared member, link or seat"
    if len(apart) == len(tiers) and len(apart):
        each = joined([str(tier) for tier in apart["tier_a"]])
        yield _finding("look", f"Nothing joins the bodies of different tiers ({each}): {without}.", pairs)
        return
    for number, tier, bodies in apart[["tier_a", "bodies_a"]].itertuples():
        what = f"the {counted(bodies, f'{tier} body')}" if bodies > 1 else f"the one {tier} body"
        yield _finding(
            "look", f"Nothing joins {what} to bodies of any other tier: {without}.", tiers.loc[[number]]
        )
    rest = pairs[(total == 0) & pairs[["tier_a", "tier_b"]].isin(list(reached)).all(axis=1)]
    if len(rest):
        yield _finding("know", f"Nothing joins bodies of these tiers directly: {_pairs(rest)}.", rest)


def _most(rows: pd.DataFrame) -> Iterator[Finding]:
    """Say which organisation joins most pairs of bodies across tiers, and who else does."""
    if rows.empty:
        return
    first = rows.iloc[0]
    ways = int(first["ways"])
    most = ", more than any other organisation" if len(rows) > 1 and ways > rows["ways"].iloc[1] else ""
    own = f" ({first['own_tier']})" if first["own_tier"] else ""
    sentence = f"{first['member']}{own} joins {counted(ways, 'pair')} of bodies of different tiers{most}"
    outside = first["itinerant"]
    if pd.notna(outside) and outside:
        sentence += (
            f", and stands as an outsider between {counted(int(outside), 'pair')} of bodies of one tier that "
            "is not its own"
        )
    yield _finding("know", f"{sentence}.", rows.head(1))
    rest = rows.iloc[1:]
    if len(rest):
        names = listing(
            [f"{name} ({ways:,})" for name, ways in rest[["member", "ways"]].itertuples(index=False)]
        )
        who = (
            f"{counted(len(rest), 'more organisation')} {verb('joins', len(rest))} bodies of different tiers"
        )
        yield _finding("know", f"{who} (how many pairs in brackets): {names}.", rest)


def _people(rows: pd.DataFrame) -> Iterator[Finding]:
    if len(rows):
        who = f"{counted(len(rows), 'person')} {verb('sits', len(rows))} on bodies of more than one tier"
        yield _finding("know", f"{who}: {listing(rows['member'].tolist())}.", rows)


def _no_own_tier(rows: pd.DataFrame) -> Iterator[Finding]:
    """Say of which organisations between tiers the own tier is not known."""
    unknown = rows[rows["own_tier"] == ""]
    if len(unknown):
        what = counted(len(unknown), "organisation")
        role = "it is an outsider" if len(unknown) == 1 else "they are outsiders"
        sentence = (
            f"The tier of {what} on bodies of different tiers is not known, so whether {role} there is not "
            f"known either: {listing(unknown['member'].tolist())}."
        )
        yield _finding("know", sentence, unknown)


def _not_known(rows: pd.DataFrame) -> Iterator[Finding]:
    if len(rows):
        left = "it is" if len(rows) == 1 else "they are"
        names = listing(rows["names"].tolist())
        sentence = f"The tier of {counted(len(rows), 'body')} is not known, so {left} left out here: {names}."
        yield _finding("know", sentence, rows)


def _finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    nodes = [*rows["id_member"], *rows["id_body"]]
    subjects = tuple(node for node in dict.fromkeys(nodes) if node)
    return Finding("tiers", weight, sentence, subjects, tuple(int(number) for number in rows.index))
