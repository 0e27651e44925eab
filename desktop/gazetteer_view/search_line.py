"""The line the gazetteer is searched with: Down and Return lead from it to the places found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.review.pane import FilterLine


class SearchLine(FilterLine):
    """A filter line whose next stop is the list, not the chips between them."""

    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)
