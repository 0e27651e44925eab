"""End-to-end scores of an annotator on gold documents: overlapping span, place within 161 km."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geopy.distance import great_circle

from gazetteer.model import PLACE_KINDS, Annotation
from gazetteer.pipeline import Annotator

NEAR_KM = 161.0

Gold = Mapping[str, Any]
"""One document's gold: text, lang, mentions with start and end (code points), lat and lon (degrees)."""


def end_to_end_f1(annotator: Annotator, documents: Iterable[Gold]) -> float:
    """Return the F1 of places that overlap a gold mention and lie within 161 km of it."""
    right = answered = wanted = 0
    for document in documents:
        annotations = annotator.annotate(document["text"], document["lang"])
        answers = [a for a in annotations if a.kind in PLACE_KINDS and a.resolution.place is not None]
        right += _right(document["mentions"], answers)
        answered += len(answers)
        wanted += len(document["mentions"])
    return 2 * right / (answered + wanted) if answered + wanted else 0.0


def _right(mentions: Sequence[Gold], answers: Sequence[Annotation]) -> int:
    """Count answers near their mention; spans are paired one to one, largest share of overlap first."""
    pairs = []
    for i, mention in enumerate(mentions):
        for j, answer in enumerate(answers):
            shared = min(mention["end"], answer.end) - max(mention["start"], answer.start)
            if shared > 0:
                whole = max(mention["end"], answer.end) - min(mention["start"], answer.start)
                pairs.append((-shared / whole, i, j))
    taken: dict[int, int] = {}
    for _, i, j in sorted(pairs):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return sum(_near(mentions[i], answers[j]) for i, j in taken.items())


def _near(mention: Gold, answer: Annotation) -> bool:
    place = answer.resolution.place
    if place is None:
        return False
    there, here = (mention["lat"], mention["lon"]), (place.latitude, place.longitude)
    return bool(great_circle(there, here).kilometers < NEAR_KM)


def is_read_as_place(annotator: Annotator, sentence: Gold) -> bool:
    """Tell whether the annotator takes the sentence's span (start, end) for a place."""
    annotations = annotator.annotate(sentence["text"], sentence["lang"])
    return any(a.kind in PLACE_KINDS and a.start < sentence["end"] and sentence["start"] < a.end for a in annotations)
