"""Whether a confidence of .8 is right eight times in ten: reliability table, ECE and Brier score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gazetteer.evaluation.matching import Outcome

BINS = 10
Judged = tuple[float, bool]
"""a prediction's confidence and whether it is right"""


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions of like confidence: the range, how many, their mean confidence and the share that is right."""

    low: float
    high: float
    predictions: int
    confidence: float
    right: float

    @property
    def gap(self) -> float:
        """How much too sure the confidence is (negative: not sure enough)."""
        return self.confidence - self.right


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the confidence of predictions with coordinates is worth; right means end to end (overlap, 161 km).

    `ece` (expected calibration error, Guo et al. 2017) is over ten bins of equal width, `ece_equal_count` over ten of
    equal count; both are the mean distance of confidence and share right, weighted by predictions.
    """

    predictions: int
    ece: float
    ece_equal_count: float
    brier: float
    bins: tuple[Bin, ...]
    """of equal width, the empty ones left out"""
    bins_equal_count: tuple[Bin, ...]


def calibration(outcomes: Iterable[Outcome]) -> Calibration | None:
    """Return the calibration of the predictions that have coordinates and a confidence; None where none has."""
    judged = sorted(
        (one.predicted.confidence, one.right)
        for one in outcomes
        if one.predicted is not None and one.predicted.point is not None and one.predicted.confidence is not None
    )
    if not judged:
        return None
    wide, even = equal_width(judged), equal_count(judged)
    brier = sum((confidence - right) ** 2 for confidence, right in judged) / len(judged)
    return Calibration(len(judged), expected_error(wide), expected_error(even), brier, wide, even)


def equal_width(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """Return bins 0 to .1, .1 to .2 ... .9 to 1, each with its lower end; the empty ones are left out."""
    filled: dict[int, list[Judged]] = {}
    for confidence, right in judged:
        filled.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return tuple(_bin(at / BINS, (at + 1) / BINS, some) for at, some in sorted(filled.items()))


def equal_count(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """Return bins that hold equally many of the sorted predictions, to one."""
    cuts = [round(len(judged) * at / BINS) for at in range(BINS + 1)]
    parts = [judged[begin:end] for begin, end in pairwise(cuts) if end > begin]
    return tuple(_bin(some[0][0], some[-1][0], some) for some in parts)


def _bin(low: float, high: float, judged: Sequence[Judged]) -> Bin:
    count = len(judged)
    return Bin(low, high, count, sum(c for c, _ in judged) / count, sum(right for _, right in judged) / count)


def expected_error(bins: Sequence[Bin]) -> float:
    """Return the mean gap of bins, weighted by their predictions."""
    return sum(abs(one.gap) * one.predictions for one in bins) / sum(one.predictions for one in bins)
