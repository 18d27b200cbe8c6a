"""Measure one way of doing one operation, in this process: printed as JSON.

python benchmarks/measure.py OPERATION WAY SIZE REPEAT SECONDS VALUES
"""

from __future__ import annotations

import json
import resource
import signal
import sys
import time
import warnings
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from networks import Network
from operations import OPERATIONS, more
from ways import Way

ENOUGH, LONG = 20.0, 5.0
STATUS, CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def main(words: list[str]) -> None:
    """Measure what the words say."""
    name, who, size, repeat, seconds, values = words
    operation = next(one for one in chain(OPERATIONS, more()) if one.name == name)
    way = next(one for one in operation.ways if one.who == who)
    network = Network(size, operation.counting, operation.projected)
    try:
        measured = measure(way, network, int(repeat), float(seconds), Path(values))
    except (ImportError, AttributeError) as missing:
        measured = {"why": f"not there: {missing}"}
    except MemoryError:
        measured = {"why": "out of memory"}
    print(json.dumps(measured))


def measure(way: Way, network: Network, repeat: int, seconds: float, values: Path) -> dict[str, Any]:
    """Return how long it took each time, and the most memory that the process held meanwhile.

    A first run that is not long is not counted: it loads what later runs find loaded.
    """
    warnings.simplefilter("ignore")
    made = way.make(network)
    begin_peak()
    result, first = timed(way, made, seconds)
    times = [first] if first > LONG else []
    while len(times) < repeat and sum(times) < ENOUGH:
        result = None
        result, took = timed(way, made, seconds)
        times.append(took)
    peak = peak_megabytes()
    if way.values is not None and network.size != "XL":
        np.save(values, way.values(result, network))
    return {"times": times, "peak": peak, "notes": notes_of(result)}


def timed(way: Way, made: Any, seconds: float) -> tuple[Any, float]:
    """Return what one run returns and how long it took; the process is ended where it takes too long."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    start = time.perf_counter()
    result = way.run(made)
    took = time.perf_counter() - start
    signal.setitimer(signal.ITIMER_REAL, 0)
    return result, took


def notes_of(result: Any) -> list[str]:
    """Return what must be said with a result of orgmap."""
    return list(getattr(result, "attrs", {}).get("notes", ()))


def begin_peak() -> None:
    """Forget the most memory held so far, where the system can."""
    if CLEAR.exists():
        CLEAR.write_text("5")


def peak_megabytes() -> float:
    """Return the most memory held, in MB."""
    if STATUS.exists():
        lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
