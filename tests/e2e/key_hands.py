"""A person at the keyboard alone: every verb of the review by its key."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton, QWidget

from gazetteer.model import Kind
from tests.e2e.driver import Driver

PIN_RADII = (0, 500, 1000, 2000, 5000, 10000)
KINDS = {
    Kind.ORGANISATION: "O",
    Kind.PERSON: "P",
    Kind.DEMONYM: "D",
    Kind.METONYM: "M",
    Kind.FACILITY: "F",
    Kind.EVENT: "E",
    Kind.LANGUAGE: "L",
    Kind.OTHER: "X",
    Kind.LITERAL: "N",
}
MOST_STEPS = 600


def take_the_mouse_away() -> None:
    """Make every way to press, move or click a mouse raise."""

    def refused(*arguments: object, **named: object) -> None:
        raise AssertionError("this scenario has no mouse")

    for name in ("mousePress", "mouseRelease", "mouseClick", "mouseDClick", "mouseMove"):
        setattr(QTest, name, refused)


class KeyHands:
    """Presses keys where the keyboard is, and looks where it went."""

    def __init__(self, driver: Driver) -> None:
        self.driver, self.window = driver, driver.window
        take_the_mouse_away()

    # pressing -------------------------------------------------------------------------------------------------------

    def press(self, keys: str) -> None:
        """Press a key sequence in the widget that has the keyboard."""
        QTest.keySequence(self.keyboard(), QKeySequence(keys))

    def keyboard(self) -> QWidget:
        if QApplication.focusWidget() is None:
            (QApplication.activeModalWidget() or self.window).activateWindow()  # no window manager does it here
        self.driver.wait(lambda: QApplication.focusWidget() is not None, "the keyboard")
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def type(self, words: str) -> None:
        QTest.keyClicks(self.keyboard(), words)

    def walk_to(self, pane: QWidget) -> None:
        """Go on from pane to pane until this one has the keyboard."""
        for _ in range(20):
            if self.keyboard() is pane or pane.isAncestorOf(self.keyboard()):
                return
            self.press("F6")
        raise AssertionError(f"F6 never came to {pane.objectName()}")

    def decide(self, keys: str) -> None:
        """Press keys that make one edit, in the list."""
        self.walk_to(self.window.mentions.view)
        self.driver.edit(lambda: self.press(keys))

    # the verbs ------------------------------------------------------------------------------------------------------

    def select(self, mention_id: str) -> None:
        """Walk through the list with J until the mention is in focus."""
        if not self.window.mentions.isVisible() or not self.window.mentions.view.isVisible():
            self.press("Ctrl+F")
        self._to_list()
        for _ in range(MOST_STEPS):
            if self.window.session.selection.mention_id == mention_id:
                return
            self.press("J")
        raise AssertionError("J never came to the mention")

    def _to_list(self) -> None:
        view = self.window.mentions.view
        if not self.window.docks.dock_of(self.window.mentions).on_top:
            self.press("Ctrl+F")
            for _ in range(6):
                if self.keyboard() is view:
                    return
                self.press("Tab")
        self.walk_to(view)

    def take(self, rank: int) -> None:
        self.decide(str(rank))

    def search(self, words: str) -> None:
        self.walk_to(self.window.mentions.view)
        self.press("E")
        hits = self.dialog("gazetteer_dialog").findChild(QListWidget, "gazetteer_hits")
        self.type(words)
        self.driver.wait(lambda: hits.count() and hits.item(0).text().startswith(words), f"{words} to be found")
        self.driver.edit(lambda: self.press("Return"))

    def pin(self, radius_m: int) -> None:
        self.walk_to(self.window.mentions.view)
        self.press("Z")
        self.driver.wait(lambda: self.driver.ask("window.toposcope.map.getZoom() === 9"), "the place close up")
        self.driver.wait(lambda: not self.driver.ask("window.toposcope.state.moving"), "the map to come to rest")
        self.press("P")
        self.driver.wait(lambda: self.driver.ask("window.toposcope.tools.name === 'pin'"), "the pin mode")
        for _ in range(PIN_RADII.index(radius_m)):
            self.press("Shift+Up")
        reached = f"window.toposcope.tools.drawing.radius === {radius_m}"
        self.driver.wait(lambda: self.driver.ask(reached), "the radius")
        self.driver.edit(lambda: self.press("Return"))
        self.driver.wait(lambda: self.keyboard() is self.window.mentions.view, "the keyboard to come back")

    def kind(self, kind: Kind) -> None:
        def keys() -> None:
            self.press("N")
            self.press(KINDS[kind])

        self.walk_to(self.window.mentions.view)
        self.driver.edit(keys)

    def confirm(self) -> None:
        self.decide("C")

    def accept(self) -> None:
        self.decide("Return")

    def cannot_identify(self) -> None:
        self.decide("U")

    def defer(self) -> None:
        self.decide("D")

    def reset(self) -> None:
        self.decide("Backspace")

    def star(self) -> None:
        self.decide("S")

    def note(self, words: str) -> None:
        self._write("W", words)

    def tags(self, words: str) -> None:
        self._write("T", words)

    def _write(self, key: str, words: str) -> None:
        self.walk_to(self.window.mentions.view)
        self.press(key)
        self.type(words)
        self.driver.edit(lambda: self.press("Return"))

    def apply_to_all(self) -> None:
        self.walk_to(self.window.mentions.view)
        self.press("Shift+Return")
        self.dialog("apply_all_dialog")
        self.driver.edit(lambda: self.press("Return"))

    def undo(self) -> None:
        self.driver.edit(lambda: self.press("Ctrl+Z"))

    def redo(self) -> None:
        self.driver.edit(lambda: self.press("Ctrl+Shift+Z"))

    # the words ------------------------------------------------------------------------------------------------------

    def mark(self, before: str, words: str) -> None:
        """Mark words that stand before the mention in focus."""
        self._select_words(words, "Ctrl+Left")
        self.driver.edit(lambda: self.press("M"))
        self._wait_for_focus(words)

    def move_ends(self, words: str) -> None:
        self._select_words(words, "Ctrl+Right")
        self.driver.edit(lambda: self.press("B"))
        self._wait_for_focus(words)

    def split(self, second: str) -> None:
        """Split the mention in focus where its second word begins."""
        article = self.window.article.text
        self.walk_to(article)
        self._press_until(
            "Ctrl+Right", lambda: article.toPlainText()[article.textCursor().position() :].startswith(second)
        )
        self.driver.edit(lambda: self.press("X"))
        self.driver.wait(lambda: self.window.session.selection.mention_id is not None, "the first part")

    def remove(self) -> None:
        self.decide("Delete")

    def _select_words(self, words: str, way: str) -> None:
        article = self.window.article.text
        self.walk_to(article)
        text = article.toPlainText()
        self._press_until(way, lambda: text[article.textCursor().position() :].startswith(words))
        for _ in words:
            self.press("Shift+Right")
        assert article.textCursor().selectedText() == words

    def _press_until(self, keys: str, reached: Callable[[], bool]) -> None:
        for _ in range(40):
            if reached():
                return
            self.press(keys)
        raise AssertionError(f"{keys} never came there")

    def _wait_for_focus(self, words: str) -> None:
        self.driver.wait(lambda: self.driver.focused_words() == words, f"“{words}” in focus")

    # leaving --------------------------------------------------------------------------------------------------------

    def export(self) -> None:
        self.press("Ctrl+E")
        dialog = self.dialog("export_dialog")
        self.press("Return")
        close = dialog.findChild(QPushButton, "export_close")
        self.driver.wait(close.isVisible, "the end of the export")
        self.press("Return")
        self.driver.wait(lambda: self.window.findChild(QDialog, "export_dialog") is None, "the window again")

    def dialog(self, name: str) -> QDialog:
        """Return a dialog that has come up and has the keyboard."""
        self.driver.wait(lambda: self.window.findChild(QDialog, name) is not None, name)
        found = self.window.findChild(QDialog, name)
        found.activateWindow()
        self.driver.wait(found.isActiveWindow, f"{name} to take the keyboard")
        return found
