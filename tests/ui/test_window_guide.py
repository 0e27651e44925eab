"""The start page and the guided triage, with the program's own means and without a mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.composition import build
from desktop.dialogs.exporting import ExportDialog
from desktop.launch import Launch
from desktop.main_window import MainWindow
from desktop.samples import DEMO_NAME
from desktop.settings import Settings
from gazetteer.project import queries
from tests.ui.fake_annotator import FakeAnnotator
from tests.ui.review_samples import make_project

pytestmark = pytest.mark.webengine


@pytest.fixture
def demo(qapp: QApplication, qtbot: QtBot, settings: Settings, tmp_path: Path) -> Iterator[MainWindow]:
    """The window over a project that is called as the sample project is."""
    made = build(qapp, Launch(size=(1300, 850)), settings)
    made.session._given = FakeAnnotator()
    made.show()
    make_project(tmp_path / "demo.toposcope").rename(tmp_path / DEMO_NAME)
    assert made.files.open(tmp_path / DEMO_NAME)
    qtbot.waitUntil(lambda: made.wiring.shows_everything, timeout=30_000)
    yield made
    made.close()
    made.deleteLater()
    made.session.deleteLater()
    made.theme.deleteLater()
    qapp.processEvents()


def press(window: MainWindow, name: str) -> None:
    found = window.guide.pane.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    assert found.isEnabled()
    found.click()


def test_the_whole_triage_is_done_with_keys_and_noticed(demo: MainWindow, qtbot: QtBot) -> None:
    guide, session = demo.guide, demo.session
    assert guide.dock.isVisible()
    assert session.project is not None
    demo.docks.show_pane(demo.mentions)
    for _ in range(2):  # the first of the list is doubtful already
        qtbot.keyClick(demo.mentions.view, Qt.Key.Key_J)
    assert guide.pane.done == {0}
    press(demo, "guide_next")
    demo.commands["problems_list"].trigger()
    doubtful = next(row for row in queries.mentions(session.project) if row.problem)
    session.select_mention(doubtful.mention_id)
    assert guide.pane.done == {0, 1}
    press(demo, "guide_next")
    demo.docks.show_pane(demo.mentions)
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(demo.mentions.view, Qt.Key.Key_C)
    assert guide.pane.done == {0, 1, 2}
    press(demo, "guide_next")
    with qtbot.waitSignal(session.changed):
        demo.commands["undo"].trigger()
    assert guide.pane.done == {0, 1, 2, 3}
    press(demo, "guide_next")
    press(demo, "guide_show")
    dialog = demo.findChild(ExportDialog)
    assert dialog is not None
    dialog.reject()
    assert guide.pane.done == {0, 1, 2, 3, 4}
    press(demo, "guide_next")
    assert not guide.dock.isVisible()
    assert demo.settings.read("guide_seen", False) is True


def test_a_step_not_done_may_be_passed_and_gone_back_to(demo: MainWindow) -> None:
    for _ in range(4):
        press(demo, "guide_next")
    assert demo.guide.pane.place == 4
    assert demo.guide.pane.done == frozenset()
    press(demo, "guide_back")
    assert demo.guide.pane.place == 3
    assert "4" in demo.guide.pane.findChild(QLabel, "guide_number").text()


def test_what_a_step_asks_for_may_be_so_already(demo: MainWindow) -> None:
    assert demo.session.project is not None
    doubtful = next(row for row in queries.mentions(demo.session.project) if row.problem)
    demo.session.select_mention(doubtful.mention_id)
    press(demo, "guide_next")
    assert 1 in demo.guide.pane.done


def test_it_is_skipped_once_and_for_all_and_comes_when_asked(demo: MainWindow, tmp_path: Path) -> None:
    press(demo, "guide_leave")
    assert not demo.guide.dock.isVisible()
    demo.files.close()
    assert demo.files.open(tmp_path / DEMO_NAME)
    assert not demo.guide.dock.isVisible()
    demo.commands["guide"].trigger()
    assert demo.guide.dock.isVisible()
    assert demo.guide.pane.place == 0


def test_other_projects_have_no_guide(window: MainWindow) -> None:
    assert not window.guide.dock.isVisible()


def test_a_folder_becomes_a_project_beside_it_and_is_opened_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Harbour case"
    folder.mkdir()
    (folder / "one.txt").write_text("A kite was seen over Vilnius.", "utf-8")
    window.files.close()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    with qtbot.waitSignal(window.session.changed):
        window.findChild(QPushButton, "welcome_folder").click()
    project = window.session.project
    assert project is not None
    assert project.path == tmp_path / "Harbour case.toposcope"
    assert [row.file_name for row in queries.documents(project)] == ["one.txt"]
    assert window.files.import_dialog is not None
    window.files.import_dialog.accept()
    window.files.close()
    window.files.read_folder(folder)
    assert window.session.project is not None
    assert queries.counts(window.session.project).total == 1


def test_starting_the_program_again_opens_what_was_named(window: MainWindow, tmp_path: Path) -> None:
    other = make_project(tmp_path / "other.toposcope")
    window.come_forward(None)
    assert window.session.project is not None
    assert window.session.project.path != other
    window.come_forward(other)
    assert window.session.project.path == other
    make_project(tmp_path / "demo.toposcope").rename(tmp_path / DEMO_NAME)
    window.come_forward(tmp_path / DEMO_NAME)
    assert window.session.project.path == tmp_path / DEMO_NAME
    assert window.guide.dock.isVisible()
