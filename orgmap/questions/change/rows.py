"""What differs between two states of a map, row by row: bodies, seats, holders, chairs and what is shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from orgmap.measures import pairs
from orgmap.model import OrgMap
from orgmap.network import PREFIX, affiliation

COLUMNS = (
    "what", "body", "other_body", "member", "mode", "before", "after", "difference",
    "id_body", "id_other_body", "id_member",
)  # fmt: skip
CHAIRS = ("chair", "vice-chair")
Row = dict[str, Any]
Ids = dict[str, set[str]]


def change_rows(older: OrgMap, newer: OrgMap) -> pd.DataFrame:
    """Return a row for each thing that differs; the columns are those of the question."""
    sources = (_bodies, _on_the_map, _organisations, _holders, _people, _chairs, _open_seats, _shared)
    rows = [row for source in sources for row in source(older, newer)]
    counts = pd.array([row.get("difference") for row in rows], dtype="Int64")
    columns = {column: pd.array([row.get(column, "") for row in rows], dtype="str") for column in COLUMNS}
    return pd.DataFrame(columns | {"difference": counts})


def common(older: OrgMap, newer: OrgMap) -> list[str]:
    """Return the bodies that are in both, in the older map's order."""
    return [str(body) for body in older.bodies.index if body in newer.bodies.index]


def _bodies(older: OrgMap, newer: OrgMap) -> Iterator[Row]:
    for what, here, there in (("body gone", older, newer), ("new body", newer, older)):
        for body in here.bodies.index.difference(there.bodies.index, sort=False):
            yield _row(what, here, str(body))


def _on_the_map(older: OrgMap, newer: OrgMap) -> Iterator[Row]:
    """Organisations that sit anywhere now and sat nowhere before, and the other way round."""
    was, now = (set(one.ties()["represents"].dropna()) for one in (older, newer))
    for what, here, these in (("gone from the map", older, was - now), ("new on the map", newer, now - was)):
        for organisation in sorted(these):
            yield _of_member(what, here, "organisation", organisation)


def _organisations(older: OrgMap, newer: OrgMap) -> Iterator[Row]:
    """Organisations that came on to a body that is in both, or left it."""
    was, now = (_by_body(one, "represents") for one in (older, newer))
    for body in common(older, newer):
        before, after = was.get(body, set()), now.get(body, set())
        for organisation in sorted(before - after):
            yield _of_member("organisation left", older, "organisation", organisation, body)
        for organisation in sorted(after - before):
            yield _of_member("organisation joined", newer, "organisation", organisation, body)


def _holders(older: OrgMap, newer: OrgMap) -> Iterator[Row]:
    """Seats of an organisation that stays on a body, held by others now."""
    was, now = (_holders_of(one) for one in (older, newer))
    for place in sorted(was.keys() & now.keys()):
        body, organisation = place
        if body not in newer.bodies.index or was[place] == now[place]:
            continue
        gone, come = was[place] - now[place], now[place] - was[place]
        what = "holder changed" if gone and come else "more sent" if come else "fewer sent"
        yield _of_member(what, newer, "organisation", organisation, body) | {
            "before": _labels(older, gone),
            "after": _labels(newer, come),
            "difference": len(come) - len(gone),
        }


def _people(older: OrgMap, newer: OrgMap) -> Iterator[Row]:
    """People of no known organisation who came on to a body or left it."""
    was, now = (_by_body(one, "person", alone=True) for one in (older, newer))
    seated = tuple(_by_body(one, "person") for one in (older, newer))
    for body in common(older, newer):
        for person in sorted(was.get(body, set()) - seated[1].get(body, set())):
            yield _of_member("person left", older, "person", person, body)
        for person in sorted(now.get(body, set()) - seated[0].get(body, set())):
            yield _of_member("person joined", newer, "person", person, body)


def _chairs(older: OrgMap, newer: OrgMap) -> Iterator[Row]:
    for role in CHAIRS:
        was, now = (_chairing(one, role) for one in (older, newer))
        for body in common(older, newer):
            before, after = was.get(body, {}), now.get(body, {})
            if before.keys() != after.keys():
                yield _row(f"{role} changed", newer, body) | {
                    "before": "; ".join(sorted(before.values())),
                    "after": "; ".join(sorted(after.values())),
                }


