"""What must hold between the cells of a row and between rows, beyond each cell's own type."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.dates import first_day, last_day
from orgmap.model.distinct import mapped
from orgmap.model.raw import RawTable

TREES = (("bodies", "part_of"), ("areas", "within"), ("organisations", "part_of"))
PAIRS = (("links", "from_body", "to_body"), ("protocols", "body_a", "body_b"), ("area_units", "area", "unit"))


def rule_problems(tables: dict[str, pd.DataFrame], raws: dict[str, RawTable]) -> list[Problem]:
    """Return every breach of a rule, in the order of the tables."""
    problems: list[Problem] = []
    for name, frame in tables.items():
        if {"since", "until"} <= set(frame.columns):
            problems += _ends_before_start(frame, raws[name])
    for name, column in TREES:
        problems += _cycles(tables[name], raws[name], column)
    for name, a, b in PAIRS:
        problems += _same(tables[name], raws[name], a, b)
    return [
        *problems,
        *_shares(tables["area_units"], raws["area_units"]),
        *_attendance(tables["seats"], raws["seats"]),
        *_no_part(tables["issues"], raws["issues"]),
        *_several_rows(tables["about"], raws["about"]),
    ]


def _ends_before_start(frame: pd.DataFrame, raw: RawTable) -> Iterator[Problem]:
    dated = frame[frame["since"].notna() & frame["until"].notna() & frame["row"].notna()]
    wrong = dated[mapped(dated["until"], last_day) < mapped(dated["since"], first_day)]
    for row, since, until in zip(wrong["row"], wrong["since"], wrong["until"], strict=True):
        yield raw.problem(
            int(row),
            "until",
            until,
            f"it ends ({until}) before it begins ({since}).",
            "Correct one of the two dates.",
        )


def _cycles(frame: pd.DataFrame, raw: RawTable, column: str) -> Iterator[Problem]:
    known = frame[column].dropna()
    parents = dict(zip(known.index, known, strict=True))
    told: set[str] = set()
    for start in parents:
        chain = [start]
        while (parent := parents.get(chain[-1])) is not None and parent not in chain:
            chain.append(parent)
        if parent == start and not told & set(chain):
            told |= set(chain)
            names = " → ".join(str(frame.at[entity, "name"]) for entity in (*chain, start))
            yield raw.problem(
                int(frame["row"][start]), column, None, f"this goes round in a circle: {names}.",
                "One of them must be at the top, with an empty cell.",
            )  # fmt: skip


def _same(frame: pd.DataFrame, raw: RawTable, a: str, b: str) -> Iterator[Problem]:
    for row in frame.loc[frame[a].notna() & (frame[a] == frame[b]), "row"]:
        yield raw.problem(int(row), b, None, f"{a} and {b} are the same.", "Name two different ones.")


def _shares(units: pd.DataFrame, raw: RawTable) -> Iterator[Problem]:
    for row in units.loc[units["share"] > 1, "row"]:
        yield raw.problem(int(row), "share", None, "a share is more than 1.", "Write 0.5 or 50% for a half.")


def _attendance(seats: pd.DataFrame, raw: RawTable) -> Iterator[Problem]:
    more = (seats["attended"] > seats["invited"]).fillna(value=False)
    for row in seats.loc[more, "row"]:
        yield raw.warning(
            int(row),
            "attended",
            None,
            "more meetings were attended than invited to.",
            "Correct one of the two.",
        )


def _no_part(issues: pd.DataFrame, raw: RawTable) -> Iterator[Problem]:
    for row in issues.loc[issues["body"].isna() & issues["organisation"].isna(), "row"]:
        yield raw.problem(
            int(row), "body", None, "the row names neither a body nor an organisation.", "Fill one of them."
        )


def _several_rows(about: pd.DataFrame, raw: RawTable) -> Iterator[Problem]:
    if len(about) > 1:
        yield raw.warning(
            int(about["row"].iloc[1]), None, None, "about has one row; the rows after the first are not used."
        )
