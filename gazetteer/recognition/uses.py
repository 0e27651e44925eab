"""Names inside the names of facilities and events: `Vilnius airport`, `Flughafen Vilnius`, the `Minsk accords`."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import resources
from gazetteer.model import Kind
from gazetteer.places.folding import fold
from gazetteer.recognition.context import Context
from gazetteer.recognition.spans import Span
from gazetteer.why import Said

_KINDS = (Kind.FACILITY, Kind.EVENT)
_MOST_BETWEEN = 2
"""words that may stand between a name and the word that says what bears it"""
_KEPT_WORDS = 10_000
_CAPITAL_ONLY = frozenset({"battle", "siege", "treaty", "convention", "conventions", "olympics", "trials"})
"""English heads that make an event only with a capital: the battle of X may be of today, and then it is at X"""
_ELIDING, _APOSTROPHES = frozenset({"fr", "it"}), ("'", "’")

Head = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """What a name is part of, and the words that say so: words `first` to `last` inclusive, the name's among them."""

    kind: Kind
    evidence: str
    first: int
    last: int

    @property
    def why(self) -> tuple[Said, ...]:
        """What the name is part of."""
        return (Said(f"kind.{self.kind.value}", quoted(self.evidence)),)


@dataclass(frozen=True, slots=True)
class _Words:
    """Heads, and the words that a head after a name begins with and one before it ends with."""

    after: tuple[Head, ...]
    before: tuple[Head, ...]
    opens: "_Forms"
    closes: "_Forms"
    between: "_Forms"


def quoted(words: str | None) -> dict[str, list[Said]]:
    """Return words of the text as the value `shown` of a reason."""
    return {"shown": [Said("shown", {"words": words})] if words else []}


def use_of(ctx: Context, span: Span, settlement: bool) -> Use | None:
    """Return the facility or event whose name holds a place's name, None where none does.

    `settlement`: the name is most likely a town's or a spot's. A country's or a region's name is part only of a name
    with a capital: Georgia airports are airports in Georgia, and Syria talks are about Syria.
    """
    lang = ctx.found.lang if ctx.found.lang in _table()["facility"] else "en"
    beside = _beside(lang or "en")
    after = span.last + 1 < len(ctx.folded) and beside.after[_word(ctx, span.last + 1)]
    before = span.first > 0 and beside.before[_word(ctx, span.first - 1)]
    if after or before:
        for kind in _KINDS:
            words = _words(kind, lang or "en")
            use = _after(ctx, span, words, kind, settlement) or _before(ctx, span, words, kind)
            if use is not None:
                return use
    return None


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(resources.path("data", "use_words.json").read_text("utf-8"))
    return table


@lru_cache(maxsize=32)
def _words(kind: Kind, lang: str) -> _Words:
    row = _table()[kind.value][lang]
    after, before = _heads(row["after"]), _heads(row["before"])
    opens, closes = _Forms(head[0] for head in after), _Forms(head[-1] for head in before)
    return _Words(after, before, opens, closes, _Forms(row["between"].split()))


