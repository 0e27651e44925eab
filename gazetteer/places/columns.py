"""The gazetteer's columns: per place a few numbers in packed arrays, for code that weighs many candidates."""

import sqlite3
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

NONE = 0xFFFFFFFF
"""In `admin1` and `admin2`: no such region."""

TYPECODES = {
    "latitude": "f", "longitude": "f", "population": "I", "country": "H", "admin1": "I", "admin2": "I", "feature": "B",
}  # fmt: skip
"""Column -> array type code, as stored (little endian)."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Per-pid columns. Degrees; `population` of a region is the sum of its towns'; `country` indexes `countries`
    (index 0 is `""`: none), `admin1` and `admin2` are pids or `NONE`, `feature` indexes `features` (`"P.PPLC"`)."""

    latitude: Sequence[float]
    longitude: Sequence[float]
    population: Sequence[int]
    country: Sequence[int]
    admin1: Sequence[int]
    admin2: Sequence[int]
    feature: Sequence[int]
    countries: tuple[str, ...]
    features: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.feature)


def read_columns(connection: sqlite3.Connection) -> Columns:
    """Load the columns of a gazetteer."""
    blobs: dict[str, bytes] = dict(connection.execute("SELECT name, content FROM blobs"))
    packed: dict[str, Any] = {name: _unpack(typecode, blobs[name]) for name, typecode in TYPECODES.items()}
    packed |= {name: tuple(blobs[name].decode().split("\n")) for name in ("countries", "features")}
    return Columns(**packed)


def pack(typecode: str, numbers: Sequence[float]) -> bytes:
    """Return `numbers` as little-endian bytes of an array type code."""
    packed = array(typecode, numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _unpack(typecode: str, content: bytes) -> "array[int]":
    numbers: array[int] = array(typecode)
    numbers.frombytes(content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
