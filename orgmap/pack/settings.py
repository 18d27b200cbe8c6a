"""What a run was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orgmap.vocabulary import TIE_ROLES

if TYPE_CHECKING:
    from orgmap.network import Counting


@dataclass(frozen=True)
class Settings:
    """What a run was asked for; None or empty means the usual."""

    form: str | None = None
    ticked: Path | None = None
    as_at: str | None = None
    names: str | None = None
    tiers: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    counting: Counting | None = None
    roles: tuple[str, ...] = TIE_ROLES
    threshold: int = 3
    hourly_cost: float | None = None
