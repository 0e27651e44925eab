"""Small background archives, made as the formats' specifications say."""

import gzip
import json
import sqlite3
import struct
import zlib
from pathlib import Path

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer


def png(red: int, green: int, blue: int, side: int = 256) -> bytes:
    """Return a picture of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = (b"\x00" + bytes((red, green, blue)) * side) * side
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def square_tile(layer: str) -> bytes:
    """Return a vector tile with one square that covers all of it."""

    def field(number: int, content: bytes) -> bytes:
        return bytes([number << 3 | 2, len(content)]) + content

    def zigzag(value: int) -> bytes:
        number, out = value << 1 ^ value >> 31, bytearray()
        while number > 127:
            out.append(number & 127 | 128)
            number >>= 7
        return bytes([*out, number])

    commands = b"\x09" + zigzag(0) * 2 + b"\x1a"
    for x, y in ((4096, 0), (0, 4096), (-4096, 0)):
        commands += zigzag(x) + zigzag(y)
    commands += b"\x0f"
    feature = b"\x18\x03" + field(4, commands)
    body = field(1, layer.encode()) + field(2, feature) + b"\x28\x80\x20" + b"\x78\x02"
    return field(3, body)


def write_mbtiles(path: Path, tile: bytes, **metadata: str) -> Path:
    """Write an archive with the same tile for the whole world at zoom 0 and for its quarters at zoom 1."""
    with sqlite3.connect(path) as archive:
        archive.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        archive.execute("CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)")
        archive.executemany("INSERT INTO metadata VALUES (?, ?)", metadata.items())
        quarters = [(1, column, row) for column in (0, 1) for row in (0, 1)]
        archive.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", [(*at, tile) for at in [(0, 0, 0), *quarters]])
    archive.close()
    return path


def write_pmtiles(path: Path, tile: bytes, tile_type: TileType, **metadata: object) -> Path:
    """Write an archive with one tile, the whole world at zoom 0; vector tiles are packed."""
    packed = Compression.GZIP if tile_type == TileType.MVT else Compression.NONE
    with path.open("wb") as file:
        writer = Writer(file)
        writer.write_tile(zxy_to_tileid(0, 0, 0), gzip.compress(tile) if packed == Compression.GZIP else tile)
        header = {"tile_type": tile_type, "tile_compression": packed, "min_zoom": 0, "max_zoom": 0}
        bounds = {"min_lon_e7": -1_800_000_000, "min_lat_e7": -850_000_000, "max_lon_e7": 1_800_000_000}
        centre = {"max_lat_e7": 850_000_000, "center_zoom": 0, "center_lon_e7": 0, "center_lat_e7": 0}
        writer.finalize(header | bounds | centre, json.loads(json.dumps(metadata)))
    return path
