"""The user's gazetteers: their order, on and off, import with progress and its report, removal."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.parts import add_row, button, button_row, prepare, table, text
from desktop.gazetteer_view.import_form import ImportForm
from desktop.review.words import number
from desktop.tasks import Task, Worker
from gazetteer.errors import Cancelled, ToposcopeError
from gazetteer.jobs import Job, Progress
from gazetteer.places.importing.report import ImportReport
from gazetteer.places.importing.run import ImportOptions, import_gazetteer
from gazetteer.places.library import BUNDLED, Library, LibraryEntry

ON, TITLE = 0, 1
LIST, FORM, PROGRESS, REPORT = range(4)
SHARES = 1000
"""steps of the progress bar: bytes would overflow it"""


class LibraryDialog(QDialog):
    """Stays open beside the window: an import may take a quarter of an hour."""

    changed = Signal()
    """which gazetteers answer, or in which order, is another now"""
    compare_wanted = Signal()
    failed = Signal(str)
    crashed = Signal(object)

    def __init__(self, bundled: int, has_project: bool, parent: QWidget, library: Library | None = None) -> None:
        """`bundled` is how many places the bundled gazetteer holds; `library` None: the user's."""
        super().__init__(parent)
        self._library = library or Library()
        self._bundled = bundled
        self._slugs: list[str] = []
        self._select_next: str | None = None
        self._worker = Worker("gazetteer import", self)
        self._task: Task | None = None
        layout = prepare(self, "library_dialog", self.tr("Your gazetteers"), 760, 560)
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("library_pages")
        self.pages.setAccessibleName(self.tr("Your gazetteers"))
        self.form = ImportForm(self)
        for page in (self._list_page(has_project), self.form, self._progress_page(), self._report_page()):
            self.pages.addWidget(page)
        layout.addWidget(self.pages)
        self.form.begun.connect(self.start)
        self.form.left.connect(self._show_list)
        self._show_list()

    # the list -------------------------------------------------------------------------------------------------------

    def _list_page(self, has_project: bool) -> QWidget:
        page, layout = self._page("library_list", self.tr("Gazetteers in use"))
        layout.addWidget(text(page, "library_heading", self.tr("Gazetteers in use"), "title"))
        hint = self.tr(
            "Where several know a place, the first in this list says what it is, and the names of all are joined. "
            "Places of an open project's own come before them."
        )
        layout.addWidget(text(page, "library_hint", hint, "muted"))
        heads = [self.tr("On"), self.tr("Gazetteer"), self.tr("Places"), self.tr("As of"), self.tr("Licence")]
        self.table = table(page, "library_table", self.tr("Gazetteers"), heads)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setStretchLastSection(False)
        for column, width in ((0, 40), (2, 96), (3, 110), (4, 150)):
            self.table.setColumnWidth(column, width)
        self.table.itemChanged.connect(self._ticked)
        self.table.itemSelectionChanged.connect(self._offer)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._list_buttons(page))
        self.compare = button(page, "library_compare", self.tr("What would they change in this project…"))
        self.compare.setEnabled(has_project)
        close = button(page, "library_close", self.tr("Close"), primary=True)
        self.compare.clicked.connect(self.compare_wanted)
        close.clicked.connect(self.accept)
        layout.addLayout(button_row(self.compare, None, close))
        return page

    def _list_buttons(self, page: QWidget) -> QVBoxLayout:
        self.up = button(page, "library_up", self.tr("&Up"))
        self.down = button(page, "library_down", self.tr("&Down"))
        self.out = button(page, "library_remove", self.tr("&Remove…"))
        self.bring: QPushButton = button(page, "library_import", self.tr("&Import…"))
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.out.clicked.connect(self._ask_removal)
        self.bring.clicked.connect(self.show_form)
        column = QVBoxLayout()
        column.addLayout(button_row(self.up, self.down, self.out, None, self.bring))
        return column

    def _show_list(self) -> None:
        present, self._select_next = self._select_next or self._slug(), None
        self.pages.setCurrentIndex(LIST)
        try:
            entries = {entry.slug: entry for entry in self._library.entries()}
            order = self._library.order()
        except ToposcopeError as error:
            self.failed.emit(str(error))
            return
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        self._slugs = []
        for slug in order:
            self._add(slug, entries.get(slug))
        self.table.blockSignals(False)
        self._select(present)

    def _select(self, slug: str | None) -> None:
        self.table.selectRow(self._slugs.index(slug) if slug in self._slugs else 0)
        self._offer()

    def _add(self, slug: str, entry: LibraryEntry | None) -> None:
        self._slugs.append(slug)
        if entry is None:
            cells = ["", self.tr("Bundled with the program"), number(self._bundled), "", self.tr("see About")]
        else:
            cells = ["", entry.title, number(entry.places), entry.version, entry.licence]
        add_row(self.table, cells)
        tick = QTableWidgetItem()
        on = entry is None or entry.active
        tick.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        tick.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if entry is not None else flags)
        self.table.setItem(len(self._slugs) - 1, ON, tick)
        if entry is not None:
            told = self.tr("{names} names, imported {day}").format(names=number(entry.names), day=entry.imported[:10])
            titled = QTableWidgetItem(entry.title)
            titled.setToolTip("\n".join((entry.title, entry.attribution, told)))
            self.table.setItem(len(self._slugs) - 1, TITLE, titled)

    def _slug(self) -> str | None:
        row = self.table.currentRow()
        return self._slugs[row] if 0 <= row < len(self._slugs) else None

    def _offer(self) -> None:
        row, last = self.table.currentRow(), self.table.rowCount() - 1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)
        self.out.setEnabled(self._slug() not in (None, BUNDLED))

    # changing -------------------------------------------------------------------------------------------------------

    def _change(self) -> None:
        self._show_list()
        self.changed.emit()

    def _ticked(self, cell: QTableWidgetItem) -> None:
        on = cell.checkState() is Qt.CheckState.Checked
        try:
            self._library.set_active(self._slugs[cell.row()], on)
        except ToposcopeError as error:
            self.failed.emit(str(error))
        self._change()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        slug = self._slug()
        try:
            order = self._library.order()
            at = order.index(slug or BUNDLED)
            order.insert(at + by, order.pop(at))
            self._library.set_order(order)
        except (ToposcopeError, ValueError) as error:
            self.failed.emit(str(error))
        self._change()
        self._select(slug)

    def _ask_removal(self) -> None:
        slug = self._slug()
        if slug is None or slug == BUNDLED:
            return
        title = self._library.find(slug).title
        question = self.tr("Remove {title} with its files?").format(title=title)
        box = QMessageBox(QMessageBox.Icon.Question, question, question, parent=self)
        box.setObjectName("library_removal")
        box.setAccessibleName(question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(self.tr("Projects keep the places they show."))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(self._remove)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.open()

    def _remove(self) -> None:
        try:
            self._library.remove(self._slug() or BUNDLED)
        except ToposcopeError as error:
            self.failed.emit(str(error))
        self._change()

    # importing ------------------------------------------------------------------------------------------------------

    def show_form(self) -> None:
        """Ask for the files to import."""
        self.pages.setCurrentIndex(FORM)

    def start(self, paths: Sequence[Path], title: str, options: ImportOptions) -> None:
        """Begin to import."""
        library = self._library

        def work(job: Job) -> ImportReport:
            return import_gazetteer(paths, title, job, library, options)

        task = self._task = self._worker.start("import", work)
        task.progressed.connect(self._progressed)
        task.finished.connect(self._finished)
        task.failed.connect(self._not_imported)
        self._heading.setText(self.tr("Importing {title}").format(title=title))
        self._numbers.setText(self.tr("Starting…"))
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.pages.setCurrentIndex(PROGRESS)

    def _progress_page(self) -> QWidget:
        page, layout = self._page("library_progress", self.tr("Import"))
        self._heading = text(page, "library_progress_heading", "", "title")
        hint = self.tr(
            "You can close this and work on; the gazetteer appears when it is complete. Stop leaves nothing."
        )
        self._numbers = text(page, "library_numbers", "")
        self._bar = QProgressBar(page)
        self._bar.setObjectName("library_bar")
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._stop = button(page, "library_stop", self.tr("&Stop"))
        hide = button(page, "library_hide", self.tr("&Hide"))
        self._stop.clicked.connect(self._cancel)
        hide.clicked.connect(self.hide)
        layout.addWidget(self._heading)
        layout.addWidget(text(page, "library_progress_hint", hint, "muted"))
        layout.addStretch(1)
        layout.addWidget(self._numbers)
        layout.addWidget(self._bar)
        layout.addStretch(2)
        layout.addLayout(button_row(self._stop, None, hide))
        return page

    def _progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, SHARES if progress.total else 0)
        self._bar.setValue(round(SHARES * progress.done / progress.total) if progress.total else 0)
        self._numbers.setText(progress.label)

    def _cancel(self) -> None:
        if self._task is not None:
            self._stop.setEnabled(False)
            self._numbers.setText(self.tr("Stopping…"))
            self._task.cancel()

    def _not_imported(self, error: Exception) -> None:
        self._task = None
        self.pages.setCurrentIndex(FORM)
        self.show()
        if isinstance(error, Cancelled):
            self.form.kinds.setText(self.tr("Stopped. Nothing was replaced and nothing was left behind."))
        elif isinstance(error, ToposcopeError):
            self.form.kinds.setText(str(error))
        else:
            self.crashed.emit(error)

    # the report -----------------------------------------------------------------------------------------------------

    def _report_page(self) -> QWidget:
        page, layout = self._page("library_report", self.tr("Report of the import"))
        self._done = text(page, "library_done", "", "title")
        self._summary = text(page, "library_summary", "")
        heads = [self.tr("Why"), self.tr("Rows"), self.tr("First of them"), self.tr("It begins")]
        self.refused = table(page, "library_refused", self.tr("Refused rows"), heads)
        for column, width in enumerate((300, 60, 150)):
            self.refused.setColumnWidth(column, width)
        fine = button(page, "library_report_close", self.tr("To the list"), primary=True)
        fine.clicked.connect(self._show_list)
        layout.addWidget(self._done)
        layout.addWidget(self._summary)
        layout.addWidget(self.refused, 1)
        layout.addLayout(button_row(None, fine))
        return page

    def _finished(self, report: ImportReport) -> None:
        self._task = None
        entry = report.entry
        self._done.setText(self.tr("{title} is imported").format(title=entry.title))
        self._select_next = entry.slug
        counted = self.tr("{taken} of {rows} rows imported, {refused} refused; {names} names; {s} seconds.")
        lines = [
            counted.format(
                taken=number(report.accepted),
                rows=number(report.rows),
                refused=number(report.refused_rows),
                names=number(entry.names),
                s=QLocale().toString(report.seconds, "f", 1),
            )
        ]
        self._summary.setText("\n".join([*lines, *report.warnings]))
        self.refused.setRowCount(0)
        for reason, shown in report.examples.items():
            first = shown[0] if shown else None
            where = f"{first.file}:{first.line}" if first else ""
            add_row(self.refused, [reason, number(report.refused.get(reason, 0)), where, first.text if first else ""])
        self.refused.setVisible(bool(report.examples))
        self.pages.setCurrentIndex(REPORT)
        self.show()
        self.changed.emit()

    def _page(self, name: str, title: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self)
        page.setObjectName(name)
        page.setAccessibleName(title)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        return page, layout

    @property
    def importing(self) -> bool:
        """True while an import runs."""
        return self._task is not None

    def reject(self) -> None:
        """Esc: an import goes on behind the closed dialog."""
        if self._task is not None:
            self.hide()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.shutdown()
        super().done(result)

    def shutdown(self) -> None:
        """Stop an import and end the threads."""
        self._worker.shutdown()
        self.form.shutdown()
