"""The command line run inside the tests: words in; exit code, output and messages out."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from orgmap.cli import run

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit code, standard output as bytes, and its messages."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Return standard output as text."""
        return self.out.decode("utf-8")


def orgmap(*words: object) -> Ran:
    """Run a command in this process, as `orgmap` would."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    code: object = None
    with redirect_stdout(out), redirect_stderr(err):
        try:
            run([str(word) for word in words])
        except SystemExit as leaving:
            code = leaving.code
    written, said = (_bytes(stream) for stream in (out, err))
    return Ran(code if isinstance(code, int) else -1, written, said.decode("utf-8"))


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    return stream.buffer.getvalue()  # type: ignore[attr-defined]


def python(*words: str, folder: Path = ROOT, **environment: str) -> Ran:
    """Run Python in a process of its own."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, *words], capture_output=True, cwd=folder, env=os.environ | environment, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8"))
