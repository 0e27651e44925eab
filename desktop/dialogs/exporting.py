"""The export dialog: where to, which files, of what; progress; the folder at the end."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core_words import said
from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.session import Session
from desktop.settings import Settings
from desktop.status_line import grouped
from desktop.tasks import Task
from gazetteer.errors import Cancelled, ToposcopeError
from gazetteer.interchange.export import FORMATS
from gazetteer.jobs import Progress
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter

USUAL = ["geojson", "csv", "html"]

MOST_NAMED = 3


class ExportDialog(QDialog):
    """Three pages: choice, progress, what was written."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._task: Task | None = None
        self._warned: object = ""
        """the scope that was warned of; at first none"""
        layout = prepare(self, "export_dialog", self.tr("Export"), 580, 520)
        self._pages = QStackedWidget(self)
        self._pages.setObjectName("export_pages")
        self._pages.setAccessibleName(self.tr("Export"))
        for page in (self._choice_page(), self._progress_page(), self._report_page()):
            self._pages.addWidget(page)
        layout.addWidget(self._pages)
        self._begin.setDefault(True)  # the last page's button took Enter when it was made

    # choice -------------------------------------------------------------------------------------------------------

    def _choice_page(self) -> QWidget:
        page, layout = self._page("export_choice")
        layout.addWidget(text(page, "export_heading", self.tr("Where to, and what?"), "title"))
        layout.addLayout(self._folder_row(page))
        layout.addWidget(text(page, "export_files_heading", self.tr("Files"), "muted"))
        chosen = self._settings.read("export_formats", USUAL)
        self._formats = {}
        for name, described in format_texts().items():
            box = QCheckBox(described, page)
            box.setObjectName(f"export_format_{name}")
            box.setAccessibleName(described)
            box.setChecked(name in chosen)
            box.toggled.connect(self._check)
            self._formats[name] = box
            layout.addWidget(box)
        layout.addWidget(text(page, "export_scope_heading", self.tr("Of"), "muted"))
        for radio in self._scopes(page):
            layout.addWidget(radio)
        layout.addStretch(1)
        self._problem = text(page, "export_problem", "", "error")
        layout.addWidget(self._problem)
        cancel = button(page, "export_cancel", self.tr("Cancel"))
        self._begin = button(page, "export_start", self.tr("&Export"), primary=True)
        cancel.clicked.connect(self.reject)
        self._begin.clicked.connect(self.start)
        self._begin.setFocus()
        layout.addLayout(button_row(None, cancel, self._begin))
        self._check()
        return page

    def _folder_row(self, page: QWidget) -> QHBoxLayout:
        project = self._session.project
        usual = str(Path(project.path).with_suffix("")) + " export" if project is not None else ""
        self._line = QLineEdit(usual, page)
        self._line.setObjectName("export_folder")
        self._line.setAccessibleName(self.tr("Folder to write into"))
        self._line.textChanged.connect(self._check)
        browse = button(page, "export_browse", self.tr("&Browse…"))
        browse.clicked.connect(self._browse)
        return button_row(self._line, browse)

    def _scopes(self, page: QWidget) -> list[QRadioButton]:
        project = self._session.project
        shown = grouped(queries.mention_count(project, self._session.filter)) if project is not None else "0"
        self._all = self._radio(page, "export_all", self.tr("The whole project"))
        self._filtered = self._radio(
            page, "export_filtered", self.tr("What the filter shows ({n} mentions)").format(n=shown)
        )
        self._article = self._radio(page, "export_article", self.tr("Only the article in focus"))
        self._all.setChecked(True)
        self._filtered.setEnabled(self._session.filter != MentionFilter())
        self._article.setEnabled(self._session.selection.document_id is not None)
        return [self._all, self._filtered, self._article]

    def _radio(self, page: QWidget, name: str, words: str) -> QRadioButton:
        radio = QRadioButton(words, page)
        radio.setObjectName(name)
        radio.setAccessibleName(words)
        return radio

    def _browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder to write into"), self._line.text())
        if name:
            self._line.setText(name)

    def _check(self) -> None:
        if hasattr(self, "_begin"):
            self._begin.setEnabled(bool(self.formats()) and bool(self._line.text().strip()))

    def formats(self) -> list[str]:
        """Return the names of the formats ticked."""
        return [name for name, box in self._formats.items() if box.isChecked()]

    def scope(self) -> MentionFilter | None:
        """Return the filter of the scope chosen; None is the whole project."""
        if self._filtered.isChecked():
            return self._session.filter
        if self._article.isChecked():
            return MentionFilter(document_id=self._session.selection.document_id)
        return None

    # progress -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to write."""
        if self._warned != self.scope() and (marked := self._marked()):
            self._warn(marked)
            return
        self._settings.write("export_formats", self.formats())
        self._folder = Path(self._line.text().strip()).expanduser()
        try:
            self._task = self._session.export(self._folder, self.formats(), self.scope())
        except ToposcopeError as error:
            self._problem.setText(said(str(error)))
            return
        self._task.progressed.connect(self._progressed)
        self._task.finished.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._stop.setEnabled(True)
        self._pages.setCurrentIndex(1)

    def _marked(self) -> list[str]:
        """Return the articles of the scope whose sentences are to leave only after a warning."""
        project = self._session.project
        return queries.marked_titles(project, self.scope()) if project is not None else []

    def _warn(self, marked: list[str]) -> None:
        """Name the marked articles; the same button, pressed again, exports all the same."""
        self._warned = self.scope()
        named = ", ".join(f"“{title}”" for title in marked[:MOST_NAMED])
        if len(marked) > MOST_NAMED:
            named = self.tr("{named} and {n} more").format(named=named, n=grouped(len(marked) - MOST_NAMED))
        warning = self.tr("Sentences of articles marked for care would leave with this export: {named}.")
        self._problem.setText(warning.format(named=named))
        self._begin.setText(self.tr("&Export all the same"))
        self._begin.setAccessibleName(self.tr("Export all the same"))

    def _progress_page(self) -> QWidget:
        page, layout = self._page("export_progress")
        layout.addWidget(text(page, "export_progress_heading", self.tr("Writing"), "title"))
        layout.addStretch(1)
        self._numbers = text(page, "export_numbers", self.tr("Starting…"))
        self._bar = QProgressBar(page)
        self._bar.setObjectName("export_bar")
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._bar.setRange(0, 0)
        layout.addWidget(self._numbers)
        layout.addWidget(self._bar)
        layout.addStretch(2)
        self._stop = button(page, "export_stop", self.tr("&Stop"))
        self._stop.clicked.connect(self._cancel)
        layout.addLayout(button_row(self._stop, None))
        return page

    def _progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        counted = self.tr("{label}: {done} of {total}")
        self._numbers.setText(
            counted.format(label=progress.label, done=grouped(progress.done), total=grouped(progress.total))
        )

    def _cancel(self) -> None:
        if self._task is not None:
            self._stop.setEnabled(False)
            self._task.cancel()

    def _failed(self, error: Exception) -> None:
        self._task = None
        stopped = self.tr("Stopped; files of an earlier export are kept.")
        self._problem.setText(stopped if isinstance(error, Cancelled) else said(str(error)))
        self._pages.setCurrentIndex(0)

    # report -------------------------------------------------------------------------------------------------------

    def _report_page(self) -> QWidget:
        page, layout = self._page("export_report")
        layout.addWidget(text(page, "export_done", self.tr("Written"), "title"))
        self._where = text(page, "export_where", "", "muted")
        layout.addWidget(self._where)
        self._written = QListWidget(page)
        self._written.setObjectName("export_written")
        self._written.setAccessibleName(self.tr("Files written"))
        layout.addWidget(self._written, 1)
        show = button(page, "export_open_folder", self.tr("&Open the folder"))
        self._close = button(page, "export_close", self.tr("Close"), primary=True)
        show.clicked.connect(self._open_folder)
        self._close.clicked.connect(self.accept)
        layout.addLayout(button_row(show, None, self._close))
        return page

    def _finished(self, written: object) -> None:
        self._task = None
        self._where.setText(str(self._folder))
        self._written.clear()
        self._written.addItems(sorted(path.name for path in self._folder.iterdir() if path.is_file()))
        self._pages.setCurrentIndex(2)
        self._close.setDefault(True)
        self._close.setFocus()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _page(self, name: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self)
        page.setObjectName(name)
        page.setAccessibleName(self.tr("Export"))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        return page, layout

    def reject(self) -> None:
        """Esc: during the export it stops the export first."""
        if self._task is not None:
            self._cancel()
        else:
            super().reject()


def format_texts() -> dict[str, str]:
    """Return what each export format is for, by its name; a format without words shows its name."""
    translate = QCoreApplication.translate
    known = {
        "geojson": translate(
            "ExportFormats", "mentions.geojson: every mention with place, sentence and decision, for GIS programs"
        ),
        "csv": translate("ExportFormats", "mentions.csv and documents.csv: tables for a spreadsheet"),
        "html": translate("ExportFormats", "map.html: one page with the map, to send or print; needs no network"),
        "places": translate("ExportFormats", "places.geojson: one feature a place"),
        "uncertainty": translate("ExportFormats", "uncertainty.geojson: circles of what is known only roughly"),
        "relative": translate("ExportFormats", "relative.geojson: circles of spots such as “20 km north of” a place"),
        "decisions": translate("ExportFormats", "decisions.jsonl: who decided what, and when"),
    }
    return {name: known.get(name, name) for name in FORMATS}
