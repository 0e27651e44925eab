"""The basemap archive: vector tiles, names, and the shapes of countries and first-level regions, in one SQLite file."""

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

STEPS_PER_DEGREE = 1000
Ring = list[tuple[float, float]]
Polygons = list[list[Ring]]


@dataclass(frozen=True, slots=True)
class Area:
    """A country or region; `packed` is its shape as `encode_shape` made it."""

    kind: str
    geonameid: int | None
    country: str
    packed: bytes

    @property
    def polygons(self) -> Polygons:
        """Polygons as lists of rings of (longitude, latitude) in degrees."""
        return decode_shape(self.packed)

    def unpacked(self) -> bytes:
        """The inflated integers of the shape, which the map page decodes by itself."""
        return zlib.decompress(self.packed)


def encode_shape(polygons: Polygons) -> bytes:
    """Pack polygons: counts and steps of 0.001 degree as variable-length integers, deflated."""
    out = bytearray()
    _put(out, len(polygons))
    for polygon in polygons:
        _put(out, len(polygon))
        for ring in polygon:
            steps = [(round(x * STEPS_PER_DEGREE), round(y * STEPS_PER_DEGREE)) for x, y in ring]
            _put(out, len(steps))
            last_x = last_y = 0
            for x, y in steps:
                _put(out, _zigzag(x - last_x))
                _put(out, _zigzag(y - last_y))
                last_x, last_y = x, y
    return zlib.compress(bytes(out), 9)


def decode_shape(packed: bytes) -> Polygons:
    """Return what `encode_shape` packed, to a thousandth of a degree."""
    numbers = _numbers(zlib.decompress(packed))
    return [[_ring(numbers) for _ in range(next(numbers))] for _ in range(next(numbers))]


def _ring(numbers: Iterator[int]) -> Ring:
    x = y = 0
    ring = []
    for _ in range(next(numbers)):
        x += _unzigzag(next(numbers))
        y += _unzigzag(next(numbers))
        ring.append((x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE))
    return ring


def _zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _unzigzag(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


def _put(out: bytearray, number: int) -> None:
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def _numbers(raw: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in raw:
        number |= (byte & 127) << shift
        if byte > 127:
            shift += 7
            continue
        yield number
        number = shift = 0


def find_area(
    archive: sqlite3.Connection, kind: str, geonameid: int | None, longitude: float, latitude: float
) -> Area | None:
    """Return the area with this GeoNames id, else the one of that kind the position (degrees) lies in, else None."""
    columns = "kind, geonameid, country, shape"
    if geonameid is not None:
        known = f"SELECT {columns} FROM areas WHERE geonameid = ? AND kind = ?"
        row = archive.execute(known, (geonameid, kind)).fetchone()
        if row:
            return Area(*row)
    near = archive.execute(
        f"SELECT {columns} FROM areas WHERE kind = ? AND ? BETWEEN west AND east AND ? BETWEEN south AND north",
        (kind, longitude, latitude),
    )
    for row in near:
        area = Area(*row)
        if any(contains(polygon, longitude, latitude) for polygon in area.polygons):
            return area
    return None


def contains(polygon: list[Ring], longitude: float, latitude: float) -> bool:
    """Tell by ray casting whether a position lies inside the polygon and outside its holes."""
    crossings = 0
    for ring in polygon:
        for (x0, y0), (x1, y1) in pairwise(ring):
            if (y0 > latitude) != (y1 > latitude) and longitude < (x1 - x0) * (latitude - y0) / (y1 - y0) + x0:
                crossings += 1
    return crossings % 2 == 1


def open_archive(path: Path) -> sqlite3.Connection:
    """Open an MBTiles archive read-only."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def read_tile(archive: sqlite3.Connection, zoom: int, column: int, row: int) -> bytes | None:
    """Return the tile (XYZ addressing) unpacked, or None where the archive has none."""
    flipped = (1 << zoom) - 1 - row
    query = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
    found = archive.execute(query, (zoom, column, flipped)).fetchone()
    if found is None:
        return None
    packed: bytes = found[0]
    return zlib.decompress(packed, zlib.MAX_WBITS | 16) if packed[:2] == b"\x1f\x8b" else packed


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the basemap: its kind (country, region, sea), place in degrees and the first zoom it is drawn at."""

    kind: str
    name: str
    local_name: str | None
    longitude: float
    latitude: float
    zoom: int
    rank: int
    country: str


def read_labels(archive: sqlite3.Connection, language: str) -> list[Label]:
    """Return all labels, most prominent first, in German where `language` is `de`, else in English."""
    column = "name_de" if language == "de" else "name_en"
    query = (
        f"SELECT kind, {column}, name_local, longitude, latitude, zoom, rank, country FROM labels ORDER BY rank DESC"
    )
    return [Label(*row) for row in archive.execute(query)]
