"""Why a place was taken: each cue with its weight as a bar to the right or to the left."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.gazetteer_view.words import reader_language
from desktop.review.drawn_rows import DrawnRows
from desktop.review.painting import draw_text, small
from desktop.theme import colours
from gazetteer.model import Cue
from gazetteer.why import cue_text

SHOWN = 8
BAR_PX = 92
ROW_GAP = 6


class CueTable(DrawnRows[tuple[str, float]]):
    """One row a cue, strongest first; the rest summed up in one row, so that all rows make the score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cues", parent)

    def show_cues(self, cues: Sequence[Cue]) -> None:
        """Show cues, which sum to the candidate's score."""
        ordered = sorted(cues, key=lambda cue: -abs(cue.weight))
        lang = reader_language()
        rows = [(cue_text(cue.name, lang) or cue.text or cue.name, cue.weight) for cue in ordered[:SHOWN]]
        rest = ordered[SHOWN:]
        if rest:
            total = sum(cue.weight for cue in rest)
            rows.append((self.tr("{n} weaker reasons").format(n=len(rest)), total))
        if cues:
            rows.append((self.tr("Score"), sum(cue.weight for cue in cues)))
        words = "; ".join(f"{text} {signed(weight)}" for text, weight in rows)
        self._take(rows, self.tr("Reasons: {words}").format(words=words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = small(self.font())
        chosen = colours(self.palette())
        strongest = max((abs(weight) for _, weight in self._rows[:-1]), default=0.0) or 1.0
        for number, (text, weight) in enumerate(self._rows):
            box = QRectF(0, number * self.row_height(), self.width(), self.row_height())
            last = number == len(self._rows) - 1
            painter.setFont(font)
            figure = box.adjusted(box.width() - 44, 0, 0, 0)
            draw_text(painter, figure, signed(weight), chosen.text if last else chosen.muted, right=True)
            draw_text(painter, box.adjusted(0, 0, -BAR_PX - 56, 0), text, chosen.text)
            if last:
                painter.setPen(QPen(QColor(chosen.border), 1))
                painter.drawLine(QLineF(box.left(), box.top(), box.right(), box.top()))
            else:
                self._draw_bar(painter, box.adjusted(box.width() - BAR_PX - 48, 0, -48, 0), weight / strongest)

    def _draw_bar(self, painter: QPainter, box: QRectF, share: float) -> None:
        chosen = colours(self.palette())
        middle, half = box.center().x(), box.width() / 2
        length = half * min(1.0, abs(share))
        bar = QRectF(middle if share > 0 else middle - length, box.center().y() - 3, length, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chosen.plotted if share > 0 else chosen.problem))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QPen(QColor(chosen.border), 1))
        painter.drawLine(QLineF(middle, box.top() + 2, middle, box.bottom() - 2))

    def row_height(self) -> float:
        return QFontMetricsF(small(self.font())).height() + ROW_GAP


def signed(weight: float) -> str:
    """Return a weight with its sign, two decimals, a true minus."""
    return f"{weight:+.2f}".replace("-", "−")
