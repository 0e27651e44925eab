"""Reasons as messages with figures, and their words for readers of a language (`resources/data/why.json`)."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import resources

LANGUAGES = ("en", "de")
"""the languages in which reasons can be read, the first one where none is asked for"""

Named = Mapping[str, str]
"""a name by language; `en` is always there"""

_TIMES = {
    "en": ("never", "once", "twice", *(f"{n} times" for n in "three four five six seven eight nine ten".split())),
    "de": "keinmal einmal zweimal dreimal viermal fünfmal sechsmal siebenmal achtmal neunmal zehnmal".split(),
}
_MORE_TIMES = {"en": " times", "de": "-mal"}
_AND = {"en": " and ", "de": " und "}
_THOUSANDS = {"en": ",", "de": "."}


class Said(NamedTuple):
    """A message of the catalogue with its values: words, whole numbers, names by language, or lists of messages."""

    message: str
    values: Mapping[str, Any] = {}


def plain(words: str) -> tuple[Said, ...]:
    """Return words that are the same in every language as a reason."""
    return (Said("plain", {"words": words}),)


def had_said(label: str | None) -> tuple[Said, ...]:
    """Return what the machine had said before somebody knew better, nothing where it said nothing."""
    return (Said("had_said", {"place": label}),) if label else ()


def learned_why(label: str | None) -> tuple[Said, ...]:
    """Return the reason of a mention that a rule decided, with what the machine had said."""
    return (Said("learned"), *had_said(label))


BY_HAND = (Said("marked"),)
"""the reason of a mention that no machine found"""


def in_words(why: Iterable[Said], lang: str = LANGUAGES[0]) -> str:
    """Return a reason as sentences for readers of a language, in English where there are none in theirs."""
    lang = lang if lang in LANGUAGES else LANGUAGES[0]
    return " ".join(_words(said, lang) for said in why)


def cue_text(cue: str, lang: str = LANGUAGES[0]) -> str | None:
    """Return what a cue says in a few words, None of one that the catalogue does not hold."""
    found = _catalogue().get(f"cue.{cue}")
    return found.get(lang, found[LANGUAGES[0]]) if found else None


def to_json(why: Iterable[Said]) -> str:
    """Return a reason as the project file keeps it."""
    return json.dumps([[said.message, said.values] for said in why], ensure_ascii=False, separators=(",", ":"))


def from_json(stored: str) -> tuple[Said, ...]:
    """Read what `to_json` gave; projects of old kept an English sentence."""
    if not stored.startswith("["):
        return plain(stored)
    return tuple(Said(message, values) for message, values in json.loads(stored))


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(resources.path("data", "why.json").read_text("utf-8"))
    return table


def _words(said: Said, lang: str) -> str:
    message = _catalogue()[said.message][lang]
    return message.format_map({name: _Value(value, lang) for name, value in said.values.items()})


class _Value:
    """A value in a message: `{n:times}` counts, `{km:number}` groups thousands, `{phrases:clauses}` joins a list."""

    def __init__(self, value: Any, lang: str) -> None:
        self._value = value
        self._lang = lang

    def __format__(self, how: str) -> str:
        value, lang = self._value, self._lang
        if how == "times":
            return _TIMES[lang][value] if value < len(_TIMES[lang]) else f"{_number(value, lang)}{_MORE_TIMES[lang]}"
        if how == "number":
            return _number(value, lang)
        if isinstance(value, Mapping):
            return str(value.get(lang, value[LANGUAGES[0]]))
        if isinstance(value, list):
            comma = "," if how == "clauses" else ""
            return _joined([_words(Said(*said), lang) for said in value], comma + _AND[lang])
        return str(value)


def _number(value: int, lang: str) -> str:
    return f"{value:,}".replace(",", _THOUSANDS[lang])


def _joined(words: list[str], last: str) -> str:
    return last.join(filter(None, (", ".join(words[:-1]), *words[-1:])))
