"""What the rest of a document says of a span, once the first pass has judged all of them."""

from collections.abc import Sequence

import numpy as np

from gazetteer.recognition.bearers import Bearers
from gazetteer.recognition.scan import Scan
from gazetteer.recognition.surroundings import Vector
from gazetteer.recognition.vocabulary import Numbers

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
_NEAR_SPANS = 12
"""spans before and after one among which its rivals are"""
_FAR = 100
"""code points to a neighbour; farther is as far as this"""


def document_rows(found: Scan, base: Vector, p: Sequence[float]) -> Vector:
    """Return the rows of pass 2: each `base` row followed by `DOCUMENT_FEATURES` from pass 1's probabilities `p`."""
    if not found.spans:
        return np.zeros((0, base.shape[1] + len(DOCUMENT_FEATURES)))
    likely = np.array(p)
    accepted = [found.spans[at].bearers for at in np.flatnonzero((found.bounds[5] > 0) & (likely > 0.5)).tolist()]
    density = np.full(len(likely), max(1, len(accepted)) / max(1, len(found.marks)))
    places = (*_same(found, likely), *_shares(found, accepted))
    return np.vstack((base.T, likely, *places, *_rivals(found, likely), *_neighbours(found, likely), density)).T


def _shares(found: Scan, accepted: Sequence[Bearers]) -> Vector:
    """Return three rows: what share of the accepted names may lie in a span's country and in its region, and whether
    its country is named."""
    _, *known = found.bearers
    shares = np.zeros((3, len(found.bearers)))
    if accepted:
        counts = np.array([len(bearers.countries) for bearers in known])
        begins = np.cumsum(counts) - counts
        countries = np.concatenate([bearers.countries for bearers in known])
        regions = np.concatenate([bearers.regions for bearers in known])
        likeliest = [bearers.countries[0] for bearers in accepted]
        named = [bearers.countries[0] for bearers in accepted if bearers.first_is_country]
        shares[0, 1:] = np.maximum.reduceat(_times(countries, likeliest), begins) / len(accepted)
        shares[1, 1:] = np.maximum.reduceat(_times(regions, [one.regions[0] for one in accepted]), begins) / len(
            accepted
        )
        shares[2, 1:] = np.maximum.reduceat(_times(countries, named), begins) > 0
    return shares[:, found.bounds[5]]


def _times(areas: Numbers, lying: Sequence[int]) -> Numbers:
    """Return for each of some areas how many of others are the same."""
    others = np.sort(np.array(lying, dtype=np.int64))
    return np.searchsorted(others, areas, side="right") - np.searchsorted(others, areas, side="left")


def _same(found: Scan, p: Vector) -> tuple[Vector, Vector]:
    """Return the best probability of a span's name, and the mean elsewhere in the document (-1 where it is alone)."""
    name = found.bounds[4]
    others = np.bincount(name)[name] - 1
    best = np.zeros(len(p))
    np.maximum.at(best, name, p)
    elsewhere = np.bincount(name, p)[name] - p
    return best[name], np.where(others > 0, elsewhere / np.maximum(others, 1), -1.0)


def _rivals(found: Scan, p: Vector) -> tuple[Vector, Vector]:
    """Return the best probability of an overlapping span, and of an overlapping longer one."""
    first, last, start, end = found.bounds[:4]
    words = last - first
    best, longer = np.zeros(len(p)), np.zeros(len(p))
    for step in range(1, _NEAR_SPANS):
        # spans stand in text order: where none reaches so far, none reaches farther
        touching = start[step:] < end[:-step]
        if not touching.any():
            break
        one, other = slice(None, -step), slice(step, None)
        for mine, theirs in ((one, other), (other, one)):
            best[mine] = np.maximum(best[mine], np.where(touching, p[theirs], 0.0))
            shorter = touching & (words[mine] < words[theirs])
            longer[mine] = np.maximum(longer[mine], np.where(shorter, p[theirs], 0.0))
    return best, longer


def _neighbours(found: Scan, p: Vector) -> tuple[Vector, Vector, Vector, Vector]:
    """Return the probabilities of the next spans to the left and right that do not overlap, and how far they are."""
    start, end = found.bounds[2:4]
    before = np.arange(len(p)) - 1
    while (overlapping := (before >= 0) & (end[before] > start)).any():
        before -= overlapping
    after = np.searchsorted(start, end)
    there, here = before >= 0, after < len(p)
    after = np.minimum(after, len(p) - 1)
    return (
        np.where(there, p[before], -1.0),
        np.where(there, np.minimum(_FAR, start - end[before]), _FAR),
        np.where(here, p[after], -1.0),
        np.where(here, np.minimum(_FAR, start[after] - end), _FAR),
    )
