"""Tests of work in blocks: in order, watched, stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from orgmap.measures.kernels import blocks
from orgmap.measures.kernels.blocks import in_order, threads
from orgmap.measures.progress import tell, watching


@pytest.mark.parametrize("count", [1, 2, 5])
def test_results_come_in_order(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Results come in the order of the blocks, even where an early one takes longest, on any threads."""
    monkeypatch.setattr(blocks, "threads", lambda: count)

    def work(block: int) -> int:
        time.sleep(0.01 if block % 3 == 0 else 0)
        return block * block

    assert list(in_order(work, range(12), 12, "squares")) == [block * block for block in range(12)]


def test_who_watches_is_told_every_block() -> None:
    """Who watches is told the work, how many blocks are done and how many there are; nobody has to."""
    told: list[tuple[str, int, int]] = []
    with watching(lambda *what: told.append(what)):
        assert list(in_order(str, range(3), 3, "numbers")) == ["0", "1", "2"]
    tell("numbers", 4, 4)
    assert told == [("numbers", 1, 3), ("numbers", 2, 3), ("numbers", 3, 3)]


def test_one_block_needs_no_thread() -> None:
    """One block is worked on where it is asked for."""
    assert list(in_order(lambda _: threading.get_ident(), [0], 1, "one")) == [threading.get_ident()]


def test_blocks_are_taken_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only two blocks a thread are under way, so that blocks made on the way do not pile up."""
    monkeypatch.setattr(blocks, "threads", lambda: 2)
    made: list[int] = []

    def making() -> Iterator[int]:
        for block in range(50):
            made.append(block)
            yield block

    results = in_order(lambda block: block, making(), 50, "blocks")
    next(results)
    assert len(made) <= 5
    results.close()


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_a_fault_stops_the_work(monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]) -> None:
    """What one block raises comes out, and the blocks behind it are not begun."""
    monkeypatch.setattr(blocks, "threads", lambda: 2)
    begun: list[int] = []

    def work(block: int) -> int:
        begun.append(block)
        if block == 3:
            raise fault
        return block

    with pytest.raises(fault):
        list(in_order(work, range(1000), 1000, "blocks"))
    assert len(begun) < 20


def test_there_is_a_thread_at_least() -> None:
    """At least one thread works, and never more than eight."""
    assert 1 <= threads() <= 8
