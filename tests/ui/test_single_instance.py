"""A second start hands its wish to the first."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.single_instance import SingleInstance, hand_over, server_name

ROOT = Path(__file__).parents[2]


@pytest.fixture
def name(tmp_path: Path) -> str:
    return server_name(tmp_path / "settings.ini")


def handed(name: str, project: Path | None) -> subprocess.Popen[str]:
    """Start another program that hands over; it prints whether someone took it."""
    told = f"Path({str(project)!r})" if project is not None else "None"
    code = (
        "from pathlib import Path\nfrom PySide6.QtCore import QCoreApplication\n"
        "from desktop.single_instance import hand_over\n"
        f"app = QCoreApplication(['x'])\nprint(hand_over({name!r}, {told}))"
    )
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_the_first_start_finds_nobody(qapp: object, name: str) -> None:
    assert hand_over(name, None) is False


@pytest.mark.parametrize("project", [None, Path("/somewhere/Fälle der Brücke.toposcope")])
def test_a_later_start_hands_its_project_over(qtbot: QtBot, name: str, project: Path | None) -> None:
    first = SingleInstance(name)
    assert first.listening
    with qtbot.waitSignal(first.wanted, timeout=20_000) as wanted:
        other = handed(name, project)
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
    assert other.communicate()[0].strip() == "True"
    assert wanted.args == [project]
    first.close()


def test_one_that_does_not_answer_is_not_waited_for_long(qtbot: QtBot, name: str) -> None:
    first = SingleInstance(name)
    first._server.newConnection.disconnect()
    other = handed(name, None)
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
    assert other.communicate()[0].strip() == "False"
    first.close()


@pytest.mark.parametrize("nonsense", [b"GET / HTTP/1.1\n", b"{}\n", b'{"open": 3}\n', b"\xff\xfe\n"])
def test_what_is_no_wish_is_passed_over(qtbot: QtBot, name: str, nonsense: bytes) -> None:
    first = SingleInstance(name)
    socket = QLocalSocket()
    socket.connectToServer(name)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    with qtbot.assertNotEmitted(first.wanted, wait=200):
        socket.write(nonsense)
        socket.flush()
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    first.close()


def test_a_socket_left_behind_is_taken_over(qtbot: QtBot, name: str) -> None:
    first = SingleInstance(name)
    # as after a kill: the file is there and nobody listens
    path = Path(first._server.fullServerName())
    first.close()
    path.touch()
    second = SingleInstance(name)
    assert second.listening
    second.close()


def test_other_settings_are_another_program(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a.ini") != server_name(tmp_path / "b.ini")
