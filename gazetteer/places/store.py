"""The gazetteer as the program reads it: names to places, places to their facts; read-only, safe across threads."""

import sqlite3
import threading
from collections.abc import Collection
from contextlib import closing
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import marisa_trie

from gazetteer.errors import GazetteerError
from gazetteer.model import Place, Precision
from gazetteer.places import bundle
from gazetteer.places.columns import Columns, read_columns
from gazetteer.places.fuzzy import Spellings
from gazetteer.places.nearest import nearest_pids
from gazetteer.places.records import FuzzyHit, GazetteerInfo, Name, NameKind, SearchHit, Source
from gazetteer.places.search import search

__all__ = ["FuzzyHit", "Gazetteer", "GazetteerInfo", "Name", "NameKind", "SearchHit", "Source"]

SCHEMA_VERSION = "1"
ENTRY_FORMAT = "<IB"
"""What the trie holds for a folded name: pid and name kind."""

_KINDS = {int(kind): kind for kind in NameKind}
_PLACE = """
SELECT p.place_id, p.name, p.latitude, p.longitude, p.feature_class, p.feature_code, p.precision, p.radius_m,
       nullif(p.country_code, ''), c.name, r.name, s.name, p.population, p.local_name
FROM places p LEFT JOIN countries c ON c.code = p.country_code
LEFT JOIN places r ON r.pid = p.admin1_pid LEFT JOIN places s ON s.pid = p.admin2_pid
WHERE p.pid = ?"""
_WIDE_BOX = 2000.0
"""square degrees"""


