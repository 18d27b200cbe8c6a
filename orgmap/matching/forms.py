"""Names in the forms in which they are compared and coded: normal forms, slugs, identities."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

SLUG_LENGTH = 60
_APOSTROPHES = re.compile(r"['’‘`´]")
_SEPARATORS = re.compile(r"[\W_]+")
_LETTERS = bytes(ord(sign.lower()) if sign.isalnum() else 32 for sign in map(chr, range(128))).ljust(256)


@lru_cache(maxsize=200_000)
def normal(text: str) -> str:
    """Return a name as it is compared: case, spacing, punctuation and "&" for "and" put aside."""
    if text.isascii():
        letters = text.replace("&", " and ").encode().translate(_LETTERS, b"'`")
        return b" ".join(letters.split()).decode()
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return _SEPARATORS.sub(" ", _APOSTROPHES.sub("", folded)).strip()


def plain(text: str) -> str:
    """Return a normal form without accents."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ł", "l").replace("æ", "ae"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return a short lower-case code of letters, digits and hyphens, the same on every machine.

    Where letters are lost, or the name is long, the code ends in a digest of it.
    """
    letters = normal(text)
    if letters.isascii() and 0 < len(letters) <= SLUG_LENGTH:
        return letters.replace(" ", "-")
    letters = unicodedata.normalize("NFKD", letters)
    code = "-".join(letters.encode("ascii", "ignore").decode().split())
    lost = not letters.isascii() and any(letter.isalnum() and not letter.isascii() for letter in letters)
    return code if code and not lost and len(code) <= SLUG_LENGTH else _with_digest(code, text)


def identity(text: str) -> str:
    """Return a code that two names share only if their normal forms are the same, accents included."""
    code = slug(text)
    exact = code == "-".join(normal(text).split()) or code == _with_digest(code.rpartition("-")[0], text)
    return code if exact else _with_digest(code, text)


def _with_digest(code: str, text: str) -> str:
    digest = hashlib.sha256((normal(text) or text).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{code[: SLUG_LENGTH - 9].rstrip('-')}-{digest}".lstrip("-")


def has_digit(word: str) -> bool:
    """Tell whether a word has a digit in it."""
    return not word.isalpha() and any(map(str.isdigit, word))
