"""The board of possible conflicts: two articles that seem to tell the same event differently, both sentences shown."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QWidget

from desktop.review.group_pane import GroupPane
from desktop.review.painting import PAD, ROW_ROLE, Index, RowDelegate, bold, draw_line_below, draw_text, small
from desktop.review.pane import push_button
from desktop.review.row_models import GroupModel
from desktop.review.sentence import MarkedLayout
from desktop.session import Session
from desktop.theme import colours
from gazetteer.project import queries
from gazetteer.project.mark_edits import IgnoreFinding
from gazetteer.project.rows import OTHER_DATE, OTHER_SPELLING, ConflictRow, Evidence

SIDE_GAP = 10
LEAST_WIDTH = 120.0


class ConflictModel(GroupModel[ConflictRow]):
    """The open conflicts, by article."""

    def text(self, row: ConflictRow, column: int) -> str:
        one, other = (f"{side.document_label}: {side.sentences[0].text.strip()}" for side in row.sides)
        return self.tr("{title}. {one} – {other}").format(title=self.title(row), one=one, other=other)

    def title(self, row: ConflictRow) -> str:
        """Return what is told differently, as possible."""
        words = {OTHER_DATE: self.tr("Possibly another day: {one} or {other}")}
        words[OTHER_SPELLING] = self.tr("Possibly spelt wrongly: {one} or {other}")
        title = words.get(row.kind, self.tr("Possibly another place: {one} or {other}"))
        return title.format(one=row.said[0], other=row.said[1])


class ConflictDelegate(RowDelegate):
    """What differs, then each article with its whole sentence, the name marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        row: ConflictRow = index.data(ROW_ROLE)
        # the view asks before it is laid out, too
        view = option.widget
        width = max(LEAST_WIDTH, (view.viewport().width() if view is not None else 300) - 2 * PAD)  # type: ignore[attr-defined]
        line = option.fontMetrics.height() + 4
        heights = [self._sentence(side, option, width).height for side in row.sides]
        return QSize(120, round(3 * line + sum(heights) + 2 * SIDE_GAP + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._option = option
        super().paint(painter, option, index)

    def draw(self, painter: QPainter, box: QRectF, index: Index, palette: QPalette) -> None:
        row: ConflictRow = index.data(ROW_ROLE)
        model = index.model()
        chosen = colours(palette)
        draw_line_below(painter, box.adjusted(0, 0, 0, 6), palette)
        line = self._option.fontMetrics.height() + 4
        font, y = painter.font(), box.top()
        painter.setFont(bold(font))
        title = model.title(row) if isinstance(model, ConflictModel) else ""
        draw_text(painter, QRectF(box.left(), y, box.width(), line), title, chosen.text)
        y += line + SIDE_GAP / 2
        for side in row.sides:
            painter.setFont(small(font))
            where = "  ·  ".join(part for part in (side.document_label, side.date) if part)
            draw_text(painter, QRectF(box.left(), y, box.width(), line), where, chosen.muted)
            painter.setFont(font)
            sentence = self._sentence(side, self._option, box.width())
            sentence.draw(painter, QPointF(box.left(), y + line), QColor(chosen.text))
            y += line + sentence.height + SIDE_GAP / 2

    def _sentence(self, side: Evidence, option: QStyleOptionViewItem, width: float) -> MarkedLayout:
        sentence = side.sentences[0]
        blank = len(sentence.text) - len(sentence.text.lstrip())
        marks = [(mark.start - blank, mark.end - blank) for mark in sentence.marks]
        return MarkedLayout(sentence.text.strip(), marks, option.font, width, option.palette)


class ConflictsPane(GroupPane[ConflictRow]):
    """Choosing a conflict selects its first mention; the articles can be read side by side."""

    compare_wanted = Signal(object)
    """(document id, other document id, mention id, other mention id)"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "conflicts", parent)
        self._looked_at: tuple[object, int] | None = None
        """project and revision that were looked through last"""
        self.lay_out(self.tr("Conflicts"), ConflictModel(self), ConflictDelegate(self))
        self.view.setUniformItemSizes(False)
        self.view.setResizeMode(self.view.ResizeMode.Adjust)
        self.view.setWordWrap(True)

    def make_buttons(self) -> QHBoxLayout:
        tip = self.tr("Read both articles beside each other")
        self._compare = push_button("conflict_compare", self.tr("Side by side"), self, tip, "primary")
        self._other = push_button("conflict_other", self.tr("Other article"), self, self.tr("Go to the other mention"))
        none = self.tr("It is no conflict; the decision is kept")
        self._ignore = push_button("conflict_ignore", self.tr("Ignore"), self, none)
        self._compare.clicked.connect(self.compare)
        self._other.clicked.connect(self.show_other)
        self._ignore.clicked.connect(self.ignore)
        row = QHBoxLayout()
        row.setContentsMargins(PAD, 8, PAD, 8)
        row.setSpacing(8)
        row.addWidget(self._compare, 1)
        row.addWidget(self._other)
        row.addWidget(self._ignore)
        return row

    def reload(self) -> None:
        project = self.session.project
        rows = queries.conflicts(project) if project is not None else []
        words = self.tr("No conflicts found. Articles that seem to tell the same event differently are listed here.")
        self.show_groups(rows, words)
        self._look()

    def _look(self) -> None:
        """Let the articles be looked through in the background where anything has changed since."""
        project = self.session.project
        if project is None or self.session.read_only:
            return
        state = (project.path, project.revision)
        if state != self._looked_at:
            self._looked_at = state
            self.session.look_for_conflicts().finished.connect(self._looked)

    def _looked(self, other: bool) -> None:
        project = self.session.project
        if project is not None and other:
            self._looked_at = (project.path, project.revision)

    def compare(self) -> None:
        """Ask for both articles side by side."""
        row = self.current
        if row is not None:
            one, other = row.sides
            self.compare_wanted.emit((one.document_id, other.document_id, *row.mention_ids))

    def show_other(self) -> None:
        """Select the mention that is not selected; again goes back."""
        row = self.current
        if row is not None:
            first, second = row.mention_ids
            self.session.select_mention(second if self.session.selection.mention_id == first else first)

    def ignore(self) -> None:
        """Say that it is none."""
        row = self.current
        if row is not None:
            what = self.tr("{one} or {other}").format(one=row.said[0], other=row.said[1])
            self.do(IgnoreFinding(row.conflict_id, what))

    def offer(self) -> None:
        for button in (self._compare, self._other):
            button.setEnabled(self.current is not None)
        self._ignore.setEnabled(self.current is not None and not self.session.read_only)
