"""The recipe: a source in, the files of a pack out; the only place where the floors meet."""

from orgmap.pack.examples import copy_example, examples
from orgmap.pack.opening import Opened, Settings, checked, opened
from orgmap.pack.parts import Part, pack_parts
from orgmap.pack.singles import checklist, diagram, findings, glossary, map_page, measures

__all__ = [
    "Opened", "Part", "Settings", "checked", "checklist", "copy_example", "diagram", "examples", "findings",
    "glossary", "map_page", "measures", "opened", "pack_parts",
]  # fmt: skip
