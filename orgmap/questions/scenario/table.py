"""Before and after side by side: a row for each fact of the whole map, and for each thing that changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from orgmap.model import OrgMap
from orgmap.network import usual_counting
from orgmap.questions.scenario.facts import Facts

COLUMNS = ["mode", "name", "fact", "before", "after", "change", "id", "id_other"]
FACTS = {
    "organisation": ("seats", "bodies", "hours"),
    "person": ("seats", "bodies", "hours"),
    "body": ("seats", "organisations", "hours"),
}
LOST = "falls away"


def scenario_table(before: OrgMap, after: OrgMap, lost: Sequence[str]) -> pd.DataFrame:
    """Return the table that the question of scenario describes."""
    counting = usual_counting(before)
    old, new = Facts(before, counting), Facts(after, counting)
    parts = [_whole(old, new), *_members(old, new), *_bodies(old, new), _pairs(old, new), _lost(lost)]
    table = pd.concat([part.reindex(columns=COLUMNS) for part in parts], ignore_index=True)
    texts = dict.fromkeys(["mode", "name", "fact", "id", "id_other"], "str")
    table = table.astype(texts | dict.fromkeys(["before", "after"], "float64"))
    return table.assign(change=(table["after"] - table["before"]).round(4))


def _whole(old: Facts, new: Facts) -> pd.DataFrame:
    was, now = old.whole(), new.whole()
    facts = dict.fromkeys([*was, *now])
    rows = [("map", "the whole map", fact, was.get(fact, 0), now.get(fact, 0)) for fact in facts]
    return pd.DataFrame(rows, columns=COLUMNS[:5])


def _members(old: Facts, new: Facts) -> Iterator[pd.DataFrame]:
    """Yield for organisations, people and bodies the facts of load in which the two states differ."""
    for mode, facts in FACTS.items():
        was, now = (state.load[state.load["mode"] == mode] for state in (old, new))
        names = pd.concat([was, now])["member"]
        for fact in facts:
            yield _changed(mode, fact, was[fact], now[fact], names)


def _bodies(old: Facts, new: Facts) -> Iterator[pd.DataFrame]:
    names = pd.concat([old.load, new.load])["member"]
    yield _changed("body", "chairs", old.chairs(), new.chairs(), names)
    yield _changed("body", "organisations with several people", old.several(), new.several(), names)


def _changed(
    mode: str, fact: str, was: pd.Series[float], now: pd.Series[float], names: pd.Series[str]
) -> pd.DataFrame:
    """Return the entities of which a fact differs; who is not on a map has nought of everything there."""
    every = was.index.union(now.index)
    before, after = (one.astype("float64").reindex(every, fill_value=0.0) for one in (was, now))
    same = (before == after) | (before.isna() & after.isna())
    called = names[~names.index.duplicated(keep="last")].reindex(every)
    found = pd.DataFrame({"name": called, "before": before, "after": after, "id": every})
    rows = found[~same].reset_index(drop=True)
    rows = rows.assign(mode=mode, fact=fact, size=(rows["after"] - rows["before"]).abs())
    return rows.sort_values(["size", "name", "id"], ascending=[False, True, True], kind="stable")


def _pairs(old: Facts, new: Facts) -> pd.DataFrame:
    """Return the pairs of bodies, there before and after, that share more or fewer members."""
    both = {*old.chairs().index} & {*new.chairs().index}
    names = new.load["member"]
    every = old.shared.index.union(new.shared.index)
    before, after = (one.reindex(every).fillna(value=0).astype("float64") for one in (old.shared, new.shared))
    found = pd.DataFrame({"before": before, "after": after}).rename_axis(["id", "id_other"]).reset_index()
    kept = found["id"].isin(both) & found["id_other"].isin(both) & (found["before"] != found["after"])
    rows = found[kept]
    called = rows["id"].map(names).astype("str") + " with " + rows["id_other"].map(names).astype("str")
    rows = rows.assign(mode="pair", fact="members shared", name=called)
    return rows.sort_values(["after", "before", "name"], ascending=[True, False, True], kind="stable")


def _lost(lost: Sequence[str]) -> pd.DataFrame:
    names = list(dict.fromkeys(lost))
    made = pd.DataFrame({"name": names}, dtype="str")
    return made.assign(mode=LOST, fact=LOST, before=1.0, after=0.0)
