"""Widgets the dialogs are built of, named and spaced alike."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import set_role

MARGIN, SPACING = 20, 12


def prepare(dialog: QDialog, name: str, title: str, width: int, height: int) -> QVBoxLayout:
    """Name, title and size a dialog and return its layout, the heading already in it."""
    dialog.setObjectName(name)
    dialog.setAccessibleName(title)
    dialog.setWindowTitle(title)
    dialog.resize(width, height)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    layout.setSpacing(SPACING)
    return layout


def text(parent: QWidget, name: str, words: str, role: str | None = None) -> QLabel:
    """Return a label that shows `words` as they are, markup included."""
    label = QLabel(words, parent)
    label.setObjectName(name)
    label.setAccessibleName(words or name.replace("_", " "))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        set_role(label, role)
    return label


def button(parent: QWidget, name: str, words: str, primary: bool = False) -> QPushButton:
    """Return a push button; the primary one is coloured and takes Enter."""
    made = QPushButton(words, parent)
    made.setObjectName(name)
    made.setAccessibleName(words.replace("&", ""))
    made.setAutoDefault(primary)
    made.setDefault(primary)
    if primary:
        set_role(made, "primary")
    return made


def clearable(line: QLineEdit) -> None:
    """Give a line its button that empties it, and the button the name that Qt leaves out."""
    line.setClearButtonEnabled(True)
    for one in line.findChildren(QToolButton):
        one.setAccessibleName(QCoreApplication.translate("Parts", "Clear"))


def button_row(*buttons: QWidget | None) -> QHBoxLayout:
    """Return a row of buttons; None is the stretch between left and right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for one in buttons:
        if one is None:
            row.addStretch(1)
        else:
            row.addWidget(one)
    return row


def table(parent: QWidget, name: str, title: str, heads: list[str]) -> QTableWidget:
    """Return an empty read-only table whose last column takes the room."""
    made = QTableWidget(0, len(heads), parent)
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setHorizontalHeaderLabels(heads)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setHighlightSections(False)
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return made


def add_row(into: QTableWidget, cells: list[str]) -> None:
    """Append a row of texts; each cell's tool tip is its whole text."""
    row = into.rowCount()
    into.insertRow(row)
    for column, words in enumerate(cells):
        cell = QTableWidgetItem(words)
        cell.setToolTip(words)
        into.setItem(row, column, cell)
