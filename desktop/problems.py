"""Errors shown to a person: the world's in words, our own with a report to copy."""

import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Signal, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop.core_words import said
from gazetteer import __version__
from gazetteer.errors import ToposcopeError


def report_text(error: BaseException) -> str:
    """Return the report of a bug: versions and traceback, nothing of the project's content."""
    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    head = f"Toposcope {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{head}\n\n{trace}".replace(home, "~") if home not in ("", "/") else f"{head}\n\n{trace}"


class Problems(QObject):
    """Shows errors over a window; also takes what no one caught."""

    _uncaught = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        self._uncaught.connect(self.show_bug)

    def show_error(self, message: str) -> None:
        """Show an error of the world, without stopping the program's event loop."""
        self._open(QMessageBox.Icon.Warning, said(message), None)

    def show_bug(self, error: BaseException) -> None:
        """Show that the program made a mistake, with the report to copy."""
        if isinstance(error, ToposcopeError):
            self.show_error(str(error))
            return
        message = self.tr(
            "Toposcope made a mistake. Your project is saved up to the last finished step; you can go on working. "
            "The details below help to mend it."
        )
        self._open(QMessageBox.Icon.Critical, message, report_text(error))

    def catch_all(self) -> None:
        """Take every exception no one caught, in any thread, from now on."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._uncaught.emit(error)

    def _thread_hook(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._hook(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _open(self, symbol: QMessageBox.Icon, message: str, details: str | None) -> None:
        if self._box is not None:
            self._box.close()
        box = QMessageBox(symbol, QApplication.applicationDisplayName(), message, parent=self._window)
        box.setObjectName("error_box")
        box.setAccessibleName(self.tr("Error"))
        box.setTextFormat(box.textFormat().PlainText)
        if details:
            box.setDetailedText(details)
        box.finished.connect(self._forget)
        self._box = box
        box.open()

    def _forget(self, result: int) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
