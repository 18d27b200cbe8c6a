"""Posts that name their organisation: Leader of Hampshire County Council."""

from __future__ import annotations

import re

from orgmap.read.splitting.kinds import Known
from orgmap.read.splitting.nouns import HEAD_POSTS, POSTS, STRONG_ORGANISATION_WORDS
from orgmap.read.splitting.words import normal

_LINK = re.compile(r"(?:of |at |for |[-–] )?(?:the )?", re.IGNORECASE)


def office(text: str, known: Known) -> tuple[str, str | None]:
    """Return a post and its organisation where the text names both, else the text and None.

    Only a post that heads an organisation is taken from its name: "Director of Trust Services" is one post.
    """
    words = text.split(" ")
    for count in range(1, min(len(words), 7)):
        post = " ".join(words[:count]).rstrip(",")
        organisation = _LINK.sub("", " ".join(words[count:]), count=1)
        if normal(post) in HEAD_POSTS and _names(organisation, known):
            return post, organisation
    return text, None


def _names(text: str, known: Known) -> bool:
    words = normal(text).split()
    if " ".join(words) in known.organisations:
        return True
    if len(words) < 2 or words[0] in POSTS or not text[0].isupper():
        return False
    return words[-1] in STRONG_ORGANISATION_WORDS - {"housing", "police"} or words[:2] == ["university", "of"]
