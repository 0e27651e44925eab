"""The table of mentions with its filter: what the map shows, in rows."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.article.looks import Look, draw_sign, look_colour, look_of
from desktop.review.mention_model import CONFIDENCE, NAME, MentionModel, cell
from desktop.review.painting import PAD, ROW_ROLE, SIGN, Index, bold, draw_bar, draw_ground, draw_text, small
from desktop.review.pane import FilterLine, Pane
from desktop.review.tables import SortedTable
from desktop.review.words import group_word, mentions_word, number, status_word, upper_first
from desktop.session import Selection, Session
from desktop.theme import colours, set_role
from gazetteer.model import Group, Status
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes
from gazetteer.project.rows import MentionRow

WIDTHS = (108, 134, 82, 64, 92, 92, 140, 160)
PROBLEMS = "problems"


class CellDelegate(QStyledItemDelegate):
    """Paints a cell of the table: the sign before the name, a bar for the confidence, the rest as text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MentionRow | None = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        if row is not None:
            painter.setFont(option.font)
            self._draw(painter, option, index.column(), row)
        painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, column: int, row: MentionRow) -> None:
        palette = option.palette
        chosen = colours(palette)
        box = option.rect.toRectF().adjusted(8, 0, -6, 0)
        look = look_of(row.status, row.group, row.problem)
        if column == NAME:
            draw_sign(painter, look, QRectF(box.left(), box.center().y() - SIGN / 2, SIGN, SIGN), palette)
            painter.setFont(bold(option.font))
            draw_text(painter, box.adjusted(SIGN + 7, 0, 0, 0), row.surface, chosen.text)
        elif column == CONFIDENCE:
            self._draw_confidence(painter, box, row, look, option)
        else:
            colour = chosen.muted if column > CONFIDENCE or row.place_label is None else chosen.text
            draw_text(painter, box, cell(row, column), colour)

    def _draw_confidence(
        self, painter: QPainter, box: QRectF, row: MentionRow, look: Look, option: QStyleOptionViewItem
    ) -> None:
        if row.confidence is None:
            return
        bar = QRectF(box.left(), box.center().y() - 2.5, 34, 5)
        draw_bar(painter, bar, row.confidence, QColor(look_colour(look, option.palette)), option.palette)
        painter.setFont(small(option.font))
        draw_text(painter, box.adjusted(40, 0, 4, 0), cell(row, CONFIDENCE), colours(option.palette).muted)


class MentionsPane(Pane):
    """Every mention the session's filter lets through; the filter's controls sit above the table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "mentions", "", "", parent)
        self.setAccessibleName(self.tr("Mentions"))
        self.model = MentionModel(self)
        self.model.sorted_anew.connect(self._show_focus)
        self.view = SortedTable("mentions_table", self.tr("Mentions"), self.model, CellDelegate, WIDTHS, self)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self._count = QLabel(self)
        self._count.setObjectName("mentions_count")
        self._count.setContentsMargins(PAD, 4, PAD, 4)
        set_role(self._count, "muted")
        self.body.addLayout(self._make_filter())
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._count)
        self.setFocusProxy(self.view)
        session.filter_changed.connect(self._filter_changed)

    # making ---------------------------------------------------------------------------------------------------------

    def _make_filter(self) -> QVBoxLayout:
        self._line = FilterLine("mentions_filter", self.tr("Name or place"), self)
        self._line.rest.timeout.connect(self._text_typed)
        self._group = self._combo("mentions_group", self.tr("Group"))
        self._group.addItem(self.tr("All groups"), None)
        for group in Group:
            self._group.addItem(upper_first(group_word(group)), group)
        self._group.addItem(self.tr("Problems"), PROBLEMS)
        self._status = self._combo("mentions_status", self.tr("Status"))
        self._status.addItem(self.tr("Any status"), None)
        for status in Status:
            self._status.addItem(upper_first(status_word(status)), status)
        self._here = QToolButton(self)
        self._here.setObjectName("mentions_here")
        self._here.setText(self.tr("This article"))
        self._here.setAccessibleName(self.tr("Only mentions of the article shown"))
        self._here.setToolTip(self.tr("Only mentions of the article shown"))
        self._here.setCheckable(True)
        self._group.currentIndexChanged.connect(self._group_chosen)
        self._status.currentIndexChanged.connect(self._status_chosen)
        self._here.toggled.connect(self._here_toggled)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self._group, 1)
        second.addWidget(self._status, 1)
        second.addWidget(self._here)
        layout = QVBoxLayout()
        layout.setContentsMargins(PAD, 8, PAD, 8)
        layout.setSpacing(8)
        layout.addWidget(self._line)
        layout.addLayout(second)
        return layout

    def _combo(self, name: str, title: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        combo.setMinimumContentsLength(6)
        combo.setPlaceholderText(self.tr("Several"))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    # the filter -----------------------------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Put the keyboard into the filter line."""
        self._line.setFocus()
        self._line.selectAll()

    def _text_typed(self) -> None:
        self._set(text=self._line.text().strip())

    def _group_chosen(self) -> None:
        group = self._group.currentData()
        groups = frozenset({Group(group)}) if group and group != PROBLEMS else frozenset()
        self._set(groups=groups, problems_only=group == PROBLEMS)

    def _status_chosen(self) -> None:
        status = self._status.currentData()
        self._set(statuses=frozenset({Status(status)}) if status else frozenset())

    def _here_toggled(self, on: bool) -> None:
        self._set(document_id=self.session.selection.document_id if on else None)

    def _set(self, **parts: Any) -> None:
        """Set these parts of the session's filter; those that others set stay."""
        if not self.following:
            self.session.set_filter(replace(self.session.filter, **parts))

    def _filter_changed(self, wanted: MentionFilter) -> None:
        self.refresh()

    def _mirror(self, wanted: MentionFilter) -> None:
        """Show in the controls what the filter is, whoever set it."""
        if self._line.text().strip() != wanted.text:
            self._line.setText(wanted.text)
            self._line.rest.stop()
        groups = [PROBLEMS] if wanted.problems_only and not wanted.groups else list(wanted.groups)
        for combo, chosen in ((self._group, groups), (self._status, list(wanted.statuses))):
            # -1 shows the words for several: these are chosen in the chips
            combo.setCurrentIndex(combo.findData(chosen[0]) if len(chosen) == 1 else -1 if chosen else 0)
        self._here.setChecked(wanted.document_id is not None)

    # what is shown --------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        project, wanted = self.session.project, self.session.filter
        self._mirror(wanted)
        shown = self.view.load(project, wanted)
        self._count.setText(self._count_text(shown, wanted))
        empty = not shown and wanted == MentionFilter()
        words = self.tr("No mentions yet. They come with the articles you import.")
        self.show_empty(empty, words if project else self.tr("No project is open."))

    def _count_text(self, shown: int, wanted: MentionFilter) -> str:
        if wanted == MentionFilter():
            return mentions_word(shown)
        return self.tr("{n} shown by this filter").format(n=number(shown))

    def patch(self, changes: Changes) -> bool:
        return self.model.patch(changes)

    def follow(self, selection: Selection) -> None:
        wanted = self.session.filter
        if wanted.document_id is not None and selection.document_id not in (None, wanted.document_id):
            self.session.set_filter(replace(wanted, document_id=selection.document_id))
            return
        self.view.lead_to(selection.mention_id)

    def _show_focus(self) -> None:
        self._selection_changed(self.session.selection)

    def _chosen(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self.following and current.row() != previous.row():
            self.session.select_mention(self.model.id_at(current.row()))
