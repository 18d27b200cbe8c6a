"""The rows of the answer to where two meet: seats, what is declared, and the steps of the nearest way."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.dates import in_words
from orgmap.model.naming import SPELT, Called, table_of
from orgmap.network import PREFIX

COLUMNS = ("how", "member", "body", "holder", "role", "since", "until", "detail", "id_body", "id_member")
SEAT_COLUMN = {"body": "body", "organisation": "represents", "person": "person"}
"""The column of seats that holds the id of each kind."""


def name_of(orgmap: OrgMap, called: Called) -> str:
    """Return what something is called where it is told."""
    return str(table_of(orgmap, called.kind).at[called.id, SPELT[called.kind][0]])


def node_of(called: Called) -> str:
    """Return the node id of something."""
    return PREFIX[called.kind] + called.id


def seats_of(orgmap: OrgMap, called: Called) -> pd.DataFrame:
    """Return the seats of an organisation or a person, or those on a body, of any status."""
    return orgmap.seats[orgmap.seats[SEAT_COLUMN[called.kind]] == called.id]


def seat_rows(orgmap: OrgMap, seats: pd.DataFrame, kind: str, how: str) -> pd.DataFrame:
    """Return a row for each seat, as a seat of its organisation or of its person as `kind` says."""
    member = seats[SEAT_COLUMN[kind]]
    table = table_of(orgmap, kind)
    rows = {
        "how": how,
        "member": member.map(table[SPELT[kind][0]]),
        "body": seats["body"].map(orgmap.bodies["name"]),
        "holder": seats["person"].map(orgmap.people["label"]).astype("str").fillna(""),
        "role": seats["role"],
        "since": seats["since"],
        "until": seats["until"],
        "detail": seats["status"].where(seats["status"] != "filled", ""),
        "id_body": PREFIX["body"] + seats["body"],
        "id_member": PREFIX[kind] + member,
    }
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")


def told_row(how: str, detail: str, id_body: str = "", **more: str) -> dict[str, str]:
    """Return a row of what is declared, or of one step."""
    return {"how": how, "detail": detail, "id_body": id_body, **more}


def assembled(parts: Iterable[pd.DataFrame]) -> tuple[pd.DataFrame, list[tuple[int, ...]]]:
    """Return the rows of all parts as one table, each once, and for each part the labels of its rows.

    What says nothing of a row is "", a date that is not known NaN. Index 0, 1, 2 ...
    """
    places: dict[tuple[object, ...], int] = {}
    kept, labels = [pd.DataFrame(columns=list(COLUMNS))], []
    for part in parts:
        keys = list(zip(part["how"], part["id_member"], part.index, strict=True))
        kept.append(part[[key not in places for key in keys]])
        labels.append(tuple(places.setdefault(key, len(places)) for key in keys))
    table = pd.concat(kept, ignore_index=True).astype("str")
    texts = [column for column in COLUMNS if column not in ("since", "until")]
    return table.assign(**{column: table[column].fillna("") for column in texts}), labels


def held_by(rows: pd.DataFrame) -> list[str]:
    """Return of each seat who holds it, as what, since and until when; of a person's own seat no name."""
    columns = ["holder", "role", "since", "until", "member"]
    told = []
    for holder, role, since, until, member in rows[columns].itertuples(index=False):
        name = holder or "somebody who is not named"
        who = role if holder == member else name if role == "member" else f"{name} as {role}"
        told.append(" ".join([who, *_dates(since, until)]))
    return told


def _dates(since: object, until: object) -> list[str]:
    pairs = (("since", since), ("until", until))
    return [f"{word} {in_words(date)}" for word, date in pairs if isinstance(date, str)]
