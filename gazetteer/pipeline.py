"""Text in, annotations out: recognition, resolution, spelling and reasons in one call."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeVar

from gazetteer.model import Annotation, Candidate, Kind, Resolution, Speed, Spelling, SpellingStatus
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.context import Context
from gazetteer.recognition.hits import span_hits
from gazetteer.recognition.kinds import FACILITIES, accepted_kind, kind_reason, larger_use, refused_kind
from gazetteer.recognition.positions import stated_positions
from gazetteer.recognition.recogniser import Judged, Reading, Recognition, choose, read_all, shipped_passes
from gazetteer.recognition.spans import Span
from gazetteer.recognition.stretches import Stretches
from gazetteer.recognition.uses import Use
from gazetteer.resolution import rereading
from gazetteer.resolution.beliefs import Mentioned, Name, Scene
from gazetteer.resolution.candidates import Match, matches
from gazetteer.resolution.explain import Explainer, PlaceNames, cues
from gazetteer.resolution.home import Home
from gazetteer.resolution.misspelling import misspelt
from gazetteer.resolution.ranking import SWEEPS, Weights, dot, resolve, shipped_weights
from gazetteer.resolution.relative import with_relatives
from gazetteer.resolution.rereading import reread
from gazetteer.resolution.spelling import classify
from gazetteer.resolution.stated import annotations_of
from gazetteer.text.boilerplate import asides, datelines
from gazetteer.text.language import detect
from gazetteer.why import Said

SHOWN_CANDIDATES = 9
_MAY_BE_A_PLACE = 0.02
"""A refused name less likely than this is no town an event is called after: a Honda Accord."""
_PEOPLE, _NEARLY = 15_000, 0.3
"""A refused name is worth showing where it is a place's own that people know, or of several words and nearly likely."""
MOST_TOGETHER, _LONGEST_TOGETHER = 32, 200_000
"""texts, and their code points, that are annotated together"""
NOT_PLACES = (Kind.PERSON, Kind.ORGANISATION, Kind.OTHER)


class _Wanted(NamedTuple):
    """A span to be resolved and what recognition says of it; `kind` None: only context for the others."""

    start: int
    end: int
    kind: Kind | None
    matches: list[Match]
    recognised: float
    why: tuple[Said, ...] = ()
    """what the kind was read from"""


class Given(NamedTuple):
    """A text to annotate. Without a language it gets the one detected.

    With `spans` (code points, end exclusive) exactly these are resolved, one annotation each, in the order given.
    `home` is where the source's or the project's articles mostly play.
    """

    text: str
    lang: str | None = None
    spans: Sequence[tuple[int, int]] | None = None
    home: Home | None = None


class WithText(Protocol):
    """What has a text."""

    @property
    def text(self) -> str: ...


Texts = TypeVar("Texts", bound=WithText)


def together(texts: Iterable[Texts]) -> Iterator[list[Texts]]:
    """Yield what has a text in groups for `annotate_all`: not so many that nobody would wait for their answers."""
    group: list[Texts] = []
    length = 0
    for one in texts:
        group.append(one)
        length += len(one.text)
        if len(group) == MOST_TOGETHER or length >= _LONGEST_TOGETHER:
            yield group
            group, length = [], 0
    if group:
        yield group


class _Work(NamedTuple):
    """A text on its way: what is to be resolved in it, the positions it states, and what its resolution sees."""

    given: Given
    wanted: list[_Wanted]
    stated: list[Annotation]
    scene: Scene


