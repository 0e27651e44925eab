"""A person with the mouse: every verb of the review by what can be clicked or drawn; only words are typed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QMenu, QPushButton, QScrollArea, QToolBar, QWidget

from gazetteer.model import Kind
from tests.e2e.driver import Driver

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
POPUP_MS = 40


class MouseHands:
    """Clicks and drags in the real window; what is out of sight is scrolled to first."""

    def __init__(self, driver: Driver) -> None:
        self.driver, self.window = driver, driver.window

    # clicking -------------------------------------------------------------------------------------------------------

    def press(self, name: str) -> None:
        """Click a button of the inspector."""
        button = self.window.inspector.findChild(QWidget, name)
        self._show(button)
        assert button.isEnabled(), f"{name} cannot be clicked"
        self.driver.click(button)

    def _show(self, widget: QWidget) -> None:
        self.window.inspector.findChild(QScrollArea, "inspector_scroll").ensureWidgetVisible(widget)

    def decide(self, name: str) -> None:
        self.driver.edit(lambda: self.press(name))

    def choose(self, name: str, opening: Callable[[], None]) -> None:
        """Open a menu and click one of its entries; a menu that is open keeps `opening` from returning."""
        clicked: list[QAction] = []

        def look() -> None:
            menu = QApplication.activePopupWidget()
            entries = [a for a in menu.actions() if a.objectName() == name] if isinstance(menu, QMenu) else []
            if not entries:
                QTimer.singleShot(POPUP_MS, look)
                return
            assert entries[0].isEnabled(), f"{name} cannot be chosen"
            clicked.append(entries[0])
            QTest.mouseClick(menu, LEFT, NO_KEY, menu.actionGeometry(entries[0]).center())

        QTimer.singleShot(POPUP_MS, look)
        opening()
        self.driver.wait(lambda: clicked, f"{name} in a menu")

    def choose_in_bar(self, action_id: str) -> None:
        """Click an entry of the menu bar."""
        bar = self.window.menuBar()
        title = next(a for a in bar.actions() if self.window.commands[action_id] in a.menu().actions())
        self.choose(action_id, lambda: self.driver.click(bar, bar.actionGeometry(title).center()))

    def press_tool(self, action_id: str) -> None:
        self.driver.click(self.window.findChild(QToolBar, "tool_bar").findChild(QWidget, f"tool_{action_id}"))

    # the verbs ------------------------------------------------------------------------------------------------------

    def select(self, mention_id: str) -> None:
        """Click the mention's row in the list."""
        mentions = self.window.mentions
        if not self.window.docks.dock_of(mentions).on_top:
            self.choose_in_bar("find")
            self.driver.wait(lambda: self.window.docks.dock_of(mentions).on_top, "the list")
        if self.window.session.selection.mention_id == mention_id:
            return
        index = mentions.model.index(mentions.model.row_of(mention_id), 0)
        mentions.view.scrollTo(index)
        self.driver.click(mentions.view.viewport(), mentions.view.visualRect(index).center())
        self.driver.wait(lambda: self.window.session.selection.mention_id == mention_id, "the clicked mention")

    def take(self, rank: int) -> None:
        candidates = self.window.inspector.candidates
        self._show(candidates)
        row = candidates.visualRect(candidates.model().index(rank - 1, 0))
        self.driver.edit(lambda: self.driver.click(candidates.viewport(), row.center()))

    def search(self, words: str) -> None:
        self.press("verdict_search")
        dialog = self.dialog("gazetteer_dialog")
        line, hits = dialog.findChild(QWidget, "gazetteer_line"), dialog.findChild(QListWidget, "gazetteer_hits")
        QTest.mouseDClick(line, LEFT, NO_KEY, line.rect().center())
        line.selectAll()
        QTest.keyClicks(line, words)
        self.driver.wait(lambda: hits.count() and hits.item(0).text().startswith(words), f"{words} to be found")
        self.driver.click(hits.viewport(), hits.visualItemRect(hits.item(0)).center())
        self.driver.edit(lambda: self.driver.click(dialog.findChild(QPushButton, "gazetteer_take")))

    def pin(self, radius_m: int) -> None:
        self.choose_in_bar("zoom_to")
        self.driver.wait(lambda: self.driver.ask("window.toposcope.map.getZoom() === 9"), "the place close up")
        self.driver.wait(lambda: not self.driver.ask("window.toposcope.state.moving"), "the map to come to rest")
        self.press("verdict_pin")
        self.driver.wait(lambda: self.driver.ask("window.toposcope.tools.name === 'pin'"), "the pin mode")
        middle = "window.toposcope.map.getSize().divideBy(2).round()"
        spot = self.driver.ask(middle)
        # a degree of latitude is 111 km
        north = f"window.toposcope.map.getCenter().lat + {radius_m / 111_195}"
        edge = self.driver.ask(f"window.toposcope.map.latLngToContainerPoint([{north}, 0])")
        spots = [QPoint(spot["x"], spot["y"]), QPoint(spot["x"], round(edge["y"]))]
        self.driver.edit(lambda: self._drag_on_map(*spots))

    def _drag_on_map(self, start: QPoint, end: QPoint) -> None:
        target, shift = self.window.map.view.focusProxy(), Qt.KeyboardModifier.ShiftModifier
        QTest.mousePress(target, LEFT, shift, start)
        for spot in ((start + end) / 2, end):
            QTest.mouseMove(target, spot)
            self.driver.pause(80)  # the page hears of one move a frame
        QTest.mouseRelease(target, LEFT, shift, end)

    def kind(self, kind: Kind) -> None:
        self.driver.edit(lambda: self.choose(f"kind_{kind.value}", lambda: self.press("verdict_kind")))

    def confirm(self) -> None:
        self.decide("verdict_confirm")

    def accept(self) -> None:
        self.confirm()

    def cannot_identify(self) -> None:
        self.decide("verdict_unknown")

    def defer(self) -> None:
        self.decide("verdict_defer")

    def reset(self) -> None:
        self.decide("verdict_reset")

    def star(self) -> None:
        self.decide("inspector_star")

    def note(self, words: str) -> None:
        self._write("inspector_note", words, "inspector_tags")

    def tags(self, words: str) -> None:
        self._write("inspector_tags", words, "inspector_note")

    def _write(self, name: str, words: str, elsewhere: str) -> None:
        """Click into a line, type, and click elsewhere."""
        self.window.activateWindow()  # no window manager does it here
        self.driver.wait(self.window.isActiveWindow, "the active window")
        self.press(name)
        QTest.keyClicks(self.window.inspector.findChild(QWidget, name), words)
        self.driver.edit(lambda: self.press(elsewhere))

    def apply_to_all(self) -> None:
        self.press("verdict_apply_all")
        dialog = self.dialog("apply_all_dialog")
        self.driver.edit(lambda: self.driver.click(dialog.findChild(QPushButton, "apply_all_ok")))

    def undo(self) -> None:
        self.driver.edit(lambda: self.press_tool("undo"))

    def redo(self) -> None:
        self.driver.edit(lambda: self.press_tool("redo"))

    # the words ------------------------------------------------------------------------------------------------------

    def mark(self, before: str, words: str) -> None:
        self._drag_over(words)
        self._in_menu("add_mention", self._box_of(words).center())
        self._wait_for_focus(words)

    def move_ends(self, words: str) -> None:
        self._drag_over(words)
        self._in_menu("move_ends", self._box_of(words).center())
        self._wait_for_focus(words)

    def split(self, second: str) -> None:
        self._in_menu("split_mention", self._box_of(second).topLeft() + QPoint(1, 4))
        self.driver.wait(lambda: self.window.session.selection.mention_id is not None, "the first part")

    def remove(self) -> None:
        boxes = self.window.article.text.mention_boxes(self.window.session.selection.mention_id)
        self._in_menu("remove_mention", boxes[0].center().toPoint())

    def _in_menu(self, name: str, spot: QPoint) -> None:
        """Click an entry of the menu of the right button at a point of the article."""
        viewport = self.window.article.text.viewport()
        # QTest's right click brings no menu: a window system sends this event beside the click
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, viewport.mapToGlobal(spot))
        self.driver.edit(lambda: self.choose(name, lambda: QApplication.sendEvent(viewport, asked)))

    def _box_of(self, words: str) -> QRect:
        """Return where the words nearest to the mention in focus lie in the article's viewport."""
        article = self.window.article.text
        text, near = article.toPlainText(), article.textCursor().position()
        starts = [at for at in range(len(text)) if text.startswith(words, at)]
        start = min(starts, key=lambda at: abs(at - near))
        cursor = QTextCursor(article.document())
        cursor.setPosition(start)
        left = article.cursorRect(cursor)
        cursor.setPosition(start + len(words))
        return left.united(article.cursorRect(cursor))

    def _drag_over(self, words: str) -> None:
        viewport, box = self.window.article.text.viewport(), self._box_of(words)
        start, end = QPoint(box.left(), box.center().y()), QPoint(box.right(), box.center().y())
        QTest.mousePress(viewport, LEFT, NO_KEY, start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, LEFT, NO_KEY, end)
        assert self.window.article.text.textCursor().selectedText() == words

    def _wait_for_focus(self, words: str) -> None:
        self.driver.wait(lambda: self.driver.focused_words() == words, f"“{words}” in focus")

    # leaving --------------------------------------------------------------------------------------------------------

    def export(self) -> None:
        self.press_tool("export")
        dialog = self.dialog("export_dialog")
        self.driver.click(dialog.findChild(QPushButton, "export_start"))
        close = dialog.findChild(QPushButton, "export_close")
        self.driver.wait(close.isVisible, "the end of the export")
        self.driver.click(close)

    def dialog(self, name: str) -> QDialog:
        self.driver.wait(lambda: self.window.findChild(QDialog, name) is not None, name)
        return self.window.findChild(QDialog, name)
