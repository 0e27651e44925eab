"""The map as a widget: a web page on the program's own scheme, driven by small messages."""

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.map.bridge import Bridge
from desktop.map.guard import RequestGuard, harden_profile
from desktop.map.page import MapPage
from desktop.map.scheme import SCHEME, START_PAGE, MapFeeds, MapScheme
from desktop.map.texts import PageTexts

log = logging.getLogger(__name__)
WATER = {False: "#d4dfe6", True: "#11161b"}
Message = dict[str, Any]


class MapWidget(QWidget):
    """The embedded map. Ids are `place_id` texts, positions are degrees.

    What the page must know again after it was reloaded (points' revision, selection, ghosts, style, pin mode) is
    kept here and sent anew at each `ready`.
    """

    ready = Signal()
    """the page can be spoken to"""
    painted = Signal()
    """the points and the basemap of the present view are drawn"""
    picked = Signal(object)
    """place_id, or None for a click beside everything"""
    ghost_picked = Signal(object)
    moved = Signal(object, object, object)
    """place_id, longitude, latitude"""
    pin_dropped = Signal(object, object, object)
    """longitude, latitude, radius in metres (0: a point)"""
    pin_left = Signal()
    """pin mode was left with Esc"""
    viewport = Signal(object)
    """{west, south, east, north, lon, lat, zoom}"""
    offmap_clicked = Signal()
    area_drawn = Signal(object)
    """corners of a box or loop: [[longitude, latitude], ...]"""
    tool_left = Signal(str)
    """a tool was put down with Esc; its name"""
    background_chosen = Signal(str)
    """id of a background chosen in the map's own list"""
    refused = Signal(int)
    """a request to the network was refused; how many so far"""
    failed = Signal(str)

    def __init__(self, feeds: MapFeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setAccessibleName(self.tr("Map"))
        self._lasting: dict[str, Message] = {}
        self._waiting: list[Message] = []
        self._ready = False
        self._closed = False
        self.painted_revision: int | None = None
        """the `rev` of the points last drawn completely"""
        # owned by the application: a profile must outlive its pages
        self._profile = QWebEngineProfile(QCoreApplication.instance())
        harden_profile(self._profile)
        self._guard = RequestGuard(self._profile)
        self._profile.setUrlRequestInterceptor(self._guard)
        self._scheme = MapScheme(feeds, interface_language(), self._profile)
        self._profile.installUrlSchemeHandler(SCHEME, self._scheme)
        self._bridge = Bridge(self)
        self._channel = QWebChannel(self)
        self._channel.registerObject("bridge", self._bridge)
        self._view = QWebEngineView()
        self._view.setObjectName("map_view")
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._view.setAcceptDrops(False)
        self._page = MapPage(self._profile)
        self._page.setWebChannel(self._channel)
        self._view.setPage(self._page)
        self._trouble = Trouble()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._trouble)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self._view)
        self._keep({"type": "setup", "texts": PageTexts().by_key(), "language": interface_language()})
        self.set_dark(False)
        self._connect()
        self._page.load(START_PAGE)

    def _connect(self) -> None:
        self._bridge.received.connect(self._receive)
        self._guard.refused.connect(self._count_refused)
        self._page.loadFinished.connect(self._load_finished)
        self._page.renderProcessTerminated.connect(self._stopped)
        self._trouble.again.clicked.connect(self.reload)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.shutdown)

    @property
    def blocked_requests(self) -> int:
        """How many requests to the network were refused."""
        return self._guard.count

    @property
    def is_ready(self) -> bool:
        """Whether the page can be spoken to."""
        return self._ready

    @property
    def view(self) -> QWebEngineView:
        """The web view, for tests and pictures."""
        return self._view

    def refresh(self, rev: int) -> None:
        """Let the page fetch the points anew; `rev` names their state."""
        self._keep({"type": "points", "rev": rev})

    def select(self, place_id: str | None, fly: bool = True) -> None:
        """Highlight a place (None: nothing) and, with `fly`, bring it into view."""
        self._keep({"type": "select", "id": place_id, "fly": fly})

    def show_ghosts(self, ghosts: list[Message]) -> None:
        """Show candidates, each {id, name, lon, lat, rank}, numbered and joined to the selected place."""
        self._keep({"type": "ghosts", "ghosts": ghosts})

    def clear_ghosts(self) -> None:
        """Take the candidates off the map."""
        self.show_ghosts([])

    def show_place(self, place: Message | None, fly: bool = False) -> None:
        """Mark a place of the gazetteer, {id, name, lon, lat, radius_m}, or none; with `fly` bring it into view."""
        self._lasting["place"] = {"type": "place", "place": place, "fly": False}
        if self._ready or fly:
            self._send({"type": "place", "place": place, "fly": fly})

    def fit(self, everything: bool = False, at_once: bool = False) -> None:
        """Show the places: all of them, or without the few far ones that would make the others small."""
        self._send({"type": "fit", "all": everything, "animate": not at_once})

    def fly_to(self, lon: float, lat: float, zoom: float) -> None:
        """Centre on a position (degrees)."""
        self._send({"type": "fly", "lon": lon, "lat": lat, "zoom": zoom})

    def set_view(self, lon: float, lat: float, zoom: float) -> None:
        """Show a position (degrees) at once, instead of what else was to be brought into view."""
        self._send({"type": "view", "lon": lon, "lat": lat, "zoom": zoom})

    def set_dark(self, dark: bool) -> None:
        """Draw dark or light."""
        if not self._closed:
            self._page.setBackgroundColor(QColor(WATER[dark]))
        self._keep({"type": "dark", "dark": dark})

    def set_offmap(self, n: int) -> None:
        """Say how many names have no place on the map."""
        self._keep({"type": "offmap", "n": n})

    def start_pin(self) -> None:
        """Wait for a click that sets a position."""
        self.take_tool("pin")

    def stop_pin(self) -> None:
        """Leave pin mode."""
        self.take_tool(None)

    def take_tool(self, name: str | None) -> None:
        """Take `pin`, `box`, `loop` or `measure` in hand, or put down what is."""
        self._keep({"type": "tool", "name": name})
        if name is not None and not self._closed:
            self._view.setFocus()

    def show_area(self, ring: Sequence[Sequence[float]] | None) -> None:
        """Draw the outline of the area that the filter keeps to; corners as longitude and latitude."""
        self._keep({"type": "area", "ring": [list(corner) for corner in ring] if ring else None})

    def show_heat(self, by: str | None) -> None:
        """Draw how dense `mentions` or `documents` are in place of the marks, or the marks again."""
        self._keep({"type": "heat", "by": by})

    def show_context(self, places: list[Message]) -> None:
        """Join these places, each {id, lon, lat}, to the selected one by lines."""
        self._keep({"type": "context", "places": places})

    def set_following(self, on: bool) -> None:
        """Say whether the map moves to what is selected."""
        self._keep({"type": "follow", "on": on})

    def set_backgrounds(self, chosen: str, own: Iterable[Path]) -> list[str]:
        """Draw over `auto`, `light`, `dark`, `none` or an archive of the user's; returns what went wrong, in words."""
        problems = self._scheme.own_maps.set_paths(own)
        self._keep({"type": "backgrounds", "chosen": chosen, "own": self.own_records})
        return problems

    @property
    def own_records(self) -> list[Message]:
        """The user's archives that can be drawn: id, title, path and what the page must know."""
        return self._scheme.own_maps.records()

    def dress_for_picture(self, on: bool, title: str = "") -> None:
        """Leave out what is for working with, open the legend and name the map; `painted` says when that is done."""
        self._send({"type": "picture", "on": on, "title": title})

    def reload(self) -> None:
        """Load the page anew, for instance after its process ended."""
        self._ready = False
        self.painted_revision = None
        self._stack.setCurrentWidget(self._view)
        self._page.load(START_PAGE)

    def shutdown(self) -> None:
        """Delete page, view and profile, in the order WebEngine needs; the widget is of no use afterwards."""
        if self._closed:
            return
        self._closed = True
        self._ready = False
        for part in (self._page, self._view):
            if shiboken6.isValid(part):
                shiboken6.delete(part)
        if shiboken6.isValid(self._profile):
            self._profile.removeAllUrlSchemeHandlers()
            self._scheme.close()
            shiboken6.delete(self._profile)

    def _keep(self, message: Message) -> None:
        self._lasting[message["type"]] = message
        if self._ready:
            self._bridge.send(message)

    def _send(self, message: Message) -> None:
        if self._ready:
            self._bridge.send(message)
        elif not self._closed:
            self._waiting.append(message)

    def _receive(self, message: Message) -> None:
        kind = message["type"]
        if kind == "ready":
            self._start_talking()
        elif kind == "painted":
            self.painted_revision = message.get("rev")
            self.painted.emit()
        elif kind == "picked":
            self.picked.emit(message.get("id"))
        elif kind == "ghost":
            self.ghost_picked.emit(message.get("id"))
        elif kind == "moved":
            self.moved.emit(message.get("id"), message.get("lon"), message.get("lat"))
        elif kind == "pin":
            self.pin_dropped.emit(message.get("lon"), message.get("lat"), int(message.get("radius_m") or 0))
        elif kind == "pin_left":
            self._lasting.pop("tool", None)
            self.pin_left.emit()
        elif kind == "tool_left":
            self._lasting.pop("tool", None)
            self.tool_left.emit(str(message.get("name")))
        elif kind == "area":
            self._lasting.pop("tool", None)
            self.area_drawn.emit(message.get("ring"))
        elif kind == "background":
            self.background_chosen.emit(str(message.get("id")))
        elif kind == "viewport":
            self.viewport.emit(message)
        elif kind == "offmap":
            self.offmap_clicked.emit()
        elif kind == "refused":
            self._guard.note(str(message.get("address")))
        elif kind == "failed":
            self.failed.emit(str(message.get("text")))
        else:
            log.warning("the map page sent an unknown message: %.40r", kind)

    def _start_talking(self) -> None:
        self._ready = True
        for message in (*self._lasting.values(), *self._waiting):
            self._bridge.send(message)
        self._waiting.clear()
        self.ready.emit()

    def _count_refused(self, address: str) -> None:
        self.refused.emit(self._guard.count)

    def _load_finished(self, fine: bool) -> None:
        if not fine and not self._closed:
            self._show_trouble(self.tr("The map could not be loaded."))

    def _stopped(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        if status is not QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus and not self._closed:
            log.error("the map's process ended: %s, code %d", status.name, code)
            self._show_trouble(self.tr("The map stopped working."))

    def _show_trouble(self, text: str) -> None:
        self._ready = False
        self._trouble.say(text)
        self._stack.setCurrentWidget(self._trouble)
        self.failed.emit(text)


class Trouble(QWidget):
    """What is shown in place of a map that stopped."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("map_trouble")
        self._text = QLabel()
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setWordWrap(True)
        self.again = QPushButton(self.tr("Load the map again"))
        self.again.setObjectName("map_reload")
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(self._text)
        layout.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()

    def say(self, text: str) -> None:
        """Tell what happened and what still works."""
        kept = self.tr("Nothing is lost: lists, article and corrections go on working.")
        self._text.setText(f"{text}\n{kept}")


def interface_language() -> str:
    """Return `de` where the interface is German, else `en`."""
    return "de" if QLocale().language() is QLocale.Language.German else "en"
