"""Gives mapped pages back once many were read: the system keeps them in its cache, so reading them again is cheap."""

import functools
import mmap
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

_SPARE, _SPARE_SHARE = 20 << 20, 0.06
"""bytes of mapped files, and share of all that is mapped, that may become resident before they are given back"""
_STATM = Path("/proc/self/statm")

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


class Resident:
    """What is resident of mapped files, in this process; does nothing where the system (not Linux) does not tell."""

    def __init__(self) -> None:
        self._files: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()
        self._able = hasattr(mmap, "MADV_DONTNEED") and _STATM.is_file()
        self._least = self._bytes() if self._able else 0
        self._lock = threading.Lock()

    def add(self, content: mmap.mmap) -> None:
        """Take note of a mapped file."""
        with self._lock:
            self._files.add(content)

    def ease(self) -> None:
        """Give pages back where many became resident since the last time; from any thread."""
        if not self._able or (more := self._bytes() - self._least) < _SPARE:
            return
        with self._lock:
            files = [content for content in self._files if not content.closed]
            if more < _SPARE + _SPARE_SHARE * sum(map(len, files)):
                return
            for content in files:
                content.madvise(mmap.MADV_DONTNEED)
            self._least = self._bytes()

    @staticmethod
    def _bytes() -> int:
        """Return how much of files is resident."""
        return int(_STATM.read_text().split()[2]) * mmap.PAGESIZE


RESIDENT = Resident()
"""one a process, as memory is"""


def easing(question: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """Give pages back, where many were read, once a question is answered."""

    @functools.wraps(question)
    def asked(*arguments: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        try:
            return question(*arguments, **named)
        finally:
            RESIDENT.ease()

    return asked
