"""A misspelling letter by letter: what the article writes over what the gazetteer writes."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import colours

BOX_HEIGHT = 24.0
BOX_GAP = 3.0
ROW_GAP = 4.0

_EDIT = re.compile(r"\[(?:(.)→(.)|−(.)|\+(.)|(..)⇄(..))\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Column:
    """One place of the alignment; empty where a side has no letter there."""

    written: str
    canonical: str

    @property
    def changed(self) -> bool:
        return self.written != self.canonical


def columns(edit_ops: str) -> list[Column]:
    """Return the columns of an alignment in the grammar of `edit_ops`."""
    found: list[Column] = []
    done = 0
    for edit in _EDIT.finditer(edit_ops):
        found += [Column(letter, letter) for letter in edit_ops[done : edit.start()]]
        canonical, written, missing, extra, swapped, swapped_to = edit.groups()
        if swapped:
            found += [Column(b, a) for a, b in zip(swapped, swapped_to, strict=True)]
        else:
            found.append(Column(written or extra or "", canonical or missing or ""))
        done = edit.end()
    return found + [Column(letter, letter) for letter in edit_ops[done:]]


class AlignmentView(QWidget):
    """Draws the columns as boxes in two rows, the changed ones coloured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alignment")
        self._columns: list[Column] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_edits(self, edit_ops: str | None) -> None:
        """Draw an alignment; None clears and hides it."""
        self._columns = columns(edit_ops) if edit_ops else []
        self.setVisible(bool(self._columns))
        self.setAccessibleName(self.tr("Letter by letter: {edits}").format(edits=edit_ops or ""))
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> list[Column]:
        return self._columns

    def sizeHint(self) -> QSize:
        return QSize(200, round(2 * BOX_HEIGHT + ROW_GAP + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        muted = QColor(colours(self.palette()).muted)
        labels = (self.tr("in the text"), self.tr("in the gazetteer"))
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.85)
        left = max(QFontMetricsF(small).horizontalAdvance(label) for label in labels) + 12
        for number, label in enumerate(labels):
            top = 1 + number * (BOX_HEIGHT + ROW_GAP)
            painter.setFont(small)
            painter.setPen(muted)
            painter.drawText(QRectF(0, top, left, BOX_HEIGHT), Qt.AlignmentFlag.AlignVCenter, label)
            letters = [column.canonical if number else column.written for column in self._columns]
            self._draw_row(painter, letters, left, top, self._box_width(left))

    def _box_width(self, left: float) -> float:
        """Return the width of a box: square where there is room, else as narrow as the row needs."""
        room = (self.width() - left) / max(1, len(self._columns)) - BOX_GAP
        return max(6.0, min(22.0, room))

    def _draw_row(self, painter: QPainter, letters: list[str], left: float, top: float, width: float) -> None:
        font = QFont(self.font())
        font.setPixelSize(max(8, round(min(15.0, width * 0.8))))
        x = left
        for letter, column in zip(letters, self._columns, strict=True):
            box = QRectF(x, top, width, BOX_HEIGHT)
            draw_letter(painter, box, letter, column.changed, font, self.palette())
            x += width + BOX_GAP


def draw_letter(painter: QPainter, box: QRectF, letter: str, changed: bool, font: QFont, palette: QPalette) -> None:
    """Draw one letter's box; a changed one is tinted and outlined, a missing letter's box is dashed."""
    chosen = colours(palette)
    ground, edge = QColor(chosen.hover), QColor(chosen.hover)
    if changed:
        ground, edge = QColor(chosen.problem), QColor(chosen.problem)
        ground.setAlphaF(0.18)
    pen = QPen(edge, 1.2)
    if not letter:
        pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if not letter else ground)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    heavier = QFont(font)
    heavier.setBold(changed)
    painter.setFont(heavier)
    painter.setPen(QColor(chosen.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
