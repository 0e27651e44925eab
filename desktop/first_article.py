"""Keeps an article in focus while the project has one, so that the article pane is never empty without need."""

from PySide6.QtCore import QObject

from desktop.session import Session
from gazetteer.project import queries
from gazetteer.project.history import Changes


class FirstArticle(QObject):
    """Selects the first article by title where the session opens, or comes to be, with none in focus."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Make it after the window, so that what was in focus when a project was last closed comes first."""
        super().__init__(parent)
        self._session = session
        session.opened.connect(self._look)
        session.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        present = self._session.selection.document_id
        if present is None or present in changes.documents:
            self._look()

    def _look(self) -> None:
        project, selection = self._session.project, self._session.selection
        if project is None or (selection.place_id is not None and selection.document_id is None):
            return
        if selection.document_id is not None and queries.document(project, selection.document_id) is not None:
            return
        first = queries.documents(project, limit=1)
        self._session.select_document(first[0].document_id if first else None)
