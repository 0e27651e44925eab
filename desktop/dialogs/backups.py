"""The backups of a project: when each was made, and the way back to it."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QTimeZone, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.dialogs.parts import add_row, button, button_row, prepare, table, text
from desktop.settings import SUFFIX
from gazetteer.project.backups import Backup, backup_folder, backups


class BackupsDialog(QDialog):
    """A table of the backups; the chosen one is restored in place, or opened as a copy."""

    restore_wanted = Signal(object)
    """Backup"""
    copy_wanted = Signal(object, object)
    """Backup, Path of the new project"""

    def __init__(self, project: Path, read_only: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._project, self._read_only = project, read_only
        self._backups = backups(project)
        layout = prepare(self, "backups_dialog", self.tr("Backups of {name}").format(name=project.stem), 620, 420)
        hint = self.tr("Whole copies, made when the project is opened and every ten minutes while it changes.")
        layout.addWidget(text(self, "backups_hint", hint, "muted"))
        heads = [self.tr("Made"), self.tr("Changes so far"), self.tr("Size")]
        self._table = table(self, "backups_table", self.tr("Backups, newest first"), heads)
        self._table.setColumnWidth(0, 220)
        self._table.setColumnWidth(1, 160)
        for one in self._backups:
            add_row(self._table, [local_time(one), QLocale().toString(one.revision), size_words(one.size)])
        layout.addWidget(self._table, 1)
        where = text(self, "backups_folder", str(backup_folder(project)), "muted")
        layout.addWidget(where)
        self._restore = button(self, "backups_restore", self.tr("&Restore"))
        self._copy = button(self, "backups_copy", self.tr("Open as a &copy…"))
        close = button(self, "backups_close", self.tr("Close"), primary=True)
        self._restore.clicked.connect(self._restore_chosen)
        self._copy.clicked.connect(self._copy_chosen)
        close.clicked.connect(self.accept)
        layout.addLayout(button_row(self._restore, self._copy, None, close))
        self._table.itemSelectionChanged.connect(self._follow)
        if self._backups:
            self._table.selectRow(0)
        self._follow()

    def _chosen(self) -> Backup | None:
        rows = sorted({index.row() for index in self._table.selectionModel().selectedRows()})
        return self._backups[rows[0]] if rows else None

    def _follow(self) -> None:
        chosen = self._chosen() is not None
        self._restore.setEnabled(chosen and not self._read_only)
        self._copy.setEnabled(chosen)

    def _restore_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.restore_wanted.emit(chosen)

    def _copy_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        title = self.tr("Open a copy")
        suggested = self._project.with_name(f"{self._project.stem} {chosen.made_at:%Y-%m-%d %H%M}{SUFFIX}")
        kinds = self.tr("Toposcope projects (*{suffix})").format(suffix=SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self, title, str(suggested), kinds)
        if name:
            self.accept()
            self.copy_wanted.emit(chosen, Path(name))


def local_time(backup: Backup) -> str:
    """Return when a backup was made, in the time and the words of the place one is at."""
    moment = QDateTime.fromSecsSinceEpoch(int(backup.made_at.timestamp()), QTimeZone.systemTimeZone())
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def size_words(size: int) -> str:
    """Return a size in bytes as `1.2 MB`."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
