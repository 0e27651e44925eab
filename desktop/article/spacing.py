"""Paragraphs as an article needs them: air between the lines, right-to-left ones at the right."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

LEADING = 0.42
"""share of a line's height that is left free below it; plain text in Qt has none of its own"""


PLACED = 0.5
"""a line this much off the margin has been put at the right already, however full it is"""


class SpacedLayout(QPlainTextDocumentLayout):
    """Qt's lazy plain-text layout, its lines moved apart after each paragraph was laid out."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        box = super().blockBoundingRect(block)
        if not block.isValid() or not block.isVisible():
            return box
        layout = block.layout()
        count = layout.lineCount()
        if not count:
            return box
        first = layout.lineAt(0)
        gap = round(first.height() * LEADING)
        if count > 1 and layout.lineAt(1).y() < first.y() + first.height() + gap:
            for number in range(1, count):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), line.y() + number * gap))
            box.setHeight(box.height() + (count - 1) * gap)
        if first.x() <= self._margin and block.textDirection() is Qt.LayoutDirection.RightToLeft:
            for number in range(count):
                line = layout.lineAt(number)
                line.setPosition(
                    QPointF(self._margin + 0.5 + max(0.0, line.width() - line.naturalTextWidth()), line.y())
                )
        box.setHeight(box.height() + gap)
        return box

    @property
    def _margin(self) -> float:
        return self.document().documentMargin()
