"""The language of a text, from its letters alone; short or doubtful texts have none."""

from functools import lru_cache
from typing import Any

_CODES = "ar be bg cs da de el en es et fa fi fr he hr hu hy it ja ka ko lt lv nl no pl pt ro ru sk sl sr sv tr uk zh"
LANGUAGES = frozenset(_CODES.split())
"""ISO 639-1 codes that can be the answer."""

_SAMPLE = 12_000  # code points; more adds nothing and costs a millisecond each 8,000
_FEWEST_LETTERS, _FEWEST_IDEOGRAPHS = 20, 8
_SURE = 0.7


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None if it is too short or too mixed to tell."""
    sample = _sample(text)
    letters = sum(letter.isalpha() for letter in sample)
    ideographs = sum("\u3040" <= letter <= "\ud7a3" for letter in sample)
    if letters < _FEWEST_LETTERS and ideographs < _FEWEST_IDEOGRAPHS:
        return None
    lang, confidence = _identifier().classify(sample)
    return str(lang) if confidence >= _SURE else None


def _sample(text: str) -> str:
    """Return the beginning and the middle of a long text, all of a short one."""
    if len(text) <= _SAMPLE:
        return text
    middle, half = len(text) // 2, _SAMPLE // 2
    return text[:half] + "\n" + text[middle : middle + half]


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Load the model, about a second, when the first text asks for it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
