"""The board of things to look at, with Fix and Ignore: misspellings, names for two places, far places, odd dates."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAction, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.article.looks import Look, draw_sign
from desktop.review.alignment import columns, draw_letter
from desktop.review.board_reader import BoardReader
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
from desktop.session import Selection, Session
from desktop.theme import colours
from gazetteer.model import Place
from gazetteer.project import queries
from gazetteer.project.edits import Batch, ChoosePlace, Confirm, IgnoreProblem
from gazetteer.project.mark_edits import IgnoreFinding
from gazetteer.project.rows import Problem
from gazetteer.project.states import FAR_OUTLIER, IMPOSSIBLE_DATE, MISSPELLING, TWO_PLACES

LETTER_PX = 13.0
MOST_CANDIDATES = 6


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
        count = mentions_word(len(row.mention_ids)) if row.mention_ids else ""
        where = "  ·  ".join(part for part in (count, row.document_label) if part)
        draw_text(painter, first.translated(0, 2 * height), where, chosen.muted)

    def _words(self, row: Problem) -> str:
        if row.problem == MISSPELLING and row.canonical:
            return self.tr("probably {name}").format(name=row.canonical)
        if row.problem == FAR_OUTLIER:
            return self.tr("{place} is far from all else in the article").format(place=row.canonical)
        if row.problem == IMPOSSIBLE_DATE:
            return self.tr("the article would be of {date}").format(date=row.surface)
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

    describe_wanted = Signal(object)
    """id of an article whose date is to be set"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "problems", parent)
        self.lay_out(self.tr("Problems"), ProblemModel(self), ProblemDelegate(self))
        self.reader = BoardReader(session, queries.problems, self)
        self.reader.found.connect(self._show_read)

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
        if self.session.project is None:
            self.show_groups([], "")
            return
        self.reader.ask()
        if not self.model.rowCount():
            self.show_groups([], self.tr("Looking for problems…"))

    def _show_read(self, problems: list[Problem]) -> None:
        words = self.tr("No problems found. Probable misspellings and names with two places are listed here.")
        with self.led():
            self.show_groups(problems, words)
            self.follow(self.session.selection)

    def fix(self) -> None:
        """Take what is probably meant, for every mention of the problem."""
        problem = self.current
        if problem is not None and problem.problem == IMPOSSIBLE_DATE:
            self.describe_wanted.emit(problem.document_id)
        if problem is None or problem.problem != MISSPELLING:
            return
        text = self.tr("Take {name} for “{surface}”").format(name=problem.canonical, surface=problem.surface)
        self.do(Batch(text, [Confirm(mention_id) for mention_id in problem.mention_ids]))

    def ignore(self) -> None:
        """Say that it is no problem."""
        problem = self.current
        if problem is not None and problem.problem == IMPOSSIBLE_DATE:
            self.do(IgnoreFinding(f"date:{problem.document_id}:{problem.surface}", problem.text))
        elif problem is not None:
            self.do(IgnoreProblem(problem.mention_ids, problem.problem))

    def follow(self, selection: Selection) -> None:
        problem = self.current
        # an article's own problem stays in focus while its article does
        if problem is None or problem.mention_ids or problem.document_id != selection.document_id:
            super().follow(selection)

    def show_group(self, group: Problem) -> None:
        if group.mention_ids:
            super().show_group(group)
        else:
            self.session.select_document(group.document_id)

    def offer(self) -> None:
        """Set the buttons for the problem in focus."""
        problem, writable = self.current, not self.session.read_only
        for button in (self._fix, self._other, self._ignore):
            button.setEnabled(problem is not None and writable)
        self._fix.setMenu(None)  # type: ignore[arg-type]
        self._fix.setText(self.tr("Fix"))
        if problem is not None and problem.problem == MISSPELLING:
            self._fix.setText(self.tr("Take {name}").format(name=problem.canonical))
        elif problem is not None and problem.problem == IMPOSSIBLE_DATE:
            self._fix.setText(self.tr("Set the date…"))
            self._other.setEnabled(False)
        elif problem is not None and problem.problem == TWO_PLACES:
            self._offer_places(self.tr("All the same ▾"), self._places(problem))
        elif problem is not None:
            self._offer_places(self.tr("Choose ▾"), self._candidates(problem))
        self._fix.setAccessibleName(self._fix.text())

    def _offer_places(self, text: str, places: list[Place]) -> None:
        self._fix.setText(text)
        self._fix.setMenu(self._menu)
        self._fix.setEnabled(bool(places) and not self.session.read_only)
        self._menu.clear()
        for place in places:
            action = self._menu.addAction(place.label.replace("&", "&&"))
            action.setData(place)

    def _places(self, problem: Problem) -> list[Place]:
        project = self.session.project
        if project is None:
            return []
        details = [queries.mention(project, mention_id) for mention_id in problem.mention_ids]
        found = {detail.place.place_id: detail.place for detail in details if detail and detail.place}
        return list(found.values())

    def _candidates(self, problem: Problem) -> list[Place]:
        """Return what else the name may mean."""
        project = self.session.project
        detail = queries.mention(project, problem.mention_ids[0]) if project is not None else None
        if detail is None:
            return []
        present = detail.place.place_id if detail.place else None
        return [one.place for one in detail.candidates if one.place.place_id != present][:MOST_CANDIDATES]

    def _place_chosen(self, action: QAction) -> None:
        problem = self.current
        place = action.data()
        if problem is not None and isinstance(place, Place):
            text = self.tr("Choose {name} for every “{surface}”").format(name=place.name, surface=problem.surface)
            self.do(Batch(text, [ChoosePlace(mention_id, place) for mention_id in problem.mention_ids]))