class Annotator:
    """Finds and resolves the places of texts with one gazetteer. Safe to use from one thread at a time."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None, speed: Speed = Speed.BEST) -> None:
        self.gazetteer = gazetteer
        self.speed = speed
        self.weights = weights or shipped_weights()
        self._place_names = PlaceNames(gazetteer)
        self._spelling = lru_cache(maxsize=10_000)(self._new_spelling)

    def annotate(
        self,
        text: str,
        lang: str | None = None,
        spans: Sequence[tuple[int, int]] | None = None,
        *,
        explained: bool = True,
        home: Home | None = None,
    ) -> list[Annotation]:
        """Return the annotations of `text` in text order; see `Given` and `annotate_all`."""
        return self.annotate_all([Given(text, lang, spans, home)], explained=explained)[0]

    def annotate_all(self, texts: Sequence[Given], *, explained: bool = True) -> list[list[Annotation]]:
        """Return the annotations of each of some texts in text order: the same as of each alone, but sooner.

        Not `explained`, a resolution lacks what only a person asks for, and costs less: all candidates but the first,
        their cues, and why the first was taken.
        """
        with _uncollected():
            return self._annotate_all(texts, explained)

    def _annotate_all(self, texts: Sequence[Given], explained: bool) -> list[list[Annotation]]:
        texts = [given._replace(lang=given.lang or detect(given.text)) for given in texts]
        works = [self._work(given, own) for given, own in zip(texts, self._recognise(texts), strict=True)]
        resolve([work.scene for work in works], self.weights, SWEEPS[self.speed], explained=explained)
        return [self._answer(work, explained) for work in works]

    def _recognise(self, texts: Sequence[Given]) -> list[Recognition]:
        readings = read_all([(given.text, given.lang) for given in texts], self.gazetteer)
        return [self._chosen(reading) for reading in readings]

    def _chosen(self, reading: Reading) -> Recognition:
        again = None
        if self.speed is Speed.BEST:
            again = reread(reading, shipped_passes()["third"], self.gazetteer, self.weights)
        if again is None:
            return choose(reading.context, reading.probabilities)
        return choose(reading.context, again, rereading.THRESHOLD)

    def _work(self, given: Given, recognition: Recognition) -> _Work:
        """Return what is to be resolved of a text."""
        text, spans = given.text, given.spans
        stated = annotations_of(stated_positions(text, given.lang), text, self.gazetteer)
        if spans is None:
            own = [one for one in self._wanted(recognition) if not _overlaps(one, stated)]
            wanted = _in_article(text, own)
        else:
            wanted = self._given(recognition, spans)
        mentions = [Mentioned(w.start, w.end, text[w.start : w.end], w.matches) for w in wanted]
        weights = [0.0 if w.kind in NOT_PLACES else 1.0 for w in wanted]
        scene = Scene.of(recognition.found, self.gazetteer, mentions, weights)
        if given.home is not None:
            for name in scene.names:
                name.home = given.home.cues(scene, [match.hit.pid for match in name.matches])
        return _Work(given, wanted, stated, scene)

    def _answer(self, work: _Work, explained: bool) -> list[Annotation]:
        """Return the annotations of a text whose names are resolved."""
        misspelt(work.scene, self.weights, self.speed)
        found = [*self._annotations(work.scene, work.wanted, explained), *work.stated]
        text, lang, spans, _ = work.given
        if spans is None:
            return with_relatives(text, lang, sorted(found, key=lambda a: a.start))
        by_span = {(a.start, a.end): a for a in found}
        return [by_span[span] for span in spans]

    def _wanted(self, recognition: Recognition) -> list[_Wanted]:
        ctx = recognition.context
        taken = Stretches()
        for judged in recognition.accepted:
            taken.add(judged.span.start, judged.span.end)
        wanted = [self._accepted(ctx, judged.span, judged.probability, taken) for judged in recognition.accepted]
        notable = [one for one in recognition.refused if _is_notable(one) and not one.span.headed]
        for judged in sorted(notable, key=lambda j: -j.span.words):
            span = judged.span
            if taken.touch(span.start, span.end):
                continue
            shown = self._refused(ctx, span, judged.probability)
            if shown is not None:
                wanted.append(shown)
                taken.add(shown.start, shown.end)
        return sorted(wanted, key=lambda w: w.start)

    def _refused(self, ctx: Context, span: Span, probability: float) -> _Wanted | None:
        """Return a refused name that is worth showing, with why it was refused: an organisation, a person, an event."""
        if ctx.folded[span.first] in ctx.found.words.article:
            return None
        use = larger_use(ctx, span)
        likely = probability >= _MAY_BE_A_PLACE
        if use is not None and use.kind is Kind.EVENT and likely and span.key not in ctx.found.words.direction:
            return _Wanted(span.start, span.end, use.kind, self._matches(span, ctx.found.lang), 1.0, use.why)
        kind = refused_kind(ctx, span)
        if kind is None:
            return None
        why = kind_reason(ctx, span, kind)
        return _Wanted(span.start, span.end, kind, self._matches(span, ctx.found.lang), probability, why)

    def _accepted(self, ctx: Context, span: Span, probability: float, taken: Stretches) -> _Wanted:
        use = larger_use(ctx, span)
        kind = accepted_kind(ctx, span, use)
        if use is not None and kind is Kind.FACILITY:
            facility = self._facility(ctx, span, use, taken)
            if facility is not None:
                return facility._replace(recognised=probability)
        why = use.why if use is not None else kind_reason(ctx, span, kind)
        return _Wanted(span.start, span.end, kind, self._matches(span, ctx.found.lang), probability, why)

    def _facility(self, ctx: Context, span: Span, use: Use, taken: Stretches) -> _Wanted | None:
        """Return the whole name of a facility that the gazetteer knows, None where it knows none or it is not free."""
        start, end = ctx.found.starts[use.first], ctx.found.ends[use.last]
        if taken.touch(start, span.start) or taken.touch(span.end, end):
            return None
        hits = span_hits(ctx.found.text[start:end], ctx.found.lang, self.gazetteer)
        if not hits:
            return None
        for more in ((start, span.start), (span.end, end)):
            if more[0] < more[1]:
                taken.add(*more)
        return _Wanted(start, end, use.kind, [Match(hit) for hit in hits], 1.0, use.why)

    def _matches(self, span: Span, lang: str | None) -> list[Match]:
        if span.hits and not span.headed:
            return list(map(Match, span.bearers.hits))
        return matches(span.surface, lang, self.gazetteer)

    def _given(self, recognition: Recognition, spans: Sequence[tuple[int, int]]) -> list[_Wanted]:
        found = recognition.found
        ctx = recognition.context
        by_span = {(span.start, span.end): span for span in found.spans}
        wanted = []
        for start, end in dict.fromkeys(spans):
            surface = found.text[start:end]
            span = by_span.get((start, end))
            kind = accepted_kind(ctx, span, larger_use(ctx, span)) if span else Kind.LITERAL
            if kind in (*NOT_PLACES, Kind.EVENT):
                # whoever gives a span says that it is a place
                kind = Kind.LITERAL
            wanted.append(_Wanted(start, end, kind, matches(surface, found.lang, self.gazetteer), 1.0))
        for judged in recognition.accepted:
            other = judged.span
            if not any(other.start < end and start < other.end for start, end in spans):
                wanted.append(
                    _Wanted(other.start, other.end, None, self._matches(other, found.lang), judged.probability)
                )
        return sorted(wanted, key=lambda w: w.start)

    def _annotations(self, scene: Scene, wanted: Sequence[_Wanted], explained: bool) -> list[Annotation]:
        explainer = Explainer(scene, self._place_names, self.weights.shown) if explained else None
        annotations: list[Annotation] = []
        for name in scene.names:
            shown = [index for index in name.mentions if wanted[index].kind is not None]
            if shown:
                own = {index: wanted[index] for index in shown}
                annotations += self._annotated(scene, name, own, explainer)
        return sorted(annotations, key=lambda a: (a.start, a.end))

    def _annotated(
        self,
        scene: Scene,
        name: Name,
        wanted: dict[int, _Wanted],
        explainer: Explainer | None,
    ) -> list[Annotation]:
        """Return the annotations of a name's mentions, which share its candidates."""
        order = name.ranked if explainer else name.likeliest
        shown = order[:SHOWN_CANDIDATES]
        candidates = tuple(self._candidate(name, i, name.cues[i].tolist(), explainer is not None) for i in shown)
        best = name.matches[order[0]] if order else None
        found = []
        for index, one in wanted.items():
            mention = scene.mentions[index]
            assert one.kind is not None
            if best is None:
                resolution = _unknown(one)
            else:
                spelling = self._spelling(mention.surface, best, scene.found.lang)
                why: tuple[Said, ...] = ()
                if explainer and one.kind not in NOT_PLACES:
                    why = explainer.reason(name, order, candidates, spelling.status)
                resolution = _resolution(one, candidates, spelling, why)
            found.append(_known_facility(Annotation(mention.start, mention.end, mention.surface, one.kind, resolution)))
        return found

    def _new_spelling(self, surface: str, match: Match, lang: str | None) -> Spelling:
        return classify(surface, match, self.gazetteer.place(match.hit.pid), self.gazetteer.names, lang)

    def _candidate(self, name: Name, index: int, row: list[float], explained: bool) -> Candidate:
        match = name.matches[index]
        found = cues(row, self.weights.shown) if explained else ()
        score = round(sum(cue.weight for cue in found) if explained else dot(self.weights.shown, row), 4)
        return Candidate(self.gazetteer.place(match.hit.pid), score, round(name.belief[index], 4), match.hit.key, found)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking through all that is held for cycles: a few texts make none, but many small objects."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _is_notable(refused: Judged) -> bool:
    span = refused.span
    return span.bearers.people >= _PEOPLE or (bool(span.hits) and span.words > 1 and refused.probability >= _NEARLY)


