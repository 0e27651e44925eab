"""The keyboard on loan: who had it before has it again."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class KeyboardLoan:
    """Remembers who had the keyboard when something took it for a moment."""

    def __init__(self) -> None:
        self._lender: QWidget | None = None

    def begin(self, lender: QWidget | None = None) -> None:
        """Remember a widget, or the one that has the keyboard now."""
        self._lender = lender or QApplication.focusWidget()

    def end(self) -> None:
        """Give the keyboard back, if whoever had it is still there to be seen."""
        lender, self._lender = self._lender, None
        if lender is not None and shiboken6.isValid(lender) and lender.isVisible():
            lender.setFocus(Qt.FocusReason.OtherFocusReason)
