"""The panes of the review desk around map and article: the filter bar over them, the timeline under the window."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.actions import Actions
from desktop.article.comparison import Comparison
from desktop.dialogs.describing import DescribeDialog
from desktop.docks import Docks
from desktop.filtering.bar import FilterBar
from desktop.review.conflicts import ConflictsPane
from desktop.review.places import PlacesPane
from desktop.review.steps import StepsPane
from desktop.session import Session
from desktop.timeline.pane import TimelinePane
from gazetteer.errors import ToposcopeError
from gazetteer.project import queries
from gazetteer.project.citation import citation
from gazetteer.project.edits import Edit
from gazetteer.project.importing import ImportReport
from gazetteer.project.mark_edits import DescribeDocument, StarMention
from gazetteer.project.rows import DocumentRow

PROJECT_ACTIONS = (
    "add_filter",
    "filter_text",
    "clear_filter",
    "timeline_pane",
    "timeline_play",
    "compare",
    "conflicts_list",
)


class DeskPanes(QObject):
    """Makes them, puts them in their places and joins them with their actions."""

    told = Signal(str)
    """a short note for the status line"""

    def __init__(self, session: Session, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self.filter_bar = FilterBar(session, window)
        self.timeline = TimelinePane(session, window)
        self.places = PlacesPane(session, window)
        self.conflicts = ConflictsPane(session, window)
        self.steps = StepsPane(session, window)
        self.conflicts.compare_wanted.connect(self._compare_pair)
        self._window = window
        self.comparison: Comparison | None = None

    def around(self, work: QWidget, window: QWidget) -> QWidget:
        """Return the centre: the filter bar over map and article."""
        centre = QWidget(window)
        centre.setObjectName("filtered_centre")
        centre.setAccessibleName(self.tr("Map and article with the filters"))
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(work, 1)
        return centre

    def add_docks(self, docks: Docks) -> None:
        """Give the panes their docks."""
        self._docks = docks
        docks.add_below([("timeline", self.tr("Timeline"), self.timeline)])

    def connect_actions(self) -> None:
        """Let the actions do what they say."""
        for action_id, method in (
            ("add_filter", self._add_filter),
            ("filter_text", self.filter_bar.focus_text),
            ("clear_filter", self.filter_bar.clear_all),
            ("timeline_pane", self._show_timeline),
            ("timeline_play", self._play),
            ("compare", self.compare),
            ("conflicts_list", self._show_conflicts),
            ("steps_list", self._show_steps),
            ("star", self._star_mention),
            ("star_document", self._star_document),
            ("describe", self.describe),
            ("cite", self.cite),
            ("paste_article", self.paste),
        ):
            self._actions[action_id].triggered.connect(method)

    def enable(self, opened: bool) -> None:
        """Switch the actions that need a project."""
        self._actions.set_enabled(list(PROJECT_ACTIONS), opened)

    def _add_filter(self) -> None:
        self.filter_bar.add.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.add.showMenu()

    def _show_timeline(self) -> None:
        self._docks.show_pane(self.timeline)

    def _play(self) -> None:
        self._docks.show_pane(self.timeline)
        self.timeline.play()

    def _show_conflicts(self) -> None:
        self._docks.show_pane(self.conflicts)

    def compare(self) -> None:
        """Show the article in focus beside the one after it in the list."""
        project, selection = self._session.project, self._session.selection
        ids = queries.document_ids(project, where=self._session.filter) if project is not None else []
        if not ids:
            return
        one = selection.document_id or ids[0]
        place = ids.index(one) if one in ids else -1
        self._compare_pair((one, ids[(place + 1) % len(ids)], selection.mention_id, None))

    def _compare_pair(self, pair: tuple[str, str, str | None, str | None]) -> None:
        self.comparison = Comparison(self._session, self._window)
        self.comparison.show_pair(*pair)
        self.comparison.show()

    def _show_steps(self) -> None:
        self._docks.show_pane(self.steps)

    # what a person says of mention and article ----------------------------------------------------------------------

    def _article(self) -> DocumentRow | None:
        project, document_id = self._session.project, self._session.selection.document_id
        return queries.document(project, document_id) if project is not None and document_id else None

    def describe(self, document_id: str | None = None) -> None:
        """Say what the article in focus is."""
        if isinstance(document_id, str):
            self._session.select_document(document_id)
        row = self._article()
        if row is not None:
            DescribeDialog(self._session, row, self._window).open()

    def cite(self) -> None:
        """Put the citation of the article in focus on the clipboard."""
        row = self._article()
        if row is not None:
            QGuiApplication.clipboard().setText(citation(row))
            self.told.emit(self.tr("The citation is on the clipboard."))

    def paste(self) -> None:
        """Bring the clipboard's text in as an article, and ask what it is."""
        words = QGuiApplication.clipboard().text()
        if self._session.read_only or not words.strip():
            self.told.emit(self.tr("There is no text on the clipboard, or the project is for reading only."))
            return
        self._session.import_text(words).finished.connect(self._pasted)

    def _pasted(self, report: ImportReport) -> None:
        if report.added:
            self.describe(report.added[0])
        else:
            self.told.emit(self.tr("This text is in the project already."))

    def _star_document(self) -> None:
        row = self._article()
        if row is not None:
            self._do(DescribeDocument(row.document_id, {"starred": not row.starred}))

    def _star_mention(self) -> None:
        project, mention_id = self._session.project, self._session.selection.mention_id
        detail = queries.mention(project, mention_id) if project is not None and mention_id else None
        if detail is not None:
            self._do(StarMention(detail.mention_id, not detail.starred))

    def _do(self, edit: Edit) -> None:
        try:
            self._session.do(edit)
        except ToposcopeError as error:
            self._session.failed.emit(str(error))
