"""Strokes that the lists of all panes share: grounds, badges, bars, rows of letters."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.article.looks import Look, draw_sign, look_colour
from desktop.review.quiet_focus import QuietFocus
from desktop.theme import colours

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
"""the role under which every model gives its whole row"""
PAD = 12
SIGN = 13


class RowDelegate(QStyledItemDelegate):
    """Paints whole rows by hand; a subclass says how high a row is and what is in it."""

    LINES, ROOM = 1, 16
    """height of a row: lines of text, and the pixels above, between and below them"""

    def draw(self, painter: QPainter, box: QRectF, index: Index, palette: QPalette) -> None:
        """Draw a row's content into `box`, which leaves the outer padding out."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(QFontMetricsF(option.font).height() * self.LINES) + self.ROOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        painter.setFont(option.font)
        box = option.rect.toRectF().adjusted(PAD, 6, -PAD, -6)
        self.draw(painter, box, index, option.palette)
        painter.restore()


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw a row's ground: selected, under the mouse or plain, with a bar where the keyboard is."""
    chosen = colours(option.palette)
    box = option.rect
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(chosen.selection))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(chosen.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(chosen.hover))


class OneLine(QLabel):
    """A line of text that ends with an ellipsis where it finds no room, rather than ask for more."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, self.rect(), side, self.palette(), self.isEnabled(), cut, self.foregroundRole()
        )


class RowList(QuietFocus, QListView):
    """A list in which nothing is in focus until somebody chooses it."""


def row_list(name: str, title: str, delegate: RowDelegate, parent: QWidget) -> RowList:
    """Return a list view that shows rows as `delegate` draws them."""
    view = RowList(parent)
    view.setObjectName(name)
    view.setAccessibleName(title)
    view.setItemDelegate(delegate)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    return view


def bold(font: QFont) -> QFont:
    """Return the font, semi-bold."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def small(font: QFont) -> QFont:
    """Return the font, a size smaller."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.9)
    return smaller


def draw_text(painter: QPainter, box: QRectF, text: str, colour: str, right: bool = False) -> float:
    """Draw one line of text, cut with an ellipsis where it does not fit; return its width."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, box.width())
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def one_line(text: str) -> str:
    """Return the text with line breaks as blanks, so that a list shows it in one line."""
    return " ".join(text.split())


def draw_signed(painter: QPainter, look: Look, number: str, x: float, box: QRectF, palette: QPalette) -> float:
    """Draw a sign with a number after it, from `x` on; return where it ends."""
    top = box.center().y() - SIGN / 2
    draw_sign(painter, look, QRectF(x, top, SIGN, SIGN), palette)
    painter.setPen(QColor(colours(palette).muted))
    width = QFontMetricsF(painter.font()).horizontalAdvance(number)
    painter.drawText(QRectF(x + SIGN + 3, box.top(), width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, number)
    return x + SIGN + 3 + width


def draw_badge(painter: QPainter, look: Look, text: str, right: float, box: QRectF, palette: QPalette) -> float:
    """Draw a tinted badge with a sign, its right edge at `right`; return its left edge."""
    metrics = QFontMetricsF(painter.font())
    width = SIGN + 8 + metrics.horizontalAdvance(text) + 8
    badge = QRectF(right - width, box.center().y() - 9, width, 18)
    colour = look_colour(look, palette)
    tint = QColor(colour)
    tint.setAlphaF(0.14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(badge, 9, 9)
    draw_sign(painter, look, QRectF(badge.left() + 6, badge.center().y() - SIGN / 2, SIGN, SIGN), palette)
    painter.setPen(QColor(colours(palette).text))
    painter.drawText(badge.adjusted(SIGN + 9, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, text)
    return badge.left()


def draw_bar(painter: QPainter, box: QRectF, share: float, colour: QColor, palette: QPalette) -> None:
    """Draw a bar of which `share` (0 to 1) is full."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours(palette).border))
    radius = box.height() / 2
    painter.drawRoundedRect(box, radius, radius)
    if share > 0:
        painter.setBrush(colour)
        full = QRectF(box)
        full.setWidth(max(box.height(), box.width() * min(1.0, share)))
        painter.drawRoundedRect(full, radius, radius)


def draw_line_below(painter: QPainter, box: QRectF, palette: QPalette) -> None:
    """Draw a hair line at the bottom of a box."""
    painter.setPen(QPen(QColor(colours(palette).border), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
