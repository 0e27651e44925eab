"""Places of the gazetteer as CSV or GeoJSON, each row and each file with its sources, licences and attributions."""

import contextlib
import csv
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, Any

from gazetteer.errors import ExportError, InputError
from gazetteer.interchange.features import place_fields
from gazetteer.interchange.geojson import GENERATOR, SCHEMA_VERSION, dump
from gazetteer.interchange.tables import cell
from gazetteer.jobs import Job
from gazetteer.places.records import Name, NameKind, Source
from gazetteer.places.store import Gazetteer

SUFFIXES = (".csv", ".geojson")
"""what a file's name ends with says how it is written"""
_REPORT_EVERY = 100
Record = dict[str, Any]


def export_places(gazetteer: Gazetteer, pids: Collection[int], path: Path, job: Job) -> int:
    """Write the places to a file, as its suffix says; return how many.

    The file takes its name when it is whole; until then, and on any failure, an earlier one stays as it is. Raises
    InputError for an unknown suffix, ExportError where the disk refuses, Cancelled.
    """
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise InputError(f"{path.name} says no format. Nothing was written. Let its name end in .csv or .geojson.")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            records = _records(gazetteer, pids, job)
            number = _write_csv(stream, records) if suffix == ".csv" else _write_geojson(stream, path.stem, records)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise ExportError(
            f"{path} cannot be written ({error.strerror or error}). An earlier file of this name was kept. Free some "
            "space or choose another folder."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return number


def _records(gazetteer: Gazetteer, pids: Collection[int], job: Job) -> Iterator[tuple[Record, Source]]:
    for done, pid in enumerate(pids):
        if done % _REPORT_EVERY == 0:
            job.step(done, len(pids), "places")
        yield _record(gazetteer, pid)
    job.step(len(pids), len(pids), "places")


def _record(gazetteer: Gazetteer, pid: int) -> tuple[Record, Source]:
    """Return the flat record of a place, the same keys for each, and its source."""
    place, held = gazetteer.place(pid), gazetteer.provenance(pid)
    source = held.source
    record = {
        "record_type": "place",
        **place_fields(place),
        "names": " | ".join(_written(name) for name in gazetteer.names(pid)),
        "disputed": held.disputed or None,
        "gazetteer": held.gazetteer,
        "source": source.source_id,
        "source_version": source.version,
        "licence": source.licence,
        "attribution": source.attribution,
    }
    return record, source


def _written(name: Name) -> str:
    """Return a name with its language and kind: `Wilno (pl)`, `Königsberg (de, historic)`."""
    plain = (NameKind.MAIN, NameKind.OFFICIAL, NameKind.TAGGED, NameKind.ALTERNATE)
    notes = [name.lang, "" if name.kind in plain else name.kind.name.lower(), name.period]
    told = ", ".join(note for note in notes if note)
    return f"{name.name} ({told})" if told else name.name


def _write_csv(stream: IO[str], records: Iterator[tuple[Record, Source]]) -> int:
    # without the mark a common spreadsheet reads the letters of other scripts wrongly
    stream.write("\ufeff")
    table = csv.writer(stream, lineterminator="\r\n")
    number = 0
    for number, (record, _) in enumerate(records, 1):
        if number == 1:
            table.writerow(record)
        table.writerow([cell(value) for value in record.values()])
    return number


def _write_geojson(stream: IO[str], name: str, records: Iterator[tuple[Record, Source]]) -> int:
    """Write one Point a place; the sources come last, because they are known only then."""
    stream.write(f'{{"type": "FeatureCollection", "name": {dump(name)}, "features": [')
    sources: dict[str, Source] = {}
    number = 0
    for number, (record, source) in enumerate(records, 1):
        sources[source.source_id] = source
        point = {"type": "Point", "coordinates": [record["longitude"], record["latitude"]]}
        feature = {"type": "Feature", "id": record["place_id"], "geometry": point, "properties": record}
        stream.write(",\n" if number > 1 else "\n")
        stream.write(dump(feature))
    about = {"schema_version": SCHEMA_VERSION, "generator": GENERATOR, "gazetteers": _described(sources)}
    stream.write(f'\n], "toposcope": {dump(about)}}}\n')
    return number


def _described(sources: dict[str, Source]) -> list[dict[str, str]]:
    return [
        {"id": key, "title": one.title, "version": one.version, "licence": one.licence, "attribution": one.attribution}
        for key, one in sorted(sources.items())
    ]
