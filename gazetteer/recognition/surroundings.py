"""The words of some texts as vectors, which the evidence of their spans is gathered from."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.context import Contexts, person_levels
from gazetteer.recognition.person_names import Levels, of_sort
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.vocabulary import MARK, Flags, Numbers

Vector = npt.NDArray[np.float64]

TAIL = {"comma": 1, "possessive": 2, "bracket": 4, "hyphen": 8}
"""bits of what follows a span"""
_REACH = 5
"""A longer known name that holds a span begins at most so many words before it."""
_KNOWN_WORDS = 4
"""A known name of more words counts as none that ends before a span."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Vectors over the spans of a sheaf that has some (`words` to `runs`), and along its line."""

    sheaf: Sheaf
    words: Numbers
    """how many a span has"""
    stretches: Numbers
    """where each span begins and ends, in turn, for `reduceat`"""
    headed: Flags
    runs: Numbers
    """the first and the last word of the run of capitals that a span begins in"""
    marks: Numbers
    """bits of `MARK`"""
    gaps: Numbers
    """bits of `GAP` of what stands after a word; none after the last"""
    initial: Flags
    joined: Flags
    zipf: Vector
    """of the words in spans and right beside them"""
    persons: Levels
    """how widely each word is borne as a person's name"""

    @classmethod
    def of(cls, contexts: Contexts) -> Self:
        """Gather the vectors of texts that have spans."""
        sheaf = contexts.sheaf
        first, last = sheaf.first, sheaf.last
        edges = np.bincount(first - 1, minlength=sheaf.length) - np.bincount(last + 2, minlength=sheaf.length)
        runs = contexts.runs[:, first]
        return cls(
            sheaf,
            last - first + 1,
            np.array((first, last + 1)).T.ravel(),
            np.array([span.headed for found in sheaf.scans for span in found.spans]),
            np.where(runs < 0, (first, last), runs),
            contexts.marks,
            sheaf.line(lambda found: found.columns.gaps[1:]),
            sheaf.line(lambda found: found.columns.initial),
            sheaf.line(lambda found: found.columns.joined),
            sheaf.zipf(np.cumsum(edges) > 0),
            sheaf.line(person_levels),
        )

    def is_kind(self, kind: str) -> Flags:
        """Say of each word whether it has a bit of `MARK`: is of a class of the lexicon, or looks so."""
        return (self.marks & MARK[kind]) > 0

    def borne(self, sort: int) -> Levels:
        """Return of each word how widely it is borne as a first name or a surname."""
        return of_sort(self.persons, sort)

    def total(self, kind: str) -> Numbers:
        """Return how many words of a class stand before each word."""
        return np.cumsum(np.append(0, self.is_kind(kind)))

    def most(self, numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return the largest number of each span's words."""
        return np.maximum.reduceat(numbers, self.stretches)[::2]

    def least(self, numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return the smallest number of each span's words."""
        return np.minimum.reduceat(numbers, self.stretches)[::2]

    def begins_known(self) -> Flags:
        """Say of each word whether a known name begins with it."""
        flags = np.zeros(len(self.marks), dtype=np.bool_)
        flags[self.sheaf.first[self.sheaf.known]] = True
        return flags

    def ends_known(self) -> Flags:
        """Say of each word whether a known name of few words ends with it."""
        flags = np.zeros(len(self.marks), dtype=np.bool_)
        flags[self.sheaf.last[self.sheaf.known & (self.words <= _KNOWN_WORDS)]] = True
        return flags

    def inside_known(self) -> Flags:
        """Say of each span whether it lies in a longer name that the gazetteer holds."""
        whole = self.sheaf.known & ~self.headed
        furthest = np.full(len(self.marks), -1)
        np.maximum.at(furthest, self.sheaf.first[whole], self.sheaf.last[whole])
        inside = furthest[self.sheaf.first] > self.sheaf.last
        for step in range(1, _REACH + 1):
            inside |= furthest[self.sheaf.first - step] >= self.sheaf.last
        return inside

    def contains_known(self) -> Flags:
        """Say of each span whether a shorter known name lies in it."""
        nearest = np.full(len(self.marks), len(self.marks))
        np.minimum.at(nearest, self.sheaf.first[self.sheaf.known], self.sheaf.last[self.sheaf.known])
        # what begins with the span's first word must end before its last; what begins later may end with it
        later = np.minimum.reduceat(nearest, self.stretches + 1)[::2]
        return (nearest[self.sheaf.first] < self.sheaf.last) | ((self.words > 1) & (later <= self.sheaf.last))


@lru_cache(maxsize=4_096)
def tail_marks(tail: str) -> int:
    """Return the bits of `TAIL` of the three code points after a span."""
    possessive = len(tail) > 1 and tail[0] in "'’" and tail[1] in "sS"
    return (
        TAIL["comma"] * tail.startswith(",")
        + TAIL["possessive"] * possessive
        + TAIL["bracket"] * tail.lstrip().startswith("(")
        + TAIL["hyphen"] * tail.startswith("-")
    )