def _open_seats(older: OrgMap, newer: OrgMap) -> Iterator[Row]:
    was, now = (_open(one) for one in (older, newer))
    for body in common(older, newer):
        before, after = was.get(body, 0), now.get(body, 0)
        if before != after:
            yield _row("open seats", newer, body) | _counts(before, after)


def _shared(older: OrgMap, newer: OrgMap) -> Iterator[Row]:
    """Pairs of bodies that are in both and share more or fewer organisations than before."""
    was, now = (_shared_counts(one) for one in (older, newer))
    both = {PREFIX["body"] + body for body in common(older, newer)}
    for pair in sorted(was.keys() | now.keys()):
        before, after = was.get(pair, 0), now.get(pair, 0)
        if before != after and both.issuperset(pair):
            a, b = (node.removeprefix(PREFIX["body"]) for node in pair)
            what = "shares more" if after > before else "shares fewer"
            yield (
                _row(what, newer, a)
                | _counts(before, after)
                | {
                    "other_body": newer.bodies.at[b, "name"],
                    "id_other_body": pair[1],
                }
            )


def _row(what: str, here: OrgMap, body: str) -> Row:
    return {
        "what": what,
        "body": here.bodies.at[body, "name"],
        "mode": "body",
        "id_body": PREFIX["body"] + body,
    }


def _of_member(what: str, here: OrgMap, mode: str, member: str, body: str | None = None) -> Row:
    names = here.people["label"] if mode == "person" else here.organisations["name"]
    place = _row(what, here, body) if body else {"what": what}
    return place | {"mode": mode, "member": names[member], "id_member": PREFIX[mode] + member}


def _counts(before: int, after: int) -> Row:
    return {"before": str(before), "after": str(after), "difference": after - before}


def _by_body(orgmap: OrgMap, column: str, *, alone: bool = False) -> Ids:
    """Return who sits on each body; `alone`: only those whose seat speaks for no known organisation."""
    ties = orgmap.ties().dropna(subset=column)
    ties = ties[ties["represents"].isna()] if alone else ties
    return _grouped(ties.groupby("body")[column].unique(), set)


def _holders_of(orgmap: OrgMap) -> dict[tuple[str, str], set[str]]:
    """Return the people known to hold the seats of each organisation on each body, where all are known."""
    ties = orgmap.ties().dropna(subset="represents")
    grouped = ties.groupby(["body", "represents"])["person"]
    known = grouped.unique()[grouped.count() == grouped.size()]
    bodies, organisations = (known.index.get_level_values(level).tolist() for level in (0, 1))
    return {
        (body, organisation): set(people)
        for body, organisation, people in zip(bodies, organisations, known, strict=True)
    }


def _chairing(orgmap: OrgMap, role: str) -> dict[str, dict[str, str]]:
    """Return who is in the chair of each body: of each node its name."""
    held = orgmap.ties((role,)).dropna(subset=["person", "represents"], how="all")
    found: dict[str, dict[str, str]] = {}
    for body, person, organisation in zip(held["body"], held["person"], held["represents"], strict=True):
        known = isinstance(person, str)
        node = PREFIX["person"] + person if known else PREFIX["organisation"] + organisation
        label = orgmap.people["label"][person] if known else orgmap.organisations["name"][organisation]
        found.setdefault(body, {})[node] = str(label)
    return found


def _open(orgmap: OrgMap) -> dict[str, int]:
    still = orgmap.seats[orgmap.seats["status"] != "filled"]
    return _grouped(still.groupby("body").size(), int)


def _shared_counts(orgmap: OrgMap) -> dict[tuple[str, str], int]:
    found = pairs(affiliation(orgmap, "organisations"))
    return dict(zip(zip(found["a"], found["b"], strict=True), found["shared"].tolist(), strict=True))


def _labels(orgmap: OrgMap, people: set[str]) -> str:
    return "; ".join(sorted(str(orgmap.people["label"][person]) for person in people))


def _grouped(values: pd.Series[Any], make: Callable[[Any], Any]) -> dict[str, Any]:
    return {str(key): make(value) for key, value in values.items()}
