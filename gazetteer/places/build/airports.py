"""International airports, which news name after their city; those the curated table has stay as they are there."""

from collections import defaultdict

from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.tables import packed_rows
from gazetteer.places.draft import Draft
from gazetteer.places.positions import kilometres
from gazetteer.places.records import NameKind

SOURCE = "airportsdata"
_WEIGHT = 3.9
_RADIUS_M = 3_000
_SAME_KM, _NEAR_KM, _NEAR_DEGREES = 5.0, 100.0, 1.0


def add_airports(atlas: Atlas) -> None:
    """Add the airports of airports.tsv.xz, each in the regions of the nearest town of its country."""
    towns, fields = defaultdict(list), []
    for draft in atlas.places.values():
        if draft.feature.startswith("P.") and draft.admin1:
            towns[_square(draft.latitude, draft.longitude)].append(draft)
        elif draft.feature.startswith("S.AIR"):
            fields.append(draft)
    for code, name, city, country, latitude, longitude in packed_rows("airports"):
        airport = Draft(
            f"iata:{code}", name, "S.AIRP", country, float(latitude), float(longitude), SOURCE, radius_m=_RADIUS_M,
            weight=_WEIGHT,
        )  # fmt: skip
        if country not in atlas.country or any(_apart(airport, field) < _SAME_KM for field in fields):
            continue
        _place_in(airport, towns)
        atlas.put(airport)
        airport.add(name, NameKind.OFFICIAL, "en")
        airport.add(name.replace(" International", ""), NameKind.ALTERNATE, "en")
        if city and "/" not in city:
            airport.add_all((f"{city} International Airport", f"{city} Airport"), NameKind.ALTERNATE, "en")


def _place_in(airport: Draft, towns: dict[tuple[int, int], list[Draft]]) -> None:
    row, column = _square(airport.latitude, airport.longitude)
    around = [town for i in (-1, 0, 1) for j in (-1, 0, 1) for town in towns.get((row + i, column + j), [])]
    own = [(_apart(airport, town), town.place_id, town) for town in around if town.country == airport.country]
    distance, _, town = min(own, default=(_NEAR_KM, "", airport))
    if distance < _NEAR_KM:
        airport.admin1, airport.admin2 = town.admin1, town.admin2


def _square(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // _NEAR_DEGREES), int(longitude // _NEAR_DEGREES)


def _apart(one: Draft, other: Draft) -> float:
    return kilometres(one.latitude, one.longitude, other.latitude, other.longitude)
