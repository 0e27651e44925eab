"""The head of the inspector: the name with its spelling class, and the place it stands for now."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.article.looks import Look, draw_sign, look_colour, look_of, look_word
from desktop.review.painting import bold, draw_bar, draw_text, small
from desktop.review.words import (
    feature_word,
    group_word,
    kind_word,
    percent,
    precision_note,
    region_line,
    spelling_word,
    status_word,
)
from desktop.theme import colours, set_role
from gazetteer.model import Group, Kind, SpellingStatus
from gazetteer.project.rows import MentionDetail

BAR_PX = 56
SIGN_PX = 20


class Badge(QWidget):
    """A word on a tinted ground."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._text = ""
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_word(self, text: str, look: Look | None) -> None:
        """Show a word in the colour of a look, grey for None."""
        self._text, self._look = text, look
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(small(self.font())).horizontalAdvance(self._text)) + 20, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(chosen.hover)
        if self._look is not None:
            ground = look_colour(self._look, self.palette())
            ground.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().toRectF(), 11, 11)
        painter.setFont(small(self.font()))
        painter.setPen(QColor(chosen.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class MentionHeading(QWidget):
    """The words as the article writes them, their spelling class, and where they stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mention_heading")
        self._surface = self._label("mention_surface", "title")
        self._badge = Badge("mention_spelling", self)
        self._where = self._label("mention_where", "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._surface, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self._where)

    def show_mention(self, detail: MentionDetail) -> None:
        self._surface.setText(self.tr("“{name}”").format(name=detail.surface))
        status = detail.spelling.status
        look = Look.PROBLEM if status is SpellingStatus.PROBABLE_MISSPELLING else None
        self._badge.show_word(spelling_word(status), look)
        self._badge.setToolTip(f"<qt>{escape(detail.spelling.note)}</qt>" if detail.spelling.note else "")
        where = self.tr("{article}, paragraph {number}")
        self._where.setText(where.format(article=detail.document_label, number=detail.paragraph_no))

    @property
    def words(self) -> tuple[str, str]:
        """The name in quotation marks and the spelling class."""
        return self._surface.text(), self._badge.text

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        set_role(label, role)
        return label


class PlaceLine(QWidget):
    """What is in force: the state's sign, the place and its facts, the confidence as a bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mention_place")
        self._detail: MentionDetail | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_mention(self, detail: MentionDetail) -> None:
        self._detail = detail
        self.setAccessibleName(" ".join(self.lines(detail)))
        self.setToolTip("<br>".join(escape(line) for line in self.lines(detail)))
        self.updateGeometry()
        self.update()

    def lines(self, detail: MentionDetail) -> list[str]:
        """Return what the card says: the place, its facts, its state."""
        look = look_of(detail.status, detail.group, detail.problem)
        if detail.group is Group.NOT_A_PLACE:
            first = self.tr("Not a place: {kind}").format(kind=kind_word(detail.kind))
        elif detail.place is None:
            first = self.tr("No place")
        else:
            first = detail.place.name
        lines = [first]
        if detail.place is not None:
            facts = [feature_word(detail.place), region_line(detail.place), precision_note(detail.place)]
            lines.append("  ·  ".join(part for part in facts if part))
        state = [status_word(detail.status), group_word(detail.group)]
        if look is Look.PROBLEM:
            state.append(look_word(look))
        if detail.kind is not Kind.LITERAL and detail.group is not Group.NOT_A_PLACE:
            state.insert(1, kind_word(detail.kind))
        return [*lines, "  ·  ".join(dict.fromkeys(state))]

    def sizeHint(self) -> QSize:
        lines = len(self.lines(self._detail)) if self._detail else 2
        return QSize(200, round(QFontMetricsF(self.font()).height() * 1.15 * lines) + 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        detail = self._detail
        if detail is None:
            return
        chosen = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(chosen.border))
        painter.setBrush(QColor(chosen.raised))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        look = look_of(detail.status, detail.group, detail.problem)
        box = self.rect().toRectF().adjusted(12, 8, -12, -8)
        draw_sign(painter, look, QRectF(box.left(), box.top(), SIGN_PX, SIGN_PX), self.palette())
        box.setLeft(box.left() + SIGN_PX + 10)
        if detail.confidence is not None and detail.place is not None:
            self._draw_confidence(painter, box, detail.confidence, look)
        self._draw_lines(painter, box, detail)

    def _draw_lines(self, painter: QPainter, box: QRectF, detail: MentionDetail) -> None:
        chosen = colours(self.palette())
        lines = self.lines(detail)
        height = box.height() / len(lines)
        for number, line in enumerate(lines):
            row = QRectF(box.left(), box.top() + number * height, box.width(), height)
            if number == 0:
                row.setRight(row.right() - BAR_PX - 48)
            painter.setFont(bold(self.font()) if number == 0 else small(self.font()))
            draw_text(painter, row, line, chosen.text if number == 0 else chosen.muted)

    def _draw_confidence(self, painter: QPainter, box: QRectF, confidence: float, look: Look) -> None:
        row = QRectF(box.right() - BAR_PX - 40, box.top(), BAR_PX + 40, SIGN_PX)
        bar = QRectF(row.left(), row.center().y() - 2.5, BAR_PX, 5)
        draw_bar(painter, bar, confidence, look_colour(look, self.palette()), self.palette())
        painter.setFont(small(self.font()))
        draw_text(painter, row, percent(confidence), colours(self.palette()).muted, right=True)
