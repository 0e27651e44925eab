"""The light in which a document's other names show the places that one may mean."""

from collections.abc import Sequence, Set
from math import sqrt

import numpy as np
import numpy.typing as npt

from gazetteer.places.columns import NONE
from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.possible import Possible, Vector

REACH = 150
"""A book's names are judged by so many named before, so many after, and so many of the most frequent."""
EARTH_KM = 6371.0088
_LIKELY = 0.02
"""A place believed less than this says nothing about the other names."""
_NEAR_KM = 300.0
_FAR_COSINE = 0.95
"""Places at a wider angle, about 2,000 km, are not near."""
_NEAREST = 5
_NOTHING = -1
DOCUMENT = (
    "country_share",
    "region_share",
    "county_share",
    "country_named",
    "region_named",
    "closeness",
    "nearest",
    "most_common_country",
    "holds_others",
)


class Light:
    """What is believed of a document's names so far, as columns over the places they may mean.

    Beliefs are read from the names: whoever changes one gives the name a new list.
    """

    def __init__(self, scene: Scene, possible: Possible | None = None) -> None:
        """`possible`: the places that the names with any may mean, where they are gathered already."""
        self.names = [name for name in scene.names if name.matches]
        self.possible = possible = possible or Possible.of(scene.gazetteer, self.names)
        self._at = {id(name): at for at, name in enumerate(self.names)}
        self._reach = _Reach(scene, self.names) if len(scene.names) > 2 * REACH else None
        countries = scene.gazetteer.columns.countries
        self._country: list[int] = possible.country.tolist()
        nations = [scene.country_pids.get(countries[country], NONE) for country in self._country]
        own = possible.region == possible.pid
        # what each place is asked of the others, and what they say to it: what lies nowhere shares no county, and no
        # place is named by its own name
        county = np.where(possible.admin2 == NONE, _NOTHING, possible.admin2)
        nation = np.where(nations == possible.pid, _NOTHING, nations)
        region = np.where(own, _NOTHING, possible.region)
        self._asked = np.array((possible.country, possible.region, county, nation, region))[:, :, None]
        said = (possible.country, possible.region, possible.admin2, possible.pid, possible.pid)
        self._said = np.array(said)[:, None, :]
        self._own_region = own
        self._beliefs: list[list[float] | None] = [None] * len(self.names)
        self._belief = np.zeros(len(possible.pid))
        self._spoken = np.zeros((len(said), len(possible.pid)))
        """how much each place says: for areas it lies in its name's weight counts"""
        self._weights = np.zeros(len(self.names))
        self._points = np.full(len(self.names), _NOTHING)
        self._countries: list[dict[int, float]] = [{} for _ in self.names]

    def cues(self, name: Name, without: Sequence[Name] = ()) -> Vector:
        """Return the `DOCUMENT` cues of each place a name may mean, from what is believed of the other names.

        `without`: other names that are taken as not being there.
        """
        for at, other in enumerate(self.names):
            if other.belief is not self._beliefs[at]:
                self._weigh(at, other)
        own = self._at[id(name)]
        rows = self.possible.rows[own]
        silent = [own, *(self._at[id(one)] for one in without if id(one) in self._at)]
        if self._reach is not None:
            silent += self._reach.beyond(own)
        spoken, weights, points = self._spoken.copy(), self._weights.copy(), self._points.copy()
        for at in silent:
            spoken[:, self.possible.rows[at]] = 0.0
        weights[silent], points[silent] = 0.0, _NOTHING
        masses = ((self._asked[:, rows] == self._said) @ spoken[:, :, None])[:, :, 0]
        table = np.empty((len(DOCUMENT), len(name.matches)))
        table[:3] = masses[:3] / (1e-9 + sum(weights.tolist()))
        table[3:5] = np.minimum(masses[3:], 1.0)
        table[5:7] = self._closeness(rows, points[points != _NOTHING])
        table[7] = self.possible.country[rows] == self._most_common_country(set(silent))
        table[8] = np.where(self._own_region[rows], np.minimum(masses[1], 1.0), 0.0)
        return table.T

    def _weigh(self, at: int, name: Name) -> None:
        """Take over what is believed of a name."""
        self._beliefs[at] = name.belief
        rows = self.possible.rows[at]
        if not name.belief or not name.weight:
            self._spoken[:, rows], self._weights[at], self._points[at], self._countries[at] = 0.0, 0.0, _NOTHING, {}
            return
        belief = np.array(name.belief)
        likely = np.where(belief >= _LIKELY, belief, 0.0)
        self._weights[at] = weight = name.weight * (1.0 + 0.3 * min(4, len(name.mentions) - 1))
        self._belief[rows] = belief
        self._spoken[:3, rows] = mass = weight * likely
        self._spoken[3:, rows] = likely
        best = rows.start + int(belief.argmax())
        self._points[at] = _NOTHING if self.possible.sorts.wide[best] else best
        countries: dict[int, float] = {}
        for country, one in zip(self._country[rows], mass.tolist(), strict=True):
            if one:
                countries[country] = countries.get(country, 0.0) + one
        self._countries[at] = countries

    def _closeness(self, rows: slice, points: npt.NDArray[np.int64]) -> Vector:
        """Return how close each place is to the likeliest places of the names that are heard: to the nearest few
        together, and to the nearest."""
        if not len(points):
            return np.zeros((2, rows.stop - rows.start))
        cosine = self.possible.vectors[rows] @ self.possible.vectors.take(points, axis=0).T
        # for small angles 1 - cos is half the squared angle
        decay = np.exp(np.sqrt(np.maximum(0.0, 1 - cosine)) * (-EARTH_KM * sqrt(2) / _NEAR_KM))
        near = (cosine >= _FAR_COSINE) * decay * self._belief[points]
        if len(points) > _NEAREST:
            near = np.partition(near, -_NEAREST, axis=1)[:, -_NEAREST:]
        return np.array((near.sum(axis=1) / _NEAREST, near.max(axis=1)))

    def _most_common_country(self, silent: Set[int]) -> int:
        masses: dict[int, float] = {}
        for at, countries in enumerate(self._countries):
            if at not in silent:
                for country, mass in countries.items():
                    masses[country] = masses.get(country, 0.0) + mass
        # where several have as much, the one named first, not the one that the last bit favours
        return max(masses, key=lambda country: round(masses[country], 9), default=_NOTHING)


class _Reach:
    """Which names of a book are not heard by which: all but those nearby and the most frequent, so that the time of a
    long text stays in proportion to its length."""

    def __init__(self, scene: Scene, names: Sequence[Name]) -> None:
        self._numbers = np.array([name.number for name in names])
        often = {id(name) for name in sorted(scene.names, key=lambda name: (-len(name.mentions), name.number))[:REACH]}
        self._often = np.array([id(name) in often for name in names])

    def beyond(self, at: int) -> list[int]:
        """Return the numbers of the names that one does not hear."""
        far = np.abs(self._numbers - self._numbers[at]) > REACH
        found: list[int] = np.flatnonzero(far & ~self._often).tolist()
        return found
