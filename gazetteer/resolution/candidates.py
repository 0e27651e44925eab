"""Candidates: the places a surface may name, by exact, folded, transliterated, inflected, partial and fuzzy name."""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from gazetteer.places.folding import fold, romanise
from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.places.transliteration import readings
from gazetteer.recognition.hits import Hit, span_hits
from gazetteer.recognition.inflection import base_forms
from gazetteer.recognition.lexicon import lexicon

MAX_CANDIDATES = 30
_MIN_FUZZY = 5
_LONG_ENOUGH_FOR_TWO = 7
_SHARED_START = 4


class Match(NamedTuple):
    """A candidate before ranking: a hit, how far its name is from the text, and whether only a part matched."""

    hit: Hit
    distance: int = 0
    partial: bool = False


def matches(surface: str, lang: str | None, gazetteer: Gazetteer) -> list[Match]:
    """Return the places that `surface` names; where none does, those of its core without heads and directions."""
    hits = span_hits(surface, lang, gazetteer)
    if hits:
        return [Match(hit) for hit in hits[:MAX_CANDIDATES]]
    for reading in _latin_readings(surface):
        found = [Match(Hit(pid, NameKind.TRANSLITERATION, reading)) for pid, _ in gazetteer.lookup(reading)]
        if found:
            return sorted(found, key=lambda match: match.hit.pid)[:MAX_CANDIDATES]
    return _partial(surface, lang, gazetteer)


def _latin_readings(surface: str) -> tuple[str, ...]:
    """Return what a name in another script may be called in Latin letters, folded."""
    if surface.isascii():
        return ()
    romanised = romanise(surface)
    return () if romanised == fold(surface) else tuple(dict.fromkeys((romanised, *readings(surface))))


def _partial(surface: str, lang: str | None, gazetteer: Gazetteer) -> list[Match]:
    dropped = _dropped(lang)
    parts = surface.replace("-", " ").replace("/", " ").split()
    while len(parts) > 1 and fold(parts[0]) in dropped:
        parts = parts[1:]
    while len(parts) > 1 and fold(parts[-1]) in dropped:
        parts = parts[:-1]
    core = " ".join(parts)
    tries = [core] if core != surface else []
    tries += [part.strip() for part in surface.split(",")[:1] if "," in surface]
    for attempt in tries:
        hits = span_hits(attempt, lang, gazetteer)
        if hits:
            return [Match(hit, partial=True) for hit in hits[:MAX_CANDIDATES]]
    return []


@lru_cache(maxsize=64)
def _dropped(lang: str | None) -> frozenset[str]:
    """Return the words that may stand around the core of a name."""
    words = lexicon(lang)
    return words.generic | words.article | words.locative | words.connector | words.direction


def _near_enough(form: str, name: str, kind: NameKind) -> bool:
    """Say whether two edits may be a slip: in a place's own name, with the first half as it is."""
    shared = next((i for i, (a, b) in enumerate(zip(form, name, strict=False)) if a != b), min(len(form), len(name)))
    return kind <= NameKind.SHORT and shared >= max(_SHARED_START, (len(form) + 1) // 2)


def fuzzy_matches(
    surface: str, lang: str | None, gazetteer: Gazetteer, countries: Collection[str], most: int = 2
) -> list[Match]:
    """Return places of `countries` whose name is a letter or two from `surface`: at most so many, one below seven
    letters."""
    key = fold(surface)
    if len(key) < _MIN_FUZZY or not countries:
        return []
    nearest: dict[int, Match] = {}
    for form in (key, *base_forms(key, lang)[:8]):
        limit = min(most, 2) if form == key and len(form) >= _LONG_ENOUGH_FOR_TWO else 1
        for found in gazetteer.fuzzy(form, countries=countries, max_distance=limit, limit=12):
            if found.name_kind >= NameKind.TRANSLITERATION:
                continue
            if found.distance > 1 and not _near_enough(form, fold(found.name), found.name_kind):
                continue
            match = Match(
                Hit(found.pid, found.name_kind, fold(found.name), inflected=form != key), distance=found.distance
            )
            known = nearest.get(found.pid)
            if known is None or match.distance < known.distance:
                nearest[found.pid] = match
    return sorted(nearest.values(), key=lambda match: (match.distance, match.hit.pid))[:MAX_CANDIDATES]
