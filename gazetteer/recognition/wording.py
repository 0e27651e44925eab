"""The words in and around a span, hashed to numbers, and what a linear model learned of them.

Only the numbers are shipped: which word stands behind one of them cannot be read back.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.scan import Scan

BITS = 18
_REACH, _WIDE = 3, 6
"""words beside a span that are told apart by their place, and words around it that are not"""
_SPREAD, _SECOND = np.uint32(2654435761), np.uint32(2246822519)

Hashes = npt.NDArray[np.uint32]


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=100_000)
def _word(lang: str, word: str) -> tuple[int, int, int, int]:
    """Return the hashes of a folded word, of its last three and four letters and of its first three."""
    return tuple(_hash(lang + part) for part in (word, word[-3:], word[-4:], word[:3]))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Wording:
    """A linear model over what `wording` shows: whole weights to be multiplied by `scale`, and a constant."""

    weights: npt.NDArray[np.int8]
    scale: float
    constant: float

    def scores(self, shown: npt.NDArray[np.int64]) -> list[float]:
        """Return for each row of `wording` the log-odds that its span names a place, from the words alone."""
        sums = self.weights[shown].sum(axis=1, dtype=np.int32) if shown.size else np.zeros(len(shown))
        scores: list[float] = (sums * self.scale + self.constant).tolist()
        return scores

    def save(self, path: Path) -> None:
        """Write the model as numbers."""
        np.savez_compressed(path, weights=self.weights, scale=self.scale, constant=self.constant)


def load(path: Path) -> Wording:
    """Return the model that `Wording.save` wrote."""
    with np.load(path) as held:
        return Wording(held["weights"], float(held["scale"]), float(held["constant"]))


def wording(found: Scan, folded: list[str]) -> npt.NDArray[np.int64]:
    """Return for each span of a scan the numbers of what its wording shows: one row a span."""
    spans, tokens, lang = found.spans, found.tokens, found.lang or "en"
    if not spans:
        return np.zeros((0, 0), dtype=np.int64)
    words = np.array([_word(lang, word) for word in folded], dtype=np.uint32)
    look = np.array([token.capital + 2 * token.text.isupper() + 4 * token.text[0].isdigit() for token in tokens])
    gaps = [_hash(found.text[one.end : other.start].strip()[:3]) for one, other in pairwise(tokens)]
    pad = _WIDE + 1
    own, three, four, front = (np.pad(words[:, column], pad) for column in range(4))
    looks = np.pad(look.astype(np.uint32), pad)
    between = np.pad(np.array(gaps, dtype=np.uint32), (pad, pad + 1))
    first = np.array([span.first for span in spans]) + pad
    last = np.array([span.last for span in spans]) + pad
    key = np.array([_word(lang, span.key)[0] for span in spans], dtype=np.uint32)
    known = np.array([bool(span.hits) for span in spans], dtype=np.uint32)
    size = np.minimum(last - first, 4).astype(np.uint32)
    columns: list[tuple[Hashes, Hashes]] = []

    def note(one: Hashes, other: Hashes | None = None) -> None:
        columns.append((one, other if other is not None else np.zeros_like(one)))

    for step in range(1, _REACH + 1):
        note(own[first - step], looks[first - step])
        note(own[last + step], looks[last + step])
    note(own[first - 1], own[first - 2])
    note(own[last + 1], own[last + 2])
    note(own[first - 1], own[last + 1])
    note(own[first - 1], between[first - 1])
    note(own[last + 1], between[last])
    note(between[first - 1], between[last])
    note(own[first - 1], known)
    note(own[last + 1], known)
    for column in (key, own[first], own[last], three[last], four[last], front[first]):
        note(column)
    note(looks[first] * 8 + looks[last], size)
    note(looks[first - 1] * 8 + looks[last + 1], between[first - 1])
    rows = [_mixed(number, one, other) for number, (one, other) in enumerate(columns)]
    rows += [_mixed(100, own[first - step], np.zeros_like(key)) for step in range(1, _WIDE + 1)]
    rows += [_mixed(101, own[last + step], np.zeros_like(key)) for step in range(1, _WIDE + 1)]
    return np.stack(rows, axis=1)


def _mixed(number: int, one: Hashes, other: Hashes) -> npt.NDArray[np.int64]:
    """Return the numbers of what two hashes show together, in a slot of their own."""
    mixed = one * _SPREAD + (other + np.uint32(number * 40503)) * _SECOND
    mixed ^= mixed >> np.uint32(15)
    mixed *= _SPREAD
    return (mixed >> np.uint32(32 - BITS)).astype(np.int64)
