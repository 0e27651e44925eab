"""What a whole document says of its words: how a name is used elsewhere, what looks like a person's name."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from math import log10

import wordfreq

from gazetteer.places.store import NameKind
from gazetteer.recognition.inflection import nominatives
from gazetteer.recognition.scan import Scan, Span

_BREAK = re.compile("\n")
_COMMON = 5.0
"""A word of this Zipf frequency is no first name."""
_RAREST, _SPACELESS = 1e-9, frozenset({"zh", "ja", "ko"})
"""the frequency of a word in no list, and languages whose texts wordfreq cuts into words by dictionaries"""
_ABROAD = 2.3
"""Zipf frequency in English and French of a German first name."""
_KNOWN = 2_000
"""Places before this number are known the world over."""


@lru_cache(maxsize=200_000)
def zipf(word: str, lang: str) -> float:
    """Return the Zipf frequency of a lower-case word (wordfreq; 0 where the language is not held)."""
    if lang not in _wordfreq_langs():
        lang = "en"
    if word.isascii() and word.isalpha() and lang not in _SPACELESS:
        # the library would first try to take the word apart
        return round(log10(max(_frequencies(lang).get(word, 0.0), _RAREST)) + 9, 2)
    return wordfreq.zipf_frequency(word, lang, wordlist="small")


@lru_cache(maxsize=32)
def _frequencies(lang: str) -> dict[str, float]:
    frequencies: dict[str, float] = wordfreq.get_frequency_dict(lang, "small")
    return frequencies


@lru_cache(maxsize=1)
def _wordfreq_langs() -> frozenset[str]:
    return frozenset(wordfreq.available_languages("small"))


@dataclass(slots=True)
class Context:
    """Counts over a whole document that single spans are judged by."""

    found: Scan
    folded: list[str]
    lower_words: Counter[str]
    span_at: dict[int, list[Span]]
    run_of: dict[int, tuple[int, int]]
    by_key: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    person_uses: Counter[str] = field(default_factory=Counter)
    locative_uses: Counter[str] = field(default_factory=Counter)
    alone_uses: Counter[str] = field(default_factory=Counter)
    said_uses: Counter[str] = field(default_factory=Counter)
    titled: set[str] = field(default_factory=set)
    """Words that a title stands before somewhere (`Mr Houston`)."""
    named: set[str] = field(default_factory=set)
    """Words that end what looks like a first name and a surname somewhere (`Ivan Korolev`)."""
    uses: Counter[str] = field(default_factory=Counter)
    caps_density: float = 0.0
    line_starts: list[int] = field(default_factory=lambda: [0])

    def line_at(self, position: int) -> tuple[int, int]:
        """Return where the line of a position begins and ends, without its break."""
        index = bisect_right(self.line_starts, position)
        end = self.line_starts[index] - 1 if index < len(self.line_starts) else len(self.found.text)
        return self.line_starts[index - 1], end


def context(found: Scan) -> Context:
    """Return the document counts of a scan."""
    folded = found.folded
    lower = Counter([word for word, token in zip(folded, found.tokens, strict=True) if not token.capital])
    span_at: dict[int, list[Span]] = defaultdict(list)
    for span in found.spans:
        span_at[span.first].append(span)
    run_of = {index: run for run in found.runs for index in range(run[0], run[1] + 1)}
    result = Context(found, folded, lower, dict(span_at), run_of)
    result.line_starts += [match.end() for match in _BREAK.finditer(found.text)]
    for span in found.spans:
        result.by_key[span.key].append(span)
    for first, last in found.runs:
        for index in range(first, last + 1):
            _count_use(result, index, first, last)
    for persons in (result.titled, result.named):
        persons.update([form for word in persons for form in nominatives(word, found.lang or "en")])
    capitals = sum([token.capital for token in found.tokens])
    result.caps_density = capitals / max(1, len(found.tokens))
    return result


def _count_use(ctx: Context, index: int, first: int, last: int) -> None:
    words = ctx.found.words
    word = ctx.folded[index]
    before = ctx.folded[index - 1] if index else ""
    ctx.uses[word] += 1
    if index == last and (before in words.honorific or (index > first and _may_be_first_name(ctx, index - 1))):
        ctx.person_uses[word] += 1
    if index == last and index + 1 < len(ctx.folded) and ctx.folded[index + 1] in words.speech:
        ctx.said_uses[word] += 1
    if before in words.title:
        ctx.titled.add(word)
    if index == last and index - first in (1, 2) and _first_name(ctx, index - 1):
        ctx.named.add(word)
    if index == first == last:
        ctx.alone_uses[word] += 1
    if index == first and before in words.locative:
        ctx.locative_uses[word] += 1


def _first_name(ctx: Context, index: int) -> bool:
    """Say whether a capitalised word before another may be a first name: no place, demonym, title or common word."""
    word, words = ctx.folded[index], ctx.found.words
    others = (words.head_after, words.head_before, words.organisation, words.article, words.connector, words.honorific)
    if any(word in kind for kind in others) or word in words.direction:
        return False
    if any(span.hits and (span.last > index or _well_known(span)) for span in ctx.span_at.get(index, ())):
        return False
    return _is_name_abroad(ctx, index) and zipf(ctx.found.tokens[index].text.lower(), ctx.found.lang or "en") < _COMMON


def _may_be_first_name(ctx: Context, index: int) -> bool:
    """Say whether a capitalised word before another may be part of a person's name."""
    return not _known_before(ctx, index + 1) and _is_name_abroad(ctx, index)


def _is_name_abroad(ctx: Context, index: int) -> bool:
    """Say whether a German word with a capital is known to other languages, as first names are and nouns are not."""
    if ctx.found.lang != "de":
        return True
    word = ctx.found.tokens[index].text.lower()
    return all(zipf(word, lang) >= _ABROAD for lang in ("en", "fr"))


def _well_known(span: Span) -> bool:
    return any(hit.kind is NameKind.DEMONYM or (hit.kind <= NameKind.SHORT and hit.pid < _KNOWN) for hit in span.hits)


def _known_before(ctx: Context, index: int) -> bool:
    """Say whether the word before `index` is itself a place name or part of one ending at `index`."""
    return any(span.hits and span.last >= index for span in ctx.span_at.get(index - 1, ()))


def said_place(ctx: Context, span: Span) -> bool:
    """Say whether the words before call the span a kind of place (`the hamlet of X`, `Dorf X`, `у селі X`)."""
    words, before = ctx.found.words, span.first - 1
    if before >= 0 and ctx.folded[before] in words.connector:
        before -= 1
    if before < 0 or ctx.found.text[ctx.found.tokens[before].end : span.start].strip() not in (
        "",
        ctx.folded[span.first - 1],
    ):
        return False
    return ctx.folded[before] in words.head_before
