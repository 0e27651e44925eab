"""Shapes of the basemap: regions under the policy table, dissolved into land, countries and border lines."""

import csv
import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely import MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

POLICY = Path(__file__).parents[1] / "resources/basemap/policy.csv"
ENVELOPE_BYTES = (0, 32, 48, 48, 64)
Segment = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level region: names, country (ISO 3166-1 alpha-2, '' where no state is named) and shape in degrees."""

    fid: int
    name: str
    admin: str
    country: str
    shape: MultiPolygon
    moved: bool


@lru_cache(1)
def read_policy() -> dict[tuple[str, str], tuple[str, str]]:
    """Return (territory, source admin) -> (country code, admin its line with is disputed, or '*') of policy.csv."""
    with POLICY.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {(row["territory"], row["source"]): (row["drawn_as"], row["disputed_with"]) for row in rows}


def read_geopackage(blob: bytes) -> BaseGeometry:
    """Return the geometry of a GeoPackage cell."""
    return shapely.from_wkb(blob[8 + ENVELOPE_BYTES[(blob[3] >> 1) & 7] :])


def read_regions(path: Path) -> list[Region]:
    """Return the regions of `world_map.gpkg`, each in the country the policy table names."""
    policy = read_policy()
    regions = []
    columns = "fid, geom, name, admin, iso_a2"
    for fid, blob, name, admin, code in sqlite3.connect(path).execute(f"SELECT {columns} FROM states_provinces"):
        rule = policy.get((name or "", admin)) or policy.get((admin, admin))
        country = rule[0] if rule else code
        moved = rule is not None and admin == "Russia"
        regions.append(Region(fid, name or "", admin, country, read_geopackage(blob), moved))
    return regions


def shared_segments(regions: list[Region]) -> dict[tuple[int, int], list[Segment]]:
    """Return (region index, region index) -> the segments both have; the source is topologically clean."""
    owner: dict[Segment, int] = {}
    shared: dict[tuple[int, int], list[Segment]] = defaultdict(list)
    for index, region in enumerate(regions):
        for polygon in region.shape.geoms:
            for ring in (polygon.exterior, *polygon.interiors):
                corners = [(round(x, 7), round(y, 7)) for x, y in ring.coords]
                for a, b in pairwise(corners):
                    key = (a, b) if a < b else (b, a)
                    if key in owner and owner[key] != index:
                        shared[owner[key], index].append(key)
                    else:
                        owner[key] = index
    return shared


def rule_of(region: Region) -> tuple[str, str]:
    """Return the policy for a region: (country code, disputed with); ('', '') where there is none."""
    policy = read_policy()
    return policy.get((region.name, region.admin)) or policy.get((region.admin, region.admin)) or ("", "")


def border_kind(one: Region, other: Region) -> str:
    """Return 'country', 'disputed' or 'region': the kind of line between two regions."""
    if one.admin == other.admin and one.moved == other.moved:
        return "region"
    if rule_of(one)[1] in (other.admin, "*") or rule_of(other)[1] in (one.admin, "*"):
        return "disputed"
    return "country" if one.country != other.country else "region"


def border_lines(regions: list[Region], disputed: Path) -> dict[str, dict[str, BaseGeometry]]:
    """Return kind -> country code ('' for borders between states) -> merged lines."""
    groups: dict[str, dict[str, list[Segment]]] = defaultdict(lambda: defaultdict(list))
    for (one, other), segments in shared_segments(regions).items():
        kind = border_kind(regions[one], regions[other])
        groups[kind][regions[one].country if kind == "region" else ""].extend(segments)
        if kind == "disputed" and regions[one].country == regions[other].country:
            groups["region"][regions[one].country].extend(segments)
    lines = {
        kind: {code: shapely.line_merge(MultiLineString(segments)) for code, segments in by_country.items()}
        for kind, by_country in groups.items()
    }
    claims = [read_geopackage(blob) for (blob,) in sqlite3.connect(disputed).execute(CLAIMS)]
    lines["disputed"][""] = shapely.line_merge(shapely.union_all([lines["disputed"][""], *claims]))
    return lines


# The Crimean line of the source lies in Russia's layer; the policy table draws it instead.
CLAIMS = "SELECT geom FROM disputed_borders WHERE name <> 'Ukrainian claim'"


def dissolve(regions: list[Region]) -> dict[str, BaseGeometry]:
    """Return country code -> shape of the country."""
    members: dict[str, list[BaseGeometry]] = defaultdict(list)
    for region in regions:
        members[region.country].append(region.shape)
    return {code: shapely.coverage_union_all(shapes) for code, shapes in members.items()}


def topojson_shapes(path: Path, layer: str) -> list[BaseGeometry]:
    """Return a layer of a TopoJSON file as shapes in degrees."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_decode_arc(arc, topology.get("transform")) for arc in topology["arcs"]]
    return [_topojson_shape(geometry, arcs) for geometry in topology["objects"][layer]["geometries"]]


def _decode_arc(arc: list[list[float]], transform: dict[str, list[float]] | None) -> list[tuple[float, float]]:
    if transform is None:
        return [(x, y) for x, y, *_ in arc]
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0.0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * kx + dx, y * ky + dy))
    return points


def _topojson_shape(geometry: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> BaseGeometry:
    def line(indices: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for index in indices:
            part = arcs[index] if index >= 0 else arcs[~index][::-1]
            points.extend(part[1:] if points else part)
        return points

    kind, members = geometry["type"], geometry["arcs"]
    if kind == "LineString":
        return shapely.LineString(line(members))
    if kind == "MultiLineString":
        return MultiLineString([line(member) for member in members])
    polygons = [members] if kind == "Polygon" else members
    return shapely.make_valid(
        MultiPolygon([(line(rings[0]), [line(ring) for ring in rings[1:]]) for rings in polygons])
    )
