"""Compiles drafts into a gazetteer folder: numbered by prominence, columns and names mapped, nothing half."""

import hashlib
import shutil
import sqlite3
import tempfile
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from gazetteer.errors import GazetteerError
from gazetteer.jobs import Job
from gazetteer.places import layout, mapped
from gazetteer.places.columns import FILES, NONE, PRECISIONS
from gazetteer.places.compiling.shards import NameSpool
from gazetteer.places.compiling.spool import DraftSpool, Row, row_of
from gazetteer.places.draft import Draft
from gazetteer.places.folding import fold_once, romanise_once
from gazetteer.places.junk import script_of
from gazetteer.places.records import NameKind, Source
from gazetteer.places.transliteration import latin_keys

_AREAS = ("A.ADM1", "A.ADM2")
_ROMANISED = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "DEVANAGARI"})
_TYPECODES = {"f4": "f", "u4": "I", "u2": "H", "u1": "B"}
_PRECISION_AT = {precision.value: index for index, precision in enumerate(PRECISIONS)}
_MAX_PEOPLE = NONE - 1


class Compiler:
    """Takes drafts in any order, each place id once, and writes `folder`, which must not exist, when they are all in.

    Memory is bounded however many there are; drafts wait on disk beside the folder. Leaving the block without
    `finish` leaves nothing behind.
    """

    def __init__(self, folder: Path, sources: Sequence[Source], meta: Mapping[str, str] | None = None) -> None:
        """`sources`: every source a draft or a name may state, with its licence; `meta`: further keys to keep."""
        self.folder = folder
        self.disputed: dict[str, str] = {}
        """place id -> note for people"""
        self._sources, self._meta = list(sources), dict(meta or {})
        folder.parent.mkdir(parents=True, exist_ok=True)
        self._scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        self._partial = self._scratch / "folder"
        for part in (self._partial / layout.COLUMNS, self._partial / layout.NAMES, self._scratch / "spool"):
            part.mkdir(parents=True)
        self._drafts = DraftSpool(self._scratch / "spool")
        self._numbers = _Numbers(self._sources)
        self._name_counts: Counter[str] = Counter()
        self.places = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._scratch, ignore_errors=True)

    def add(self, draft: Draft) -> None:
        """Take a draft; it may be changed or thrown away afterwards."""
        if (draft.name, "") not in draft.names:
            draft.add(draft.name, NameKind.MAIN)
        self._drafts.add(row_of(draft))
        self._name_counts.update(source for _, source in draft.names.values())
        self.places += 1

    def finish(self, job: Job | None = None) -> None:
        """Write the folder. Raises `GazetteerError` where the disk is full or a place id came twice."""
        job = job or Job()
        names = NameSpool(self._scratch / "spool")
        try:
            with closing(sqlite3.connect(self._partial / layout.DATABASE, isolation_level=None)) as connection:
                connection.executescript(
                    "PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + layout.SCHEMA
                )
                connection.execute("BEGIN")
                digest = self._write_places(connection, names, job)
                self._numbers.write(self._partial / layout.COLUMNS)
                self._describe(connection, digest)
                connection.execute("COMMIT")
                job.step(self.places, self.places, "indexing ids")
                connection.execute("CREATE UNIQUE INDEX places_by_key ON places(key, scheme)")
                self._note_disputed(connection)
            names.finish(self._partial / layout.NAMES, job)
            self._partial.replace(self.folder)
        except sqlite3.IntegrityError as error:
            raise GazetteerError(f"A place id came twice ({error}); nothing was written.") from error
        except (OSError, sqlite3.OperationalError) as error:
            raise GazetteerError(
                f"The gazetteer cannot be written into {self.folder.parent}: {error}. Nothing was left half written. "
                "Free some room there and try again."
            ) from error

    def _write_places(self, connection: sqlite3.Connection, names: NameSpool, job: Job) -> str:
        """Number and write all places; return a digest of their ids and names."""
        digest, pid = hashlib.sha256(), 0
        for rows in self._drafts.buckets():
            written = []
            for row in rows:
                digest.update(repr((row[:16], row[16])).encode())
                written.append(self._numbers.add(pid, row))
                _spool_names(names, pid, row[4], row[16])
                pid += 1
            connection.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", written)
            self._numbers.write_out(self._partial / layout.COLUMNS)
            job.step(pid, self.places, "writing places")
        return digest.hexdigest()

    def _note_disputed(self, connection: sqlite3.Connection) -> None:
        for place_id, note in self.disputed.items():
            scheme, key = layout.split_id(place_id)
            connection.execute(
                "INSERT OR REPLACE INTO disputed SELECT pid, ? FROM places WHERE key = ? AND scheme = ?",
                (note, key, self._numbers.schemes.get(scheme)),
            )

    def _describe(self, connection: sqlite3.Connection, digest: str) -> None:
        numbers = self._numbers
        connection.executemany("INSERT INTO schemes VALUES (?,?)", [(i, name) for name, i in numbers.schemes.items()])
        connection.executemany(
            "INSERT INTO countries VALUES (?,?,?)",
            [(code, *row) for code, row in sorted(numbers.country_places.items())],
        )
        connection.executemany("INSERT INTO regions VALUES (?,?)", sorted(numbers.codes.items()))
        rows = [
            (*astuple(source)[:-2], numbers.per_source[source.source_id], self._name_counts[source.source_id])
            for source in self._sources
        ]
        connection.executemany("INSERT INTO sources VALUES (?,?,?,?,?,?,?,?)", rows)
        labels = {"country": numbers.countries, "feature": numbers.features, "source": numbers.sources}
        for name, at in labels.items():
            connection.executemany("INSERT INTO labels VALUES (?,?,?)", [(name, i, label) for label, i in at.items()])
        counts = {"places": self.places, "names": self._name_counts.total(), "countries": numbers.sovereign}
        counts |= {f"places of class {letter}": count for letter, count in sorted(numbers.per_class.items())}
        connection.executemany("INSERT INTO counts VALUES (?,?)", counts.items())
        versions = ";".join(f"{source.source_id}={source.version}" for source in self._sources)
        meta = {"version": f"2.{digest[:12]}", "built_from": versions, "content_sha256": digest, **self._meta}
        meta["schema"] = layout.SCHEMA_VERSION
        connection.executemany("INSERT INTO meta VALUES (?,?)", meta.items())


