"""One gazetteer folder, open for reading: places by number, their names, columns and index; safe across threads."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
import numpy.typing as npt

from gazetteer.errors import GazetteerError
from gazetteer.places import layout, slots
from gazetteer.places.columns import Columns, mapped_columns
from gazetteer.places.index import NameIndex
from gazetteer.places.mapped import mapped, vector
from gazetteer.places.postings import KINDS, Entry
from gazetteer.places.records import Name, Provenance, Source


@dataclass(frozen=True, slots=True)
class Facts:
    """What the database says of a place."""

    place_id: str
    name: str
    local_name: str | None
    latitude: float
    longitude: float
    population: int | None
    radius_m: int | None


class Layer:
    """An open gazetteer folder. Raises `GazetteerError` where it is none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        try:
            self._connection = sqlite3.connect(
                read_only_address(folder / layout.DATABASE), uri=True, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise GazetteerError(f"{folder} cannot be read as a gazetteer ({error}).") from error
        try:
            self._read()
        except (sqlite3.Error, OSError, KeyError, ValueError) as error:
            self.close()
            raise GazetteerError(f"{folder} cannot be read as a gazetteer ({error}).") from error
        except GazetteerError:
            self.close()
            raise

    def _read(self) -> None:
        self.meta: dict[str, str] = dict(self.rows("SELECT key, value FROM meta"))
        if self.meta.get("schema") != layout.SCHEMA_VERSION or slots.outdated(self.folder / layout.NAMES):
            raise GazetteerError(f"{self.folder} is a gazetteer of another program version; build or import it again.")
        countries = self.rows("SELECT code, name, pid FROM countries")
        self.country_names: dict[str, str] = {code: name for code, name, _ in countries}
        self.country_pid: dict[str, int] = {code: pid for code, _, pid in countries}
        self.schemes: dict[int, str] = dict(self.rows("SELECT scheme, prefix FROM schemes"))
        self._scheme_numbers = {prefix: scheme for scheme, prefix in self.schemes.items()}
        columns = self.folder / layout.COLUMNS
        self.columns: Columns = mapped_columns(
            columns, self._labels("country"), self._labels("feature"), self._labels("source")
        )
        self.names = NameIndex(self.folder / layout.NAMES)
        self.facts = lru_cache(maxsize=20_000)(self._facts)

    def _labels(self, name: str) -> tuple[str, ...]:
        return tuple(label for (label,) in self.rows("SELECT label FROM labels WHERE name = ? ORDER BY number", name))

    def close(self) -> None:
        """Close the database; mapped files are let go when nothing refers to them."""
        with self._lock:
            self._connection.close()

    def rows(self, query: str, *parameters: Any) -> list[Any]:
        """Return the rows of a query."""
        with self._lock, closing(self._connection.cursor()) as cursor:
            return cursor.execute(query, parameters).fetchall()

    def __len__(self) -> int:
        return len(self.columns)

    def _facts(self, pid: int) -> Facts:
        rows = self.rows(
            "SELECT scheme, key, name, local_name, latitude, longitude, population, radius_m FROM places WHERE pid = ?",
            pid,
        )
        if not rows:
            raise KeyError(pid)
        scheme, key, name, local_name, latitude, longitude, population, radius = rows[0]
        return Facts(
            f"{self.schemes[scheme]}:{key}", name, local_name, latitude / layout.SCALE, longitude / layout.SCALE,
            population, radius,
        )  # fmt: skip

    def entries(self, folded: str) -> list[Entry]:
        """Return (pid, name kind) of every place with exactly this folded name, most prominent first."""
        return self.names.entries(folded)

    def holder(self, pid: int) -> "tuple[Layer, int]":
        """Return the layer that holds a place's facts, and its pid there."""
        return self, pid

    @cached_property
    def by_latitude(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint32]]:
        """Latitudes in order, and the pids they belong to."""
        columns = self.folder / layout.COLUMNS
        return vector(mapped(columns / "latitudes.f4")), vector(mapped(columns / "by_latitude.u4"))

    @property
    def index(self) -> "tuple[NameIndex, ...]":
        """The name indexes to ask."""
        return (self.names,)

    def pid_of(self, place_id: str) -> int | None:
        """Return the pid of a place id, None where this gazetteer does not hold it."""
        prefix, key = layout.split_id(place_id)
        rows = self.rows(
            "SELECT pid FROM places WHERE key = ? AND scheme = ?", key, self._scheme_numbers.get(prefix, -1)
        )
        return int(rows[0][0]) if rows else None

    def pid_of_region(self, code: str) -> int | None:
        """Return the pid of the region with a GeoNames code (`UA.14`)."""
        rows = self.rows("SELECT pid FROM regions WHERE code = ?", code)
        return int(rows[0][0]) if rows else None

    def names_of(self, pid: int) -> list[Name]:
        """Return all names of a place, its own first."""
        rows = self.rows("SELECT names FROM places WHERE pid = ?", pid)
        unpacked = layout.unpack_names(rows[0][0]) if rows else []
        return [Name(name, lang, KINDS[kind], period) for kind, lang, name, period in unpacked]

    def provenance(self, pid: int) -> Provenance:
        """Return where a place's facts come from."""
        rows = self.rows("SELECT note FROM disputed WHERE pid = ?", pid)
        source = self.sources[self.columns.source[pid]]
        return Provenance(source, self.title, rows[0][0] if rows else "")

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources with their counts."""
        return tuple(
            Source(*row)
            for row in self.rows(
                "SELECT source_id, title, version, licence, attribution, url, places, names FROM sources ORDER BY rowid"
            )
        )

    @cached_property
    def counts(self) -> dict[str, int]:
        """Counts of rows, by what they count."""
        return dict(self.rows("SELECT name, rows FROM counts ORDER BY rowid"))

    @cached_property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    @property
    def version(self) -> str:
        return self.meta["version"]

    @property
    def title(self) -> str:
        return self.meta.get("title", "Toposcope")


def read_only_address(database: Path) -> str:
    """Return the SQLite address that opens a file that no one ever changes."""
    return f"file:{quote(str(database.absolute()))}?mode=ro&immutable=1"
