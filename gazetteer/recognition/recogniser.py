"""Toponym recognition: two passes of a small learned model over the scan, then a choice without overlaps.

A third pass, which sees where the names would lie, is `resolution.rereading`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition import meaning, trees, wording
from gazetteer.recognition.context import Context, contexts
from gazetteer.recognition.document_evidence import document_rows
from gazetteer.recognition.evidence import rows, with_meaning
from gazetteer.recognition.meaning import Meaning
from gazetteer.recognition.said import called_settlement, said_place
from gazetteer.recognition.scan import scan
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.spans import Scan, Span
from gazetteer.recognition.stretches import Stretches
from gazetteer.recognition.surroundings import Vector
from gazetteer.recognition.trees import Trees
from gazetteer.recognition.wording import Wording
from gazetteer.weights import weights_path

THRESHOLD = 0.5
"""How likely an English name must be after two passes (docs/accuracy.md compares)."""
ELSEWHERE, UNKNOWN_ELSEWHERE = 0.3, 0.5
"""The same in languages other than English, of which the models, taught mostly in English, are less sure: for names of
the gazetteer, and for names it does not hold, which in German may be any noun."""
SAID, UNSAID, UNSAID_ELSEWHERE = 0.55, 0.2, 0.1
"""A name that the text calls a village or a town is at least SAID likely a place, where the models think it at least
UNSAID in an English text (`state Highway`, `the town Homes` are none), or UNSAID_ELSEWHERE in another."""
HOPELESS = 0.002
"""A name less likely than this after one pass is not judged again."""
NEVER = 0.02
"""A name less likely than this is no place whatever the text says outright."""
SURE, SURE_OF_SURNAME = 0.93, 0.99
"""Above this the model is believed even where the name looks like a surname somewhere, or right there."""


class Judged(NamedTuple):
    """A span with the probability that it names a place."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """A scan's context, what was accepted (no overlaps) and what was not, both in text order."""

    context: Context
    accepted: list[Judged]
    refused: list[Judged]

    @property
    def found(self) -> Scan:
        return self.context.found


@dataclass(frozen=True, slots=True)
class Reading:
    """What two passes made of a document: rows of pass 1 and the probabilities of pass 2, one a span."""

    context: Context
    base: Vector
    probabilities: list[float]


@dataclass(frozen=True, slots=True)
class Models:
    """What was learned: from the words alone, from what they mean, and in passes from everything."""

    wording: Wording
    meaning: Meaning
    first: Trees
    second: Trees


@lru_cache(maxsize=1)
def shipped_passes() -> dict[str, Trees]:
    """Return the trees of all passes that the program ships, by name."""
    return trees.load(weights_path("recogniser.json"))


@lru_cache(maxsize=1)
def _models() -> Models:
    passes = shipped_passes()
    words, network = wording.load(weights_path("wording.npz")), meaning.load(weights_path("meaning.npz"))
    return Models(words, network, passes["first"], passes["second"])


def read_all(
    texts: Sequence[tuple[str, str | None]], gazetteer: Gazetteer, models: Models | None = None
) -> list[Reading]:
    """Return what two passes make of each of some texts (with its language): the same as of each alone, but sooner."""
    if not texts:
        return []
    sheaf = Sheaf.of([scan(text, lang, gazetteer) for text, lang in texts])
    told = contexts(sheaf)
    models = models or _models()
    base = rows(told, models.wording.scores(wording.wording(sheaf)))
    base = with_meaning(base, models.meaning.say(sheaf, base))
    first = np.array(models.first.probabilities(base))
    judged = first.copy()
    hoped = first >= HOPELESS
    judged[hoped] = models.second.probabilities(document_rows(sheaf, base, first)[hoped])
    second = judged.tolist()
    return [Reading(ctx, base[own], second[own]) for ctx, own in zip(told.each, sheaf.spans, strict=True)]


def read(text: str, lang: str | None, gazetteer: Gazetteer, models: Models | None = None) -> Reading:
    """Return what two passes make of `text`."""
    return read_all([(text, lang)], gazetteer, models)[0]


def recognise(text: str, lang: str | None, gazetteer: Gazetteer, models: Models | None = None) -> Recognition:
    """Return the spans of `text` that name places by two passes, and those that only look like it."""
    reading = read(text, lang, gazetteer, models)
    return choose(reading.context, reading.probabilities)


def choose(ctx: Context, probabilities: Sequence[float], english: float = THRESHOLD) -> Recognition:
    """Accept the likeliest spans first, none overlapping another and none a person's name; `english`: how likely one
    must be in an English text."""
    judged = list(map(Judged, ctx.found.spans, _settled(ctx, probabilities)))
    taken: list[Judged] = []
    stretches = Stretches()
    known, unknown = (english, english) if ctx.found.lang in (None, "en") else (ELSEWHERE, UNKNOWN_ELSEWHERE)
    likely = [one for one in judged if one.probability >= (known if one.span.bearers.hits else unknown)]
    for one in sorted(likely, key=lambda j: (-j.probability, -j.span.words, j.span.start)):
        if not stretches.touch(one.span.start, one.span.end):
            taken.append(one)
            stretches.add(one.span.start, one.span.end)
    accepted = {id(one) for one in taken}
    return Recognition(
        ctx, sorted(taken, key=lambda j: j.span.start), [one for one in judged if id(one) not in accepted]
    )


def _settled(ctx: Context, probabilities: Sequence[float]) -> Iterator[float]:
    """Yield the probabilities after what the text says outright: a person's title, or a village no gazetteer holds.

    What follows a name says more surely than what stands before it that it is one (`X, a village in Y`)."""
    persons = ctx.titled | ctx.named
    unsaid = UNSAID if ctx.found.lang in (None, "en") else UNSAID_ELSEWHERE
    for span, probability in zip(ctx.found.spans, probabilities, strict=True):
        if probability < NEVER:
            yield probability
            continue
        if probability < SAID and called_settlement(ctx, span):
            yield SAID
            continue
        person = span.key in persons and _is_person(ctx, span, probability)
        if person or (ctx.titled and _is_given_name(ctx, span)):
            yield 0.0
        elif unsaid <= probability < SAID and not ctx.found.initial[span.first] and said_place(ctx, span):
            yield SAID
        else:
            yield probability


def _is_person(ctx: Context, span: Span, probability: float) -> bool:
    """Say whether a word is a person's name in this document: by a title, or after a first name and never located."""
    if span.words > 1:
        return False
    before = ctx.folded[span.first - 1] if span.first else ""
    if span.key in ctx.titled:
        return before not in ctx.found.words.locative
    sure = SURE_OF_SURNAME if span.first in ctx.surnames else SURE
    return span.key in ctx.named and not ctx.locative_uses[span.first] and probability < sure


def _is_given_name(ctx: Context, span: Span) -> bool:
    """Say whether a word stands before the surname of a person told by title or age (`Paris Jackson, 22,`)."""
    best = span.bearers.best
    before_surname = span.words == 1 and ctx.run(span) == (span.first, span.first + 1)
    told = before_surname and ctx.folded[span.first + 1] in ctx.titled
    return told and (best is None or best.kind is not NameKind.DEMONYM)
