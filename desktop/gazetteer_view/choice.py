"""A filter as a button: it says what is chosen and opens a list to choose from, with a line to type in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from desktop.theme import set_role
from gazetteer.places.folding import fold

VALUE = Qt.ItemDataRole.UserRole
FEW = 12
"""choices that need no line to type in"""
WIDTH, LEAST_ROW, MOST_ROWS = 280, 24, 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: a value, and its words; the same value is the same choice."""

    value: str
    words: str = field(compare=False)
    note: str = field(default="", compare=False)
    """what the list says after the words, such as a count"""


class ChoiceButton(QToolButton):
    """Shows its title, the words of one choice, or how many are chosen."""

    changed = Signal()
    about_to_open = Signal()
    """the list is to be shown; what it offers may still be set"""

    def __init__(self, name: str, title: str, parent: QWidget, several: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title = title
        self.several = several
        self.choices: Sequence[Choice] = ()
        self.typed: Callable[[str], Choice | None] | None = None
        """what a typed text means beside the choices listed"""
        self._chosen: list[Choice] = []
        self._popup: ChoicePopup | None = None
        set_role(self, "chip")
        self.clicked.connect(self.open_list)
        self._show_chosen()

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen; empty for any."""
        return tuple(choice.value for choice in self._chosen)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what was chosen and is not among them is no longer chosen."""
        self.choices = choices
        known = {choice.value for choice in choices}
        kept = [choice for choice in self._chosen if choice.value in known]
        if kept != self._chosen:
            self._chosen = kept
            self._show_chosen()
            self.changed.emit()

    def choose(self, *chosen: Choice) -> None:
        """Choose these and no others."""
        if list(chosen) != self._chosen:
            self._chosen = list(chosen)
            self._show_chosen()
            self.changed.emit()

    def toggle_choice(self, choice: Choice) -> None:
        """Take a choice in or out; where only one can be chosen it takes the other's place."""
        if choice in self._chosen:
            self.choose(*(one for one in self._chosen if one != choice))
        elif self.several:
            self.choose(*self._chosen, choice)
        else:
            self.choose(choice)

    def is_chosen(self, choice: Choice) -> bool:
        return choice in self._chosen

    def open_list(self) -> None:
        """Open the list under the button."""
        self.about_to_open.emit()
        self._popup = ChoicePopup(self, self._title)
        self._popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)))

    @property
    def popup(self) -> "ChoicePopup | None":
        """The list last opened, for tests and pictures."""
        return self._popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_list()
        else:
            super().keyPressEvent(event)

    def _show_chosen(self) -> None:
        number = len(self._chosen)
        words = self._chosen[0].words if number == 1 else self._title
        if number > 1:
            words = f"{self._title} · {number}"
        self.setText(f"{words}  ▾")
        chosen = ", ".join(choice.words for choice in self._chosen) or self.tr("any")
        self.setAccessibleName(f"{self._title}: {chosen}")
        self.setToolTip(f"{self._title}: {chosen}")
        if self.property("chosen") != bool(number):
            self.setProperty("chosen", bool(number))
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()


class ChoicePopup(QFrame):
    """The list: type to narrow it, Space or a click to choose, Return to choose and close, Escape to close."""

    def __init__(self, button: ChoiceButton, title: str) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.setObjectName("choice_popup")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._button = button
        self.line = QLineEdit(self)
        self.line.setObjectName("choice_line")
        self.line.setAccessibleName(self.tr("Type to narrow the list"))
        self.line.setPlaceholderText(self.tr("Type to narrow the list"))
        self.line.setVisible(len(button.choices) > FEW or button.typed is not None)
        self.list = QListWidget(self)
        self.list.setObjectName("choice_list")
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.line.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._take)
        for widget in (self.line, self.list):
            widget.installEventFilter(self)
        self._fill("")

    def open_at(self, corner: QPoint) -> None:
        """Show the list with its upper left corner at a point of the screen, moved where it would leave it."""
        rows = min(MOST_ROWS, max(1, self.list.count()))
        line = self.line.sizeHint().height() + 6 if not self.line.isHidden() else 0
        self.resize(WIDTH, rows * max(self.list.sizeHintForRow(0), LEAST_ROW) + line + 16)
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        (self.list if self.line.isHidden() else self.line).setFocus()

    def _fill(self, text: str) -> None:
        sought = fold(text)
        offered = [choice for choice in self._button.choices if sought in fold(choice.words)]
        found = sorted(offered, key=lambda choice: not self._button.is_chosen(choice))
        extra = self._button.typed(text) if self._button.typed is not None and text.strip() else None
        self.list.clear()
        for choice in [extra, *found] if extra is not None and extra not in found else found:
            entry = QListWidgetItem(f"{choice.words}  ·  {choice.note}" if choice.note else choice.words)
            entry.setData(VALUE, choice)
            self.list.addItem(entry)
        self._mark()
        self.list.setCurrentRow(0)

    def _mark(self) -> None:
        for row in range(self.list.count()):
            entry = self.list.item(row)
            on = self._button.is_chosen(entry.data(VALUE))
            entry.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            # the tick is set here alone: the view's own toggling would come on top of a click
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)

    def _take(self, entry: QListWidgetItem) -> None:
        self._button.toggle_choice(entry.data(VALUE))
        if self._button.several:
            self._mark()
        else:
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        entry, key = self.list.currentItem(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_Space and watched is self.list):
            if self.list.count():
                self._take(entry)
            if key != Qt.Key.Key_Space:
                self.close()
            return True
        if watched is self.line and key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            return True
        return super().eventFilter(watched, event)
