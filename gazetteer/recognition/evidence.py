"""What speaks for and against a span being a place name: one row of numbers a span.

Pass 1 sees the name, the gazetteer and the words around; pass 2 (`document_evidence`) also what pass 1 thought of the
rest of the document. Each feature is a column over all spans of a document.
"""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.recognition.context import Contexts
from gazetteer.recognition.gaps import GAP
from gazetteer.recognition.lexicon import WITHOUT_ARTICLES
from gazetteer.recognition.person_names import FIRST_NAME, SURNAME
from gazetteer.recognition.said import said_place
from gazetteer.recognition.senses import SENSE_FEATURES
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.spans import Span
from gazetteer.recognition.surroundings import TAIL, Surroundings, Vector, tail_marks
from gazetteer.recognition.vocabulary import MARK, Flags

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
_DATELINE = 4
"""words after a place within which the dash of its dateline stands"""

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
    "before_party",
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
    "before_first_name",
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
    "after_dash",
    "dash_soon",
    "after_surname",
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
    "named_uses",
    "caps_density",
)
EVIDENCE = (*SPAN_FEATURES, *CONTEXT_FEATURES, *NAME_FEATURES, "wording")
FEATURES = (*EVIDENCE, "meaning")

Columns = dict[str, npt.NDArray[Any]]


def rows(contexts: Contexts, wording: Sequence[float]) -> Vector:
    """Return one row of `EVIDENCE` for each span of a sheaf; `wording`: what the words alone say of each."""
    sheaf = contexts.sheaf
    if not len(sheaf.text):
        return np.zeros((0, len(EVIDENCE)))
    around = Surroundings.of(contexts)
    senses = np.array([bearers.senses for bearers in sheaf.bearers])[sheaf.bearer]
    columns = {
        **_span_columns(contexts, around),
        **dict(zip(SENSE_FEATURES, senses.T, strict=True)),
        **_before_columns(contexts, around),
        **_after_columns(around),
        **_run_columns(around),
        **_name_columns(contexts, around),
        "wording": np.array(wording),
    }
    table = np.empty((len(EVIDENCE), len(sheaf.text)))
    for number, name in enumerate(EVIDENCE):
        table[number] = columns[name]
    return table.T


def with_meaning(evidence: Vector, meaning: Vector) -> Vector:
    """Return rows of `FEATURES`: rows of `EVIDENCE`, each with what the meaning of its words says."""
    return np.vstack((evidence.T, meaning)).T


def _span_columns(contexts: Contexts, around: Surroundings) -> Columns:
    """Return what the name itself shows, and the lines it stands in."""
    sheaf = around.sheaf
    surfaces = [span.surface for found in sheaf.scans for span in found.spans]
    inside = around.inside_known()
    zipf_max = around.most(around.zipf)
    return {
        "words": around.words,
        "letters": np.array(list(map(len, surfaces))),
        "all_capitals": np.array(list(map(str.isupper, surfaces))),
        "initial": around.initial[sheaf.first],
        "headed": around.headed,
        "longest": ~inside,
        "inside_longer": inside,
        "contains_known": around.contains_known(),
        "zipf_max": zipf_max,
        "zipf_min": around.least(around.zipf),
        "lower_in_document": around.least(contexts.uses.lower),
        "stop_word": zipf_max >= 6.0,
        "hyphenated": np.array(["-" in surface for surface in surfaces]),
        "text_position": (sheaf.start - sheaf.begins[sheaf.text]) / sheaf.a_text(lambda found: max(1, len(found.text))),
        "in_short_quote": _in_short_quotes(sheaf),
        **_line_columns(contexts),
    }


def _line_columns(contexts: Contexts) -> Columns:
    """Return what the line looks like that a span begins in."""
    sheaf = contexts.sheaf
    starts = np.concatenate(
        [np.array(ctx.line_starts) + begin for ctx, begin in zip(contexts.each, sheaf.begins.tolist(), strict=True)]
    )
    lines = [(ctx, number) for ctx in contexts.each for number in range(len(ctx.line_starts))]
    of_span = np.searchsorted(starts, sheaf.start, side="right") - 1
    held, of_span_held = np.unique(of_span, return_inverse=True)
    texts = [ctx.line(number)[:_LINE_READ] for ctx, number in map(lines.__getitem__, held.tolist())]
    return {
        "line_capitals": np.array([text.isupper() for text in texts])[of_span_held],
        "line_words": np.array([len(text.split()) for text in texts])[of_span_held],
        "line_position": (sheaf.start - starts[of_span]) / 1000,
    }


def _before_columns(contexts: Contexts, around: Surroundings) -> Columns:
    """Return what stands before a span."""
    i = around.sheaf.first - 1
    gaps, marks, joined = around.gaps[i], around.marks[i], around.joined[i]
    near = gaps & GAP["near"] > 0
    told = np.where(near, marks, 0)
    capital = joined & (marks & MARK["capital"] > 0)
    ends_known = around.ends_known()[i]
    party = (told & MARK["party"] > 0) & (gaps & GAP["hyphen"] > 0)
    return {
        "before_locative": (told & MARK["locative"] > 0) | party,
        "before_party": party,
        "before_preposition": told & MARK["preposition"] > 0,
        "before_article": told & MARK["article"] > 0,
        "before_honorific": told & MARK["honorific"] > 0,
        "before_and": told & MARK["and"] > 0,
        "before_comma": gaps & GAP["comma first"] > 0,
        "before_capital": capital,
        "before_known": joined & ends_known,
        "before_head": _said_places(contexts, around),
        "before_organisation": (told & MARK["organisation_before"] > 0) | ((told & MARK["organisation"] > 0) & capital),
        "before_initial": capital & (marks & MARK["single"] > 0),
        "before_number": told & MARK["figure"] > 0,
        "before_first_name": np.where(capital, around.borne(FIRST_NAME)[i], 0),
        "before_zipf": np.where(near, around.zipf[i], -1.0),
        "comma_known_before": (gaps & GAP["only a comma"] > 0) & ends_known,
    }


