"""The words in and around a span, hashed to numbers, and what a linear model learned of them.

Only the numbers are shipped: which word stands behind one of them cannot be read back.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.scan import Scan
from gazetteer.recognition.tokens import has_capital

BITS = 18
_REACH, _WIDE = 3, 6
"""words beside a span that are told apart by their place, and words around it that are not"""
_BEFORE, _AFTER = 100, 101
"""slots of the words around a span, wherever they stand"""
_SPREAD, _SECOND = np.uint32(2654435761), np.uint32(2246822519)

Hashes = npt.NDArray[np.uint32]


def _hash(text: str, begun: int = 0) -> int:
    """Return the hash of a text, or of one that begins with what gave `begun`."""
    return crc32(text.encode("utf-8", "surrogatepass"), begun)


@lru_cache(maxsize=100_000)
def _word(lang: str, word: str) -> tuple[int, int, int, int]:
    """Return the hashes of a folded word, of its last three and four letters and of its first three."""
    begun = _hash(lang)
    return _hash(word, begun), _hash(word[-3:], begun), _hash(word[-4:], begun), _hash(word[:3], begun)


@lru_cache(maxsize=100_000)
def _look(word: str) -> int:
    """Return how a word is written: with a capital, in capitals, in figures."""
    return has_capital(word) + 2 * word.isupper() + 4 * word[0].isdigit()


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
    hashes = chain.from_iterable([_word(lang, word) for word in found.folded])
    own, three, four, front = np.pad(np.fromiter(hashes, np.uint32).reshape(-1, 4).T, ((0, 0), (pad, pad)))
    looks = np.pad(np.array([_look(token.text) for token in found.tokens], dtype=np.uint32), pad)
    between = np.pad(np.array([_gap(gap) for gap in found.gaps], dtype=np.uint32), (pad, pad + 1))
    first = np.array([span.first for span in spans]) + pad
    last = np.array([span.last for span in spans]) + pad
    key = np.array([_word(lang, span.key)[0] for span in spans], dtype=np.uint32)
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
