"""Evidence as rows of a list: an article's line, then its sentences, laid out only where they are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from desktop.review.painting import ROW_ROLE, Index, RowDelegate, bold, draw_text, small
from desktop.review.sentence import MarkedLayout
from desktop.theme import colours
from gazetteer.project.rows import Evidence, EvidenceSentence

PAGE = 60
SIDE = 16
INDENT = 12


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """The line of an article above its sentences."""

    evidence: Evidence

    @property
    def mention_ids(self) -> tuple[str, ...]:
        return tuple(mark.mention_id for sentence in self.evidence.sentences for mark in sentence.marks)

    @property
    def words(self) -> str:
        return self.evidence.document_label


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """One sentence."""

    sentence: EvidenceSentence

    @property
    def mention_ids(self) -> tuple[str, ...]:
        return tuple(mark.mention_id for mark in self.sentence.marks)

    @property
    def words(self) -> str:
        return self.sentence.text


class EvidenceModel(QAbstractListModel):
    """All lines are known, a page at a time is shown: a view measures every row it is told of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[ArticleLine | SentenceLine] = []
        self._index: dict[str, int] = {}
        self._shown = 0

    def load(self, found: Sequence[Evidence]) -> None:
        """Show evidence, article by article."""
        self.beginResetModel()
        self._lines = []
        for evidence in found:
            self._lines.append(ArticleLine(evidence))
            self._lines += [SentenceLine(sentence) for sentence in evidence.sentences]
        self._index = {
            mention_id: number
            for number, line in enumerate(self._lines)
            if isinstance(line, SentenceLine)
            for mention_id in line.mention_ids
        }
        self._shown = min(PAGE, len(self._lines))
        self.endResetModel()

    @property
    def lines(self) -> Sequence[ArticleLine | SentenceLine]:
        return self._lines

    def row_of(self, mention_id: str) -> int | None:
        """Return the row of a mention's sentence, showing on as far as that."""
        row = self._index.get(mention_id)
        if row is not None and row >= self._shown:
            self._show_up_to(row + 1)
        return row

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._shown

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == ROW_ROLE:
            return self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._lines[index.row()].words
        return None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and self._shown < len(self._lines)

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        self._show_up_to(self._shown + PAGE)

    def _show_up_to(self, number: int) -> None:
        wanted = min(number, len(self._lines))
        self.beginInsertRows(QModelIndex(), self._shown, wanted - 1)
        self._shown = wanted
        self.endInsertRows()


class EvidenceDelegate(RowDelegate):
    """Articles in bold with their date, sentences wrapped below them with the names marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        line = index.data(ROW_ROLE)
        if isinstance(line, ArticleLine):
            return QSize(width, round(QFontMetricsF(option.font).height()) + 18)
        laid_out = self._laid_out(line, option, width - 2 * SIDE - INDENT)
        return QSize(width, round(laid_out.height) + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._option = option
        super().paint(painter, option, index)

    def draw(self, painter: QPainter, box: QRectF, index: Index, palette: QPalette) -> None:
        line = index.data(ROW_ROLE)
        option = self._option
        chosen = colours(palette)
        box = option.rect.toRectF().adjusted(SIDE, 0, -SIDE, 0)
        if isinstance(line, SentenceLine):
            laid_out = self._laid_out(line, option, box.width() - INDENT)
            laid_out.draw(painter, QPointF(box.left() + INDENT, box.top() + 6), QColor(chosen.text))
            return
        box.setTop(box.top() + 8)
        font = painter.font()
        if line.evidence.date:
            painter.setFont(small(font))
            box.setRight(box.right() - draw_text(painter, box, line.evidence.date, chosen.muted, right=True) - 10)
        painter.setFont(bold(font))
        draw_text(painter, box, line.words, chosen.text)

    def row_height(self, option: QStyleOptionViewItem, index: Index) -> int:
        return self.sizeHint(option, index).height()

    def _laid_out(self, line: SentenceLine, option: QStyleOptionViewItem, width: float) -> MarkedLayout:
        marks = [(mark.start, mark.end) for mark in line.sentence.marks]
        return MarkedLayout(line.sentence.text, marks, option.font, width, option.palette)
