"""What a text says outright that a name is: `the hamlet of X`, `X, a Georgian village`, `X is a town in Y`."""

from gazetteer.recognition.context import Context
from gazetteer.recognition.lexicon import WITHOUT_ARTICLES
from gazetteer.recognition.spans import Span
from gazetteer.recognition.vocabulary import MARK

_COMMA, _DASHES = ", ", (" – ", " — ", " - ")
_ADJECTIVES = 3
"""words before a kind of settlement, without the article"""
_ON = MARK["locative"] | MARK["preposition"] | MARK["connector"] | MARK["article"]
"""words that what a name is called does not go on with: `a town in`, but `a town councillor`"""
_NOT_BEFORE = _ON | MARK["honorific"]


def said_place(ctx: Context, span: Span) -> bool:
    """Say whether the words before call the span a kind of place (`the hamlet of X`, `Dorf X`, `у селі X`)."""
    words, before = ctx.found.words, span.first - 1
    if before >= 0 and ctx.folded[before] in words.connector:
        before -= 1
    if before < 0 or ctx.found.text[ctx.found.ends[before] : span.start].strip() not in (
        "",
        ctx.folded[span.first - 1],
    ):
        return False
    return ctx.folded[before] in words.head_before


def called_settlement(ctx: Context, span: Span) -> bool:
    """Say whether the words after call the span a settlement."""
    found = ctx.found
    at, last = span.last + 1, len(found.marks) - 1
    if at > last:
        return False
    gap = _gap(ctx, at)
    if gap == " " and found.folded[at] in found.words.copula and at < last:
        at, gap = at + 1, _gap(ctx, at + 1)
        if gap != " ":
            return False
    elif gap != _COMMA and gap not in _DASHES:
        return False
    if found.folded[at] in found.words.indefinite:
        at += 1
    elif found.lang not in WITHOUT_ARTICLES:
        return False
    for index in range(at, min(at + _ADJECTIVES, last) + 1):
        mark = found.marks[index]
        if (index > at and _gap(ctx, index) not in (" ", "-")) or mark & _NOT_BEFORE:
            return False
        if mark & MARK["city_word"] and (found.lang == "de" or not mark & MARK["capital"]):
            return index == last or _ends(ctx, index)
    return False


def _ends(ctx: Context, index: int) -> bool:
    """Say whether what something is called ends with a word that is not the last."""
    gap, mark = _gap(ctx, index + 1), ctx.found.marks[index + 1]
    if gap != " ":
        return gap[:1] not in ("", "-", "'", "’")
    named = ctx.found.lang in WITHOUT_ARTICLES and mark & MARK["capital"]
    return bool(mark & _ON or named)


def _gap(ctx: Context, index: int) -> str:
    """Return what stands before a word."""
    return ctx.found.text[ctx.found.ends[index - 1] : ctx.found.starts[index]]
