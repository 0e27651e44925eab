"""Where a GeoJSON geometry is: one position and, for what is more than a point, the radius of its extent."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

from gazetteer.places.importing.fields import Position, RowFault, checked
from gazetteer.places.positions import kilometres

_KM_PER_DEGREE = 111.195
_DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_DEEPEST = 8

Vertex = tuple[float, float]
"""longitude, latitude in degrees"""


def position_of(geometry: Any) -> Position:
    """Return the position of a geometry: of an area its centroid, with the radius of a circle of its size; of a line
    or several points the middle, with the distance to the furthest. Raises `RowFault` where there is none."""
    parts = list(_parts(geometry, 0))
    areas = [part for kind, part in parts if kind == "Polygon"]
    if areas:
        return _of_areas([_unwrapped(ring) for ring in areas])
    vertices = _together([part for _, part in parts])
    if len(vertices) == 1:
        return checked(vertices[0][1], vertices[0][0])
    lines = [part for kind, part in parts if kind == "LineString"]
    longitude, latitude = _middle_of_line(max(lines, key=len)) if lines else _mean(vertices)
    return _with_reach(latitude, longitude, vertices)


def _parts(geometry: Any, depth: int) -> Iterator[tuple[str, list[Vertex]]]:
    """Yield (Point, LineString or Polygon, vertices); of a polygon its outer ring."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection" and depth < _DEEPEST:
        members = geometry.get("geometries")
        for member in members if isinstance(members, list) else []:
            yield from _parts(member, depth + 1)
        return
    if kind not in _DEPTH:
        raise RowFault("no position" if geometry is None else f"a geometry of the type {str(kind)[:40]!r}")
    yield from _of_kind(kind, geometry.get("coordinates"))


def _of_kind(kind: str, coordinates: Any) -> Iterator[tuple[str, list[Vertex]]]:
    single = kind.removeprefix("Multi")
    for one in coordinates if kind != single and isinstance(coordinates, list) else [coordinates]:
        if single == "Point":
            yield "Point", [_vertex(one)]
        elif single == "LineString":
            yield "LineString", _vertices(one)
        elif isinstance(one, list) and one:
            yield "Polygon", _vertices(one[0])
        else:
            raise RowFault("a polygon without a ring")


def _vertices(coordinates: Any) -> list[Vertex]:
    if not isinstance(coordinates, list) or not coordinates:
        raise RowFault("a geometry without coordinates")
    return [_vertex(one) for one in coordinates]


def _vertex(coordinates: Any) -> Vertex:
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        raise RowFault("a geometry without coordinates")
    longitude, latitude = coordinates[:2]
    if not (_is_number(longitude) and _is_number(latitude)):
        raise RowFault("the position is not a number")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise RowFault("the position is out of range (latitude -90 to 90, longitude -180 to 180 degrees)")
    return float(longitude), float(latitude)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _unwrapped(ring: list[Vertex]) -> list[Vertex]:
    """Return a ring that crosses the date line with longitudes beyond 180, so that it hangs together."""
    longitudes = [longitude for longitude, _ in ring]
    if max(longitudes) - min(longitudes) <= 180:
        return ring
    return [(longitude + 360 if longitude < 0 else longitude, latitude) for longitude, latitude in ring]


def _together(parts: Sequence[list[Vertex]]) -> list[Vertex]:
    if not parts:
        raise RowFault("no position")
    return _unwrapped([vertex for part in parts for vertex in part])


def _of_areas(rings: list[list[Vertex]]) -> Position:
    if max(ring[0][0] for ring in rings) - min(ring[0][0] for ring in rings) > 180:
        rings = [[(x + 360 if x < 0 else x, y) for x, y in ring] for ring in rings]
    measured = [_area_and_centroid(ring) for ring in rings]
    total = sum(area for area, _, _ in measured)
    if total <= 0:
        vertices = [vertex for ring in rings for vertex in ring]
        longitude, latitude = _mean(vertices)
        return _with_reach(latitude, longitude, vertices)
    longitude = sum(area * x for area, x, _ in measured) / total
    latitude = sum(area * y for area, _, y in measured) / total
    radius = _KM_PER_DEGREE * 1000 * math.sqrt(total / math.pi)
    return Position(latitude, _wrapped(longitude), max(1, round(radius)), True)


def _area_and_centroid(ring: list[Vertex]) -> tuple[float, float, float]:
    """Return the area in square degrees of latitude, and the centroid, by the shoelace formula; of a ring that crosses
    itself so that the parts cancel out, the middle of its vertices."""
    middle = sum(latitude for _, latitude in ring) / len(ring)
    narrow = max(math.cos(math.radians(middle)), 1e-6)
    origin_x, origin_y = ring[0]
    doubled = x_sum = y_sum = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        x1, y1, x2, y2 = x1 - origin_x, y1 - origin_y, x2 - origin_x, y2 - origin_y
        cross = x1 * y2 - x2 * y1
        doubled += cross
        x_sum += (x1 + x2) * cross
        y_sum += (y1 + y2) * cross
    if abs(doubled) < 1e-14:
        return 0.0, origin_x, origin_y
    area = abs(doubled) / 2 * narrow
    centroid = origin_x + x_sum / (3 * doubled), origin_y + y_sum / (3 * doubled)
    return (area, *(centroid if _is_within(centroid, ring) else _mean(ring)))


def _is_within(vertex: Vertex, ring: list[Vertex]) -> bool:
    """Whether a vertex lies in the box around a ring, as the centroid of one that does not cross itself always does."""
    longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
    return min(longitudes) <= vertex[0] <= max(longitudes) and min(latitudes) <= vertex[1] <= max(latitudes)


def _middle_of_line(line: list[Vertex]) -> Vertex:
    """Return the point halfway along a line."""
    line = _unwrapped(line)
    steps = [math.dist(*pair) for pair in itertools.pairwise(line)]
    half = sum(steps) / 2
    for (start, end), step in zip(itertools.pairwise(line), steps, strict=True):
        if step >= half and step > 0:
            share = half / step
            return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
        half -= step
    return line[len(line) // 2]


def _mean(vertices: list[Vertex]) -> Vertex:
    return sum(x for x, _ in vertices) / len(vertices), sum(y for _, y in vertices) / len(vertices)


def _with_reach(latitude: float, longitude: float, vertices: list[Vertex]) -> Position:
    longitude = _wrapped(longitude)
    reach = max(kilometres(latitude, longitude, y, _wrapped(x)) for x, y in vertices)
    return Position(latitude, longitude, round(1000 * reach) or None, reach > 0)


def _wrapped(longitude: float) -> float:
    return longitude - 360 if longitude > 180 else longitude
