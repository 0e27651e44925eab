"""The gazetteer in the main window: its dock and layout, its mark on the map, positions picked there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import wants_window
from desktop.composition import build
from desktop.gazetteer_view.own_place_dialog import OwnPlaceDialog
from desktop.launch import Launch
from desktop.main_window import MainWindow
from desktop.settings import Settings
from gazetteer.project import queries
from gazetteer.project.own_places import own_places
from tests.ui.fake_annotator import FakeAnnotator
from tests.ui.gazetteer_pane import ANSWER_MS, LITHUANIA, VILNIUS, rest

pytestmark = pytest.mark.webengine
PAINTED_MS = 30_000


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, project_path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with the sample project and the gazetteer open, the map ready."""
    made = build(qapp, Launch(size=(1400, 800)), Settings(tmp_path / "settings.ini"))
    made.session._given = FakeAnnotator()
    made.show()
    with qtbot.waitSignal(made.session.gazetteer_ready, timeout=ANSWER_MS):
        made.session.open_gazetteer()
    assert made.files.open(project_path)
    qtbot.waitUntil(lambda: made.map.is_ready, timeout=PAINTED_MS)
    yield made
    made.close()
    made.deleteLater()
    made.session.deleteLater()
    made.theme.deleteLater()
    qapp.processEvents()


def on_page(window: MainWindow, qtbot: QtBot, script: str) -> Any:
    """Return the value of a script in the map's page."""
    answers: list[Any] = []
    window.map.view.page().runJavaScript(script, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PAINTED_MS)
    return answers[0]


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.gazetteer.gazetteer is not None, timeout=ANSWER_MS)
    rest(window.gazetteer, qtbot)


