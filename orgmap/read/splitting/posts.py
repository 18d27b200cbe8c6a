"""Posts that stand together: Leader and Deputy Leader."""

from __future__ import annotations

import re

_HEAD = r"(?:Leader|Chair(?:man|woman|person)?|Chief [A-Z][a-z]+|Mayor|President|Convener|Director|Principal)"
_PAIR = re.compile(
    rf"(?P<first>{_HEAD})(?: of (?P<own>[^,&]{{2,60}}?))?\s*(?:&|\band\b|/|,)\s*"
    rf"(?P<second>(?:Deputy|Vice|Assistant)[ \-]{_HEAD})(?P<tail> of [^,&]{{2,60}})?",
    re.IGNORECASE,
)


def two_posts(text: str) -> list[str]:
    """Return the two posts of a head and a deputy that stand together, each with what they are posts of."""
    found = _PAIR.fullmatch(text)
    if not found:
        return []
    tail = found["tail"] or ""
    first = f"{found['first']} of {found['own']}" if found["own"] else f"{found['first']}{tail}"
    return [first, f"{found['second']}{tail}"]
