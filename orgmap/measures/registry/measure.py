"""What the registry says of one measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["node", "tie", "map"]


@dataclass(frozen=True)
class Measure:
    """One measure: `plain` is for officers, `variant` for analysts.

    A measure of level "node" has a value for each body and member, one of level "tie" for each two bodies (or
    two members), one of level "map" one value for the whole. `range` holds the least and the greatest value;
    `undefined` says when the value is NaN; `doi` is that of `reference`. `function` is the name, in
    `orgmap.measures`, of the function that returns it with `options`: a Series of this name, or a DataFrame
    with a column of this name (of level "map": a Series with an entry of this name).

    `depends_on_file`: the value compares with everything that is in the file, so that it changes with who
    was put in, even where the two bodies or the node do not.
    """

    name: str
    title: str
    level: Level
    plain: str
    range: tuple[float, float]
    undefined: str
    variant: str
    reference: str
    doi: str
    function: str
    options: Mapping[str, str] = field(default_factory=dict)
    depends_on_file: bool = False
