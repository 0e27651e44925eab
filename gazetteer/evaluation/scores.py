"""Counts of right and wrong answers, and the figures that papers give made of them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from gazetteer.evaluation.matching import CLOSE_KM, NEAR_KM, Outcome

FARTHEST_KM = 20_039.0
"""kilometres, half the Earth's girth: the error of a mention that got no place (Gritta et al. 2018)"""


@dataclass(slots=True)
class Counts:
    """What is added up over outcomes; every figure but the distances is a quotient of sums of these.

    Gold mentions, those `located` (with coordinates) and those with a GeoNames id; predictions counted with spans that
    overlap and, apart, with equal spans only: all, `found` (answering a gold mention), `placed` (with coordinates),
    `near` (and right to 161 km); `answered`: located gold with a placed answer, `close` ones right to 20 km; `both_ids`
    where both have a GeoNames id, `same_id` where it is one.
    """

    gold: int = 0
    located: int = 0
    gold_ids: int = 0
    predicted: int = 0
    found: int = 0
    placed: int = 0
    answered: int = 0
    near: int = 0
    close: int = 0
    both_ids: int = 0
    same_id: int = 0
    exact_predicted: int = 0
    exact_found: int = 0
    exact_placed: int = 0
    exact_near: int = 0

    def row(self) -> list[int]:
        """Return the counts in the order of `COLUMNS`."""
        return [getattr(self, name) for name in COLUMNS]


COLUMNS = tuple(one.name for one in fields(Counts))


@dataclass(slots=True)
class Tally:
    """Counts with the errors (kilometres) of the located gold mentions that got a place."""

    counts: Counts = field(default_factory=Counts)
    errors_km: list[float] = field(default_factory=list)

    def add(self, one: Outcome) -> None:
        """Count an outcome of overlapping spans."""
        counts = self.counts
        if one.gold is not None:
            counts.gold += 1
            counts.located += one.gold.point is not None
            counts.gold_ids += one.gold.point is not None and bool(one.gold.geonameid)
        if one.predicted is None:
            return
        counts.predicted += 1
        counts.placed += one.predicted.point is not None
        counts.found += one.gold is not None
        error = one.error_km
        if one.gold is None or error is None:
            return
        self.errors_km.append(error)
        counts.answered += 1
        counts.near += error < NEAR_KM
        counts.close += error < CLOSE_KM
        if one.gold.geonameid and one.predicted.geonameid:
            counts.both_ids += 1
            counts.same_id += one.gold.geonameid == one.predicted.geonameid

    def add_exact(self, one: Outcome) -> None:
        """Count an outcome of equal spans."""
        if one.predicted is not None:
            self.counts.exact_predicted += 1
            self.counts.exact_found += one.gold is not None
            self.counts.exact_placed += one.predicted.point is not None
            self.counts.exact_near += one.right


@dataclass(frozen=True, slots=True)
class Found:
    """Precision, recall and F1, None where nothing could be right."""

    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Distances:
    """How far places lie from the gold ones: shares below 161 and 20 km, kilometres, and AUC (lower is better)."""

    mentions: int
    acc161: float | None = None
    acc20: float | None = None
    median_km: float | None = None
    mean_km: float | None = None
    auc: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of some outcomes."""

    counts: Counts
    exact: Found
    overlap: Found
    end_to_end: Found
    end_to_end_exact: Found
    answered: Distances
    all: Distances
    """a located gold mention without a placed answer counts as `FARTHEST_KM`"""
    same_id: float | None
    same_id_all: float | None


def figures(tally: Tally) -> Figures:
    """Return the figures of a tally."""
    c = tally.counts
    missed = [FARTHEST_KM] * (c.located - c.answered)
    return Figures(
        c,
        found(c.exact_found, c.exact_predicted, c.gold),
        found(c.found, c.predicted, c.gold),
        found(c.near, c.placed, c.located),
        found(c.exact_near, c.exact_placed, c.located),
        distances(tally.errors_km),
        distances([*tally.errors_km, *missed]),
        quotient(c.same_id, c.both_ids),
        quotient(c.same_id, c.gold_ids),
    )


def found(right: int, predicted: int, gold: int) -> Found:
    """Return precision, recall and F1 of counts."""
    return Found(quotient(right, predicted), quotient(right, gold), quotient(2 * right, predicted + gold))


def quotient(part: int, whole: int) -> float | None:
    """Return a share, None of nothing."""
    return part / whole if whole else None


def distances(errors_km: Sequence[float]) -> Distances:
    """Return the distances of errors; AUC is the area under the sorted ln(1 + error), as in Gritta et al. 2018."""
    count = len(errors_km)
    if not count:
        return Distances(0)
    ordered = sorted(errors_km)
    half = count // 2
    median = ordered[half] if count % 2 else (ordered[half - 1] + ordered[half]) / 2
    return Distances(
        count,
        _share_below(ordered, NEAR_KM),
        _share_below(ordered, CLOSE_KM),
        median,
        sum(ordered) / count,
        _auc(ordered),
    )


def _share_below(ordered: Sequence[float], limit_km: float) -> float:
    return sum(error < limit_km for error in ordered) / len(ordered)


def _auc(ordered: Sequence[float]) -> float:
    logs = [math.log1p(error) for error in ordered]
    if len(logs) == 1:
        return logs[0] / math.log(FARTHEST_KM)
    area = sum(logs) - (logs[0] + logs[-1]) / 2
    return area / (math.log(FARTHEST_KM) * (len(logs) - 1))


def tally_of(overlapping: Iterable[Outcome], equal: Iterable[Outcome]) -> Tally:
    """Count outcomes of overlapping and of equal spans."""
    tally = Tally()
    for one in overlapping:
        tally.add(one)
    for one in equal:
        tally.add_exact(one)
    return tally
