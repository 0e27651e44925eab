"""One program at a time: a second start hands its wish to the first, by a local socket that only this user may open."""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 1500
LONGEST_WISH = 64_000


def server_name(settings: Path) -> str:
    """Return the name of the socket that goes with a settings file: one program for each user and configuration."""
    return "toposcope-" + hashlib.sha256(str(settings.absolute()).encode()).hexdigest()[:16]


def hand_over(name: str, project: Path | None) -> bool:
    """Let the running program open a project, or just come forward; False where none is running."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    wish = json.dumps({"open": str(project) if project is not None else None})
    socket.write(wish.encode() + b"\n")
    # the answer, not the sending, tells that someone is there to act on it
    done = socket.waitForReadyRead(PATIENCE_MS) and bytes(socket.readAll().data()).startswith(b"taken")
    socket.disconnectFromServer()
    return bool(done)


class SingleInstance(QObject):
    """Listens for later starts of the program."""

    wanted = Signal(object)
    """Path of a project to open, or None: only come forward"""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        if not self._server.listen(name):
            # a program that was killed leaves its socket behind; nobody answered there
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listening(self) -> bool:
        """False where the system allows no such socket; every start is then a program of its own."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        try:
            project = project_of(bytes(socket.readLine(LONGEST_WISH).data()))
        except (ValueError, TypeError, KeyError):
            # not one of ours
            socket.disconnectFromServer()
            return
        socket.write(b"taken\n")
        socket.flush()
        self.wanted.emit(project)


def project_of(line: bytes) -> Path | None:
    """Return the project that a wish names, None where it names none; raises ValueError, TypeError or KeyError."""
    named = json.loads(line)["open"]
    return None if named is None else Path(named)
