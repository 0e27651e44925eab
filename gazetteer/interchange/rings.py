"""Circles on the globe as GeoJSON polygons: counter-clockwise, cut at the antimeridian, closed over a pole."""

from math import asin, atan2, cos, degrees, pi, radians, sin

EARTH_RADIUS_M = 6_371_008.8
_CORNERS = 64

Position = list[float]
Ring = list[Position]


def ring_polygons(latitude: float, longitude: float, radius_m: float) -> list[list[Ring]]:
    """Return the circle of `radius_m` metres round a position (degrees) as polygons of one ring, [lon, lat].

    One polygon, or two where the antimeridian cuts the circle.
    """
    outline = _outline(latitude, longitude, radius_m)
    reach = degrees(radius_m / EARTH_RADIUS_M)
    if latitude + reach >= 90 or latitude - reach <= -90:
        return [[_closed(_over_pole(outline, 90.0 if latitude > 0 else -90.0))]]
    if min(x for x, _ in outline) < -180:
        pieces = [_cut(outline, -180.0, 1), _shift(_cut(outline, -180.0, -1), 360.0)]
    elif max(x for x, _ in outline) > 180:
        pieces = [_cut(outline, 180.0, -1), _shift(_cut(outline, 180.0, 1), -360.0)]
    else:
        pieces = [outline]
    return [[_closed(piece)] for piece in pieces if len(piece) > 2]


def _outline(latitude: float, longitude: float, radius_m: float) -> Ring:
    """Return the corners counter-clockwise; longitudes run on past 180 degrees so that the line does not jump."""
    angle, phi = radius_m / EARTH_RADIUS_M, radians(latitude)
    corners = []
    for number in range(_CORNERS):
        bearing = -2 * pi * number / _CORNERS
        y = asin(min(1.0, max(-1.0, sin(phi) * cos(angle) + cos(phi) * sin(angle) * cos(bearing))))
        east = atan2(sin(bearing) * sin(angle) * cos(phi), cos(angle) - sin(phi) * sin(y))
        corners.append([longitude + degrees(east), degrees(y)])
    return corners


def _over_pole(outline: Ring, pole: float) -> Ring:
    """Return the cap round a pole as a ring from -180 to 180 degrees, counter-clockwise."""
    edge = sorted([((x + 180) % 360) - 180, y] for x, y in outline)
    # the edge meets the antimeridian halfway between its outermost corners
    height = (edge[0][1] + edge[-1][1]) / 2
    edge = [[-180.0, height], *edge, [180.0, height]]
    if pole > 0:
        return [*edge, [180.0, pole], [-180.0, pole]]
    return [*reversed(edge), [-180.0, pole], [180.0, pole]]


def _cut(outline: Ring, limit: float, side: int) -> Ring:
    """Return the part of an outline on one side (1: east) of a meridian."""
    kept: Ring = []
    for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True):
        inside, next_inside = (x0 - limit) * side >= 0, (x1 - limit) * side >= 0
        if inside:
            kept.append([x0, y0])
        if inside != next_inside:
            kept.append([limit, y0 + (y1 - y0) * (limit - x0) / (x1 - x0)])
    return kept


def _shift(ring: Ring, by: float) -> Ring:
    return [[x + by, y] for x, y in ring]


def _closed(ring: Ring) -> Ring:
    rounded = [[round(x, 6) + 0.0, round(y, 6) + 0.0] for x, y in ring]
    distinct = [p for p, q in zip(rounded, [rounded[-1], *rounded], strict=False) if p != q]
    return [*distinct, distinct[0]]
