"""Where one was in a project: article and mention, place in the text, filter, map; kept as one goes, brought back."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop.article.view import ArticleView
from desktop.map.widget import MapWidget
from desktop.session import Session
from desktop.settings import Settings
from gazetteer.project import queries
from gazetteer.project.stored_filters import filter_of_record, filter_record

SETTING = "views"
KEPT = 10
WRITE_AFTER_MS = 400


@dataclass(slots=True)
class View:
    """What is kept of one project; ids, a code point of the article, a filter's record, a map's centre and zoom."""

    document: str | None = None
    mention: str | None = None
    offset: int = 0
    filter: dict[str, Any] | None = None
    map: list[float] | None = None


class LastView(QObject):
    """Watches a window and puts it back where it was when the project is opened again."""

    def __init__(
        self, session: Session, settings: Settings, article: ArticleView, map_widget: MapWidget, parent: QObject
    ) -> None:
        """Make it after what else follows the session, so that what it brings back has the last word."""
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._article, self._map = article, map_widget
        self._project: Path | None = None
        self._view = View()
        self.active = True
        """False for a window that only draws a picture"""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER_MS)
        self._timer.timeout.connect(self.write)
        session.opened.connect(self._opened)
        session.closed.connect(self._closed)
        session.selection_changed.connect(self._changed)
        session.filter_changed.connect(self._changed)
        article.text.verticalScrollBar().valueChanged.connect(self._changed)
        map_widget.viewport.connect(self._map_moved)
        map_widget.ready.connect(self._show_map)

    # keeping --------------------------------------------------------------------------------------------------------

    def _changed(self, what: object = None) -> None:
        session = self._session
        if self._project is None or session.project is None:
            return
        self._view.document = session.selection.document_id
        self._view.mention = session.selection.mention_id
        self._view.filter = filter_record(session.filter)
        self._view.offset = self._article.text.first_offset()
        self._timer.start()

    def _map_moved(self, seen: dict[str, Any]) -> None:
        if self._project is not None:
            self._view.map = [float(seen[name]) for name in ("lon", "lat", "zoom")]
            self._timer.start()

    def write(self) -> None:
        """Write down where one is; the projects longest unused are forgotten."""
        self._timer.stop()
        if self._project is None or not self.active:
            return
        views = self._settings.read(SETTING, dict[str, dict[str, Any]]())
        views.pop(str(self._project), None)
        views[str(self._project)] = asdict(self._view)
        self._settings.write(SETTING, dict(list(views.items())[-KEPT:]))

    def _closed(self) -> None:
        # nothing that closing empties is where one was
        self.write()
        self._project = None

    # bringing back --------------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        project = self._session.project
        if project is None or not self.active:
            return
        self._project = None
        view = self._stored(project.path)
        if view.filter:
            self._session.set_filter(filter_of_record(view.filter))
        if view.document is not None and queries.document(project, view.document) is not None:
            self._session.select_document(view.document)
        if view.mention is not None:
            self._session.select_mention(view.mention)
        if view.offset and self._session.selection.document_id == view.document:
            self._article.text.scroll_to_offset(view.offset)
        self._project, self._view = project.path, view
        self._show_map()

    def _stored(self, project: Path) -> View:
        stored = self._settings.read(SETTING, dict[str, Any]()).get(str(project))
        try:
            view = View(**stored) if isinstance(stored, dict) else View()
        except TypeError:
            return View()
        sound = isinstance(view.offset, int) and (view.map is None or len(view.map) == 3)
        return view if sound else View()

    def _show_map(self) -> None:
        if self._project is not None and self._view.map is not None:
            self._map.set_view(*self._view.map)
