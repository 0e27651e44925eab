"""Rolling backups while one works: when a project is opened, and every few minutes while it changes."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from desktop.core_words import said
from desktop.dialogs.backups import BackupsDialog
from desktop.session import Session
from desktop.settings import Settings
from gazetteer.errors import ProjectError, ToposcopeError
from gazetteer.jobs import Job
from gazetteer.project.backups import KEPT, Backup, back_up, restore, unpack

EVERY_MS = 10 * 60 * 1000


class BackingUp(QObject):
    """Makes the backups of the open project and brings one back."""

    told = Signal(str)
    reopen_wanted = Signal(object)
    """Path of the project to open"""

    def __init__(self, session: Session, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.active = True
        """False for a window that only draws a picture"""
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.back_up)
        session.opened.connect(self._opened)
        session.closed.connect(self._timer.stop)

    def _opened(self) -> None:
        self._timer.start()
        self.back_up()

    def back_up(self) -> None:
        """Copy the project in the background where it changed since the last copy."""
        project = self._session.project
        wanted = self.active and self._settings.read("backups", True)
        if not wanted or project is None or project.read_only:
            return
        keep = self._settings.read("backups_kept", KEPT)

        def work(job: Job) -> Backup | None:
            return back_up(project, keep)

        task = self._session.background.start(self.tr("Backup"), work)
        task.failed.connect(self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, ToposcopeError):
            self.told.emit(said(str(error)))
        else:
            self._session.crashed.emit(error)

    def show_backups(self) -> None:
        """List the backups of the open project."""
        project = self._session.project
        if project is None:
            return
        dialog = BackupsDialog(project.path, self._session.read_only, self._window)
        dialog.restore_wanted.connect(self.restore)
        dialog.copy_wanted.connect(self.open_copy)
        dialog.open()

    def restore(self, backup: Backup) -> None:
        """Put a backup in the place of the open project and open it."""
        project = self._session.project
        if project is None:
            return
        path = project.path
        self._session.close_project()
        try:
            restore(backup.path, path, self._settings.read("backups_kept", KEPT))
            self.told.emit(self.tr("The backup is restored; what it replaced is a backup itself."))
        except ProjectError as error:
            self._session.failed.emit(str(error))
        self.reopen_wanted.emit(path)

    def open_copy(self, backup: Backup, target: Path) -> None:
        """Unpack a backup as a project of its own and open it."""
        try:
            unpack(backup.path, target)
        except ProjectError as error:
            self._session.failed.emit(str(error))
            return
        self.reopen_wanted.emit(target)
