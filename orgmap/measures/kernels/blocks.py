"""Work in blocks, on as many threads as there are processors: watched, interruptible, always in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

from orgmap.measures.progress import tell

Block = TypeVar("Block")
Result = TypeVar("Result")

_MOST_THREADS = 8


def threads() -> int:
    """Return how many threads work side by side: one for each processor that this process may use."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_THREADS)


def in_order(
    work: Callable[[Block], Result], blocks: Iterable[Block], total: int, what: str
) -> Iterator[Result]:
    """Yield the result of `work` for each block, in the order of the blocks.

    Results come in order, so sums do not depend on the number of threads. numpy and scipy let go of the
    interpreter's lock in their loops. Two blocks a thread are under way at most, which bounds memory. `total`
    is how many blocks there are, `what` names the work to whoever watches. Stopping the iteration, or an
    interruption, ends the work after the blocks that are being worked on.
    """
    if total <= 1 or threads() == 1:
        for done, block in enumerate(blocks, start=1):
            yield work(block)
            tell(what, done, total)
        return
    waiting = iter(blocks)
    pool = ThreadPoolExecutor(threads())
    try:
        under_way: deque[Future[Result]] = deque(
            pool.submit(work, block) for block in islice(waiting, 2 * threads())
        )
        done = 0
        while under_way:
            result = under_way.popleft().result()
            under_way.extend(pool.submit(work, block) for block in islice(waiting, 1))
            done += 1
            yield result
            tell(what, done, total)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
