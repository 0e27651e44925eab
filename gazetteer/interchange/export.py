"""One way out for the window and the command line: the same project and scope give the same bytes."""

import contextlib
import hashlib
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import IO

from gazetteer.errors import ExportError, InputError
from gazetteer.interchange import geojson, tables
from gazetteer.jobs import Job
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.store import Project
from gazetteer.why import LANGUAGES

MANIFEST = "manifest.json"
Writer = Callable[..., int]
"""(project, stream, scope, job), and the language where the file holds reasons"""


def _write_page(project: Project, stream: IO[str], scope: MentionFilter | None, job: Job) -> int:
    # folium takes most of a second to import, and most exports do without
    with _no_socket_is_tried():
        from gazetteer.interchange.page import write_page

    return write_page(project, stream, scope, job)


@contextlib.contextmanager
def _no_socket_is_tried() -> Iterator[None]:
    """Keep urllib3 2.x, which folium loads, from binding a socket on import to see whether IPv6 works."""
    had, socket.has_ipv6 = socket.has_ipv6, False
    try:
        yield
    finally:
        socket.has_ipv6 = had


@dataclass(frozen=True, slots=True)
class _File:
    """A file of an export, and what writes it and says how many records it holds."""

    name: str
    write: Writer
    reasons: bool = False
    """whether it holds sentences, which may be asked for in another language"""


FORMATS: dict[str, tuple[str, tuple[_File, ...]]] = {
    "geojson": ("every mention, for everything", (_File("mentions.geojson", geojson.write_mentions, reasons=True),)),
    "csv": (
        "mentions and articles, for spreadsheets",
        (_File("mentions.csv", tables.write_mentions, reasons=True), _File("documents.csv", tables.write_documents)),
    ),
    "html": ("a map that opens in a browser with no network", (_File("map.html", _write_page),)),
    "places": ("one point a place", (_File("places.geojson", geojson.write_places),)),
    "uncertainty": ("rings round places known roughly", (_File("uncertainty.geojson", geojson.write_uncertainty),)),
    "relative": (
        "rings of spots an article gives by a place it names",
        (_File("relative.geojson", geojson.write_relative),),
    ),
    "decisions": ("every decision, for an audit", (_File("decisions.jsonl", tables.write_decisions),)),
}
"""format: what it is for, and its files"""

DEFAULT_FORMATS = ("geojson", "csv", "html")


def export_project(
    project: Project,
    directory: Path,
    formats: Sequence[str] = DEFAULT_FORMATS,
    scope: MentionFilter | None = None,
    job: Job | None = None,
    language: str = LANGUAGES[0],
) -> list[Path]:
    """Write the files of `formats` and their manifest into `directory`; return them, the manifest last.

    `language` is that of the reasons, one of `why.LANGUAGES`.

    All files show one moment of the project. They take their names only when all are whole, the manifest last; until
    then, and on any failure, an earlier export stays as it is. Raises ExportError where the folder or the disk
    refuses, InputError for an unknown format, Cancelled when the job is stopped.
    """
    job = job or Job()
    files = [file for name in _checked(formats) for file in FORMATS[name][1]]
    parts: dict[str, Path] = {}
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with project.snapshot():
            described = {}
            for number, file in enumerate(files):
                job.step(number, len(files), file.name)
                write = partial(file.write, language=language) if file.reasons else file.write
                parts[file.name] = directory / f".{file.name}.{os.getpid()}.part"
                described[file.name] = _write_file(parts[file.name], write, project, scope, job)
            manifest = geojson.dump(_manifest(project, scope, formats, described))
        parts[MANIFEST] = directory / f".{MANIFEST}.{os.getpid()}.part"
        with _whole_file(parts[MANIFEST]) as stream:
            stream.write(manifest + "\n")
        return _publish(directory, parts)
    except OSError as error:
        raise ExportError(
            f"{directory} cannot be written ({error.strerror or error}). An earlier export there was kept. "
            "Free some space or choose another folder."
        ) from error
    finally:
        for part in parts.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _checked(formats: Sequence[str]) -> list[str]:
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        named = f"{', '.join(unknown)}: no such format" if unknown else "no format named"
        raise InputError(f"{named}. Nothing was written. Choose from {', '.join(FORMATS)}.")
    return [name for name in FORMATS if name in formats]


def _write_file(
    part: Path, write: Writer, project: Project, scope: MentionFilter | None, job: Job
) -> dict[str, object]:
    with _whole_file(part) as stream:
        number = write(project, stream, scope, job)
    digest = hashlib.sha256()
    with part.open("rb") as written:
        while block := written.read(1 << 20):
            digest.update(block)
    return {"records": number, "bytes": part.stat().st_size, "sha256": digest.hexdigest()}


@contextlib.contextmanager
def _whole_file(part: Path) -> Iterator[IO[str]]:
    """Open a file to be written; it is on the disk when the block ends."""
    with part.open("w", encoding="utf-8", newline="") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def _publish(directory: Path, parts: dict[str, Path]) -> list[Path]:
    # no manifest is better than one that describes other files
    (directory / MANIFEST).unlink(missing_ok=True)
    written = []
    for name, part in parts.items():
        part.replace(directory / name)
        written.append(directory / name)
    return written


def _manifest(
    project: Project, scope: MentionFilter | None, formats: Sequence[str], files: dict[str, dict[str, object]]
) -> dict[str, object]:
    counts = queries.counts(project, scope)
    return {
        "schema_version": geojson.SCHEMA_VERSION,
        "generator": geojson.GENERATOR,
        "gazetteer_version": project.meta("gazetteer_version"),
        "gazetteers": geojson.gazetteers(project),
        "filter": _described(scope),
        "formats": [name for name in FORMATS if name in formats],
        "counts": {
            "documents": len(queries.document_ids(project, where=scope)),
            "mentions": counts.total,
            "plotted": counts.plotted,
            "linked": counts.linked,
            "not_a_place": counts.not_a_place,
            "unresolved": counts.unresolved,
            "places": len(queries.places(project, scope)),
        },
        "files": files,
    }


def _described(scope: MentionFilter | None) -> dict[str, object] | None:
    """Return the parts of a filter that are set; None where everything is exported."""
    if scope is None or scope == MentionFilter():
        return None
    plain, found = MentionFilter(), {}
    for part in fields(scope):
        value = getattr(scope, part.name)
        if value != getattr(plain, part.name):
            found[part.name] = sorted(str(one) for one in value) if isinstance(value, frozenset) else value
    return found
