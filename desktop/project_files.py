"""The File menu: projects made, opened and closed, articles imported, results exported."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.actions import Actions
from desktop.dialogs.exporting import ExportDialog
from desktop.dialogs.importing import ImportDialog
from desktop.dialogs.merging import MergeDialog
from desktop.map_tools import is_own_map
from desktop.samples import DEMO_NAME, demo_project, sample_articles
from desktop.session import Session
from desktop.settings import SUFFIX, Settings
from gazetteer.errors import ProjectLockedError, ToposcopeError
from gazetteer.project import queries
from gazetteer.project.merging import MergePlan
from gazetteer.project.sources import Moved, missing_sources


class ProjectFiles(QObject):
    """Opens and closes projects in the session and remembers them."""

    recent_changed = Signal()
    told = Signal(str)
    """a short note for the status line"""
    map_dropped = Signal(object)
    """Path of an archive that may be a background of the map"""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self.import_dialog: ImportDialog | None = None
        self.export_dialog: ExportDialog | None = None

    def connect_actions(self, actions: Actions) -> None:
        """Let the File menu act."""
        for action_id, method in (
            ("new", self.new),
            ("open", self.choose),
            ("import", self.import_articles),
            ("export", self.export),
            ("close", self.close),
            ("new_window", self.open_again),
            ("find_sources", self.find_sources),
            ("merge", self.merge),
            ("folder", self.show_folder),
        ):
            actions[action_id].triggered.connect(method)

    # projects -----------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for a name and start an empty project there."""
        suggested = self._folder() / (self.tr("Articles") + SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("New project"), str(suggested), self._pattern())
        if name:
            path = Path(name)
            self.create(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def create(self, path: Path) -> bool:
        """Start an empty project at `path` and say whether that worked; a file that is there is replaced by nothing."""
        try:
            self._session.new_project(path)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return False
        self._remember(path)
        return True

    def choose(self) -> None:
        """Ask for a project file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open project"), str(self._folder()), self._pattern()
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path, read_only: bool = False) -> bool:
        """Open a project and say whether that worked; one that another window writes opens for reading only."""
        present = self._session.project
        if present is not None and present.path == path:
            return True
        try:
            self._open(path, read_only)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return False
        self._remember(path)
        return True

    def open_named(self, path: Path) -> None:
        """Open a project that another start of the program named; the sample one gets its articles where it is new."""
        if path.name == DEMO_NAME:
            self.open_demo(path.parent)
        else:
            self.open(path)

    def _open(self, path: Path, read_only: bool) -> None:
        try:
            self._session.open_project(path, read_only)
        except ProjectLockedError:
            self._session.open_project(path, read_only=True, reason=self.tr("another window writes this project"))
            self.told.emit(self.tr("Another window writes this project; it is open here for reading only."))

    def open_folder(self) -> None:
        """Ask for a folder of articles and read it into a project beside it."""
        title = self.tr("Open a folder of articles")
        name = QFileDialog.getExistingDirectory(self._window, title, str(self._folder()))
        if name:
            self.read_folder(Path(name))

    def read_folder(self, folder: Path) -> None:
        """Open the project that lies beside a folder under its name, or start it there and import the folder."""
        project = folder.with_name(folder.name + SUFFIX)
        if project.exists():
            self.open(project)
        elif self.create(project):
            self.import_paths([folder])

    def open_demo(self, folder: Path | None = None) -> None:
        """Open the sample project in `folder` (None: the user's data folder); a new one gets its articles."""
        try:
            path, articles = demo_project(folder), sample_articles()
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return
        if not (self.open(path) if path.exists() else self.create(path)):
            return
        project = self._session.project
        if project is not None and not self._session.read_only and queries.counts(project).total == 0:
            self.import_paths(articles)

    def open_again(self) -> None:
        """Start a second window, on the project that is open here."""
        project = self._session.project
        arguments = ["-m", "desktop", "--new-window", *(["open", str(project.path)] if project is not None else [])]
        started, _ = QProcess.startDetached(sys.executable, arguments, str(Path.cwd()))
        if not started:
            self._session.failed.emit(self.tr("A second window could not be started."))

    def close(self) -> None:
        self._session.close_project()

    def show_folder(self) -> None:
        """Open the folder of the project file in the system's file manager."""
        if self._session.project is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.project.path.parent)))

    # articles and exports -----------------------------------------------------------------------------------------

    def import_articles(self) -> None:
        """Show the import dialog to choose files in."""
        if self._needs_project():
            self._import_dialog().show_choice([])

    def import_paths(self, paths: list[Path]) -> None:
        """Import files and folders at once, showing the progress."""
        if self._needs_project():
            self._import_dialog().start(paths)

    def take_dropped(self, paths: list[Path]) -> None:
        """Take what was dropped on the window: a project is opened, a map drawn under the places, the rest imported."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        maps = [path for path in paths if is_own_map(path)]
        articles = [path for path in paths if path not in projects and path not in maps]
        for path in maps:
            self.map_dropped.emit(path)
        if projects:
            self.open(projects[0])
        elif articles:
            self.import_paths(articles)

    def merge(self) -> None:
        """Ask for another analyst's project and compare it with this one."""
        title = self.tr("Merge another project")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(self._folder()), self._pattern())
        if name:
            self.compare_with(Path(name))

    def compare_with(self, other: Path) -> None:
        """Compare a project with the open one; the dialog with both sides follows."""
        project = self._session.project
        if project is not None and project.path == other:
            self._session.failed.emit(self.tr("This is the project that is open. Choose another one."))
            return
        try:
            self._session.plan_merge(other).finished.connect(self._compared)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))

    def _compared(self, plan: MergePlan) -> None:
        MergeDialog(self._session, plan, self._window).open()

    def find_sources(self) -> None:
        """Ask in which folder the articles' files lie now; the project itself needs none of them."""
        project = self._session.project
        missing = missing_sources(project) if project is not None else {}
        if not missing:
            self.told.emit(self.tr("Every article's file is where it was."))
            return
        title = self.tr("Where are the files of {n} articles?").format(n=len(missing))
        folder = QFileDialog.getExistingDirectory(self._window, title, str(self._folder()))
        if folder:
            self.look_for_sources(Path(folder))

    def look_for_sources(self, folder: Path) -> None:
        """Look for moved files in a folder and keep where they are."""
        try:
            self._session.find_moved_sources(folder).finished.connect(self._sources_found)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))

    def _sources_found(self, moved: list[Moved]) -> None:
        project = self._session.project
        left = len(missing_sources(project)) if project is not None else 0
        words = self.tr("Files found: {n}. Still missing: {left}.")
        self.told.emit(words.format(n=len(moved), left=left))

    def export(self) -> None:
        """Show the export dialog."""
        if self._session.project is None:
            return
        self.export_dialog = ExportDialog(self._session, self._settings, self._window)
        self.export_dialog.destroyed.connect(self._export_gone)
        self.export_dialog.open()

    def _import_dialog(self) -> ImportDialog:
        dialog = ImportDialog(self._session, self._settings, self._window)
        dialog.destroyed.connect(self._import_gone)
        self.import_dialog = dialog
        return dialog

    def _import_gone(self) -> None:
        self.import_dialog = None

    def _export_gone(self) -> None:
        self.export_dialog = None

    def _needs_project(self) -> bool:
        """Make sure that a project one may write is open, asking for one where none is."""
        if self._session.project is None:
            self.new()
        if self._session.project is not None and self._session.read_only:
            self._session.failed.emit(
                self.tr("This project is open for reading only, so no articles can be added. Nothing was changed.")
            )
            return False
        return self._session.project is not None

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path)
        self.recent_changed.emit()

    def _folder(self) -> Path:
        project = self._session.project
        if project is not None:
            return Path(project.path).parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _pattern(self) -> str:
        return self.tr("Toposcope projects (*{suffix})").format(suffix=SUFFIX)
