"""The validated map, how it is checked, what holds on a day, and what may be shown."""

from orgmap.model.check import check
from orgmap.model.orgmap import About, OrgMap
from orgmap.model.privacy import names_shown, similar_people, withhold
from orgmap.model.records import Answer, Finding, Withheld
from orgmap.model.selection import select
from orgmap.model.time import as_at

__all__ = [
    "About",
    "Answer",
    "Finding",
    "OrgMap",
    "Withheld",
    "as_at",
    "check",
    "names_shown",
    "select",
    "similar_people",
    "withhold",
]
