"""The libraries that orgmap does without until a step needs them."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from orgmap.errors import ToolMissing


def needed(module: str, extra: str, step: str) -> ModuleType:
    """Return a module of an optional library; `step` begins the sentence that says what needs it.

    Raises:
        ToolMissing: the library is not installed; the message says how to install it.
    """
    try:
        return import_module(module)
    except ImportError as fault:
        library = module.partition(".")[0]
        how = f'install it with: pip install "orgmap[{extra}]"'
        raise ToolMissing(f"{step} needs {library}; {how}") from fault
