"""The gazetteer behind geopy's geocoder interface, for code that speaks geopy."""

from typing import Any, Literal, overload

from geopy import Location, Point
from geopy.exc import GeocoderQueryError

from gazetteer.model import Place
from gazetteer.places.store import Gazetteer


class GazetteerGeocoder:
    """`geocode` and `reverse` as geopy's geocoders have them, answered offline by a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @overload
    def geocode(self, query: str, *, exactly_one: Literal[True] = True, limit: int = 10) -> Location | None: ...
    @overload
    def geocode(self, query: str, *, exactly_one: Literal[False], limit: int = 10) -> list[Location] | None: ...
    def geocode(self, query: str, *, exactly_one: bool = True, limit: int = 10) -> Location | list[Location] | None:
        """Return the best location for a name (or up to `limit`, best first), None where nothing is found."""
        hits = self.gazetteer.search(query, 1 if exactly_one else limit)
        return _answer([_location(hit.place) for hit in hits], exactly_one)

    @overload
    def reverse(self, query: Any, *, exactly_one: Literal[True] = True, limit: int = 10) -> Location | None: ...
    @overload
    def reverse(self, query: Any, *, exactly_one: Literal[False], limit: int = 10) -> list[Location] | None: ...
    def reverse(self, query: Any, *, exactly_one: bool = True, limit: int = 10) -> Location | list[Location] | None:
        """Return the nearest place to a geopy point, (latitude, longitude) or text; `raw` holds the kilometres.

        Raises geopy's `GeocoderQueryError` where the query is no point.
        """
        try:
            point = Point(query)
        except (TypeError, ValueError) as error:
            raise GeocoderQueryError(f"{query!r} is no point: give latitude and longitude in degrees.") from error
        near = self.gazetteer.nearest(point.latitude, point.longitude, 1 if exactly_one else limit)
        return _answer([_location(place, kilometres=distance) for place, distance in near], exactly_one)


def _answer(locations: list[Location], exactly_one: bool) -> Location | list[Location] | None:
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def _location(place: Place, **more: object) -> Location:
    raw = {"place_id": place.place_id, "feature": f"{place.feature_class}.{place.feature_code}", **more}
    raw |= {"country_code": place.country_code, "precision": place.precision.value, "radius_m": place.radius_m}
    return Location(place.label, (place.latitude, place.longitude), raw)
