"""Kinds: whether a name stands for its place, its people, its government, an organisation or a person."""

from gazetteer.model import Kind
from gazetteer.places.records import NameKind
from gazetteer.recognition.context import Context
from gazetteer.recognition.spans import Span
from gazetteer.recognition.uses import Use, quoted, use_of
from gazetteer.why import Said

FACILITIES = {
    **dict.fromkeys(("AIRP", "AIRF", "AIRH", "AIRQ"), "airport"),
    **dict.fromkeys(("AIRB", "NVB", "INSM"), "base"),
    **dict.fromkeys(("PS", "PSN", "PSH", "STNE", "STNN"), "power station"),
    **dict.fromkeys(("RSTN", "MTRO", "BUSTN", "RSTP"), "station"),
    **dict.fromkeys(("HSP", "HSPC", "CTRM"), "hospital"),
    **dict.fromkeys(("MFG", "OILR", "SHPF", "MLO"), "works"),
    **dict.fromkeys(("BDG", "BDGQ"), "bridge"),
    "DAM": "dam",
    "STDM": "stadium",
    "PRN": "prison",
    "PRT": "port",
    "CSTL": "castle",
    "SCHM": "military school",
}
"""feature codes of class S (and PRT) that are facilities, and what each is"""
_NEAR_WORDS = 12
"""In a line of nothing but capitals, an organisation's word farther off says nothing of a name."""


def accepted_kind(ctx: Context, span: Span, use: Use | None) -> Kind:
    """Return the kind of a span that was accepted as naming a place; `use`: what its name is part of."""
    bearers = span.bearers
    if use is not None:
        return use.kind
    if bearers.best is None:
        return Kind.LITERAL
    if _heads_organisation(ctx, span) and use_of(ctx, span, settlement=False) is None:
        return Kind.ORGANISATION
    if bearers.best.kind is NameKind.DEMONYM:
        return Kind.DEMONYM
    if NameKind.GOVERNMENT in bearers.kinds and (len(bearers.kinds) == 1 or not _located(ctx, span)):
        return Kind.METONYM
    governs = bearers.feature.startswith("A.PCL") or bearers.feature == "P.PPLC"
    return Kind.METONYM if governs and _speaks(ctx, span) and not _located(ctx, span) else Kind.LITERAL


def larger_use(ctx: Context, span: Span) -> Use | None:
    """Return the facility or event whose name the span is part of, with the words that say so."""
    bearers = span.bearers
    if bearers.best is not None and bearers.best.kind is NameKind.DEMONYM:
        return None
    return use_of(ctx, span, settlement=not bearers.feature.startswith(("A.PCL", "A.ADM1", "L.", "H.")))


def kind_reason(ctx: Context, span: Span, kind: Kind) -> tuple[Said, ...]:
    """Return what names the words of the text a kind was read from, nothing where the name alone says it."""
    if kind not in (Kind.ORGANISATION, Kind.PERSON, Kind.METONYM):
        return ()
    return (Said(f"kind.{kind.value}", quoted(_evidence(ctx, span, kind))),)


def _evidence(ctx: Context, span: Span, kind: Kind) -> str | None:
    written, words = ctx.found.written, ctx.found.words
    if kind is Kind.ORGANISATION:
        heads = [index for index in _run(ctx, span) if ctx.folded[index] in words.organisation]
        near = min(
            (i for i in heads if not span.first <= i <= span.last), key=lambda i: abs(i - span.first), default=None
        )
        return None if near is None else written[near]
    if kind is Kind.PERSON and span.first > 0:
        titled = ctx.folded[span.first - 1] in words.honorific
        named = ctx.folded[span.last] in ctx.named or ctx.folded[span.last] in ctx.titled
        return written[span.first - 1] if titled or (named and _follows_name(ctx, span)) else None
    if kind is Kind.METONYM and _speaks(ctx, span):
        return written[span.last + 1]
    return None


def _follows_name(ctx: Context, span: Span) -> bool:
    """Say whether a capitalised word of the same run, most likely a first name, stands before the span."""
    before = ctx.run_at(span.first - 1) if span.first else None
    return before is not None and before == ctx.run_at(span.first)


def _run(ctx: Context, span: Span) -> range:
    first, last = ctx.run(span)
    return range(max(first, span.first - _NEAR_WORDS), min(last, span.last + _NEAR_WORDS) + 1)


def refused_kind(ctx: Context, span: Span) -> Kind | None:
    """Return organisation or person where that is why a known name was refused, else None."""
    words = ctx.found.words
    before = ctx.folded[span.first - 1] if span.first else ""
    run = [ctx.folded[index] for index in _run(ctx, span)]
    own = set(ctx.folded[span.first : span.last + 1])
    if any(word in words.organisation for word in run if word not in own):
        return Kind.ORGANISATION
    last_word = ctx.folded[span.last]
    named = before in words.honorific or last_word in ctx.titled or last_word in ctx.named
    return Kind.PERSON if named else None


def _heads_organisation(ctx: Context, span: Span) -> bool:
    """Say whether the next word makes the name an organisation's (`Miami Herald`); a town's police stays the town's."""
    after = span.last + 1
    if after >= len(ctx.folded) or not ctx.found.joined[span.last] or not ctx.found.capital(after):
        return False
    return ctx.folded[after] in ctx.found.words.organisation


def _located(ctx: Context, span: Span) -> bool:
    return span.first > 0 and ctx.folded[span.first - 1] in ctx.found.words.locative


def _speaks(ctx: Context, span: Span) -> bool:
    after = span.last + 1
    near = after < len(ctx.folded) and ctx.found.text[span.end : ctx.found.starts[after]] == " "
    return near and ctx.folded[after] in ctx.found.words.speech
