"""A part of the pack: some files, and what to say while they are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Files = dict[str, bytes]


@dataclass(frozen=True)
class Part:
    """Some files of the pack and what to say while they are made."""

    label: str
    make: Callable[[], Files]
