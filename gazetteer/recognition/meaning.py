"""What the words in and around a span mean: word vectors, and a small network that learned what they say of it.

The vectors know words that no corpus of ours holds: that Hamas keeps company with parties and Passover with feasts. The
table holds hashes and whole numbers, from which no word can be read back.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

import resources
from gazetteer.recognition.evidence import EVIDENCE
from gazetteer.recognition.scan import Scan
from gazetteer.recognition.surroundings import Vector
from gazetteer.recognition.vocabulary import Hashes

_LANG = "en"
"""The language the vectors were learned from; of texts in others nothing is said."""
_NEAR, _WIDE = 2, 6
"""words beside a span that are told apart, and as far as the mean of those beyond reaches"""
_SUREST = 9.0
"""log-odds beyond which a network's certainty says no more"""
SYMBOLS = (
    *("words", "letters", "all_capitals", "known", "headed", "abbreviation", "demonym", "own_population"),
    *("any_population", "own_rank", "any_rank", "senses", "longest", "inside_longer", "contains_known"),
    *("zipf_max", "zipf_min"),
)
"""The features of the evidence that the network sees beside the vectors."""
_SYMBOL_AT = [EVIDENCE.index(name) for name in SYMBOLS]

Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vectors:
    """Word vectors: hashes in ascending order, and for each a row of whole numbers to be multiplied by `scale`."""

    hashes: npt.NDArray[np.uint32]
    rows: npt.NDArray[np.int8]
    scale: Numbers

    def of(self, wanted: Hashes) -> Numbers:
        """Return for the plain hash of each word its vector and, as the last number, 1 where it has none."""
        at = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        there = self.hashes[at] == wanted
        found = np.zeros((len(wanted), self.rows.shape[1] + 1), dtype=np.float32)
        found[:, :-1] = np.where(there[:, None], self.rows[at] * self.scale, 0)
        found[:, -1] = ~there
        # no word at all
        found[wanted == 0] = 0
        return found


@lru_cache(maxsize=1)
def vectors() -> Vectors:
    """Return the vectors that ship with the program."""
    with np.load(resources.path("data", "word_vectors.npz")) as held:
        return Vectors(held["hashes"], held["rows"], held["scale"])


@dataclass(frozen=True, slots=True)
class Meaning:
    """A network of one hidden layer over what `seen` shows."""

    hidden: Numbers
    hidden_constant: Numbers
    out: Numbers
    constant: float

    def say(self, found: Scan, base: Vector) -> Vector:
        """Return for each span of a scan the log-odds that it names a place, noughts in a language without vectors;
        `base`: its rows of evidence."""
        if not found.spans or not is_known(found.lang):
            return np.zeros(len(found.spans))
        return self.scores(seen(found, base))

    def scores(self, shown: Numbers) -> Vector:
        """Return for each row of `seen` the log-odds that its span names a place."""
        layer = np.maximum(shown @ self.hidden + self.hidden_constant, 0)
        scores: Vector = np.clip(layer @ self.out + self.constant, -_SUREST, _SUREST).astype(np.float64)
        return scores

    def save(self, path: Path) -> None:
        """Write the network as numbers."""
        halves = {name: getattr(self, name).astype(np.float16) for name in ("hidden", "hidden_constant", "out")}
        np.savez_compressed(path, constant=self.constant, **halves)


def is_known(lang: str | None) -> bool:
    """Say whether there are vectors for a language; a text without one is taken for English."""
    return lang in (None, _LANG)


def load(path: Path) -> Meaning:
    """Return the network that `Meaning.save` wrote."""
    with np.load(path) as held:
        hidden, hidden_constant, out = (held[name].astype(np.float32) for name in ("hidden", "hidden_constant", "out"))
        return Meaning(hidden, hidden_constant, out, float(held["constant"]))


def seen(found: Scan, base: Vector) -> Numbers:
    """Return what the network sees of each span, of which there is one at least: the vectors of its words and of those
    around, and `SYMBOLS` out of its row of evidence. One row a span."""
    spans = found.spans
    known = vectors().of(found.vocabulary.plain_hash[found.numbers])
    words = np.pad(known, ((_WIDE, _WIDE), (0, 0)))
    total = np.concatenate([np.zeros((1, words.shape[1]), np.float32), np.cumsum(words, axis=0, dtype=np.float64)])
    first = np.array([span.first for span in spans]) + _WIDE
    last = np.array([span.last for span in spans]) + _WIDE
    own = (total[last + 1] - total[first]) / (last + 1 - first)[:, None]
    beside = [words[at] for step in range(1, _NEAR + 1) for at in (first - step, last + step)]
    beyond = _WIDE - _NEAR
    left = (total[first - _NEAR] - total[first - _WIDE]) / beyond
    right = (total[last + _WIDE + 1] - total[last + _NEAR + 1]) / beyond
    columns = [own, words[first], words[last], *beside, left, right, base[:, _SYMBOL_AT]]
    return np.concatenate(columns, axis=1, dtype=np.float32)
