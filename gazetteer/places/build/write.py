"""Writes a finished atlas as one SQLite file, numbered by prominence, and compresses it."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

import marisa_trie
import zstandard
from sqlite_utils import Database

from gazetteer.places.build.draft import Atlas, Draft
from gazetteer.places.build.junk import script_of
from gazetteer.places.build.order import by_prominence
from gazetteer.places.bundle import DIGEST, written_atomically
from gazetteer.places.columns import NONE, TYPECODES, pack
from gazetteer.places.folding import fold, romanise
from gazetteer.places.records import NameKind, Source
from gazetteer.places.store import ENTRY_FORMAT, SCHEMA_VERSION

_SCHEMA = """
CREATE TABLE places(
    pid INTEGER PRIMARY KEY, place_id TEXT NOT NULL, name TEXT NOT NULL, local_name TEXT, feature_class TEXT NOT NULL,
    feature_code TEXT NOT NULL, country_code TEXT NOT NULL, admin1_pid INTEGER, admin2_pid INTEGER, population INTEGER,
    latitude REAL NOT NULL, longitude REAL NOT NULL, radius_m INTEGER, precision TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE names(pid INTEGER, seq INTEGER, name TEXT NOT NULL, lang TEXT NOT NULL, kind INTEGER NOT NULL,
    PRIMARY KEY (pid, seq)) WITHOUT ROWID;
CREATE TABLE countries(code TEXT PRIMARY KEY, name TEXT NOT NULL, pid INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE sources(source_id TEXT, title TEXT, version TEXT, licence TEXT, attribution TEXT, url TEXT,
    places INTEGER, names INTEGER);
CREATE TABLE counts(name TEXT, rows INTEGER);
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE blobs(name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX places_by_id ON places(place_id);
CREATE INDEX places_by_country ON places(country_code);
CREATE INDEX places_by_position ON places(latitude, longitude);
ANALYZE;
VACUUM;
"""
_ROMANISED = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "DEVANAGARI"})
_LEVEL = 9


def write_database(atlas: Atlas, sources: list[Source], target: Path) -> None:
    """Write the gazetteer to `target`; the same atlas gives the same bytes."""
    ordered = by_prominence(list(atlas.places.values()))
    pids = {draft.place_id: pid for pid, draft in enumerate(ordered)}
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        database = Database(connection)
        connection.executescript("PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        connection.execute("BEGIN")
        connection.executemany(
            f"INSERT INTO places VALUES ({','.join('?' * 15)})",
            (_row(draft, pid, pids) for pid, draft in enumerate(ordered)),
        )
        connection.executemany("INSERT INTO names VALUES (?,?,?,?,?)", _name_rows(ordered))
        countries = [(code, draft.name, pids[draft.place_id]) for code, draft in sorted(atlas.country.items())]
        connection.executemany("INSERT INTO countries VALUES (?,?,?)", countries)
        connection.executemany("INSERT INTO blobs VALUES (?,?)", sorted(_blobs(ordered, pids).items()))
        _describe(database, ordered, sources)
        connection.execute("COMMIT")
        connection.executescript(_INDEXES)


def _row(draft: Draft, pid: int, pids: dict[str, int]) -> tuple[object, ...]:
    feature_class, _, code = draft.feature.partition(".")
    return (
        pid, draft.place_id, draft.name, draft.local_name, feature_class, code, draft.country,
        pids.get(draft.admin1), pids.get(draft.admin2), draft.population, round(draft.latitude, 5),
        round(draft.longitude, 5), draft.radius_m, draft.precision.value, draft.source,
    )  # fmt: skip


def _name_rows(ordered: list[Draft]) -> Iterator[tuple[int, int, str, str, int]]:
    for pid, draft in enumerate(ordered):
        names = sorted((kind, lang, name) for (name, lang), (kind, _) in draft.names.items())
        for seq, (kind, lang, name) in enumerate(names):
            yield pid, seq, name, lang, int(kind)


def _blobs(ordered: list[Draft], pids: dict[str, int]) -> dict[str, bytes]:
    countries = ["", *sorted({draft.country for draft in ordered} - {""})]
    features = sorted({draft.feature for draft in ordered})
    country_at = {code: index for index, code in enumerate(countries)}
    feature_at = {code: index for index, code in enumerate(features)}
    columns: dict[str, list[float]] = {
        "latitude": [draft.latitude for draft in ordered],
        "longitude": [draft.longitude for draft in ordered],
        "population": [min(draft.people, NONE) for draft in ordered],
        "country": [country_at[draft.country] for draft in ordered],
        "admin1": [pids.get(draft.admin1, NONE) for draft in ordered],
        "admin2": [pids.get(draft.admin2, NONE) for draft in ordered],
        "feature": [feature_at[draft.feature] for draft in ordered],
    }
    blobs = {name: pack(typecode, columns[name]) for name, typecode in TYPECODES.items()}
    blobs["countries"], blobs["features"] = "\n".join(countries).encode(), "\n".join(features).encode()
    blobs["trie"] = marisa_trie.RecordTrie(ENTRY_FORMAT, _entries(ordered)).tobytes()
    return blobs


def _entries(ordered: list[Draft]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield (folded name, (pid, kind)), each folded name once a place, under its best kind."""
    for pid, draft in enumerate(ordered):
        keys: dict[str, int] = {}
        for (name, _), (kind, _source) in draft.names.items():
            folded = fold(name)
            keys[folded] = min(kind, keys.get(folded, kind))
            if not name.isascii() and kind <= NameKind.HISTORIC and script_of(name) in _ROMANISED:
                romanised = romanise(name)
                keys[romanised] = min(NameKind.TRANSLITERATION, keys.get(romanised, NameKind.TRANSLITERATION))
        keys.pop("", None)
        for key in sorted(keys):
            yield key, (pid, int(keys[key]))


def _describe(database: Database, ordered: list[Draft], sources: list[Source]) -> None:
    places = Counter(draft.source for draft in ordered)
    names = Counter(source for draft in ordered for _, source in draft.names.values())
    rows = []
    for source in sources:
        row = astuple(source)
        rows.append((*row[:-2], places[source.source_id], names[source.source_id]))
    connection = database.conn
    connection.executemany("INSERT INTO sources VALUES (?,?,?,?,?,?,?,?)", rows)
    classes = Counter(draft.feature.partition(".")[0] for draft in ordered)
    counts = {
        "places": len(ordered),
        "names": sum(names.values()),
        "countries": sum(1 for d in ordered if d.feature.startswith("A.PCL")),
    }
    counts |= {f"places of class {letter}": number for letter, number in sorted(classes.items())}
    connection.executemany("INSERT INTO counts VALUES (?,?)", counts.items())
    digest = hashlib.sha256(repr([(d.place_id, sorted(d.names)) for d in ordered]).encode()).hexdigest()
    version = ";".join(f"{source.source_id}={source.version}" for source in sources)
    meta = {"schema": SCHEMA_VERSION, "version": f"1.{digest[:12]}", "built_from": version, "content_sha256": digest}
    connection.executemany("INSERT INTO meta VALUES (?,?)", meta.items())


def compress(database: Path, target: Path) -> None:
    """Write `database` compressed to `target`, and beside it its SHA-256 and size."""
    with written_atomically(target) as partial, database.open("rb") as source, partial.open("wb") as packed:
        zstandard.ZstdCompressor(level=_LEVEL, threads=-1).copy_stream(source, packed, size=database.stat().st_size)
    target.chmod(0o644)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_name(DIGEST).write_text(f"{digest} {target.stat().st_size}\n", encoding="ascii")
