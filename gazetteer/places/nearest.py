"""The places nearest to a point, by widening bands of latitude over the position index."""

import math
from collections.abc import Callable
from typing import Any

EARTH_RADIUS_KM = 6371.0088
_KM_PER_DEGREE = EARTH_RADIUS_KM * math.pi / 180
_BAND = """
SELECT pid, latitude, longitude FROM places
WHERE latitude BETWEEN ? AND ? AND (longitude BETWEEN ? AND ? OR longitude BETWEEN ? AND ?)
AND precision IN ('point', 'municipality')"""


def nearest_pids(
    rows: Callable[..., list[Any]], latitude: float, longitude: float, limit: int
) -> list[tuple[int, float]]:
    """Return (pid, kilometres) of the places nearest to a point (degrees), nearest first, then most prominent."""
    reach_km = 25.0
    while True:
        found = [
            (kilometres(latitude, longitude, *position), pid)
            for pid, *position in rows(_BAND, *_box(latitude, longitude, reach_km))
        ]
        inside = sorted((distance, pid) for distance, pid in found if distance <= reach_km)
        if len(inside) >= limit or reach_km > EARTH_RADIUS_KM * math.pi:
            return [(pid, distance) for distance, pid in inside[:limit]]
        reach_km *= 4


def _box(latitude: float, longitude: float, reach_km: float) -> tuple[float, ...]:
    """Return latitudes and two ranges of longitude (the second across the date line) that hold the circle."""
    tall = reach_km / _KM_PER_DEGREE
    south, north = latitude - tall, latitude + tall
    widest = max(abs(south), abs(north))
    wide = 180.0 if widest >= 89 else min(180.0, tall / math.cos(math.radians(widest)))
    west, east = longitude - wide, longitude + wide
    shift = 360.0 if west < -180 else -360.0
    return south, north, west, east, west + shift, east + shift


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance of two points (degrees) on a sphere."""
    first, second = math.radians(latitude), math.radians(other_latitude)
    half = math.radians(other_longitude - longitude) / 2
    chord = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(half) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))
