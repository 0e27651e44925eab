"""Exports places of the gazetteer: those chosen or the whole list, as CSV or GeoJSON."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QRadioButton, QWidget

from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.review.words import number
from desktop.settings import Settings
from desktop.tasks import Task, Worker
from gazetteer.errors import Cancelled, ToposcopeError
from gazetteer.interchange.places_export import SUFFIXES, export_places
from gazetteer.jobs import Job, Progress
from gazetteer.places.store import Gazetteer

FOLDER = "places_export_folder"


class PlacesExportDialog(QDialog):
    """One page; while it writes, the bar shows how far it is and Cancel stops it."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        chosen: Collection[int],
        listed: Collection[int],
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """`chosen` and `listed` are pids, in the order of the list."""
        super().__init__(parent)
        self._gazetteer, self._chosen, self._listed, self._settings = gazetteer, chosen, listed, settings
        self._worker = Worker("places export", self)
        self._task: Task | None = None
        layout = prepare(self, "places_export_dialog", self.tr("Export places"), 560, 320)
        layout.addWidget(text(self, "places_export_heading", self.tr("Which places, and where to?"), "title"))
        for radio in self._make_scopes():
            layout.addWidget(radio)
        layout.addSpacing(4)
        layout.addLayout(self._make_path())
        hint = self.tr(".csv is a table for spreadsheets, .geojson points for map programs. Both name their sources.")
        layout.addWidget(text(self, "places_export_hint", hint, "muted"))
        self.outcome = text(self, "places_export_outcome", "")
        self.bar = QProgressBar(self)
        self.bar.setObjectName("places_export_bar")
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        layout.addStretch(1)
        layout.addWidget(self.outcome)
        layout.addWidget(self.bar)
        self.show_folder = button(self, "places_export_folder", self.tr("&Open the folder"))
        self.leave = button(self, "places_export_cancel", self.tr("Cancel"))
        self.begin = button(self, "places_export_start", self.tr("&Export"), primary=True)
        layout.addLayout(button_row(self.show_folder, None, self.leave, self.begin))
        self.show_folder.clicked.connect(self._open_folder)
        self.leave.clicked.connect(self.reject)
        self.begin.clicked.connect(self.start)
        self.path.textChanged.connect(self._check)
        self.bar.hide()
        self.show_folder.hide()
        self._check()

    def _make_scopes(self) -> list[QRadioButton]:
        few, many = len(self._chosen), len(self._listed)
        chosen = self.tr("The {n} chosen places") if few != 1 else self.tr("The place in focus")
        listed = self.tr("All {n} places of the list")
        self.only = self._radio("places_export_chosen", chosen.format(n=number(few)))
        self.all = self._radio("places_export_all", listed.format(n=number(many)))
        self.only.setEnabled(few > 0)
        (self.only if few > 1 else self.all).setChecked(True)
        return [self.only, self.all]

    def _radio(self, name: str, words: str) -> QRadioButton:
        radio = QRadioButton(words, self)
        radio.setObjectName(name)
        radio.setAccessibleName(words)
        return radio

    def _make_path(self) -> QHBoxLayout:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._settings.read(FOLDER, documents))
        self.path = QLineEdit(str(folder / "places.csv"), self)
        self.path.setObjectName("places_export_path")
        self.path.setAccessibleName(self.tr("File to write"))
        browse = button(self, "places_export_browse", self.tr("&Browse…"))
        browse.clicked.connect(self._browse)
        return button_row(self.path, browse)

    def _browse(self) -> None:
        kinds = self.tr("Table (*.csv);;Points (*.geojson)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("File to write"), self.path.text(), kinds)
        if name:
            self.path.setText(name)

    def _check(self, words: str = "") -> None:
        fine = self.path.text().strip().casefold().endswith(SUFFIXES)
        self.begin.setEnabled(fine and self._task is None)

    # writing --------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to write."""
        gazetteer, path = self._gazetteer, Path(self.path.text().strip()).expanduser()
        pids = self._chosen if self.only.isChecked() else self._listed
        self._settings.write(FOLDER, str(path.parent))

        def work(job: Job) -> int:
            return export_places(gazetteer, pids, path, job)

        self._path = path
        task = self._task = self._worker.start("export", work)
        task.progressed.connect(self._progressed)
        task.finished.connect(self._finished)
        task.failed.connect(self._failed)
        self.bar.setRange(0, max(1, len(pids)))
        self.bar.show()
        self.outcome.setText(self.tr("Writing…"))
        self._check()

    def _progressed(self, progress: Progress) -> None:
        self.bar.setValue(progress.done)
        counted = self.tr("{done} of {total} places")
        self.outcome.setText(counted.format(done=number(progress.done), total=number(progress.total)))

    def _finished(self, written: int) -> None:
        self._ended(self.tr("{n} places are in {file}.").format(n=number(written), file=self._path.name))
        self.show_folder.show()
        self.leave.setText(self.tr("Close"))
        self.leave.setFocus()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._ended(self.tr("Stopped; an earlier file of this name was kept."))
        elif isinstance(error, ToposcopeError):
            self._ended(str(error))
        else:
            self.reject()
            raise error

    def _ended(self, words: str) -> None:
        self._task = None
        self.bar.hide()
        self.outcome.setText(words)
        self.outcome.setAccessibleName(words)
        self._check()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def reject(self) -> None:
        """Esc: while it writes it stops that first."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._worker.shutdown()
        super().done(result)
