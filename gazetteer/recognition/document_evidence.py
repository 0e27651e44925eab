"""What the rest of a document says of a span, once the first pass has judged all of them."""

from collections.abc import Sequence

import numpy as np

from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.surroundings import Vector
from gazetteer.recognition.vocabulary import Flags, Numbers

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
_AREA_BITS = 40
_FAR = 100
"""code points to a neighbour; farther is as far as this"""


def document_rows(sheaf: Sheaf, base: Vector, p: Sequence[float] | Vector) -> Vector:
    """Return the rows of pass 2: each `base` row followed by `DOCUMENT_FEATURES` from pass 1's probabilities `p`."""
    if not len(sheaf.text):
        return np.zeros((0, base.shape[1] + len(DOCUMENT_FEATURES)))
    likely = np.array(p)
    accepted = sheaf.known & (likely > 0.5)
    counts = np.maximum(1, np.bincount(sheaf.text[accepted], minlength=len(sheaf.scans)))[sheaf.text]
    density = counts / sheaf.a_text(lambda found: max(1, len(found.marks)))
    places = (*_same(sheaf, likely), *_shares(sheaf, accepted, counts))
    return np.vstack((base.T, likely, *places, *_rivals(sheaf, likely), *_neighbours(sheaf, likely), density)).T


def _shares(sheaf: Sheaf, accepted: Flags, counts: Numbers) -> Vector:
    """Return three rows: what share of the accepted names, of which there are `counts` in its text, may lie in a span's
    country and in its region, and whether its country is named."""
    shares = np.zeros((3, len(sheaf.bearers)))
    if not accepted.any():
        return shares[:, sheaf.bearer]
    text = np.repeat(np.arange(len(sheaf.scans)), [own.stop - own.start for own in sheaf.bearers_of]) << _AREA_BITS
    held = np.flatnonzero([len(bearers.hits) for bearers in sheaf.bearers])
    known = [sheaf.bearers[at] for at in held.tolist()]
    sizes = np.array([len(bearers.countries) for bearers in known])
    begins, texts = np.cumsum(sizes) - sizes, np.repeat(text[held], sizes)
    countries = np.concatenate([bearers.countries for bearers in known]) + texts
    regions = np.concatenate([bearers.regions for bearers in known]) + texts
    # of each accepted name that of its places which comes first
    first = begins[np.searchsorted(held, sheaf.bearer[accepted])]
    is_country = np.array([bearers.first_is_country for bearers in sheaf.bearers])[sheaf.bearer[accepted]]
    for row, (areas, likeliest) in enumerate(
        ((countries, countries[first]), (regions, regions[first]), (countries, countries[first[is_country]]))
    ):
        shares[row, held] = np.maximum.reduceat(_times(areas, likeliest), begins)
    of_span = shares[:, sheaf.bearer]
    of_span[:2] /= counts
    of_span[2] = of_span[2] > 0
    return of_span


def _times(areas: Numbers, lying: Numbers) -> Numbers:
    """Return for each of some areas how many of others are the same."""
    others = np.sort(lying)
    return np.searchsorted(others, areas, side="right") - np.searchsorted(others, areas, side="left")


def _same(sheaf: Sheaf, p: Vector) -> tuple[Vector, Vector]:
    """Return the best probability of a span's name, and the mean elsewhere in the document (-1 where it is alone)."""
    name = sheaf.name
    others = np.bincount(name)[name] - 1
    best = np.zeros(len(p))
    np.maximum.at(best, name, p)
    elsewhere = np.bincount(name, p)[name] - p
    return best[name], np.where(others > 0, elsewhere / np.maximum(others, 1), -1.0)


def _rivals(sheaf: Sheaf, p: Vector) -> tuple[Vector, Vector]:
    """Return the best probability of an overlapping span, and of an overlapping longer one."""
    start, end, words = sheaf.start, sheaf.end, sheaf.last - sheaf.first
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


def _neighbours(sheaf: Sheaf, p: Vector) -> tuple[Vector, Vector, Vector, Vector]:
    """Return the probabilities of the next spans to the left and right that do not overlap, and how far they are."""
    start, end, text = sheaf.start, sheaf.end, sheaf.text
    before = np.arange(len(p)) - 1
    while (overlapping := (before >= 0) & (end[before] > start)).any():
        before -= overlapping
    after = np.searchsorted(start, end)
    there, here = before >= 0, after < len(p)
    after = np.minimum(after, len(p) - 1)
    there, here = there & (text[before] == text), here & (text[after] == text)
    return (
        np.where(there, p[before], -1.0),
        np.where(there, np.minimum(_FAR, start - end[before]), _FAR),
        np.where(here, p[after], -1.0),
        np.where(here, np.minimum(_FAR, start[after] - end), _FAR),
    )