class _Numbers:
    """The columns while they are written, and the numbers that stand for words in them."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.schemes: dict[str, int] = {}
        self.countries: dict[str, int] = {"": 0}
        self.features: dict[str, int] = {}
        self.sources = {source.source_id: number for number, source in enumerate(sources)}
        self.per_source: Counter[str] = Counter()
        self.per_class: Counter[str] = Counter()
        self.sovereign = 0
        self.areas: dict[str, int] = {}
        """place id -> pid of regions, and of what drafts call their region"""
        self.country_places: dict[str, tuple[str, int]] = {}
        self.codes: dict[str, int] = {}
        self._references: dict[str, int] = {}
        self._columns = {name: array(_TYPECODES[kind]) for name, kind in FILES.items()}

    def add(self, pid: int, row: Row) -> tuple[object, ...]:
        """Note a place's numbers; return its row for the database."""
        (less, place_id, name, feature, country, latitude, longitude, source, precision, radius, admin1, admin2,
         population, people, local_name, code, packed) = row  # fmt: skip
        columns = self._columns
        columns["latitude"].append(latitude)
        columns["longitude"].append(longitude)
        columns["population"].append(min(people, _MAX_PEOPLE))
        columns["country"].append(self.countries.setdefault(country, len(self.countries)))
        columns["admin1"].append(self._reference(admin1))
        columns["admin2"].append(self._reference(admin2))
        columns["feature"].append(self.features.setdefault(feature, len(self.features)))
        columns["precision"].append(_PRECISION_AT[precision])
        columns["source"].append(self.sources[source])
        columns["prominence"].append(-less)
        self.per_source[source] += 1
        self.per_class[feature[0]] += 1
        if feature[0] in "AP" or place_id in self._references:
            self._note_area(pid, place_id, feature, country, name, code)
        scheme, key = layout.split_id(place_id)
        return (
            pid, self.schemes.setdefault(scheme, len(self.schemes)), key, name, local_name,
            round(latitude * layout.SCALE), round(longitude * layout.SCALE), population, radius, packed,
        )  # fmt: skip

    def _note_area(self, pid: int, place_id: str, feature: str, country: str, name: str, code: str) -> None:
        if feature.startswith("A.PCL"):
            self.sovereign += 1
            if country and feature != "A.PCLH":
                self.country_places.setdefault(country, (name, pid))
            self.areas[place_id] = pid
        elif feature in _AREAS or place_id in self._references:
            self.areas[place_id] = pid
        if code:
            self.codes.setdefault(code, pid)

    def _reference(self, place_id: str) -> int:
        return self._references.setdefault(place_id, len(self._references)) if place_id else NONE

    def write_out(self, folder: Path) -> None:
        """Append what was noted so far to the files."""
        for name, kind in FILES.items():
            with (folder / f"{name}.{kind}").open("ab") as stream:
                self._columns[name].tofile(stream)
            del self._columns[name][:]

    def write(self, folder: Path) -> None:
        """Put pids for region references, now that all are known; add the places in order of latitude."""
        self.write_out(folder)
        pids = np.array([self.areas.get(place_id, NONE) for place_id in self._references] + [NONE], dtype=np.uint32)
        for name in ("admin1", "admin2"):
            path = folder / f"{name}.{FILES[name]}"
            references = np.fromfile(path, dtype=np.uint32)
            mapped.write(path, pids[np.minimum(references, len(pids) - 1)])
        latitudes = np.fromfile(folder / "latitude.f4", dtype=np.float32)
        order = np.argsort(latitudes, kind="stable")
        mapped.write(folder / "by_latitude.u4", order)
        mapped.write(folder / "latitudes.f4", latitudes[order])


def _spool_names(spool: NameSpool, pid: int, country: str, packed: str) -> None:
    """Spool each folded name once, under its best kind, and other scripts' names also in Latin letters."""
    keys: dict[str, int] = {}
    for kind, lang, name, _ in layout.unpack_names(packed):
        folded = fold_once(name)
        keys[folded] = min(kind, keys.get(folded, kind))
        script = "" if kind > NameKind.HISTORIC or name.isascii() else script_of(name)
        if script in _ROMANISED:
            latin = latin_keys(name, lang, country) if script == "CYRILLIC" else set()
            for key in (romanise_once(name), *latin):
                keys[key] = min(NameKind.TRANSLITERATION, keys.get(key, NameKind.TRANSLITERATION))
    keys.pop("", None)
    for key, kind in keys.items():
        spool.add(key, pid, kind)
