"""The words in and around a span, hashed to numbers, and what a linear model learned of them.

Only the numbers are shipped: which word stands behind one of them cannot be read back.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from zlib import crc32

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.scan import Scan

BITS = 18
_REACH, _WIDE = 3, 6
"""words beside a span that are told apart by their place, and words around it that are not"""
_KEPT_WORDS = 60_000
"""words of a language whose hashes are kept; where there are more, all are found out anew"""
_BEFORE, _AFTER = 100, 101
"""slots of the words around a span, wherever they stand"""
_SPREAD, _SECOND = np.uint32(2654435761), np.uint32(2246822519)

Hashes = npt.NDArray[np.uint32]


def _hash(text: str, begun: int = 0) -> int:
    """Return the hash of a text, or of one that begins with what gave `begun`."""
    return crc32(text.encode("utf-8", "surrogatepass"), begun)


class _Words(dict[str, int]):
    """The folded words of a language that were seen, each with its row in a table of hashes: of the word, of its last
    three and four letters and of its first three."""

    def __init__(self, lang: str) -> None:
        self._begun = _hash(lang)
        self._table = np.zeros((_KEPT_WORDS, 4), dtype=np.uint32)
        self._one_at_a_time = Lock()

    def __missing__(self, word: str) -> int:
        self[word] = row = len(self)
        self._table[row] = [_hash(part, self._begun) for part in (word, word[-3:], word[-4:], word[:3])]
        return row

    def hashes(self, words: list[str]) -> Hashes:
        """Return the hashes of some words: one row a word."""
        with self._one_at_a_time:
            if len(self) + len(words) > len(self._table):
                self.clear()
                if len(words) > len(self._table):
                    self._table = np.zeros((len(words), 4), dtype=np.uint32)
            return self._table[[self[word] for word in words]]


_words = lru_cache(maxsize=8)(_Words)


@lru_cache(maxsize=4_096)
def _gap(gap: str) -> int:
    """Return the hash of what stands between two words."""
    return _hash(gap.strip()[:3])


@dataclass(frozen=True, slots=True)
class Wording:
    """A linear model over what `wording` shows: whole weights to be multiplied by `scale`, and a constant."""

    weights: npt.NDArray[np.int8]
    scale: float
    constant: float

    def scores(self, shown: npt.NDArray[np.int64]) -> list[float]:
        """Return for each row of `wording` the log-odds that its span names a place, from the words alone."""
        sums = self.weights[shown.T].sum(axis=0, dtype=np.int32) if shown.size else np.zeros(len(shown))
        scores: list[float] = (sums * self.scale + self.constant).tolist()
        return scores

    def save(self, path: Path) -> None:
        """Write the model as numbers."""
        np.savez_compressed(path, weights=self.weights, scale=self.scale, constant=self.constant)


def load(path: Path) -> Wording:
    """Return the model that `Wording.save` wrote."""
    with np.load(path) as held:
        return Wording(held["weights"], float(held["scale"]), float(held["constant"]))


def wording(found: Scan) -> npt.NDArray[np.int64]:
    """Return for each span of a scan the numbers of what its wording shows: one row a span."""
    spans, lang = found.spans, found.lang or "en"
    if not spans:
        return np.zeros((0, 0), dtype=np.int64)
    pad = _WIDE + 1
    hashes = _words(lang).hashes(found.folded + [span.key for span in spans])
    own, three, four, front = np.pad(hashes[: len(found.tokens)].T, ((0, 0), (pad, pad)))
    key = hashes[len(found.tokens) :, 0]
    look = [one.capital + 2 * one.text.isupper() + 4 * one.text[0].isdigit() for one in found.tokens]
    looks = np.pad(np.array(look, dtype=np.uint32), pad)
    between = np.pad(np.array([_gap(gap) for gap in found.gaps], dtype=np.uint32), (pad, pad + 1))
    first = np.array([span.first for span in spans]) + pad
    last = np.array([span.last for span in spans]) + pad
    known = np.array([bool(span.hits) for span in spans], dtype=np.uint32)
    size = np.minimum(last - first, 4).astype(np.uint32)
    nothing = np.zeros_like(key)
    before, after = [own[first - step] for step in range(_WIDE + 1)], [own[last + step] for step in range(_WIDE + 1)]
    pairs: list[tuple[Hashes, Hashes]] = []
    for step in range(1, _REACH + 1):
        pairs += [(before[step], looks[first - step]), (after[step], looks[last + step])]
    pairs += [(before[1], before[2]), (after[1], after[2]), (before[1], after[1])]
    pairs += [(before[1], between[first - 1]), (after[1], between[last]), (between[first - 1], between[last])]
    pairs += [(before[1], known), (after[1], known)]
    pairs += [(one, nothing) for one in (key, own[first], own[last], three[last], four[last], front[first])]
    pairs += [(looks[first] * 8 + looks[last], size), (looks[first - 1] * 8 + looks[last + 1], between[first - 1])]
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
