"""The third pass of recognition: names are judged once more in the light of where they would lie.

Every name that is at all likely is resolved together with the others. A name whose best place stands alone on another
continent is less of a name than one whose place lies among those of the rest of the document.
"""

from collections.abc import Sequence, Set

import numpy as np

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.document_evidence import document_rows
from gazetteer.recognition.recogniser import Reading
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.spans import Span
from gazetteer.recognition.stretches import Stretches
from gazetteer.recognition.surroundings import Vector
from gazetteer.recognition.trees import Trees
from gazetteer.resolution.beliefs import Mentioned, Name, Scene
from gazetteer.resolution.candidates import MAX_CANDIDATES, Match, matches
from gazetteer.resolution.cues import CUES
from gazetteer.resolution.ranking import Weights, dot, resolve

LIKELY = 0.12
"""A name less likely than this after two passes is not looked at again."""
THRESHOLD = 0.56
"""How likely an English name must be after this pass (docs/accuracy.md compares)."""
SHARED = 0.3
"""How far a known name comes up to where the document has it surest: most mean one thing throughout."""
_CUES = (
    *("country_share", "region_share", "county_share", "country_named", "region_named", "closeness", "nearest"),
    *("most_common_country", "holds_others", "company_near", "company_region", "population", "prominence"),
    *("most_prominent", "dominance", "inside_comma", "outside_comma", "inside_next", "named_inside"),
    *("said_region", "said_city"),
)
PLACE_FEATURES = ("belief", "margin", "score", "candidates", "name_kind", "mentions", *_CUES)
"""What is told of a name's best place: how much it is believed and by how much more than the next, and its cues."""
_CUE_AT = [CUES.index(name) for name in _CUES]
_UNSEEN = -1.0


def reread(reading: Reading, third: Trees, gazetteer: Gazetteer, weights: Weights) -> list[float] | None:
    """Return for each span of a reading the probability that it names a place, after the third pass.

    None where a name stands alone: there are no others to judge it by.
    """
    likely = [p >= LIKELY for p in reading.probabilities]
    spans = reading.context.found.spans
    # a longer name around another is none beside it
    if len({spans[index].key for index in _likely(spans, reading.probabilities)}) < 2:
        return None
    again = third.probabilities(third_rows(reading, gazetteer, weights)[likely])
    asked = [span for span, looked_at in zip(spans, likely, strict=True) if looked_at]
    judged = iter(_shared(asked, again, reading.context.surnames))
    return [next(judged) if looked_at else p for looked_at, p in zip(likely, reading.probabilities, strict=True)]


def _shared(spans: Sequence[Span], p: Sequence[float], surnames: Set[int]) -> list[float]:
    """Return the probabilities of spans after those of one known name have come nearer to the surest of them; a surname
    after a first name does not: Michael Jordan is no surer of Jordan."""
    surest: dict[str, float] = {}
    for span, own in zip(spans, p, strict=True):
        if span.hits:
            surest[span.key] = max(own, surest.get(span.key, 0.0))
    return [
        own if span.first in surnames else own + SHARED * (surest.get(span.key, own) - own)
        for span, own in zip(spans, p, strict=True)
    ]


def third_rows(reading: Reading, gazetteer: Gazetteer, weights: Weights) -> Vector:
    """Return the rows of pass 3, one a span: those of pass 2 from its own answers, and `PLACE_FEATURES`."""
    found = reading.context.found
    rows = document_rows(Sheaf.of([found]), reading.base, reading.probabilities)
    return np.concatenate([rows, _place_rows(reading, gazetteer, weights)], axis=1)


def _place_rows(reading: Reading, gazetteer: Gazetteer, weights: Weights) -> Vector:
    found = reading.context.found
    rows = np.full((len(found.spans), len(PLACE_FEATURES)), _UNSEEN)
    likely = _likely(found.spans, reading.probabilities)
    if not likely:
        return rows
    mentions = [_mentioned(found.spans[index], found.lang, gazetteer) for index in likely]
    scene = Scene.of(found, gazetteer, mentions, [reading.probabilities[index] for index in likely])
    resolve([scene], weights)
    for name in scene.names:
        if name.matches:
            rows[[likely[index] for index in name.mentions]] = _told(name, weights)
    return rows


def _likely(spans: Sequence[Span], p: Sequence[float]) -> list[int]:
    """Return the numbers of the likeliest spans that do not overlap, in text order."""
    taken, likely = Stretches(), []
    for index in sorted(range(len(spans)), key=lambda i: (-p[i], -spans[i].words, spans[i].start)):
        if p[index] < LIKELY:
            break
        if not taken.touch(spans[index].start, spans[index].end):
            taken.add(spans[index].start, spans[index].end)
            likely.append(index)
    return sorted(likely)


def _mentioned(span: Span, lang: str | None, gazetteer: Gazetteer) -> Mentioned:
    known = bool(span.hits) and not span.headed
    found = [Match(hit) for hit in span.hits] if known else matches(span.surface, lang, gazetteer)
    return Mentioned(span.start, span.end, span.surface, found[:MAX_CANDIDATES])


def _told(name: Name, weights: Weights) -> list[float]:
    best = name.best
    cues = name.cues[best].tolist()
    second = max((belief for i, belief in enumerate(name.belief) if i != best), default=0.0)
    return [
        name.belief[best],
        name.belief[best] - second,
        dot(weights.final, cues),
        float(len(name.matches)),
        float(name.matches[best].hit.kind),
        float(len(name.mentions)),
        *(cues[at] for at in _CUE_AT),
    ]
