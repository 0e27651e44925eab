"""The home of a source or of a project: where its articles mostly play, as a prior for the places of the next one."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, exp, radians, sin

from gazetteer.model import Place, Precision
from gazetteer.resolution.beliefs import Scene
from gazetteer.resolution.cues import contains
from gazetteer.resolution.light import EARTH_KM

REACH_KM = 100.0
"""Distance at which a spot of the home speaks for a place a third as much as at its side."""
FEWEST, MOST = 3, 50
"""Earlier articles that a home is learned from, at least and at most (the latest)."""
_SPOTS = 60
"""the spots of a home that are kept, those named in most articles"""
_LEAST_PEAK = 0.2
"""Share of the articles near its middle from which a home speaks with all its weight: a paper of the world has none."""
Vector = tuple[float, float, float]
_WIDE = (Precision.COUNTRY, Precision.REGION)


@dataclass(frozen=True, slots=True)
class Home:
    """Spots (unit vectors) with how much each speaks for places near it, and areas by place id that a person named."""

    spots: tuple[tuple[Vector, float], ...] = ()
    areas: tuple[str, ...] = ()

    def __or__(self, other: "Home | None") -> "Home":
        """Both homes: a place is at home where it is in either."""
        return Home(self.spots + other.spots, self.areas + other.areas) if other else self

    def cues(self, scene: Scene, pids: Sequence[int]) -> list[float]:
        """Return for each place how much it is at home, from 0 to 1."""
        areas = [pid for area in self.areas if (pid := scene.gazetteer.pid_of(area)) is not None]
        return [
            1.0 if any(pid == area or contains(scene, area, pid) for area in areas) else self._nearness(scene, pid)
            for pid in pids
        ]

    def _nearness(self, scene: Scene, pid: int) -> float:
        if not self.spots or scene.feature(pid).startswith(("A.PCL", "L.CONT")):
            return 0.0
        return min(1.0, _density(scene.vector(pid), self.spots))


def home_of(place: Place) -> Home:
    """Return the home that a person named: a country or a region with all that lies in it, else a spot."""
    if place.precision in _WIDE:
        return Home(areas=(place.place_id,))
    return Home(spots=((_vector(place.latitude, place.longitude), 1.0),))


def learned_home(articles: Sequence[Iterable[Place]]) -> Home | None:
    """Return the home of a source by the places of each of its earlier articles (oldest first), None of too few.

    Each article has one voice, shared by its places; countries and regions say too little to have any.
    """
    shares: defaultdict[tuple[float, float], float] = defaultdict(float)
    latest = articles[-MOST:]
    for places in latest:
        spots = {(place.latitude, place.longitude) for place in places if place.precision not in _WIDE}
        for spot in spots:
            shares[spot] += 1 / len(spots) / len(latest)
    if len(latest) < FEWEST or not shares:
        return None
    kept = sorted(shares.items(), key=lambda one: (-one[1], one[0]))[:_SPOTS]
    found = [(_vector(*spot), share) for spot, share in kept]
    peak = max(_LEAST_PEAK, *(_density(vector, found) for vector, _ in found))
    return Home(tuple((vector, share / peak) for vector, share in found))


class SourceHomes:
    """The homes of sources, learned as articles go by; `given` counts for all of them."""

    def __init__(self, given: Home | None = None) -> None:
        self._given = given
        self._articles: defaultdict[str, deque[list[Place]]] = defaultdict(lambda: deque(maxlen=MOST))

    def of(self, source: str | None) -> Home | None:
        """Return the home for the next article of a source, None where none is known."""
        learned = learned_home(list(self._articles[source])) if source else None
        return self._given | learned if self._given else learned

    def add(self, source: str | None, places: Iterable[Place]) -> None:
        """Remember the places of an article of a source."""
        if source:
            self._articles[source].append(list(places))


def _density(vector: Vector, spots: Iterable[tuple[Vector, float]]) -> float:
    x, y, z = vector
    return sum(share * _decay(x * u + y * v + z * w) for (u, v, w), share in spots)


def _vector(latitude: float, longitude: float) -> Vector:
    phi, theta = radians(latitude), radians(longitude)
    return cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi)


def _decay(cosine: float) -> float:
    # for small angles 1 - cos is half the squared angle
    return exp(-EARTH_KM * (2 * max(0.0, 1 - cosine)) ** 0.5 / REACH_KM)
