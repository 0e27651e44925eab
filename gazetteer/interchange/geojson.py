"""GeoJSON (RFC 7946) of mentions, of places and of the rings within which a place lies."""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from gazetteer import __version__
from gazetteer.interchange.features import degrees, place_fields, records
from gazetteer.interchange.rings import ring_polygons
from gazetteer.jobs import Job
from gazetteer.model import STATED_SOURCE
from gazetteer.project import queries
from gazetteer.project.filters import MENTION_TABLES, MentionFilter
from gazetteer.project.own_places import OWN_SOURCE, own_digest
from gazetteer.project.rows import PlaceRow, RelativeRow
from gazetteer.project.store import Project
from gazetteer.why import LANGUAGES

SCHEMA_VERSION = "1.0"
GENERATOR = f"Toposcope {__version__}"
_REPORT_EVERY = 500
_OWN_SOURCES = f"""
    SELECT DISTINCT substr(p.place_id, 1, instr(p.place_id, ':') - 1) AS source FROM {MENTION_TABLES}
    WHERE p.place_id LIKE 'own:%' OR p.place_id LIKE 'project:%' OR p.place_id LIKE '{STATED_SOURCE}:%' ORDER BY source
"""
"""the sources of places that people made or articles state, where mentions refer to them"""


def write_mentions(
    project: Project, stream: IO[str], scope: MentionFilter | None, job: Job, language: str = LANGUAGES[0]
) -> int:
    """Write one Feature a mention, its reason in a language of `why`; return how many."""
    features = _mentions(project, scope, language)
    return _write(stream, "mentions", gazetteers(project), _counted(features, project, scope, job))


def write_places(project: Project, stream: IO[str], scope: MentionFilter | None, job: Job) -> int:
    """Write one Point a place that mentions refer to; return how many."""
    rows = queries.places(project, scope, order="mentions")
    return _write(stream, "places", gazetteers(project), (_place(row) for row in _by_id(rows)))


def write_uncertainty(project: Project, stream: IO[str], scope: MentionFilter | None, job: Job) -> int:
    """Write the ring of each place that has a radius; all Polygon, or all MultiPolygon where one is cut in two."""
    rows = [row for row in _by_id(queries.places(project, scope)) if row.place.radius_m]
    shapes = [ring_polygons(row.place.latitude, row.place.longitude, row.place.radius_m or 0) for row in rows]
    several = any(len(polygons) > 1 for polygons in shapes)
    features = (_ring(row, polygons, several) for row, polygons in zip(rows, shapes, strict=True))
    return _write(stream, "uncertainty", gazetteers(project), features)


def write_relative(project: Project, stream: IO[str], scope: MentionFilter | None, job: Job) -> int:
    """Write the ring of each spot that an article gives by a place; geometry types as in `write_uncertainty`."""
    told = queries.relatives(project, scope)
    shapes = [ring_polygons(one.spot.latitude, one.spot.longitude, one.spot.radius_m) for one in told]
    several = any(len(polygons) > 1 for polygons in shapes)
    features = (_spot(one, polygons, several) for one, polygons in zip(told, shapes, strict=True))
    return _write(stream, "relative", gazetteers(project), features)


def gazetteers(project: Project) -> list[dict[str, str]]:
    """Return the gazetteers behind a project's places, with licence and attribution; never empty."""
    rows = project.reader().execute(
        "SELECT source_id, version, licence, attribution FROM sources WHERE source_id <> ? ORDER BY source_id",
        (OWN_SOURCE,),
    )
    found = [dict(zip(("id", "version", "licence", "attribution"), row, strict=True)) for row in rows]
    used = project.reader().execute(_OWN_SOURCES)
    found += [_own_source(row[0], own_digest(project)[:12] if row[0] == OWN_SOURCE else "1") for row in used]
    return found or [_own_source("project", "1")]


