"""How counts, lists and shares are worded, as a good colleague would say them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

NAMED = 8
"""How many names a sentence holds before it says how many more there are."""
_PARTED = re.compile(r"[,;] | and | & ")
"""What a name may hold that also parts one name from the next."""
_ENCLOSED = re.compile(r"\((?:[^()]|\([^()]*\))*\)|“[^“”]*”")
_IRREGULAR = {
    "body": "bodies",
    "person": "people",
    "is": "are",
    "has": "have",
    "it": "them",
    "was": "were",
    "its": "their",
}


def plural(word: str, count: int) -> str:
    """Return the word in the number that the count asks for: seat, seats; body, bodies; sits, sit."""
    if count == 1:
        return word
    *first, last = word.split(" ")
    return " ".join([*first, _IRREGULAR.get(last, last if last.endswith("s") else f"{last}s")])


def counted(count: int, word: str) -> str:
    """Return a count with its word: 1 seat, 2 seats, 1,200 people."""
    return f"{count:,} {plural(word, count)}"


def verb(singular: str, count: int) -> str:
    """Return a verb in the number that the count asks for: sits or sit, is or are, has or have."""
    if count == 1:
        return singular
    return _IRREGULAR.get(singular, singular.removesuffix("s"))


def listing(names: Collection[str], most: int = NAMED) -> str:
    """Return names as a list in a sentence; beyond `most` of them, how many more there are."""
    shown = list(names)
    if len(shown) > most:
        return joined([*shown[: most - 1], f"{len(shown) - most + 1:,} more"])
    return joined(shown)


def joined(names: Sequence[str]) -> str:
    """Return names with commas and a last "and"; where a name could be read as several, so that it is not.

    They are parted by semicolons then; but two names stand in quotes, if those have a capital.
    """
    if len(names) < 2:
        return "".join(names)
    several = list(filter(_reads_as_several, names))
    if len(names) == 2 and all(name[0].isupper() for name in several):
        return both(*names)
    mark = ";" if several else ","
    last = "; and" if mark == ";" else " and"
    return f"{f'{mark} '.join(names[:-1])}{last} {names[-1]}"


def both(one: str, other: str) -> str:
    """Return two names with "and" between them; in quotes, both, where one could be read as several."""
    if _reads_as_several(one) or _reads_as_several(other):
        return f"“{one}” and “{other}”"
    return f"{one} and {other}"


def _reads_as_several(name: str) -> bool:
    """Tell whether a name has a comma or an "and" that is not in brackets or quotes."""
    return _PARTED.search(_ENCLOSED.sub("", name)) is not None


def percent(part: int, whole: int) -> str:
    """Return a part as a percentage of the whole: 46 %; only nothing reads as 0 and only all as 100."""
    exact = 100 * part / whole
    if 0 < exact < 1:
        return "under 1 %"
    if 99 < exact < 100:
        return "over 99 %"
    return f"{int(exact + 0.5)} %"
