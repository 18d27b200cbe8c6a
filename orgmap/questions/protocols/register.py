"""The register: every pair of bodies with a reason for a protocol or with one, and the bodies' agreements."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from orgmap.model import OrgMap
from orgmap.network import PREFIX
from orgmap.questions.protocols.life import Bodies, Lives
from orgmap.questions.protocols.reasons import Pair, Reason, in_words
from orgmap.questions.protocols.sets import sets_of
from orgmap.vocabulary import AGREEMENT_POINTS, PROTOCOL_POINTS

PAIR, AGREEMENT = "pair", "agreement"
POINTS = {
    PAIR: tuple(column.name for column in PROTOCOL_POINTS),
    AGREEMENT: tuple(column.name for column in AGREEMENT_POINTS),
}
"""The points that each kind of row should cover."""
DECLARED = ("protocol", "issue", "status", "agreed", "review_by", "owner", "document", "note")
"""What the register takes over from the tables of protocols and agreements, beside the points."""
WHO = ("kind", "body_a", "body_b", "set")
WHY = ("reasons", "reason_kinds", "reason_count", "two_leads", "shared", "state", "trouble")
COVERED = ("left_out", "points_left_out", "points_not_said")
COLUMNS = (*WHO, *WHY, *COVERED, *DECLARED, *POINTS[PAIR], *POINTS[AGREEMENT], "id_a", "id_b")


def register(orgmap: OrgMap, found: dict[Pair, list[Reason]]) -> pd.DataFrame:
    """Return a row for each protocol, for each pair with reasons and no protocol, and for each agreement.

    Columns and order are those of the question of protocols; index 0, 1, 2 ...
    """
    declared = _declared(orgmap)
    known = set(declared["bodies"])
    rest = pd.DataFrame(
        {"bodies": [pair for pair in found if pair not in known], "kind": PAIR}, dtype="object"
    )
    table = pd.concat([declared, rest.reindex(columns=declared.columns)], ignore_index=True)
    lives = Lives(orgmap, known, found)
    table = _with_state(lives, _with_reasons(orgmap, _with_names(orgmap, table, found), found))
    order = ["kind", "reason_count", "two_leads", "shared", "body_a", "body_b"]
    ranked = table.sort_values(order, ascending=[False, False, False, False, True, True], kind="stable")
    return _typed(ranked.reset_index(drop=True))


def _declared(orgmap: OrgMap) -> pd.DataFrame:
    """Return the protocols and agreements of the source, with the bodies of each, sorted."""
    rows, own = orgmap.protocols, orgmap.agreements
    pair = [(a, b) if a < b else (b, a) for a, b in zip(rows["body_a"], rows["body_b"], strict=True)]
    parts = [
        _columns(rows, PAIR, pair),
        _columns(own, AGREEMENT, [(body,) for body in own["body"]]),
        _without_agreement(orgmap),
    ]
    return pd.concat(parts, ignore_index=True)


def _without_agreement(orgmap: OrgMap) -> pd.DataFrame:
    """Return an empty row for each body of the home family, below its head, that has no agreement."""
    home, heads = orgmap.about.home_body, orgmap.families()
    head = heads.get(home) if home else None
    below = heads.index[(heads == head) & (heads.index != head)].difference(list(orgmap.agreements["body"]))
    return _columns(pd.DataFrame(index=range(len(below))), AGREEMENT, [(str(body),) for body in below])


def _columns(rows: pd.DataFrame, kind: str, bodies: Sequence[Bodies]) -> pd.DataFrame:
    taken = rows.reindex(columns=[*DECLARED, *POINTS[PAIR], *POINTS[AGREEMENT]]).astype("object")
    return taken.assign(kind=kind, bodies=pd.Series(bodies, index=rows.index, dtype="object"))


def _with_names(orgmap: OrgMap, table: pd.DataFrame, found: dict[Pair, list[Reason]]) -> pd.DataFrame:
    names = pd.concat([orgmap.bodies, orgmap.closed_bodies])["name"].to_dict()
    groups = sets_of(orgmap, found)
    nodes = {body: PREFIX["body"] + body for body in orgmap.bodies.index}
    return table.assign(
        body_a=[names[bodies[0]] for bodies in table["bodies"]],
        body_b=[names[bodies[1]] if len(bodies) > 1 else "" for bodies in table["bodies"]],
        set=[groups.get(bodies, "") for bodies in table["bodies"]],
        id_a=[nodes.get(bodies[0], "") for bodies in table["bodies"]],
        id_b=[nodes.get(bodies[-1], "") if len(bodies) > 1 else "" for bodies in table["bodies"]],
    )


def _with_reasons(orgmap: OrgMap, table: pd.DataFrame, found: dict[Pair, list[Reason]]) -> pd.DataFrame:
    made = [found.get(bodies, []) for bodies in table["bodies"]]
    both = _two_leads(orgmap)
    return table.assign(
        reasons=[in_words(ones) for ones in made],
        reason_kinds=["; ".join(dict.fromkeys(one.kind for one in ones)) for ones in made],
        reason_count=[len(ones) for ones in made],
        two_leads=[both.get(bodies, 0) for bodies in table["bodies"]],
        shared=[sum(one.shared for one in ones) for ones in made],
    )


def _two_leads(orgmap: OrgMap) -> dict[Bodies, int]:
    """Return on how many issues both bodies of a pair lead."""
    leads = orgmap.issues[(orgmap.issues["part"] == "lead") & orgmap.issues["body"].notna()]
    count: dict[Bodies, int] = {}
    for bodies in leads.groupby("issue")["body"].unique():
        for pair in combinations(sorted(bodies), 2):
            count[pair] = count.get(pair, 0) + 1
    return count


def _with_state(lives: Lives, table: pd.DataFrame) -> pd.DataFrame:
    dates = zip(table["status"], table["agreed"], table["review_by"], strict=True)
    rows = ({"status": status, "agreed": agreed, "review_by": due} for status, agreed, due in dates)
    both = list(zip(table["bodies"], rows, strict=True))
    return table.assign(
        state=[lives.state(bodies, row) for bodies, row in both],
        trouble=[lives.trouble(bodies, row) for bodies, row in both],
        **_covered(table),
    )


def _covered(table: pd.DataFrame) -> dict[str, pd.Series[Any]]:
    """Return which points what there is leaves out, how many these are, and of how many nothing is said."""
    exists = table[table["status"].notna() & (table["status"] != "none")]
    parts = [_left_out(exists.loc[exists["kind"] == kind, list(names)]) for kind, names in POINTS.items()]
    found = pd.concat(parts).reindex(table.index)
    return {
        "left_out": found["left_out"].fillna(""),
        "points_left_out": found["points_left_out"].astype("Int64"),
        "points_not_said": found["points_not_said"].astype("Int64"),
    }


def _left_out(points: pd.DataFrame) -> pd.DataFrame:
    out = points == "no"
    words = [column.replace("_", " ") for column in points.columns]
    names = ["; ".join(word for word, no in zip(words, row, strict=True) if no) for row in out.to_numpy()]
    return pd.DataFrame(
        {
            "left_out": pd.Series(names, index=points.index, dtype="object"),
            "points_left_out": out.sum(axis=1),
            "points_not_said": points.isna().sum(axis=1),
        }
    )


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    """Return the columns in order: whole numbers as such, everything else as text."""
    whole = {"reason_count": "int64", "two_leads": "int64", "shared": "int64"}
    some = {"points_left_out": "Int64", "points_not_said": "Int64"}
    kinds = {column: whole.get(column) or some.get(column) or "str" for column in COLUMNS}
    return table[list(COLUMNS)].astype(kinds)
