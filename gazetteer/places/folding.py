"""Name folding: the one form under which names are stored and looked up."""

import unicodedata
from functools import lru_cache

from anyascii import anyascii

_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʹʺ`´.·"), None)
_SPACED = dict.fromkeys(map(ord, "-‐‑–—_/,"), " ")
_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ё": "е", "ґ": "г", "þ": "th"}
)
_KEPT_MARKS = {"й", "ї"}


class _Folds(dict[int, str | None]):
    """What each code point of a lower-case name becomes, found out at its first use; for `str.translate`."""

    def __missing__(self, point: int) -> str | None:
        letter = chr(point)
        kept = letter if letter.isascii() or letter in _KEPT_MARKS else _without_marks(letter)
        self[point] = kept = kept.translate(_SPACED).translate(_DROPPED)
        return kept


def _without_marks(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter.translate(_LETTERS))
    return "".join(part for part in decomposed if not unicodedata.combining(part))


_FOLDS = _Folds()


def fold_once(name: str) -> str:
    """Return what `fold` does, without remembering it: for names that come once."""
    if name.isascii() and name.isalpha():
        return name.lower()
    lowered = name.casefold()
    composed = lowered if lowered.isascii() else unicodedata.normalize("NFKC", lowered)
    return " ".join(composed.translate(_FOLDS).split())


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Return `name` without case, diacritics, apostrophes and stops, hyphens as spaces, in its own script.

    Cyrillic й and ї stay letters of their own; ё folds to е as Cyrillic newspapers print it.
    """
    return fold_once(name)


def romanise_once(name: str) -> str:
    """Return what `romanise` does, without remembering it."""
    return fold_once(anyascii(name))


@lru_cache(maxsize=50_000)
def romanise(name: str) -> str:
    """Return the folded form of `name` in Latin letters, whatever its script."""
    return romanise_once(name)
