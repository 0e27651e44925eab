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


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Return `name` without case, diacritics, apostrophes and stops, hyphens as spaces, in its own script.

    Cyrillic й and ї stay letters of their own; ё folds to е as Cyrillic newspapers print it.
    """
    lowered = name.casefold()
    if lowered.isascii():
        folded = lowered
    else:
        composed = unicodedata.normalize("NFKC", lowered).translate(_LETTERS)
        folded = "".join(_strip_marks(letter) for letter in composed)
    return " ".join(folded.translate(_SPACED).translate(_DROPPED).split())


def _strip_marks(letter: str) -> str:
    if letter.isascii() or letter in _KEPT_MARKS:
        return letter
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


@lru_cache(maxsize=50_000)
def romanise(name: str) -> str:
    """Return the folded form of `name` in Latin letters, whatever its script."""
    return fold(anyascii(name))
