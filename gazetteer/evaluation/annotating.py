"""Our own answers to a gold file: its texts annotated, the gold places never seen."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.evaluation.gold import GoldDocument, Prediction
from gazetteer.evaluation.measurement import Settings
from gazetteer.jobs import Job
from gazetteer.model import Annotation
from gazetteer.pipeline import Annotator, Given, together


@dataclass(frozen=True, slots=True)
class Annotated:
    """Predictions by document id, in order of their start, and the seconds they took."""

    by_document: dict[str, list[Prediction]]
    seconds: float


def annotate_gold(documents: Sequence[GoldDocument], annotator: Annotator, job: Job, settings: Settings) -> Annotated:
    """Annotate gold texts and keep the kinds that count; only text, language and, if given, spans reach the annotator.

    Raises `Cancelled`.
    """
    found: dict[str, list[Prediction]] = {}
    seconds, number = 0.0, 0
    for group in together(documents):
        job.step(number, len(documents), f"document {number + 1:,} of {len(documents):,}")
        began = time.perf_counter()
        texts = [
            Given(one.text, one.lang or None, _spans(one, settings) if settings.mentions_given else None)
            for one in group
        ]
        answers = annotator.annotate_all(texts)
        seconds += time.perf_counter() - began
        for document, annotations in zip(group, answers, strict=True):
            predictions = {
                (one.start, one.end): _prediction(one) for one in annotations if one.kind.value in settings.kinds
            }
            found[document.doc_id] = sorted(predictions.values(), key=lambda one: one.start)
        number += len(group)
    job.step(len(documents), len(documents))
    return Annotated(found, seconds)


def _spans(document: GoldDocument, settings: Settings) -> list[tuple[int, int]]:
    counted = [one for one in document.mentions if settings.ungrounded or one.point is not None]
    return list(dict.fromkeys((one.start, one.end) for one in counted))


def _prediction(one: Annotation) -> Prediction:
    place, confidence = one.resolution.place, one.resolution.confidence
    if place is None:
        return Prediction(one.start, one.end, one.surface, one.kind.value, confidence=confidence)
    source, _, number = place.place_id.partition(":")
    return Prediction(
        one.start, one.end, one.surface, one.kind.value, (place.latitude, place.longitude),
        number if source == "geonames" else "", confidence, place.place_id, place.label,
    )  # fmt: skip
