"""Qt for the tests of the window: no display, and the map's scheme registered before the application is there."""

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.composition import build
from desktop.launch import Launch
from desktop.main_window import MainWindow
from desktop.map.scheme import register_scheme
from desktop.session import Session
from desktop.settings import Settings
from tests.ui.fake_annotator import FakeAnnotator
from tests.ui.review_samples import make_project

register_scheme()
PAINTED_MS = 30_000


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["toposcope-tests"]


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    return make_project(tmp_path / "sample.toposcope")


@pytest.fixture
def session(qapp: object, project_path: Path) -> Iterator[Session]:
    """A session with the sample project open."""
    opened = Session()
    opened.open_project(project_path)
    yield opened
    opened.shutdown()
    opened.deleteLater()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a fresh installation."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, settings: Settings, project_path: Path) -> Iterator[MainWindow]:
    """The whole window over the sample project, at rest."""
    made = build(qapp, Launch(size=(1200, 800)), settings)
    made.session._given = FakeAnnotator()
    made.show()
    assert made.files.open(project_path)
    qtbot.waitUntil(lambda: made.wiring.shows_everything, timeout=PAINTED_MS)
    qtbot.waitUntil(lambda: not made.session.background.busy)
    yield made
    made.close()
    made.deleteLater()
    made.session.deleteLater()
    made.theme.deleteLater()
    qapp.processEvents()


@pytest.fixture(autouse=True)
def no_dangling_windows_and_workers() -> Iterator[None]:
    """Fail a test that leaves a window on the screen or a worker thread of Qt running."""
    yield
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [widget.objectName() or type(widget).__name__ for widget in app.topLevelWidgets() if widget.isVisible()]
    running = [thread.objectName() for thread in _qt_threads() if thread.isRunning()]
    assert not shown, f"windows left open: {shown}"
    assert not running, f"worker threads left running: {running}"


def _qt_threads() -> list[QThread]:
    """Return the worker threads that Python code still holds."""
    mine = QThread.currentThread()
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, QThread) and shiboken6.isValid(thing) and thing is not mine
    ]
