"""The errors of a measurement, gathered: wrong places by pair of points, names missed, names found where none is."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from gazetteer.evaluation.gold import Point
from gazetteer.evaluation.matching import Outcome
from gazetteer.evaluation.measurement import Measurement

_AROUND = 60
"""code points of text shown on each side of a mention"""
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Example:
    """Where an error stands: the document, and the text before, at and after the mention."""

    doc_id: str
    before: str
    surface: str
    after: str


@dataclass(frozen=True, slots=True)
class WrongPlace:
    """Gold mentions of one place that were put at one other: both points, names, kilometres, times, examples."""

    gold: Point
    predicted: Point
    surfaces: tuple[str, ...]
    gold_name: str
    predicted_name: str
    km: float
    times: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A word and how often it was missed, or taken for a place; examples."""

    surface: str
    times: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Errors:
    """All errors of a measurement, the most frequent first."""

    wrong: tuple[WrongPlace, ...]
    missed: tuple[Named, ...]
    """gold mentions that no prediction answers"""
    unplaced: tuple[Named, ...]
    """gold mentions found, but given no place"""
    beside: tuple[Named, ...]
    """predictions where the gold file has no mention"""


def errors_of(measured: Measurement) -> Errors:
    """Return the errors of a measurement."""
    texts = {document.doc_id: document.text for document in measured.documents}
    wrong = [one for one in measured.outcomes if one.error_km is not None and not one.right]
    missed = [one for one in measured.outcomes if one.predicted is None]
    unplaced = [
        one
        for one in measured.outcomes
        if one.gold and one.gold.point and one.predicted is not None and one.predicted.point is None
    ]
    beside = [one for one in measured.outcomes if one.gold is None]
    return Errors(
        _wrong(wrong, texts, measured.labels), _named(missed, texts), _named(unplaced, texts), _named(beside, texts)
    )


def _wrong(outcomes: list[Outcome], texts: Mapping[str, str], labels: Mapping[str, str]) -> tuple[WrongPlace, ...]:
    pairs: dict[tuple[Point, Point], list[Outcome]] = defaultdict(list)
    for one in outcomes:
        if one.gold and one.gold.point and one.predicted and one.predicted.point:
            pairs[one.gold.point, one.predicted.point].append(one)
    found = [_wrong_place(some, texts, labels) for some in pairs.values()]
    return tuple(sorted(found, key=lambda one: (-one.times, -one.km)))


def _wrong_place(outcomes: list[Outcome], texts: Mapping[str, str], labels: Mapping[str, str]) -> WrongPlace:
    """Return the error of outcomes whose two points are the same."""
    first = outcomes[0]
    gold, predicted = first.gold, first.predicted
    assert gold is not None
    assert gold.point is not None
    assert predicted is not None
    assert predicted.point is not None
    surfaces = Counter(_surface(one) for one in outcomes)
    return WrongPlace(
        gold.point, predicted.point, tuple(word for word, _ in surfaces.most_common()),
        labels.get(gold.place_id, gold.name), labels.get(predicted.place_id, predicted.name), first.error_km or 0.0,
        len(outcomes), _examples(outcomes, texts),
    )  # fmt: skip


def _named(outcomes: list[Outcome], texts: Mapping[str, str]) -> tuple[Named, ...]:
    by_surface: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_surface[_surface(one)].append(one)
    found = [Named(surface, len(some), _examples(some, texts)) for surface, some in by_surface.items()]
    return tuple(sorted(found, key=lambda one: (-one.times, one.surface)))


def _surface(one: Outcome) -> str:
    mention = one.gold or one.predicted
    return mention.surface if mention else ""


def _examples(outcomes: list[Outcome], texts: Mapping[str, str]) -> tuple[Example, ...]:
    return tuple(_example(one, texts[one.doc_id]) for one in outcomes[:_EXAMPLES])


def _example(one: Outcome, text: str) -> Example:
    mention = one.gold or one.predicted
    assert mention is not None
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    return Example(one.doc_id, _one_line(before), text[mention.start : mention.end], _one_line(after))


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
