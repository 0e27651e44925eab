"""A line one types in over a list one walks through: asks off the GUI thread, the keyboard stays in the line."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.tasks import Worker
from gazetteer.jobs import Job

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedSearch(QObject):
    """Tells when the typing rests, what was found for the newest words, and which way the keys walk."""

    wanted = Signal(str)
    """the words that stand in the line after a rest"""
    found = Signal(str, object)
    """words, and what the work returned; an answer to words that were asked before others does not come"""
    failed = Signal(str)
    stepped = Signal(int)
    """1: the next row, -1: the one before"""
    taken = Signal()
    """Return was pressed"""

    def __init__(self, line: QLineEdit, rest_ms: int, with_tabs: bool = False) -> None:
        """`with_tabs`: Tab walks through the rows, too, for there is nowhere else to go."""
        super().__init__(line)
        self._line = line
        self._steps = STEPS | TABS if with_tabs else STEPS
        self._asked = ""
        self._worker = Worker("search", self)
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self.want)
        line.textChanged.connect(self._typed)
        line.installEventFilter(self)

    @property
    def words(self) -> str:
        """What stands in the line."""
        return self._line.text().strip()

    @property
    def settled(self) -> bool:
        """True while no answer is on its way to what stands in the line."""
        return not self._rest.isActive() and not self._worker.busy

    def want(self) -> None:
        """Tell the words at once."""
        self._rest.stop()
        self._asked = self.words
        self.wanted.emit(self._asked)

    def hurry(self) -> None:
        """Do not wait for the rest."""
        if self._rest.isActive():
            self.want()

    def ask(self, words: str, work: Callable[[Job], object]) -> None:
        """Do `work` off the GUI thread; `found` brings its answer."""

        def answer(job: Job) -> tuple[str, object]:
            return words, work(job)

        task = self._worker.start("search", answer)
        task.finished.connect(self._answered)
        task.failed.connect(self._fail)

    def shutdown(self) -> None:
        """Ask nothing more and end the thread."""
        self._rest.stop()
        self._worker.shutdown()

    def _typed(self, typed: str) -> None:
        self._rest.start()

    def _answered(self, answer: tuple[str, object]) -> None:
        if answer[0] == self._asked == self.words:
            self.found.emit(*answer)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(str(error))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._line or not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in self._steps:
            self.stepped.emit(self._steps[key])
        elif key in RETURNS:
            self.taken.emit()
        else:
            return False
        return True
