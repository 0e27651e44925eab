"""The project's own places as files: a table for spreadsheets, Linked Places (GeoJSON) for other gazetteers."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from gazetteer.errors import EditError, InputError
from gazetteer.interchange.geojson import dump
from gazetteer.interchange.tables import cell
from gazetteer.model import Precision
from gazetteer.places.records import Name, NameKind
from gazetteer.project.own_places import OwnPlace, fresh_id
from gazetteer.project.store import Project

CSV_COLUMNS = (
    "place_id name latitude longitude feature country_code country_name precision radius_m population names note"
).split()
CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
"""names the format; nothing is ever fetched from it"""

_KINDS = {kind.name.lower(): kind for kind in NameKind}
# "Тейсин@ru/tagged/1255-1946"; language, kind and period may be left out
_NAME = re.compile(r"(?P<name>.+?)(?:@(?P<lang>[A-Za-z0-9-]*)(?:/(?P<kind>[a-z]+)(?:/(?P<period>.*))?)?)?")

_COMPUTED = re.compile(r"'*[=+\-@]")


@dataclass(frozen=True, slots=True)
class ReadPlaces:
    """What a file gave: places that can be stored, and (row or feature, reason) of what was refused."""

    places: tuple[OwnPlace, ...]
    refused: tuple[tuple[int, str], ...]


def write_own_places(places: Iterable[OwnPlace], path: Path) -> None:
    """Write own places as `.csv`, else as Linked Places; raises InputError where the file cannot be written."""
    stream = io.StringIO(newline="")
    (_write_csv if path.suffix.lower() == ".csv" else _write_linked)(places, stream)
    try:
        path.write_text(stream.getvalue(), "utf-8", newline="")
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error.strerror}). The places are kept in the project.") from error


def read_own_places(project: Project, path: Path) -> ReadPlaces:
    """Read own places from `.csv` or Linked Places; a row needs a name and a position, an id is made where none is.

    Nothing is stored yet. Raises InputError where the file cannot be read at all.
    """
    try:
        text = path.read_text("utf-8-sig")
        rows = list(_csv_rows(text) if path.suffix.lower() == ".csv" else _linked_rows(text))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}). Nothing was changed.") from error
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise InputError(f"{path.name} is neither a table nor Linked Places ({error}). Nothing was changed.") from error
    places: dict[str, OwnPlace] = {}
    refused: list[tuple[int, str]] = []
    for number, make in rows:
        try:
            place = make(project).checked()
        except (EditError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            refused.append((number, _reason(error)))
            continue
        if place.place_id in places:
            refused.append((number, f"{place.place_id} came before."))
        places.setdefault(place.place_id, place)
    return ReadPlaces(tuple(places.values()), tuple(refused))


Making = Callable[[Project], OwnPlace]


def _reason(error: Exception) -> str:
    if isinstance(error, EditError):
        return str(error).replace(" Nothing was changed.", "")
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing or unknown."
    return f"It cannot be read: {error}."


def _write_csv(places: Iterable[OwnPlace], stream: IO[str]) -> None:
    # without the mark a common spreadsheet reads the letters of other scripts wrongly
    stream.write("\ufeff")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(CSV_COLUMNS)
    for place in places:
        names = " | ".join(f"{n.name}@{n.lang}/{n.kind.name.lower()}/{n.period}".rstrip("/") for n in place.names)
        values = (
            *(place.place_id, place.name, place.latitude, place.longitude, place.feature, place.country_code),
            *(place.country_name, place.precision.value, place.radius_m, place.population, names, place.note),
        )
        table.writerow([_marked(value) for value in values])


def _csv_rows(text: str) -> Iterator[tuple[int, Making]]:
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    missing = {"name", "latitude", "longitude"} - set(table.fieldnames or ())
    if missing:
        raise ValueError(f"no column {', '.join(sorted(missing))}")
    for row in table:
        yield table.line_num, lambda project, row=row: _of_cells(project, row)  # type: ignore[misc]


def _of_cells(project: Project, row: dict[str, str | None]) -> OwnPlace:
    cells = {name: _unmarked(value or "") for name, value in row.items() if name}
    names = [_NAME.fullmatch(part.strip()) for part in cells.get("names", "").split(" | ") if part.strip()]
    name, latitude, longitude = cells["name"], float(cells["latitude"]), float(cells["longitude"])
    return OwnPlace(
        cells.get("place_id") or fresh_id(project, name, latitude, longitude),
        *(name, latitude, longitude, cells.get("feature") or "P.PPL", cells.get("country_code") or None),
        *(Precision(cells.get("precision") or "point"), _whole(cells.get("radius_m")), _whole(cells.get("population"))),
        names=tuple(
            Name(match["name"], match["lang"] or "", _KINDS[match["kind"] or "alternate"], match["period"] or "")
            for match in names
            if match
        ),
        note=cells.get("note") or None,
        country_name=cells.get("country_name") or None,
    )


def _marked(value: object) -> object:
    """Return a value as a cell; text that a spreadsheet would compute, or that is marked already, gets a mark."""
    return f"'{value}" if isinstance(value, str) and _COMPUTED.match(value) else cell(value)


def _unmarked(text: str) -> str:
    """Take off the mark that `_marked` put on."""
    text = text.strip()
    return text[1:] if text[:1] == "'" and _COMPUTED.match(text) else text


def _whole(text: str | None) -> int | None:
    return int(text) if text else None


def _write_linked(places: Iterable[OwnPlace], stream: IO[str]) -> None:
    stream.write(f'{{"type": "FeatureCollection", "@context": {dump(CONTEXT)}, "features": [')
    for number, place in enumerate(places):
        stream.write((",\n" if number else "\n") + dump(_feature(place)))
    stream.write("\n]}\n")


def _feature(place: OwnPlace) -> dict[str, Any]:
    own: dict[str, Any] = {
        "country_name": place.country_name,
        "precision": place.precision.value,
        "radius_m": place.radius_m,
    }
    own |= {"population": place.population, "feature": place.feature, "fclasses": [place.feature[0]]}
    return {
        "@id": place.place_id,
        "type": "Feature",
        "properties": {"title": place.name, "ccodes": [place.country_code] if place.country_code else []} | own,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "types": [{"identifier": f"gn:{place.feature}", "label": place.feature}],
        "names": [
            {"toponym": name.name, "lang": name.lang, "kind": name.kind.name.lower(), "period": name.period}
            for name in place.names
        ],
        "descriptions": [{"value": place.note}] if place.note else [],
    }


def _linked_rows(text: str) -> Iterator[tuple[int, Making]]:
    for number, feature in enumerate(json.loads(text)["features"], 1):
        yield number, lambda project, feature=feature: _of_feature(project, feature)  # type: ignore[misc]


def _of_feature(project: Project, feature: dict[str, Any]) -> OwnPlace:
    properties, geometry = feature["properties"], feature["geometry"]
    if geometry["type"] != "Point":
        raise EditError(f"A {geometry['type']} is no place with a position.")
    longitude, latitude = (float(number) for number in geometry["coordinates"][:2])
    name, codes = str(properties["title"]), properties.get("ccodes") or [None]
    described = feature.get("descriptions") or [{}]
    return OwnPlace(
        _own_id(feature.get("@id")) or fresh_id(project, name, latitude, longitude),
        *(name, latitude, longitude, properties.get("feature") or "P.PPL", codes[0]),
        *(Precision(properties.get("precision") or "point"), properties.get("radius_m"), properties.get("population")),
        names=tuple(_name(one) for one in feature.get("names") or ()),
        note=described[0].get("value"),
        country_name=properties.get("country_name"),
    )


def _own_id(identifier: object) -> str | None:
    """Return an own place's id; a feature of another gazetteer gets one of ours."""
    return identifier if isinstance(identifier, str) and identifier.startswith("own:") else None


def _name(one: dict[str, Any]) -> Name:
    return Name(
        str(one["toponym"]), one.get("lang") or "", _KINDS[one.get("kind") or "alternate"], one.get("period") or ""
    )
