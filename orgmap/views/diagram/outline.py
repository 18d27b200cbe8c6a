"""Families of bodies as outlines: each body a box, its parts beneath it, the outlines spread over columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from orgmap.views.diagram.family import Family, Pair
from orgmap.views.diagram.page import scale_on_a4
from orgmap.views.diagram.sheet import Branch, Group, Outline
from orgmap.views.diagram.text import shorten, wrap

LEGIBLE = 0.715
LINE_HEIGHT = 12.0
BOX_MARGIN = 12.0
TREE_GAP = 8.0
STEP_WIDTH = 18.0
BOLD_WIDTH = 5.6
SMALL_WIDTH = 4.5
COLUMN_GAP = 58.0
FOOT_HEIGHT = 150.0
WORTH_A_COLUMN = 1.05

Tree = tuple[Branch, ...]
Columns = tuple[tuple[Tree, ...], ...]


@dataclass(frozen=True)
class Outlines:
    """The outlines of a family, one for each column, and what could not be drawn.

    `place` gives the end of a line for each body (`n1:p3`); `crossing` holds the pairs (child, parent) that
    the outlines do not show because the child hangs under another parent; `left_out` holds the bodies without
    a box.
    """

    outlines: tuple[Outline, ...]
    groups: tuple[Group, ...]
    place: dict[str, str]
    crossing: tuple[Pair, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Step:
    """One body on the way through its family: how deep it stands, and the depths at which a line runs on."""

    body: str
    depth: int
    runs_on: frozenset[int]


Walks = tuple[tuple[_Step, ...], ...]


@dataclass(frozen=True)
class _Sized:
    """A tree, and the room that it takes in a column."""

    tree: Tree
    height: float
    width: float


Spread = list[list[_Sized]]


def outlined(family: Family, tags: Mapping[str, str]) -> Outlines:
    """Return the related bodies of a whole map as outlines in as many columns as A4 has room for.

    `tags` are letters to print beside a body, for what the key says of it.
    """
    blocks = _chosen(family, tags)
    outlines: list[Outline] = []
    groups = []
    place: dict[str, str] = {}
    for label, columns in blocks:
        for column in columns:
            name = f"n{len(outlines) + 1}"
            branches = tuple(branch for tree in column for branch in tree)
            place |= {branch.body: f"{name}:{branch.port}" for branch in branches}
            outlines.append(Outline(name, branches, "; ".join(branch.full for branch in branches)))
        groups.append(
            Group(label, tuple(outline.name for outline in outlines[len(outlines) - len(columns) :]))
        )
    crossing = [
        pair for pair in family.part_of if family.parent[pair[0]] != pair[1] and place.keys() >= set(pair)
    ]
    left_out = tuple(body for body in family.related if body not in place)
    return Outlines(tuple(outlines), tuple(groups), place, tuple(crossing), left_out)


def _chosen(family: Family, tags: Mapping[str, str]) -> list[tuple[str, Columns]]:
    """Choose boxes of two lines where they are legible, else of one line, else in pieces, else fewer."""
    most = max((len(parts) for parts in family.parts.values()), default=0)
    whole: frozenset[str] = frozenset()
    pieces = _cuts(family)
    for cuts, tight, kept in (
        (whole, False, most),
        (pieces, False, most),
        (whole, True, most),
        *((pieces, True, kept) for kept in range(most, 0, -1)),
    ):
        trees = {walk[0].body: _tree(family, walk, tags, tight) for walk in _walks(family, cuts, kept)}
        scale, blocks = _spread(family, trees)
        if scale >= LEGIBLE:
            break
    return blocks


def _cuts(family: Family) -> frozenset[str]:
    """Return the bodies that may start a tree of their own: those with a parent, and parts that have none."""
    ends = {body for body in family.related if body not in family.parts}
    return frozenset(
        body
        for body, parts in family.parts.items()
        if body in family.children and len(parts) > 1 and ends >= set(parts)
    )


def _walks(family: Family, cuts: frozenset[str], most: int) -> Walks:
    """Return each tree from its top, with at most `most` bodies without parts below one parent."""
    seen: set[str] = set()
    tops = [body for body in family.related if body not in family.children or body in cuts]
    tops.sort(key=lambda body: (family.place[_top(family, body)], body in family.children))
    return tuple(
        tuple(_walk(family, top, cuts, most, seen)) for top in [*tops, *_circular(family)] if top not in seen
    )


def _top(family: Family, body: str) -> str:
    """Return the topmost body over a body; the body where parents run in a circle."""
    passed = {body}
    above = body
    while above in family.parent:
        above = family.parent[above]
        if above in passed:
            return body
        passed.add(above)
    return above


def _circular(family: Family) -> list[str]:
    """Return the bodies that no top leads to, because they are part of each other in a circle."""
    reached = [body for body in family.related if body not in family.children]
    for body in reached:
        reached += [part for part in family.parts.get(body, ()) if family.parent[part] == body]
    return [body for body in family.related if body not in set(reached)]


def _walk(family: Family, top: str, cuts: frozenset[str], most: int, seen: set[str]) -> Iterator[_Step]:
    waiting = [_Step(top, 0, frozenset())]
    seen.add(top)
    while waiting:
        step = waiting.pop()
        parts = [part for part in _kept(family, step.body, most) if part not in seen | cuts]
        seen.update(parts)
        depth = step.depth + 1
        yield _Step(step.body, step.depth, step.runs_on | ({depth} if parts else set()))
        waiting += [
            _Step(part, depth, step.runs_on | ({depth} if part != parts[-1] else set()))
            for part in reversed(parts)
        ]


def _kept(family: Family, body: str, most: int) -> list[str]:
    parts = [part for part in family.parts.get(body, ()) if family.parent[part] == body]
    ends = [part for part in parts if part not in family.uppers | family.linked]
    dropped = set(ends[most:])
    return [part for part in parts if part not in dropped]


def _tree(family: Family, walk: tuple[_Step, ...], tags: Mapping[str, str], tight: bool) -> _Sized:
    tree = tuple(_branch(family, step, tags.get(step.body, ""), tight) for step in walk)
    return _Sized(tree, _height(tree), max(map(_width, tree)))


def _branch(family: Family, step: _Step, tag: str, tight: bool) -> Branch:
    body = step.body
    hangs = step.depth > 0 or body not in family.parent
    words = [family.seats(body)] if tight else [family.kind_and_tier(body), family.seats(body)]
    return Branch(
        body,
        f"p{family.place[body] + 1}",
        step.depth,
        step.runs_on,
        (shorten(family.label(body), 33),) if tight else tuple(wrap(family.label(body), 34, 2)),
        " · ".join(filter(None, [*words, tag])),
        family.full(body),
        "" if hangs else shorten(f"part of {family.label(family.parent[body])}", 48),
        body not in family.children,
        tight,
    )


def _spread(family: Family, trees: dict[str, _Sized]) -> tuple[float, list[tuple[str, Columns]]]:
    """Return how large the drawing can be printed, and the trees in columns, framed by tier if that fits."""
    tiers = {tier: [trees[top] for top in tops] for tier, tops in family.by_tier(trees).items()}
    foot = FOOT_HEIGHT + LINE_HEIGHT * len(family.others) / 2
    if len(tiers) > 1:
        scale, framed = _best(list(tiers.values()), foot)
        if scale >= LEGIBLE:
            return scale, list(zip(map(tier_label, tiers), framed, strict=True))
    scale, together = _best([[tree for block in tiers.values() for tree in block]], foot)
    return scale, [("", together[0])]


def tier_label(tier: str) -> str:
    """Return the word on the frame round a tier, empty where the tier is not known."""
    return f"{tier.capitalize()} tier" if tier else ""


def _best(blocks: list[list[_Sized]], foot: float) -> tuple[float, list[Columns]]:
    """Return the spread of each block over columns that lets the whole be printed largest, and its scale."""
    lowest = max(tree.height for block in blocks for tree in block)
    highest = max(_total(block) for block in blocks)
    best: tuple[float, list[Spread]] = (0.0, [[]])
    for step in range(int((highest - lowest) / LINE_HEIGHT) + 2):
        spread = [_columns(block, highest - step * LINE_HEIGHT) for block in blocks]
        scale = _scale([column for block in spread for column in block], foot)
        wider = sum(map(len, spread)) > sum(map(len, best[1]))
        if scale > best[0] * (WORTH_A_COLUMN if wider else 1.0):
            best = (scale, spread)
    return best[0], [tuple(tuple(sized.tree for sized in column) for column in block) for block in best[1]]


def _columns(trees: list[_Sized], tallest: float) -> Spread:
    """Return trees in columns no higher than `tallest`, save where a single tree is."""
    columns: Spread = []
    height = 0.0
    for tree in trees:
        height += tree.height
        if columns and height <= tallest:
            columns[-1].append(tree)
        else:
            columns.append([tree])
            height = tree.height
    return columns


def _scale(columns: Spread, foot: float) -> float:
    width = sum(max(tree.width for tree in column) + COLUMN_GAP for column in columns)
    return scale_on_a4(width, foot + max(map(_total, columns)))


def _total(trees: Iterable[_Sized]) -> float:
    return sum(tree.height for tree in trees)


def _height(tree: Tree) -> float:
    lines = sum(len(branch.head) + (not branch.tight) + bool(branch.above) for branch in tree)
    return LINE_HEIGHT * lines + BOX_MARGIN * len(tree) + TREE_GAP


def _width(branch: Branch) -> float:
    head, small = BOLD_WIDTH * max(map(len, branch.head)), SMALL_WIDTH * len(branch.small)
    return STEP_WIDTH * branch.depth + (head + small if branch.tight else max(head, small))
