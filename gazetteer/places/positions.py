"""Places by position: the nearest to a point, and the most prominent in a box, over the places in order of latitude."""

import math
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from gazetteer.model import Precision
from gazetteer.places.columns import PRECISIONS, Columns
from gazetteer.places.filters import in_box

EARTH_RADIUS_KM = 6371.0088
_KM_PER_DEGREE = EARTH_RADIUS_KM * math.pi / 180
_POINTLIKE = (PRECISIONS.index(Precision.POINT), PRECISIONS.index(Precision.MUNICIPALITY))
_FIRST_LOOK = 20_000
"""places, the most prominent, that a wide box is looked for in first"""


class Positioned(Protocol):
    """What is asked of a gazetteer here."""

    @property
    def columns(self) -> Columns: ...
    @property
    def by_latitude(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint32]]: ...


def nearest_pids(held: Positioned, latitude: float, longitude: float, limit: int) -> list[tuple[int, float]]:
    """Return (pid, kilometres) of the places known to a point that are nearest to one, nearest first."""
    reach_km = 25.0
    while True:
        pids = _around(held, latitude, longitude, reach_km)
        distances = _kilometres(held.columns, pids, latitude, longitude)
        inside = distances <= reach_km
        if inside.sum() >= limit or reach_km > EARTH_RADIUS_KM * math.pi:
            return _closest(pids[inside], distances[inside], limit)
        reach_km *= 4


def nearest_among(
    held: Positioned, pids: Sequence[int], latitude: float, longitude: float, limit: int
) -> list[tuple[int, float]]:
    """Return (pid, kilometres) of those of some places, whatever their precision, nearest to a point, nearest first."""
    among = np.asarray(pids, dtype=np.uint32)
    return _closest(among, _kilometres(held.columns, among, latitude, longitude), limit)


def _closest(pids: npt.NDArray[np.uint32], distances: npt.NDArray[np.float64], limit: int) -> list[tuple[int, float]]:
    order = np.lexsort((pids, distances))[:limit]
    return [(int(pids[at]), float(distances[at])) for at in order]


def _around(held: Positioned, latitude: float, longitude: float, reach_km: float) -> npt.NDArray[np.uint32]:
    """Return the places in a box that holds the circle."""
    tall = reach_km / _KM_PER_DEGREE
    south, north = latitude - tall, latitude + tall
    widest = max(abs(south), abs(north))
    pids = _band(held, south, north)
    pids = pids[np.isin(held.columns.vector("precision")[pids], _POINTLIKE)]
    if widest >= 89:
        return pids
    wide = tall / math.cos(math.radians(widest))
    if wide >= 180:
        return pids
    apart = np.abs(held.columns.vector("longitude")[pids] - longitude)
    near: npt.NDArray[np.uint32] = pids[np.minimum(apart, 360 - apart) <= wide]
    return near


def _band(held: Positioned, south: float, north: float) -> npt.NDArray[np.uint32]:
    """Return the places between two latitudes."""
    latitudes, pids = held.by_latitude
    begin, end = np.searchsorted(latitudes, np.array([south - 1e-5, north + 1e-5], dtype=np.float32))
    band: npt.NDArray[np.uint32] = pids[begin:end]
    return band


def _kilometres(
    columns: Columns, pids: npt.NDArray[np.uint32], latitude: float, longitude: float
) -> npt.NDArray[np.float64]:
    """Return the great-circle distances of places from a point."""
    first = math.radians(latitude)
    second = np.radians(columns.vector("latitude")[pids].astype(np.float64))
    half = np.radians(columns.vector("longitude")[pids].astype(np.float64) - longitude) / 2
    chord = np.sin((second - first) / 2) ** 2 + math.cos(first) * np.cos(second) * np.sin(half) ** 2
    distances: npt.NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(chord)))
    return distances


def pids_within(held: Positioned, box: tuple[float, float, float, float], limit: int, classes: str = "") -> list[int]:
    """Return the most prominent places in west, south, east, north (degrees), of these feature classes or of any."""
    columns = held.columns
    wanted = np.array([not classes or word[0] in classes for word in columns.features])
    band = _band(held, box[1], box[3])
    looks = iter([np.sort(band)]) if len(band) < _FIRST_LOOK else _prominent_first(len(columns))
    found: list[int] = []
    for pids in looks:
        inside = in_box(_part(columns, "latitude", pids), _part(columns, "longitude", pids), box)
        inside &= wanted[_part(columns, "feature", pids)]
        found += pids[inside][: limit - len(found)].tolist()
        if len(found) >= limit:
            break
    return found


def _part(columns: Columns, name: str, pids: npt.NDArray[Any]) -> npt.NDArray[Any]:
    part: npt.NDArray[Any] = columns.vector(name)[pids]
    return part


def _prominent_first(count: int) -> Iterator[npt.NDArray[np.int64]]:
    begin, size = 0, _FIRST_LOOK
    while begin < count:
        yield np.arange(begin, min(begin + size, count))
        begin, size = begin + size, size * 4


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance of two points (degrees) on a sphere."""
    first, second = math.radians(latitude), math.radians(other_latitude)
    half = math.radians(other_longitude - longitude) / 2
    chord = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(half) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))
