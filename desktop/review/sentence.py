"""A sentence with names marked in it, wrapped to a width: for the inspector and for lists of evidence."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import colours

LINE_SPACING = 1.28
BORDER = 3


class MarkedLayout:
    """A sentence laid out for a width. Marks are (start, end) in code points of the sentence."""

    def __init__(
        self, text: str, marks: Sequence[tuple[int, int]], font: QFont, width: float, palette: QPalette
    ) -> None:
        # every blank is one position, so that the marks stay where they are
        shown = "".join(" " if letter.isspace() else letter for letter in text)
        self._layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if runs_right_to_left(shown):
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._layout.setTextOption(option)
        self._layout.setFormats([_marked(text, mark, palette) for mark in marks])
        self.height = self._lay_out(width)

    def _lay_out(self, width: float) -> float:
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(20.0, width))
            line.setPosition(QPointF(0, y))
            y += line.height() * LINE_SPACING
        self._layout.endLayout()
        return y

    def draw(self, painter: QPainter, corner: QPointF, colour: QColor) -> None:
        """Draw the sentence with its upper left corner at a point."""
        painter.setPen(colour)
        self._layout.draw(painter, corner)


def _marked(text: str, mark: tuple[int, int], palette: QPalette) -> QTextLayout.FormatRange:
    start, end = mark
    chosen = colours(palette)
    letters = QTextCharFormat()
    letters.setFontWeight(QFont.Weight.Bold)
    letters.setBackground(QColor(chosen.mark))
    letters.setForeground(QColor(chosen.text))
    found = QTextLayout.FormatRange()
    found.start = utf16_length(text[:start])
    found.length = utf16_length(text[start:end])
    found.format = letters
    return found


def runs_right_to_left(text: str) -> bool:
    """Say whether the first letter with a direction runs from the right to the left."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def utf16_length(text: str) -> int:
    """Return how many positions Qt counts for a text."""
    return len(text) + sum(letter > "\uffff" for letter in text)


class SentenceView(QWidget):
    """A quotation with a bar at its side; a click on it asks to open the article there."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentence")
        self._text = ""
        self._marks: list[tuple[int, int]] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sentence(self, text: str, marks: Sequence[tuple[int, int]]) -> None:
        """Show a sentence with marks in code points."""
        self._text, self._marks = text, list(marks)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return self._text

    @property
    def marked_words(self) -> list[str]:
        return [self._text[start:end] for start, end in self._marks]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).height) + 12

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width() or 240))

    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chosen.border))
        painter.drawRoundedRect(QRectF(0, 2, BORDER, self.height() - 4), 1.5, 1.5)
        self._laid_out(self.width()).draw(painter, QPointF(BORDER + 9, 6), QColor(chosen.text))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def _laid_out(self, width: int) -> MarkedLayout:
        return MarkedLayout(self._text, self._marks, self.font(), width - BORDER - 9, self.palette())
