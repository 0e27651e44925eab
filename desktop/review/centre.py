"""Where an article is about: the middle of its places, and how far a candidate lies from it."""

from collections.abc import Collection, Iterable, Mapping
from math import asin, atan2, cos, degrees, hypot, radians, sin
from typing import Any

from gazetteer.model import Place, Precision
from gazetteer.places.positions import kilometres

POINTS = {Precision.POINT.value, Precision.MUNICIPALITY.value}


def centre_of(points: Iterable[Mapping[str, Any]], without: Collection[str]) -> tuple[float, float] | None:
    """Return (latitude, longitude) of the middle of an article's points, leaving areas and the places `without` out.

    None where nothing is left, or where the places lie all round the globe.
    """
    x = y = z = 0.0
    for point in points:
        if point["precision"] not in POINTS or point["id"] in without:
            continue
        latitude, longitude, weight = radians(point["lat"]), radians(point["lon"]), point["n"]
        x += weight * cos(latitude) * cos(longitude)
        y += weight * cos(latitude) * sin(longitude)
        z += weight * sin(latitude)
    length = hypot(x, y, z)
    if length < 1e-9:
        return None
    return degrees(asin(z / length)), degrees(atan2(y, x))


def distance_km(place: Place, centre: tuple[float, float]) -> float:
    """Return the kilometres between a place and a centre."""
    # not geopy: importing it imports an HTTP client, which opens a socket to see whether there is IPv6
    return kilometres(place.latitude, place.longitude, *centre)
