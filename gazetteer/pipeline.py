"""Text in, annotations out: recognition, resolution, spelling and reasons in one call."""

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.model import Annotation, Candidate, Kind, Resolution, Spelling, SpellingStatus
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.context import Context
from gazetteer.recognition.kinds import accepted_kind, refused_kind
from gazetteer.recognition.recogniser import Recognition, recognise
from gazetteer.recognition.scan import Scan, Span
from gazetteer.recognition.stretches import Stretches
from gazetteer.resolution.beliefs import Mentioned, Name, Scene
from gazetteer.resolution.candidates import Match, matches
from gazetteer.resolution.explain import cues, reason
from gazetteer.resolution.misspelling import misspelt
from gazetteer.resolution.ranking import Weights, resolve, shipped_weights
from gazetteer.resolution.spelling import classify
from gazetteer.text.language import detect

SHOWN_CANDIDATES = 9
_ARTICLE = {Kind.PERSON: "a person's name", Kind.ORGANISATION: "part of an organisation's name"}
NOT_PLACES = (Kind.PERSON, Kind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A span to be resolved and what recognition says of it; `kind` None: only context for the others."""

    start: int
    end: int
    kind: Kind | None
    matches: list[Match]
    recognised: float


class Annotator:
    """Finds and resolves the places of texts with one gazetteer. Safe to use from one thread at a time."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None) -> None:
        self.gazetteer = gazetteer
        self.weights = weights or shipped_weights()

    def annotate(
        self, text: str, lang: str | None = None, spans: Sequence[tuple[int, int]] | None = None
    ) -> list[Annotation]:
        """Return the annotations of `text` in text order.

        With `spans` (code points, end exclusive) exactly these are resolved, one annotation each, in the order given.
        Text without a language gets the one detected.
        """
        lang = lang or detect(text)
        recognition = recognise(text, lang, self.gazetteer)
        wanted = self._wanted(recognition) if spans is None else self._given(recognition, spans)
        annotations = self._resolve(recognition.found, wanted)
        if spans is None:
            return annotations
        by_span = {(a.start, a.end): a for a in annotations}
        return [by_span[span] for span in spans]

    def _wanted(self, recognition: Recognition) -> list[_Wanted]:
        ctx = recognition.context
        wanted = [self._accepted(ctx, judged.span, judged.probability) for judged in recognition.accepted]
        taken = Stretches()
        for one in wanted:
            taken.add(one.start, one.end)
        for judged in sorted(recognition.refused, key=lambda j: -j.span.words):
            span = judged.span
            if not span.hits or span.headed or taken.touch(span.start, span.end):
                continue
            kind = refused_kind(ctx, span)
            if kind is not None and self._notable(span):
                wanted.append(
                    _Wanted(span.start, span.end, kind, self._matches(span, recognition.found.lang), judged.probability)
                )
                taken.add(span.start, span.end)
        return sorted(wanted, key=lambda w: w.start)

    def _notable(self, span: Span) -> bool:
        """Say whether a refused name is worth showing: its own name, of a place people know."""
        return any(hit.kind <= 3 and self.gazetteer.columns.population[hit.pid] >= 15_000 for hit in span.hits[:5])

    def _accepted(self, ctx: Context, span: Span, probability: float) -> _Wanted:
        kind = accepted_kind(ctx, span, self.gazetteer)
        return _Wanted(span.start, span.end, kind, self._matches(span, ctx.found.lang), probability)

    def _matches(self, span: Span, lang: str | None) -> list[Match]:
        if span.hits and not span.headed:
            return [Match(hit) for hit in span.hits]
        return matches(span.surface, lang, self.gazetteer)

    def _given(self, recognition: Recognition, spans: Sequence[tuple[int, int]]) -> list[_Wanted]:
        found = recognition.found
        ctx = recognition.context
        by_span = {(span.start, span.end): span for span in found.spans}
        wanted = []
        for start, end in dict.fromkeys(spans):
            surface = found.text[start:end]
            span = by_span.get((start, end))
            kind = accepted_kind(ctx, span, self.gazetteer) if span else Kind.LITERAL
            if kind in NOT_PLACES:
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

    def _resolve(self, found: Scan, wanted: Sequence[_Wanted]) -> list[Annotation]:
        mentions = [Mentioned(w.start, w.end, found.text[w.start : w.end], w.matches) for w in wanted]
        scene = Scene.of(found, self.gazetteer, mentions, [0.0 if w.kind in NOT_PLACES else 1.0 for w in wanted])
        rows = resolve(scene, self.weights)
        misspelt(scene, rows, self.weights)
        annotations: list[Annotation] = []
        for name in scene.names:
            shown = [index for index in name.mentions if wanted[index].kind is not None]
            if shown:
                annotations += self._annotated(scene, name, {i: wanted[i] for i in shown}, rows.get(id(name), []))
        return sorted(annotations, key=lambda a: (a.start, a.end))

    def _annotated(
        self, scene: Scene, name: Name, wanted: dict[int, _Wanted], rows: list[list[float]]
    ) -> list[Annotation]:
        """Return the annotations of a name's mentions, which share its candidates."""
        order = sorted(range(len(name.matches)), key=lambda i: (-name.belief[i], name.matches[i].hit.pid))
        candidates = tuple(self._candidate(name, i, rows[i]) for i in order[:SHOWN_CANDIDATES])
        best = name.matches[order[0]] if order else None
        names = self.gazetteer.names(best.hit.pid) if best else []
        found = []
        for index, one in wanted.items():
            mention = scene.mentions[index]
            assert one.kind is not None
            if best is None:
                resolution = _unknown()
            else:
                spelling = classify(mention.surface, best, candidates[0].place, names, scene.found.lang)
                resolution = _resolution(one, candidates, spelling)
            found.append(Annotation(mention.start, mention.end, mention.surface, one.kind, resolution))
        return found

    def _candidate(self, name: Name, index: int, row: list[float]) -> Candidate:
        match = name.matches[index]
        found = cues(row, self.weights.final)
        score = round(sum(cue.weight for cue in found), 4)
        return Candidate(self.gazetteer.place(match.hit.pid), score, round(name.belief[index], 4), match.hit.key, found)


def _unknown() -> Resolution:
    spelling = Spelling(SpellingStatus.UNKNOWN, note="not in the gazetteer")
    return Resolution(None, None, (), spelling, reason((), spelling))


def _resolution(one: _Wanted, candidates: tuple[Candidate, ...], spelling: Spelling) -> Resolution:
    if one.kind in NOT_PLACES:
        # the candidates stay, so that a person may take one
        words = f"Taken as {_ARTICLE[one.kind]}, not as a place."
        return Resolution(None, None, candidates, spelling, words)
    best = candidates[0]
    confidence = round(min(1.0, one.recognised) * best.probability, 4)
    return Resolution(best.place, confidence, candidates, spelling, reason(candidates, spelling))
