"""The small card that tells what a mention stands for when the mouse rests on it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.article.looks import Look, draw_sign, look_of, look_word
from desktop.review.words import kind_word, percent, spelling_word
from desktop.theme import set_role
from gazetteer.model import Kind
from gazetteer.project.rows import MentionMark

SIGN_PX = 14
WIDEST_PX = 360


class Sign(QWidget):
    """The sign of a look, as large as a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look.AUTO
        self.setFixedSize(QSize(SIGN_PX, SIGN_PX))

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setAccessibleName(look_word(look))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_sign(painter, self._look, self.rect().toRectF(), self.palette())


class HoverCard(QFrame):
    """Place, state and spelling of one mention; never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setObjectName("hover_card")
        self.setAccessibleName(self.tr("What the mention stands for"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setStyleSheet("#hover_card { border: 1px solid palette(mid); }")
        self._sign = Sign(self)
        self._sign.setObjectName("hover_sign")
        self._place = self._label("hover_place")
        font = self._place.font()
        font.setBold(True)
        self._place.setFont(font)
        self._state = self._label("hover_state")
        self._spelling = self._label("hover_spelling")
        for label in (self._state, self._spelling):
            set_role(label, "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._place, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._state)
        layout.addWidget(self._spelling)
        self.setMaximumWidth(WIDEST_PX)

    def show_mark(self, mark: MentionMark, corner: QPoint, screen: QRect) -> None:
        """Show what `mark` stands for near a point of the screen, inside the screen."""
        look = look_of(mark.status, mark.group, mark.problem)
        self._sign.set_look(look)
        self._place.setText(mark.place_label or self.tr("No place"))
        parts = [look_word(look)]
        if mark.kind is not Kind.LITERAL:
            parts.append(kind_word(mark.kind))
        if mark.confidence is not None and look in (Look.AUTO, Look.PROBLEM, Look.LINKED):
            parts.append(self.tr("confidence {percent}").format(percent=percent(mark.confidence)))
        self._state.setText(" · ".join(parts))
        self._spelling.setText(self.tr("Spelling: {spelling}").format(spelling=spelling_word(mark.spelling)))
        self.adjustSize()
        x = min(corner.x(), screen.right() - self.width()) if screen.isValid() else corner.x()
        self.move(max(screen.left(), x), corner.y())
        self.show()

    def words(self) -> str:
        """Return what the card says, line by line."""
        return "\n".join(label.text() for label in (self._place, self._state, self._spelling))

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(name.removeprefix("hover_"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
