"""A view that takes the keyboard and chooses nothing by it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    View = QAbstractItemView
else:
    View = object


class QuietFocus(View):
    """Mixed into a view, before it: Qt would put the first row in focus with the keyboard, which nobody chose."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        chosen, selection = self.currentIndex().isValid(), self.selectionModel()
        if chosen or selection is None:
            super().focusInEvent(event)
            return
        silent = selection.blockSignals(True)
        super().focusInEvent(event)
        selection.clearCurrentIndex()
        selection.blockSignals(silent)
