"""The register of protocols: every pair of bodies with a reason for one or with one, and its state."""

from __future__ import annotations

import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.agreements import state_of
from orgmap.model.wording import joined, verb
from orgmap.network import PREFIX
from orgmap.questions.protocol_sets import sets_of
from orgmap.questions.reasons import Pair, Reason, in_words
from orgmap.vocabulary import PROTOCOL_POINTS

DECLARED = (
    "protocol",
    "issue",
    "status",
    "agreed",
    "review_by",
    "owner",
    "document",
    *(column.name for column in PROTOCOL_POINTS),
)
"""What the register takes over from the table of protocols."""
_WHO = ["body_a", "body_b", "set"]
_WHY = ["reasons", "reason_kinds", "reason_count", "shared", "state", "trouble"]


def register(orgmap: OrgMap, found: dict[Pair, list[Reason]]) -> pd.DataFrame:
    """Return a row for each protocol, and for each pair of bodies that has reasons and no protocol.

    Columns and order are those of the question of protocols; index 0, 1, 2 ...
    """
    declared = _declared(orgmap)
    known = set(declared["pair"])
    rest = pd.DataFrame({"pair": [pair for pair in found if pair not in known]}, dtype="object")
    table = pd.concat([declared, rest.reindex(columns=declared.columns)], ignore_index=True)
    table = _with_state(orgmap, _with_reasons(_with_names(orgmap, table, found), found), found)
    ranked = table.sort_values(
        ["reason_count", "shared", "body_a", "body_b"], ascending=[False, False, True, True], kind="stable"
    )
    return ranked[[*_WHO, *_WHY, *DECLARED, "id_a", "id_b"]].reset_index(drop=True)


def _declared(orgmap: OrgMap) -> pd.DataFrame:
    rows = orgmap.protocols
    pair = [(a, b) if a < b else (b, a) for a, b in zip(rows["body_a"], rows["body_b"], strict=True)]
    columns = {column: rows[column].to_numpy() for column in DECLARED}
    return pd.DataFrame({"pair": pair, **columns}, dtype="object")


def _with_names(orgmap: OrgMap, table: pd.DataFrame, found: dict[Pair, list[Reason]]) -> pd.DataFrame:
    names = pd.concat([orgmap.bodies, orgmap.closed_bodies])["name"]
    groups = sets_of(orgmap, found)
    return table.assign(
        body_a=[names[a] for a, _ in table["pair"]],
        body_b=[names[b] for _, b in table["pair"]],
        set=[groups.get(pair, "") for pair in table["pair"]],
        id_a=[PREFIX["body"] + a for a, _ in table["pair"]],
        id_b=[PREFIX["body"] + b for _, b in table["pair"]],
    )


def _with_reasons(table: pd.DataFrame, found: dict[Pair, list[Reason]]) -> pd.DataFrame:
    made = [found.get(pair, []) for pair in table["pair"]]
    return table.assign(
        reasons=[in_words(ones) for ones in made],
        reason_kinds=["; ".join(dict.fromkeys(one.kind for one in ones)) for ones in made],
        reason_count=[len(ones) for ones in made],
        shared=[sum(one.shared for one in ones) for ones in made],
    )


def _with_state(orgmap: OrgMap, table: pd.DataFrame, found: dict[Pair, list[Reason]]) -> pd.DataFrame:
    statuses = list(zip(table["pair"], table["status"], table["review_by"], strict=True))
    return table.assign(
        state=[state_of(status, due, orgmap.as_at) for _, status, due in statuses],
        trouble=[_trouble(orgmap, pair, found.get(pair, []), status) for pair, status, _ in statuses],
    )


def _trouble(orgmap: OrgMap, pair: Pair, made: list[Reason], status: object) -> str:
    """Say what is wrong with a protocol there is: a body that has closed, or bodies that share nothing."""
    gone = orgmap.closed_bodies
    closed = [str(gone.at[body, "name"]) for body in pair if body in gone.index]
    if closed:
        return f"{joined(closed)} {verb('has', len(closed))} closed"
    alive = isinstance(status, str) and status != "none"
    return "the two share nothing that the map knows of" if alive and not made else ""
