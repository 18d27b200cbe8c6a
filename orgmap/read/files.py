"""Files as bytes, text and JSON: too large, locked, binary or wrongly encoded ones are refused in words."""

from __future__ import annotations

import json
import re
from pathlib import Path

from orgmap.errors import Problem, SourceInvalid

LARGEST = 1_000_000_000
_TOO_DEEP = "the file is nested too deeply to be read."
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_NOISE = 0.1
"""A text with a larger part of control characters than this is none."""


def refused(path: Path, message: str, hint: str) -> SourceInvalid:
    """Return the refusal of a file, to be raised."""
    return SourceInvalid([Problem(path.name or str(path), None, None, None, message, hint)])


def bytes_of(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        SourceInvalid: it is empty, larger than 1 GB, or may not be read.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise refused(path, "the file is larger than 1 GB.", "Keep only what orgmap needs.")
        content = path.read_bytes() if size else b""
    except OSError as fault:
        hint = "Close it in other programs, and check that you may open it."
        raise refused(path, f"the file cannot be read: {fault.strerror or fault}.", hint) from fault
    if not content.strip():
        raise refused(path, "the file is empty.", "Save it again from the program that made it.")
    return content


def text_of(path: Path) -> str:
    """Return a file's text: UTF-8 or UTF-16 with or without a mark, else Windows-1252.

    Raises:
        SourceInvalid: it cannot be read, or is not text.
    """
    content = bytes_of(path)
    text = decoded(content)
    if text is None:
        raise refused(path, _why_no_text(content), "Save it again as CSV (UTF-8).")
    return text


def _why_no_text(content: bytes) -> str:
    if b"\x00" in content or _is_noise(content[:100_000].decode("latin-1")):
        return "this is not text: it holds binary data."
    return "the letters can be read neither as UTF-8 nor as Windows-1252."


def json_of(path: Path) -> object:
    """Return what a JSON file holds.

    Raises:
        SourceInvalid: it cannot be read, or is not JSON.
    """
    text = text_of(path)
    try:
        content = json.loads(text)
        return _whole_letters(content) if "\\ud" in text.casefold() else content
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, character {fault.colno}"
        raise refused(
            path, f"this is not well-formed JSON: {fault.msg} at {where}.", "Save or download it again."
        ) from fault
    except (RecursionError, ValueError) as fault:
        raise refused(path, _TOO_DEEP, "Check where it comes from.") from fault


def _whole_letters(content: object) -> object:
    """Return JSON whose texts can be written again, with a mark in place of half a letter."""
    if isinstance(content, str):
        return content.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(content, dict):
        return {_whole_letters(key): _whole_letters(value) for key, value in content.items()}
    return [_whole_letters(one) for one in content] if isinstance(content, list) else content


def decoded(content: bytes) -> str | None:
    """Return the text that bytes stand for, or None where they are binary data."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _text(content, "utf-16")
    if b"\x00" in content:
        return _wide(content)
    text = _text(content, "utf-8-sig")
    text = _text(content, "cp1252") if text is None else text
    return None if text is None or _is_noise(text) else text


def _is_noise(text: str) -> bool:
    start = text[:100_000]
    return len(_CONTROL.findall(start)) > _NOISE * len(start)


def _wide(content: bytes) -> str | None:
    """Return UTF-16 that lacks its mark: nearly every second byte is zero then."""
    for encoding, zeros in (("utf-16-le", content[1:4001:2]), ("utf-16-be", content[:4000:2])):
        if zeros and zeros.count(0) / len(zeros) > 0.8 and len(content) % 2 == 0:
            text = _text(content, encoding)
            return None if text is None or "\x00" in text else text
    return None


def _text(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
