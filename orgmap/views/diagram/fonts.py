"""The package's own fonts laid out where Graphviz finds them: a Linux may have none."""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from orgmap import resources

_VARIABLE = "FONTCONFIG_FILE"
_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <test name="family" compare="eq"><string>Arial</string></test>
    <edit name="family" mode="assign" binding="same"><string>Liberation Sans</string></edit>
  </match>
</fontconfig>
"""


@contextmanager
def own_fonts() -> Iterator[None]:
    """Let Graphviz find the package's own fonts on Linux, unless the user says where fonts are."""
    if sys.platform != "linux" or _VARIABLE in os.environ:
        yield
        return
    os.environ[_VARIABLE] = str(Path(_laid_out().name) / "fonts.conf")
    try:
        yield
    finally:
        os.environ.pop(_VARIABLE, None)


@cache
def _laid_out() -> tempfile.TemporaryDirectory[str]:
    """Return a folder with the fonts that lasts as long as the process: Fontconfig writes where it reads."""
    folder = tempfile.TemporaryDirectory(prefix="orgmap-fonts-")
    atexit.register(folder.cleanup)
    for name, content in resources.fonts().items():
        Path(folder.name, name).write_bytes(content)
    Path(folder.name, "fonts.conf").write_text(_SETTINGS.format(folder=folder.name), encoding="utf-8")
    return folder
