"""The histogram of articles by date, painted by hand, with a stretch of it chosen by mouse or keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.review.painting import small
from desktop.review.words import articles_word, mentions_word
from desktop.theme import colours
from gazetteer.project.facets import Bin

Stretch = tuple[int, int]
"""numbers of the first and the last bar, both included"""
SIDE, AXIS, HEAD = 14, 20, 16
"""pixels beside the bars, under them for the dates, above them for the highest count"""
LEAST_BAR, MOST_BAR = 2.0, 44.0


class Histogram(QWidget):
    """Bars, oldest at the left. Arrows walk, Shift extends, Escape lets all through; dragging chooses a stretch."""

    chosen = Signal(object)
    """Stretch, or None for all"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_histogram")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(70)
        self.bars: tuple[Bin, ...] = ()
        self.unit = "day"
        self._stretch: Stretch | None = None
        self._anchor, self._head = 0, 0
        self._dragged: Stretch | None = None
        self._name()

    def show_bars(self, unit: str, bars: tuple[Bin, ...]) -> None:
        """Draw these bars instead; the stretch is told by `show_stretch`."""
        if (unit, bars) != (self.unit, self.bars):
            self.unit, self.bars = unit, bars
            self._dragged = None
            self._name()
            self.update()

    def show_stretch(self, stretch: Stretch | None) -> None:
        """Draw a stretch as chosen; nobody is told."""
        if stretch is not None and stretch != self._ordered():
            self._anchor, self._head = stretch
        self._stretch = stretch
        self._name()
        self.update()

    @property
    def stretch(self) -> Stretch | None:
        """The bars chosen; None for all."""
        return self._stretch

    # choosing -------------------------------------------------------------------------------------------------------

    def choose(self, stretch: Stretch | None) -> None:
        """Choose a stretch, as a drag of the mouse does, and tell."""
        if stretch != self._stretch:
            self.show_stretch(stretch)
            self.chosen.emit(stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, key = len(self.bars) - 1, event.key()
        if last < 0:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._stretch is not None:
            self.choose(None)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(
                1 if key == Qt.Key.Key_Right else -1, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._anchor = self._head = 0 if key == Qt.Key.Key_Home else last
            self.choose(self._ordered())
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int, extend: bool) -> None:
        """Go a bar on from the one the keys are at; the first step chooses the bar at that end."""
        last = len(self.bars) - 1
        if self._stretch is None:
            self._anchor = self._head = 0 if by > 0 else last
        else:
            self._head = min(max(self._head + by, 0), last)
            self._anchor = self._anchor if extend else self._head
        self.choose(self._ordered())

    def _ordered(self) -> Stretch:
        return min(self._anchor, self._head), max(self._anchor, self._head)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.bars:
            self._anchor = self._head = self._bar_at(event.position().x())
            self._dragged = self._ordered()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.bars:
            return
        number = self._bar_at(event.position().x())
        if self._dragged is not None:
            self._head = number
            self._dragged = self._ordered()
            self.update()
        QToolTip.showText(event.globalPosition().toPoint(), self.words(number, number), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            return
        stretch, self._dragged = self._dragged, None
        # a second click on the one bar chosen lets all through again
        self.choose(None if stretch == self._stretch and stretch[0] == stretch[1] else stretch)
        self.update()

    def _bar_at(self, x: float) -> int:
        return min(max(int((x - SIDE) / self._step()), 0), len(self.bars) - 1)

    # words ----------------------------------------------------------------------------------------------------------

    def words(self, first: int, last: int) -> str:
        """Return what a stretch of bars holds, for people: dates, articles, mentions."""
        bars = self.bars[first : last + 1]
        when = self._date(bars[0].first)
        if bars[0].first != bars[-1].last:
            when = self.tr("{first} to {last}").format(first=when, last=self._date(bars[-1].last))
        articles = articles_word(sum(bar.documents for bar in bars))
        return f"{when}: {articles}, {mentions_word(sum(bar.mentions for bar in bars))}"

    def _date(self, iso: str) -> str:
        return iso

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Articles by date"))
        if not self.bars:
            words = self.tr("no article has a full date")
        elif self._stretch is not None:
            words = self.words(*self._stretch)
        else:
            words = self.words(0, len(self.bars) - 1)
        self.setAccessibleDescription(words)

    # painting -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 96)

    def _step(self) -> float:
        return min(MOST_BAR, max(LEAST_BAR, (self.width() - 2 * SIDE) / max(1, len(self.bars))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small(self.font()))
        chosen = colours(self.palette())
        floor = self.height() - AXIS
        if self.bars:
            self._paint_bars(painter, floor)
            self._paint_axis(painter, floor)
        painter.setPen(QPen(QColor(chosen.border), 1))
        painter.drawLine(QPointF(SIDE, floor + 0.5), QPointF(self.width() - SIDE, floor + 0.5))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(chosen.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_bars(self, painter: QPainter, floor: int) -> None:
        chosen, step = colours(self.palette()), self._step()
        highest = max(bar.documents for bar in self.bars) or 1
        shown = self._dragged or self._stretch
        if shown is not None:
            ground = QRectF(SIDE + shown[0] * step, HEAD - 4, (shown[1] - shown[0] + 1) * step, floor - HEAD + 4)
            painter.fillRect(ground, QColor(chosen.selection))
        gap = 1.0 if step > 3 else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self.bars):
            if not bar.documents:
                continue
            inside = shown is None or shown[0] <= number <= shown[1]
            painter.setBrush(QColor(chosen.accent if inside else chosen.not_a_place))
            high = max(2.0, (floor - HEAD) * bar.documents / highest)
            painter.drawRect(QRectF(SIDE + number * step + gap / 2, floor - high, step - gap, high))
        painter.setPen(QColor(chosen.muted))
        top = QRectF(SIDE, 0, self.width() - 2 * SIDE, HEAD)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, articles_word(highest))

    def _paint_axis(self, painter: QPainter, floor: int) -> None:
        """Write dates under the bars, as many as fit beside each other."""
        metrics, step = QFontMetricsF(painter.font()), self._step()
        painter.setPen(QColor(colours(self.palette()).muted))
        free = 0.0
        for number, bar in enumerate(self.bars):
            text = _tick(self.unit, bar.first)
            x, width = SIDE + number * step, metrics.horizontalAdvance(text)
            if x < free or x + width > self.width() - 2:
                continue
            if number and self.unit == "month" and not bar.first.endswith("-01-01") and step < 12:
                continue
            painter.drawText(QRectF(x, floor + 2, width + 2, AXIS - 2), Qt.AlignmentFlag.AlignVCenter, text)
            free = x + width + 14


def _tick(unit: str, iso: str) -> str:
    if unit == "year":
        return iso[:4]
    return iso[:7] if unit == "month" else iso
