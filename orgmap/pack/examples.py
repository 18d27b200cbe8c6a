"""The examples that come with orgmap: what there is, and a copy to start from."""

from __future__ import annotations

from pathlib import Path

from orgmap.errors import CallInvalid
from orgmap.resources import example_files, example_names
from orgmap.write import save


def examples() -> dict[str, str]:
    """Return the examples by name with what each is of: the first heading of its README."""
    return {name: _heading(example_files(name)) for name in example_names()}


def _heading(files: dict[str, bytes]) -> str:
    readme = files.get("README.md", b"").decode("utf-8")
    return next((line.lstrip("# ") for line in readme.splitlines() if line.startswith("#")), "")


def copy_example(name: str, folder: Path) -> None:
    """Copy an example's files into a new or empty folder.

    Raises:
        CallInvalid: there is no such example, or the folder holds files already.
    """
    if name not in example_names():
        raise CallInvalid(f"there is no example {name}; there are {', '.join(example_names())}.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CallInvalid(f"{folder} is there already; name a new folder.")
    for file, content in example_files(name).items():
        save(folder / file, content)
