"""The page of `toposcope evaluate --report` in a browser: it opens with no network, and its map shows the errors."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from gazetteer.cli import main
from tests.core.evaluation_samples import answer, document, mention, write

pytestmark = pytest.mark.webengine
PATIENCE_MS = 20_000
TEXT = "From Suva to Lima by ship."


class _Listening(QWebEnginePage):
    """A page that keeps what its scripts complain of."""

    def __init__(self, view: QWebEngineView) -> None:
        super().__init__(view)
        self.said: list[str] = []

    def javaScriptConsoleMessage(self, level: Any, message: str, line: int, source: str) -> None:
        self.said.append(message)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[QWebEngineView]:
    view = QWebEngineView()
    view.resize(900, 700)
    view.setPage(_Listening(view))
    view.show()
    yield view
    view.close()
    view.page().deleteLater()
    view.deleteLater()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Two errors, one of them over the antimeridian."""
    marks = mention(TEXT, "Suva", lat=-18.1, lon=178.4), mention(TEXT, "Lima", lat=-12.0, lon=-77.0)
    gold = write(tmp_path / "gold.jsonl", [document("ship", TEXT, *marks)])
    answers = [
        answer("ship", TEXT, "Suva", -14.3, -170.7, confidence=0.8),
        answer("ship", TEXT, "Lima", 40.7, -84.1, confidence=0.6),
    ]
    predicted = write(tmp_path / "pred.jsonl", answers)
    assert main(["evaluate", str(gold), str(predicted), "--report", str(tmp_path / "page.html")]) == 0
    return tmp_path / "page.html"


def _ask(qtbot: QtBot, view: QWebEngineView, expression: str) -> Any:
    answers: list[str] = []
    view.page().runJavaScript(f"JSON.stringify({expression}) ?? 'null'", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    return json.loads(answers[0])


def test_the_map_of_errors_draws_and_tells_its_sentences(qtbot: QtBot, view: QWebEngineView, report: Path) -> None:
    with qtbot.waitSignal(view.loadFinished, timeout=PATIENCE_MS) as loaded:
        view.load(QUrl.fromLocalFile(str(report)))
    assert loaded.args == [True]
    assert _ask(qtbot, view, "document.querySelectorAll('#errors canvas').length") == 1
    assert _ask(qtbot, view, "document.querySelectorAll('figure svg circle').length") == 2
    assert _ask(qtbot, view, "document.documentElement.scrollWidth <= window.innerWidth")
    # a click on each dot of the canvas opens what was said there
    words = _ask(qtbot, view, _CLICK_ALL)
    assert any("Suva" in one and "ship" in one for one in words), words
    assert any("Lima" in one for one in words), words
    assert view.page().said == []


_CLICK_ALL = """(() => {
  const canvas = document.querySelector("#errors canvas"), found = new Set();
  canvas.scrollIntoView();
  const box = canvas.getBoundingClientRect();
  for (let x = box.left; x < box.right; x += 5) for (let y = box.top; y < box.bottom; y += 5) {
    canvas.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: x, clientY: y }));
    const popup = document.querySelector(".leaflet-popup-content");
    if (popup) found.add(popup.textContent);
    if (found.size > 1) return [...found];
  }
  return [...found];
})()"""
