"""Two articles beside each other, their mentions marked as in the article pane."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QSplitter, QVBoxLayout, QWidget

from desktop.article.text import ArticleText
from desktop.session import Session
from gazetteer.project import queries
from gazetteer.project.history import Changes

SIZE = (1100, 720)


class ComparisonSide(QWidget):
    """One article, chosen in the line over it."""

    def __init__(self, session: Session, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"comparison_{name}")
        self.setAccessibleName(title)
        self._session = session
        self.document_id: str | None = None
        self.choice = QComboBox(self)
        self.choice.setObjectName(f"comparison_{name}_choice")
        self.choice.setAccessibleName(self.tr("{side}: which one").format(side=title))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(20)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.text = ArticleText(self)
        self.text.setObjectName(f"comparison_{name}_text")
        self.text.setAccessibleName(title)
        self.text.mention_clicked.connect(session.select_mention)
        column = QVBoxLayout(self)
        column.addWidget(self.choice)
        column.addWidget(self.text, 1)

    def offer(self, rows: list[tuple[str, str]]) -> None:
        """Offer these articles: (id, title)."""
        self.choice.blockSignals(True)
        for document_id, label in rows:
            self.choice.addItem(label, document_id)
        self.choice.blockSignals(False)

    def show_article(self, document_id: str, mention_id: str | None = None) -> None:
        """Show an article, a mention of it in focus."""
        project = self._session.project
        if project is None:
            return
        self.document_id = document_id
        self.choice.blockSignals(True)
        self.choice.setCurrentIndex(self.choice.findData(document_id))
        self.choice.blockSignals(False)
        marks = queries.document_mentions(project, document_id)
        self.text.set_article(queries.document_text(project, document_id), marks)
        if mention_id is not None:
            self.text.set_focus_mention(mention_id)

    def read_again(self) -> None:
        """Show the mentions as they stand now."""
        project = self._session.project
        if project is not None and self.document_id is not None:
            self.text.set_marks(queries.document_mentions(project, self.document_id))

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.show_article(self.choice.itemData(row))


class Comparison(QDialog):
    """Stays open beside the window; what is selected in one is selected in both."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setWindowTitle(self.tr("Side by side"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._session = session
        self.left = ComparisonSide(session, "left", self.tr("Left article"), self)
        self.right = ComparisonSide(session, "right", self.tr("Right article"), self)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setObjectName("comparison_halves")
        halves.setAccessibleName(self.windowTitle())
        halves.addWidget(self.left)
        halves.addWidget(self.right)
        halves.setSizes([1, 1])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(halves)
        QShortcut(QKeySequence("F6"), self, self._other_side)
        session.changed.connect(self._changed)
        session.closed.connect(self.close)
        project = session.project
        rows = [(row.document_id, row.label) for row in queries.documents(project)] if project is not None else []
        for side in (self.left, self.right):
            side.offer(rows)

    def show_pair(self, one: str, other: str, mention: str | None = None, other_mention: str | None = None) -> None:
        """Show two articles, in each a mention in focus."""
        self.left.show_article(one, mention)
        self.right.show_article(other, other_mention)
        self.left.text.setFocus()

    def _changed(self, changes: Changes) -> None:
        for side in (self.left, self.right):
            if side.document_id in changes.documents:
                side.read_again()

    def _other_side(self) -> None:
        (self.right if self.left.text.hasFocus() else self.left).text.setFocus()
