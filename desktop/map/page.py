"""The web page of the map: stays on its own address, asks for nothing, logs where Python logs."""

import logging

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from desktop.map.guard import harden_settings
from desktop.map.scheme import HOST, SCHEME

log = logging.getLogger(__name__)
Level = QWebEnginePage.JavaScriptConsoleMessageLevel
LEVELS = {
    Level.InfoMessageLevel: logging.DEBUG,
    Level.WarningMessageLevel: logging.INFO,
    Level.ErrorMessageLevel: logging.ERROR,
}


class MapPage(QWebEnginePage):
    """A page that never leaves `app://map/`."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        harden_settings(self.settings())

    def acceptNavigationRequest(
        self, url: QUrl | str, navigation: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        target = QUrl(url)
        return target.scheme().encode() == SCHEME and target.host() == HOST

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        log.log(LEVELS.get(level, logging.INFO), "map page, %s:%d: %s", source.rpartition("/")[2], line, message)
