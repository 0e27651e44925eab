"""The program's own `app://map/` addresses: page files, basemap, and what the program feeds the page."""

import base64
import json
import logging
import os
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import unquote

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl, QUrlQuery
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from desktop.map.own_maps import OwnMaps
from gazetteer.errors import ToposcopeError
from resources.basemap.archive import Area, find_area, open_archive, read_labels, read_tile

SCHEME = b"app"
HOST = "map"
START_PAGE = QUrl("app://map/index.html")
AREAS_DRAWN = 120
Bounds = tuple[float, float, float, float]
"""west, south, east, north in degrees"""
Record = dict[str, Any]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self' blob:; font-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-src 'none'"
)
MEDIA_TYPES = {
    ".html": b"text/html",
    ".js": b"text/javascript",
    ".css": b"text/css",
    ".json": b"application/json",
    ".svg": b"image/svg+xml",
    ".png": b"image/png",
    ".woff2": b"font/woff2",
}
AREA_KINDS = {"country": "country", "region": "region"}
log = logging.getLogger(__name__)
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class MapFeeds:
    """What the page fetches; called in the GUI thread, so both must be quick.

    `points()` gives the point records of docs/map.md as a list or as JSON; `towns(bounds, zoom)` gives records
    of name, lon, lat (degrees) and population inside west, south, east, north (degrees).
    """

    points: Callable[[], bytes | list[Record]]
    towns: Callable[[Bounds, int], list[Record]]


def register_scheme() -> None:
    """Make `app:` known to WebEngine; call once, before QApplication is built."""
    _quieten()
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


def _quieten() -> None:
    """Switch off what the engine does on its own: background requests, WebRTC; and the sandbox, which root lacks."""
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    for flag in ("--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--disable-background-networking"):
        if flag not in flags:
            flags = f"{flags} {flag}".strip()
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags
    if sys.platform == "linux" and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


class MapScheme(QWebEngineUrlSchemeHandler):
    """Answers every `app://map/` address; anything else is not found."""

    def __init__(self, feeds: MapFeeds, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feeds = feeds
        self._language = language
        self.own_maps = OwnMaps()
        self._web = Path(str(files("resources") / "web")).resolve()
        self._archive: sqlite3.Connection = open_archive(Path(str(files("resources") / "basemap" / "world.mbtiles")))
        self._points: bytes | list[Record] = []
        self._areas: dict[tuple[str, str], Area | None] = {}

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        job = as_kind(job, QWebEngineUrlRequestJob)
        url = job.requestUrl()
        try:
            answer = self._answer(url) if url.host() == HOST and job.requestMethod() == QByteArray(b"GET") else None
        except ToposcopeError as error:
            log.warning("the map asked for %s: %s", url.path(), error)
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
            return
        except BaseException:
            job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
            raise
        if answer is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        reply(job, *answer)

    def close(self) -> None:
        """Let go of the basemap and of the user's own maps."""
        self._archive.close()
        self.own_maps.close()

    def _answer(self, url: QUrl) -> tuple[bytes, bytes] | None:
        parts = unquote(url.path()).strip("/").split("/")
        query = QUrlQuery(url)
        match parts:
            case ["tiles", zoom, column, row] if zoom.isdigit() and column.isdigit() and row.isdigit():
                tile = read_tile(self._archive, int(zoom), int(column), int(row))
                return tile or b"", b"application/x-protobuf"
            case ["own", own_id, zoom, column, row] if zoom.isdigit() and column.isdigit() and row.isdigit():
                return self.own_maps.tile(own_id, int(zoom), int(column), int(row))
            case ["points"]:
                self._points = self._feeds.points()
                return (self._points if isinstance(self._points, bytes) else to_json(self._points)), b"application/json"
            case ["areas"]:
                return to_json(self._area_shapes()), b"application/json"
            case ["towns"]:
                return to_json(self._towns(query)), b"application/json"
            case ["labels"]:
                rows = read_labels(self._archive, self._language)
                return to_json([_label_record(row) for row in rows]), b"application/json"
            case ["qwebchannel.js"]:
                return read_qt_resource(":/qtwebchannel/qwebchannel.js"), b"text/javascript"
        return self._page_file("/".join(parts) or "index.html")

    def _page_file(self, name: str) -> tuple[bytes, bytes] | None:
        path = (self._web / name).resolve()
        media_type = MEDIA_TYPES.get(path.suffix)
        if media_type is None or not path.is_relative_to(self._web) or not path.is_file():
            return None
        return path.read_bytes(), media_type

    def _towns(self, query: QUrlQuery) -> list[Record]:
        try:
            west, south, east, north = (float(part) for part in query.queryItemValue("bbox").split(","))
            zoom = int(query.queryItemValue("zoom"))
        except ValueError:
            return []
        bounds = max(west, -180.0), max(south, -90.0), min(east, 180.0), min(north, 90.0)
        return self._feeds.towns(bounds, zoom)

    def _area_shapes(self) -> list[Record]:
        """Return the shapes of the countries and regions among the points last asked for, the most mentioned first."""
        points = self._points
        records = json.loads(points) if isinstance(points, bytes) else points
        wanted = [record for record in records if _is_area(record)]
        wanted.sort(key=lambda record: -int(record.get("n") or 0))
        return [shape for record in wanted[:AREAS_DRAWN] if (shape := self._area_shape(record))]

    def _area_shape(self, record: Record) -> Record | None:
        place_id, kind = str(record["id"]), AREA_KINDS[record["precision"]]
        if (place_id, kind) not in self._areas:
            source, _, number = place_id.partition(":")
            geonameid = int(number) if source == "geonames" and number.isdigit() else None
            found = find_area(self._archive, kind, geonameid, float(record["lon"]), float(record["lat"]))
            self._areas[place_id, kind] = found
        area = self._areas[place_id, kind]
        if area is None:
            return None
        return {
            "id": place_id,
            "kind": kind,
            "country": area.country,
            "shape": base64.b64encode(area.unpacked()).decode(),
        }


def _is_area(record: Record) -> bool:
    """Tell whether a point record is drawn with the shape of a country or region; a guess never is."""
    return record.get("precision") in AREA_KINDS and record.get("state") != "unresolved"


def _label_record(label: Any) -> list[object]:
    return [
        label.kind,
        label.name,
        label.local_name,
        label.longitude,
        label.latitude,
        label.zoom,
        label.rank,
        label.country,
    ]


def as_kind(wrapper: Any, kind: type[Kind]) -> Kind:
    """Return a Qt object as what it is: where one of another kind lay and died at its address, PySide may hand out the
    wrapper of that one, which is let go of."""
    if isinstance(wrapper, kind):
        return wrapper
    address = shiboken6.getCppPointer(wrapper)[0]
    shiboken6.invalidate(wrapper)
    return cast(Kind, shiboken6.wrapInstance(address, kind))


def to_json(content: object) -> bytes:
    """Return compact UTF-8 JSON."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def read_qt_resource(name: str) -> bytes:
    """Return a file compiled into Qt; its qrc address is refused to pages of another scheme."""
    source = QFile(name)
    if not source.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(name)
    return bytes(source.readAll().data())


def reply(job: QWebEngineUrlRequestJob, content: bytes, media_type: bytes) -> None:
    """Answer a request with a body and the headers that keep the page to itself."""
    headers = {
        QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY.encode())],
        QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
        QByteArray(b"Cache-Control"): [QByteArray(b"no-store")],
    }
    # a multimap: the stubs of 6.11 leave out the lists, without which each letter becomes a header
    job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type]
    body = QBuffer(job)
    body.setData(QByteArray(content))
    body.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(media_type), body)
