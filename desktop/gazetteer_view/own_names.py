"""The further names of an own place: a row a name, with its language and what kind of name it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gazetteer_view.words import language_name, name_kind_word
from desktop.review.pane import push_button, tool_button
from gazetteer.places.records import Name, NameKind

LANGUAGES = (
    "ar az be bg bn cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko lt lv mk nl no pl pt ro ru sk sl sq "
    "sr sv th tr uk ur vi zh"
).split()
"""languages offered; any other tag can be typed"""
KINDS = (
    *(NameKind.TAGGED, NameKind.OFFICIAL, NameKind.SHORT, NameKind.ALTERNATE, NameKind.COLLOQUIAL),
    *(NameKind.TRANSLITERATION, NameKind.HISTORIC, NameKind.ABBREVIATION, NameKind.DEMONYM),
)


class NameRow(QWidget):
    """One name."""

    removed = Signal(object)
    """this row"""

    def __init__(self, name: Name, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"own_name_{number}")
        self.written = QLineEdit(name.name, self)
        self.written.setObjectName("own_name_written")
        self.written.setAccessibleName(self.tr("Further name"))
        self.written.setPlaceholderText(self.tr("Name"))
        self.language = self._combo("own_name_language", self.tr("Language of the name"))
        self.language.setEditable(True)
        self.language.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.language.addItem(self.tr("Language not stated"), "")
        tags = sorted({*LANGUAGES, name.lang} - {""}, key=language_name)
        for tag in tags:
            self.language.addItem(language_name(tag), tag)
        self.language.setCurrentIndex(self.language.findData(name.lang))
        self.kind = self._combo("own_name_kind", self.tr("Kind of name"))
        for kind in dict.fromkeys((*KINDS, name.kind)):
            self.kind.addItem(self._kind_word(kind), int(kind))
        self.kind.setCurrentIndex(self.kind.findData(int(name.kind)))
        self.out: QToolButton = tool_button("own_name_remove", self.tr("Remove this name"), "close", self)
        self.out.setToolButtonStyle(self.out.toolButtonStyle().ToolButtonIconOnly)
        self.out.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.written, 3)
        row.addWidget(self.language, 2)
        row.addWidget(self.kind, 2)
        row.addWidget(self.out)

    def _combo(self, name: str, title: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        combo.setMinimumContentsLength(9)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _kind_word(self, kind: NameKind) -> str:
        words = {NameKind.TAGGED: self.tr("its name"), NameKind.ALTERNATE: self.tr("another name")}
        return words.get(kind) or name_kind_word(kind) or self.tr("main name")

    @property
    def name(self) -> Name | None:
        """The name as it stands, None where the line is empty."""
        written = self.written.text().strip()
        return Name(written, self._tag(), NameKind(self.kind.currentData())) if written else None

    def _tag(self) -> str:
        """Return the tag of the language chosen or typed, by its name or as a tag."""
        typed = self.language.currentText().strip()
        at = self.language.findText(typed)
        return str(self.language.itemData(at)) if at >= 0 else typed

    def _remove(self) -> None:
        self.removed.emit(self)


class NamesEditor(QWidget):
    """The rows, and a button for one more."""

    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("own_names")
        self.setAccessibleName(self.tr("Further names"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._rows: list[NameRow] = []
        self._made = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self.more: QPushButton = push_button("own_names_more", self.tr("Add a name"), self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._add_empty)
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch(1)
        self._box.addLayout(line)

    @property
    def rows(self) -> list[NameRow]:
        return self._rows

    @property
    def names(self) -> tuple[Name, ...]:
        """The names as they stand, without empty lines."""
        return tuple(name for row in self._rows if (name := row.name) is not None)

    def add(self, name: Name) -> NameRow:
        """Add a row with a name."""
        self._made += 1
        row = NameRow(name, self._made, self)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._box.insertWidget(len(self._rows) - 1, row)
        return row

    def _add_empty(self) -> None:
        self.add(Name("", "", NameKind.TAGGED)).written.setFocus()
        self.grown.emit()

    def _remove(self, row: NameRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.more.setFocus()
        self.grown.emit()
