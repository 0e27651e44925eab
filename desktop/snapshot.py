"""Draws the window to a picture and ends the program: opens, waits for the map, selects, grabs."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.main_window import MainWindow
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter

GIVE_UP_MS = 180_000
SETTLE_MS = 1200
FLIGHT_MS = 15_000
"""longest wait for the map to be drawn where it was sent; it says nothing where it was there already"""
LOOK_EVERY_MS = 100
SHOWN_ZOOM = 5.0
LOOKED_AT = 40
"""mentions among which the most telling is chosen"""
FAILED = 1


class Snapshot(QObject):
    """Waits until nothing is under way, puts a telling mention in focus, and saves the picture."""

    def __init__(self, window: MainWindow, target: Path, scale: float) -> None:
        super().__init__(window)
        self._window = window
        self._target = target
        self._chosen = False
        self._trouble: list[str] = []
        window.map.painted.connect(self._take_painted)
        window.map.failed.connect(self._trouble.append)
        window.session.failed.connect(self._trouble.append)
        window.session.crashed.connect(self._crashed)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self._check)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._save)
        self._flight = QTimer(self)
        self._flight.setSingleShot(True)
        self._flight.setInterval(FLIGHT_MS)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(GIVE_UP_MS)
        self._limit.timeout.connect(self._give_up)

    def begin(self) -> None:
        """Start to wait."""
        self._look.start()
        self._limit.start()

    def _take_painted(self) -> None:
        """A later painting, at the end of a flight, begins the settling anew."""
        self._flight.stop()
        if self._settle.isActive():
            self._settle.start()

    def _crashed(self, error: Exception) -> None:
        self._trouble.append(f"{type(error).__name__}: {error}")

    def _check(self) -> None:
        """Go on when the program is at rest: nothing under way, the newest points drawn."""
        window, session = self._window, self._window.session
        if self._trouble:
            self._fail(self._trouble[0])
        elif session.background.busy or session.writer.busy or window.gazetteer.asking:
            return
        elif session.project is None:
            self._rest()
        elif self._flight.isActive() or not window.wiring.shows_everything:
            return
        elif not self._chosen:
            self._choose()
        else:
            self._rest()

    def _rest(self) -> None:
        self._look.stop()
        self._settle.start()

    def _choose(self) -> None:
        """Put a probable misspelling in focus, or else the first mention; an empty project stays as it is."""
        self._chosen = True
        project, window = self._window.session.project, self._window
        if window.files.import_dialog is not None:
            window.files.import_dialog.accept()
        if project is None:
            return
        if window.gazetteer.isVisible() and window.gazetteer.line.text():
            window.gazetteer.show_on_map()
            self._flight.start()
            return
        telling = queries.mention_ids(project, MentionFilter(problems_only=True)) or queries.mention_ids(project)
        if telling:
            window.session.select_mention(max(telling[:LOOKED_AT], key=self._candidates))
            window.wiring.show_around(SHOWN_ZOOM)
            self._flight.start()

    def _candidates(self, mention_id: str) -> int:
        """Return how many candidates a mention has: the more, the more the picture shows."""
        project = self._window.session.project
        mention = queries.mention(project, mention_id) if project is not None else None
        return len(mention.candidates) if mention is not None else 0

    def _save(self) -> None:
        picture = self._window.grab()
        self._target.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(self._target), "PNG"):
            self._fail(f"The picture could not be written to {self._target}; is the folder writable?")
            return
        self._end(0)

    def _give_up(self) -> None:
        waiting = "the import" if self._window.session.background.busy else "the map"
        self._fail(f"No picture after {GIVE_UP_MS // 1000} seconds: still waiting for {waiting}. Nothing was written.")

    def _fail(self, reason: str) -> None:
        print(f"toposcope: {reason}", file=sys.stderr)
        self._end(FAILED)

    def _end(self, code: int) -> None:
        self._look.stop()
        self._limit.stop()
        QApplication.exit(code)
