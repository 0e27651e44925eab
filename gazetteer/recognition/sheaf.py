"""Texts that are judged together: what is asked of all their words or spans at once costs little more than of one's.

The words of the texts stand on one line, with noughts between texts as wide as anything reads beyond a text's ends, and
their spans one after another; each span is judged by its own text alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.bearers import Bearers
from gazetteer.recognition.spans import Scan, Span
from gazetteer.recognition.vocabulary import Flags, Numbers

PAD = 8
"""No word is this far before the first one asked for, or after the last."""
_APART = 1_000
"""code points between two texts: no name has a neighbour there"""

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Scans of some texts, with vectors over all their spans (`text` to `bearer`) and places for all their words.

    Words are numbered along the line: `first - 1` is the word before a span, there or not.
    """

    scans: Sequence[Scan]
    words: list[slice]
    """where each text's words stand on the line"""
    length: int
    """of the line"""
    begins: Numbers
    """where each text begins, were they one"""
    spans: list[slice]
    """which spans are each text's"""
    text: Numbers
    """the number of a span's text"""
    first: Numbers
    last: Numbers
    start: Numbers
    end: Numbers
    """in code points, were the texts one"""
    name: Numbers
    """its name's number among all texts' names"""
    bearer: Numbers
    """its bearers' number in `bearers`, where each text begins with nobody"""
    known: Flags
    """the gazetteer holds its name"""
    bearers: list[Bearers]
    bearers_of: list[slice]
    """which bearers are each text's"""

    @classmethod
    def of(cls, scans: Sequence[Scan]) -> Self:
        """Gather the scans of some texts."""
        counts = [len(found.spans) for found in scans]
        words = _ranges([len(found.marks) + PAD for found in scans], PAD)
        begins = [0, *accumulate(len(found.text) + _APART for found in scans)][:-1]
        names = [0, *accumulate(found.name_count for found in scans)][:-1]
        bearers = _ranges([len(found.bearers) for found in scans])
        text = np.repeat(np.arange(len(scans)), counts)
        shifts = np.array(
            [
                (line.start, line.start, begin, begin, name, own.start)
                for line, begin, name, own in zip(words, begins, names, bearers, strict=True)
            ]
        )
        bounds = np.concatenate([found.bounds for found in scans], axis=1)
        first, last, start, end, name_numbers, bearer = bounds + shifts[text].T
        return cls(
            scans=scans,
            words=[slice(line.start, line.stop - PAD) for line in words],
            length=words[-1].stop,
            begins=np.array(begins),
            spans=_ranges(counts),
            text=text,
            first=first,
            last=last,
            start=start,
            end=end,
            name=name_numbers,
            bearer=bearer,
            known=bounds[5] > 0,
            bearers=[one for found in scans for one in found.bearers],
            bearers_of=bearers,
        )

    def line(self, of: Callable[[Scan], npt.NDArray[Any]]) -> npt.NDArray[Any]:
        """Return numbers of each text's words (or of fewer, from its first on) along the line, and noughts between."""
        vectors = [of(found) for found in self.scans]
        line = np.zeros((self.length, *vectors[0].shape[1:]), dtype=vectors[0].dtype)
        for vector, words in zip(vectors, self.words, strict=True):
            line[words.start : words.start + len(vector)] = vector
        return line

    def span(self, at: int) -> tuple[Scan, Span]:
        """Return a span by its number among all, with its text's scan."""
        number = int(self.text[at])
        found = self.scans[number]
        return found, found.spans[at - self.spans[number].start]

    def a_text(self, of: Callable[[Scan], Any]) -> npt.NDArray[Any]:
        """Return for each span what is so of its text."""
        return np.array([of(found) for found in self.scans])[self.text]

    def zipf(self, asked: Flags) -> Vector:
        """Return along the line the Zipf frequencies of the words that are asked for, and noughts elsewhere."""
        line = np.zeros(self.length)
        for found, words in zip(self.scans, self.words, strict=True):
            at = np.flatnonzero(asked[words])
            line[words.start + at] = found.vocabulary.zipf(found.columns.numbers[at])
        return line

    def apart(self, places: Numbers) -> list[list[int]]:
        """Return for each text those of some places on the line (ascending) that are its words', as numbers of them."""
        cuts = np.searchsorted(places, [words.start for words in self.words])[1:]
        parts = np.split(places, cuts)
        return [(part - words.start).tolist() for part, words in zip(parts, self.words, strict=True)]


def _ranges(lengths: Sequence[int], begin: int = 0) -> list[slice]:
    """Return ranges of some lengths, one after another."""
    ends = list(accumulate(lengths, initial=begin))
    return [slice(start, stop) for start, stop in pairwise(ends)]
