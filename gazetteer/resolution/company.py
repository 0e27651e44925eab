"""Which places keep company: for each candidate, how many of the document's other names may be near it.

Unlike what is believed of the others, this counts what is possible for them, so that three small towns of one county
speak for each other although each has a larger namesake elsewhere.
"""

from math import cos

import numpy as np

from gazetteer.places.columns import NONE
from gazetteer.places.store import NameKind
from gazetteer.resolution.possible import Possible, Vector

_NEAR_COSINE = cos(60.0 / 6371.0)
_NAMES = 120
"""names that may speak: the most frequent"""


class Company:
    """The places that a document's names may mean, gathered once, to be asked for the places of some names."""

    def __init__(self, possible: Possible) -> None:
        speaks = (possible.kind <= NameKind.TAGGED) & ~possible.sorts.wide
        if len(possible.names) > _NAMES:
            often = sorted(possible.names, key=lambda name: (-len(name.mentions), name.number))[:_NAMES]
            heard = {id(name) for name in often}
            speaks &= np.array([id(name) in heard for name in possible.names])[possible.owner]
        told = np.flatnonzero(speaks)
        counts = np.bincount(possible.owner[told], minlength=len(possible.names))
        names = np.flatnonzero(counts)
        counts = counts[names]
        self._begins = np.cumsum(counts) - counts
        self._names = np.array([name.number for name in possible.names], dtype=np.int64)[names]
        # a name of many places says less of each
        self._weights = 1 / np.sqrt(counts)
        self._points, self._regions = possible.vectors[told], possible.region[told]

    def of(self, possible: Possible) -> Vector:
        """Return two columns: for each place of some names the shares, from 0 to 1, of the other names that may be
        within 60 km, and in the same first-level region."""
        shares = np.zeros((len(possible.pid), 2))
        if not len(self._names):
            return shares
        numbers = np.array([name.number for name in possible.names])[possible.owner]
        others = np.where(numbers[:, None] == self._names, 0.0, self._weights)
        # nought where there are no others
        others /= np.maximum(others.sum(axis=1, keepdims=True), 1e-300)
        near = possible.vectors @ self._points.T > _NEAR_COSINE
        areas = possible.region[:, None]
        same = (areas == self._regions) & (areas != NONE)
        for column, told in enumerate((near, same)):
            shares[:, column] = (np.maximum.reduceat(told, self._begins, axis=1) * others).sum(axis=1)
        return shares
