"""The things of a Popolo file, wherever they stand: in collections, nested in one another, or alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.read.popolo.recognising import KINDS, kind_of
from orgmap.read.records import plain

_ONE = {
    "persons": {"area": "areas"},
    "organizations": {"parent": "organizations", "area": "areas"},
    "posts": {"organization": "organizations", "area": "areas"},
    "memberships": {
        "person": "persons",
        "organization": "organizations",
        "member_organization": "organizations",
        "on_behalf_of": "organizations",
        "post": "posts",
        "area": "areas",
    },
    "areas": {"parent": "areas"},
    "events": {},
}
"""For each kind, the keys that may hold one thing, and the kind of thing that it is."""
_MANY = {
    "persons": {"memberships": ("memberships", "person_id")},
    "organizations": {
        "memberships": ("memberships", "organization_id"),
        "posts": ("posts", "organization_id"),
        "children": ("organizations", "parent_id"),
    },
    "posts": {"memberships": ("memberships", "post_id")},
    "memberships": {},
    "areas": {"children": ("areas", "parent_id")},
    "events": {},
}
"""For each kind, the keys that may hold many things, their kind, and the key that leads back."""
_BRITISH = {"organisation_id": "organization_id", "organisation": "organization"}
_NAMES = ("name", "label", "title")
_TIE = (
    "person_id",
    "organization_id",
    "member_organization_id",
    "post_id",
    "role",
    "on_behalf_of_id",
    "start_date",
)
"""What tells one membership from another."""

Data = dict[str, object]


@dataclass
class Thing:
    """One thing of a file: `row` is its place among those of its kind, the top ones first."""

    kind: str
    row: int
    data: Data
    nested: bool = False

    @property
    def has_id(self) -> bool:
        """Whether the file gives it an id."""
        return self.text("id") is not None

    def text(self, key: str) -> str | None:
        """Return what a key holds as the text of a cell."""
        return plain(self.data.get(key))

    def each(self, key: str) -> list[object]:
        """Return the items of a list, or none where there is no list."""
        value = self.data.get(key)
        return value if isinstance(value, list) else []


@dataclass
class Gathered:
    """The things of a file by kind and reference (the id, else the name), and what could not be used."""

    things: dict[str, dict[str, Thing]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    problems: list[Problem] = field(default_factory=list)
    own: Data = field(default_factory=dict)

    def of(self, kind: str) -> Iterator[tuple[str, Thing]]:
        """Return the things of a kind with their references, in the order of the file."""
        yield from self.things[kind].items()

    def warn(self, thing: Thing, key: str | None, value: str | None, message: str) -> None:
        """Add what is wrong with a thing, placed where it stands."""
        self.problems.append(Problem(thing.kind, thing.row, key, value, message, "", "warning"))


def gather(collections: Mapping[str, list[object]]) -> Gathered:
    """Return all things of the collections, those nested in others included, each once."""
    gathered = Gathered()
    waiting: deque[tuple[str, object, int, Data]] = deque(
        (kind, value, number, {})
        for kind in KINDS
        for number, value in enumerate(collections.get(kind, ()), start=1)
    )
    counts = {kind: len(collections.get(kind, ())) for kind in KINDS}
    while waiting:
        kind, value, number, context = waiting.popleft()
        if not isinstance(value, dict):
            gathered.problems.append(_no_thing(kind, number, value))
            continue
        for nested_kind, nested, back in _take(gathered, Thing(kind, number, value | context, bool(context))):
            counts[nested_kind] += 1
            waiting.append((nested_kind, nested, counts[nested_kind], back))
    return gathered


def _take(gathered: Gathered, thing: Thing) -> list[tuple[str, object, Data]]:
    """Keep a thing and return those nested in it, with the keys that lead back."""
    thing.data = {_BRITISH.get(key, key): value for key, value in thing.data.items()}
    nested: list[tuple[str, object, Data]] = []
    _untangle_member(gathered, thing)
    for key, kind in _ONE[thing.kind].items():
        if isinstance(one := thing.data.get(key), dict):
            thing.data.pop(key)
            thing.data.setdefault(f"{key}_id", _reference(kind, one) or None)
            nested.append((kind, one, {}))
    reference = _reference(thing.kind, thing.data)
    for key, (kind, back) in _MANY[thing.kind].items():
        if isinstance(many := thing.data.get(key), list):
            thing.data.pop(key)
            context: Data = {back: reference}
            if thing.kind == "posts" and (body := thing.text("organization_id")):
                context["organization_id"] = body
            nested += [(kind, one, context) for one in many]
    _keep(gathered, thing, reference)
    return nested


def _keep(gathered: Gathered, thing: Thing, reference: str) -> None:
    """Keep a thing; one that is there already gains what it lacks."""
    if thing.kind == "memberships" and not thing.nested and not thing.has_id:
        reference = f"{reference} {thing.row}" if reference in gathered.things[thing.kind] else reference
    there = gathered.things[thing.kind].get(reference)
    if there is None:
        gathered.things[thing.kind][reference] = thing
        return
    if _called(there.data) and _called(thing.data) and _called(there.data) != _called(thing.data):
        gathered.warn(
            thing, "id", reference,
            f"this has the id of {_called(there.data)} (row {there.row}), so the two are read as one.",
        )  # fmt: skip
    there.data.update({key: value for key, value in thing.data.items() if there.data.get(key) is None})


def _untangle_member(gathered: Gathered, thing: Thing) -> None:
    """Put an embedded `member` under the key of what it is: a person or an organisation."""
    if thing.kind != "memberships":
        return
    if code := thing.text("member_id"):
        thing.data["member"] = {"id": code}
        thing.data.pop("member_id")
    if not isinstance(member := thing.data.get("member"), dict):
        return
    thing.data.pop("member")
    known = [
        kind for kind in ("organizations", "persons") if _reference(kind, member) in gathered.things[kind]
    ]
    kind = known[0] if known else kind_of([member])
    thing.data["person" if kind == "persons" else "member_organization"] = member


def _reference(kind: str, data: Mapping[str, object]) -> str:
    """Return by what a thing is referred to: its id, else its name; a membership by who is what on what."""
    code = plain(data.get("id"))
    if kind == "memberships":
        return repr((code, *(plain(data.get(key)) for key in _TIE)))
    if code:
        return code
    name = _called(data) or repr(data)
    return f"{plain(data.get('organization_id')) or ''}/{name}" if kind == "posts" else name


def _called(data: Mapping[str, object]) -> str | None:
    return next((text for key in _NAMES if (text := plain(data.get(key)))), None)


def _no_thing(kind: str, row: int, value: object) -> Problem:
    shown = plain(value)
    what = "a list" if isinstance(value, list) else f"“{shown[:60]}”" if shown else "nothing"
    message = f"{what} stands where one of the {kind} belongs; it is not used."
    return Problem(kind, row, None, shown, message, "", "warning")


def last_part(reference: str) -> str:
    """Return the last part of a reference in its normal form: "party/unknown" is "unknown"."""
    return normal(reference.replace(":", "/").rpartition("/")[2])
