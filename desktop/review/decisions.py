"""The history of a mention: every decision, those an undo withdrew struck through."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.core_words import said
from desktop.review.drawn_rows import DrawnRows
from desktop.review.painting import draw_text, small
from desktop.review.words import when_word
from desktop.theme import colours
from gazetteer.project.rows import DecisionRow

DOT = 7.0
GAP = 10.0


class HistoryView(DrawnRows[DecisionRow]):
    """A line of dots downwards, newest first: what was done, by whom and when, what stood then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history", parent)

    def show_history(self, rows: Sequence[DecisionRow]) -> None:
        """Show decisions, given oldest first."""
        latest = list(reversed(rows))
        words = "; ".join(f"{row.label}, {row.who}, {when_word(row.when)}" for row in latest)
        self._take(latest, self.tr("History: {words}").format(words=words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.row_height()
        for number, row in enumerate(self._rows):
            box = QRectF(0, number * height, self.width(), height)
            self._draw_dot(painter, box, row, last=number == len(self._rows) - 1)
            self._draw_words(painter, box.adjusted(DOT + 12, 0, 0, -GAP), row)

    def _draw_dot(self, painter: QPainter, box: QRectF, row: DecisionRow, last: bool) -> None:
        chosen = colours(self.palette())
        line = QFontMetricsF(self.font()).height()
        centre = QPointF(DOT / 2 + 1, box.top() + line / 2)
        if not last:
            painter.setPen(QPen(QColor(chosen.border), 1.5))
            painter.drawLine(QLineF(centre.x(), centre.y(), centre.x(), centre.y() + box.height()))
        painter.setPen(QPen(QColor(chosen.not_a_place if row.withdrawn else chosen.human), 1.6))
        painter.setBrush(QColor(chosen.base if row.withdrawn else chosen.human))
        painter.drawEllipse(centre, DOT / 2, DOT / 2)

    def _draw_words(self, painter: QPainter, box: QRectF, row: DecisionRow) -> None:
        chosen = colours(self.palette())
        half = box.height() / 2
        upper, lower = box.adjusted(0, 0, 0, -half), box.adjusted(0, half, 0, 0)
        painter.setFont(small(self.font()))
        taken = draw_text(painter, upper, f"{row.who}, {when_word(row.when)}", chosen.muted, right=True)
        font = QFont(self.font())
        font.setStrikeOut(row.withdrawn)
        painter.setFont(font)
        colour = chosen.muted if row.withdrawn else chosen.text
        draw_text(painter, upper.adjusted(0, 0, -taken - 8, 0), said(row.label), colour)
        painter.setFont(small(self.font()))
        draw_text(painter, lower, f"{said(row.before)}  →  {said(row.after)}", chosen.muted)

    def row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * 2 + GAP
