"""What speaks for and against a span being a place name: one row of numbers a span.

Pass 1 sees the name, the gazetteer and the words around; pass 2 (`document_evidence`) also what pass 1 thought of the
rest of the document. Each feature is a column over all spans of a document.
"""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.context import Context, said_place
from gazetteer.recognition.gaps import GAP
from gazetteer.recognition.scan import Scan, Span
from gazetteer.recognition.senses import SENSE_FEATURES
from gazetteer.recognition.surroundings import TAIL, Surroundings, Vector, padded, tail_marks
from gazetteer.recognition.vocabulary import MARK

_OPENING, _CLOSING = '«„“»"‚', '»“”«"'
_QUOTES = re.compile(f"[{_OPENING}{_CLOSING}]")
_QUOTED = 28
"""How far, in code points, a title's quotation marks may stand from a name in it."""
_RUN_READ = 13
"""words at the start of a run of capitals that are read: a whole line may be one"""
_LINE_READ = 400
"""code points at the start of a line that are read"""
_TITLE = 80
"""code points at the start of a text that count as its title where its first line is shorter"""

SPAN_FEATURES = (
    "words",
    "letters",
    "all_capitals",
    "initial",
    "line_capitals",
    "known",
    "headed",
    *SENSE_FEATURES[1:],
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
EVIDENCE = (*SPAN_FEATURES, *CONTEXT_FEATURES, *NAME_FEATURES, "wording")
FEATURES = (*EVIDENCE, "meaning")

Columns = dict[str, npt.NDArray[Any]]


def rows(ctx: Context, wording: Sequence[float]) -> Vector:
    """Return one row of `EVIDENCE` for each span of the scan; `wording`: what the words alone say of each."""
    spans = ctx.found.spans
    if not spans:
        return np.zeros((0, len(EVIDENCE)))
    around = Surroundings.of(ctx)
    senses = np.array([bearers.senses for bearers in ctx.found.bearers])[ctx.found.bounds[5]]
    columns = {
        **_span_columns(ctx, around),
        **dict(zip(SENSE_FEATURES, senses.T, strict=True)),
        **_before_columns(ctx, around),
        **_after_columns(ctx, around),
        **_run_columns(ctx, around),
        **_name_columns(ctx, around),
        "wording": np.array(wording),
    }
    table = np.empty((len(EVIDENCE), len(spans)))
    for number, name in enumerate(EVIDENCE):
        table[number] = columns[name]
    return table.T


def with_meaning(evidence: Vector, meaning: Vector) -> Vector:
    """Return rows of `FEATURES`: rows of `EVIDENCE`, each with what the meaning of its words says."""
    return np.vstack((evidence.T, meaning)).T


def _span_columns(ctx: Context, around: Surroundings) -> Columns:
    """Return what the name itself shows, and the lines it stands in."""
    found, spans = ctx.found, ctx.found.spans
    begins = np.array(ctx.line_starts)
    line = np.searchsorted(begins, around.start, side="right") - 1
    lines = {number: ctx.line(number)[:_LINE_READ] for number in set(line.tolist())}
    capitals = {number: text.isupper() for number, text in lines.items()}
    words = {number: len(text.split()) for number, text in lines.items()}
    inside = around.inside_known()
    zipf_max = around.most(around.zipf)
    return {
        "words": around.words,
        "letters": np.array([len(span.surface) for span in spans]),
        "all_capitals": np.array([span.surface.isupper() for span in spans]),
        "initial": around.initial[around.first],
        "line_capitals": np.array([capitals[number] for number in line.tolist()]),
        "headed": around.headed,
        "longest": ~inside,
        "inside_longer": inside,
        "contains_known": around.contains_known(),
        "zipf_max": zipf_max,
        "zipf_min": around.least(around.zipf),
        "lower_in_document": around.least(padded(ctx.lower_uses)),
        "stop_word": zipf_max >= 6.0,
        "hyphenated": np.array(["-" in span.surface for span in spans]),
        "line_position": (around.start - begins[line]) / 1000,
        "text_position": around.start / max(1, len(found.text)),
        "line_words": np.array([words[number] for number in line.tolist()]),
        "in_short_quote": _in_short_quotes(found),
    }


def _before_columns(ctx: Context, around: Surroundings) -> Columns:
    """Return what stands before a span."""
    i = around.first - 1
    gaps, marks, joined = around.gaps[i], around.marks[i], around.joined[i]
    near = gaps & GAP["near"] > 0
    told = np.where(near, marks, 0)
    capital = joined & (marks & MARK["capital"] > 0)
    ends_known = around.ends_known()[i]
    return {
        "before_locative": (told & MARK["locative"] > 0) | ((told & MARK["party"] > 0) & (gaps & GAP["hyphen"] > 0)),
        "before_preposition": told & MARK["preposition"] > 0,
        "before_article": told & MARK["article"] > 0,
        "before_honorific": told & MARK["honorific"] > 0,
        "before_and": told & MARK["and"] > 0,
        "before_comma": gaps & GAP["comma first"] > 0,
        "before_capital": capital,
        "before_known": joined & ends_known,
        "before_head": _said_places(ctx, around),
        "before_organisation": (told & MARK["organisation_before"] > 0) | ((told & MARK["organisation"] > 0) & capital),
        "before_initial": capital & (marks & MARK["single"] > 0),
        "before_number": told & MARK["figure"] > 0,
        "before_zipf": np.where(near, around.zipf[i], -1.0),
        "comma_known_before": (gaps & GAP["only a comma"] > 0) & ends_known,
    }


def _after_columns(ctx: Context, around: Surroundings) -> Columns:
    """Return what stands after a span."""
    j = around.last + 1
    marks, joined = around.marks[j], around.joined[around.last]
    near = around.gaps[around.last] & GAP["near"] > 0
    told = np.where(near, marks, 0)
    capital = joined & (marks & MARK["capital"] > 0)
    lower = joined & ~capital
    begins_known = around.begins_known()[j]
    text = ctx.found.text
    tails = np.array([tail_marks(text[end : end + 3]) for end in ctx.found.bounds[3].tolist()])
    return {
        "after_capital": capital,
        "after_known": joined & begins_known,
        "after_organisation": (told & MARK["organisation"] > 0) & capital,
        "after_head": (told & MARK["head_after"] > 0) & capital,
        "after_lower_head": (told & MARK["head_after"] > 0) & lower,
        "after_comma_known": (tails & TAIL["comma"] > 0) & begins_known,
        "after_possessive": tails & TAIL["possessive"] > 0,
        "after_speech": told & MARK["speech"] > 0,
        "after_and": told & MARK["and"] > 0,
        "after_bracket": tails & TAIL["bracket"] > 0,
        "after_hyphen": tails & TAIL["hyphen"] > 0,
        "after_number": told & MARK["figure"] > 0,
        "after_lower": lower,
        "after_place_word": told & MARK["after_place"] > 0,
        "after_zipf": np.where(near, around.zipf[j], -1.0),
    }


def _run_columns(ctx: Context, around: Surroundings) -> Columns:
    """Return what the run of capitals shows that a span stands in; without one, the span is its own."""
    first, last = around.runs.T
    end = np.minimum(last, first + _RUN_READ - 1) + 1
    organisations = around.total("organisation")
    told = organisations[end] > organisations[first]
    for at in np.flatnonzero(told).tolist():
        own = ctx.found.spans[at].key.split()
        read = around.folded(first[at], end[at])
        told[at] = any(word in ctx.found.words.organisation for word in read if word not in own)
    honorifics = around.total("honorific")
    starts, ends = around.first == first, around.last == last
    return {
        "run_words": last - first + 1,
        "run_start": starts,
        "run_end": ends,
        "whole_run": starts & ends,
        "run_organisation": told,
        "run_honorific": honorifics[end] > honorifics[first],
    }


def _name_columns(ctx: Context, around: Surroundings) -> Columns:
    """Return how the document uses the same name and its words."""
    lang, first, last = ctx.found.lang or "en", around.first, around.last
    key = ctx.found.bounds[4]
    title_end = ctx.line_starts[1] - 1 if len(ctx.line_starts) > 1 else -1
    in_title = around.start < max(title_end, _TITLE)
    uses, person, locative = np.maximum(1, padded(ctx.uses)), padded(ctx.person_uses), padded(ctx.locative_uses)
    every = np.ones(len(key))
    return {
        "same_count": np.bincount(key)[key],
        "same_person_share": person[last] / uses[last],
        "same_locative_share": locative[first] / uses[last],
        "same_alone_share": padded(ctx.alone_uses)[last] / uses[last],
        "part_of_person_name": around.most(person / uses),
        "title_mentions": np.bincount(key, in_title)[key],
        "lang_nouns_capital": every * (lang == "de"),
        "lang_has_articles": every * (lang not in ("uk", "ru", "pl", "lt", "cs", "sk", "lv")),
        "person_uses": person[last],
        "locative_uses": locative[first],
        "said_uses": padded(ctx.said_uses)[last],
        "caps_density": every * ctx.caps_density,
    }


def _said_places(ctx: Context, around: Surroundings) -> npt.NDArray[np.bool_]:
    """Say of each span whether the words before call it a kind of place; most have no such word near."""
    i, heads = around.first - 1, around.is_kind("head_before")
    likely = heads[i] | (around.is_kind("connector")[i] & heads[i - 1])
    for at in np.flatnonzero(likely).tolist():
        likely[at] = said_place(ctx, ctx.found.spans[at])
    return likely


def _in_short_quotes(found: Scan) -> npt.NDArray[np.bool_]:
    """Say of each span whether it stands in a title; few have quotation marks near on both sides."""
    quoted = np.zeros(len(found.spans), dtype=np.bool_)
    marks = [match.start() for match in _QUOTES.finditer(found.text)]
    if marks:
        start, end = found.bounds[2:4]
        ahead = np.append(marks, len(found.text) + _QUOTED)[np.searchsorted(marks, end)]
        behind = np.append(marks, -_QUOTED - 1)[np.searchsorted(marks, start) - 1]
        for at in np.flatnonzero((start - behind <= _QUOTED) & (ahead - end < _QUOTED)).tolist():
            quoted[at] = _in_short_quote(found.text, found.spans[at])
    return quoted


def _in_short_quote(text: str, span: Span) -> bool:
    """Say whether the span stands within quotation marks that hold a few words: a title, as of a newspaper."""
    left = text[max(0, span.start - _QUOTED) : span.start]
    opened = max(left.rfind(mark) for mark in _OPENING)
    if opened < 0 or any(mark in left[opened + 1 :] for mark in _CLOSING) or "\n" in left[opened:]:
        return False
    right = text[span.end : span.end + _QUOTED]
    closed = min((right.find(mark) for mark in _CLOSING if mark in right), default=-1)
    return closed >= 0 and not any(mark in right[:closed] for mark in ".!?\n,")
