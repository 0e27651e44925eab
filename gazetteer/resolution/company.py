"""Which places keep company: for each candidate, how many of the document's other names may be near it.

Unlike what is believed of the others, this counts what is possible for them, so that three small towns of one county
speak for each other although each has a larger namesake elsewhere.
"""

from math import cos, sqrt

import numpy as np

from gazetteer.places.columns import NONE
from gazetteer.places.store import NameKind
from gazetteer.resolution.beliefs import Name, Scene

_NEAR_COSINE = cos(60.0 / 6371.0)
_NAMES = 120
"""names that may speak: the most frequent"""
_WIDE = ("A.PCL", "L.CONT")


class Company:
    """The places that a document's names may mean, gathered once, to be asked by one name after the other."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        speaking = sorted((name for name in scene.names if name.matches), key=lambda n: (-len(n.mentions), n.number))
        owners: list[int] = []
        pids: list[int] = []
        for name in speaking[:_NAMES]:
            for match in name.matches:
                if match.hit.kind <= NameKind.TAGGED and not scene.feature(match.hit.pid).startswith(_WIDE):
                    owners.append(name.number)
                    pids.append(match.hit.pid)
        owner = np.array(owners, dtype=np.int64)
        self._begins = np.flatnonzero(np.diff(owner, prepend=-1) != 0)
        self._names = owner[self._begins]
        # a name of many places says less of each
        self._weights = np.array([1 / sqrt(count) for count in np.diff(np.append(self._begins, len(owner))).tolist()])
        sites = [scene.site(pid) for pid in pids]
        self._points = np.array([site.vector for site in sites])
        self._regions = np.array([site.region for site in sites])

    def of(self, name: Name) -> list[tuple[float, float]]:
        """Return for each candidate of a name the shares, from 0 to 1, of the other names that may be within 60 km,
        and in the same first-level region."""
        others = np.where(self._names == name.number, 0.0, self._weights)
        total = float(others.sum())
        if not total:
            return [(0.0, 0.0)] * len(name.matches)
        own = [self._scene.site(match.hit.pid) for match in name.matches]
        near = np.array([site.vector for site in own]) @ self._points.T > _NEAR_COSINE
        areas = np.array([site.region for site in own])[:, None]
        same = (areas == self._regions) & (areas != NONE)
        shares = (np.maximum.reduceat(told, self._begins, axis=1) @ others / total for told in (near, same))
        return list(zip(*(share.tolist() for share in shares), strict=True))
