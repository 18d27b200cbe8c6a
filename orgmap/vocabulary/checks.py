"""What to do about each thing that the checks of the data find."""

from __future__ import annotations

CHECK_ADVICE: dict[str, str] = {
    "body without seats": "Add who sits there to the table of seats, or take the body out of the table of bodies.",
    "body without members": "Find out who was asked and what they said, and put the names in once the seats are filled.",
    "seat of nobody known": "Ask the secretary of the body who holds the seat, or give its post.",
    "member without organisation": "Say in the table of seats for which organisation the person sits.",
    "nearly the same name": "Look whether the two are one: `orgmap names` takes your decision.",
    "one name, several organisations": "Look whether it is one person; if not, give each a row of its own in the table of people.",
    "ended but listed": "Take the seat out, or mend the day on which it ends.",
    "unknown sector": "Fill in the column sector of the table of organisations.",
    "unknown area": "Fill in the column area of the table of organisations.",
    "unknown tier": "Fill in the column tier of the table of bodies.",
    "partial list": "Ask for the whole list. Until then shares of this body are not known.",
    "not in its table": "Add a row for it to its table, or mend the spelling where it is named.",
}  # fmt: skip
"""What to do about what each check of `data_quality` finds, by the check."""
