"""The article's text, read-only, with its mentions underlined as far as they can be seen."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.article.card import HoverCard
from desktop.article.looks import draw_underline, look_colour, look_of
from desktop.article.shown import ShownText
from desktop.article.spacing import SpacedLayout
from desktop.theme import colours
from gazetteer.project.rows import MentionMark

COLUMN_PX = 720
HOVER_MS = 300
MARGIN_PX = 20.0
LARGER = 1.12


@dataclass(frozen=True, slots=True)
class Piece:
    """One line's part of a mention as it lies in the viewport."""

    box: QRectF
    mark: MentionMark


class ArticleText(QPlainTextEdit):
    """Shows a stored text exactly; draws the line of each mention in view itself, so that the length costs nothing."""

    mention_clicked = Signal(object)
    """mention id"""
    column_moved = Signal(int)
    """pixels left free at either side of the text"""
    stepped = Signal(int)
    """1: the next mention is wanted, -1: the one before"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_text")
        self.setAccessibleName(self.tr("Text of the article"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._set_type()
        self._shown = ShownText("")
        self._marks: list[MentionMark] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._index: dict[str, int] = {}
        self._pieces: list[Piece] = []
        self._focus: str | None = None
        self._hovered: str | None = None
        self._pressed = QPointF()
        self._card = HoverCard(self)
        self._card_timer = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._card_timer.timeout.connect(self._show_card)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _set_type(self) -> None:
        """Give the text its letters, its air and its direction."""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * LARGER)
        self.setFont(font)
        # the layout must be the document's before the widget takes the document: it keeps a bare pointer to it
        document = QTextDocument(self)
        self._layout = SpacedLayout(document)
        document.setDocumentLayout(self._layout)
        document.setDocumentMargin(MARGIN_PX)
        document.setDefaultFont(font)
        option = document.defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self.setDocument(document)
        self._document = document

    # what is shown --------------------------------------------------------------------------------------------------

    def set_article(self, text: str, marks: Sequence[MentionMark]) -> None:
        """Show a stored text with its mentions, from its beginning."""
        self._shown = ShownText(text)
        self._focus = None
        self.setPlainText(self._shown.shown)
        self.set_marks(marks)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_marks(self, marks: Sequence[MentionMark]) -> None:
        """Draw these mentions (in text order); text, focus and place in the text stay."""
        self._marks = list(marks)
        self._starts = [self._shown.to_shown(mark.start) for mark in marks]
        self._ends = [self._shown.to_shown(mark.end) for mark in marks]
        self._index = {mark.mention_id: i for i, mark in enumerate(marks)}
        self._hide_card()
        self.viewport().update()

    def replace_marks(self, marks: Sequence[MentionMark]) -> None:
        """Draw these mentions anew; each is held already (`shows`) and lies where it lay."""
        for mark in marks:
            self._marks[self._index[mark.mention_id]] = mark
        self._hide_card()
        self.viewport().update()

    def shows(self, mention_id: str) -> bool:
        """Return whether this is one of the text's mentions, in view or not."""
        return mention_id in self._index

    def set_focus_mention(self, mention_id: str | None) -> None:
        """Highlight a mention and scroll to it where it cannot be seen."""
        self._focus = mention_id
        index = self._index.get(mention_id) if mention_id else None
        if index is not None:
            self._reveal(index)
        self.viewport().update()

    def reveal_offset(self, offset: int) -> None:
        """Scroll to a code point of the stored text."""
        self._move_to(self._shown.to_shown(offset))

    def first_offset(self) -> int:
        """Return the code point that the text in view begins with."""
        return self._shown.to_text(self.firstVisibleBlock().position())

    def scroll_to_offset(self, offset: int) -> None:
        """Let the paragraph with this code point be the first in view; the cursor stays."""
        block = self._document.findBlock(self._shown.to_shown(offset))
        self.verticalScrollBar().setValue(block.firstLineNumber())

    @property
    def marks(self) -> Sequence[MentionMark]:
        return self._marks

    @property
    def focus_mention(self) -> str | None:
        return self._focus

    def selected_span(self) -> tuple[int, int] | None:
        """Return the selected code points (end exclusive) without outer blanks, or None."""
        start, end = self.cursor_span()
        words = self.stored(start, end)
        start += len(words) - len(words.lstrip())
        return (start, start + len(words.strip())) if words.strip() else None

    def cursor_span(self) -> tuple[int, int]:
        """Return the selected code points (end exclusive); twice the cursor's where nothing is selected."""
        cursor = self.textCursor()
        return self._shown.to_text(cursor.selectionStart()), self._shown.to_text(cursor.selectionEnd())

    def stored(self, start: int, end: int) -> str:
        """Return the words of the stored text between two code points."""
        return self._shown.text[start:end]

    def offset_at(self, point: QPoint) -> int:
        """Return the code point nearest to a point of the viewport."""
        return self._shown.to_text(self.cursorForPosition(point).position())

    def mention_boxes(self, mention_id: str) -> list[QRectF]:
        """Return where a mention lies in the viewport; empty where it is out of sight."""
        return [piece.box for piece in self._in_view() if piece.mark.mention_id == mention_id]

    def mark_at(self, point: QPointF) -> MentionMark | None:
        """Return the mention at a point of the viewport."""
        return next((p.mark for p in self._pieces if p.box.adjusted(-1, -1, 1, 3).contains(point)), None)

    # moving ---------------------------------------------------------------------------------------------------------

    def _reveal(self, index: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._starts[index])
        seen = self.cursorRect(cursor)
        self.setTextCursor(cursor)
        if not self.viewport().rect().adjusted(0, 24, 0, -24).contains(seen.center()):
            self.centerCursor()

    def _move_to(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.centerCursor()

    # drawing --------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._pieces = list(self._in_view())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self._pieces:
            self._draw_ground(painter, piece)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for piece in self._pieces:
            look = look_of(piece.mark.status, piece.mark.group, piece.mark.problem)
            box = piece.box
            draw_underline(painter, look, box.left(), box.right(), box.bottom(), look_colour(look, self.palette()))
        painter.end()

    def _draw_ground(self, painter: QPainter, piece: Piece) -> None:
        chosen = colours(self.palette())
        ground = piece.box.adjusted(-1, -1, 1, 4)
        if piece.mark.mention_id == self._focus:
            painter.setPen(QPen(QColor(chosen.accent), 1.2))
            painter.setBrush(QColor(chosen.mark))
            painter.drawRoundedRect(ground, 4, 4)
        elif piece.mark.mention_id == self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(chosen.hover))
            painter.drawRoundedRect(ground, 4, 4)

    def _in_view(self) -> Iterator[Piece]:
        """Yield the pieces of the mentions in view, from the first visible paragraph to the last."""
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > bottom:
                return
            if block.isVisible():
                yield from self._in_block(block, box.topLeft(), bottom)
            block = block.next()

    def _in_block(self, block: QTextBlock, origin: QPointF, bottom: float) -> Iterator[Piece]:
        index = bisect_left(self._ends, block.position() + 1)
        first, last = block.position(), block.position() + block.length()
        while index < len(self._marks) and self._starts[index] < last:
            layout = block.layout()
            start, end = max(0, self._starts[index] - first), min(last - 1, self._ends[index]) - first
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                if line.textStart() < end and start < line.textStart() + line.textLength():
                    box = _piece_box(line, start, end).translated(origin)
                    if box.bottom() >= 0 and box.top() <= bottom:
                        yield Piece(box, self._marks[index])
            index += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        # a line of more than about 90 letters is hard to read: the column stays, the margins grow
        bar = self.verticalScrollBar().sizeHint().width()
        side = max(0, (self.width() - bar - COLUMN_PX) // 2)
        self.setViewportMargins(side, 0, side, 0)
        self.column_moved.emit(side + round(MARGIN_PX))
        super().resizeEvent(event)

    # mouse and keys -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        self._hide_card()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed).manhattanLength()
        if event.button() is not Qt.MouseButton.LeftButton or moved > 4 or self.textCursor().hasSelection():
            return
        mark = self.mark_at(event.position())
        if mark is not None:
            self.mention_clicked.emit(mark.mention_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        mark = None if event.buttons() else self.mark_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self._set_hovered(mark.mention_id if mark else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            if step:
                self.stepped.emit(step)
                return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._set_hovered(None)
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hide_card()
        super().focusOutEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(self.stored(*self.cursor_span()))
        return copied

    # the card -------------------------------------------------------------------------------------------------------

    def _set_hovered(self, mention_id: str | None) -> None:
        if mention_id == self._hovered:
            return
        self._hovered = mention_id
        self._card.hide()
        self.viewport().update()
        if mention_id is None:
            self._card_timer.stop()
        else:
            self._card_timer.start()

    def _show_card(self) -> None:
        boxes = self.mention_boxes(self._hovered) if self._hovered else []
        if not boxes:
            return
        mark = self._marks[self._index[self._hovered]] if self._hovered in self._index else None
        if mark is not None:
            corner = self.viewport().mapToGlobal(boxes[0].bottomLeft().toPoint() + QPoint(0, 8))
            self._card.show_mark(mark, corner, self.screen().availableGeometry() if self.screen() else QRect())

    def _hide_card(self) -> None:
        self._card_timer.stop()
        self._card.hide()

    def _scrolled(self, value: int) -> None:
        self._set_hovered(None)


def _piece_box(line: QTextLine, start: int, end: int) -> QRectF:
    """Return the part of a line that shows the letters from `start` to `end` (UTF-16, within the paragraph)."""
    first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
    # glyphs know where they lie in a line of both directions; cursor positions are ambiguous there
    extents = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    if not extents:
        return QRectF()
    left, right = min(box.left() for box in extents), max(box.right() for box in extents)
    return QRectF(left, line.y(), right - left, line.ascent() + 2)
