"""Set orgmap up in a folder of its own and run it, or its tests: needs Python 3.11 or newer and nothing else.

python tools/run.py build examples/hampshire-2004 -o pack     any orgmap command
python tools/run.py test                                      the tests; more words go to pytest
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main(words: list[str]) -> int:
    """Set up what the command needs, run it, and return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036
        print(f"orgmap needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if not PYTHON.exists():
        print("Setting up .venv ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)
    if words[:1] == ["test"]:
        return test(words[1:])
    once("orgmap", [str(PYTHON), "-m", "pip", "install", "--quiet", "--editable", str(ROOT)])
    return subprocess.run([str(PYTHON), "-m", "orgmap", *words], check=False).returncode


def test(words: list[str]) -> int:
    """Install what the lock file names, and a browser where that is possible, and run the tests."""
    once("uv", [str(PYTHON), "-m", "pip", "install", "--quiet", "uv"])
    locked = [str(PYTHON), "-m", "uv", "sync", "--quiet", "--frozen", "--inexact"]
    once(
        "locked",
        locked,
        VIRTUAL_ENV=str(FOLDER),
        UV_PROJECT_ENVIRONMENT=str(FOLDER),
        UV_SYSTEM_CERTS="true",
    )
    browser()
    return subprocess.run([str(PYTHON), "-m", "pytest", *words], cwd=ROOT, check=False).returncode


def browser() -> None:
    """Install Chromium where Debian packages can be installed; else say what is left out."""
    if shutil.which("chromium"):
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update"], check=True, **quiet)
        subprocess.run(
            ["apt-get", "install", "-y", "--no-install-recommends", "chromium"], check=True, **quiet
        )
    else:
        print("There is no chromium here: the tests that need a browser are skipped.", file=sys.stderr)


def once(name: str, command: list[str], **environment: str) -> None:
    """Run a command that sets something up, unless it has been run for the same declared dependencies."""
    declared = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "uv.lock").read_bytes()
    mark = FOLDER / f"orgmap-{name}.txt"
    wanted = hashlib.sha256(declared).hexdigest()
    if mark.is_file() and mark.read_text() == wanted:
        return
    print(f"Installing ({name}) ...", file=sys.stderr)
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | environment)
    mark.write_text(wanted)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as fault:
        print(f"A step of the set-up failed: {' '.join(map(str, fault.cmd))}", file=sys.stderr)
        sys.exit(1)
