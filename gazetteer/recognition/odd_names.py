"""Known names of other shapes than capitals in a row: an ending in brackets, a possessive, an &, small words."""

import re
from bisect import bisect_left
from collections.abc import Iterator

import numpy as np

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.bearers import Names
from gazetteer.recognition.gaps import GAP
from gazetteer.recognition.spans import MAX_WORDS, Scan, Span
from gazetteer.recognition.vocabulary import MARK

_ROMANCE = frozenset({"es", "fr", "it", "pt"})
"""languages that write an adjective in a name small, and the kind of place that begins it"""
_ALL_SMALL = _ROMANCE | {"pl"}
"""languages in which a name may be small throughout: a kind of place and an adjective"""
_TOO_COMMON = 5.5
"""A word of this Zipf frequency is none: `Montréal est` is not Montréal-Est."""
_BRACKETED = re.compile(r" \((?<=\w \()([^\W\d_]+)\)")
_MIDDLE = re.compile(r"['’]s(?<=[^\W\d_]['’]s)(?!\w)| &(?<=\w &)(?= )")
_BEFORE, _AFTER = 3, 3
"""words that a name has at most up to a possessive or an &, and after it"""
_CAPITAL = MARK["capital"]
_GOES_ON = MARK["locative"] | MARK["preposition"] | MARK["connector"] | MARK["and"]
"""words that stand after a name, not after what belongs to it"""
_OF_NAMES = _CAPITAL | MARK["head_after"] | MARK["head_before"] | MARK["connector"] | MARK["elided"]


def odd_names(found: Scan, names: Names, gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield them."""
    for match in _BRACKETED.finditer(found.text):
        first = bisect_left(found.ends, match.start())
        if found.ends[first] == match.start() and found.capital(first):
            yield from _known(found, first, first + 1, match.end(), names)
    for match in _MIDDLE.finditer(found.text):
        last = bisect_left(found.ends, match.start())
        if found.ends[last : last + 1] == [match.start()] and found.capital(last):
            yield from _with_middle(found, last, match.end(), names)
    if found.lang in _ROMANCE:
        yield from _with_small_words(found, names, gazetteer)
        yield from _with_small_heads(found, names)
    if found.lang in _ALL_SMALL:
        yield from _all_small(found, names)


def _known(found: Scan, first: int, last: int, end: int, names: Names) -> Iterator[Span]:
    """Yield the words up to a code point as a name where the gazetteer holds it."""
    start = found.starts[first]
    surface = found.text[start:end]
    key, bearers = names[surface]
    if bearers.hits:
        yield Span(first, last, start, end, surface, key, bearers)


def _with_middle(found: Scan, middle: int, end: int, names: Names) -> Iterator[Span]:
    """Yield the known names that go on after the possessive or the & at the end of a word (`King's Lynn`, `Trinidad &
    Tobago`), or end there (`St. John's`), if nothing stands after it that may belong to them."""
    firsts = [middle]
    while len(firsts) < _BEFORE and firsts[-1] and found.joined[firsts[-1] - 1] and found.capital(firsts[-1] - 1):
        firsts.append(firsts[-1] - 1)
    after, words = middle + 1, len(found.marks)
    gap = found.text[end : found.starts[after]] if after < words else ""
    if gap == " " and found.capital(after):
        for last in range(after, min(after + _AFTER, words)):
            for first in firsts:
                yield from _known(found, first, last, found.ends[last], names)
            if last + 1 < words and not (found.joined[last] and found.marks[last + 1] & _OF_NAMES):
                break
    elif gap != " " or found.marks[after] & _GOES_ON:
        for first in firsts[1:]:
            yield from _known(found, first, middle, end, names)


def _with_small_words(found: Scan, names: Names, gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield the known names whose second word is small (`Arabie saoudite`, `République démocratique du Congo`)."""
    words = len(found.marks)
    for first in range(words - 1):
        second = first + 1
        if not found.capital(first) or not found.joined[first] or found.marks[second] & (_OF_NAMES | MARK["digit"]):
            continue
        if found.vocabulary.zipf(found.columns.numbers[second : second + 1])[0] >= _TOO_COMMON:
            continue
        for last in range(second, min(first + MAX_WORDS, words)):
            yield from _known(found, first, last, found.ends[last], names)
            key, bearers = names[found.text[found.starts[first] : found.ends[last]]]
            goes_on = bearers.hits or gazetteer.has_prefix(key)
            if not goes_on or (last + 1 < words and not found.joined[last]):
                break


def _with_small_heads(found: Scan, names: Names) -> Iterator[Span]:
    """Yield the known names that begin with a kind of place, which is small (`mer Noire`, `estrecho de Ormuz`)."""
    marks = found.columns.marks
    for first in np.flatnonzero((marks & (MARK["head_before"] | _CAPITAL)) == MARK["head_before"]).tolist():
        for last in range(first + 1, min(first + MAX_WORDS, len(marks))):
            if not found.joined[last - 1] or not marks[last] & (_CAPITAL | MARK["connector"] | MARK["elided"]):
                break
            if marks[last] & _CAPITAL:
                yield from _known(found, first, last, found.ends[last], names)
                if last + 1 < len(marks) and found.joined[last]:
                    # mer de Chine méridionale
                    yield from _known(found, first, last + 1, found.ends[last + 1], names)


def _all_small(found: Scan, names: Names) -> Iterator[Span]:
    """Yield the known names that are small throughout (`obwód charkowski`, `péninsule coréenne`)."""
    heads, words = found.columns.marks[:-1] & MARK["head_before"] > 0, len(found.marks)
    for first in np.flatnonzero(heads & found.columns.joined).tolist():
        last = first + 1
        if last + 1 < words and found.columns.gaps[last + 1] & GAP["hyphen"]:
            # województwo kujawsko-pomorskie
            last += 1
        if not found.capital(first + 1):
            yield from _known(found, first, last, found.ends[last], names)
