"""What speaks for and against a span being a place name: one row of numbers a span.

Two passes share the row: pass 1 sees the name, the gazetteer and the words around; pass 2 sees also
what pass 1 thought of the rest of the document (`DOCUMENT_FEATURES`).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log10

from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.context import Context, said_place, zipf
from gazetteer.recognition.scan import Scan, Span

_OWN_KINDS = (NameKind.MAIN, NameKind.OFFICIAL)
_OPENING, _CLOSING = '«„“»"‚', '»“”«"'
_QUOTED = 28
"""How far, in code points, a title's quotation marks may stand from a name in it."""

SPAN_FEATURES = (
    "words",
    "letters",
    "all_capitals",
    "initial",
    "line_capitals",
    "known",
    "headed",
    "abbreviation",
    "demonym",
    "inflected_only",
    "best_kind",
    "own_population",
    "any_population",
    "own_rank",
    "any_rank",
    "senses",
    "country_sense",
    "admin_sense",
    "nature_sense",
    "longest",
    "inside_longer",
    "contains_known",
    "zipf_max",
    "zipf_min",
    "lower_in_document",
    "stop_word",
    "hyphenated",
)
CONTEXT_FEATURES = (
    "before_locative",
    "before_preposition",
    "before_article",
    "before_honorific",
    "before_and",
    "before_comma",
    "before_capital",
    "before_known",
    "before_head",
    "before_organisation",
    "before_initial",
    "before_number",
    "after_capital",
    "after_known",
    "after_organisation",
    "after_head",
    "after_lower_head",
    "after_comma_known",
    "comma_known_before",
    "after_possessive",
    "after_speech",
    "after_and",
    "after_bracket",
    "after_hyphen",
    "after_number",
    "after_lower",
    "after_place_word",
    "before_zipf",
    "after_zipf",
    "run_words",
    "run_start",
    "run_end",
    "whole_run",
    "run_organisation",
    "run_honorific",
    "line_position",
    "text_position",
    "line_words",
    "in_short_quote",
)
NAME_FEATURES = (
    "same_count",
    "same_person_share",
    "same_locative_share",
    "same_alone_share",
    "part_of_person_name",
    "title_mentions",
    "lang_nouns_capital",
    "lang_has_articles",
    "person_uses",
    "locative_uses",
    "said_uses",
    "caps_density",
)
DOCUMENT_FEATURES = (
    "p",
    "same_best",
    "same_mean",
    "country_share",
    "admin_share",
    "country_named",
    "rival",
    "rival_longer",
    "left_p",
    "left_gap",
    "right_p",
    "right_gap",
    "accepted_density",
)
FEATURES = (*SPAN_FEATURES, *CONTEXT_FEATURES, *NAME_FEATURES, "wording")


def rows(ctx: Context, gazetteer: Gazetteer, wording: Sequence[float]) -> list[list[float]]:
    """Return one row of `FEATURES` for each span of the scan; `wording`: what the words alone say of each."""
    return [
        [*_span_row(ctx, span, gazetteer), *_context_row(ctx, span), *_name_row(ctx, span), said]
        for span, said in zip(ctx.found.spans, wording, strict=True)
    ]


def _span_row(ctx: Context, span: Span, gazetteer: Gazetteer) -> list[float]:
    found, columns = ctx.found, gazetteer.columns
    population, feature, features = columns.population, columns.feature, columns.features
    own = [hit for hit in span.hits if hit.kind in _OWN_KINDS]
    classes = {features[feature[hit.pid]][:5] for hit in span.hits[:20]}
    neighbours = [
        other for start in range(max(0, span.first - 5), span.last + 1) for other in ctx.span_at.get(start, ())
    ]
    inside = any(
        o.first <= span.first and o.last >= span.last and o.words > span.words and o.hits and not o.headed
        for o in neighbours
    )
    contains = any(
        span.first <= o.first and o.last <= span.last and o.words < span.words and o.hits for o in neighbours
    )
    frequencies = [zipf(found.tokens[i].text.lower(), found.lang or "en") for i in range(span.first, span.last + 1)]
    lower = min(ctx.lower_words[ctx.folded[i]] for i in range(span.first, span.last + 1))
    line = _line(ctx, span.start)
    return [
        span.words,
        len(span.surface),
        float(span.surface.isupper()),
        float(found.tokens[span.first].initial),
        float(line.isupper()),
        float(bool(span.hits)),
        float(span.headed),
        float(any(h.kind is NameKind.ABBREVIATION for h in span.hits)),
        float(any(h.kind is NameKind.DEMONYM for h in span.hits)),
        float(bool(span.hits) and all(h.inflected for h in span.hits)),
        float(min((h.kind for h in span.hits), default=20)),
        _log(max((population[h.pid] for h in own), default=0)),
        _log(max((population[h.pid] for h in span.hits), default=0)),
        _rank(own),
        _rank(span.hits),
        len(span.hits),
        float(any(c.startswith("A.PCL") for c in classes)),
        float(any(c.startswith("A.ADM") for c in classes)),
        float(any(c[0] in "HLTUV" for c in classes if c)),
        float(not inside),
        float(inside),
        float(contains),
        max(frequencies),
        min(frequencies),
        lower,
        float(max(frequencies) >= 6.0),
        float("-" in span.surface),
    ]


