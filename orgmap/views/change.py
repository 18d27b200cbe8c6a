"""The page of what changed since an older list: findings, who came and went body by body, and the table."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from orgmap.model.wording import counted, verb
from orgmap.views.answers import told
from orgmap.views.catalogue import CHANGE
from orgmap.views.charts.picture import Picture, records
from orgmap.views.site import Frame, pack_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgmap.model import Answer
    from orgmap.views.packs import Pack

MOST, MOST_NAMED = 100, 12
"""No more bodies are told in the picture than this, and of each no more who came or went."""
_WHOLE = {"new body": "new", "body gone": "gone"}
_MOVED = ("holder changed", "more sent", "fewer sent", "chair changed", "vice-chair changed")
Rows = list[dict[Any, Any]]


@dataclass(frozen=True)
class Move:
    """What else changed on a body: what it is, whom it is about, and names or counts before and after."""

    what: str
    member: str
    before: str
    after: str


@dataclass(frozen=True)
class Names:
    """Those who came or went: how many, the first of them as (name, mode), and how many more there are."""

    count: int
    shown: tuple[tuple[str, str], ...]

    @property
    def more(self) -> int:
        """Return how many are not named."""
        return self.count - len(self.shown)


@dataclass(frozen=True)
class BodyChange:
    """What changed on one body; `state` is new, gone or empty; `more` is how many moves are not told."""

    body: str
    state: str
    joined: Names
    left: Names
    moves: tuple[Move, ...]
    more: int

    @property
    def weight(self) -> int:
        """Return how much changed there."""
        return self.joined.count + self.left.count + len(self.moves) + self.more


def change_page(answer: Answer, pack: Pack, notes: Sequence[str] = ()) -> str:
    """Return the page of what changed, in the frame of the pack of the newer list.

    `notes` come under the title: between which days, and what is withheld in one of the two lists. The
    ids of the answer may be those of the older list, so that what it names is linked by its name.
    """
    found = told(named_here(answer, pack), pack)
    picture = _picture(by_body(answer))
    frame = Frame(CHANGE, answer.title, "change.html.j2", styles=("charts.css",))
    said = [note for note in notes if note not in pack.notes]
    return pack_page(pack, frame, {"told": found, "picture": picture, "said": said})


def by_body(answer: Answer) -> list[BodyChange]:
    """Return what changed on each body, new and gone ones first, then those with most of it."""
    own: dict[str, Rows] = defaultdict(list)
    for row in records(answer.table):
        if row["id_body"] and not row["other_body"]:
            own[str(row["id_body"])].append(row)
    made = [_body(rows) for rows in own.values()]
    return sorted(made, key=lambda one: (one.state == "", -one.weight, one.body.casefold()))


def _body(rows: Rows) -> BodyChange:
    state = next((_WHOLE[row["what"]] for row in rows if row["what"] in _WHOLE), "")
    moves = [
        Move(str(row["what"]), str(row["member"] or ""), str(row["before"] or ""), str(row["after"] or ""))
        for row in rows
        if row["what"] in _MOVED or row["what"] == "open seats"
    ]
    return BodyChange(
        str(rows[0]["body"]), state, _who(rows, "joined"), _who(rows, "left"),
        tuple(moves[:MOST_NAMED]), max(len(moves) - MOST_NAMED, 0),
    )  # fmt: skip


def _who(rows: Rows, word: str) -> Names:
    names = [(str(row["member"]), str(row["mode"])) for row in rows if str(row["what"]).endswith(word)]
    return Names(len(names), tuple(names[:MOST_NAMED]))


def _picture(bodies: Sequence[BodyChange]) -> Picture | None:
    if not bodies:
        return None
    counts = {
        "joined": sum(one.joined.count for one in bodies),
        "left": sum(one.left.count for one in bodies),
    }
    total = ", ".join(f"{counted(number, 'member')} {word}" for word, number in counts.items())
    said = f"{counted(len(bodies), 'body')} {verb('has', len(bodies))} changed: {total}."
    left = len(bodies) - MOST
    more = f" The {MOST} with most of it are shown; the others are in the full table." if left > 0 else ""
    return Picture("Body by body", "chart_change.html.j2", list(bodies[:MOST]), (said + more,))


def named_here(answer: Answer, pack: Pack) -> Answer:
    """Return what changed with the nodes, in its findings, that this pack has for the names in their rows."""
    called = Counter(pack.labels.values())
    nodes = {label: node for node, label in pack.labels.items() if called[label] == 1}
    names = answer.table[["body", "other_body", "member"]].astype("str").to_dict("index")
    found = tuple(replace(one, subjects=_subjects(one.rows, names, nodes)) for one in answer.findings)
    return replace(answer, findings=found)


def _subjects(
    rows: Sequence[int], names: Mapping[Any, Mapping[Any, Any]], nodes: Mapping[str, str]
) -> tuple[str, ...]:
    told_of = [str(name) for row in rows for name in names[row].values()]
    return tuple(dict.fromkeys(nodes[name] for name in told_of if name in nodes))
