"""The bundled gazetteer file: found in the package, unpacked once into the user's cache."""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import quote

import platformdirs
import zstandard

from gazetteer.errors import GazetteerError

BUNDLE = "gazetteer/places.sqlite.zst"
DATABASE, TRIE, DIGEST = "places.sqlite", "names.trie", "places.sha256.txt"
CACHE_VARIABLE = "TOPOSCOPE_CACHE"


def cache_folder() -> Path:
    """Return the folder that unpacked gazetteers live in; the environment variable TOPOSCOPE_CACHE overrides it."""
    chosen = os.environ.get(CACHE_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("toposcope", appauthor=False))


def bundled_database() -> Path:
    """Return the unpacked bundled gazetteer, unpacking it on first use. Raises `GazetteerError`."""
    packed = files("resources").joinpath(BUNDLE)
    if not packed.is_file():
        raise GazetteerError(
            "The bundled gazetteer is missing from this installation. Install the program again, or in a "
            "checkout run `make gazetteer`."
        )
    with as_file(packed) as path:
        return _unpacked(path)


def _unpacked(packed: Path) -> Path:
    folder = cache_folder() / "gazetteer" / bundle_digest(packed)[:32]
    database = folder / DATABASE
    if database.is_file():
        return database
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _unpack(packed, database)
        _forget_old(folder)
    except OSError as error:
        raise GazetteerError(
            f"The gazetteer cannot be unpacked into {folder}: {error.strerror or error}. Nothing was left half "
            f"written. Free about 300 MB there, or set {CACHE_VARIABLE} to a folder that can be written."
        ) from error
    except (zstandard.ZstdError, sqlite3.DatabaseError) as error:
        raise GazetteerError(
            f"The bundled gazetteer {packed} is damaged ({error}). Install the program again."
        ) from error
    return database


def _unpack(packed: Path, database: Path) -> None:
    """Write the database, and beside it its trie for mapping; the database appears last, and complete."""
    with written_atomically(database) as partial:
        with packed.open("rb") as source, partial.open("wb") as target:
            zstandard.ZstdDecompressor().copy_stream(source, target)
        with closing(sqlite3.connect(read_only_address(partial), uri=True)) as connection:
            (trie,) = connection.execute("SELECT content FROM blobs WHERE name = 'trie'").fetchone()
        with written_atomically(database.with_name(TRIE)) as partial_trie:
            partial_trie.write_bytes(trie)


def _forget_old(current: Path) -> None:
    """Remove gazetteers of earlier versions, but the latest: an older program may still be open on it."""
    others = [folder for folder in current.parent.iterdir() if folder.is_dir() and folder != current]
    for folder in sorted(others, key=lambda folder: folder.stat().st_mtime)[:-1]:
        shutil.rmtree(folder, ignore_errors=True)


def read_only_address(database: Path) -> str:
    """Return the SQLite address that opens a file that no one ever changes."""
    return f"file:{quote(str(database.absolute()))}?mode=ro&immutable=1"


def bundle_digest(packed: Path) -> str:
    """Return the bundle's SHA-256: as the build recorded it beside a file of this size, else computed."""
    recorded = packed.with_name(DIGEST)
    if recorded.is_file():
        digest, _, size = recorded.read_text(encoding="ascii").strip().partition(" ")
        if size == str(packed.stat().st_size):
            return digest
    with packed.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def written_atomically(target: Path) -> Iterator[Path]:
    """Give a fresh file in the target's folder; it becomes `target` when the block ends well, else it is removed."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
