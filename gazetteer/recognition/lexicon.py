"""Context words by language (honorifics, prepositions, heads), read from `resources/data/lexicon.json`."""

import json
from dataclasses import dataclass
from functools import lru_cache

import resources
from gazetteer.places.folding import fold

_CLASSES = (
    "locative",
    "preposition",
    "article",
    "indefinite",
    "copula",
    "honorific",
    "title",
    "direction",
    "state_word",
    "speech",
    "organisation",
    "organisation_before",
    "head_after",
    "head_before",
    "admin_word",
    "city_word",
    "water_word",
    "connector",
    "after_place",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of folded words, each a class of context."""

    locative: frozenset[str]
    preposition: frozenset[str]
    article: frozenset[str]
    indefinite: frozenset[str]
    copula: frozenset[str]
    honorific: frozenset[str]
    title: frozenset[str]
    direction: frozenset[str]
    state_word: frozenset[str]
    speech: frozenset[str]
    organisation: frozenset[str]
    organisation_before: frozenset[str]
    head_after: frozenset[str]
    head_before: frozenset[str]
    admin_word: frozenset[str]
    city_word: frozenset[str]
    water_word: frozenset[str]
    connector: frozenset[str]
    after_place: frozenset[str]

    @property
    def generic(self) -> frozenset[str]:
        """Words for kinds of places, which may be the lower-case part of a name."""
        return self.head_after | self.head_before


WITHOUT_ARTICLES = frozenset(("be", "cs", "lt", "lv", "pl", "ru", "sk", "uk"))
"""languages that have no articles"""
# Newspapers, titles and heads are quoted in English in texts of every language.
_SHARED_WITH_ENGLISH = {
    "organisation",
    "organisation_before",
    "honorific",
    "title",
    "direction",
    "head_after",
    "head_before",
}


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = json.loads(resources.path("data", "lexicon.json").read_text("utf-8"))
    return tables


@lru_cache(maxsize=64)
def lexicon(lang: str | None) -> Lexicon:
    """Return the context words of `lang`; of English where a class has none for it."""
    tables = _tables()
    sets = {}
    for name in _CLASSES:
        by_lang = tables[name]
        words = by_lang.get(lang or "en") or by_lang.get("") or by_lang["en"]
        if name in _SHARED_WITH_ENGLISH:
            words += " " + by_lang["en"]
        sets[name] = frozenset(fold(word) for word in words.split())
    return Lexicon(**sets)
