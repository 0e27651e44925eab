"""Where the window's objects are built and wired: application, theme, session, window."""

import sys
import tempfile
from pathlib import Path

import platformdirs
from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.first_article import FirstArticle
from desktop.languages import SYSTEM, chosen_language, put_in_place
from desktop.launch import Launch
from desktop.main_window import DEFAULT_SIZE, MainWindow
from desktop.map.scheme import register_scheme
from desktop.samples import demo_project
from desktop.session import Session
from desktop.settings import Settings
from desktop.single_instance import SingleInstance, hand_over, server_name
from desktop.snapshot import Snapshot
from desktop.theme import Theme
from gazetteer import __version__

# what Qt says at every start where there is no GPU, no display or no sandbox; nothing a person could act on
STARTING = (
    "QRhiGles2: Failed to create",
    "Failed to create RHI for backend",
    "This plugin does not support",
    "QVulkanInstance: Failed to initialize Vulkan",
    "GBM is not supported with the current configuration",
    "Sandboxing disabled by user",
    "GPUInfo not initialized",
)


SNAPSHOT_SIZE = (1600, 1000)


def run(launch: Launch) -> int:
    """Show the window and return the exit code when it is closed."""
    qInstallMessageHandler(pass_message)
    register_scheme()
    app = QApplication(["toposcope"])
    name = server_name(settings_path())
    alone = launch.snapshot is None and not (launch.new_window or launch.read_only)
    if alone and hand_over(name, demo_project() if launch.demo else launch.project):
        return 0
    window = build(app, launch, Settings(settings_path()))
    if alone:
        listener = SingleInstance(name, window)
        listener.wanted.connect(window.come_forward)
    window.problems.catch_all()
    if launch.snapshot is not None:
        snapshot = Snapshot(window, launch.snapshot, launch.scale or 1.0)
        QTimer.singleShot(0, snapshot.begin)
    window.show()
    with tempfile.TemporaryDirectory(prefix="toposcope-") as folder:
        start(window, launch, Path(folder))
        code = app.exec()
        window.close()
    qInstallMessageHandler(None)
    sys.excepthook = sys.__excepthook__
    return code


def build(app: QApplication, launch: Launch, settings: Settings) -> MainWindow:
    """Make the window and everything in it; nothing is opened yet."""
    app.setApplicationName("toposcope")
    app.setApplicationDisplayName("Toposcope")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("toposcope")
    put_in_place(app, launch.language or chosen_language(settings.read("language", SYSTEM)))
    mode = launch.appearance or ("light" if launch.snapshot else settings.read("appearance", "system"))
    theme = Theme(app, mode)
    session = Session(app)
    window = MainWindow(session, settings, theme)
    FirstArticle(session, window)
    window.remembers = launch.snapshot is None
    window.backing_up.active = window.last_view.active = window.guide.active = window.remembers
    window.resize(*(DEFAULT_SIZE if window.remembers else SNAPSHOT_SIZE))
    if window.remembers:
        window.restore()
    if launch.size is not None:
        window.resize(*launch.size)
    return window


def start(window: MainWindow, launch: Launch, scratch: Path) -> None:
    """Open the gazetteer in the background and the project asked for, or the one left open last.

    A picture of the sample project is drawn of a fresh one in the folder `scratch`, so it is the same each time.
    """
    window.session.open_gazetteer()
    if launch.demo:
        window.files.open_demo(scratch if launch.snapshot is not None else None)
    elif launch.project is not None:
        window.files.open(launch.project, launch.read_only)
    elif launch.snapshot is None:
        last = window.settings.read("was_open", "")
        if last and Path(last).exists():
            window.files.open(Path(last))
    if launch.gazetteer is not None:
        window.walking.search(launch.gazetteer)


def pass_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Write what Qt says to stderr, without the lines of every start."""
    if not text.startswith(STARTING):
        print(f"Qt {kind.name.removeprefix('Qt').removesuffix('Msg').lower()}: {text}", file=sys.stderr)


def settings_path() -> Path:
    """Return the ini file the program remembers its looks in."""
    return platformdirs.user_config_path("toposcope", appauthor=False) / "toposcope.ini"
