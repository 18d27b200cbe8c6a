"""The search: everything that a reader may look for by name, as one page that finds it without a server."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from json import dumps
from typing import TYPE_CHECKING, Any

from orgmap.matching import normal
from orgmap.network import PREFIX
from orgmap.views.addresses import plain
from orgmap.views.catalogue import BODIES, GLOSSARY, ORGANISATIONS, PEOPLE, SEARCH
from orgmap.views.site import Frame, pack_page
from orgmap.views.terms import term_ids
from orgmap.vocabulary import TERMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

    from orgmap.model import OrgMap
    from orgmap.views.glossary import MeasureText
    from orgmap.views.packs import Pack

MOST_LETTERS = 850_000
"""The index holds no more letters than this, so that the page stays under 1 MB."""
MOST_BODIES = 6
"""A post leads to no more bodies than this."""
_LONGEST = 300
"""No more letters of a name or of its other names are kept than this."""
_FRAMES = {
    "body": ("bodies/", ".html"),
    "organisation": ("organisations/", ".html"),
    "person": ("people/", ".html"),
    "post": ("bodies/", ".html"),
    "answer": ("", ".html"),
    "word": (f"{GLOSSARY}#term-", ""),
    "measure": (f"{GLOSSARY}#measure-", ""),
}
"""What stands before and after the address of everything of a kind, which the index therefore leaves out."""
_KINDS = tuple(_FRAMES)
Record = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What the search can find: its name, other names, kind, what else is said of it, and its addresses.

    A post has the address of each body where it sits, everything else has one.
    """

    name: str
    kind: str
    addresses: tuple[str, ...]
    other: tuple[str, ...] = ()
    detail: str = ""


Entry = tuple[str, str, int, int, str | list[str]]


@dataclass
class Index:
    """The index as the page holds it: small, because what recurs is kept once.

    Each of `entries` is name, other names in one text, number of the kind, number of the detail, and the
    middle of its address: empty where that is the name in plain letters, a list for a post.
    """

    details: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    left_out: int = 0

    def data(self) -> dict[str, object]:
        """Return it as the page's script reads it."""
        frames = [(kind, *ends) for kind, ends in _FRAMES.items()]
        return {"kinds": frames, "details": self.details, "entries": self.entries}


def search_page(orgmap: OrgMap, pack: Pack, measures: Iterable[MeasureText] = ()) -> str:
    """Return the page of the search, which holds the index of all that it finds.

    It finds bodies, organisations, people whose names are shown and posts that are shown, by name, short name
    and other names, people and posts also by each post that their seats give; the pages of answers, the words
    of the glossary and the measures. Nothing that is withheld is in it: it is made from what is shown.
    """
    index = index_of(chain(_pages(pack), _terms(pack, measures), _places(orgmap, pack)))
    lists = ((BODIES, "bodies"), (ORGANISATIONS, "organisations"), (PEOPLE, "people"), (GLOSSARY, "words"))
    context = {
        "index": index,
        "data": index.data(),
        "lists": [(address, words) for address, words in lists if pack.address(address)],
    }
    frame = Frame(SEARCH, "Search", "search.html.j2", scripts=("search.js",), styles=("search.css",))
    return pack_page(pack, frame, context)


def index_of(found: Iterable[Found]) -> Index:
    """Return an index of these, in their order, as far as there is room; it counts what is left out."""
    index, room = Index(), MOST_LETTERS
    known: dict[str, int] = {}
    for one in found:
        detail = known.setdefault(one.detail, len(known))
        entry = (_cut(one.name), _cut("; ".join(one.other)), _KINDS.index(one.kind), detail, _where(one))
        room -= _room(entry) + (_room(one.detail) if detail == len(index.details) else 0)
        if room < 0:
            index.left_out += 1
            continue
        if detail == len(index.details):
            index.details.append(one.detail)
        index.entries.append(entry)
    return index


def _where(one: Found) -> str | list[str]:
    before, after = _FRAMES[one.kind]
    middles = [address.removeprefix(before).removesuffix(after) for address in one.addresses]
    if one.kind == "post":
        return middles
    return "" if middles[0] == plain(_cut(one.name)) else middles[0]


