"""How a mention's state looks everywhere: a colour, a line and a sign, so that no state hangs on colour alone."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QPen, QPolygonF

from desktop.theme import colours
from gazetteer.model import Group, Status

WAVE_PX = 4.0


class Look(StrEnum):
    """The six ways a mention is drawn, in text, lists and legend."""

    AUTO = "auto"
    HUMAN = "human"
    LINKED = "linked"
    PROBLEM = "problem"
    UNRESOLVED = "unresolved"
    NOT_A_PLACE = "not_a_place"


def look_of(status: Status, group: Group, problem: bool) -> Look:
    """Return the look of a mention; an open problem shows before all else."""
    if problem:
        return Look.PROBLEM
    if group is Group.NOT_A_PLACE:
        return Look.NOT_A_PLACE
    if group is Group.UNRESOLVED:
        return Look.UNRESOLVED
    if status in (Status.CONFIRMED, Status.CORRECTED):
        return Look.HUMAN
    return Look.LINKED if group is Group.LINKED else Look.AUTO


def look_word(look: Look) -> str:
    """Return what a look means, in two or three words."""
    translate = QCoreApplication.translate
    return {
        Look.AUTO: translate("Looks", "by the program"),
        Look.HUMAN: translate("Looks", "by a person"),
        Look.LINKED: translate("Looks", "linked, not drawn"),
        Look.PROBLEM: translate("Looks", "probably misspelt"),
        Look.UNRESOLVED: translate("Looks", "no place yet"),
        Look.NOT_A_PLACE: translate("Looks", "not a place"),
    }[look]


def look_colour(look: Look, palette: QPalette) -> QColor:
    """Return the colour of a look in light or dark."""
    chosen = colours(palette)
    return QColor(
        {
            Look.AUTO: chosen.plotted,
            Look.HUMAN: chosen.human,
            Look.LINKED: chosen.plotted,
            Look.PROBLEM: chosen.problem,
            Look.UNRESOLVED: chosen.unresolved,
            Look.NOT_A_PLACE: chosen.not_a_place,
        }[look]
    )


def draw_underline(painter: QPainter, look: Look, left: float, right: float, y: float, colour: QColor) -> None:
    """Draw the line of a look below a word from `left` to `right`; `y` is the first free pixel row under it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, look is Look.PROBLEM)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    line = QLineF(left, y + 1, right, y + 1)
    if look is Look.PROBLEM:
        pen.setWidthF(1.5)
        painter.setPen(pen)
        painter.drawPath(_wave(left, right, y + 1.2))
    elif look is Look.HUMAN:
        pen.setWidthF(1.2)
        painter.setPen(pen)
        painter.drawLines([line.translated(0, -1), line.translated(0, 2)])
    else:
        if look is Look.LINKED:
            pen.setDashPattern([4.0, 2.5])
        elif look is Look.UNRESOLVED:
            pen.setWidthF(2.0)
            pen.setDashPattern([1.0, 1.2])
        elif look is Look.NOT_A_PLACE:
            pen.setWidthF(1.0)
        painter.setPen(pen)
        painter.drawLine(line)
    painter.restore()


def draw_sign(painter: QPainter, look: Look, box: QRectF, palette: QPalette) -> None:
    """Draw the sign of a look, the shape it has on the map, into a square box."""
    colour = look_colour(look, palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(1, 1, -1, -1)
    if look is Look.AUTO:
        _fill(painter, colour)
        painter.drawEllipse(inner.adjusted(1, 1, -1, -1))
    elif look is Look.HUMAN:
        _fill(painter, colour)
        painter.drawPolygon(_diamond(inner))
    elif look is Look.LINKED:
        painter.setPen(QPen(colour, 1.6))
        painter.drawEllipse(inner.adjusted(1.5, 1.5, -1.5, -1.5))
    elif look is Look.PROBLEM:
        _fill(painter, colour)
        painter.drawPolygon(_triangle(inner))
        _letter(painter, "!", inner.adjusted(0, inner.height() * 0.22, 0, 0), QColor(colours(palette).base))
    elif look is Look.UNRESOLVED:
        pen = QPen(colour, 1.3)
        pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.drawEllipse(inner.adjusted(0.5, 0.5, -0.5, -0.5))
        _letter(painter, "?", inner, colour)
    else:
        painter.setPen(QPen(colour, 1.6))
        third = inner.width() / 4
        painter.drawLine(QLineF(inner.left() + third, inner.center().y(), inner.right() - third, inner.center().y()))
    painter.restore()


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(WAVE_PX, right - x)
        path.quadTo(x + step / 2, y - 2.6 if up else y + 2.6, x + step, y)
        x, up = x + step, not up
    return path


def _diamond(box: QRectF) -> QPolygonF:
    middle = box.center()
    return QPolygonF(
        [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
    )


def _triangle(box: QRectF) -> QPolygonF:
    return QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()])


def _letter(painter: QPainter, letter: str, box: QRectF, colour: QColor) -> None:
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(6, round(box.height() * 0.72)))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
