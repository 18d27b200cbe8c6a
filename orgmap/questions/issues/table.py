"""Who has which part in which issue, beside who leads on it and whether they meet there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from orgmap.model import OrgMap
from orgmap.network import PREFIX
from orgmap.questions.issues.parts import LEAD, WORKING, parts

ITSELF, GROUP, OTHER = "itself", "its own group", "other"
COLUMNS = [
    *("issue", "mode", "party", "tier", "part", "leads", "led_by", "seat_on_lead"),
    *("side", "closed", "id_issue", "id"),
]


def table_of(orgmap: OrgMap) -> pd.DataFrame:
    """Return the table of the question of issues; its columns are explained there."""
    rows = parts(orgmap)
    bodies = pd.concat([orgmap.bodies, orgmap.closed_bodies])
    rows = rows.merge(_parties(bodies, orgmap.organisations), on=["mode", "party"])
    rows["closed"] = (rows["mode"] == "body") & ~rows["party"].isin(orgmap.bodies.index)
    rows["side"] = _sides(orgmap, rows)
    return _finished(_with_leads(orgmap, rows))


def _parties(bodies: pd.DataFrame, organisations: pd.DataFrame) -> pd.DataFrame:
    """Return the name and the tier of each body and organisation, by its mode and id."""
    tables = {"body": bodies, "organisation": organisations}
    named = {mode: table[["name", "tier"]] for mode, table in tables.items()}
    return pd.concat(named, names=["mode", "party"]).reset_index()


def reference(orgmap: OrgMap) -> str:
    """Return the body whose business is compared with that of its groups, "" where there is none.

    It is the home body, or else the head of the only family that has several bodies.
    """
    home = orgmap.about.home_body
    if home in orgmap.bodies.index:
        return str(home)
    heads = orgmap.families()
    large = heads[heads.duplicated()].unique()
    return str(large[0]) if len(large) == 1 else ""


def _sides(orgmap: OrgMap, rows: pd.DataFrame) -> list[str]:
    """Tell of each party whether it is the body compared, one of its groups, or another."""
    whole = reference(orgmap)
    if not whole:
        return [""] * len(rows)
    bodies = (rows["mode"] == "body") & ~rows["closed"]
    return [
        ITSELF if body and party == whole else GROUP if body and whole in orgmap.ancestors(party) else OTHER
        for party, body in zip(rows["party"], bodies, strict=True)
    ]


def _finished(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the columns in their order, the rows by issue, the leads first, then by part and name."""
    prefix = rows["mode"].map(PREFIX)
    rows = rows.assign(
        id=(prefix + rows["party"]).where(~rows["closed"], ""),
        id_issue=rows["key"],
        party=rows["name"],
        tier=rows["tier"].fillna(""),
    )
    place = rows["part"].map({LEAD: 0, "contributes": 1, "consulted": 2, "informed": 3})
    order = rows.assign(place=place).sort_values(
        ["issue", "key", "place", "mode", "party", "id"], kind="stable"
    )
    texts = [name for name in COLUMNS if name not in ("leads", "seat_on_lead", "closed")]
    types = dict.fromkeys(texts, "str") | {"leads": "int64", "closed": "bool", "seat_on_lead": "boolean"}
    return order[COLUMNS].astype(types).reset_index(drop=True)


@dataclass
class _Table:
    """All that sit at the tables of some bodies: members, bodies that have seats there, whole and parts."""

    bodies: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    sure: bool = True


class _Tables:
    """Who sits on each body, and which bodies are near it: parents, and those with seats one on the other."""

    def __init__(self, orgmap: OrgMap) -> None:
        self._members: dict[str, set[str]] = defaultdict(set)
        self._near: dict[str, set[str]] = defaultdict(set)
        ties, partial = orgmap.ties(), orgmap.partial_bodies()
        for mode, column in (("organisation", "represents"), ("person", "person")):
            known = ties.dropna(subset=column)
            for body, member in zip(known["body"].tolist(), known[column].tolist(), strict=True):
                self._members[body].add(PREFIX[mode] + member)
        filled = orgmap.seats[orgmap.seats["status"] == "filled"].dropna(subset="for_body")
        near = [*zip(filled["for_body"], filled["body"], strict=True)]
        near += [(body, above) for body in orgmap.bodies.index for above in orgmap.ancestors(body)]
        for a, b in near:
            self._near[a].add(b)
            self._near[b].add(a)
        self._sure = set(self._members) - partial

    def of(self, bodies: set[str]) -> _Table:
        """Return the tables of several bodies as one."""
        table = _Table(bodies)
        for body in bodies:
            table.members |= self._members.get(body, set())
            table.near |= self._near.get(body, set())
        table.sure = bodies <= self._sure
        return table

    def has(self, table: _Table, mode: str, party: str) -> bool | None:
        """Tell whether an organisation or a body has a seat, or a member in common, at a table."""
        if mode == "organisation":
            found, sure = PREFIX[mode] + party in table.members, True
        else:
            own = self._members.get(party, set())
            found, sure = party in table.near or not own.isdisjoint(table.members), party in self._sure
        return True if found else False if sure and table.sure else None


def _with_leads(orgmap: OrgMap, rows: pd.DataFrame) -> pd.DataFrame:
    """Add how many lead on each issue and who, and whether those who work on it sit where it is led."""
    leads = rows[(rows["part"] == LEAD) & ~rows["closed"]]
    by_issue = leads.assign(name=leads["name"].str.replace(";", ",")).groupby("key")["name"]
    return rows.assign(
        leads=rows["key"].map(by_issue.size()).fillna(0),
        led_by=rows["key"].map(by_issue.agg(lambda names: "; ".join(sorted(names)))).astype("str").fillna(""),
        seat_on_lead=pd.array(list(_seats(_Tables(orgmap), rows, leads)), dtype="boolean"),
    )


def _seats(tables: _Tables, rows: pd.DataFrame, leads: pd.DataFrame) -> Iterator[bool | None]:
    """Tell of each party whether it meets those who lead: NA of those who lead, or do none of the work."""
    led: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, mode, party in zip(leads["key"], leads["mode"], leads["party"], strict=True):
        led[key, mode].add(party)
    met = {key: tables.of(bodies) for (key, mode), bodies in led.items() if mode == "body"}
    working = rows["part"].isin(WORKING) & ~rows["closed"]
    columns = zip(rows["key"], rows["mode"], rows["party"], working, strict=True)
    for key, mode, party, works in columns:
        organisations = led.get((key, "organisation"), set())
        if not works or (mode == "body" and party in led.get((key, "body"), ())):
            yield None
        elif key in met:
            yield tables.has(met[key], mode, party)
        else:
            yield _any_on(tables, organisations, party) if mode == "body" and organisations else None


def _any_on(tables: _Tables, organisations: set[str], body: str) -> bool | None:
    """Tell whether any of the organisations that lead sits on a body."""
    table = tables.of({body})
    answers = [tables.has(table, "organisation", one) for one in organisations]
    return True if True in answers else None if None in answers else False
