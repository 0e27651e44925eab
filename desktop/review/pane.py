"""What every review pane does: read again when the project changes, follow the selection, do edits, show emptiness."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from desktop.dialogs.parts import clearable
from desktop.keyboard import KeyboardLoan
from desktop.session import Selection, Session
from desktop.theme import icon, set_role
from gazetteer.errors import ToposcopeError
from gazetteer.project.edits import Edit
from gazetteer.project.history import Changes


class Pane(QWidget):
    """A pane over the session; reads the project while it is shown, and once more when it comes to be shown."""

    def __init__(self, session: Session, name: str, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.session = session
        self._stale = True
        self._following = False
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self._pages = QStackedLayout(self)
        self.content = QWidget(self)
        self.content.setObjectName(f"{name}_content")
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.empty = QLabel(empty, self)
        self.empty.setObjectName(f"{name}_empty")
        self.empty.setAccessibleName(empty)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        set_role(self.empty, "empty")
        self._pages.addWidget(self.content)
        self._pages.addWidget(self.empty)
        session.opened.connect(self._everything_changed)
        session.closed.connect(self._everything_changed)
        session.changed.connect(self._changed)
        session.selection_changed.connect(self._selection_changed)

    # what a pane fills in -------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the project again; the session's project may be None."""

    def patch(self, changes: Changes) -> bool:
        """Bring in small changes without reading everything; False where all is to be read again."""
        return False

    def follow(self, selection: Selection) -> None:
        """Show what the session has selected; must not select anything itself."""

    # what it gets ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again now if the pane can be seen, else when it next can."""
        if not self.seen:
            self._stale = True
            return
        self._read()

    @property
    def seen(self) -> bool:
        """False for a pane that is hidden, or a tab behind another: Qt only moves that off the window."""
        window = self.window()
        here = QRect(self.mapTo(window, QPoint(0, 0)), self.size())
        return self.isVisible() and window.rect().intersects(here)

    def catch_up(self) -> None:
        """Read what was missed while the pane could not be seen; called when it comes to the front."""
        if self._stale and self.isVisible():
            self._read()

    def _read(self) -> None:
        self._stale = False
        with self.led():
            self.reload()
            self.follow(self.session.selection)

    @contextmanager
    def led(self) -> Iterator[None]:
        """While the pane shows what others chose: what changes in it then is nobody's choice."""
        self._following = True
        try:
            yield
        finally:
            self._following = False

    @property
    def following(self) -> bool:
        """True while the pane shows what others chose; what changes in it then is nobody's choice."""
        return self._following

    def show_empty(self, empty: bool, text: str | None = None) -> None:
        """Show the words for an empty pane instead of its content."""
        if text is not None:
            self.empty.setText(text)
            self.empty.setAccessibleName(text)
        self._pages.setCurrentWidget(self.empty if empty else self.content)

    def do(self, edit: Edit) -> None:
        """Queue an edit; what forbids it is told through the session."""
        try:
            self.session.do(edit)
        except ToposcopeError as error:
            self.session.failed.emit(str(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for button in self.findChildren(QToolButton):
                if button.property("sign"):
                    button.setIcon(icon(button.property("sign"), self.palette()))

    def _everything_changed(self) -> None:
        self.refresh()

    def _changed(self, changes: Changes) -> None:
        if self._stale or not self.seen or not self.patch(changes):
            self.refresh()

    def _selection_changed(self, selection: Selection) -> None:
        if not self.seen:
            self._stale = True
            return
        with self.led():
            self.follow(selection)


class TypingLine(QLineEdit):
    """A line to type in, whose Return is its own: elsewhere in a pane Return accepts the mention in focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._loan = KeyboardLoan()

    def borrow_keyboard(self, lender: QWidget | None) -> None:
        """Take the keyboard until Return or Esc; then whoever had it has it again."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._loan.begin(lender)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self._loan.end()

    def event(self, event: QEvent) -> bool:
        returns = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in returns:
            event.accept()
            return True
        return super().event(event)


class FilterLine(TypingLine):
    """A search line that tells its text after a short rest."""

    REST_MS = 150

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(hint)
        self.setPlaceholderText(hint)
        clearable(self)
        self._sign = self.addAction(icon("search", self.palette()), QLineEdit.ActionPosition.LeadingPosition)
        self._sign.setText(hint)  # what a screen reader says of the sign
        self.rest = QTimer(self, singleShot=True, interval=self.REST_MS)
        self.textChanged.connect(self.rest.start)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._sign.setIcon(icon("search", self.palette()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def push_button(name: str, text: str, parent: QWidget, tip: str = "", role: str = "") -> QPushButton:
    """Return a button with its names set."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setToolTip(tip)
    if role:
        set_role(button, role)
    return button


def tool_button(name: str, text: str, sign: str, parent: QWidget, tip: str = "") -> QToolButton:
    """Return a flat button with one of our icons and a text."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolTip(tip or text)
    button.setIcon(icon(sign, parent.palette()))
    button.setProperty("sign", sign)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
