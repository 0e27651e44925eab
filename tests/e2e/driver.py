"""Runs inside the real program's process: starts `toposcope`, does a scenario with mouse and keys, writes what it saw.

`python -m tests.e2e.driver [MODULE.]SCENARIO REPORT.json ARGUMENT...` is the program with these arguments; the
scenario runs where the event loop would. Every attempt to use a socket raises and is counted.
"""

import importlib
import json
import os
import socket
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

ATTEMPTS: list[str] = []
WAIT_MS = 60_000


def forbid_sockets() -> None:
    """Make every way to the network raise, and remember that it was tried."""

    def refuse(name: str) -> Callable[..., Any]:
        def refused(*arguments: Any, **named: Any) -> Any:
            callers = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_stack()[-4:-1]]
            ATTEMPTS.append(f"{name} from {' < '.join(reversed(callers))}")
            raise OSError(f"the test forbids {name}")

        return refused

    for name in ("connect", "connect_ex", "bind", "listen", "sendto"):
        setattr(socket.socket, name, refuse(name))
    for name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname"):
        setattr(socket, name, refuse(name))


def family(pid: int) -> list[int]:
    """Return a process and its descendants."""
    found = [pid]
    for entry in Path("/proc").iterdir():
        try:
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) if entry.name.isdigit() else -1
        except (OSError, IndexError):
            continue
        if parent == pid:
            found += family(int(entry.name))
    return found


def listening_ports() -> list[str]:
    """Return the TCP addresses that this process or its children listen at, from /proc."""
    own = set()
    for pid in family(os.getpid()):
        try:
            links = [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()]
        except OSError:
            continue
        own |= {link.removeprefix("socket:[").rstrip("]") for link in links if link.startswith("socket:")}
    ports = []
    for table in ("tcp", "tcp6"):
        path = Path("/proc/net") / table
        for line in path.read_text().splitlines()[1:] if path.exists() else []:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in own:
                ports.append(fields[1])
    return ports


class Driver:
    """Hands for a scenario: waiting, keys, clicks, questions to the map page."""

    def __init__(self, window: Any) -> None:
        self.window = window
        self.report: dict[str, Any] = {}

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let the event loop run until something is so; fails with `what`."""
        from PySide6.QtCore import QEventLoop, QTimer

        end = time.monotonic() + WAIT_MS / 1000
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(f"waited in vain for {what}")
            loop = QEventLoop()
            QTimer.singleShot(30, loop.quit)
            loop.exec()

    def pause(self, milliseconds: int) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def at_rest(self) -> None:
        """Wait until no work is under way and the newest points are drawn."""
        window = self.window
        self.wait(lambda: window.session.gazetteer is not None, "the gazetteer")
        self.wait(lambda: not window.session.background.busy and not window.session.writer.busy, "the work")
        self.wait(lambda: window.wiring.shows_everything, "the map")

    def ask(self, expression: str) -> Any:
        """Return the value of an expression in the map page."""
        answers: list[Any] = []
        self.window.map.view.page().runJavaScript(f"JSON.stringify({expression}) ?? 'null'", 0, answers.append)
        self.wait(lambda: answers, expression)
        return json.loads(answers[0])

    def focused_words(self) -> str | None:
        """Return the words of the mention in focus."""
        from gazetteer.project import queries

        session = self.window.session
        mention = queries.mention(session.project, session.selection.mention_id or "")
        return mention.surface if mention else None

    def click_marker(self, place_id: str) -> None:
        """Click where the map page says that a place's marker is."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        record = f"window.toposcope.state.byId.get({json.dumps(place_id)})"
        self.ask(f"(window.toposcope.map.setView([{record}.lat, {record}.lon], 9, {{animate: false}}), 1)")
        self.wait(lambda: self.ask(f"window.toposcope.points.shown.has({json.dumps(place_id)})"), "the marker")
        at = self.ask(f"window.toposcope.map.latLngToContainerPoint([{record}.lat, {record}.lon])")
        target = self.window.map.view.focusProxy()
        spot = QPoint(round(at["x"]), round(at["y"]))
        QTest.mouseMove(target, spot)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def click(self, widget: Any, spot: Any = None) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        where = spot if spot is not None else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def key(self, widget: Any, keys: str) -> None:
        """Press a key sequence where the keyboard is."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        self.window.activateWindow()  # no window manager does it here
        self.wait(self.window.isActiveWindow, "the active window")
        QTest.keySequence(widget, QKeySequence(keys))

    def edit(self, act: Callable[[], None]) -> None:
        """Do something that makes one edit and wait until it is stored and told."""
        told: list[object] = []
        self.window.session.changed.connect(told.append)
        act()
        self.wait(lambda: told, "the edit")
        self.window.session.changed.disconnect(told.append)


def run(scenario: Callable[[Driver], None], report: Path, arguments: list[str]) -> int:
    """Start the program with `arguments`; the scenario takes the event loop's place."""
    forbid_sockets()
    from PySide6.QtWidgets import QApplication

    from desktop.app import main

    outcome: dict[str, Any] = {}

    def drive(*_: object) -> int:
        window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "main_window")
        window.activateWindow()
        driver = Driver(window)
        try:
            scenario(driver)
        except BaseException as error:  # noqa: BLE001  told to the test, whatever it is
            outcome["error"] = f"{type(error).__name__}: {error}"
            window.grab().save(str(report.with_suffix(".png")))
        outcome.update(driver.report)
        outcome["listening"] = listening_ports()
        outcome["attempts"] = ATTEMPTS
        outcome["refused"] = window.map.blocked_requests
        return 0

    QApplication.exec = staticmethod(drive)  # type: ignore[assignment]
    code = main(arguments)
    outcome["code"] = code
    report.write_text(json.dumps(outcome), "utf-8")
    return code


if __name__ == "__main__":
    module, _, scenario = sys.argv[1].rpartition(".")
    found = getattr(importlib.import_module(f"tests.e2e.{module or 'scenarios'}"), scenario)
    sys.exit(run(found, Path(sys.argv[2]), sys.argv[3:]))