def _after_columns(around: Surroundings) -> Columns:
    """Return what stands after a span."""
    last = around.sheaf.last
    j = last + 1
    marks, joined = around.marks[j], around.joined[last]
    near = around.gaps[last] & GAP["near"] > 0
    told = np.where(near, marks, 0)
    capital = joined & (marks & MARK["capital"] > 0)
    lower = joined & ~capital
    begins_known = around.begins_known()[j]
    tails = np.array([tail_marks(found.text[s.end : s.end + 3]) for found in around.sheaf.scans for s in found.spans])
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
        **_dashes(around),
        "after_place_word": told & MARK["after_place"] > 0,
        "after_surname": np.where(capital, around.borne(SURNAME)[j], 0),
        "after_zipf": np.where(near, around.zipf[j], -1.0),
    }


def _dashes(around: Surroundings) -> Columns:
    """Say whether a dash stands after a span or soon after, as in a dateline (`CARTHAGE, N.C. (AP) -`)."""
    last = around.sheaf.last
    dashes, ends = around.gaps & GAP["dash"] > 0, around.gaps & GAP["ends"] > 0
    soon, going_on = np.zeros_like(dashes[last]), ~ends[last]
    for step in range(1, _DATELINE + 1):
        going_on = going_on & ~ends[last + step]
        soon |= going_on & dashes[last + step]
    return {"after_dash": dashes[last], "dash_soon": soon}


def _run_columns(around: Surroundings) -> Columns:
    """Return what the run of capitals shows that a span stands in; without one, the span is its own."""
    sheaf, (first, last) = around.sheaf, around.runs
    end = np.minimum(last, first + _RUN_READ - 1) + 1
    organisations = around.total("organisation")
    told = organisations[end] > organisations[first]
    for at in np.flatnonzero(told).tolist():
        found, span = sheaf.span(at)
        line = sheaf.words[sheaf.text[at]].start
        own = span.key.split()
        read = found.folded[first[at] - line : end[at] - line]
        told[at] = any(word in found.words.organisation for word in read if word not in own)
    honorifics = around.total("honorific")
    starts, ends = sheaf.first == first, sheaf.last == last
    return {
        "run_words": last - first + 1,
        "run_start": starts,
        "run_end": ends,
        "whole_run": starts & ends,
        "run_organisation": told,
        "run_honorific": honorifics[end] > honorifics[first],
    }


def _name_columns(contexts: Contexts, around: Surroundings) -> Columns:
    """Return how the document uses the same name and its words."""
    sheaf, counted = contexts.sheaf, contexts.uses
    first, last, key = sheaf.first, sheaf.last, sheaf.name
    title_ends = [max(ctx.line_starts[1] - 1 if len(ctx.line_starts) > 1 else -1, _TITLE) for ctx in contexts.each]
    in_title = sheaf.start - sheaf.begins[sheaf.text] < np.array(title_ends)[sheaf.text]
    uses = np.maximum(1, counted.every)
    return {
        "same_count": np.bincount(key)[key],
        "same_person_share": counted.person[last] / uses[last],
        "same_locative_share": counted.locative[first] / uses[last],
        "same_alone_share": counted.alone[last] / uses[last],
        "part_of_person_name": around.most(counted.person / uses),
        "title_mentions": np.bincount(key, in_title)[key],
        "lang_nouns_capital": sheaf.a_text(lambda found: found.lang == "de"),
        "lang_has_articles": sheaf.a_text(lambda found: found.lang not in WITHOUT_ARTICLES),
        "person_uses": counted.person[last],
        "locative_uses": counted.locative[first],
        "said_uses": counted.said[last],
        "named_uses": counted.named[last],
        "caps_density": np.array([ctx.caps_density for ctx in contexts.each])[sheaf.text],
    }


def _said_places(contexts: Contexts, around: Surroundings) -> Flags:
    """Say of each span whether the words before call it a kind of place; most have no such word near."""
    sheaf, heads = around.sheaf, around.is_kind("head_before")
    i = sheaf.first - 1
    likely = heads[i] | (around.is_kind("connector")[i] & heads[i - 1])
    for at in np.flatnonzero(likely).tolist():
        likely[at] = said_place(contexts.each[sheaf.text[at]], sheaf.span(at)[1])
    return likely


def _in_short_quotes(sheaf: Sheaf) -> Flags:
    """Say of each span whether it stands in a title; few have quotation marks near on both sides."""
    quoted = np.zeros(len(sheaf.text), dtype=np.bool_)
    marks = [
        match.start() + begin
        for found, begin in zip(sheaf.scans, sheaf.begins.tolist(), strict=True)
        for match in _QUOTES.finditer(found.text)
    ]
    if marks:
        ahead = np.append(marks, sheaf.end[-1] + _QUOTED)[np.searchsorted(marks, sheaf.end)]
        behind = np.append(marks, -_QUOTED - 1)[np.searchsorted(marks, sheaf.start) - 1]
        for at in np.flatnonzero((sheaf.start - behind <= _QUOTED) & (ahead - sheaf.end < _QUOTED)).tolist():
            found, span = sheaf.span(at)
            quoted[at] = _in_short_quote(found.text, span)
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
