"""The words of a document as vectors, which the evidence of its spans is gathered from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.context import Context, zipf
from gazetteer.recognition.lexicon import Lexicon, lexicon

Vector = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

GAP = {"near": 1, "comma first": 2, "only a comma": 4}
"""bits of what stands between two words"""
TAIL = {"comma": 1, "possessive": 2, "bracket": 4, "hyphen": 8}
"""bits of what follows a span"""
_AND = frozenset(("and", "und", "и", "і", "та", "ir", "i", "et", "y"))
_PAD = 8
"""No word is this far before the first one asked for, or after the last."""
_REACH = 5
"""A longer known name that holds a span begins at most so many words before it."""
_KNOWN_WORDS = 4
"""A known name of more words counts as none that ends before a span."""
_BITS = {field.name: 1 << number for number, field in enumerate(fields(Lexicon))} | {"and": 1 << len(fields(Lexicon))}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Vectors over a document's spans (`first` to `words`) and over its words, `_PAD` more on both sides.

    Words are numbered as tokens are, from `_PAD` on: `first - 1` is the word before a span, there or not.
    """

    ctx: Context
    first: Numbers
    last: Numbers
    start: Numbers
    words: Numbers
    headed: Flags
    needed: list[int]
    """the tokens in spans and right beside them; others have no frequency and no counts"""
    kinds: Numbers
    capital: Flags
    initial: Flags
    single: Flags
    figure: Flags
    joined: Flags
    zipf: Vector
    run_first: Numbers
    run_last: Numbers
    known: Flags

    @classmethod
    def of(cls, ctx: Context) -> Self:
        """Gather the vectors of a document that has spans."""
        found, spans, tokens = ctx.found, ctx.found.spans, ctx.found.tokens
        first = np.array([span.first for span in spans]) + _PAD
        last = np.array([span.last for span in spans]) + _PAD
        edges = np.zeros(len(tokens) + 2 * _PAD, dtype=np.int64)
        np.add.at(edges, first - 1, 1)
        np.add.at(edges, last + 2, -1)
        needed = np.flatnonzero(np.cumsum(edges)[_PAD : len(tokens) + _PAD]).tolist()
        lang, bits = found.lang or "en", _kinds(found.lang)
        zipfs = np.zeros(len(edges))
        zipfs[np.array(needed) + _PAD] = [zipf(tokens[at].text.lower(), lang) for at in needed]
        run_first, run_last = np.full(len(edges), -1), np.full(len(edges), -1)
        for begin, end in found.runs:
            run_first[begin + _PAD : end + _PAD + 1] = begin + _PAD
            run_last[begin + _PAD : end + _PAD + 1] = end + _PAD
        return cls(
            ctx,
            first,
            last,
            np.array([span.start for span in spans]),
            last - first + 1,
            np.array([span.headed for span in spans]),
            needed,
            _padded([bits.get(word, 0) for word in found.folded]),
            _padded([token.capital for token in tokens]),
            _padded([token.initial for token in tokens]),
            _padded([len(token.text) == 1 for token in tokens]),
            _padded([word[:1].isdigit() for word in found.folded]),
            _padded(found.joined, len(edges)),
            zipfs,
            run_first,
            run_last,
            np.array([bool(span.hits) for span in spans]),
        )

    def is_kind(self, kind: str) -> Flags:
        """Say of each word whether it is of a class of the lexicon."""
        return (self.kinds & _BITS[kind]) > 0

    def total(self, kind: str) -> Numbers:
        """Return how many words of a class stand before each word."""
        return np.cumsum(np.append(0, self.is_kind(kind)))

    def folded(self, begin: int, end: int) -> list[str]:
        """Return the folded words of a stretch."""
        return self.ctx.folded[begin - _PAD : end - _PAD]

    def gaps(self, marks: Callable[[str], int]) -> Numbers:
        """Return the bits of what stands after each word; none after the last."""
        return _padded([marks(gap) for gap in self.ctx.found.gaps], len(self.kinds))

    def counted(self, counts: Mapping[str, int]) -> Numbers:
        """Return each needed word's count."""
        numbers = np.zeros(len(self.kinds), dtype=np.int64)
        folded = self.ctx.folded
        numbers[np.array(self.needed) + _PAD] = [counts.get(folded[at], 0) for at in self.needed]
        return numbers

    def most(self, numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return the largest number of each span's words."""
        return np.maximum.reduceat(numbers, self._stretches())[::2]

    def least(self, numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return the smallest number of each span's words."""
        return np.minimum.reduceat(numbers, self._stretches())[::2]

    def _stretches(self) -> Numbers:
        """Return where each span begins and ends, in turn, for `reduceat`."""
        return np.stack((self.first, self.last + 1), axis=1).ravel()

    def begins_known(self) -> Flags:
        """Say of each word whether a known name begins with it."""
        flags = np.zeros(len(self.kinds), dtype=np.bool_)
        flags[self.first[self.known]] = True
        return flags

    def ends_known(self) -> Flags:
        """Say of each word whether a known name of few words ends with it."""
        flags = np.zeros(len(self.kinds), dtype=np.bool_)
        flags[self.last[self.known & (self.words <= _KNOWN_WORDS)]] = True
        return flags

    def inside_known(self) -> Flags:
        """Say of each span whether it lies in a longer name that the gazetteer holds."""
        whole = self.known & ~self.headed
        furthest = np.full(len(self.kinds), -1)
        np.maximum.at(furthest, self.first[whole], self.last[whole])
        inside = furthest[self.first] > self.last
        for step in range(1, _REACH + 1):
            inside |= furthest[self.first - step] >= self.last
        return inside

    def contains_known(self) -> Flags:
        """Say of each span whether a shorter known name lies in it."""
        nearest = np.full(len(self.kinds), len(self.kinds))
        np.minimum.at(nearest, self.first[self.known], self.last[self.known])
        # what begins with the span's first word must end before its last; what begins later may end with it
        later = np.minimum.reduceat(nearest, np.stack((self.first + 1, self.last + 2), axis=1).ravel())[::2]
        return (nearest[self.first] < self.last) | ((self.words > 1) & (later <= self.last))


@lru_cache(maxsize=4_096)
def gap_marks(gap: str) -> int:
    """Return the bits of `GAP` of what stands between two words."""
    near = len(gap) <= 2 and not any(mark in gap for mark in "\n.;:!?")
    return GAP["near"] * near + GAP["comma first"] * gap.startswith(",") + GAP["only a comma"] * (gap.strip() == ",")


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


@lru_cache(maxsize=64)
def _kinds(lang: str | None) -> dict[str, int]:
    """Return folded word -> the bits of its classes in a language."""
    kinds: dict[str, int] = dict.fromkeys(_AND, _BITS["and"])
    words = lexicon(lang)
    for field in fields(Lexicon):
        for word in getattr(words, field.name):
            kinds[word] = kinds.get(word, 0) | _BITS[field.name]
    return kinds


def _padded(numbers: list[Any], length: int | None = None) -> npt.NDArray[Any]:
    """Return a list as a vector with `_PAD` noughts before it and as many after it, or so many that it has a length."""
    column = np.array(numbers or [0])
    vector = np.zeros(length or len(numbers) + 2 * _PAD, dtype=column.dtype)
    vector[_PAD : _PAD + len(column)] = column
    return vector
