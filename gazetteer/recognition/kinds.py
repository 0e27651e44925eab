"""Kinds: whether a name stands for its place, its people, its government, an organisation or a person."""

from gazetteer.model import Kind
from gazetteer.places.folding import fold
from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.context import Context
from gazetteer.recognition.scan import Span

_NEAR_WORDS = 12
"""In a line of nothing but capitals, an organisation's word farther off says nothing of a name."""


def accepted_kind(ctx: Context, span: Span, gazetteer: Gazetteer) -> Kind:
    """Return the kind of a span that was accepted as naming a place."""
    if not span.hits:
        return Kind.LITERAL
    if _heads_organisation(ctx, span):
        return Kind.ORGANISATION
    best = min(span.hits, key=lambda hit: (hit.kind is NameKind.DEMONYM, hit.pid))
    kinds = {hit.kind for hit in span.hits}
    if best.kind is NameKind.DEMONYM:
        return Kind.DEMONYM
    if kinds == {NameKind.GOVERNMENT} or (NameKind.GOVERNMENT in kinds and not _located(ctx, span)):
        return Kind.METONYM
    feature = gazetteer.columns.features[gazetteer.columns.feature[best.pid]]
    governs = feature.startswith("A.PCL") or feature == "P.PPLC"
    return Kind.METONYM if governs and _speaks(ctx, span) else Kind.LITERAL


def refused_kind(ctx: Context, span: Span) -> Kind | None:
    """Return organisation or person where that is why a known name was refused, else None."""
    words = ctx.found.words
    before = ctx.folded[span.first - 1] if span.first else ""
    first, last = ctx.run_of.get(span.first, (span.first, span.last))
    run = ctx.folded[max(first, span.first - _NEAR_WORDS) : min(last, span.last + _NEAR_WORDS) + 1]
    own = set(ctx.folded[span.first : span.last + 1])
    if any(word in words.organisation for word in run if word not in own):
        return Kind.ORGANISATION
    last_word = ctx.folded[span.last]
    named = before in words.honorific or last_word in ctx.titled or last_word in ctx.named
    return Kind.PERSON if named else None


def _heads_organisation(ctx: Context, span: Span) -> bool:
    """Say whether the next word makes the name an organisation's (`Miami Herald`); a town's police stays the town's."""
    after = span.last + 1
    if after >= len(ctx.folded) or not ctx.found.joined[span.last] or not ctx.found.tokens[after].capital:
        return False
    return ctx.folded[after] in ctx.found.words.organisation


def _located(ctx: Context, span: Span) -> bool:
    return span.first > 0 and ctx.folded[span.first - 1] in ctx.found.words.locative


def _speaks(ctx: Context, span: Span) -> bool:
    after = span.last + 1
    near = after < len(ctx.folded) and ctx.found.text[span.end : ctx.found.tokens[after].start] == " "
    return near and fold(ctx.found.tokens[after].text) in ctx.found.words.speech
