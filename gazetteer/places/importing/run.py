"""Imports files of a user's as one gazetteer: read, compiled aside, and put in the library whole or not at all."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from gazetteer.errors import GazetteerError, InputError, NotImportedError
from gazetteer.jobs import Job
from gazetteer.places.bundle import bundled_folder
from gazetteer.places.compiler import Compiler
from gazetteer.places.draft import Draft
from gazetteer.places.importing.companions import Companions, read_areas, read_countries, read_hierarchy
from gazetteer.places.importing.features import feature_of
from gazetteer.places.importing.fields import PlaceMaker
from gazetteer.places.importing.files import SourceFile, source_file
from gazetteer.places.importing.geojson import GeoJsonReader
from gazetteer.places.importing.geonames import GeoNamesReader
from gazetteer.places.importing.katottg import KatottgReader
from gazetteer.places.importing.layouts import FORMAT_NAMES, Companion, Format, recognise
from gazetteer.places.importing.linked_places import LinkedPlacesReader
from gazetteer.places.importing.reference import BundledReference
from gazetteer.places.importing.report import ImportReport, Tally
from gazetteer.places.importing.tabular import TableReader
from gazetteer.places.library import Library, LibraryEntry
from gazetteer.places.records import Source
from gazetteer.places.store import Gazetteer

_GEONAMES = ("CC-BY-4.0", "Place data from GeoNames (geonames.org), CC BY 4.0", "https://www.geonames.org")
_UNSTATED = "not stated"
_READERS: dict[Format, type[TableReader | GeoJsonReader | LinkedPlacesReader | KatottgReader]] = {
    Format.CSV: TableReader,
    Format.GEOJSON: GeoJsonReader,
    Format.LINKED_PLACES: LinkedPlacesReader,
    Format.KATOTTG: KatottgReader,
}


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user says of the files; what is empty is found out or said to be unknown."""

    format: Format | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """target -> heading, as `parse_mapping` gives it"""
    licence: str = ""
    attribution: str = ""
    snapshot: str = ""
    """from when the files are, an ISO date"""
    feature: str = "P.PPL"
    """kind of rows that state none"""
    refused: Path | None = None
    """a file to write every refused row to"""


class _Reader(Protocol):
    @property
    def version(self) -> str: ...

    def drafts(self) -> Iterator[Draft]: ...


@dataclass(frozen=True, slots=True)
class _Inputs:
    """The files by what they are: all gazetteers of one format, and companions of a GeoNames dump."""

    format: Format
    files: list[SourceFile]
    companions: dict[Companion, list[SourceFile]]


def import_gazetteer(
    paths: Sequence[Path], title: str, job: Job, library: Library, options: ImportOptions | None = None
) -> ImportReport:
    """Import files as the gazetteer of this title; one that has it already is replaced when the new one is complete.

    Raises `GazetteerError` or `InputError`, and `Cancelled` when the job is stopped: then all is as before.
    """
    options, began = options or ImportOptions(), time.monotonic()
    title = " ".join(title.split())
    if not feature_of(options.feature):
        raise InputError(f"The kind {options.feature!r} is no GeoNames feature (as P.PPL) nor a known word.")
    slug = library.slug_for(title)
    inputs = _sorted_out(paths, options)
    if options.refused and options.refused.resolve() in [path.resolve() for path in paths]:
        raise InputError(f"{options.refused} is a file to import; write refused rows to another one.")
    with ExitStack() as opened:
        opened.enter_context(_disk_errors(library))
        tally = opened.enter_context(Tally(options.refused))
        scratch = opened.enter_context(library.workshop())
        bundled = opened.enter_context(Gazetteer.open(bundled_folder()))
        reference = BundledReference(bundled)
        reader = _reader(inputs, slug, options, reference, scratch, job, tally)
        source = _source(slug, title, inputs.format, options, reader.version)
        built = scratch / "gazetteer"
        meta = {"title": title, "slug": slug, "format": inputs.format.value}
        compiler = opened.enter_context(Compiler(built, [source, *reference.sources()], meta))
        accepted = _compile(compiler, reader, reference, tally, job, slug in library.order())
        entry = LibraryEntry(
            slug, title, "", inputs.format.value, source.licence, source.attribution, source.version,
            compiler.places, _names_in(built), datetime.now(UTC).isoformat(timespec="seconds"),
        )  # fmt: skip
        entry = library.put(entry, built)
    return ImportReport(
        entry, tally.rows, accepted, compiler.places - accepted, dict(tally.refused.most_common()),
        tally.aside.total(), tally.examples, tally.warnings(), time.monotonic() - began,
    )  # fmt: skip


