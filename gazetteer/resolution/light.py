"""The light in which a document's other names show the places that one may mean."""

from collections.abc import Sequence, Set
from math import sqrt

import numpy as np

from gazetteer.places.columns import NONE
from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.possible import Flags, Numbers, Possible, Vector

REACH = 150
"""A book's names are judged by so many named before, so many after, and so many of the most frequent."""
EARTH_KM = 6371.0088
_LIKELY = 0.02
"""A place believed less than this says nothing about the other names."""
_NEAR_KM = 300.0
_FAR_COSINE = 0.95
"""Places at a wider angle, about 2,000 km, are not near."""
_NEAREST = 5
_PAIRS_AT_ONCE = 200_000
"""places times places that are set beside each other at once"""
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
        self._take_over()
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

    def all_cues(self) -> Vector:
        """Return the same of all names: a row for each place of `possible`."""
        possible = self.possible
        if self._reach is not None or not self.names:
            return np.concatenate([self.cues(name) for name in self.names] or [np.zeros((0, len(DOCUMENT)))])
        self._take_over()
        table = np.empty((len(DOCUMENT), len(possible.pid)))
        others = np.maximum(0.0, self._weights.sum() - self._weights)[possible.owner]
        heard = np.flatnonzero(self._points != _NOTHING)
        rows_at_once = max(1, _PAIRS_AT_ONCE // len(possible.pid))
        for begin in range(0, len(possible.pid), rows_at_once):
            rows = slice(begin, min(begin + rows_at_once, len(possible.pid)))
            owner = possible.owner[rows, None]
            lies = (self._asked[:, rows] == self._said) & (owner != possible.owner)
            masses = (lies @ self._spoken[:, :, None])[:, :, 0]
            table[:3, rows] = masses[:3] / (1e-9 + others[rows])
            table[3:5, rows] = np.minimum(masses[3:], 1.0)
            table[5:7, rows] = self._closeness(rows, self._points[heard], owner != heard)
            table[8, rows] = np.where(self._own_region[rows], np.minimum(masses[1], 1.0), 0.0)
        table[7] = possible.country == self._common_countries()[possible.owner]
        return table.T

    def _take_over(self) -> None:
        """Take over what is believed of the names now."""
        for at, name in enumerate(self.names):
            if name.belief is not self._beliefs[at]:
                self._weigh(at, name)

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

    def _closeness(self, rows: slice, points: Numbers, heard: Flags | bool = True) -> Vector:
        """Return how close each place is to the likeliest places of names, of those that are heard: to the nearest few
        together, and to the nearest."""
        if not len(points):
            return np.zeros((2, rows.stop - rows.start))
        cosine = self.possible.vectors[rows] @ self.possible.vectors.take(points, axis=0).T
        # for small angles 1 - cos is half the squared angle
        decay = np.exp(np.sqrt(np.maximum(0.0, 1 - cosine)) * (-EARTH_KM * sqrt(2) / _NEAR_KM))
        near = ((cosine >= _FAR_COSINE) & heard) * decay * self._belief[points]
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

    def _common_countries(self) -> Numbers:
        """Return for each name the country that the others most likely lie in."""
        masses: dict[int, float] = {}
        for countries in self._countries:
            for country, mass in countries.items():
                masses[country] = masses.get(country, 0.0) + mass
        # which stays so without a name that says nothing of it
        common = max(masses, key=lambda country: round(masses[country], 9), default=_NOTHING)
        return np.array(
            [
                self._most_common_country({at}) if common in countries else common
                for at, countries in enumerate(self._countries)
            ],
            dtype=np.int64,
        )


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
