"""Stretches of a text that do not touch each other, kept so that a clash is found without looking at all of them."""

from bisect import bisect_left


class Stretches:
    """Disjoint stretches (code points, end exclusive)."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def touch(self, start: int, end: int) -> bool:
        """Say whether a stretch shares a code point with one that was added."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start

    def add(self, start: int, end: int) -> None:
        """Add a stretch that touches none."""
        place = bisect_left(self._starts, start)
        self._starts.insert(place, start)
        self._ends.insert(place, end)
