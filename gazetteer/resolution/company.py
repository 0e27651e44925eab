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
        self._numbers = np.array([name.number for name in possible.names], dtype=np.int64)
        often = sorted(possible.names, key=lambda name: (-len(name.mentions), name.number))[:_NAMES]
        speaks = np.isin(self._numbers, [name.number for name in often]) if len(self._numbers) > _NAMES else True
        speaks = np.broadcast_to(speaks, len(self._numbers))[possible.owner]
        told = np.flatnonzero(speaks & (possible.kind <= NameKind.TAGGED) & ~possible.sorts.wide)
        owner = possible.owner[told]
        self._begins = np.flatnonzero(np.diff(owner, prepend=-1))
        self._names = self._numbers[owner[self._begins]]
        # a name of many places says less of each
        self._weights = 1 / np.sqrt(np.diff(self._begins, append=len(told)))
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
