"""The board of places: one row for each place that the filter's mentions refer to."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.review.painting import PAD, ROW_ROLE, Index, bold, draw_ground, draw_text
from desktop.review.pane import Pane
from desktop.review.place_model import NAME, PlaceRowsModel, cell
from desktop.review.tables import SortedTable
from desktop.review.words import articles_word, number
from desktop.session import Selection, Session
from desktop.theme import colours, set_role
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes
from gazetteer.project.rows import PlaceRow

WIDTHS = (142, 70, 64, 54, 180, 88, 88)


class PlaceCellDelegate(QStyledItemDelegate):
    """Paints a cell: names bold, numbers to the right, the rest muted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PlaceRow | None = index.data(ROW_ROLE)
        painter.save()
        draw_ground(painter, option)
        if row is not None:
            column, chosen = index.column(), colours(option.palette)
            painter.setFont(bold(option.font) if column == NAME else option.font)
            box = option.rect.toRectF().adjusted(8, 0, -8, 0)
            colour = chosen.text if column == NAME or column in PlaceRowsModel.NUMBERS else chosen.muted
            words = cell(row, column)
            if column in PlaceRowsModel.NUMBERS:
                painter.setPen(colour)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
            else:
                draw_text(painter, box, words, colour)
        painter.restore()


class PlacesPane(Pane):
    """Choosing a place selects it everywhere; Return shows every sentence that names it."""

    evidence_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "places", "", "", parent)
        self.setAccessibleName(self.tr("Places"))
        self.model = PlaceRowsModel(self)
        self.model.sorted_anew.connect(self._show_focus)
        self.view = SortedTable("places_table", self.tr("Places"), self.model, PlaceCellDelegate, WIDTHS, self)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.view.activated.connect(self._activated)
        self._count = QLabel(self)
        self._count.setObjectName("places_count")
        self._count.setContentsMargins(PAD, 4, PAD, 4)
        set_role(self._count, "muted")
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._count)
        self.setFocusProxy(self.view)
        session.filter_changed.connect(self._filter_changed)

    def reload(self) -> None:
        project, where = self.session.project, self.session.filter
        shown = self.view.load(project, where)
        self._count.setText(self._count_text(shown))
        words = self.tr("No places yet. They come with the articles you import.")
        empty = not shown and where == MentionFilter()
        self.show_empty(empty, words if project else self.tr("No project is open."))

    def _count_text(self, shown: int) -> str:
        project = self.session.project
        if project is None:
            return ""
        articles, texts = queries.text_counts(project, self.session.filter)
        places = self.tr("1 place") if shown == 1 else self.tr("{n} places").format(n=number(shown))
        independent = self.tr("1 independent text") if texts == 1 else self.tr("{n} independent texts")
        return f"{places}  ·  {articles_word(articles)}, {independent.format(n=number(texts))}"

    def patch(self, changes: Changes) -> bool:
        return not changes

    def follow(self, selection: Selection) -> None:
        self.view.lead_to(selection.place_id)

    def _filter_changed(self, where: MentionFilter) -> None:
        self.refresh()

    def _show_focus(self) -> None:
        self._selection_changed(self.session.selection)

    def _chosen(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self.following and current.row() != previous.row():
            self.session.select_place(self.model.id_at(current.row()))

    def _activated(self, index: QModelIndex) -> None:
        self.evidence_wanted.emit()
