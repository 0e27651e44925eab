"""The words of a document as vectors, which the evidence of its spans is gathered from."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.context import Context
from gazetteer.recognition.vocabulary import MARK, Numbers

Vector = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

TAIL = {"comma": 1, "possessive": 2, "bracket": 4, "hyphen": 8}
"""bits of what follows a span"""
_PAD = 8
"""No word is this far before the first one asked for, or after the last."""
_REACH = 5
"""A longer known name that holds a span begins at most so many words before it."""
_KNOWN_WORDS = 4
"""A known name of more words counts as none that ends before a span."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Vectors over a document's spans (`first` to `words`) and over its words, `_PAD` more on both sides.

    Words are numbered from `_PAD` on: `first - 1` is the word before a span, there or not.
    """

    ctx: Context
    first: Numbers
    last: Numbers
    start: Numbers
    words: Numbers
    stretches: Numbers
    """where each span begins and ends, in turn, for `reduceat`"""
    headed: Flags
    marks: Numbers
    """bits of `MARK`"""
    gaps: Numbers
    """bits of `GAP` of what stands after a word; none after the last"""
    initial: Flags
    joined: Flags
    zipf: Vector
    """of the words in spans and right beside them"""
    runs: Numbers
    """the first and the last word of the run of capitals that a span begins in"""
    known: Flags

    @classmethod
    def of(cls, ctx: Context) -> Self:
        """Gather the vectors of a document that has spans."""
        found, spans = ctx.found, ctx.found.spans
        first, last = found.bounds[:2] + _PAD
        length = len(found.marks) + 2 * _PAD
        edges = np.bincount(first - 1, minlength=length) - np.bincount(last + 2, minlength=length)
        needed = np.flatnonzero(np.cumsum(edges)[_PAD:-_PAD])
        zipfs = np.zeros(length)
        zipfs[needed + _PAD] = found.vocabulary.zipf(found.numbers[needed])
        return cls(
            ctx,
            first,
            last,
            found.bounds[2],
            last - first + 1,
            np.array((first, last + 1)).T.ravel(),
            np.array([span.headed for span in spans]),
            padded(found.vocabulary.marks[found.numbers]),
            padded(found.gaps[1:], length),
            padded(np.array(found.initial)),
            padded(np.array(found.joined, dtype=np.bool_), length),
            zipfs,
            np.array([ctx.run_of.get(one[0], one) for one in zip(*found.bounds[:2].tolist(), strict=True)]) + _PAD,
            found.bounds[5] > 0,
        )

    def is_kind(self, kind: str) -> Flags:
        """Say of each word whether it has a bit of `MARK`: is of a class of the lexicon, or looks so."""
        return (self.marks & MARK[kind]) > 0

    def total(self, kind: str) -> Numbers:
        """Return how many words of a class stand before each word."""
        return np.cumsum(np.append(0, self.is_kind(kind)))

    def folded(self, begin: int, end: int) -> list[str]:
        """Return the folded words of a stretch."""
        return self.ctx.folded[begin - _PAD : end - _PAD]

    def most(self, numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return the largest number of each span's words."""
        return np.maximum.reduceat(numbers, self.stretches)[::2]

    def least(self, numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return the smallest number of each span's words."""
        return np.minimum.reduceat(numbers, self.stretches)[::2]

    def begins_known(self) -> Flags:
        """Say of each word whether a known name begins with it."""
        flags = np.zeros(len(self.marks), dtype=np.bool_)
        flags[self.first[self.known]] = True
        return flags

    def ends_known(self) -> Flags:
        """Say of each word whether a known name of few words ends with it."""
        flags = np.zeros(len(self.marks), dtype=np.bool_)
        flags[self.last[self.known & (self.words <= _KNOWN_WORDS)]] = True
        return flags

    def inside_known(self) -> Flags:
        """Say of each span whether it lies in a longer name that the gazetteer holds."""
        whole = self.known & ~self.headed
        furthest = np.full(len(self.marks), -1)
        np.maximum.at(furthest, self.first[whole], self.last[whole])
        inside = furthest[self.first] > self.last
        for step in range(1, _REACH + 1):
            inside |= furthest[self.first - step] >= self.last
        return inside

    def contains_known(self) -> Flags:
        """Say of each span whether a shorter known name lies in it."""
        nearest = np.full(len(self.marks), len(self.marks))
        np.minimum.at(nearest, self.first[self.known], self.last[self.known])
        # what begins with the span's first word must end before its last; what begins later may end with it
        later = np.minimum.reduceat(nearest, self.stretches + 1)[::2]
        return (nearest[self.first] < self.last) | ((self.words > 1) & (later <= self.last))


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


def padded(numbers: npt.NDArray[Any], length: int | None = None) -> npt.NDArray[Any]:
    """Return a vector over words with `_PAD` noughts before it and as many after it, or as many as make a length."""
    vector = np.zeros(length or len(numbers) + 2 * _PAD, dtype=numbers.dtype)
    vector[_PAD : _PAD + len(numbers)] = numbers
    return vector
