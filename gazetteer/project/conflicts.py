"""Two articles that seem to tell the same event with another place, date or spelling; precision before recall.

Two sentences of different articles are held against each other where they share most of their telling words. They
conflict where, apart from that, each names one place that the other article names nowhere, or one date each, or one
place spelt in two ways of which one is probably wrong.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from gazetteer.model import Precision
from gazetteer.places.folding import fold
from gazetteer.places.positions import kilometres
from gazetteer.project.rows import OTHER_DATE, OTHER_PLACE, OTHER_SPELLING
from gazetteer.recognition.frequency import zipf
from gazetteer.text.dates import days_named

LEAST_SHARED = 4
"""telling words that two sentences must share"""
LEAST_SHARE, LEAST_SHARE_OF_DATES = 0.6, 0.75
"""of the telling words of the shorter sentence; what is held every year is told in much the same words"""
COMMON = 5.0
"""Zipf frequency from which on a word is in any text: without, after, last"""
MOST_ARTICLES = 25
"""a word that more articles have tells nothing"""
DAYS_APART = 14
"""articles whose dates lie further apart tell of other events"""
APART_KM = 5.0
"""places nearer to each other are parts of one"""
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in a sentence with its place; `position` is latitude and longitude in degrees."""

    mention_id: str
    surface: str
    place_id: str
    precision: Precision
    position: tuple[float, float]
    misspelt: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that names places, of an article with its date; `places` are all that the article names.

    `words` are its telling words.
    """

    document: str
    text: str
    named: tuple[Named, ...]
    words: frozenset[str]
    date: str | None = None
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two sentences say differently: the mention on each side that shows it, and the words that differ."""

    kind: str
    mention_a: str
    mention_b: str
    said_a: str
    said_b: str


def telling_words(text: str, lang: str | None, surfaces: Iterable[str]) -> frozenset[str]:
    """Return the words of four letters and more, folded, without names and without those that any text has."""
    names = {word for surface in surfaces for word in _WORD.findall(fold(surface))}
    words = {word for word in _WORD.findall(text.lower()) if zipf(word, lang or "en") < COMMON}
    return frozenset(fold(word) for word in words) - names


def find_conflicts(statements: Sequence[Statement]) -> list[Conflict]:
    """Return the conflicts between sentences of different articles, one for each pair of articles and difference."""
    found: dict[tuple[str, ...], Conflict] = {}
    for one, other in _like_pairs(statements):
        conflict = compare(one, other)
        if conflict is not None:
            first, second = sorted(((one.document, conflict.said_a), (other.document, conflict.said_b)))
            found.setdefault((conflict.kind, *map(fold, (*first, *second))), conflict)
    return list(found.values())


def compare(one: Statement, other: Statement) -> Conflict | None:
    """Return how two sentences that tell the same contradict each other, or None."""
    mine = {name.place_id: name for name in one.named}
    theirs = {name.place_id: name for name in other.named}
    only_mine = [name for place_id, name in mine.items() if place_id not in theirs]
    only_theirs = [name for place_id, name in theirs.items() if place_id not in mine]
    if only_mine or only_theirs:
        return _other_place(one, other, only_mine, only_theirs)
    return _other_date(one, other) or _other_spelling(mine, theirs)


def _other_place(one: Statement, other: Statement, mine: list[Named], theirs: list[Named]) -> Conflict | None:
    """Each says exactly one place that the other's article has nowhere, and the two are no parts of each other."""
    if len(mine) != 1 or len(theirs) != 1:
        return None
    here, there = mine[0], theirs[0]
    told_elsewhere = here.place_id in other.places or there.place_id in one.places
    # a country or region instead of a town is another grain of telling, not another place
    if told_elsewhere or _grain(here) != _grain(there) or kilometres(*here.position, *there.position) < APART_KM:
        return None
    return Conflict(OTHER_PLACE, here.mention_id, there.mention_id, here.surface, there.surface)


def _grain(name: Named) -> Precision:
    large = (Precision.COUNTRY, Precision.REGION, Precision.AREA)
    return name.precision if name.precision in large else Precision.POINT


def _other_date(one: Statement, other: Statement) -> Conflict | None:
    here, there = days_named(one.text), days_named(other.text)
    if len(here) != 1 or len(there) != 1 or _share(one, other) < LEAST_SHARE_OF_DATES:
        return None
    (mine, said_a), (theirs, said_b) = *here.items(), *there.items()
    if mine[-5:] == theirs[-5:] and (len(mine) != len(theirs) or mine == theirs):
        return None
    return Conflict(OTHER_DATE, one.named[0].mention_id, other.named[0].mention_id, said_a, said_b)


def _other_spelling(mine: dict[str, Named], theirs: dict[str, Named]) -> Conflict | None:
    for place_id, here in mine.items():
        there = theirs[place_id]
        if here.misspelt != there.misspelt and fold(here.surface) != fold(there.surface):
            return Conflict(OTHER_SPELLING, here.mention_id, there.mention_id, here.surface, there.surface)
    return None


def _like_pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield the pairs of different articles whose sentences share enough telling words."""
    held: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        for word in statement.words:
            held[word].add(statement.document)
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for word in statement.words:
            if len(held[word]) <= MOST_ARTICLES:
                by_word[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in by_word.values():
        shared.update(combinations(numbers, 2))
    for (first, second), rare in shared.items():
        one, other = statements[first], statements[second]
        if rare >= 2 and one.document != other.document and _alike(one, other) and _near(one.date, other.date):
            yield one, other


def _alike(one: Statement, other: Statement) -> bool:
    return len(one.words & other.words) >= LEAST_SHARED and _share(one, other) >= LEAST_SHARE


def _share(one: Statement, other: Statement) -> float:
    return len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))


def _near(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= DAYS_APART
