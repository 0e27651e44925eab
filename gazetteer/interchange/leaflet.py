"""What a page needs to draw a map with no network: Leaflet itself, the land and the names of countries."""

import json
import re

import resources
from resources.basemap.archive import Area, open_archive, read_labels

_STEPS_PER_DEGREE = 50
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""content security policy of a page that asks nobody for anything"""


def styles() -> str:
    """Return Leaflet's style sheet, without the pictures of controls that our pages do not use."""
    sheet = resources.path("web", "vendor", "leaflet", "leaflet.css").read_text("utf-8")
    # they would be sought beside the page
    return re.sub(r"url\([^)]*\)", "none", sheet)


def library() -> str:
    """Return Leaflet's script."""
    script = resources.path("web", "vendor", "leaflet", "leaflet.js").read_text("utf-8")
    return re.sub(r"//# sourceMappingURL=.*", "", script)


def basemap() -> tuple[str, list[tuple[str, float, float, int]]]:
    """Return the land as JSON in whole steps, and (name, latitude, longitude, first zoom) of each country."""
    archive = open_archive(resources.path("basemap", "world.mbtiles"))
    try:
        rows = archive.execute(
            "SELECT kind, geonameid, country, shape FROM areas WHERE kind = 'country' ORDER BY country"
        )
        polygons = [packed for row in rows for shape in Area(*row).polygons if (packed := _pack(shape))]
        names = [
            (label.name, round(label.latitude, 2), round(label.longitude, 2), max(label.zoom, 2))
            for label in read_labels(archive, "en")
            if label.kind == "country"
        ]
    finally:
        archive.close()
    return json.dumps({"per_degree": _STEPS_PER_DEGREE, "polygons": polygons}, separators=(",", ":")), names


def _pack(polygon: list[list[tuple[float, float]]]) -> list[list[int]]:
    """Return rings as steps on a grid; neighbours share their corners, so no gap opens between them."""
    rings = []
    for ring in polygon:
        corners: list[tuple[int, int]] = []
        for x, y in ring:
            corner = (round(x * _STEPS_PER_DEGREE), round(y * _STEPS_PER_DEGREE))
            if not corners or corners[-1] != corner:
                corners.append(corner)
        if len(corners) > 3:
            before = [(0, 0), *corners]
            rings.append([step for (a, b), (x, y) in zip(before, corners, strict=False) for step in (x - a, y - b)])
    return rings
