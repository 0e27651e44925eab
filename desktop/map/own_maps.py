"""Background maps of the user's own: MBTiles and PMTiles archives, vector or raster, read tile by tile."""

import contextlib
import gzip
import hashlib
import html
import json
import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from pmtiles.reader import MmapSource, Reader
from pmtiles.tile import Compression, TileType

from gazetteer.errors import ToposcopeError
from resources.basemap.archive import open_archive, read_tile

SUFFIXES = (".mbtiles", ".pmtiles")
VECTOR, RASTER = "vector", "raster"
DEEPEST_ZOOM = 22
CREDIT_LENGTH = 160
_MARKUP = re.compile(r"<[^>]*>")
_VECTOR_TYPE = b"application/x-protobuf"
_PICTURES = {b"\x89PNG": b"image/png", b"\xff\xd8\xff": b"image/jpeg", b"RIFF": b"image/webp"}


class OwnMapError(ToposcopeError):
    """A file is no map this program can draw; the message names it and says why."""


class OwnMap(ABC):
    """One archive of the user's, open for reading."""

    def __init__(self, path: Path, about: dict[str, Any]) -> None:
        """`about` holds kind, minzoom, maxzoom, and what the archive's metadata says."""
        self.path = path
        self.map_id = map_id(path)
        self.title = str(about.get("name") or path.stem)
        self.kind = str(about["kind"])
        self.zooms = int(about["minzoom"]), int(about["maxzoom"])
        self.layers = [str(layer["id"]) for layer in about.get("vector_layers") or [] if "id" in layer]
        self.credit = plain_words(str(about.get("attribution") or ""))

    def record(self) -> dict[str, Any]:
        """Return what the map page and the list of backgrounds must know of it."""
        least, most = self.zooms
        shown = {"id": self.map_id, "title": self.title, "path": str(self.path), "kind": self.kind}
        return {**shown, "minzoom": least, "maxzoom": most, "credit": self.credit, "layers": self.layers}

    def tile(self, zoom: int, column: int, row: int) -> tuple[bytes, bytes] | None:
        """Return a tile (XYZ addressing) and its media type; an empty one where a vector map has none there."""
        content = self._read(zoom, column, row) if 0 <= zoom <= DEEPEST_ZOOM else None
        if self.kind == VECTOR:
            return content or b"", _VECTOR_TYPE
        if content is None:
            return None
        return content, next((kind for start, kind in _PICTURES.items() if content.startswith(start)), b"image/png")

    @abstractmethod
    def _read(self, zoom: int, column: int, row: int) -> bytes | None: ...

    @abstractmethod
    def close(self) -> None:
        """Let go of the file."""


class MBTiles(OwnMap):
    """An SQLite archive."""

    def __init__(self, path: Path) -> None:
        self._archive = open_archive(path)
        try:
            rows = dict(self._archive.execute("SELECT name, value FROM metadata"))
            zooms = self._archive.execute("SELECT min(zoom_level), max(zoom_level) FROM tiles").fetchone()
        except sqlite3.Error as error:
            self._archive.close()
            raise OwnMapError(f"{path.name} is no MBTiles archive ({error}). It was not added.") from error
        if zooms[0] is None:
            self._archive.close()
            raise OwnMapError(f"{path.name} holds no tiles. It was not added.")
        kind = VECTOR if rows.get("format") == "pbf" else RASTER
        vector_layers = _from_json(rows.get("json")).get("vector_layers")
        super().__init__(
            path, {**rows, "kind": kind, "minzoom": zooms[0], "maxzoom": zooms[1]} | {"vector_layers": vector_layers}
        )

    def _read(self, zoom: int, column: int, row: int) -> bytes | None:
        try:
            return read_tile(self._archive, zoom, column, row)
        except sqlite3.Error as error:
            raise OwnMapError(f"{self.path.name} cannot be read any more ({error}).") from error

    def close(self) -> None:
        self._archive.close()


class PMTiles(OwnMap):
    """A PMTiles archive of version 3."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] = path.open("rb")
        try:
            self._reader = Reader(MmapSource(self._file))
            header, about = self._reader.header(), self._reader.metadata()
        except Exception as error:
            # the library meets a foreign file with whatever its bytes lead to
            self._file.close()
            raise OwnMapError(f"{path.name} is no PMTiles archive of version 3 ({error}). It was not added.") from error
        self._packed = header["tile_compression"]
        if self._packed not in (Compression.NONE, Compression.GZIP):
            self._file.close()
            raise OwnMapError(
                f"{path.name} is packed in a way this program does not read ({self._packed.name}). It was not added."
            )
        kind = VECTOR if header["tile_type"] == TileType.MVT else RASTER
        zooms = {"minzoom": header["min_zoom"], "maxzoom": header["max_zoom"]}
        super().__init__(path, {**about, "kind": kind, **zooms})

    def _read(self, zoom: int, column: int, row: int) -> bytes | None:
        try:
            found: bytes | None = self._reader.get(zoom, column, row)
            return gzip.decompress(found) if found and self._packed == Compression.GZIP else found
        except (OSError, ValueError, EOFError) as error:
            raise OwnMapError(f"{self.path.name} cannot be read any more ({error}).") from error

    def close(self) -> None:
        self._file.close()


class OwnMaps:
    """The user's archives by id."""

    def __init__(self) -> None:
        self._open: dict[str, OwnMap] = {}

    def set_paths(self, paths: Iterable[Path]) -> list[str]:
        """Open these archives and no others, in this order; returns what went wrong, in words."""
        before, self._open = self._open, {}
        problems = []
        for path in paths:
            known = before.pop(map_id(path), None)
            try:
                opened = known or open_own_map(path)
            except OwnMapError as error:
                problems.append(str(error))
                continue
            self._open[opened.map_id] = opened
        for gone in before.values():
            gone.close()
        return problems

    def records(self) -> list[dict[str, Any]]:
        """Return what the map page must know of each."""
        return [one.record() for one in self._open.values()]

    def tile(self, own_id: str, zoom: int, column: int, row: int) -> tuple[bytes, bytes] | None:
        """Return a tile and its media type, or None."""
        found = self._open.get(own_id)
        return found.tile(zoom, column, row) if found else None

    def close(self) -> None:
        """Let go of every file."""
        self.set_paths([])


def open_own_map(path: Path) -> OwnMap:
    """Open an archive by its suffix; raises OwnMapError."""
    try:
        if path.suffix.lower() == ".pmtiles":
            return PMTiles(path)
        if path.suffix.lower() == ".mbtiles":
            return MBTiles(path)
    except (OSError, sqlite3.Error) as error:
        raise OwnMapError(f"{path} cannot be opened ({error}). The map goes on with its own background.") from error
    raise OwnMapError(f"{path.name} is neither MBTiles nor PMTiles. It was not added.")


def map_id(path: Path) -> str:
    """Return the id of an archive: the same each time it is opened from there."""
    return "own-" + hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:12]


def plain_words(credit: str) -> str:
    """Return a credit without its markup, at a length that fits the map's edge."""
    return " ".join(html.unescape(_MARKUP.sub(" ", credit)).split())[:CREDIT_LENGTH]


def _from_json(text: str | None) -> dict[str, Any]:
    with contextlib.suppress(ValueError, TypeError):
        found = json.loads(text or "{}")
        if isinstance(found, dict):
            return found
    return {}
