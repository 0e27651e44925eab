"""A test leaves nothing behind: no thread that still runs."""

import threading
import time
from collections.abc import Iterator

import pytest

_PATIENCE_S = 3.0


@pytest.fixture(autouse=True)
def no_dangling_threads() -> Iterator[None]:
    """Fail a test after which a thread it started still runs."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + _PATIENCE_S
    while left := _started_since(before):
        if time.monotonic() > deadline:
            pytest.fail(f"threads left running: {[thread.name for thread in left]}")
        time.sleep(0.02)


def _started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return live threads that were not there; one that Python only met in passing (a Qt thread) is Qt's to end."""
    return [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.name.startswith("Dummy-")]
