"""Times and memory as every measured process takes them, so that all systems are measured alike."""

import gc
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

ROUNDS = 5
CPU = "TOPOSCOPE_BENCH_CPU"
"""environment variable: count processor time, where the machine has other work to do"""
now = time.process_time if os.environ.get(CPU) else time.perf_counter
Figures = dict[str, float]


def rate(call: Callable[[Any], object], queries: Sequence[Any], rounds: int = ROUNDS) -> float:
    """Return calls a second: the median of several rounds over the same queries, after one that warms the caches."""
    return len(queries) / median(seconds(call, queries) for _ in range(1 + rounds))


def seconds(call: Callable[[Any], object], queries: Sequence[Any]) -> float:
    """Return how long a call takes for all queries together."""
    gc.collect()
    began = now()
    for query in queries:
        call(query)
    return now() - began


def latencies(name: str, call: Callable[[Any], object], queries: Sequence[Any]) -> Figures:
    """Return median, 95th percentile and longest time of a call in milliseconds; the first query is not counted."""
    call(queries[0])
    times = []
    for query in queries:
        began = now()
        call(query)
        times.append(1000 * (now() - began))
    times.sort()
    return {
        f"{name} median ms": median(times),
        f"{name} p95 ms": times[int(0.95 * (len(times) - 1))],
        f"{name} max ms": times[-1],
    }


def memory() -> Figures:
    """Return megabytes of this process (Linux): all that is resident, and of it what is no mapped file's."""
    rows = {}
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]:
        key, number, *_ = line.split()
        rows[key] = int(number) / 1024
    return {"resident MB": rows["Rss:"], "own MB": rows["Anonymous:"]}


def share(found: Sequence[bool]) -> float:
    """Return the share of true ones."""
    return sum(found) / len(found)
