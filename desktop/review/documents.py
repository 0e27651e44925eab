"""The list of articles: title, date, language, how their mentions stand, and what is wrong in them."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.article.looks import Look, look_colour
from desktop.review.paging import PagedRows
from desktop.review.painting import (
    PAD,
    ROW_ROLE,
    Index,
    RowDelegate,
    bold,
    draw_badge,
    draw_bar,
    draw_line_below,
    draw_signed,
    draw_text,
    small,
)
from desktop.review.pane import FilterLine, Pane
from desktop.review.row_models import RowAnswers
from desktop.review.tables import LongList
from desktop.review.words import group_word, number
from desktop.session import Selection, Session
from desktop.theme import colours, icon
from gazetteer.model import Group
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes
from gazetteer.project.rows import DocumentRow
from gazetteer.project.store import Project

FEW = 20
STAR = 15
"""changed articles that are read one by one"""
SIGNS = (
    (Look.AUTO, Group.PLOTTED),
    (Look.LINKED, Group.LINKED),
    (Look.UNRESOLVED, Group.UNRESOLVED),
    (Look.NOT_A_PLACE, Group.NOT_A_PLACE),
)


class DocumentModel(RowAnswers[DocumentRow], QAbstractListModel):
    """Articles as the core sorts and filters them; rows are read where they are looked at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._rows: PagedRows[DocumentRow] = PagedRows(lambda row: row.document_id)

    def load(
        self, project: Project | None, text: str, order: str, descending: bool, where: MentionFilter | None = None
    ) -> None:
        """Read the ids anew."""
        self.beginResetModel()
        self._project = project
        if project is None:
            self._rows.load([], None)
        else:
            ids = queries.document_ids(project, text, order, descending, where)
            self._rows.load(ids, partial(queries.document_rows, project, where=where))
        self.endResetModel()

    def patch(self, document_ids: Collection[str]) -> bool:
        """Read these articles again where they stand; False where one has come or gone."""
        if self._project is None or not all(document_id in self._rows for document_id in document_ids):
            return False
        if len(queries.document_rows(self._project, list(document_ids))) != len(document_ids):
            return False
        self._rows.forget()
        for document_id in document_ids:
            index = self.index(self._rows.number_of(document_id) or 0)
            self.dataChanged.emit(index, index)
        return True

    def row_of(self, document_id: str) -> int | None:
        """Return an article's row, None where the filter keeps it out."""
        return self._rows.number_of(document_id)

    @property
    def pages_held(self) -> int:
        """How many pages of rows are held."""
        return self._rows.pages_held

    def row_at(self, number: int) -> DocumentRow | None:
        return self._rows.row(number)

    def text(self, row: DocumentRow, column: int) -> str:
        return row.label

    def detail(self, row: DocumentRow, role: int) -> str | None:
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return counts_line(row)
        return None


class DocumentDelegate(RowDelegate):
    """Two lines: the title with its problems, then language, date and the four groups."""

    LINES, ROOM = 2, 20

    def draw(self, painter: QPainter, box: QRectF, index: Index, palette: QPalette) -> None:
        row: DocumentRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        chosen = colours(palette)
        draw_line_below(painter, box.adjusted(0, 0, 0, 6), palette)
        half = box.height() / 2
        upper, lower = box.adjusted(0, 0, 0, -half), box.adjusted(0, half, 0, 0)
        font = painter.font()
        painter.setFont(small(font))
        if row.problems:
            left = draw_badge(painter, Look.PROBLEM, number(row.problems), box.right(), upper, palette)
            upper.setRight(left - 8)
        if row.starred:
            star = icon("star", palette, chosen.accent).pixmap(STAR, STAR)
            painter.drawPixmap(round(upper.right() - STAR), round(upper.center().y() - STAR / 2), star)
            upper.setRight(upper.right() - STAR - 6)
        painter.setFont(bold(font))
        draw_text(painter, upper, row.label, chosen.text)
        painter.setFont(small(font))
        known = "  ·  ".join(
            part for part in ((row.lang or "").upper(), row.date or row.date_text, _source(row)) if part
        )
        x = box.left() + draw_text(painter, lower.adjusted(0, 0, -lower.width() / 2, 0), known, chosen.muted)
        x += 14 if known else 0
        for look, group in SIGNS:
            count = getattr(row.counts, group.value)
            if count:
                x = draw_signed(painter, look, number(count), x, lower, palette) + 10
        self._draw_progress(painter, box, row, palette)

    def _draw_progress(self, painter: QPainter, box: QRectF, row: DocumentRow, palette: QPalette) -> None:
        """Draw how much of an article a person has settled, as a line along its foot."""
        if row.decided and row.counts.total:
            line = QRectF(box.left(), box.bottom() + 3, box.width(), 3)
            colour = QColor(look_colour(Look.HUMAN, palette))
            draw_bar(painter, line, row.decided / row.counts.total, colour, palette)