def _own_source(source_id: str, version: str) -> dict[str, str]:
    if source_id == STATED_SOURCE:
        return {"id": source_id, "version": version, "licence": "facts", "attribution": "figures in the articles"}
    return {"id": source_id, "version": version, "licence": "the author's own", "attribution": "the project"}


def dump(value: object) -> str:
    """Return `value` as one line of JSON; letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _write(stream: IO[str], name: str, sources: object, features: Iterable[dict[str, Any]]) -> int:
    about = {
        "schema_version": SCHEMA_VERSION,
        "generator": GENERATOR,
        "offsets": "unicode-code-points",
        "gazetteers": sources,
    }
    stream.write(f'{{"type": "FeatureCollection", "name": {dump(name)}, "toposcope": {dump(about)}, "features": [')
    number = 0
    for number, feature in enumerate(features, 1):
        stream.write(",\n" if number > 1 else "\n")
        stream.write(dump(feature))
    stream.write("\n]}\n")
    return number


def _mentions(project: Project, scope: MentionFilter | None, language: str) -> Iterator[dict[str, Any]]:
    for record in records(project, scope, language):
        point = _point(record["longitude"], record["latitude"]) if record["place_id"] else None
        yield {"type": "Feature", "id": record["mention_id"], "geometry": point, "properties": record}


def _counted(
    features: Iterator[dict[str, Any]], project: Project, scope: MentionFilter | None, job: Job
) -> Iterator[dict[str, Any]]:
    total = queries.mention_count(project, scope)
    for number, feature in enumerate(features):
        if number % _REPORT_EVERY == 0:
            job.step(number, total, "mentions")
        yield feature


def _point(longitude: float | None, latitude: float | None) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _by_id(rows: Iterable[PlaceRow]) -> list[PlaceRow]:
    return sorted(rows, key=lambda row: row.place.place_id)


def _place(row: PlaceRow) -> dict[str, Any]:
    point = _point(degrees(row.place.longitude), degrees(row.place.latitude))
    return {"type": "Feature", "id": row.place.place_id, "geometry": point, "properties": place_record(row)}


def place_record(row: PlaceRow) -> dict[str, Any]:
    """Return the flat properties of a place; the same keys for each."""
    place = row.place
    return {
        "record_type": "place",
        **place_fields(place),
        "gazetteer": place.place_id.partition(":")[0],
        "mention_n": row.mentions,
        "doc_n": row.documents,
        "spellings": " | ".join(row.surfaces),
        "first_date": row.first_date,
        "last_date": row.last_date,
    }


def _outline(polygons: list[list[list[list[float]]]], several: bool) -> dict[str, object]:
    if several:
        return {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Polygon", "coordinates": polygons[0]}


def _spot(told: RelativeRow, polygons: list[list[list[list[float]]]], several: bool) -> dict[str, Any]:
    properties = {
        "record_type": "relative",
        "mention_id": told.mention_id,
        "doc_id": told.document_id,
        "doc_file": told.file_name,
        "words": told.spot.words,
        "char_start": told.spot.start,
        "char_end": told.spot.end,
        "quote": told.surface,
        "place_id": told.place_id,
        "place_name": told.place_name,
        "latitude": degrees(told.spot.latitude),
        "longitude": degrees(told.spot.longitude),
        "uncertainty_m": told.spot.radius_m,
    }
    geometry = _outline(polygons, several)
    return {"type": "Feature", "id": told.mention_id, "geometry": geometry, "properties": properties}


def _ring(row: PlaceRow, polygons: list[list[list[list[float]]]], several: bool) -> dict[str, Any]:
    properties = {
        "record_type": "uncertainty",
        "place_id": row.place.place_id,
        "place_name": row.place.name,
        "place_label": row.place.label,
        "location_precision": row.place.precision.value,
        "uncertainty_m": row.place.radius_m,
        "mention_n": row.mentions,
    }
    geometry = _outline(polygons, several)
    return {"type": "Feature", "id": row.place.place_id, "geometry": geometry, "properties": properties}
