"""What the user says of the files of a gazetteer: title, licence, from when, and which column means what."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.parts import button, button_row, text
from desktop.tasks import Worker
from gazetteer.errors import ToposcopeError
from gazetteer.jobs import Job
from gazetteer.places.folding import fold
from gazetteer.places.importing.columns import HEADINGS
from gazetteer.places.importing.files import source_file
from gazetteer.places.importing.layouts import FORMAT_NAMES, Companion, Format, recognise
from gazetteer.places.importing.report import Tally
from gazetteer.places.importing.run import ImportOptions
from gazetteer.places.importing.tables import look_at

FILES_PX = 74
COLUMNS_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Looked:
    """What the chosen files are: in words, and the headings of a table; `fault` says why they cannot be read."""

    words: str = ""
    headings: tuple[str, ...] = ()
    fault: str = ""


def look(paths: Sequence[Path]) -> Looked:
    """Look at files without reading them through; runs off the GUI thread."""
    lines, headings = [], ()
    try:
        for path in paths:
            file = source_file(path)
            kind = recognise(file)
            known = FORMAT_NAMES[kind] if isinstance(kind, Format) else companion_words(kind)
            lines.append(f"{file.name}: {known}")
            if kind is Format.CSV and not headings:
                headings = look_at(file, Job(), Tally()).header  # type: ignore[assignment]
    except ToposcopeError as error:
        return Looked(fault=str(error))
    return Looked("\n".join(lines), headings)


def companion_words(kind: Companion) -> str:
    """Return what a companion file of a GeoNames dump is."""
    return f"goes with a GeoNames dump ({kind.value})"


class ImportForm(QWidget):
    """Emits `begun` with paths, title and options."""

    begun = Signal(object, str, object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("gazetteer_import_form")
        self.setAccessibleName(self.tr("Import a gazetteer"))
        self._worker = Worker("gazetteer files", self)
        self._combos: dict[str, QComboBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(text(self, "gazetteer_import_heading", self.tr("Import a gazetteer"), "title"))
        hint = self.tr(
            "GeoNames dumps with their companion files, tables (CSV), GeoJSON, Linked Places, KATOTTG with "
            "coordinates; plain or zipped. A gazetteer of the same title is replaced when the new one is complete."
        )
        layout.addWidget(text(self, "gazetteer_import_hint", hint, "muted"))
        layout.addLayout(self._make_files())
        self.kinds = text(self, "gazetteer_import_kinds", "", "muted")
        layout.addWidget(self.kinds)
        layout.addLayout(self._make_facts())
        self._columns_title = text(self, "gazetteer_import_columns", self.tr("Which column is what"), "muted")
        layout.addWidget(self._columns_title)
        self._columns = QGridLayout()
        self._columns.setHorizontalSpacing(10)
        for column in range(COLUMNS_A_ROW):
            self._columns.setColumnStretch(2 * column + 1, 1)
        layout.addLayout(self._columns)
        layout.addStretch(1)
        cancel = button(self, "gazetteer_import_cancel", self.tr("Cancel"))
        self.begin = button(self, "gazetteer_import_start", self.tr("&Import"), primary=True)
        layout.addLayout(button_row(None, cancel, self.begin))
        cancel.clicked.connect(self.left)
        self.begin.clicked.connect(self._begin)
        self._show(Looked())

    def _make_files(self) -> QVBoxLayout:
        self.files = QListWidget(self)
        self.files.setObjectName("gazetteer_import_files")
        self.files.setAccessibleName(self.tr("Files of the gazetteer"))
        self.files.setFixedHeight(FILES_PX)
        choose = button(self, "gazetteer_import_choose", self.tr("Choose &files…"))
        choose.clicked.connect(self._choose)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.files)
        column.addLayout(button_row(choose, None))
        return column

    def _make_facts(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        self.title = self._line("gazetteer_import_title", self.tr("Title"), "")
        self.licence = self._line("gazetteer_import_licence", self.tr("Licence"), self.tr("as its source states it"))
        self.credit = self._line(
            "gazetteer_import_credit", self.tr("Credit"), self.tr("the words the licence asks for")
        )
        self.snapshot = self._line("gazetteer_import_snapshot", self.tr("As of"), "2026-11-01")
        for words, line in (
            (self.tr("&Title"), self.title),
            (self.tr("&Licence"), self.licence),
            (self.tr("&Credit"), self.credit),
            (self.tr("&As of"), self.snapshot),
        ):
            form.addRow(words, line)
        return form

    def _line(self, name: str, title: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setPlaceholderText(hint)
        return line

    # the files ------------------------------------------------------------------------------------------------------

    @property
    def paths(self) -> list[Path]:
        """The files chosen."""
        return [Path(self.files.item(row).text()) for row in range(self.files.count())]

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Take files and look at them."""
        self.files.clear()
        self.files.addItems([str(path) for path in paths])
        if paths and not self.title.text().strip():
            self.title.setText(paths[0].stem)
        wanted = list(paths)

        def work(job: Job) -> tuple[list[Path], Looked]:
            return wanted, look(wanted)

        self.kinds.setText(self.tr("Looking at the files…") if paths else "")
        task = self._worker.start("look", work)
        task.finished.connect(self._looked)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Files of the gazetteer"))
        if names:
            self.set_paths([Path(name) for name in names])

    def _looked(self, answer: tuple[list[Path], Looked]) -> None:
        paths, looked = answer
        if paths == self.paths:
            self._show(looked)

    def _show(self, looked: Looked) -> None:
        self.kinds.setText(looked.fault or looked.words)
        self.begin.setEnabled(bool(looked.words))
        self._show_columns(looked.headings)

    # columns --------------------------------------------------------------------------------------------------------

    def _targets(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "latitude": self.tr("Latitude"),
            "longitude": self.tr("Longitude"),
            "coordinates": self.tr("Both coordinates"),
            "id": self.tr("Id"),
            "country": self.tr("Country"),
            "feature": self.tr("What it is"),
            "population": self.tr("People"),
            "names": self.tr("Further names"),
            "historic": self.tr("Historic names"),
            "local_name": self.tr("Local name"),
            "admin1": self.tr("Region"),
            "radius": self.tr("Reach in metres"),
        }

    def _show_columns(self, headings: Sequence[str]) -> None:
        while (entry := self._columns.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.deleteLater()
        self._combos = {}
        self._columns_title.setVisible(bool(headings))
        for number, (target, words) in enumerate(self._targets().items() if headings else ()):
            combo = self._combo(target, words, headings)
            label = QLabel(words, self)
            label.setBuddy(combo)
            row, column = divmod(number, COLUMNS_A_ROW)
            self._columns.addWidget(label, row, 2 * column)
            self._columns.addWidget(combo, row, 2 * column + 1)

    def _combo(self, target: str, words: str, headings: Sequence[str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(f"gazetteer_import_column_{target}")
        combo.setAccessibleName(words)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        combo.addItem("–", "")
        for heading in headings:
            combo.addItem(heading, heading)
        combo.setCurrentIndex(max(0, combo.findData(likely(target, headings))))
        self._combos[target] = combo
        return combo

    @property
    def mapping(self) -> dict[str, str]:
        """Target -> heading, as chosen."""
        return {target: heading for target, combo in self._combos.items() if (heading := combo.currentData())}

    def _begin(self) -> None:
        title = self.title.text().strip() or self.paths[0].stem
        options = ImportOptions(
            columns=self.mapping,
            licence=self.licence.text().strip(),
            attribution=self.credit.text().strip(),
            snapshot=self.snapshot.text().strip(),
        )
        self.begun.emit(self.paths, title, options)

    def shutdown(self) -> None:
        """End the thread that looks at files."""
        self._worker.shutdown()


def likely(target: str, headings: Sequence[str]) -> str:
    """Return the heading that usually means a target; empty where none does."""
    folded = {fold(heading): heading for heading in headings}
    return next((folded[known] for known in map(fold, HEADINGS[target].split("|")) if known in folded), "")