class _Forms(dict[str, bool]):
    """Whether a word is one of some forms, found out once; a form with a star stands for any ending."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._pattern = re.compile("|".join(re.escape(form).replace(r"\*", ".*") for form in forms) or "(?!)")

    def __missing__(self, word: str) -> bool:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        self[word] = known = self._pattern.fullmatch(word) is not None
        return known


@lru_cache(maxsize=512)
def _form(form: str) -> _Forms:
    return _Forms([form])


def _heads(words: str) -> tuple[Head, ...]:
    """Return the heads of a list, single words first and then phrases, each after a semicolon; longest first."""
    single, *phrases = words.split(";")
    heads = [*((word,) for word in single.split()), *(tuple(phrase.split()) for phrase in phrases)]
    return tuple(sorted(heads, key=len, reverse=True))


@lru_cache(maxsize=2)
def _links(kind: Kind) -> frozenset[str]:
    return frozenset(_table()["links"][kind.value].split())


class _Beside(NamedTuple):
    """Words one of which stands right after or before every name that is part of another."""

    after: _Forms
    before: _Forms


@lru_cache(maxsize=16)
def _beside(lang: str) -> _Beside:
    rows = [_table()[kind.value][lang] for kind in _KINDS]
    between = [form for row in rows for form in row["between"].split()]
    after = [head[0] for row in rows for head in _heads(row["after"])]
    before = [head[-1] for row in rows for head in _heads(row["before"])]
    links = [link for kind in _KINDS for link in _links(kind)]
    return _Beside(_Forms([*after, *between]), _Forms([*before, *between, *links]))


@lru_cache(maxsize=16)
def _several(lang: str | None) -> frozenset[str]:
    words = _table()["one_of_several"]
    return frozenset(fold(word) for word in words.get(lang, words["en"]).split())


def _after(ctx: Context, span: Span, words: _Words, kind: Kind, settlement: bool) -> Use | None:
    """Return what a head after the name makes of it (`Vilnius International Airport`)."""
    at = span.last + 1
    for skipped in range(_MOST_BETWEEN + 1):
        if at >= len(ctx.folded) or not _joined(ctx, at - 1):
            return None
        word = _word(ctx, at)
        head = _head(ctx, words.after, at) if words.opens[word] else None
        if head is not None:
            last = at + len(head) - 1
            capital = ctx.found.capital(last)
            if kind is Kind.EVENT and capital and _goes_on(ctx, last):
                return None
            if not capital and (not settlement or _one_of_several(ctx, span.first) or head[0] in _CAPITAL_ONLY):
                return None
            return Use(kind, _said(ctx, at, last), span.first, last)
        if skipped == _MOST_BETWEEN or not words.between[word]:
            return None
        at += 1
    return None


def _before(ctx: Context, span: Span, words: _Words, kind: Kind) -> Use | None:
    """Return what a head before the name makes of it (`Battle of Kursk`, `aéroport international de Vilnius`)."""
    links = _links(kind)
    at, linked = span.first - 1, False
    while at >= 0 and span.first - at <= _MOST_BETWEEN + 1 and _word(ctx, at) in links and _joined(ctx, at):
        at, linked = at - 1, True
    while at >= 0 and _joined(ctx, at) and words.between[_word(ctx, at)]:
        at -= 1
    if at < 0 or not words.closes[_word(ctx, at)]:
        return None
    for head in words.before:
        first = at - len(head) + 1
        if first < 0 or not _joined(ctx, at) or not _matches(ctx, first, head):
            continue
        english = ctx.found.lang in (None, "en")
        if english and (not ctx.found.capital(at) or (head[0] in _CAPITAL_ONLY and not linked)):
            return None
        if _one_of_several(ctx, first):
            return None
        return Use(kind, _said(ctx, first, at), first, span.last)
    return None


def _head(ctx: Context, heads: tuple[Head, ...], at: int) -> Head | None:
    for head in heads:
        end = at + len(head)
        joined = all(_joined(ctx, index) for index in range(at, min(end, len(ctx.folded)) - 1))
        if joined and end <= len(ctx.folded) and _matches(ctx, at, head):
            return head
    return None


def _matches(ctx: Context, at: int, head: Head) -> bool:
    return all(_form(form)[_word(ctx, at + index)] for index, form in enumerate(head))


def _joined(ctx: Context, index: int) -> bool:
    """Say whether a word and the next may belong to one name; what is written together does (`d'Odessa`)."""
    found = ctx.found
    return found.joined[index] or found.ends[index] == found.starts[index + 1]


def _word(ctx: Context, index: int) -> str:
    """Return a folded word, without an article written together with it (`l'aéroport`)."""
    text = ctx.found.written[index]
    if ctx.found.lang in _ELIDING and text[1:2] in _APOSTROPHES and len(text) > 2:
        return fold(text[2:])
    return ctx.folded[index]


def _goes_on(ctx: Context, last: int) -> bool:
    """Say whether more of a name follows (`Lawrence Convention Center`), in a language that writes nouns small."""
    after = last + 1
    if ctx.found.lang == "de" or after >= len(ctx.folded):
        return False
    gap = ctx.found.text[ctx.found.ends[last] : ctx.found.starts[after]]
    return gap in (" ", " & ") and ctx.found.capital(after) and ctx.found.written[after].isalpha()


def _one_of_several(ctx: Context, first: int) -> bool:
    """Say whether the text means some facility of the town (`a Kharkiv hospital`), which has a name of its own."""
    return first > 0 and ctx.folded[first - 1] in _several(ctx.found.lang)


def _said(ctx: Context, first: int, last: int) -> str:
    return ctx.found.text[ctx.found.starts[first] : ctx.found.ends[last]]