def test_the_dock_opens_with_the_keyboard_in_the_search_line(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["gazetteer_pane"].trigger()
    assert window.gazetteer.isVisible()
    assert window.focusWidget() is window.gazetteer.line
    settled(window, qtbot)
    assert window.gazetteer.table.places.rowCount() > 300_000


def test_the_layout_gives_the_gazetteer_half_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["layout_gazetteer"].trigger()
    qtbot.waitUntil(lambda: window.gazetteer.width() > window.width() * 0.4, timeout=5000)
    assert window.gazetteer.isVisible()
    assert window.gazetteer.split.orientation() is Qt.Orientation.Horizontal
    assert window.map.isVisible()
    assert not window.inspector.isVisible()
    window.commands["layout_triage"].trigger()
    assert window.inspector.isVisible()


def test_the_place_of_the_mention_in_focus_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    project = window.session.project
    assert project is not None
    told: list[str] = []
    window.walking.told.connect(told.append)
    vilnius = next(row for row in queries.mentions(project) if row.surface == "Vilnius")
    window.session.select_mention(vilnius.mention_id)
    window.commands["place_card"].trigger()
    settled(window, qtbot)
    qtbot.waitUntil(lambda: window.gazetteer.place is not None and window.gazetteer.place.place_id == VILNIUS)
    assert "3 mentions in 2 articles" in window.gazetteer.card.text.toPlainText()
    unplaced = next(row for row in queries.mentions(project) if row.surface == "Teysin")
    window.session.select_mention(unplaced.mention_id)
    window.commands["place_card"].trigger()
    assert "no place yet" in window.statusBar().currentMessage()


def test_the_place_is_marked_on_the_map_with_its_ring(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["layout_gazetteer"].trigger()
    settled(window, qtbot)
    window.gazetteer.walk_to(LITHUANIA)
    qtbot.waitUntil(lambda: window.gazetteer.place is not None and window.gazetteer.place.place_id == LITHUANIA)
    script = "JSON.stringify(toposcope.spotlight.place)"
    qtbot.waitUntil(lambda: "Lithuania" in str(on_page(window, qtbot, script)), timeout=PAINTED_MS)
    drawn = on_page(window, qtbot, "toposcope.spotlight.group.getLayers().length")
    assert drawn == 2
    inside = "toposcope.map.getBounds().contains([toposcope.spotlight.place.lat, toposcope.spotlight.place.lon])"
    qtbot.waitUntil(lambda: bool(on_page(window, qtbot, inside)), timeout=PAINTED_MS)
    window.docks.show_pane(window.documents)
    qtbot.waitUntil(lambda: on_page(window, qtbot, script) == "null", timeout=PAINTED_MS)
    assert on_page(window, qtbot, "toposcope.spotlight.group.getLayers().length") == 0


def test_the_filter_follows_the_part_of_the_map_that_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["layout_gazetteer"].trigger()
    settled(window, qtbot)
    window.map.viewport.emit({"west": 25.0, "south": 54.5, "east": 25.6, "north": 54.9, "lon": 0, "lat": 0, "zoom": 9})
    window.gazetteer.filters.here.setChecked(True)
    settled(window, qtbot)
    names = [window.gazetteer.table.places.row_at(row) for row in range(5)]
    assert "Vilnius" in [row.shown for row in names if row is not None]
    assert window.gazetteer.table.places.rowCount() < 200


def open_dialog(window: MainWindow) -> OwnPlaceDialog:
    found = [dialog for dialog in window.findChildren(OwnPlaceDialog) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_place_of_ones_own_is_picked_on_the_map_added_and_removed(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["layout_gazetteer"].trigger()
    settled(window, qtbot)
    window.commands["own_place"].trigger()
    dialog = open_dialog(window)
    dialog.name.setText("Qxzzyvatiškės")
    dialog.pick.click()
    assert not dialog.isVisible()
    window.map.pin_dropped.emit(25.5, 54.5, 0)
    assert dialog.isVisible()
    assert dialog.position.text() == "54.500000 25.500000"
    with qtbot.waitSignal(window.session.gazetteer_ready, timeout=ANSWER_MS):
        dialog.save.click()
    settled(window, qtbot)
    qtbot.waitUntil(lambda: window.gazetteer.place is not None and window.gazetteer.place.name == "Qxzzyvatiškės")
    window.gazetteer.card.remove.click()
    box = window.findChild(QMessageBox, "own_place_removal")
    assert box is not None
    assert "No mention refers to" in box.informativeText()
    assert window.session.project is not None
    with qtbot.waitSignal(window.session.gazetteer_ready, timeout=ANSWER_MS):
        next(button for button in box.buttons() if button.text() == "Remove").click()
    assert own_places(window.session.project) == []
    settled(window, qtbot)
    assert window.gazetteer.place is None or window.gazetteer.place.name != "Qxzzyvatiškės"
    with qtbot.waitSignal(window.session.changed):
        window.undo()
    assert [place.name for place in own_places(window.session.project)] == ["Qxzzyvatiškės"]


def test_leaving_the_map_without_a_click_brings_the_dialog_back(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["own_place"].trigger()
    dialog = open_dialog(window)
    dialog.pick.click()
    window.map.pin_left.emit()
    assert dialog.isVisible()
    assert dialog.position.text() == ""
    dialog.pick.click()
    mention = next(iter(queries.mentions(window.session.project)))  # type: ignore[arg-type]
    window.wiring.start_pin(mention.mention_id)
    assert dialog.isVisible()
    dialog.reject()


def test_own_places_need_a_project_that_can_be_written(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["close"].trigger()
    window.commands["own_place"].trigger()
    assert [dialog for dialog in window.findChildren(OwnPlaceDialog) if dialog.isVisible()] == []
    assert "open project" in window.statusBar().currentMessage()


def test_the_users_gazetteers_have_a_window_of_their_own(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["library"].trigger()
    dialog = window.findChild(QWidget, "library_dialog")
    assert dialog is not None
    assert dialog.isVisible()
    window.commands["library"].trigger()
    assert len(window.findChildren(QWidget, "library_dialog")) == 1
    dialog.close()
    window.commands["library"].trigger()
    shown = [one for one in window.findChildren(QWidget, "library_dialog") if one.isVisible()]
    assert len(shown) == 1
    shown[0].close()


def test_the_program_opens_on_the_gazetteer_when_asked(window: MainWindow, qtbot: QtBot) -> None:
    assert wants_window(["--gazetteer", "Kaunas"])
    window.walking.search("Kaunas")
    settled(window, qtbot)
    assert window.gazetteer.place is not None
    assert window.gazetteer.place.name == "Kaunas"
    assert not window.inspector.isVisible()
