"""What a person does to the words of a mention: marks them, moves the ends, makes two of one, takes it out."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.article.text import ArticleText
from desktop.session import Session
from gazetteer.errors import ToposcopeError
from gazetteer.model import mention_id
from gazetteer.project.edits import Edit
from gazetteer.project.rows import MentionMark
from gazetteer.project.span_edits import AddMention, MoveMention, RemoveMention, SplitMention

Span = tuple[int, int]
BETWEEN = " \t\r\n\u00a0,;:/–—-"
"""what stands between two names and belongs to neither"""


class SpanVerbs(QObject):
    """Turns what is selected in the article into edits; what came of it is in focus afterwards."""

    told = Signal(str)
    """a short note for the status line"""

    def __init__(self, session: Session, text: ArticleText) -> None:
        super().__init__(text)
        self._session, self._text = session, text
        self._wanted: str | None = None

    def fill(self, menu: QMenu, mark: MentionMark | None, spot: int) -> None:
        """Add what is possible to a menu; `mark` and `spot` (code points) are the mention and place clicked."""
        for name, words, about, method in (
            ("add_mention", self.tr("Mark the selected words as a place"), self._text.selected_span(), self.add),
            ("move_ends", self.tr("Move the mention's ends to the selected words"), self.moved(), self.move_ends),
            ("split_mention", self.tr("Make two mentions of it here"), self.split_parts(spot), self.split),
            ("remove_mention", self.tr("Remove this mention"), mark, self.remove),
        ):
            action = QAction(words, menu)
            action.setObjectName(name)
            action.setEnabled(about is not None)
            action.setData(spot)
            action.triggered.connect(method)
            menu.addAction(action)

    # the verbs ------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Make the selected words a mention without a place."""
        span, document_id = self._text.selected_span(), self._session.selection.document_id
        if span is None or document_id is None:
            self.told.emit(self.tr("Select the words in the article first: with the mouse, or Shift and the arrows."))
            return
        self._do(AddMention(document_id, *span), span)

    def move_ends(self) -> None:
        """Let the mention that the selected words touch be those words."""
        mark, span = self.moved(), self._text.selected_span()
        if mark is None or span is None:
            self.told.emit(self.tr("Select the words that the mention shall have, touching those it has."))
            return
        self._do(MoveMention(mark.mention_id, *span), span)

    def split(self) -> None:
        """Make two mentions of one: at the cursor, or leaving out the words selected."""
        sender = self.sender()
        spot = sender.data() if isinstance(sender, QAction) else None
        parts = self.split_parts(spot)
        mark = self._around(spot)
        if mark is None or parts is None:
            self.told.emit(self.tr("Put the cursor between two words of a mention, or select what lies between them."))
            return
        self._do(SplitMention(mark.mention_id, parts), parts[0])

    def remove(self) -> None:
        """Take the mention in focus out of the project."""
        mark = self._focused()
        if mark is not None:
            self._do(RemoveMention(mark.mention_id), None)

    # what they are about --------------------------------------------------------------------------------------------

    def moved(self) -> MentionMark | None:
        """Return the mention whose ends would move: one the selected words touch, first of all the one in focus."""
        span = self._text.selected_span()
        if span is None:
            return None
        touched = [mark for mark in self._text.marks if mark.start < span[1] and span[0] < mark.end]
        touched.sort(key=lambda mark: mark.mention_id != self._text.focus_mention)
        return touched[0] if touched and (touched[0].start, touched[0].end) != span else None

    def split_parts(self, spot: int | None = None) -> tuple[Span, Span] | None:
        """Return what two mentions would be made of the one around the gap; None where there would be none."""
        mark, (left, right) = self._around(spot), self._gap(spot)
        if mark is None:
            return None
        first, second = self._trimmed(mark.start, left), self._trimmed(right, mark.end)
        return (first, second) if first[0] < first[1] and second[0] < second[1] else None

    def _gap(self, spot: int | None) -> Span:
        """Return the selected code points, blanks and all; without any, the clicked spot or the cursor."""
        start, end = self._text.cursor_span()
        return (spot, spot) if start == end and spot is not None else (start, end)

    def _around(self, spot: int | None) -> MentionMark | None:
        left, right = self._gap(spot)
        return next((mark for mark in self._text.marks if mark.start < left <= right < mark.end), None)

    def _trimmed(self, start: int, end: int) -> Span:
        words = self._text.stored(start, end)
        start += len(words) - len(words.lstrip(BETWEEN))
        return start, max(start, end - (len(words) - len(words.rstrip(BETWEEN))))

    def _focused(self) -> MentionMark | None:
        return next((mark for mark in self._text.marks if mark.mention_id == self._text.focus_mention), None)

    def _do(self, edit: Edit, focus: Span | None) -> None:
        """Queue an edit; the mention of the words `focus` comes into focus when it is done."""
        document_id = self._session.selection.document_id
        self._wanted = mention_id(document_id, *focus) if focus and document_id else None
        try:
            self._session.do(edit).finished.connect(self._done)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))

    def _done(self, changes: object) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._session.select_mention(wanted)
