"""The import dialog: choose files, watch them being read, see what was refused and why."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QListWidget,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core_words import said
from desktop.dialogs.article_fields import ArticleFields
from desktop.dialogs.parts import add_row, button, button_row, prepare, table, text
from desktop.session import Session
from desktop.settings import Settings
from desktop.status_line import grouped
from desktop.tasks import Task
from gazetteer.errors import Cancelled, ToposcopeError
from gazetteer.jobs import Progress
from gazetteer.project.importing import ImportReport
from gazetteer.text.readers import SUPPORTED


class ImportDialog(QDialog):
    """Three pages: choice, progress, report. Closing it during the import lets the import go on."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._task: Task | None = None
        self._reasons: list[tuple[str, str]] = []
        layout = prepare(self, "import_dialog", self.tr("Import articles"), 640, 600)
        self.setAcceptDrops(True)
        self._pages = QStackedWidget(self)
        self._pages.setObjectName("import_pages")
        self._pages.setAccessibleName(self.tr("Import"))
        for page in (self._choice_page(), self._progress_page(), self._report_page()):
            self._pages.addWidget(page)
        layout.addWidget(self._pages)

    # choice -------------------------------------------------------------------------------------------------------

    def show_choice(self, paths: list[Path]) -> None:
        """Open on the page where files are chosen."""
        self._add(paths)
        self._show_page(0, self._begin)
        self.open()

    def _choice_page(self) -> QWidget:
        page, layout = self._page("import_choice")
        layout.addWidget(text(page, "import_heading", self.tr("Which articles?"), "title"))
        kinds = ", ".join(sorted(suffix.lstrip(".") for suffix in SUPPORTED))
        hint = self.tr("Files or whole folders: {kinds}. Drop them here or choose them. The files stay as they are.")
        layout.addWidget(text(page, "import_hint", hint.format(kinds=kinds), "muted"))
        self._chosen = QListWidget(page)
        self._chosen.setObjectName("import_paths")
        self._chosen.setAccessibleName(self.tr("Files and folders to import"))
        self._chosen.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        layout.addWidget(self._chosen, 1)
        about = self.tr("What is known of all of them; what is left empty is read from the files.")
        layout.addWidget(text(page, "import_about_hint", about, "muted"))
        self._about = ArticleFields("import", page)
        layout.addLayout(self._about)
        self._trouble = text(page, "import_trouble", "", "error")
        self._trouble.hide()
        layout.addWidget(self._trouble)
        files = button(page, "import_add_files", self.tr("Add &files…"))
        folder = button(page, "import_add_folder", self.tr("Add fo&lder…"))
        remove = button(page, "import_remove", self.tr("&Remove"))
        cancel = button(page, "import_cancel_choice", self.tr("Cancel"))
        self._begin = button(page, "import_start", self.tr("&Import"), primary=True)
        self._begin.setEnabled(False)
        files.clicked.connect(self._choose_files)
        folder.clicked.connect(self._choose_folder)
        remove.clicked.connect(self._remove_chosen)
        cancel.clicked.connect(self.reject)
        self._begin.clicked.connect(self._start_chosen)
        layout.addLayout(button_row(files, folder, remove, None, cancel, self._begin))
        return page

    def _choose_files(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUPPORTED))
        pattern = self.tr("Articles ({patterns})").format(patterns=patterns)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), self._folder(), pattern)
        self._add([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Add a folder"), self._folder())
        self._add([Path(name)] if name else [])

    def _folder(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self._settings.read("import_folder", documents)

    def _add(self, paths: list[Path]) -> None:
        present = {self._chosen.item(row).text() for row in range(self._chosen.count())}
        for name in dict.fromkeys(str(path) for path in paths):
            if name not in present:
                self._chosen.addItem(name)
        if paths:
            self._settings.write("import_folder", str(paths[-1].parent))
        self._offer()

    def _remove_chosen(self) -> None:
        for entry in self._chosen.selectedItems():
            self._chosen.takeItem(self._chosen.row(entry))
        self._offer()

    def _offer(self) -> None:
        """Offer what the chosen files allow: a title is one article's, and so is nearly every address."""
        paths = self._paths()
        single = len(paths) == 1 and not paths[0].is_dir()
        self._begin.setEnabled(bool(paths))
        for line in (self._about.title, self._about.url):
            line.setEnabled(single)
            if not single:
                line.clear()

    def _paths(self) -> list[Path]:
        return [Path(self._chosen.item(row).text()) for row in range(self._chosen.count())]

    def _start_chosen(self) -> None:
        try:
            said = self._about.said()
        except ValueError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            return
        self.start(self._paths(), said)

    # progress -----------------------------------------------------------------------------------------------------

    def start(self, paths: list[Path], said: Mapping[str, str] | None = None) -> None:
        """Begin to import and open on the progress page; `said`: title, date, source and address of all of them."""
        try:
            self._task = self._session.import_files(paths, said)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._show_page(1, self._hide)
        self.open()

    def _progress_page(self) -> QWidget:
        page, layout = self._page("import_progress")
        layout.addWidget(text(page, "import_progress_heading", self.tr("Reading the articles"), "title"))
        hint = self.tr("Each article is saved as soon as it is read. You may hide this and work on.")
        layout.addWidget(text(page, "import_progress_hint", hint, "muted"))
        layout.addStretch(1)
        self._numbers = text(page, "import_numbers", self.tr("Starting…"))
        self._bar = QProgressBar(page)
        self._bar.setObjectName("import_bar")
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._bar.setRange(0, 0)
        self._file = text(page, "import_file", "", "muted")
        for widget in (self._numbers, self._bar, self._file):
            layout.addWidget(widget)
        layout.addStretch(2)
        self._stop = button(page, "import_stop", self.tr("&Stop"))
        self._hide = button(page, "import_hide", self.tr("&Hide"), primary=True)
        self._stop.clicked.connect(self._cancel)
        self._hide.clicked.connect(self.hide)
        layout.addLayout(button_row(self._stop, None, self._hide))
        return page

    def _progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        counted = self.tr("{done} of {total} articles")
        self._numbers.setText(counted.format(done=grouped(progress.done), total=grouped(progress.total)))
        self._file.setText(progress.label)

    def _cancel(self) -> None:
        if self._task is not None:
            self._stop.setEnabled(False)
            self._numbers.setText(self.tr("Stopping after the article in hand…"))
            self._task.cancel()

    def _failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, Cancelled):
            self._show_report(self.tr("Stopped"), said(str(error)), [])
        else:
            self.close()

    # report -------------------------------------------------------------------------------------------------------

    def _report_page(self) -> QWidget:
        page, layout = self._page("import_report")
        self._outcome = text(page, "import_outcome", "", "title")
        self._summary = text(page, "import_summary", "", "muted")
        self._refused = table(
            page, "import_refused", self.tr("Files that were refused"), [self.tr("File"), self.tr("Why")]
        )
        self._refused.setColumnWidth(0, 200)
        self._copy = button(page, "import_copy", self.tr("&Copy the list"))
        self._copy.clicked.connect(self._copy_refused)
        self._close = button(page, "import_close", self.tr("Close"), primary=True)
        self._close.clicked.connect(self.accept)
        for widget in (self._outcome, self._summary):
            layout.addWidget(widget)
        layout.addWidget(self._refused, 1)
        layout.addStretch(0)
        layout.addLayout(button_row(self._copy, None, self._close))
        return page

    def _finished(self, report: ImportReport) -> None:
        self._task = None
        outcome = self.tr("Stopped") if report.cancelled else self.tr("Done")
        parts = [self.tr("{n} added").format(n=grouped(len(report.added)))]
        if report.duplicates:
            parts.append(self.tr("{n} already in the project").format(n=grouped(len(report.duplicates))))
        if report.refused:
            parts.append(self.tr("{n} refused").format(n=grouped(len(report.refused))))
        refused = [(Path(path).name, said(reason)) for path, reason in report.refused]
        if not refused and not report.cancelled and not self.isVisible():
            self.close()
            return
        self._show_report(outcome, ", ".join(parts) + ".", refused)

    def _show_report(self, outcome: str, summary: str, refused: list[tuple[str, str]]) -> None:
        self._outcome.setText(outcome)
        self._summary.setText(summary)
        self._refused.setRowCount(0)
        for name, reason in refused:
            add_row(self._refused, [name, reason])
        self._refused.setVisible(bool(refused))
        self._copy.setVisible(bool(refused))
        self._reasons = refused
        self._show_page(2, self._close)
        self.show()

    def _show_page(self, index: int, default: QPushButton) -> None:
        self._pages.setCurrentIndex(index)
        default.setDefault(True)
        default.setFocus()

    def _copy_refused(self) -> None:
        QApplication.clipboard().setText("\n".join(f"{name}\t{reason}" for name, reason in self._reasons))

    def _page(self, name: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self)
        page.setObjectName(name)
        page.setAccessibleName(self.windowTitle())
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        return page, layout

    def reject(self) -> None:
        """Esc: leave the choice, hide the progress, close the report."""
        if self._task is not None:
            self.hide()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._pages.currentIndex() == 0:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