def _room(value: object) -> int:
    """Return how many letters the page needs for a value of the index."""
    text = dumps(value)
    return len(text) + 5 * sum(map(text.count, "<>&'")) + 2


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _pages(pack: Pack) -> Iterator[Found]:
    for entry in pack.menu.answers if pack.menu else ():
        yield Found(entry.name, "answer", (entry.address,), (entry.purpose,), entry.purpose)


def _terms(pack: Pack, measures: Iterable[MeasureText]) -> Iterator[Found]:
    if not pack.address(GLOSSARY):
        return
    for (group, word), fragment in term_ids(TERMS).items():
        yield Found(word, "word", (f"{GLOSSARY}#{fragment}",), detail="" if group == "words" else group)
    for one in measures:
        yield Found(one.title, "measure", (f"{GLOSSARY}#measure-{one.name}",), (one.name,))


def _places(orgmap: OrgMap, pack: Pack) -> Iterator[Found]:
    """Yield bodies, organisations, people and posts; what comes last is left out first."""
    yield from _entities("body", orgmap.bodies, ("kind", "tier"), pack)
    yield from _entities("organisation", orgmap.organisations, ("kind", "sector"), pack)
    yield from _people(orgmap, pack)
    yield from _posts(orgmap, pack)


def _entities(kind: str, table: pd.DataFrame, told: tuple[str, str], pack: Pack) -> Iterator[Found]:
    for entity, facts in _records(table):
        address = pack.places.get(PREFIX[kind] + entity)
        if address is not None:
            detail = ", ".join(facts[column] for column in told if isinstance(facts[column], str))
            yield Found(facts["name"], kind, (address,), _other_names(facts), detail)


def _people(orgmap: OrgMap, pack: Pack) -> Iterator[Found]:
    called = orgmap.organisations["name"].to_dict()
    posts = _posts_of(orgmap)
    for person, facts in _records(orgmap.people):
        address = pack.places.get(PREFIX["person"] + person)
        if address is not None:
            told = (facts["post"], called.get(facts["organisation"]))
            detail = ", ".join(text for text in told if isinstance(text, str))
            other = (*_other_names(facts), *_others(posts.get(person, ()), facts["post"]))
            yield Found(facts["label"], "person", (address,), other, detail)


def _posts(orgmap: OrgMap, pack: Pack) -> Iterator[Found]:
    """Yield those of whom the post is shown and the name is not; each leads to the bodies where it sits."""
    seated: dict[str, list[str]] = {}
    for person, body in zip(orgmap.seats["person"], orgmap.seats["body"], strict=True):
        seated.setdefault(person, []).append(str(body))
    posts = _posts_of(orgmap)
    for person, facts in _records(orgmap.people):
        nodes = dict.fromkeys(PREFIX["body"] + body for body in seated.get(person, ()))
        places = [pack.places[node] for node in nodes if node in pack.places]
        if places and isinstance(facts["post"], str) and PREFIX["person"] + person not in pack.places:
            other = _others(posts.get(person, ()), facts["post"])
            yield Found(facts["label"], "post", tuple(places[:MOST_BODIES]), other)


def _posts_of(orgmap: OrgMap) -> dict[str, tuple[str, ...]]:
    """Return the posts that the seats of each person give, in the order of the seats."""
    given = orgmap.seats[["person", "post"]].dropna().drop_duplicates()
    return {str(person): tuple(posts) for person, posts in given.groupby("person", sort=False)["post"]}


def _others(posts: Iterable[str], usual: object) -> tuple[str, ...]:
    """Return the posts that are not the usual one, each in one spelling."""
    spelt: dict[str, str] = {}
    for post in posts:
        spelt.setdefault(normal(post), post)
    if isinstance(usual, str):
        spelt.pop(normal(usual), None)
    return tuple(spelt.values())


def _other_names(facts: Mapping[str, Any]) -> tuple[str, ...]:
    short, also = facts.get("short_name"), facts["also_known_as"]
    return (*((short,) if isinstance(short, str) else ()), *(also if isinstance(also, tuple) else ()))


def _records(table: pd.DataFrame) -> Iterator[tuple[str, Record]]:
    told = zip(map(str, table.index), table.to_dict("records"), strict=True)
    return ((entity, {str(name): value for name, value in one.items()}) for entity, one in told)
