"""The map's walls and its failures: the network is refused and counted, troubles are told in words."""

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.map.bridge import Bridge
from gazetteer.errors import GazetteerError
from tests.ui.map_page import MapUnderTest, opened_map, point

pytestmark = pytest.mark.webengine


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[MapUnderTest]:
    yield from opened_map(qtbot)


ADD = "document.body.append(Object.assign(document.createElement('{}'), {{{}}}))"
ATTEMPTS = {
    "fetch": "fetch('http://example.com/x').catch(() => {})",
    "image": "new Image().src = 'https://example.com/x.png'",
    "script": ADD.format("script", "src: 'https://example.com/x.js'"),
    "style": ADD.format("link", "rel: 'stylesheet', href: 'https://example.com/x.css'"),
    "socket": "try { new WebSocket('wss://example.com/') } catch (error) {}",
    "frame": ADD.format("iframe", "src: 'https://example.com/'"),
}


@pytest.mark.parametrize("attempt", sorted(ATTEMPTS))
def test_a_request_to_the_network_is_refused_and_counted(page: MapUnderTest, qtbot: QtBot, attempt: str) -> None:
    before = page.widget.blocked_requests
    with qtbot.waitSignal(page.widget.refused, timeout=5000) as refused:
        page.run(f"{ATTEMPTS[attempt]}; 1")
    assert page.widget.blocked_requests > before
    assert refused.args == [page.widget.blocked_requests]


def test_the_map_by_itself_asks_for_nothing(page: MapUnderTest) -> None:
    page.show(point("vilnius", 25.28, 54.69), point("geonames:690791", 32, 49, precision="country"))
    assert page.widget.blocked_requests == 0
    assert page.ask("typeof RTCPeerConnection") == "undefined"


def test_the_page_stays_on_its_address(page: MapUnderTest) -> None:
    kind = QWebEnginePage.NavigationType.NavigationTypeLinkClicked
    accepts = page.widget.view.page().acceptNavigationRequest
    assert not accepts(QUrl("https://example.com/"), kind, True)
    assert not accepts(QUrl("file:///etc/passwd"), kind, True)
    assert not accepts(QUrl("app://elsewhere/index.html"), kind, True)
    assert accepts(QUrl("app://map/index.html"), kind, True)


@pytest.mark.parametrize(
    "address", ["../archive.py", "%2e%2e/basemap/world.mbtiles", "..%2f..%2fpyproject.toml", "nothing.js", "map"]
)
def test_files_outside_the_page_are_not_found(page: MapUnderTest, address: str) -> None:
    page.run(f"window.answer = null; fetch('app://map/{address}').then(a => answer = a.status, () => answer = 'no'); 1")
    page.until("answer !== null")
    assert page.ask("answer") != 200


def test_tiles_come_unpacked_and_missing_ones_empty(page: MapUnderTest) -> None:
    page.run("""window.sizes = [];
        const size = tile => fetch(`app://map/tiles/${tile}`).then(answer => answer.arrayBuffer());
        for (const tile of ['0/0/0', '6/0/63']) size(tile).then(body => sizes.push(body.byteLength)); 1""")
    page.until("sizes.length === 2")
    assert sorted(page.ask("sizes"))[1] > 50000


def test_points_that_cannot_be_read_are_told_in_words(page: MapUnderTest, qtbot: QtBot) -> None:
    page.trouble = GazetteerError("no gazetteer")
    with qtbot.waitSignal(page.widget.failed, timeout=5000) as failed:
        page.widget.refresh(99)
    assert "lists still show them" in str(failed.args)
    assert page.ask("document.getElementById('banner').hidden") is False


def test_an_ended_process_leaves_words_and_a_button_that_reloads(page: MapUnderTest, qtbot: QtBot) -> None:
    page.show(point("vilnius", 25.28, 54.69))
    page.widget.select("vilnius", fly=False)
    with qtbot.waitSignal(page.widget.failed, timeout=10000):
        os.kill(page.widget.view.page().renderProcessPid(), signal.SIGKILL)
    button = page.widget.findChild(QPushButton, "map_reload")
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(page.widget.painted, timeout=20000):
        button.click()
    assert not button.isVisible()
    page.until("document.querySelector('.mark.selected')")


def test_unreadable_messages_of_the_page_are_dropped(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    bridge = Bridge()
    with qtbot.assertNotEmitted(bridge.received):
        for text in ("", "[]", "{}", '{"type": 3}', "nonsense"):
            bridge.receive(text)
    assert len(caplog.records) == 5


def test_shutdown_twice_and_messages_afterwards_do_no_harm(page: MapUnderTest) -> None:
    page.widget.shutdown()
    page.widget.shutdown()
    page.widget.refresh(5)
    page.widget.fit()
    page.widget.set_dark(True)
