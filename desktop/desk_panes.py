"""The panes of the review desk around map and article: the filter bar over them, the timeline under the window."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.actions import Actions
from desktop.article.comparison import Comparison
from desktop.docks import Docks
from desktop.filtering.bar import FilterBar
from desktop.review.conflicts import ConflictsPane
from desktop.review.places import PlacesPane
from desktop.session import Session
from desktop.timeline.pane import TimelinePane
from gazetteer.project import queries

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

    def __init__(self, session: Session, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self.filter_bar = FilterBar(session, window)
        self.timeline = TimelinePane(session, window)
        self.places = PlacesPane(session, window)
        self.conflicts = ConflictsPane(session, window)
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
