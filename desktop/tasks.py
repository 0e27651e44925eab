"""Work off the GUI thread: one thread a worker, tasks with progress and cancel, answers back in the GUI thread."""

import queue
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from gazetteer.errors import Cancelled
from gazetteer.jobs import Job, Progress

Work = Callable[[Job], object]

REPORT_EVERY_S = 0.05
JOIN_TIMEOUT_S = 30.0


class Task(QObject):
    """One piece of work on a worker's thread; every signal is delivered in the thread that made the task."""

    progressed = Signal(object)
    """gazetteer.jobs.Progress, at most twenty a second and always the last one"""
    finished = Signal(object)
    """what the work returned"""
    failed = Signal(object)
    """the exception the work raised; gazetteer.errors.Cancelled when it was stopped"""
    ended = Signal()
    """after finished or failed"""

    _reported = Signal(object)
    _done = Signal(object, object)

    def __init__(self, label: str, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.running = True
        self._work = work
        self._job = Job(self._report)
        self._last_report = 0.0
        # queued by name: the worker emits these, and only a QObject's own bound method is delivered across threads
        self._reported.connect(self._deliver_progress, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._deliver_end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint; `failed` follows with Cancelled."""
        self._job.cancel()

    def run(self) -> None:
        """Do the work; called in the worker's thread."""
        try:
            if self._job.cancelled:
                raise Cancelled("Stopped before it began.")
            answer, error = self._work(self._job), None
        except Exception as caught:  # noqa: BLE001  handed over whole: the GUI thread tells the world's errors from bugs
            answer, error = None, caught
        self._done.emit(answer, error)

    def _report(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last_report < REPORT_EVERY_S and progress.done != progress.total:
            return
        self._last_report = now
        self._reported.emit(progress)

    def _deliver_progress(self, progress: Progress) -> None:
        if self.running:
            self.progressed.emit(progress)

    def _deliver_end(self, answer: object, error: Exception | None) -> None:
        self.running = False
        if error is None:
            self.finished.emit(answer)
        else:
            self.failed.emit(error)
        self.ended.emit()


class Worker(QObject):
    """One thread that does tasks in the order they came."""

    busy_changed = Signal(bool)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._queue: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._tasks: list[Task] = []

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks not yet ended, the running one first."""
        return tuple(self._tasks)

    def start(self, label: str, work: Work) -> Task:
        """Queue `work` and return its task; connect to the task before returning to the event loop."""
        task = Task(label, work, self)
        task.ended.connect(self._forget)
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        self._ensure_thread()
        self._queue.put(task)
        return task

    def shutdown(self) -> None:
        """Cancel what is queued, wait for the running task and end the thread."""
        for task in self._tasks:
            task.cancel()
        self.finish()

    def finish(self) -> None:
        """Let every queued task run to its end, then end the thread; answers still come through the event loop."""
        if self._thread is None:
            return
        self._queue.put(None)
        self._thread.join(JOIN_TIMEOUT_S)
        self._thread = None

    def _ensure_thread(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name=self._name, daemon=True)
            self._thread.start()

    def _loop(self) -> None:
        while (task := self._queue.get()) is not None:
            task.run()

    def _forget(self) -> None:
        ended = [task for task in self._tasks if not task.running]
        self._tasks = [task for task in self._tasks if task.running]
        for task in ended:
            task.deleteLater()
        if ended and not self._tasks:
            self.busy_changed.emit(False)
