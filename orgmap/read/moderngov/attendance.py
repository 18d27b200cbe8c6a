"""What a word for attendance says: whether the meeting counts for somebody, and whether they came."""

from __future__ import annotations

from dataclasses import dataclass

from orgmap.matching import normal

_CAME = frozenset(
    (
        "present", "attended", "in attendance", "present remotely", "remote", "virtual", "attended virtually",
        "attended remotely", "present virtually", "yes", "presennol", "yn bresennol",
    )
)  # fmt: skip
_MISSED = ("apologies", "absent", "did not attend", "not present", "no", "ymddiheuriadau", "absennol")
_NOT_RECORDED = frozenset(("expected", "not required", "unknown", "not recorded", "disgwyliedig"))


@dataclass(frozen=True)
class Attendance:
    """Whether the meeting counts as one that somebody was invited to, whether they came, in what role."""

    invited: bool
    attended: bool
    role: str | None = None


def read_attendance(text: str | None) -> Attendance | None:
    """Return what a word for attendance says, or None where it is not known to say anything.

    "Expected" is what stands before a meeting: nothing is recorded, so nothing is counted.
    """
    words = normal(text or "")
    if not words or words in _NOT_RECORDED:
        return Attendance(invited=False, attended=False)
    if "substitut" in words or "deputis" in words:
        return Attendance(invited=True, attended=True, role="substitute")
    if words.startswith("in attendance"):
        return Attendance(invited=True, attended=True, role="observer")
    if words.startswith(_MISSED):
        return Attendance(invited=True, attended=False)
    first = words.split(" ")[0]
    return Attendance(invited=True, attended=True) if words in _CAME or first in _CAME else None
