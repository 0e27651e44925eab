"""Which column of a table (or property of a feature) means what: by the user's word, else by its heading."""

import re
from collections.abc import Mapping, Sequence

from gazetteer.errors import InputError, NotImportedError
from gazetteer.places.folding import fold

HEADINGS: dict[str, str] = {
    "name": "name|ort|ortsname|place|place name|placename|toponym|title|label|naam|nom|nome|nombre|nazwa|nazva|nimi|"
    "pavadinimas|vietovė|місто|назва|название|населенный пункт|населений пункт|settlement|city|town|village|name en",
    "latitude": "latitude|lat|breite|breitengrad|y|lat dd|latitude dd|широта|szerokość|platuma|latitud|ycoord|y coord",
    "longitude": "longitude|lon|lng|long|länge|laenge|längengrad|laengengrad|x|lon dd|long dd|longitude dd|долгота|"
    "довгота|długość|ilguma|longitud|xcoord|x coord",
    "coordinates": "coordinates|coordinate location|coord|coords|koordinaten|lat lon|latlon|latlng|wkt|geom|geometry|"
    "point|координаты|координати|location",
    "id": "id|uid|key|code|identifier|kennung|schlüssel|osm id|fid|код|kodas|kod|item",
    "geonames": "geonameid|geonames|geonames id|geoname id",
    "country": "country|country code|countrycode|cc|iso|iso2|iso 3166|iso3166|land|pays|país|pais|kraj|šalis|"
    "страна|країна",
    "feature": "feature|feature code|featurecode|fcode|type|category|kind|typ|art|тип|категорія|категория",
    "class": "feature class|featureclass|fclass",
    "population": "population|pop|inhabitants|einwohner|bevölkerung|ludność|gyventojai|население|населення",
    "names": "names|alternate names|alternatenames|alt names|alt name|aliases|alias|also known as|variants|"
    "andere namen",
    "local_name": "local name|localname|native name|endonym|name local|official name",
    "historic": "historic names|historical names|old name|old names|former name|historic name",
    "radius": "radius|radius m|uncertainty|uncertainty m|coordinateuncertaintyinmeters|accuracy m",
    "admin1": "admin1|admin1 code|state|province|region|oblast|область|bundesland|county",
    "admin2": "admin2|admin2 code|district|raion|rayon|район|landkreis",
}
"""What a place can be told: target -> headings, folded, the likelier first. `name:LANG` is a name in a language."""

TARGETS = (*HEADINGS, "name:LANG")
_LANGUAGE = re.compile(
    r"^(?:name|names|label|title|ort|назва)[ _:(\[-]+([a-z]{2}|[a-z]{3}(?=-))(-[A-Za-z]{2,4})?[)\]]?$"
)
_TAGGED = re.compile(r"^name:[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$")


Columns = Mapping[str, int]
"""target -> index of its column"""


def parse_mapping(words: Sequence[str]) -> dict[str, str]:
    """Return what `--map name=Ort,latitude=lat` says: target -> heading or number (from 1). Raises `InputError`."""
    said: dict[str, str] = {}
    for part in (part for word in words for part in word.split(",")):
        target, equals, heading = (side.strip() for side in part.partition("="))
        if not equals or not heading or (target not in HEADINGS and not _TAGGED.match(target)):
            raise InputError(
                f"--map {part!r}: write TARGET=COLUMN, as in name=Ort,latitude=lat. Targets: {', '.join(TARGETS)}. "
                "Nothing was read or replaced."
            )
        said[target] = heading
    return said


def columns_of(header: Sequence[str], said: Mapping[str, str], file: str) -> dict[str, int]:
    """Return the column of each target, as said, else guessed from the headings.

    Raises `NotImportedError` where a said column is not there, or nothing says what names and positions are.
    """
    found = _guessed(header, said)
    for target, heading in said.items():
        found[target] = _index(header, heading, file)
    missing = [target for target in ("name", "latitude", "longitude") if target not in found]
    if "coordinates" in found:
        missing = [target for target in missing if target == "name"]
    if missing:
        raise NotImportedError(
            f"{file}: no column is headed as {' or '.join(missing)}. Its columns: {', '.join(header[:30]) or 'none'}. "
            "Say which is which, as in --map name=Ort,latitude=lat,longitude=lon. Nothing was replaced."
        )
    return found


def numbered(said: Mapping[str, str], header: Sequence[str]) -> bool:
    """Tell whether columns were named by number and the first row is no header."""
    return bool(said) and all(heading.isdecimal() and heading not in header for heading in said.values())


def _index(header: Sequence[str], heading: str, file: str) -> int:
    if heading in header:
        return header.index(heading)
    folded = [fold(known) for known in header]
    if fold(heading) in folded:
        return folded.index(fold(heading))
    if heading.isdecimal() and 1 <= int(heading) <= len(header):
        return int(heading) - 1
    raise NotImportedError(
        f"{file} has no column {heading!r}. Its columns: {', '.join(header[:30])}. Nothing was replaced."
    )


def _guessed(header: Sequence[str], said: Mapping[str, str]) -> dict[str, int]:
    folded = [fold(heading) for heading in header]
    if numbered(said, header):
        return {}
    found: dict[str, int] = {}
    for target, headings in HEADINGS.items():
        heading = next((known for known in map(fold, headings.split("|")) if known in folded), None)
        if heading is not None:
            found[target] = folded.index(heading)
    for index, heading in enumerate(header):
        tagged = _LANGUAGE.match(heading.strip().lower())
        if tagged and index != found.get("name"):
            found[f"name:{tagged[1]}{tagged[2] or ''}"] = index
    if "latitude" in found and "longitude" in found:
        found.pop("coordinates", None)
    return found
