"""The panel of named steps: everything done to the project, newest first; a step chosen is where one goes back to."""

from PySide6.QtCore import QModelIndex, QRectF
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

from desktop.core_words import said
from desktop.review.painting import ROW_ROLE, Index, RowDelegate, bold, draw_line_below, draw_text, row_list, small
from desktop.review.pane import Pane
from desktop.review.row_models import RowModel
from desktop.review.words import when_word
from desktop.session import Session
from desktop.theme import colours
from gazetteer.errors import ToposcopeError
from gazetteer.project import queries
from gazetteer.project.rows import StepRow

MOST_STEPS = 2000
"""steps that are listed; older ones are still undone one by one"""


class StepModel(RowModel[StepRow]):
    """The steps, newest first; those that were undone stand above the present one."""

    def text(self, row: StepRow, column: int) -> str:
        words = self.tr("{label}, {who}, {when}").format(label=said(row.label), who=row.who, when=when_word(row.when))
        return self.tr("{words}, undone").format(words=words) if row.undone else words


class StepDelegate(RowDelegate):
    """What was done, by whom and when; the present step bold, undone ones muted."""

    LINES, ROOM = 2, 14

    def draw(self, painter: QPainter, box: QRectF, index: Index, palette: QPalette) -> None:
        row: StepRow = index.data(ROW_ROLE)
        chosen = colours(palette)
        draw_line_below(painter, box.adjusted(0, 0, 0, 6), palette)
        half = box.height() / 2
        font = painter.font()
        painter.setFont(bold(font) if row.present else font)
        draw_text(painter, box.adjusted(0, 0, 0, -half), said(row.label), chosen.muted if row.undone else chosen.text)
        painter.setFont(small(font))
        draw_text(painter, box.adjusted(0, half, 0, 0), f"{when_word(row.when)}  ·  {row.who}", chosen.muted)


class StepsPane(Pane):
    """Return, or a double click, on a step undoes or redoes everything up to it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "steps", "", "", parent)
        self.setAccessibleName(self.tr("Steps"))
        self.model = StepModel(self)
        self.view = row_list("steps_list", self.tr("Steps"), StepDelegate(self), self)
        self.view.setUniformItemSizes(True)
        self.view.setModel(self.model)
        self.view.activated.connect(self._activated)
        self.body.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        session.history_changed.connect(self.refresh)

    def reload(self) -> None:
        project = self.session.project
        rows = queries.steps(project, MOST_STEPS) if project is not None else []
        if rows != self.model.rows:
            self.model.load(rows)
            present = next((number for number, row in enumerate(rows) if row.present), 0)
            self.view.setCurrentIndex(self.model.index(present) if rows else QModelIndex())
        words = self.tr("Nothing was done yet. Each decision is a step one can go back to.")
        self.show_empty(not rows, words if project else self.tr("No project is open."))

    def go_to(self, row: StepRow) -> None:
        """Undo or redo until this step is the last one done."""
        try:
            self.session.go_to(row.step)
        except ToposcopeError as error:
            self.session.failed.emit(str(error))

    def _activated(self, index: QModelIndex) -> None:
        self.go_to(index.data(ROW_ROLE))
