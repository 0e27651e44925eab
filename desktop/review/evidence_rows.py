"""Evidence as rows of a list: an article's line, then its sentences, laid out only where they are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from desktop.review.painting import ROW_ROLE, Index, RowDelegate, bold, draw_text, small
from desktop.review.row_models import RowAnswers
from desktop.review.sentence import MarkedLayout
from desktop.theme import colours
from gazetteer.project import queries
from gazetteer.project.rows import Evidence, EvidenceSentence
from gazetteer.project.store import Project

PAGE = 60
FAR = 240
"""mentions further down than this are not scrolled to: all before them would have to be laid out"""
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


EvidenceLine = ArticleLine | SentenceLine


class EvidenceModel(RowAnswers[EvidenceLine], QAbstractListModel):
    """The mentions are known by id; their sentences are read, and measured by the view, a page at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._wanted: list[str] = []
        self._known: dict[str, int] = {}
        self._read = 0
        self._rows: list[EvidenceLine] = []
        self._index: dict[str, int] = {}

    def load(self, project: Project | None, mention_ids: Sequence[str]) -> None:
        """Show the sentences of mentions, in this order; those of an article must stand together."""
        self.beginResetModel()
        self._project, self._wanted, self._read = project, list(mention_ids), 0
        self._known = {mention_id: number for number, mention_id in enumerate(self._wanted)}
        self._rows, self._index = [], {}
        self._add(self._next_page())
        self.endResetModel()

    @property
    def lines(self) -> Sequence[EvidenceLine]:
        return self._rows

    def is_far(self, mention_id: str) -> bool:
        """Say whether a mention's sentence is too far down to show everything before it."""
        return self._known.get(mention_id, 0) >= self._read + FAR

    def row_of(self, mention_id: str) -> int | None:
        """Return the row of a mention's sentence, reading on as far as that."""
        if mention_id not in self._known or self.is_far(mention_id):
            return None
        while mention_id not in self._index and self._read < len(self._wanted):
            self.fetchMore(QModelIndex())
        return self._index.get(mention_id)

    def row_at(self, number: int) -> EvidenceLine:
        return self._rows[number]

    def text(self, row: EvidenceLine, column: int) -> str:
        return row.words

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and self._read < len(self._wanted)

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        lines = self._next_page()
        if lines:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(lines) - 1)
            self._add(lines)
            self.endInsertRows()

    def _add(self, lines: Sequence[EvidenceLine]) -> None:
        for number, line in enumerate(lines, start=len(self._rows)):
            if isinstance(line, SentenceLine):
                self._index.update(dict.fromkeys(line.mention_ids, number))
        self._rows += lines

    def _next_page(self) -> list[EvidenceLine]:
        """Read the next mentions; a sentence or an article that goes on from the page before is not begun again."""
        page = self._wanted[self._read : self._read + PAGE]
        self._read += len(page)
        if self._project is None or not page:
            return []
        found = queries.evidence_of(self._project, page)
        found.sort(key=lambda one: min(self._known[m.mention_id] for s in one.sentences for m in s.marks))
        lines: list[EvidenceLine] = []
        for one in found:
            if one.document_id != self._last_article():
                lines.append(ArticleLine(one))
                lines += [SentenceLine(sentence) for sentence in one.sentences]
            else:
                lines += [SentenceLine(sentence) for sentence in one.sentences if not self._has_shown(sentence)]
        return lines

    def _last_article(self) -> str | None:
        last = next((line for line in reversed(self._rows) if isinstance(line, ArticleLine)), None)
        return last.evidence.document_id if last else None

    def _has_shown(self, sentence: EvidenceSentence) -> bool:
        last = self._rows[-1]
        return isinstance(last, SentenceLine) and last.sentence.start == sentence.start


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

    def _laid_out(self, line: SentenceLine, option: QStyleOptionViewItem, width: float) -> MarkedLayout:
        marks = [(mark.start, mark.end) for mark in line.sentence.marks]
        return MarkedLayout(line.sentence.text, marks, option.font, width, option.palette)
