"""Pictures of the map: PNG or PDF of what it shows, with its name, legend, scale and credits."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.map.widget import MapWidget
from desktop.session import Session

SHOWN_AFTER_MS = 250
"""the picture of the page comes from another process, a few frames after the page has drawn it"""
POINTS_PER_PIXEL = 0.75
"""CSS pixels have 96 to the inch, points 72"""


class MapPictures(QObject):
    """Asks for a file, lets the map dress for the picture, takes it, and lets it go back to work."""

    told = Signal(str)
    failed = Signal(str)
    saved = Signal(object)
    """Path of the picture"""

    def __init__(self, session: Session, widget: MapWidget, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._map, self._window = session, widget, window
        self._target: Path | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SHOWN_AFTER_MS)
        self._settle.timeout.connect(self._take)
        widget.view.page().pdfPrintingFinished.connect(self._printed)

    def choose(self) -> None:
        """Ask where to write the picture, and write it."""
        project = self._session.project
        if project is None:
            return
        suggested = project.path.with_suffix(".png")
        kinds = self.tr("Picture (*.png);;Document for printing (*.pdf)")
        name, kind = QFileDialog.getSaveFileName(self._window, self.tr("Picture of the map"), str(suggested), kinds)
        if name:
            wanted = ".pdf" if "pdf" in kind else ".png"
            path = Path(name)
            self.save(path if path.suffix.lower() in (".png", ".pdf") else path.with_name(path.name + wanted))

    def save(self, target: Path) -> None:
        """Write what the map shows to `target`, `.png` or `.pdf`; `saved` or `failed` follows."""
        if self._target is not None or not self._map.is_ready:
            self.failed.emit(self.tr("The map is not ready for a picture; try again in a moment. Nothing was written."))
            return
        self._target = target
        self._map.painted.connect(self._settle.start)
        self._map.dress_for_picture(True, self._title())

    def _title(self) -> str:
        return self._session.project.path.stem if self._session.project is not None else ""

    def _take(self) -> None:
        target = self._target
        if target is None:
            return
        self._map.painted.disconnect(self._settle.start)
        if target.suffix.lower() == ".pdf":
            self._print(target)
            return
        self._done(self._map.view.grab().save(str(target), "PNG"))

    def _print(self, target: Path) -> None:
        """Let the page draw itself on one sheet of its own size: marks, names and credits stay sharp and are text."""
        size = self._map.view.size()
        sheet = QPageSize(QSizeF(size.width(), size.height()) * POINTS_PER_PIXEL, QPageSize.Unit.Point, "map")
        layout = QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        self._map.view.page().printToPdf(str(target), layout)

    def _printed(self, path: str, fine: bool) -> None:
        self._done(fine)

    def _done(self, fine: bool) -> None:
        target, self._target = self._target, None
        self._map.dress_for_picture(False)
        if target is None:
            return
        if fine:
            self.told.emit(self.tr("The map is saved as {name}.").format(name=target.name))
            self.saved.emit(target)
        else:
            self.failed.emit(
                self.tr("{path} could not be written. Is the folder there, and writable?").format(path=target)
            )
