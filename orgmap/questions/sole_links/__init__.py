"""Who is the only link between two bodies, and what would fall apart without whom."""

from __future__ import annotations

from typing import get_args

import pandas as pd

from orgmap.model import Answer, OrgMap
from orgmap.network import affiliation, usual_counting
from orgmap.questions.answers import answer
from orgmap.questions.sole_links.pairs import Members, only_links
from orgmap.questions.sole_links.parts import parts_rows
from orgmap.questions.sole_links.told import told
from orgmap.questions.sole_links.ways import Ways
from orgmap.vocabulary import QUESTIONS, TIE_ROLES

TITLE = QUESTIONS.meaning_of("sole_links")
KINDS = ("only link", "holds together", "group apart", "not known", "only table")
_DTYPES = {
    "kind": "str",
    "counting": "str",
    "body_a": "str",
    "body_b": "str",
    "member": "str",
    "until": "str",
    "ends_on": "str",
    "also_joined": "str",
    "part_of": "boolean",
    "bodies": "Int64",
    "others": "Int64",
    "pairs": "Int64",
    "names": "str",
    "id_a": "str",
    "id_b": "str",
    "id_member": "str",
}
_TEXTS = ("member", "body_a", "body_b", "ends_on", "also_joined", "names", "id_a", "id_b", "id_member")
"""The columns of text that are empty where they say nothing; a date that is not known is NaN."""


def sole_links(orgmap: OrgMap, roles: tuple[str, ...] = TIE_ROLES) -> Answer:
    """Return who alone joins two bodies, what would fall apart without whom, and who meets at one table only.

    Organisations and people are looked at in turn (`counting`). Table, in the order of `kind`; a column that
    says nothing of a kind is empty ("" or NA):

    - "only link": two bodies, `body_a` and `body_b`, with exactly one common `member`; `until`: when the
      first of its two seats ends (of several seats on one body the last; NaN where no end is known), on the
      body or bodies `ends_on`; `also_joined`: what joins the two beside this member ("" for nothing);
      `part_of`: whether one body is part of the other;
    - "holds together": the `member`, or the body `body_a`, without whom bodies fall apart; `bodies`: how many
      fall off, `others`: the most that stay together, `names`: those that fall off;
    - "group apart": `bodies`, a number of bodies, `names`, that share no member with the rest; the groups of
      a map that is in one piece are not listed;
    - "not known": a body, `body_a`, of which no member is known;
    - "only table": `pairs`, from 1: how many pairs of members meet on `body_a` and on no other body.

    `id_a`, `id_b`, `id_member`: node ids, "" where there is none. Index 0, 1, 2 ...
    """
    ties = orgmap.ties(roles)
    usual = usual_counting(orgmap)
    ways = Ways(orgmap, ties)
    found: list[pd.DataFrame] = []
    for counting in get_args(Members):
        graph = affiliation(orgmap, counting, roles)
        rows = parts_rows(graph, counting, usual=counting == usual)
        found += [only_links(orgmap, graph, counting, ties, ways), pd.DataFrame(rows, dtype="object")]
    table = _table(found)
    return answer("sole_links", TITLE, told(table, usual, orgmap.as_at), table)


def _table(found: list[pd.DataFrame]) -> pd.DataFrame:
    """Return all rows as one table, in the order of the kinds and otherwise in the order given."""
    typed = [rows.reindex(columns=list(_DTYPES)).astype(_DTYPES) for rows in found]
    table = pd.concat(typed, ignore_index=True)
    place = table["kind"].map({kind: number for number, kind in enumerate(KINDS)})
    table = table.loc[place.sort_values(kind="stable").index].reset_index(drop=True)
    return table.assign(**{column: table[column].fillna("") for column in _TEXTS})
