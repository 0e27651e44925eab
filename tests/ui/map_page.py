"""Handles for the tests of the map: a widget with its feeds, and ways to ask and click the page."""

import json
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.map.scheme import MapFeeds
from desktop.map.widget import MapWidget

PAINTED_MS = 20000


def point(place_id: str, lon: float, lat: float, **more: Any) -> dict[str, Any]:
    """Return a point record with the usual rest."""
    record = {
        "id": place_id,
        "lon": lon,
        "lat": lat,
        "n": 1,
        "docs": 1,
        "name": place_id.title(),
        "label": place_id.title(),
        "radius_m": None,
        "precision": "point",
        "state": "auto",
    }
    return record | more


class MapUnderTest:
    """A shown map whose points the test changes."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.records: list[dict[str, Any]] = []
        self.town_records: list[dict[str, Any]] = []
        self.asked_towns: list[tuple[tuple[float, float, float, float], int]] = []
        self.revision = 0
        self.trouble: Exception | None = None
        self.widget = MapWidget(MapFeeds(self._points, self._towns))
        self.widget.resize(900, 640)
        self.widget.show()
        if not self.widget.is_ready:
            self.wait(self.widget.ready)

    def _points(self) -> list[dict[str, Any]]:
        if self.trouble:
            raise self.trouble
        return self.records

    def _towns(self, bounds: tuple[float, float, float, float], zoom: int) -> list[dict[str, Any]]:
        self.asked_towns.append((bounds, zoom))
        return self.town_records

    def wait(self, signal: Any) -> None:
        """Wait for a signal or fail."""
        with self.qtbot.waitSignal(signal, timeout=PAINTED_MS):
            pass

    def show(self, *records: dict[str, Any]) -> None:
        """Put these points on the map and wait until they are drawn."""
        self.records = list(records)
        self.revision += 1
        self.widget.refresh(self.revision)
        self.qtbot.waitUntil(lambda: self.widget.painted_revision == self.revision, timeout=PAINTED_MS)

    def ask(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        return json.loads(self.run(f"JSON.stringify({expression}) ?? 'null'"))

    def run(self, script: str) -> Any:
        """Run a script in the page and wait for its end; lists come back as text, so ask for them."""
        answer: list[Any] = []
        loop = QEventLoop()

        def take(value: Any) -> None:
            answer.append(value)
            loop.quit()

        QTimer.singleShot(PAINTED_MS, loop.quit)
        self.widget.view.page().runJavaScript(script, 0, take)
        if not answer:
            loop.exec()
        assert answer, script
        return answer[0]

    def until(self, script: str) -> None:
        """Wait until a condition holds in the page."""
        self.qtbot.waitUntil(lambda: self.ask(f"Boolean({script})") is True, timeout=PAINTED_MS)

    def at(self, lon: float, lat: float) -> QPoint:
        """Return where a position is drawn."""
        spot = self.ask(f"(p => [p.x, p.y])(toposcope.map.latLngToContainerPoint([{lat}, {lon}]))")
        return QPoint(round(spot[0]), round(spot[1]))

    def click(self, where: QPoint) -> None:
        """Click with the mouse."""
        QTest.mouseClick(self.widget.view.focusProxy(), Qt.MouseButton.LeftButton, pos=where)

    def middle(self, selector: str) -> QPoint:
        """Return the middle of an element."""
        box = f"document.querySelector('{selector}').getBoundingClientRect()"
        x, y = self.ask(f"(r => [r.x + r.width / 2, r.y + r.height / 2])({box})")
        return QPoint(round(x), round(y))

    def look(self, lon: float, lat: float, zoom: int) -> None:
        """Move the map there at once."""
        self.run(f"toposcope.map.setView([{lat}, {lon}], {zoom}, {{animate: false}}); 1")


def opened_map(qtbot: QtBot) -> Iterator[MapUnderTest]:
    """Open a map, close it after the test."""
    under_test = MapUnderTest(qtbot)
    yield under_test
    under_test.widget.shutdown()
    under_test.widget.close()
    under_test.widget.deleteLater()
