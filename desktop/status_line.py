"""The status bar's content: the counts that add up, the network that is not used, the last save, the long step."""

from PySide6.QtCore import QDateTime, QLocale, QObject, QTime
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from desktop.session import Session
from desktop.tasks import Task
from desktop.theme import set_role
from gazetteer.jobs import Progress
from gazetteer.project.filters import MentionFilter

PROGRESS_WIDTH = 140


class StatusLine(QObject):
    """Fills a QStatusBar from the session; `set_refused` tells it how many network requests were refused."""

    def __init__(self, bar: QStatusBar, session: Session) -> None:
        super().__init__(bar)
        self._session = session
        self._task: Task | None = None
        self._counts = self._label(bar, "status_counts", self.tr("Counts"))
        self._network = self._label(bar, "status_network", self.tr("Network"))
        self._saved = self._label(bar, "status_saved", self.tr("Last saved"))
        self._step, self._bar, self._stop = self._progress(bar)
        self._filtered = self._filter_note(bar)
        bar.addWidget(self._counts)
        bar.addWidget(self._filtered)
        for widget in (self._step, self._bar, self._stop, self._network, self._saved):
            bar.addPermanentWidget(widget)
        self._show_progress(False)
        self.set_refused(0)
        session.opened.connect(self.refresh)
        session.closed.connect(self.refresh)
        session.changed.connect(self._changed)
        session.filter_changed.connect(self.refresh)
        session.worked.connect(self.follow)
        self.refresh()

    def set_refused(self, requests: int) -> None:
        """Say how many network requests were refused since the start."""
        text = self.tr("offline, %n request(s) refused", "", requests) if requests else self.tr("offline")
        self._network.setText(plural(text, requests))

    def refresh(self) -> None:
        """Count anew."""
        project = self._session.project
        if project is None:
            self._filtered.hide()
            self._counts.setText(self.tr("No project open"))
            self._saved.clear()
            return
        # what the panes show: the numbers under the window are theirs
        counts = self._session.counts
        self._note_filter(counts.total)
        sentence = self.tr(
            "{total} mentions = {plotted} plotted + {linked} linked + {other} not places + {open} unresolved"
        )
        self._counts.setText(
            sentence.format(
                total=grouped(counts.total),
                plotted=grouped(counts.plotted),
                linked=grouped(counts.linked),
                other=grouped(counts.not_a_place),
                open=grouped(counts.unresolved),
            )
        )
        if self._session.read_only:
            reason = self._session.read_only_reason
            words = self.tr("read only: {reason}").format(reason=reason) if reason else self.tr("read only")
            self._saved.setText(words)
        elif not self._saved.text():
            self._saved.setText(self.tr("all saved"))

    def _note_filter(self, shown: int) -> None:
        """Say that the panes show only a part, wherever the filter was set."""
        self._filtered.setVisible(self._session.filter != MentionFilter())
        self._filtered.setText(self.tr("Filtered: {shown} shown. Show all").format(shown=grouped(shown)))

    def _show_all(self) -> None:
        self._session.set_filter(MentionFilter())

    def _changed(self, changes: object) -> None:
        self.refresh()
        time = QLocale().toString(QTime.currentTime(), "HH:mm")
        self._saved.setText(self.tr("saved {time}").format(time=time))
        self._saved.setToolTip(QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.LongFormat))

    def follow(self, task: Task) -> None:
        """Show a long step's progress and a button that stops it."""
        self._task = task
        self._step.setText(task.label)
        self._bar.setRange(0, 0)
        self._show_progress(True)
        task.progressed.connect(self._progressed)
        task.ended.connect(self._ended)

    def _progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        if self._task is not None and progress.total:
            text = self.tr("{label}: {done} of {total}")
            self._step.setText(
                text.format(label=self._task.label, done=grouped(progress.done), total=grouped(progress.total))
            )

    def _ended(self) -> None:
        self._task = None
        self._show_progress(False)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show_progress(self, on: bool) -> None:
        for widget in (self._step, self._bar, self._stop):
            widget.setVisible(on)

    def _filter_note(self, parent: QWidget) -> QPushButton:
        note = QPushButton(parent)
        note.setObjectName("status_filter")
        note.setAccessibleName(self.tr("Show all mentions again"))
        set_role(note, "flat")
        note.clicked.connect(self._show_all)
        return note

    def _label(self, parent: QWidget, name: str, accessible: str) -> QLabel:
        label = QLabel(parent)
        label.setObjectName(name)
        label.setAccessibleName(accessible)
        return label

    def _progress(self, parent: QWidget) -> tuple[QLabel, QProgressBar, QPushButton]:
        bar = QProgressBar(parent)
        bar.setObjectName("status_progress")
        bar.setAccessibleName(self.tr("Progress"))
        bar.setFixedWidth(PROGRESS_WIDTH)
        bar.setTextVisible(False)
        stop = QPushButton(self.tr("Stop"), parent)
        stop.setObjectName("status_stop")
        stop.setAccessibleName(self.tr("Stop the running step"))
        set_role(stop, "flat")
        stop.clicked.connect(self._cancel)
        return self._label(parent, "status_step", self.tr("Running step")), bar, stop


def grouped(number: int) -> str:
    """Return a count with the locale's thousands separators."""
    return QLocale().toString(number)


def plural(text: str, number: int) -> str:
    """Return a source text with `(s)` settled, for the language no translation file exists for."""
    return text.replace("(s)", "" if number == 1 else "s")
