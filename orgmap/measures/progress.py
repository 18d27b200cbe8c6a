"""How far long work has come, for whoever watches; nobody has to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watcher = Callable[[str, int, int], object]
"""Is told what is done, how many parts of it are done, and how many there are."""

_watcher: ContextVar[Watcher | None] = ContextVar("_watcher", default=None)


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Have `watcher` told, within this context, how far the measures have come."""
    before = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(before)


def tell(what: str, done: int, total: int) -> None:
    """Tell whoever watches that `done` of `total` parts of `what` are done."""
    watcher = _watcher.get()
    if watcher is not None:
        watcher(what, done, total)
