"""Places far from everything else that an article names: a namesake taken for another, more often than a journey."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

import numpy as np

from gazetteer.places.positions import EARTH_RADIUS_KM

LEAST_PLACES = 5
"""an article that names fewer has no middle to be far from"""
LEAST_KM = 1500.0
TIMES = 5.0
"""how many times as far as the article's places usually lie from their nearest"""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that an article names: its country, and latitude and longitude in degrees."""

    place_id: str
    country_code: str | None
    latitude: float
    longitude: float


@lru_cache(maxsize=1 << 15)
def far_outliers(spots: tuple[Spot, ...]) -> tuple[str, ...]:
    """Return the ids of the places that lie alone and far from all others of one article.

    A place is none where the article names another of its country.
    """
    if len(spots) < LEAST_PLACES:
        return ()
    of_country = Counter(spot.country_code for spot in spots)
    lonely = [spot.country_code is None or of_country[spot.country_code] == 1 for spot in spots]
    if not any(lonely):
        return ()
    nearest = _nearest(spots)
    limit = max(LEAST_KM, TIMES * median(nearest))
    return tuple(spot.place_id for spot, km, alone in zip(spots, nearest, lonely, strict=True) if alone and km > limit)


def _nearest(spots: Sequence[Spot]) -> list[float]:
    """Return how far each place lies from its nearest, in kilometres."""
    latitude = np.radians([spot.latitude for spot in spots])
    longitude = np.radians([spot.longitude for spot in spots])
    points = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )
    chords = np.linalg.norm(points[:, None] - points[None], axis=2)
    np.fill_diagonal(chords, 2.0)
    nearest: list[float] = (2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chords.min(axis=1) / 2))).tolist()
    return nearest