def _compile(
    compiler: Compiler, reader: _Reader, reference: BundledReference, tally: Tally, job: Job, replaces: bool
) -> int:
    """Compile what the reader gives and what it refers to; return how many rows were accepted.

    A file that is cut off may make a new gazetteer, but never replaces one that is whole.
    """
    for draft in reader.drafts():
        compiler.add(draft)
    accepted = tally.rows - tally.refused.total()
    if tally.cut_off and replaces:
        raise NotImportedError(
            f"{', '.join(tally.cut_off)} ends in the middle of a row, so what came after it is missing. The gazetteer "
            "of this title was kept. Fetch the file again, or import it under another title."
        )
    if not accepted:
        raise NotImportedError("No row was accepted, so there is no gazetteer. Nothing was replaced.")
    for draft in reference.drafts():
        compiler.add(draft)
    compiler.disputed.update(reference.disputed())
    compiler.finish(job)
    return accepted


def _names_in(built: Path) -> int:
    """Open what was built, as everyone will, and return how many names it holds."""
    with Gazetteer.open(built) as gazetteer:
        return gazetteer.info().counts["names"]


@contextmanager
def _disk_errors(library: Library) -> Iterator[None]:
    """Say in words what the disk refuses while a gazetteer is built."""
    try:
        yield
    except OSError as error:
        raise GazetteerError(
            f"The import stopped: {error.strerror or error} ({error.filename or library.folder}). Nothing was replaced "
            "and nothing was left behind. The import needs about twice the room there that its files take unpacked."
        ) from error


def _sorted_out(paths: Sequence[Path], options: ImportOptions) -> _Inputs:
    """Tell dumps from companions, and see that what is left is of one format. Raises `NotImportedError`."""
    if not paths:
        raise InputError("Name at least one file to import.")
    files: dict[Format, list[SourceFile]] = {}
    companions: dict[Companion, list[SourceFile]] = {}
    for file in map(source_file, _located(paths)):
        kind = recognise(file)
        if isinstance(kind, Companion) and options.format in (None, Format.GEONAMES):
            companions.setdefault(kind, []).append(file)
        else:
            files.setdefault(_format(kind, options), []).append(file)
    if not files:
        given = ", ".join(file.name for found in companions.values() for file in found)
        raise NotImportedError(
            f"{given}: these go with a GeoNames dump and hold no places of their own. Name the dump too, as in "
            "allCountries.zip. Nothing was replaced."
        )
    if len(files) > 1 or (companions and Format.GEONAMES not in files):
        found = "; ".join(f"{', '.join(f.name for f in some)}: {FORMAT_NAMES[kind]}" for kind, some in files.items())
        raise NotImportedError(f"The files are of several formats ({found}). Import them one by one, or say --format.")
    ((kind, some),) = files.items()
    return _Inputs(kind, some, companions)


def _format(kind: Format | Companion, options: ImportOptions) -> Format:
    if options.format is not None:
        return options.format
    # who says which column is which means a table, whatever it looks like
    return Format.CSV if options.columns and kind is Format.GEONAMES else Format(kind)


def _located(paths: Sequence[Path]) -> list[Path]:
    """Return the paths; a bare name that is not here is looked for beside the other files."""
    beside = [path.parent for path in paths if path.exists()]
    found = []
    for path in paths:
        elsewhere = (folder / path for folder in beside if (folder / path).exists())
        found.append(path if path.exists() or path.is_absolute() else next(elsewhere, path))
    return found


def _reader(
    inputs: _Inputs,
    slug: str,
    options: ImportOptions,
    reference: BundledReference,
    scratch: Path,
    job: Job,
    tally: Tally,
) -> _Reader:
    if inputs.format is Format.GEONAMES:
        tables = inputs.companions.get(Companion.NAMES, [])
        companions = _companions(inputs, job, tally)
        dump = GeoNamesReader(inputs.files, tables, companions, reference, slug, scratch, job, tally)
        dump.prepare()
        return dump
    maker = PlaceMaker(slug, reference, tally, feature_of(options.feature))
    kind = _READERS[inputs.format]
    readers: list[_Reader] = [kind(file, options.columns, maker, job, tally) for file in inputs.files]
    return _InTurn(readers)


class _InTurn:
    """Several files of one format, read one after another."""

    def __init__(self, readers: Sequence[_Reader]) -> None:
        self._readers = readers
        self.version = max(reader.version for reader in readers)

    def drafts(self) -> Iterator[Draft]:
        for reader in self._readers:
            yield from reader.drafts()


def _companions(inputs: _Inputs, job: Job, tally: Tally) -> Companions:
    found = Companions()
    for kind in (Companion.REGIONS, Companion.DISTRICTS):
        for file in inputs.companions.get(kind, []):
            found.areas |= read_areas(file, tally)
    for file in inputs.companions.get(Companion.COUNTRIES, []):
        found.countries |= read_countries(file, tally)
    for file in inputs.companions.get(Companion.HIERARCHY, []):
        found.hierarchy = read_hierarchy(file, job, tally)
    return found


def _source(slug: str, title: str, kind: Format, options: ImportOptions, version: str) -> Source:
    licence, attribution, url = _GEONAMES if kind is Format.GEONAMES else (_UNSTATED, title, "")
    return Source(
        slug, title, options.snapshot or version or _UNSTATED, options.licence or licence,
        options.attribution or attribution, url, 0, 0,
    )  # fmt: skip
