"""A test leaves nothing behind, no thread that still runs, and sees no gazetteers of whoever runs it."""

import atexit
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import settings

from gazetteer.places.library import DATA_VARIABLE

_PATIENCE_S = 3.0
# a property that fails by chance is found and mended where one works, not on a later commit's CI
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
# for the whole run, and for the programs that tests start
os.environ[DATA_VARIABLE] = tempfile.mkdtemp(prefix="toposcope-tests-")
atexit.register(shutil.rmtree, os.environ[DATA_VARIABLE], ignore_errors=True)


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
