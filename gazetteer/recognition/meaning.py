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
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.surroundings import Vector
from gazetteer.recognition.vocabulary import NOT_ASKED, Hashes, Vocabulary

_LANG = "en"
"""The language the vectors were learned from; of texts in others nothing is said."""
_NEAR, _WIDE = 2, 6
"""words beside a span that are told apart, and as far as the mean of those beyond reaches"""
_NO_ROW, _NO_WORD = -1, -2
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

    def rows_of(self, hashes: Hashes) -> npt.NDArray[np.int64]:
        """Return the row of each word, by its hash; `_NO_ROW` where it has none, `_NO_WORD` where it is none."""
        at = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        return np.where(hashes == 0, _NO_WORD, np.where(self.hashes[at] == hashes, at, _NO_ROW))

    def of(self, rows: npt.NDArray[np.int64]) -> Numbers:
        """Return for each row the vector and, as the last number, 1 where a word has none; noughts for no word."""
        found = np.empty((len(rows), self.rows.shape[1] + 1), dtype=np.float32)
        np.multiply(self.rows.take(rows, axis=0, mode="wrap"), self.scale, out=found[:, :-1])
        found[:, -1] = rows == _NO_ROW
        found[rows < 0, :-1] = 0
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

    def say(self, sheaf: Sheaf, base: Vector) -> Vector:
        """Return for each span of a sheaf the log-odds that it names a place, noughts in a language without vectors;
        `base`: its rows of evidence."""
        said = np.zeros(len(sheaf.text))
        if len(said):
            known = sheaf.a_text(lambda found: is_known(found.lang))
            if known.any():
                said[known] = self.scores(seen(sheaf, base)[known])
        return said

    def scores(self, shown: Numbers) -> Vector:
        """Return for each row of `seen` the log-odds that its span names a place."""
        layer = shown @ self.hidden
        layer += self.hidden_constant
        np.maximum(layer, 0, out=layer)
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


def seen(sheaf: Sheaf, base: Vector) -> Numbers:
    """Return what the network sees of each span, of which there is one at least: the vectors of its words and of those
    around, and `SYMBOLS` out of its row of evidence. One row a span."""
    # noughts are between the texts
    rows = sheaf.line(lambda found: _rows_of(found.vocabulary, found.columns.numbers) - _NO_WORD) + _NO_WORD
    words = vectors().of(rows)
    first, last = sheaf.first, sheaf.last
    own = words.take(first, axis=0)
    for step in range(1, int((last - first).max()) + 1):
        longer = np.flatnonzero(last - first >= step)
        own[longer] += words.take(first[longer] + step, axis=0)
    own /= (last + 1 - first).astype(np.float32)[:, None]
    beside = [words.take(at, axis=0) for step in range(1, _NEAR + 1) for at in (first - step, last + step)]
    beyond = range(_NEAR + 1, _WIDE + 1)
    left = sum(words.take(first - step, axis=0) for step in reversed(beyond)) / len(beyond)
    right = sum(words.take(last + step, axis=0) for step in beyond) / len(beyond)
    columns = [own, words.take(first, axis=0), words.take(last, axis=0), *beside, left, right, base[:, _SYMBOL_AT]]
    return np.concatenate(columns, axis=1, dtype=np.float32)


def _rows_of(vocabulary: Vocabulary, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the rows of the vectors of some words; each is looked up when it is first asked for."""
    rows = vocabulary.vector_rows[numbers]
    new = numbers[rows == NOT_ASKED]
    if len(new):
        vocabulary.vector_rows[new] = vectors().rows_of(vocabulary.plain_hash[new])
        rows = vocabulary.vector_rows[numbers]
    return rows
