"""Reads a board off the GUI thread; an answer that was overtaken by another reading is dropped."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.session import Session
from desktop.tasks import Task
from gazetteer.errors import Cancelled
from gazetteer.jobs import Job
from gazetteer.project.store import Project


class BoardReader(QObject):
    """Reads with the session's reading thread, which ends before the project is closed."""

    found = Signal(object)
    """what was read"""

    def __init__(self, session: Session, read: Callable[[Project], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._read = session, read
        self._task: Task | None = None
        self._turn = 0

    @property
    def busy(self) -> bool:
        """True while an answer is on its way."""
        return self._task is not None and self._task.running

    def ask(self) -> None:
        """Read the project; a reading that was asked for and has not begun is not done any more."""
        project, self._turn = self._session.project, self._turn + 1
        if project is None:
            return
        turn = self._turn

        def work(job: Job) -> tuple[int, Project, object]:
            return turn, project, self._read(project)

        if self._task is not None:
            self._task.cancel()
        self._task = self._session.reading.start("board", work)
        self._task.finished.connect(self._take)
        self._task.failed.connect(self._fail)

    def _take(self, answer: tuple[int, Project, object]) -> None:
        turn, project, found = answer
        # what is told after its project was closed is of no use
        if turn == self._turn and project is self._session.project:
            self.found.emit(found)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.crashed.emit(error)