def _log(population: int) -> float:
    return log10(population + 1)


def _rank(hits: Sequence[object]) -> float:
    """Return log10 of the most prominent place's number (places are numbered by prominence); 7 for none."""
    pids = [hit.pid for hit in hits]  # type: ignore[attr-defined]
    return log10(min(pids) + 1) if pids else 7.0


def _line(ctx: Context, position: int) -> str:
    """Return the line a position stands in, at most its first 400 code points."""
    begin, end = ctx.line_at(position)
    return ctx.found.text[begin : min(end, begin + 400)]


def _context_row(ctx: Context, span: Span) -> list[float]:
    found, words, folded = ctx.found, ctx.found.words, ctx.folded
    tokens, text = found.tokens, found.text
    i, j = span.first - 1, span.last + 1
    joined_before = i >= 0 and found.joined[i]
    joined_after = j < len(tokens) and found.joined[span.last]
    before = folded[i] if i >= 0 and _near(text, tokens[i].end, span.start) else ""
    after = folded[j] if j < len(tokens) and _near(text, span.end, tokens[j].start) else ""
    gap_before = text[tokens[i].end : span.start] if i >= 0 else ""
    tail = text[span.end : span.end + 3]
    run = ctx.run_of.get(span.first, (span.first, span.last))
    run_words = [folded[k] for k in range(run[0], min(run[1], run[0] + 12) + 1)]
    line = _line(ctx, span.start)
    return [
        float(before in words.locative),
        float(before in words.preposition),
        float(before in words.article),
        float(before in words.honorific),
        float(before in ("and", "und", "и", "і", "та", "ir", "i", "et", "y")),
        float(gap_before.startswith(",")),
        float(joined_before and tokens[i].capital),
        float(joined_before and _ends_known(ctx, i)),
        float(said_place(ctx, span)),
        float(
            before in words.organisation_before
            or (before in words.organisation and joined_before and tokens[i].capital)
        ),
        float(i >= 0 and joined_before and len(tokens[i].text) == 1 and tokens[i].capital),
        float(before[:1].isdigit()),
        float(joined_after and tokens[j].capital),
        float(joined_after and any(s.hits for s in ctx.span_at.get(j, ()))),
        float(after in words.organisation and joined_after and tokens[j].capital),
        float(after in words.head_after and joined_after and tokens[j].capital),
        float(after in words.head_after and joined_after and not tokens[j].capital),
        float(tail.startswith(",") and any(s.hits for s in ctx.span_at.get(j, ()))),
        float(gap_before.strip() == "," and i >= 0 and _ends_known(ctx, i)),
        float(tail[:1] in "'’" and tail[1:2] in "sS" and len(tail) > 1),
        float(after in words.speech),
        float(after in ("and", "und", "и", "і", "та", "ir", "i", "et", "y")),
        float(tail.lstrip()[:1] == "("),
        float(tail[:1] == "-"),
        float(after[:1].isdigit()),
        float(joined_after and not tokens[j].capital),
        float(after in words.after_place),
        _edge_zipf(ctx, i, before),
        _edge_zipf(ctx, j, after),
        run[1] - run[0] + 1,
        float(span.first == run[0]),
        float(span.last == run[1]),
        float((span.first, span.last) == run),
        float(any(w in words.organisation for w in run_words if w not in span.key.split())),
        float(any(w in words.honorific for w in run_words)),
        (span.start - ctx.line_at(span.start)[0]) / 1000,
        span.start / max(1, len(text)),
        len(line.split()),
        float(_in_short_quote(text, span)),
    ]


def _in_short_quote(text: str, span: Span) -> bool:
    """Say whether the span stands within quotation marks that hold a few words: a title, as of a newspaper."""
    left = text[max(0, span.start - _QUOTED) : span.start]
    right = text[span.end : span.end + _QUOTED]
    opened = max(left.rfind(mark) for mark in _OPENING)
    if opened < 0 or any(mark in left[opened + 1 :] for mark in _CLOSING) or "\n" in left[opened:]:
        return False
    closed = min((right.find(mark) for mark in _CLOSING if mark in right), default=-1)
    return closed >= 0 and not any(mark in right[:closed] for mark in ".!?\n,")


