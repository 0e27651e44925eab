"""What the rest of a document says of a span, once the first pass has judged all of them."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from gazetteer.places.columns import Columns
from gazetteer.recognition.hits import Hit
from gazetteer.recognition.scan import Scan, Span
from gazetteer.recognition.surroundings import Vector

DOCUMENT_FEATURES = (
    "p",
    "same_best",
    "same_mean",
    "country_share",
    "admin_share",
    "country_named",
    "rival",
    "rival_longer",
    "left_p",
    "left_gap",
    "right_p",
    "right_gap",
    "accepted_density",
)
_LOOKED_AT = 20
"""places of a name whose countries and regions are looked at"""
_NEAR_SPANS = 12
"""spans before and after one among which its rivals are"""
_FAR = 100
"""code points to a neighbour; farther is as far as this"""


def document_rows(found: Scan, base: Vector, p: Sequence[float], columns: Columns) -> Vector:
    """Return the rows of pass 2: each `base` row followed by `DOCUMENT_FEATURES` from pass 1's probabilities `p`."""
    if not found.spans:
        return np.zeros((0, base.shape[1] + len(DOCUMENT_FEATURES)))
    country, admin, named, density = _shares(found, p, columns)
    best, mean = _same(found.spans, p)
    rival, longer = _rivals(found.spans, p)
    left_p, left_gap, right_p, right_gap = _neighbours(found.spans, p)
    more = (p, best, mean, country, admin, named, rival, longer, left_p, left_gap, right_p, right_gap, density)
    return np.vstack((base.T, *(np.asarray(column, dtype=np.float64) for column in more))).T


def _shares(
    found: Scan, p: Sequence[float], columns: Columns
) -> tuple[list[float], list[float], list[float], list[float]]:
    """Return what share of the accepted names may lie in a span's country and its region, whether its country is
    named, and how many names are accepted a word."""
    countries: Counter[int] = Counter()
    regions: Counter[int] = Counter()
    named: set[int] = set()
    for span, probability in zip(found.spans, p, strict=True):
        if probability > 0.5 and span.hits:
            best = span.hits[0].pid
            countries[columns.country[best]] += 1
            regions[columns.admin1[best]] += 1
            if columns.features[columns.feature[best]].startswith("A.PCL"):
                named.add(columns.country[best])
    total = max(1, sum(countries.values()))

    def shares(hits: Sequence[Hit]) -> tuple[float, float, float]:
        own = {columns.country[hit.pid] for hit in hits[:_LOOKED_AT]}
        areas = {columns.admin1[hit.pid] for hit in hits[:_LOOKED_AT]}
        most, region = max(countries.get(one, 0) for one in own), max(regions.get(one, 0) for one in areas)
        return most / total, region / total, float(not own.isdisjoint(named))

    # spans of one name share their hits
    known = {id(()): (0.0, 0.0, 0.0)}
    for span in found.spans:
        if id(span.hits) not in known:
            known[id(span.hits)] = shares(span.hits) if span.hits else (0.0, 0.0, 0.0)
    country, admin, has_named = zip(*[known[id(span.hits)] for span in found.spans], strict=True)
    density = total / max(1, len(found.marks))
    return list(country), list(admin), list(has_named), [density] * len(found.spans)


def _same(spans: Sequence[Span], p: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return the best probability of a span's name, and the mean elsewhere in the document (-1 where it is alone)."""
    by_key: dict[str, list[float]] = {}
    for span, probability in zip(spans, p, strict=True):
        by_key.setdefault(span.key, []).append(probability)
    told = {key: (sum(same), max(same), len(same) - 1) for key, same in by_key.items()}
    best, mean = [], []
    for span, probability in zip(spans, p, strict=True):
        whole, highest, others = told[span.key]
        best.append(highest)
        mean.append((whole - probability) / others if others else -1.0)
    return best, mean


def _rivals(spans: Sequence[Span], p: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return the best probability of an overlapping span, and of an overlapping longer one."""
    best, longer = [0.0] * len(spans), [0.0] * len(spans)
    for index, span in enumerate(spans):
        for other in range(index + 1, min(index + _NEAR_SPANS, len(spans))):
            # spans stand in text order
            if spans[other].start >= span.end:
                break
            best[index], best[other] = max(best[index], p[other]), max(best[other], p[index])
            if spans[other].words > span.words:
                longer[index] = max(longer[index], p[other])
            elif spans[other].words < span.words:
                longer[other] = max(longer[other], p[index])
    return best, longer


def _neighbours(spans: Sequence[Span], p: Sequence[float]) -> tuple[list[float], list[int], list[float], list[int]]:
    """Return the probabilities of the next spans to the left and right that do not overlap, and how far they are."""
    left_p, left_gap, right_p, right_gap = ([-1.0] * len(spans), [_FAR] * len(spans), [-1.0] * len(spans),
                                            [_FAR] * len(spans))  # fmt: skip
    for index, span in enumerate(spans):
        before = index - 1
        while before >= 0 and spans[before].end > span.start:
            before -= 1
        if before >= 0:
            left_p[index], left_gap[index] = p[before], min(_FAR, span.start - spans[before].end)
        after = index + 1
        while after < len(spans) and spans[after].start < span.end:
            after += 1
        if after < len(spans):
            right_p[index], right_gap[index] = p[after], min(_FAR, spans[after].start - span.end)
    return left_p, left_gap, right_p, right_gap
