"""What is compared of a map before and after: the whole, its members, its bodies and their pairs."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pandas as pd

from orgmap.measures import pairs
from orgmap.model import OrgMap
from orgmap.network import PREFIX, Counting, affiliation
from orgmap.questions.gaps import gaps
from orgmap.questions.load.table import load_table
from orgmap.questions.two_tier import two_tier

SEVERAL = 3
WIDE = 4


class Facts:
    """What is compared of one state of a map.

    `load` is the table of the question of load by node id, `shared` the number of members that each pair of
    bodies shares, by the node ids of the two.
    """

    def __init__(self, orgmap: OrgMap, counting: Counting) -> None:
        self.orgmap = orgmap
        self.load = load_table(orgmap).set_index("id")
        self._graph = affiliation(orgmap, counting)
        found = pairs(self._graph)
        self.shared = found.set_index(["a", "b"])["shared"]

    def whole(self) -> dict[str, float]:
        """Return the facts of the whole map, each with its name in words; NaN where one is not known."""
        seats, load = self.orgmap.seats, self.load
        bodies, people = load[load["mode"] == "body"], load[load["mode"] == "person"]
        seated = set(seats.loc[seats["status"] == "filled", "represents"].dropna())
        return {
            "bodies": len(bodies),
            "seats that take time": int(bodies["seats"].sum()),
            "people who hold them": len(people),
            "organisations they speak for": int((load["mode"] == "organisation").sum()),
            "organisations that sit nowhere": len(set(self.orgmap.organisations.index) - seated),
            "people on more than four bodies": int((people["bodies"] > WIDE).sum()),
            "hours a year": float(bodies["hours"].sum(min_count=1)),
            "seats whose hours are not known": int(bodies["hours_unknown_seats"].sum()),
            "pairs of bodies that share members": len(self.shared),
            "pairs that share three members or more": int((self.shared >= SEVERAL).sum()),
            "pairs joined by one member only": int((self.shared == 1).sum()),
            "groups of bodies that share nobody": self._groups(),
            **self._classes(),
            "members who are missing": self._missing(),
        }

    def _groups(self) -> int:
        seated = [node for node in self._graph if self._graph.degree(node)]
        return int(nx.number_connected_components(self._graph.subgraph(seated)))

    def _classes(self) -> dict[str, float]:
        """Return how many organisations sit at which tiers, where the map has two of them to compare."""
        table = two_tier(self.orgmap).table
        rows = table[table["mode"] == "organisation"].drop_duplicates("id")
        return {
            f"organisations: {name}": int(count)
            for name, count in sorted(rows["class"].value_counts().items())
        }

    def _missing(self) -> float:
        table = gaps(self.orgmap).table
        return float((table["state"] == "missing").sum()) if "state" in table.columns else float("nan")

    def chairs(self) -> pd.Series[float]:
        """Return how many chairs each body has, by node id."""
        return self._of_bodies(self.orgmap.ties(("chair",)).groupby("body").size())

    def several(self) -> pd.Series[float]:
        """Return for each body how many organisations have more than one person on it, by node id."""
        people = self.orgmap.ties().groupby(["body", "represents"])["person"].nunique()
        return self._of_bodies((people > 1).groupby("body").sum())

    def _of_bodies(self, counts: pd.Series[Any]) -> pd.Series[float]:
        every = counts.reindex(self.orgmap.bodies.index).fillna(value=0).astype("float64")
        return every.set_axis(PREFIX["body"] + every.index)