def _edge_zipf(ctx: Context, index: int, word: str) -> float:
    return zipf(ctx.found.tokens[index].text.lower(), ctx.found.lang or "en") if word else -1.0


def _near(text: str, end: int, start: int) -> bool:
    return start - end <= 2 and "\n" not in text[end:start] and not any(mark in text[end:start] for mark in ".;:!?")


def _ends_known(ctx: Context, index: int) -> bool:
    """Say whether a gazetteer name ends at token `index`."""
    return any(
        span.hits and span.last == index
        for start in range(max(0, index - 3), index + 1)
        for span in ctx.span_at.get(start, ())
    )


def _name_row(ctx: Context, span: Span) -> list[float]:
    last = ctx.folded[span.last]
    uses = max(1, ctx.uses[last])
    lang = ctx.found.lang or "en"
    person_parts = [
        ctx.person_uses[ctx.folded[k]] / max(1, ctx.uses[ctx.folded[k]]) for k in range(span.first, span.last + 1)
    ]
    title_end = ctx.line_starts[1] - 1 if len(ctx.line_starts) > 1 else -1
    # spans stand in text order
    title = bisect_left(ctx.by_key[span.key], max(title_end, 80), key=lambda s: s.start)
    return [
        len(ctx.by_key[span.key]),
        ctx.person_uses[last] / uses,
        ctx.locative_uses[ctx.folded[span.first]] / uses,
        ctx.alone_uses[last] / uses,
        max(person_parts),
        title,
        float(lang == "de"),
        float(lang not in ("uk", "ru", "pl", "lt", "cs", "sk", "lv")),
        ctx.person_uses[last],
        ctx.locative_uses[ctx.folded[span.first]],
        ctx.said_uses[last],
        ctx.caps_density,
    ]


def document_rows(found: Scan, base: list[list[float]], p: Sequence[float], gazetteer: Gazetteer) -> list[list[float]]:
    """Return the rows of pass 2: each `base` row followed by `DOCUMENT_FEATURES` from pass 1's probabilities `p`."""
    columns = gazetteer.columns
    by_key: dict[str, list[float]] = defaultdict(list)
    countries: Counter[int] = Counter()
    regions: Counter[int] = Counter()
    named: set[int] = set()
    for span, probability in zip(found.spans, p, strict=True):
        by_key[span.key].append(probability)
        if probability > 0.5 and span.hits:
            best = span.hits[0].pid
            countries[columns.country[best]] += 1
            regions[columns.admin1[best]] += 1
            if columns.features[columns.feature[best]].startswith("A.PCL"):
                named.add(columns.country[best])
    total = max(1, sum(countries.values()))
    density = total / max(1, len(found.tokens))
    sums = {key: (sum(same), max(same)) for key, same in by_key.items()}
    result = []
    for index, span in enumerate(found.spans):
        same = by_key[span.key]
        whole, highest = sums[span.key]
        others = (whole - p[index]) / (len(same) - 1) if len(same) > 1 else -1.0
        own = {columns.country[hit.pid] for hit in span.hits[:20]}
        areas = {columns.admin1[hit.pid] for hit in span.hits[:20]}
        rival, longer = _rival(found.spans, p, index)
        left, right = _neighbour(found.spans, p, index, -1), _neighbour(found.spans, p, index, 1)
        result.append(
            [
                *base[index],
                p[index],
                highest,
                others,
                max((countries[c] for c in own), default=0) / total,
                max((regions[a] for a in areas), default=0) / total,
                float(bool(own & named)),
                rival,
                longer,
                *left,
                *right,
                density,
            ]
        )
    return result


def _rival(spans: list[Span], p: Sequence[float], index: int) -> tuple[float, float]:
    """Return the best probability of an overlapping span, and of an overlapping longer one."""
    span, best, longer = spans[index], 0.0, 0.0
    for step in (-1, 1):
        k = index + step
        while 0 <= k < len(spans) and abs(k - index) < 12:
            if spans[k].overlaps(span):
                best = max(best, p[k])
                if spans[k].words > span.words:
                    longer = max(longer, p[k])
            k += step
    return best, longer


def _neighbour(spans: list[Span], p: Sequence[float], index: int, step: int) -> tuple[float, float]:
    """Return the probability of the next span that does not overlap, and the gap in code points (at most 100)."""
    span, k = spans[index], index + step
    while 0 <= k < len(spans) and spans[k].overlaps(span):
        k += step
    if not 0 <= k < len(spans):
        return -1.0, 100.0
    gap = spans[k].start - span.end if step > 0 else span.start - spans[k].end
    return p[k], float(min(100, max(0, gap)))
