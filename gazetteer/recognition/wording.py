"""The words in and around a span, hashed to numbers, and what a linear model learned of them.

Only the numbers are shipped: which word stands behind one of them cannot be read back.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.vocabulary import MARK, Hashes

BITS = 18
_REACH, _WIDE = 3, 6
"""words beside a span that are told apart by their place, and words around it that are not"""
_LOOKS = ("capital", "capitals", "digit")
_BEFORE, _AFTER = 100, 101
"""slots of the words around a span, wherever they stand"""
_SPREAD, _SECOND = np.uint32(2654435761), np.uint32(2246822519)


@dataclass(frozen=True, slots=True)
class Wording:
    """A linear model over what `wording` shows: whole weights to be multiplied by `scale`, and a constant."""

    weights: npt.NDArray[np.int8]
    scale: float
    constant: float

    def scores(self, shown: npt.NDArray[np.int64]) -> list[float]:
        """Return for each row of `wording` the log-odds that its span names a place, from the words alone."""
        sums = self.weights.take(shown.T).sum(axis=0, dtype=np.int32) if shown.size else np.zeros(len(shown))
        scores: list[float] = (sums * self.scale + self.constant).tolist()
        return scores

    def save(self, path: Path) -> None:
        """Write the model as numbers."""
        np.savez_compressed(path, weights=self.weights, scale=self.scale, constant=self.constant)


def load(path: Path) -> Wording:
    """Return the model that `Wording.save` wrote."""
    with np.load(path) as held:
        return Wording(held["weights"], float(held["scale"]), float(held["constant"]))


def wording(sheaf: Sheaf) -> npt.NDArray[np.int64]:
    """Return for each span of a sheaf the numbers of what its wording shows: one row a span."""
    if not len(sheaf.text):
        return np.zeros((0, 0), dtype=np.int64)
    hashes = sheaf.line(lambda found: found.vocabulary.hashes[found.columns.numbers])
    own, three, four, front = np.ascontiguousarray(hashes.T)
    marks = sheaf.line(lambda found: found.columns.marks)
    looks: Hashes = np.sum([(marks & MARK[look] > 0) << bit for bit, look in enumerate(_LOOKS)], axis=0).astype("u4")
    # what stands before each word; nothing before the first
    gap = sheaf.line(lambda found: found.columns.gap_hashes)
    gap[[words.start for words in sheaf.words]] = 0
    first, last = sheaf.first, sheaf.last
    # a name of one word is that word
    key = own.take(first)
    for at in np.flatnonzero(last > first).tolist():
        found, span = sheaf.span(at)
        key[at] = found.vocabulary.hash(span.key)
    known = sheaf.known.astype(np.uint32)
    size = np.minimum(last - first, 4).astype(np.uint32)
    nothing = np.zeros_like(key)
    steps = np.arange(_WIDE + 1)[:, None]
    before, after = own.take(first - steps), own.take(last + steps)
    looks_before, looks_after = looks[first - steps[: _REACH + 1]], looks[last + steps[: _REACH + 1]]
    gap_before, gap_after = gap[first], gap[last + 1]
    pairs: list[tuple[Hashes, Hashes]] = []
    for step in range(1, _REACH + 1):
        pairs += [(before[step], looks_before[step]), (after[step], looks_after[step])]
    pairs += [(before[1], before[2]), (after[1], after[2]), (before[1], after[1])]
    pairs += [(before[1], gap_before), (after[1], gap_after), (gap_before, gap_after)]
    pairs += [(before[1], known), (after[1], known)]
    pairs += [(one, nothing) for one in (key, before[0], after[0], three[last], four[last], front[first])]
    pairs += [(looks_before[0] * 8 + looks_after[0], size), (looks_before[1] * 8 + looks_after[1], gap_before)]
    numbers = [*range(len(pairs)), *[_BEFORE] * _WIDE, *[_AFTER] * _WIDE]
    pairs += [(one, nothing) for one in (*before[1:], *after[1:])]
    ones, others = (np.array(side) for side in zip(*pairs, strict=True))
    return _mixed(np.array(numbers, dtype=np.uint32)[:, None], ones, others).T


def _mixed(numbers: Hashes, ones: Hashes, others: Hashes) -> npt.NDArray[np.int64]:
    """Return the numbers of what two hashes show together, each pair in a slot of its own number."""
    slots: Hashes = numbers * np.uint32(40503)
    mixed: Hashes = ones * _SPREAD + (others + slots) * _SECOND
    mixed ^= mixed >> np.uint32(15)
    mixed *= _SPREAD
    return (mixed >> np.uint32(32 - BITS)).astype(np.int64)
