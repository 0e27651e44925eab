"""The board of things to look at: probable misspellings and names that stand for two places, with Fix and Ignore."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.article.looks import Look, draw_sign
from desktop.review.alignment import columns, draw_letter
from desktop.review.group_pane import GroupPane
from desktop.review.painting import (
    PAD,
    ROW_ROLE,
    SIGN,
    Index,
    RowDelegate,
    bold,
    draw_line_below,
    draw_text,
    small,
)
from desktop.review.pane import push_button
from desktop.review.row_models import GroupModel
from desktop.review.words import mentions_word
from desktop.session import Session
from desktop.theme import colours
from gazetteer.model import Place
from gazetteer.project import queries
from gazetteer.project.edits import Batch, ChoosePlace, Confirm, IgnoreProblem
from gazetteer.project.rows import Problem
from gazetteer.project.states import MISSPELLING

LETTER_PX = 13.0


class ProblemModel(GroupModel[Problem]):
    """The open problems in the order the core gives."""

    def text(self, row: Problem, column: int) -> str:
        return f"{row.text} – {row.document_label}"


class ProblemDelegate(RowDelegate):
    """The name letter by letter, what is probably meant, and where."""

    LINES, ROOM = 3, 32

    def draw(self, painter: QPainter, box: QRectF, index: Index, palette: QPalette) -> None:
        row: Problem = index.data(ROW_ROLE)
        chosen = colours(palette)
        draw_line_below(painter, box.adjusted(0, 0, 0, 6), palette)
        height = box.height() / 3
        font = painter.font()
        first = QRectF(box.left(), box.top(), box.width(), height)
        draw_sign(painter, Look.PROBLEM, QRectF(box.left(), first.center().y() - SIGN / 2, SIGN, SIGN), palette)
        first.setLeft(first.left() + SIGN + 8)
        if row.edit_ops:
            self._draw_letters(painter, first, row.edit_ops, palette)
        else:
            painter.setFont(bold(font))
            draw_text(painter, first, row.surface, chosen.text)
        painter.setFont(font)
        draw_text(painter, first.translated(0, height), self._words(row), chosen.text)
        painter.setFont(small(font))
        where = f"{mentions_word(len(row.mention_ids))}  ·  {row.document_label}"
        draw_text(painter, first.translated(0, 2 * height), where, chosen.muted)

    def _words(self, row: Problem) -> str:
        if row.problem == MISSPELLING and row.canonical:
            return self.tr("probably {name}").format(name=row.canonical)
        return row.text

    def _draw_letters(self, painter: QPainter, box: QRectF, edit_ops: str, palette: QPalette) -> None:
        found = columns(edit_ops)
        width = min(LETTER_PX, box.width() / max(1, len(found)) - 2)
        font = bold(painter.font())
        font.setPixelSize(max(8, round(width)))
        for number, column in enumerate(found):
            letter = QRectF(box.left() + number * (width + 2), box.center().y() - 10, width, 20)
            draw_letter(painter, letter, column.written, column.changed, font, palette)


class ProblemsPane(GroupPane[Problem]):
    """Problems with their remedies; choosing one shows its first mention."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "problems", parent)
        self.lay_out(self.tr("Problems"), ProblemModel(self), ProblemDelegate(self))

    def make_buttons(self) -> QHBoxLayout:
        self._fix = push_button("problem_fix", self.tr("Fix"), self, role="primary")
        self._other = push_button("problem_other", self.tr("Other place…"), self, self.tr("Search the gazetteer"))
        tip = self.tr("It is no problem; the decision is kept")
        self._ignore = push_button("problem_ignore", self.tr("Ignore"), self, tip)
        self._fix.clicked.connect(self.fix)
        self._other.clicked.connect(self.ask_search)
        self._ignore.clicked.connect(self.ignore)
        self._menu = QMenu(self)
        self._menu.setObjectName("problem_places")
        self._menu.triggered.connect(self._place_chosen)
        row = QHBoxLayout()
        row.setContentsMargins(PAD, 8, PAD, 8)
        row.setSpacing(8)
        row.addWidget(self._fix, 1)
        row.addWidget(self._other)
        row.addWidget(self._ignore)
        return row

    def reload(self) -> None:
        project = self.session.project
        groups = queries.problems(project) if project is not None else []
        words = self.tr("No problems found. Probable misspellings and names with two places are listed here.")
        self.show_groups(groups, words)

    def fix(self) -> None:
        """Take what is probably meant, for every mention of the problem."""
        problem = self.current
        if problem is None or problem.problem != MISSPELLING:
            return
        text = self.tr("Take {name} for “{surface}”").format(name=problem.canonical, surface=problem.surface)
        self.do(Batch(text, [Confirm(mention_id) for mention_id in problem.mention_ids]))

    def ignore(self) -> None:
        """Say that it is no problem."""
        if self.current is not None:
            self.do(IgnoreProblem(self.current.mention_ids, self.current.problem))

    def offer(self) -> None:
        """Set the buttons for the problem in focus."""
        problem, writable = self.current, not self.session.read_only
        for button in (self._fix, self._other, self._ignore):
            button.setEnabled(problem is not None and writable)
        self._fix.setMenu(None)  # type: ignore[arg-type]
        self._fix.setText(self.tr("Fix"))
        if problem is not None and problem.problem == MISSPELLING:
            self._fix.setText(self.tr("Take {name}").format(name=problem.canonical))
        elif problem is not None:
            self._fix.setText(self.tr("All the same ▾"))
            self._fix.setMenu(self._menu)
            self._fill_menu(problem)
        self._fix.setAccessibleName(self._fix.text())

    def _fill_menu(self, problem: Problem) -> None:
        self._menu.clear()
        for place in self._places(problem):
            action = self._menu.addAction(place.label.replace("&", "&&"))
            action.setData(place)

    def _places(self, problem: Problem) -> list[Place]:
        project = self.session.project
        if project is None:
            return []
        details = [queries.mention(project, mention_id) for mention_id in problem.mention_ids]
        found = {detail.place.place_id: detail.place for detail in details if detail and detail.place}
        return list(found.values())

    def _place_chosen(self, action: QAction) -> None:
        problem = self.current
        place = action.data()
        if problem is not None and isinstance(place, Place):
            text = self.tr("Choose {name} for every “{surface}”").format(name=place.name, surface=problem.surface)
            self.do(Batch(text, [ChoosePlace(mention_id, place) for mention_id in problem.mention_ids]))
