"""A source converted to another form: read, checked, compared with an older map, and laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from orgmap.model import OrgMap, as_at, check, withhold
from orgmap.model.cells import read_date
from orgmap.model.update import updated
from orgmap.model.wording import counted, joined
from orgmap.pack.checking import Checked, Telling, read_and_checked, taking
from orgmap.pack.laying_out import Files, data_tables, laid_out
from orgmap.pack.settings import Settings
from orgmap.pack.targets import Target


@dataclass(frozen=True)
class Conversion:
    """The files of a conversion by their names, and what to tell about it, in sentences."""

    files: Files
    said: tuple[str, ...]


def converted(
    source: Path, target: Target, settings: Settings, against: Path | None, telling: Telling | None = None
) -> Conversion:
    """Return a source in another form. Everything is converted, names too, unless the settings ask for less.

    With `against`, the codes, other names and decisions of that older map are kept.

    Raises:
        SourceInvalid: the source, the older map or the checklist taken into it has errors.
    """
    found = read_and_checked(source, settings.form, telling)
    said = [found.summary]
    if against:
        found, told = _against(found, read_and_checked(against))
        said += told
    found = taking(found, settings.ticked)
    said += [found.taken] if found.taken else []
    orgmap = _chosen(found.orgmap, settings)
    if telling:
        telling(f"writing {target.form.title}")
    files, lost = laid_out(replace(found, orgmap=orgmap), target, settings)
    return Conversion(files, (*said, *_done_with_cells(found.orgmap), *lost))


def _chosen(orgmap: OrgMap, settings: Settings) -> OrgMap:
    """Return the map as at the day and with the names that the settings ask for; all of it without any."""
    dated = as_at(orgmap, read_date(settings.as_at)) if settings.as_at else orgmap
    return withhold(dated, settings.names) if settings.names else dated


def _against(new: Checked, old: Checked) -> tuple[Checked, list[str]]:
    source = updated(data_tables(old), old.source.name, new.source)
    found = Checked(source, check(source))
    return found, _news(found.orgmap, old.orgmap, old.source.name)


def _news(orgmap: OrgMap, old: OrgMap, name: str) -> list[str]:
    counts = {
        noun: len(set(getattr(orgmap, table).index) - set(getattr(old, table).index))
        for table, noun in (("bodies", "body"), ("organisations", "organisation"), ("people", "person"))
    }
    new = joined([counted(count, noun) for noun, count in counts.items() if count])
    seated = set(orgmap.seats["person"].dropna())
    left = len(set(old.seats["person"].dropna()) - seated)
    told = [f"Against {name}: {new} new." if new else f"Against {name}: nobody and nothing is new."]
    if left:
        told.append(f"{counted(left, 'person')} of {name} {'holds' if left == 1 else 'hold'} no seat now.")
    return told


def _done_with_cells(orgmap: OrgMap) -> list[str]:
    counts = {"warning": len(orgmap.warnings), "note": len(orgmap.notes)}
    told = joined([counted(count, noun) for noun, count in counts.items() if count])
    return [f"{told[0].upper()}{told[1:]}: `orgmap check` shows them."] if told else []