class Gazetteer:
    """An open gazetteer. A place is named by `pid`, dense from 0 and ordered by prominence: smaller is likelier."""

    def __init__(self, path: Path, connection: sqlite3.Connection, trie: "marisa_trie.RecordTrie") -> None:
        self.path = path
        self._connection, self._trie, self._lock = connection, trie, threading.Lock()
        self.columns: Columns = read_columns(connection)
        self.country_pid: dict[str, int] = dict(connection.execute("SELECT code, pid FROM countries"))
        self._spellings = Spellings(trie, self.columns)
        self.place = lru_cache(maxsize=20_000)(self._place)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the gazetteer at `path`, by default the bundled one, unpacked on first use. Raises `GazetteerError`."""
        database = path or bundle.bundled_database()
        try:
            connection = sqlite3.connect(bundle.read_only_address(database), uri=True, check_same_thread=False)
            row = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
            if row is None or row[0] != SCHEMA_VERSION:
                raise GazetteerError(f"{database} is a gazetteer of another program version; build it again.")
            return cls(database, connection, _open_trie(database, connection))
        except (sqlite3.Error, KeyError) as error:
            raise GazetteerError(f"{database} cannot be read as a gazetteer ({error}).") from error

    def close(self) -> None:
        """Close the file; nothing can be asked afterwards."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def lookup(self, folded: str) -> list[tuple[int, NameKind]]:
        """Return (pid, name kind) of every place with this folded name, unordered."""
        entries = self._trie.get(folded)
        return [(pid, _KINDS[kind]) for pid, kind in entries] if entries else []

    def has_prefix(self, folded: str) -> bool:
        """Tell whether any folded name starts so."""
        return next(self._trie.iterkeys(folded), None) is not None

    def keys(self, prefix: str) -> "marisa_trie.RecordTrie":
        """Iterate over (folded name, (pid, name kind)) of names that start so."""
        return self._trie.iteritems(prefix)

    def _rows(self, query: str, *parameters: Any) -> list[Any]:
        with self._lock, closing(self._connection.cursor()) as cursor:
            return cursor.execute(query, parameters).fetchall()

    def _place(self, pid: int) -> Place:
        """Return the place of a pid; an unknown pid is a bug and raises `KeyError`."""
        rows = self._rows(_PLACE, pid)
        if not rows:
            raise KeyError(pid)
        place_id, name, latitude, longitude, feature_class, code, precision, *rest = rows[0]
        return Place(place_id, name, latitude, longitude, feature_class, code, Precision(precision), *rest)

    def pid_of(self, place_id: str) -> int | None:
        """Return the pid of a place id (`geonames:593116`), None where this gazetteer does not hold it."""
        rows = self._rows("SELECT pid FROM places WHERE place_id = ?", place_id)
        return int(rows[0][0]) if rows else None

    def place_by_id(self, place_id: str) -> Place | None:
        """Return the place of a place id, None where this gazetteer does not hold it."""
        pid = self.pid_of(place_id)
        return None if pid is None else self.place(pid)

    def names(self, pid: int) -> list[Name]:
        """Return all names of a place, its own first."""
        rows = self._rows("SELECT name, lang, kind FROM names WHERE pid = ? ORDER BY seq", pid)
        return [Name(name, lang, _KINDS[kind]) for name, lang, kind in rows]

    def display_name(self, pid: int, lang: str) -> str:
        """Return the place's name for readers of a language (`uk`), its main name where none is known."""
        if lang == "en":
            return self.place(pid).name
        own = [name for name in self.names(pid) if name.lang == lang and name.kind <= NameKind.TAGGED]
        return min(own, key=lambda name: name.kind).name if own else self.place(pid).name

    def fuzzy(
        self, folded: str, countries: Collection[str] | None = None, max_distance: int = 2, limit: int = 10
    ) -> list[FuzzyHit]:
        """Return places with a name at most `max_distance` edits away, nearest and most prominent first.

        `countries` (codes) keeps to those countries. Names must share the query's first letter, or have its
        second as their first.
        """
        return self._spellings.near(folded, countries, max_distance, limit)

    def search(self, text: str, limit: int = 20) -> list[SearchHit]:
        """Return the places that a typed name, `name, region` or place id may mean, best first."""
        return search(self, text, limit)

    def nearest(self, latitude: float, longitude: float, limit: int = 10) -> list[tuple[Place, float]]:
        """Return (place, kilometres) of the settlements and landmarks nearest to a point, nearest first."""
        found = nearest_pids(self._rows, latitude, longitude, limit)
        return [(self.place(pid), distance) for pid, distance in found]

    def towns_within(self, west: float, south: float, east: float, north: float, limit: int) -> list[Place]:
        """Return the most prominent towns of a box (degrees, not across the date line), most prominent first."""
        # the plus keeps SQLite on the position index: an empty sea is known at once, but a wide box fills sooner by pid
        order = "pid" if (east - west) * (north - south) > _WIDE_BOX else "+pid"
        query = f"""SELECT pid FROM places WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?
            AND feature_class = 'P' ORDER BY {order} LIMIT ?"""
        return [self.place(pid) for (pid,) in self._rows(query, south, north, west, east, limit)]

    @cached_property
    def version(self) -> str:
        """What this gazetteer was built from, in short; changes whenever its rows may."""
        return str(self._rows("SELECT value FROM meta WHERE key = 'version'")[0][0])

    def info(self) -> GazetteerInfo:
        """Return version, sources with their licences, counts of rows, and the file with its size."""
        sources = self._rows(
            "SELECT source_id, title, version, licence, attribution, url, places, names FROM sources ORDER BY rowid"
        )
        counts = dict(self._rows("SELECT name, rows FROM counts ORDER BY rowid"))
        made = tuple(Source(*row) for row in sources)
        return GazetteerInfo(self.version, made, counts, self.path, self.path.stat().st_size)


def _open_trie(database: Path, connection: sqlite3.Connection) -> "marisa_trie.RecordTrie":
    """Map the trie from beside the database where it was unpacked, else load it out of the database."""
    trie = marisa_trie.RecordTrie(ENTRY_FORMAT)
    mapped = database.with_name(bundle.TRIE)
    if database.name == bundle.DATABASE and mapped.is_file():
        return trie.mmap(str(mapped))
    (content,) = connection.execute("SELECT content FROM blobs WHERE name = 'trie'").fetchone()
    return trie.frombytes(content)
