"""Build the examples into maps/, or with --check say what in maps/ is not what the examples give."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

from orgmap.pack.examples import examples
from orgmap.pack.opening import opened
from orgmap.pack.parts import pack_parts
from orgmap.pack.settings import Settings
from orgmap.write import save_folder

ROOT = Path(__file__).resolve().parent.parent
DRAWN = {".svg", ".pdf", ".png", ".xlsx"}
"""Forms that differ between machines in places, fonts or packing; of a drawing the words are compared."""


def made(name: str) -> dict[str, bytes]:
    """Return the files of the pack of an example."""
    settings = Settings()
    shown = opened(ROOT / "examples" / name, settings)
    files: dict[str, bytes] = {}
    for part in pack_parts(shown):
        files |= part.make()
    return files


def stale(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Return what differs between a folder and the files that belong in it."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    there.discard("orgmap-pack.txt")
    faults = [f"{name} is missing" for name in sorted(set(files) - there)]
    faults += [f"{name} should not be there" for name in sorted(there - set(files))]
    for name in sorted(there & set(files)):
        if _told(name, (folder / name).read_bytes()) != _told(name, files[name]):
            faults.append(f"{name} is not what the example gives")
    return faults


def _told(name: str, content: bytes) -> object:
    """Return what is compared of a file: all of it, its text, the words of a drawing, or that it is there."""
    suffix = Path(name).suffix
    if suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return parts.read("word/document.xml")
    if suffix not in DRAWN:
        return re.sub(rb"data:image/svg\+xml;base64,[^\"]*", b"", content)
    if suffix == ".svg":
        return sorted(re.findall(r">([^<>]+)<", content.decode("utf-8")))
    return bool(content)


def main(words: list[str]) -> int:
    """Build or check every example; return 1 where a check finds something stale."""
    faults = []
    for name in examples():
        folder, files = ROOT / "maps" / name, made(name)
        if "--check" in words:
            faults += [f"maps/{name}/{fault}" for fault in stale(folder, files)]
        else:
            save_folder(folder, files)
            print(f"maps/{name}: {len(files)} files")
    print(*faults, sep="\n")
    if faults:
        print("Run: python tools/maps.py")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
