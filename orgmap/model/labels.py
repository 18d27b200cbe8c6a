"""What a person is called where names are shown, where posts are, and where neither is."""

from __future__ import annotations

import pandas as pd

NOTHING, POST, FULL = 0, 1, 2
"""How much may be shown about a person: a number only, the post, the name and the post."""


def person_labels(
    people: pd.DataFrame, organisations: pd.DataFrame, level: pd.Series[int] | int
) -> pd.Series[str]:
    """Return what each person is called at the level that may be shown; no two people are called the same.

    FULL is the name, or the post where no name is known. POST is the post with the organisation, or "Member
    for" the organisation. NOTHING, and whoever has neither, is "Person" and a number.
    """
    levels = pd.Series(level, index=people.index)
    numbered = pd.Series(
        [f"Person {number}" for number in range(1, len(people) + 1)], index=people.index, dtype="str"
    )
    post = _post_labels(people, organisations).where(levels >= POST)
    name = people["name"].where(levels >= FULL)
    return _told_apart(name.fillna(post).fillna(numbered))


def _post_labels(people: pd.DataFrame, organisations: pd.DataFrame) -> pd.Series[str]:
    organisation = people["organisation"].map(organisations["name"]).astype("str")
    together = people["post"] + " (" + organisation + ")"
    return together.fillna(people["post"]).fillna("Member for " + organisation)


def _told_apart(labels: pd.Series[str]) -> pd.Series[str]:
    """Add (1), (2) and so on to labels that stand for several people, until no two are the same."""
    while labels.duplicated().any():
        number = labels.groupby(labels).cumcount() + 1
        several = labels + " (" + number.astype("str") + ")"
        labels = labels.where(~labels.duplicated(keep=False), several)
    return labels
