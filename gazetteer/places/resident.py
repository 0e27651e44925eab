"""Gives mapped pages back once many were read: the system keeps them in its cache, so reading them again is cheap."""

import mmap
import threading
import weakref
from pathlib import Path

_SPARE = 56 << 20
"""bytes of mapped files that may become resident before they are given back"""
_CALLS = 4
"""questions between two looks at what is resident"""
_STATM = Path("/proc/self/statm")


class Resident:
    """What is resident of mapped files, in this process; does nothing where the system (not Linux) does not tell."""

    def __init__(self) -> None:
        self._files: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()
        self._able = hasattr(mmap, "MADV_DONTNEED") and _STATM.is_file()
        self._calls, self._least = 0, self._bytes() if self._able else 0
        self._lock = threading.Lock()

    def add(self, content: mmap.mmap) -> None:
        """Take note of a mapped file."""
        with self._lock:
            self._files.add(content)

    def ease(self) -> None:
        """Give pages back where many became resident since the last time; called now and then, from any thread."""
        self._calls += 1
        if self._calls % _CALLS or not self._able or self._bytes() < self._least + _SPARE:
            return
        with self._lock:
            for content in self._files:
                if not content.closed:
                    content.madvise(mmap.MADV_DONTNEED)
            self._least = self._bytes()

    @staticmethod
    def _bytes() -> int:
        """Return how much of files is resident."""
        return int(_STATM.read_text().split()[2]) * mmap.PAGESIZE


RESIDENT = Resident()
"""one a process, as memory is"""
