"""Files and folders written beside their place and then moved into it: a crash leaves what was there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from orgmap.errors import CallInvalid, OutputFailed

MARK = "orgmap-pack.txt"
_OLD = "old"
_MARK_TEXT = (
    "orgmap made this folder and replaces it whole when it is made again. Keep nothing of your own in it.\n"
)


def save(path: Path, content: str | bytes) -> None:
    """Write one file, whole or not at all; the folder it lies in is made where there is none.

    Raises:
        OutputFailed: the file cannot be written; what was there before is still there.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    except OSError as fault:
        raise _failed(path, fault) from fault
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
    except OSError as fault:
        raise _failed(path, fault) from fault
    finally:
        Path(beside).unlink(missing_ok=True)


def save_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files, whole or not at all, in the place of one that orgmap made before.

    Raises:
        CallInvalid: the folder holds files that orgmap did not make; nothing is written.
        OutputFailed: the folder cannot be written; what was there before is still there.
    """
    check_replaceable(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name[:40]}-"))
    except OSError as fault:
        raise _failed(folder, fault) from fault
    try:
        _fill(beside / "new", {**files, MARK: _MARK_TEXT.encode()})
        _swap(beside, folder)
    except OSError as fault:
        raise _failed(folder, fault) from fault
    finally:
        if folder.exists() or not (beside / _OLD).exists():
            shutil.rmtree(beside, ignore_errors=True)


def check_replaceable(folder: Path) -> None:
    """Make sure that a folder may be written: new, empty, or made by orgmap before.

    Raises:
        CallInvalid: it holds files that orgmap did not make, or is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise CallInvalid(f"{folder} is a file; name a folder.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise CallInvalid(
            f"{folder} holds files that orgmap did not make; name a new folder, or an empty one."
        )


def check_free(path: Path, source: Path | None = None, *, replace: bool) -> None:
    """Make sure that a file or folder of the user's own is not written over unasked, and the source never.

    Raises:
        CallInvalid: it is the source, or something is there already and `replace` is false.
    """
    if source and path.exists() and source.exists() and path.samefile(source):
        raise CallInvalid("orgmap never changes a source; give what it writes a name of its own.")
    taken = any(path.iterdir()) if path.is_dir() else path.exists()
    if taken and not replace:
        raise CallInvalid(f"{path} is there already; name another place, or add --replace to write over it.")


def save_data(folder: Path, files: Mapping[str, bytes], stale: Iterable[str], *, replace: bool) -> None:
    """Write files into a folder of data, each whole or not at all.

    What stands there under one of the names in `stale` and is not written anew is deleted; other files are
    left alone.

    Raises:
        CallInvalid: the folder is a file, or holds something and `replace` is false.
        OutputFailed: a file cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise CallInvalid(f"{folder} is a file; name a folder.")
    check_free(folder, replace=replace)
    for name, content in files.items():
        save(folder / name, content)
    for name in set(stale) - set(files):
        (folder / name).unlink(missing_ok=True)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _swap(beside: Path, folder: Path) -> None:
    """Put the new folder in its place; where that fails, put the old one back."""
    old = beside / _OLD
    existed = folder.exists()
    if existed:
        folder.rename(old)
    try:
        (beside / "new").rename(folder)
    except OSError:
        if existed:
            _put_back(old, folder)
        raise


def _put_back(old: Path, folder: Path) -> None:
    try:
        old.rename(folder)
    except OSError as fault:
        raise OutputFailed(f"{folder} could not be put back: what it held is now in {old}.") from fault


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _failed(path: Path, fault: OSError) -> OutputFailed:
    reason = fault.strerror or str(fault)
    return OutputFailed(
        f"{path} could not be written: {reason}. Is it open in another program, or the disk full?"
    )
