"""What the page about a pack says of its source: files, tables, rows and columns, without withheld names."""

from __future__ import annotations

import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.blot import Blot
from orgmap.model.candidates import other_spellings
from orgmap.model.raw import Source
from orgmap.views.about import Origin, TableRead
from orgmap.vocabulary import FORM


def origin_of(source: Source, whole: OrgMap, shown: OrgMap) -> Origin:
    """Return what was read. `whole` is the map before names were withheld, `shown` the one after.

    Names that are not shown are blotted out of the names of files, sheets and columns too.
    """
    blot = _blot(whole, shown)
    tables = tuple(
        TableRead(table.name, blot(table.place), len(table.frame), tuple(map(blot, table.unused)))
        for table in source.tables.values()
    )
    form = FORM[source.form].title if source.form in FORM else source.form
    return Origin(blot(source.name), blot(source.reading) or form, tables, blot(_title_from(whole)))


def _title_from(whole: OrgMap) -> str:
    """Return where the map's title comes from, in a sentence; "" where the source gives it."""
    if whole.given_title:
        return ""
    if not whole.called:
        return "The source gives none, and there is no line above the list or name of the file to go by."
    if whole.called.row is None:
        return "The name of the file or folder in words, as the source gives no title."
    return f"The line in row {whole.called.row} of {whole.called.place}, as the source gives no title."


def _blot(whole: OrgMap, shown: OrgMap) -> Blot:
    """Return what blots out the names, aliases and confirmed spellings of all who are not shown by name."""
    everyone = pd.concat([whole.people, whole.people_aside])
    hidden = everyone[~everyone["name"].isin(list(shown.people["name"].dropna()))]
    aliases = (name for names in hidden["also_known_as"] if isinstance(names, tuple) for name in names)
    names = [*hidden["name"].dropna(), *aliases]
    return Blot([*names, *other_spellings(names, whole.names)])
