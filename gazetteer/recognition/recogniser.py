"""Toponym recognition: two passes of a small learned model over the scan, then a choice without overlaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.evidence import document_rows, rows
from gazetteer.recognition.scan import Scan, Span, scan
from gazetteer.recognition.trees import Trees, load
from gazetteer.weights import weights_path

THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """A span with the probability that it names a place."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """A scan, what was accepted (no overlaps, text order) and what was not."""

    found: Scan
    accepted: list[Judged]
    refused: list[Judged]


@lru_cache(maxsize=1)
def _models() -> dict[str, Trees]:
    return load(weights_path("recogniser.json"))


def recognise(text: str, lang: str | None, gazetteer: Gazetteer, models: dict[str, Trees] | None = None) -> Recognition:
    """Return the spans of `text` that name places, and those that only look like it."""
    found = scan(text, lang, gazetteer)
    models = models or _models()
    base = rows(found, gazetteer)
    first = models["first"].probabilities(base)
    second = models["second"].probabilities(document_rows(found, base, first, gazetteer))
    return choose(found, second, THRESHOLD)


def choose(found: Scan, probabilities: Sequence[float], threshold: float) -> Recognition:
    """Accept the likeliest spans first, none overlapping another."""
    judged = [Judged(span, p) for span, p in zip(found.spans, probabilities, strict=True)]
    taken: list[Judged] = []
    refused: list[Judged] = []
    for one in sorted(judged, key=lambda j: (-j.probability, -j.span.words, j.span.start)):
        if one.probability >= threshold and not any(one.span.overlaps(other.span) for other in taken):
            taken.append(one)
        else:
            refused.append(one)
    return Recognition(found, sorted(taken, key=lambda j: j.span.start), sorted(refused, key=lambda j: j.span.start))
