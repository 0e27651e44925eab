"""The article pane: title, what is known of it, the text with its mentions, and the legend."""

from datetime import date

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop.article.legend import Legend
from desktop.article.span_verbs import SpanVerbs
from desktop.article.text import ArticleText
from desktop.review.words import language_word, mentions_word
from desktop.session import Selection, Session
from desktop.theme import set_role
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import Changes
from gazetteer.project.rows import DocumentRow
from gazetteer.project.store import Project

FEW = 500
"""changed mentions that are read one by one; an article of 90,000 takes 2 s to read"""


class ArticleView(QWidget):
    """Shows the article in focus and follows the selection; a click on a mention selects it."""

    document_shown = Signal(object)
    """document id or None"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setAccessibleName(self.tr("Article"))
        self._session = session
        self._document_id: str | None = None
        self.text = ArticleText(self)
        self.spans = SpanVerbs(session, self.text)
        self.text.mention_clicked.connect(session.select_mention)
        self.text.stepped.connect(self.step)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._open_menu)
        self.setFocusProxy(self.text)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._make_empty())
        self._pages.addWidget(self._make_article())
        session.opened.connect(self._opened)
        session.closed.connect(self._closed)
        session.changed.connect(self._changed)
        session.selection_changed.connect(self._follow)
        self._follow(session.selection)

    # making ---------------------------------------------------------------------------------------------------------

    def _make_empty(self) -> QWidget:
        self._empty = QLabel(self.tr("Choose an article in the list, or click a sentence of the evidence."), self)
        self._empty.setObjectName("article_empty")
        self._empty.setAccessibleName(self.tr("No article is shown"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAutoFillBackground(True)
        self._empty.setBackgroundRole(self._empty.palette().ColorRole.Base)
        set_role(self._empty, "empty")
        return self._empty

    def _make_article(self) -> QWidget:
        head = QFrame(self)
        head.setObjectName("article_head")
        head.setAutoFillBackground(True)
        head.setBackgroundRole(head.palette().ColorRole.Base)
        self._title = self._label("article_title", "title")
        self._meta = self._label("article_meta", "muted")
        self._head = QVBoxLayout(head)
        self._head.setSpacing(2)
        self._head.addWidget(self._title)
        self._head.addWidget(self._meta)
        self.text.column_moved.connect(self._indent_head)
        self._indent_head(20)
        page = QWidget(self)
        page.setObjectName("article_page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.text, 1)
        layout.addWidget(Legend(self))
        return page

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(label, role)
        return label

    def _indent_head(self, side: int) -> None:
        self._head.setContentsMargins(side, 12, side, 6)

    # showing --------------------------------------------------------------------------------------------------------

    @property
    def document_id(self) -> str | None:
        return self._document_id

    def show_document(self, document_id: str | None) -> None:
        """Show an article from its beginning; None or one that is gone empties the pane."""
        project = self._session.project
        row = queries.document(project, document_id) if project is not None and document_id else None
        self._document_id = row.document_id if row else None
        if project is None or row is None:
            self.text.set_article("", [])
            self._pages.setCurrentIndex(0)
        else:
            marks = queries.document_mentions(project, row.document_id)
            self.text.set_article(queries.document_text(project, row.document_id), marks)
            self._describe(row)
            self._pages.setCurrentIndex(1)
        self.document_shown.emit(self._document_id)

    def _describe(self, row: DocumentRow) -> None:
        self._title.setText(row.label)
        self._title.setAccessibleName(row.label)
        count = mentions_word(row.counts.total)
        parts = [row.source, date_word(row), language_word(row.lang), count, row.file_name]
        line = "  ·  ".join(part for part in parts if part and part != row.label)
        self._meta.setText(line)
        self._meta.setAccessibleName(line)

    def _follow(self, selection: Selection) -> None:
        if selection.document_id != self._document_id:
            self.show_document(selection.document_id)
        if self._document_id is not None and selection.mention_id != self.text.focus_mention:
            self.text.set_focus_mention(selection.mention_id)

    def _opened(self) -> None:
        self.show_document(self._session.selection.document_id)

    def _closed(self) -> None:
        self.show_document(None)

    def _changed(self, changes: Changes) -> None:
        project = self._session.project
        if project is None or self._document_id is None or self._document_id not in changes.documents:
            return
        if self._patch(project, self._document_id, changes):
            return
        row = queries.document(project, self._document_id)
        if row is None:
            self.show_document(None)
            return
        self.text.set_marks(queries.document_mentions(project, row.document_id))
        self._describe(row)

    def _patch(self, project: Project, document_id: str, changes: Changes) -> bool:
        """Read only the changed mentions anew; False where they are many or the article has not the same mentions."""
        ids = [mention_id for mention_id in changes.mentions if self.text.shows(mention_id)]
        if not 0 < len(ids) <= FEW:
            return False
        # a change of some mentions may come with one that was added here: only the number tells
        if queries.mention_count(project, MentionFilter(document_id=document_id)) != len(self.text.marks):
            return False
        marks = queries.mention_marks(project, ids)
        if len(marks) != len(ids):
            return False
        self.text.replace_marks(marks)
        return True

    # moving and marking ---------------------------------------------------------------------------------------------

    def next_mention(self) -> None:
        """Select the article's next mention after the one in focus, or the first in sight."""
        self.step(1)

    def previous_mention(self) -> None:
        """Select the article's mention before the one in focus."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Select the mention `by` places further in this article; stops at both ends."""
        ids = [mark.mention_id for mark in self.text.marks]
        if not ids:
            return
        focus = self.text.focus_mention
        index = ids.index(focus) + by if focus in ids else (0 if by > 0 else len(ids) - 1)
        self._session.select_mention(ids[max(0, min(len(ids) - 1, index))])

    def _open_menu(self, point: QPoint) -> None:
        menu = self.build_menu(point)
        menu.exec(self.text.viewport().mapToGlobal(point))
        menu.deleteLater()

    def build_menu(self, point: QPoint) -> QMenu:
        """Return the menu for a point of the text: copy, and what can be done to the words there."""
        menu = QMenu(self)
        menu.setObjectName("article_menu")
        copy = QAction(self.tr("Copy"), menu)
        copy.setEnabled(self.text.textCursor().hasSelection())
        copy.triggered.connect(self.text.copy)
        menu.addAction(copy)
        if self._session.read_only:
            return menu
        mark = self.text.mark_at(point.toPointF())
        if mark is not None:
            # bringing a mention into focus moves the cursor; what is selected is what the menu is for
            cursor = self.text.textCursor()
            self._session.select_mention(mark.mention_id)
            self.text.setTextCursor(cursor)
        self.spans.fill(menu, mark, self.text.offset_at(point))
        return menu


def date_word(row: DocumentRow) -> str | None:
    """Return the article's date as people write it, or as it stands in the article where it is no full date."""
    if not row.date:
        return row.date_text
    try:
        day = date.fromisoformat(row.date)
    except ValueError:
        return row.date
    return QLocale().toString(day, QLocale.FormatType.LongFormat)  # type: ignore[call-overload,no-any-return]
