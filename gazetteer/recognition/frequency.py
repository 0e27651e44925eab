"""How often words are written at all (wordfreq, which is loaded when the first word is looked up)."""

from functools import lru_cache
from math import log10

_RAREST, _SPACELESS = 1e-9, frozenset({"zh", "ja", "ko"})
"""the frequency of a word in no list, and languages whose texts wordfreq cuts into words by dictionaries"""


@lru_cache(maxsize=200_000)
def zipf(word: str, lang: str) -> float:
    """Return the Zipf frequency of a lower-case word (wordfreq; 0 where the language is not held)."""
    if lang not in _wordfreq_langs():
        lang = "en"
    if word.isascii() and word.isalpha() and lang not in _SPACELESS:
        # the library would first try to take the word apart
        return round(log10(max(_frequencies(lang).get(word, 0.0), _RAREST)) + 9, 2)
    from wordfreq import zipf_frequency

    return zipf_frequency(word, lang, wordlist="small")


@lru_cache(maxsize=32)
def _frequencies(lang: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict

    frequencies: dict[str, float] = get_frequency_dict(lang, "small")
    return frequencies


@lru_cache(maxsize=1)
def _wordfreq_langs() -> frozenset[str]:
    from wordfreq import available_languages

    return frozenset(available_languages("small"))
