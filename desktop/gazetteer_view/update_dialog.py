"""What the gazetteers of today would change in the open project, shown before anything is changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QTabWidget, QVBoxLayout, QWidget

from desktop.core_words import said
from desktop.dialogs.parts import add_row, button, button_row, prepare, table, text
from desktop.review.words import number
from desktop.session import Session
from gazetteer.errors import ToposcopeError
from gazetteer.project.updates import TakeAnswers, UpdatePlan

SHOWN = 2000


class UpdateDialog(QDialog):
    """Two tables: places that are shown otherwise, mentions that would get another answer; taking them is one step."""

    def __init__(self, session: Session, plan: UpdatePlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._plan = session, plan
        layout = prepare(self, "update_dialog", self.tr("What would change in this project"), 860, 560)
        layout.addWidget(text(self, "update_heading", self.tr("What would change in this project"), "title"))
        layout.addWidget(text(self, "update_summary", plan.text[:1].upper() + plan.text[1:]))
        promise = self.tr(
            "Nothing is changed yet. What a person decided stays as it is; one undo takes all of it back."
        )
        layout.addWidget(text(self, "update_promise", promise, "muted"))
        tabs = QTabWidget(self)
        tabs.setObjectName("update_tabs")
        tabs.setAccessibleName(self.tr("Changes"))
        tabs.setDocumentMode(True)
        tabs.addTab(self._mentions(tabs), self.tr("Mentions ({n})").format(n=number(len(plan.rows))))
        tabs.addTab(self._places(tabs), self.tr("Places ({n})").format(n=number(len(plan.differences))))
        layout.addWidget(tabs, 1)
        self.take = button(self, "update_take", self.tr("&Take these answers"), primary=True)
        leave = button(self, "update_leave", self.tr("Leave as it is"))
        layout.addLayout(button_row(None, leave, self.take))
        self.take.setEnabled(bool(plan) and not session.read_only)
        self.take.clicked.connect(self._take)
        leave.clicked.connect(self.reject)

    def _mentions(self, parent: QWidget) -> QWidget:
        heads = [self.tr("Article"), self.tr("Name"), self.tr("Now"), self.tr("Then"), self.tr("Sentence")]
        page, layout = self._page(parent, "update_mentions")
        rows = table(page, "update_mention_table", self.tr("Mentions that would change"), heads)
        for row in self._plan.rows[:SHOWN]:
            add_row(
                rows,
                [row.document_label, row.surface, said(row.before), said(row.after), " ".join(row.sentence.split())],
            )
        for column, width in enumerate((170, 110, 160, 160)):
            rows.setColumnWidth(column, width)
        layout.addWidget(rows)
        if not self._plan.rows:
            rows.hide()
            layout.addWidget(self._nothing(page, "update_no_mentions", self.tr("No mention would change.")))
        elif len(self._plan.rows) > SHOWN:
            more = self.tr("The first {n} are shown.").format(n=number(SHOWN))
            layout.addWidget(text(page, "update_more_mentions", more, "muted"))
        return page

    def _places(self, parent: QWidget) -> QWidget:
        heads = [self.tr("Place"), self.tr("What is different"), self.tr("What stays")]
        page, layout = self._page(parent, "update_places")
        rows = table(page, "update_place_table", self.tr("Places shown otherwise"), heads)
        for one in self._plan.differences[:SHOWN]:
            add_row(rows, [one.place.label, one.text, one.note])
        for column, width in enumerate((220, 330)):
            rows.setColumnWidth(column, width)
        layout.addWidget(rows)
        if not self._plan.differences:
            rows.hide()
            words = self.tr("Every place of this project is shown as the gazetteers know it today.")
            layout.addWidget(self._nothing(page, "update_no_places", words))
        return page

    def _nothing(self, page: QWidget, name: str, words: str) -> QLabel:
        label = text(page, name, words, "empty")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _page(self, parent: QWidget, name: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(parent)
        page.setObjectName(name)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 12, 0, 0)
        return page, layout

    def _take(self) -> None:
        try:
            self._session.do(TakeAnswers(self._plan))
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
            return
        self.accept()