class DocumentsPane(Pane):
    """The articles of the project; choosing one shows it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "documents", "", "", parent)
        self.setAccessibleName(self.tr("Articles"))
        self._line = FilterLine("documents_filter", self.tr("Title, file or source"), self)
        self._line.rest.timeout.connect(self.refresh)
        self._sort = QComboBox(self)
        self._sort.setObjectName("documents_sort")
        self._sort.setAccessibleName(self.tr("Sort articles by"))
        for text, order, descending in (
            (self.tr("Title"), "title", False),
            (self.tr("Newest"), "date", True),
            (self.tr("Oldest"), "date", False),
            (self.tr("Problems"), "problems", True),
            (self.tr("Unresolved"), "unresolved", True),
            (self.tr("As added"), "added", False),
        ):
            self._sort.addItem(text, (order, descending))
        self._sort.currentIndexChanged.connect(self._sorted)
        head = QHBoxLayout()
        head.setContentsMargins(PAD, 8, PAD, 8)
        head.setSpacing(8)
        head.addWidget(self._line, 1)
        head.addWidget(self._sort)
        self.model = DocumentModel(self)
        self.view = LongList("documents_list", self.tr("Articles"), DocumentDelegate(self), self)
        self.view.setModel(self.model)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.body.addLayout(head)
        self.body.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        session.filter_changed.connect(self._filter_changed)

    def focus_search(self) -> None:
        """Put the keyboard into the filter line."""
        self._line.setFocus()

    def reload(self) -> None:
        order, descending = self._sort.currentData()
        project = self.session.project
        scrolled = self.view.verticalScrollBar().value()
        where = self.session.filter
        self.model.load(project, self._line.text(), order, descending, where)
        self.view.verticalScrollBar().setValue(scrolled)
        empty = not self.model.rowCount() and not self._line.text() and where == MentionFilter()
        start = self.tr("No articles yet: drop files here or press Ctrl+I.")
        self.show_empty(empty, start if project else self.tr("No project is open."))

    def _filter_changed(self, where: MentionFilter) -> None:
        self.refresh()

    def patch(self, changes: Changes) -> bool:
        # what was decided may bring an article into the filter, or out of it
        return (
            self.session.filter.about_documents
            and len(changes.documents) <= FEW
            and self.model.patch(changes.documents)
        )

    def follow(self, selection: Selection) -> None:
        row = self.model.row_of(selection.document_id) if selection.document_id else None
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
        elif row != self.view.currentIndex().row():
            self.view.setCurrentIndex(self.model.index(row))

    def _chosen(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self.following:
            row: DocumentRow = current.data(ROW_ROLE)
            self.session.select_document(row.document_id)

    def _sorted(self, position: int) -> None:
        self.refresh()


def counts_line(row: DocumentRow) -> str:
    """Return how an article's mentions stand, in words."""
    parts = [f"{number(getattr(row.counts, group.value))} {group_word(group)}" for _, group in SIGNS]
    line = f"{number(row.counts.total)} = " + " + ".join(parts)
    translate = QCoreApplication.translate
    decided = translate("Documents", "{n} of {all} settled by a person")
    lines = [line]
    if row.decided:
        lines.append(decided.format(n=number(row.decided), all=number(row.counts.total)))
    if row.texts > 1:
        lines.append(translate("Documents", "{n} articles tell nearly this text").format(n=number(row.texts)))
    if row.tags:
        lines.append(", ".join(row.tags))
    if row.note:
        lines.append(row.note)
    return "\n".join(lines)


def _source(row: DocumentRow) -> str | None:
    """Return where an article comes from, and how many articles tell nearly the same."""
    copies = f"×{row.texts}" if row.texts > 1 else ""
    return "  ·  ".join(part for part in (row.source or "", copies) if part) or None
