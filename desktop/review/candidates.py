"""The places a mention may mean, best first: name, class, where, how many people, how far, how likely."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from desktop.review.painting import ROW_ROLE, Index, RowDelegate, bold, draw_bar, draw_text, small
from desktop.review.row_models import RowModel
from desktop.review.words import feature_word, number, percent, population_word, region_line
from desktop.theme import colours
from gazetteer.model import Candidate

KEYS = 9
BAR_PX = 56


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate with its rank (from 1), kilometres from the article's centre, and whether it is the one in force."""

    rank: int
    candidate: Candidate
    distance: float | None
    in_force: bool


class CandidateModel(RowModel[CandidateRow]):
    """The candidates of one mention."""

    def text(self, row: CandidateRow, column: int) -> str:
        return f"{row.rank}: {row.candidate.place.label}"

    def detail(self, row: CandidateRow, role: int) -> str | None:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{facts(row)}, {percent(row.candidate.probability)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            # the tool tip guesses at markup, so what comes from the project is escaped
            return "<br>".join(escape(line) for line in (row.candidate.place.label, facts(row), far_words(row)) if line)
        return None


class CandidateDelegate(RowDelegate):
    """Rank on a key, name and facts, probability as a bar."""

    LINES, ROOM = 2, 16

    def draw(self, painter: QPainter, box: QRectF, index: Index, palette: QPalette) -> None:
        row: CandidateRow = index.data(ROW_ROLE)
        chosen = colours(palette)
        font = painter.font()
        self._draw_key(painter, QRectF(box.left(), box.center().y() - 10, 20, 20), row, palette)
        upper = box.adjusted(30, 0, 0, -box.height() / 2)
        lower = upper.translated(0, box.height() / 2)
        painter.setFont(small(font))
        draw_text(painter, upper, percent(row.candidate.probability), chosen.muted, right=True)
        bar = QRectF(upper.right() - 40 - BAR_PX, upper.center().y() - 2.5, BAR_PX, 5)
        draw_bar(painter, bar, row.candidate.probability, QColor(chosen.accent), palette)
        if row.distance is not None:
            far = draw_text(painter, lower, f"{number(round(row.distance))} km", chosen.muted, right=True)
            lower.setRight(lower.right() - far - 10)
        draw_text(painter, lower, facts(row), chosen.muted)
        painter.setFont(bold(font))
        draw_text(painter, upper.adjusted(0, 0, -BAR_PX - 52, 0), row.candidate.place.name, chosen.text)

    def _draw_key(self, painter: QPainter, box: QRectF, row: CandidateRow, palette: QPalette) -> None:
        chosen = colours(palette)
        painter.setPen(QPen(QColor(chosen.accent if row.in_force else chosen.border), 1))
        painter.setBrush(QColor(chosen.accent if row.in_force else chosen.raised))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(bold(small(painter.font())))
        painter.setPen(QColor(chosen.on_accent if row.in_force else chosen.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(row.rank))


def facts(row: CandidateRow) -> str:
    """Return class, region and country, and population, as far as they are known."""
    place = row.candidate.place
    parts = (feature_word(place), region_line(place), population_word(place.population))
    return "  ·  ".join(part for part in parts if part)


def far_words(row: CandidateRow) -> str:
    """Return how far the candidate is from the middle of the article's other places; empty where that is unknown."""
    if row.distance is None:
        return ""
    far = QCoreApplication.translate("Candidates", "{km} km from the middle of the article's other places")
    return far.format(km=number(round(row.distance)))


class CandidateList(QListView):
    """The list, as high as its rows; a click or Return on a row that is not in force takes it."""

    taken = Signal(object)
    """gazetteer.model.Candidate"""
    shown = Signal(object)
    """Candidate in focus or None: its cues are wanted"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("candidates")
        self.setAccessibleName(self.tr("Candidates"))
        self._model = CandidateModel(self)
        self.setModel(self._model)
        self.setItemDelegate(CandidateDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._take_index)
        self.selectionModel().currentChanged.connect(self._focus_moved)

    def show_rows(self, rows: list[CandidateRow]) -> None:
        """Show candidates; the one in force, else the first, is in focus."""
        self._model.load(rows)
        self.setVisible(bool(rows))
        self.updateGeometry()
        if rows:
            focus = next((i for i, row in enumerate(rows) if row.in_force), 0)
            self.setCurrentIndex(self._model.index(focus))
        else:
            self.shown.emit(None)

    @property
    def rows(self) -> list[CandidateRow]:
        return self._model.rows

    def take(self, rank: int) -> None:
        """Take the candidate of a rank (from 1); nothing where there is none."""
        row = next((row for row in self._model.rows if row.rank == rank), None)
        if row is not None:
            self.taken.emit(row.candidate)

    def sizeHint(self) -> QSize:
        rows = self._model.rowCount()
        height = rows * self.sizeHintForRow(0) if rows else 0
        return QSize(200, height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        # Return takes the row in focus where that says something new; else it keeps its meaning, accept and go on
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_taking(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_taking(event):
            self._take_index(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _is_taking(self, event: QKeyEvent) -> bool:
        index = self.currentIndex()
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        return pressed and index.isValid() and not index.data(ROW_ROLE).in_force

    def _take_index(self, index: QModelIndex) -> None:
        row: CandidateRow = index.data(ROW_ROLE)
        if not row.in_force:
            self.taken.emit(row.candidate)

    def _focus_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.shown.emit(current.data(ROW_ROLE).candidate if current.isValid() else None)