def _overlaps(one: _Wanted, others: Sequence[Annotation]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _in_article(text: str, wanted: list[_Wanted]) -> list[_Wanted]:
    """Return what is wanted, with what stands outside the article taken as no place; a dateline's places stay."""
    outside, openings = asides(text), datelines(text)
    told = []
    for one in wanted:
        aside = next((aside for aside in outside if aside.start <= one.start < aside.end), None)
        if aside is not None:
            one = one._replace(kind=Kind.OTHER, why=(Said("aside", {"what": [Said(f"aside.{aside.what}")]}),))
        elif any(start <= one.start < end for start, end in openings):
            one = one._replace(why=(*one.why, Said("dateline")))
        told.append(one)
    return told


def _known_facility(annotation: Annotation) -> Annotation:
    """Return a mention of a place that is a facility in the gazetteer as one of that kind."""
    resolution = annotation.resolution
    what = FACILITIES.get(resolution.place.feature_code) if resolution.place else None
    if what is None or annotation.kind is not Kind.LITERAL:
        return annotation
    told = replace(resolution, why=(*resolution.why, Said("facility", {"what": [Said(f"facility.{what}")]})))
    return replace(annotation, kind=Kind.FACILITY, resolution=told)


def _unknown(one: _Wanted) -> Resolution:
    spelling = Spelling(SpellingStatus.UNKNOWN, note="not in the gazetteer")
    return Resolution(None, None, (), spelling, (Said("none"), *one.why))


def _resolution(
    one: _Wanted, candidates: tuple[Candidate, ...], spelling: Spelling, why: tuple[Said, ...]
) -> Resolution:
    if one.kind in NOT_PLACES:
        # the candidates stay, so that a person may take one
        return Resolution(None, None, candidates, spelling, (*one.why, Said("not_a_place")))
    best = candidates[0]
    confidence = round(min(1.0, one.recognised) * best.probability, 4)
    return Resolution(best.place, confidence, candidates, spelling, (*why, *one.why))
