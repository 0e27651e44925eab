"""The Map menu over a real project: areas are the session's filter, pictures are files, backgrounds are kept."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from tests.own_maps import png, write_mbtiles
from tests.ui.review_samples import VILNIUS

pytestmark = pytest.mark.webengine
PAINTED_MS = 30_000


def test_a_drawn_area_is_the_filter_of_every_pane(window: MainWindow, qtbot: QtBot) -> None:
    project = window.session.project
    assert project is not None
    window.session.set_filter(MentionFilter(text="vil"))
    window.map.area_drawn.emit([[25.0, 54.5], [25.6, 54.5], [25.6, 54.9], [25.0, 54.9]])
    where = window.session.filter
    assert where.text == "vil"
    assert where.area == ((25.0, 54.5), (25.6, 54.5), (25.6, 54.9), (25.0, 54.9))
    shown = {point["id"] for point in window.feeds.points()}
    assert shown == {VILNIUS.place_id}
    assert window.map._lasting["area"]["ring"] == [list(corner) for corner in where.area]
    window.commands["area_clear"].trigger()
    assert window.session.filter == MentionFilter(text="vil")
    assert not window.commands["area_clear"].isEnabled()


def test_the_view_of_the_map_is_an_area_without_a_mouse(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.map.viewport, timeout=PAINTED_MS):
        window.map.fly_to(VILNIUS.longitude, VILNIUS.latitude, 11.0)
    window.commands["area_view"].trigger()
    assert window.session.project is not None
    rows = queries.mentions(window.session.project, window.session.filter)
    assert {row.surface for row in rows} == {"Vilnius"}


@pytest.mark.parametrize("tool", ["area_box", "area_loop", "measure"])
def test_tools_are_taken_from_the_menu(window: MainWindow, tool: str) -> None:
    window.commands[tool].trigger()
    assert window.map._lasting["tool"]["name"] == tool.removeprefix("area_")
    window.map.tool_left.emit("measure")
    assert not window.commands["measure"].isChecked()


def test_one_heat_puts_the_other_out(window: MainWindow) -> None:
    window.commands["heat_mentions"].trigger()
    window.commands["heat_documents"].trigger()
    assert window.map._lasting["heat"]["by"] == "documents"
    assert not window.commands["heat_mentions"].isChecked()
    window.commands["heat_documents"].trigger()
    assert window.map._lasting["heat"]["by"] is None


def test_lines_lead_to_the_company_of_the_mention_in_focus_until_turned_off(window: MainWindow) -> None:
    assert window.session.project is not None
    vilnius = next(row for row in queries.mentions(window.session.project) if row.surface == "Pabrati")
    window.session.select_mention(vilnius.mention_id)
    ids = {place["id"] for place in window.map._lasting["context"]["places"]}
    assert ids
    assert vilnius.place_id not in ids
    window.commands["context_lines"].trigger()
    assert window.map._lasting["context"]["places"] == []
    assert window.settings.read("context_lines", True) is False


def test_following_is_kept(window: MainWindow) -> None:
    window.commands["follow"].trigger()
    assert window.map._lasting["follow"]["on"] is False
    assert window.settings.read("follow", True) is False


def test_a_map_of_ones_own_is_dropped_chosen_kept_and_removed(window: MainWindow, tmp_path: Path) -> None:
    archive = write_mbtiles(tmp_path / "plan.mbtiles", png(1, 2, 3), format="png", name="Town plan")
    window.files.take_dropped([archive])
    own = window.map.own_records
    assert [one["title"] for one in own] == ["Town plan"]
    assert window.map._lasting["backgrounds"]["chosen"] == own[0]["id"] == window.settings.read("background", "")
    window.commands["background"].trigger()
    dialog = window.map_tools._dialog
    assert dialog is not None
    listed = dialog.findChild(QListWidget, "background_list")
    assert isinstance(listed, QListWidget)
    assert listed.currentItem().text() == "Town plan"
    listed.setCurrentRow(3)
    assert window.map._lasting["backgrounds"]["chosen"] == "none"
    listed.setCurrentRow(4)
    remove = dialog.findChild(QPushButton, "background_remove")
    assert isinstance(remove, QPushButton)
    remove.click()
    assert window.map.own_records == []
    assert window.settings.read("own_maps", ["x"]) == []
    dialog.accept()


def test_a_file_that_is_no_map_is_told_and_not_kept(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    bad = tmp_path / "bad.pmtiles"
    bad.write_text("no map", "utf-8")
    with qtbot.waitSignal(window.map_tools.told) as told:
        window.files.take_dropped([bad])
    assert "bad.pmtiles" in told.args[0]
    assert window.settings.read("own_maps", ["x"]) == []


def test_the_map_is_saved_as_picture_and_as_one_sheet_with_its_credits(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("map.png", "map.pdf"):
        with qtbot.waitSignal(window.pictures.saved, timeout=PAINTED_MS):
            window.pictures.save(tmp_path / name)
    picture = QImage(str(tmp_path / "map.png"))
    assert picture.width() == round(window.map.view.width() * window.map.view.devicePixelRatio())
    sheet = QPdfDocument()
    assert sheet.load(str(tmp_path / "map.pdf")) is QPdfDocument.Error.None_
    assert sheet.pageCount() == 1
    words = sheet.getAllText(0).text()
    for expected in ("sample", "Legend", "Placed by the program", "Natural Earth", "GeoNames (CC BY 4.0)", "km"):
        assert expected in words, expected
    sheet.close()


def test_a_picture_that_cannot_be_written_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.pictures.failed, timeout=PAINTED_MS) as failed:
        window.pictures.save(tmp_path / "absent" / "map.png")
    assert "map.png" in failed.args[0]
    window.problems._box = None
    window.pictures.failed.disconnect()
    with qtbot.waitSignal(window.pictures.saved, timeout=PAINTED_MS):
        window.pictures.save(tmp_path / "map.png")
