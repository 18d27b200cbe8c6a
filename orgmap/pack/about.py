"""The pages about the pack itself: where it comes from, what was left out, and what can be taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version

from orgmap.model.law import LawFile, law
from orgmap.model.wording import joined, plural
from orgmap.pack.opening import Opened
from orgmap.pack.part import Part
from orgmap.pack.singles import SEED
from orgmap.questions import QUESTIONS
from orgmap.views.about import LawUsed, Making, about_page
from orgmap.views.downloads import downloads_page
from orgmap.views.packs import ABOUT, DOWNLOADS, Pack

_NAMES = {
    "full": "shown, but for those that the source withholds",
    "posts": "withheld; posts stand in their place",
    "none": "withheld, and posts too",
}


def about_parts(shown: Opened, pack: Pack, made: Mapping[str, bytes]) -> list[Part]:
    """Return the parts that hold the pages of downloads and about the pack; `made` are its files so far."""
    return [
        Part("about", lambda: {ABOUT: _about(shown, pack).encode()}),
        Part("downloads", lambda: {DOWNLOADS: downloads_page(pack, _sizes(made)).encode()}),
    ]


def about_addresses() -> tuple[str, ...]:
    """Return the addresses of those pages."""
    return (ABOUT, DOWNLOADS)


def _sizes(made: Mapping[str, bytes]) -> dict[str, int]:
    return {address: len(content) for address, content in made.items()}


def _about(shown: Opened, pack: Pack) -> str:
    making = Making(
        origin=shown.origin,
        settings=tuple(_settings(shown)),
        law=tuple(_law_used(shown)),
        roles=shown.settings.roles,
        warnings=shown.warnings,
    )
    return about_page(shown.orgmap, [shown.answers[name] for name in QUESTIONS], pack, making)


def _settings(shown: Opened) -> Iterator[tuple[str, str]]:
    chosen = shown.settings
    yield "Names of people", f"{_NAMES[shown.orgmap.withheld.mode]} (--names {shown.orgmap.withheld.mode})"
    yield "Part of the source", _part(shown)
    yield "Counted as members", f"{shown.counting} (--counting {shown.counting})"
    yield "Roles that join bodies", f"{joined(chosen.roles)} (--roles)"
    yield "Two bodies need a protocol", f"from {chosen.threshold} shared members on, and for other reasons"
    if chosen.hourly_cost is not None:
        yield "Cost of an hour", f"{chosen.hourly_cost:,.2f}"
    yield "Places on the map", f"worked out beforehand, from the seed {SEED}"
    yield "Made with", f"orgmap {_version()}"


def _part(shown: Opened) -> str:
    chosen = shown.settings
    if not (chosen.tiers or chosen.bodies):
        return "all of it"
    tiers = f" of {plural('tier', len(chosen.tiers))} {joined(chosen.tiers)}" if chosen.tiers else ""
    bodies = f" {joined(chosen.bodies)} and those joined to them" if chosen.bodies else ""
    return f"only the bodies{bodies}{',' if tiers and bodies else ''}{tiers}"


def _law_used(shown: Opened) -> Iterator[LawUsed]:
    """Yield the files of the law whose requirements the answer on gaps has rows on."""
    found = set(shown.answers["gaps"].table["reference"])
    for file in law():
        if members := _asked(file, found):
            yield LawUsed(file.title, file.notice, file.confirmed, members)


def _asked(file: LawFile, references: set[str]) -> int:
    return len({(one.reference, one.member) for one in file.requirements if one.reference in references})


def _version() -> str:
    try:
        return version("orgmap")
    except PackageNotFoundError:
        return "of an unknown version"
