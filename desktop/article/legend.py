"""One line below the article that says what each underline means."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.article.looks import Look, draw_underline, look_colour, look_word
from desktop.theme import colours

SAMPLE = "Aa"
GAP_PX = 16
PAD_PX = 12


class Legend(QWidget):
    """Draws a sample of every look with its meaning, as many lines as the width needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_legend")
        self.setAccessibleName(self.tr("What the underlines mean"))
        self.setAccessibleDescription(", ".join(look_word(look) for look in Look))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(self.width() or 480))

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1][1].bottom()) + 8

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = colours(self.palette())
        painter.fillRect(self.rect(), QColor(chosen.base))
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(chosen.border))
        metrics = self.fontMetrics()
        sample_width = metrics.horizontalAdvance(SAMPLE)
        for look, box in self._places(self.width()):
            baseline = box.top() + metrics.ascent()
            painter.setPen(QColor(chosen.text))
            painter.drawText(QPointF(box.left(), baseline), SAMPLE)
            colour = look_colour(look, self.palette())
            draw_underline(painter, look, box.left() - 1, box.left() + sample_width + 1, baseline + 3, colour)
            painter.setPen(QColor(chosen.muted))
            painter.drawText(QPointF(box.left() + sample_width + 7, baseline), look_word(look))

    def _places(self, width: int) -> list[tuple[Look, QRectF]]:
        metrics = self.fontMetrics()
        height = metrics.height() + 4
        x, y = PAD_PX, 8
        places = []
        for look in Look:
            needed = metrics.horizontalAdvance(SAMPLE) + 7 + metrics.horizontalAdvance(look_word(look))
            if x > PAD_PX and x + needed > width - PAD_PX:
                x, y = PAD_PX, y + height + 2
            places.append((look, QRectF(x, y, needed, height)))
            x += needed + GAP_PX
        return places
